/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closures-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-closure-form.h"
#include "lamp-closure-import-dialog.h"
#include "lamp-closure-import.h"

struct _LampClosuresDialog
{
  AdwDialog parent_instance;

  LampSession *session;
  GListModel *all;
  GPtrArray *coming_rows;
  GPtrArray *past_rows;

  GtkStack *pages;
  AdwPreferencesGroup *coming;
  AdwPreferencesGroup *past;
};

G_DEFINE_FINAL_TYPE (LampClosuresDialog, lamp_closures_dialog, ADW_TYPE_DIALOG)

static LampRecord *
get_closure (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "closure");
}

static void
on_activated (LampClosuresDialog *self,
              GtkWidget          *row)
{
  lamp_closure_form_present (GTK_WIDGET (self), self->session, get_closure (row));
}

static void
on_delete (LampClosuresDialog *self,
           GtkWidget          *button)
{
  lamp_session_delete (self->session, get_closure (button));
}

static void
add_delete (LampClosuresDialog *self,
            AdwActionRow       *row,
            LampRecord         *closure)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  // Translators: %s is the name of a holiday
  g_autofree char *label = g_strdup_printf (_("Delete “%s”"), lamp_record_get_title (closure));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Delete"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "closure", g_object_ref (closure), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (row, button);
}

static void
add_row (LampClosuresDialog *self,
         LampRecord         *closure,
         gboolean            is_past)
{
  LampStore *store = lamp_session_get_store (self->session);
  g_autofree char *days = lamp_closure_dup_days (lamp_record_get_row (closure));
  g_autoptr (LampRecord) community = lamp_store_find (store, "communities",
                                                      lamp_record_get_text (closure, "community"));
  // Translators: the days of a holiday, and the community that it counts for
  g_autofree char *subtitle = g_strdup_printf (C_ ("closure", "%s · %s"), days, lamp_record_get_title (community));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lamp_record_get_title (closure));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  add_delete (self, ADW_ACTION_ROW (row), closure);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "closure", g_object_ref (closure), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (is_past ? self->past : self->coming, row);
  g_ptr_array_add (is_past ? self->past_rows : self->coming_rows, row);
}

static void
clear (AdwPreferencesGroup *group,
       GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
update (LampClosuresDialog *self)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (self->session));

  clear (self->coming, self->coming_rows);
  clear (self->past, self->past_rows);
  for (guint i = 0; i < g_list_model_get_n_items (self->all); i++)
    {
      g_autoptr (LampRecord) closure = g_list_model_get_item (self->all, i);
      const char *last = lamp_record_get_text (closure, lamp_record_has (closure, "ends_on") ? "ends_on" : "starts_on");

      add_row (self, closure, g_strcmp0 (last, today) < 0);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->coming), self->coming_rows->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->past), self->past_rows->len > 0);
  gtk_stack_set_visible_child_name (self->pages, self->coming_rows->len + self->past_rows->len > 0 ? "list" : "none");
}

static void
add_action (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  LampClosuresDialog *self = LAMP_CLOSURES_DIALOG (widget);
  g_autofree char *home = lamp_session_dup_home (self->session);

  if (home == NULL)
    lamp_session_notice (self->session, _("Days without school belong to a community: add a community first."), FALSE);
  else
    lamp_closure_form_present (widget, self->session, NULL);
}

static void
on_file (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (LampClosuresDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && self->session != NULL)
    lamp_closure_import_dialog_present (GTK_WIDGET (self), self->session, file);
}

static void
import_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_file_filter_set_name (filter, _("Calendars and tables"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_suffix (filter, "csv");
  gtk_file_dialog_set_title (dialog, _("Import Days Without School"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_open (dialog, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, NULL, on_file, g_object_ref (widget));
}

static void
lamp_closures_dialog_dispose (GObject *object)
{
  LampClosuresDialog *self = LAMP_CLOSURES_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->all);
  g_clear_pointer (&self->coming_rows, g_ptr_array_unref);
  g_clear_pointer (&self->past_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LAMP_TYPE_CLOSURES_DIALOG);

  G_OBJECT_CLASS (lamp_closures_dialog_parent_class)->dispose (object);
}

static void
lamp_closures_dialog_class_init (LampClosuresDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_closures_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/lamplighter_app/Lamplighter/meetings/"
                                                             "lamp-closures-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LampClosuresDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, LampClosuresDialog, coming);
  gtk_widget_class_bind_template_child (widget_class, LampClosuresDialog, past);
  gtk_widget_class_install_action (widget_class, "closures.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "closures.import", NULL, import_action);
}

static void
lamp_closures_dialog_init (LampClosuresDialog *self)
{
  self->coming_rows = g_ptr_array_new ();
  self->past_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lamp_closures_dialog_new:
 * @session: the session
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_closures_dialog_new (LampSession *session)
{
  LampClosuresDialog *self = g_object_new (LAMP_TYPE_CLOSURES_DIALOG, NULL);

  self->session = g_object_ref (session);
  self->all = lamp_store_list (lamp_session_get_store (session), "closures");
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return ADW_DIALOG (self);
}
