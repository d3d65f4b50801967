/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-protocol-edits.h"
#include "lamp-protocol-files.h"
#include "lamp-protocol.h"

/* The preview: what is in a file, and what of it is to be taken in. */

#define MOST_ROWS 200 /* of a longer file the rest is taken in or left as a whole */

typedef struct
{
  LampSession *session;
  LampSnapshot *snapshot;
  GPtrArray *checks;  /* (element-type GtkCheckButton): those that have a row */
  GtkWidget *rest;    /* (nullable): the check button of all others */
  AdwAlertDialog *dialog;
} Preview;

static void
preview_free (gpointer data)
{
  Preview *self = data;

  g_object_unref (self->session);
  g_object_unref (self->snapshot);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

/* The identifiers of what is chosen. */
static GPtrArray *
get_chosen (Preview *self)
{
  GPtrArray *protocols = lamp_snapshot_get (self->snapshot, "protocols");
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < protocols->len; i++)
    {
      GtkCheckButton *check = GTK_CHECK_BUTTON (i < self->checks->len ? self->checks->pdata[i] : self->rest);

      if (gtk_check_button_get_active (check))
        g_ptr_array_add (chosen, (gpointer) lamp_row_get_id (protocols->pdata[i]));
    }

  return chosen;
}

static void
on_toggled (Preview *self)
{
  g_autoptr (GPtrArray) chosen = get_chosen (self);

  adw_alert_dialog_set_response_enabled (self->dialog, "import", chosen->len > 0);
}

static void
on_import (Preview *self)
{
  g_autoptr (GPtrArray) chosen = get_chosen (self);

  if (chosen->len > 0)
    lamp_protocols_take_in (self->session, self->snapshot, chosen);
}

/* Whether the school has one that says the same: by title first, so that a long file is judged quickly. */
static gboolean
is_there (Preview       *self,
          LampSnapshot  *own,
          const LampRow *row)
{
  GPtrArray *others = lamp_snapshot_get (own, "protocols");

  for (guint i = 0; i < others->len; i++)
    if (g_strcmp0 (lamp_row_get_title (others->pdata[i]), lamp_row_get_title (row)) == 0
        && lamp_protocol_is_same (self->snapshot, lamp_row_get_id (row), own, lamp_row_get_id (others->pdata[i])))
      return TRUE;

  return FALSE;
}

static GtkWidget *
add_row (Preview    *self,
         GtkListBox *list,
         const char *title,
         const char *subtitle,
         gboolean    active)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_toggled), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (list, row);

  return check;
}

static void
add_protocol (Preview       *self,
              GtkListBox    *list,
              LampSnapshot  *own,
              const LampRow *row)
{
  const char *variant = lamp_row_get_text (row, "variant");
  g_autoptr (GPtrArray) steps = lamp_protocol_get_steps (self->snapshot, lamp_row_get_id (row));
  gboolean there = is_there (self, own, row);
  g_autofree char *about = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$u step, %2$d min", "%1$u steps, %2$d min",
                                                         steps->len),
                                            steps->len, lamp_protocol_get_minutes (self->snapshot,
                                                                                   lamp_row_get_id (row)));
  g_autoptr (GString) subtitle = g_string_new (about);

  if (variant != NULL)
    g_string_append_printf (subtitle, " · %s", variant);
  if (there)
    g_string_append_printf (subtitle, " · %s", _("you have it already"));
  g_ptr_array_add (self->checks, add_row (self, list, lamp_row_get_title (row), subtitle->str, !there));
}

static GtkWidget *
make_list (Preview *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListBox *list = GTK_LIST_BOX (gtk_list_box_new ());
  GPtrArray *protocols = lamp_snapshot_get (self->snapshot, "protocols");
  g_autoptr (LampSnapshot) own = lamp_protocols_snapshot (lamp_session_get_store (self->session));

  gtk_list_box_set_selection_mode (list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (list), "boxed-list");
  gtk_widget_set_margin_start (GTK_WIDGET (list), 2);
  gtk_widget_set_margin_end (GTK_WIDGET (list), 2);
  gtk_widget_set_margin_bottom (GTK_WIDGET (list), 2);
  for (guint i = 0; i < MIN (protocols->len, MOST_ROWS); i++)
    add_protocol (self, list, own, protocols->pdata[i]);
  if (protocols->len > MOST_ROWS)
    {
      guint n = protocols->len - MOST_ROWS;
      const char *format = g_dngettext (GETTEXT_PACKAGE, "%u more protocol", "%u more protocols", n);
      g_autofree char *title = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      title = g_strdup_printf (format, n);
#pragma GCC diagnostic pop

      self->rest = add_row (self, list, title, "", TRUE);
    }
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (list));

  return scrolled;
}

/**
 * lamp_protocol_import_dialog_new:
 * @session: the session
 * @snapshot: the protocols of a file
 * @name: what a person knows the file as
 *
 * Shows what is in a file, so that a person can choose what to take in. What the school has already is not chosen.
 *
 * Returns: (transfer floating): a dialog to present
 */
AdwDialog *
lamp_protocol_import_dialog_new (LampSession  *session,
                                 LampSnapshot *snapshot,
                                 const char   *name)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Import Protocols"), NULL);
  guint n = lamp_snapshot_get (snapshot, "protocols")->len;
  Preview *self = g_new0 (Preview, 1);

  self->session = g_object_ref (session);
  self->snapshot = g_object_ref (snapshot);
  self->checks = g_ptr_array_new ();
  self->dialog = ADW_ALERT_DIALOG (dialog);
  adw_alert_dialog_format_body (self->dialog,
                                g_dngettext (GETTEXT_PACKAGE, "“%2$s” holds %1$u protocol.",
                                             "“%2$s” holds %1$u protocols.", n),
                                n, name);
  adw_alert_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), "import", _("_Import"), NULL);
  adw_alert_dialog_set_response_appearance (self->dialog, "import", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (self->dialog, "import");
  adw_alert_dialog_set_close_response (self->dialog, "cancel");
  adw_alert_dialog_set_extra_child (self->dialog, make_list (self));
  g_signal_connect_swapped (dialog, "response::import", G_CALLBACK (on_import), self);
  g_object_set_data_full (G_OBJECT (dialog), "lamp-preview", self, preview_free);
  on_toggled (self);

  return dialog;
}
