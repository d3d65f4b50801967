/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-history-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

/* So many of the last steps are listed. */
#define N_STEPS 100

static char *
dup_when (const char *instant)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;
  gint64 usec;

  if (!lamp_instant_parse (instant, &usec))
    return g_strdup (instant);

  moment = g_date_time_new_from_unix_utc_usec (usec);
  local = g_date_time_to_local (moment);

  return g_date_time_format (local, C_("date format", "%a %-d %b %Y, %H:%M"));
}

static GtkWidget *
make_row (const LampStep *step)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *when = dup_when (step->at);
  g_autofree char *changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", step->n_changes),
                                              step->n_changes);
  // Translators: when a step was done, and how many records it changed
  g_autofree char *subtitle = g_strdup_printf (C_("history", "%s · %s"), when, changes);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), step->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (step->undone)
    {
      GtkWidget *label = gtk_label_new (C_("history", "Undone"));

      gtk_widget_add_css_class (label, "dim-label");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }

  return row;
}

static void
fill (AdwPreferencesGroup *group,
      LampStore           *store)
{
  g_autoptr (GPtrArray) steps = lamp_store_get_history (store, N_STEPS);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GPtrArray *before = g_object_get_data (G_OBJECT (group), "rows");

  for (guint i = 0; before != NULL && i < before->len; i++)
    adw_preferences_group_remove (group, before->pdata[i]);
  for (guint i = 0; i < steps->len; i++)
    {
      GtkWidget *row = make_row (steps->pdata[i]);

      adw_preferences_group_add (group, row);
      g_ptr_array_add (rows, row);
    }
  adw_preferences_group_set_description (group, steps->len == 0 ? _("Nothing has been done in this file yet.")
                                                                : _("The last steps, newest first."));
  g_object_set_data_full (G_OBJECT (group), "rows", g_steal_pointer (&rows), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_changed (LampStore           *store,
            AdwPreferencesGroup *group)
{
  fill (group, store);
}

static GtkWidget *
make_button (const char *icon_name,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

/**
 * lamp_history_dialog_new:
 * @store: the file
 *
 * Returns: (transfer floating): the dialog that lists the last steps by name, with Undo and Redo
 */
AdwDialog *
lamp_history_dialog_new (LampStore *store)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toolbar_view = adw_toolbar_view_new ();
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  fill (ADW_PREFERENCES_GROUP (group), store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), group, 0);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_button ("edit-undo-symbolic", _("Undo"), "win.undo"));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), make_button ("edit-redo-symbolic", _("Redo"), "win.redo"));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), header);
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), page);
  adw_dialog_set_title (dialog, _("History"));
  adw_dialog_set_content_width (dialog, 480);
  adw_dialog_set_content_height (dialog, 600);
  adw_dialog_set_child (dialog, toolbar_view);

  return dialog;
}
