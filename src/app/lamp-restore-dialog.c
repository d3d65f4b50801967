/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-restore-dialog.h"

#include <glib/gi18n-lib.h>

#include "lamp-backups.h"

struct _LampRestoreDialog
{
  AdwDialog parent_instance;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (LampRestoreDialog, lamp_restore_dialog, ADW_TYPE_DIALOG)

static void
lamp_restore_dialog_class_init (LampRestoreDialogClass *klass)
{
  /**
   * LampRestoreDialog::chosen:
   * @path: (type filename): a backup
   *
   * A person chose a backup and confirmed.
   */
  chosen_signal = g_signal_new ("chosen", LAMP_TYPE_RESTORE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
}

static void
lamp_restore_dialog_init (LampRestoreDialog *self)
{
}

typedef struct
{
  LampRestoreDialog *dialog;
  char *path;
} Choice;

static void
on_answered (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Choice *choice = data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (answer, "restore"))
    {
      g_signal_emit (choice->dialog, chosen_signal, 0, choice->path);
      adw_dialog_force_close (ADW_DIALOG (choice->dialog));
    }
  g_object_unref (choice->dialog);
  g_free (choice->path);
  g_free (choice);
}

/* The one question that is asked: a whole file is replaced. */
static void
ask (LampRestoreDialog *self,
     const char        *path)
{
  AdwDialog *question = adw_alert_dialog_new (_("Restore This Backup?"),
                                              _("Everything that is here now is replaced, after a backup of it."));
  Choice *choice = g_new0 (Choice, 1);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "cancel", _("_Cancel"), "restore", _("_Restore"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "restore", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "cancel");
  choice->dialog = g_object_ref (self);
  choice->path = g_strdup (path);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (question), GTK_WIDGET (self), NULL, on_answered, choice);
}

static void
on_row_activated (AdwActionRow      *row,
                  LampRestoreDialog *self)
{
  ask (self, g_object_get_data (G_OBJECT (row), "path"));
}

static void
on_file_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (LampRestoreDialog) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL && g_file_peek_path (file) != NULL)
    ask (self, g_file_peek_path (file));
}

static void
on_other (AdwActionRow      *row,
          LampRestoreDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Restore a Backup"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, on_file_chosen,
                        g_object_ref (self));
}

static GtkWidget *
make_row (LampBackup *backup)
{
  GtkWidget *row = adw_action_row_new ();
  // Translators: when a backup was made, as g_date_time_format() takes it
  g_autofree char *when = g_date_time_format (backup->when, C_("date format", "%a %-d %b %Y, %H:%M"));
  g_autofree char *size = g_format_size ((guint64) backup->size);
  // Translators: why a backup was made, and how large it is
  g_autofree char *subtitle = g_strdup_printf (C_("backup", "%s · %s"), backup->reason, size);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), when);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (backup->path), g_free);

  return row;
}

static GtkWidget *
make_other_row (void)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Another File…"));

  return row;
}

/* Where a person finds them to copy them to another disk. */
static GtkWidget *
make_folder_row (void)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("_Open the Folder"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-folder");

  return row;
}

static GtkWidget *
make_page (LampRestoreDialog *self,
           const char        *path)
{
  GtkWidget *page = adw_preferences_page_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  AdwPreferencesGroup *others = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autoptr (GPtrArray) backups = lamp_backups_list (path);
  GtkWidget *other = make_other_row ();

  adw_preferences_group_set_title (group, _("Backups"));
  adw_preferences_group_set_description (group, backups->len > 0
                                                  ? _("Choose the one to go back to. It is checked first.")
                                                  : _("None has been made yet."));
  for (guint i = 0; i < backups->len; i++)
    {
      GtkWidget *row = make_row (backups->pdata[i]);

      g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated), self, 0);
      adw_preferences_group_add (group, row);
    }
  g_signal_connect_object (other, "activated", G_CALLBACK (on_other), self, 0);
  adw_preferences_group_add (others, other);
  adw_preferences_group_add (others, make_folder_row ());
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), others);

  return page;
}

/**
 * lamp_restore_dialog_new:
 * @path: (type filename): the file whose backups are shown
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
lamp_restore_dialog_new (const char *path)
{
  LampRestoreDialog *self = g_object_new (LAMP_TYPE_RESTORE_DIALOG, NULL);
  GtkWidget *toolbar_view = adw_toolbar_view_new ();

  adw_dialog_set_title (ADW_DIALOG (self), _("Restore a Backup"));
  adw_dialog_set_content_width (ADW_DIALOG (self), 440);
  adw_dialog_set_content_height (ADW_DIALOG (self), 520);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (toolbar_view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (toolbar_view), make_page (self, path));
  adw_dialog_set_child (ADW_DIALOG (self), toolbar_view);

  return ADW_DIALOG (self);
}
