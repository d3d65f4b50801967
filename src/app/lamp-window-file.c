/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-window-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-backups.h"
#include "lamp-closure-import-dialog.h"
#include "lamp-export-dialog.h"
#include "lamp-history-dialog.h"
#include "lamp-import-dialog.h"
#include "lamp-import.h"
#include "lamp-open-file.h"
#include "lamp-places.h"
#include "lamp-restore-dialog.h"
#include "lamp-start-assistant.h"
#include "lamp-table-dialog.h"
#include "lamp-table-files.h"

/* What a window does with its file as a whole: opening and what to do when that fails, import, export, backups. */

#define EXAMPLE "resource:///io/github/lamplighter_app/Lamplighter/samples/example.json"

static gboolean
is_due (LampWindow *self)
{
  return g_settings_get_boolean (self->settings, "daily-backup")
         && lamp_backups_is_due (self->path, lamp_application_get_clock (self->application));
}

static void
on_daily_backup (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (LampWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lamp_backups_make_finish (result, &error);

  /* It says nothing when all is well; a backup that fails is worth a word. */
  if (path == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lamp_window_tell (self, error->message);
}

static void
start_session (LampWindow *self)
{
  self->session = lamp_session_new (self->store);
  lamp_window_connect_session (self);
  lamp_community_switcher_set_session (self->switcher, self->session);
  lamp_inspector_set_session (self->inspector, self->session);
}

/* Opens the window's file, and makes it where there is none. Returns whether it is open; otherwise the start page says
 * why not. */
gboolean
lamp_window_open (LampWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean due = is_due (self);

  g_assert (self->store == NULL);

  self->store = lamp_application_open_store (self->application, self->path, &error);
  if (self->store != NULL)
    start_session (self);
  lamp_window_update_page (self);
  if (self->start_page != NULL)
    lamp_start_page_set_trouble (self->start_page, error);
  if (self->session != NULL)
    lamp_window_resume_run (self);
  lamp_window_update_actions (self);
  if (self->store != NULL && due)
    lamp_backups_make_async (self->path, lamp_store_get_clock (self->store), "daily", self->closing, on_daily_backup,
                             g_object_ref (self));

  return self->store != NULL;
}

/* Lets go of everything that knows the file, then of the file. */
void
lamp_window_close_file (LampWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (self->store == NULL)
    return;

  lamp_window_forget_run (self);
  lamp_window_save_place (self);
  lamp_window_forget_views (self);
  lamp_community_switcher_set_session (self->switcher, NULL);
  lamp_inspector_set_session (self->inspector, NULL);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->session);
  if (!lamp_store_close (self->store, &error))
    g_message ("%s", error->message);
  g_clear_object (&self->store);
}

static gboolean
is_calendar (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && g_str_has_suffix (lower, ".ics");
}

/**
 * lamp_window_import:
 * @self: a window
 * @file: a document, a table, a folder of tables, a calendar of days without school, or a community of ours
 *
 * Offers to import a file; one of ours is opened instead.
 */
void
lamp_window_import (LampWindow *self,
                    GFile      *file)
{
  g_return_if_fail (LAMP_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (lamp_open_is_community (file))
    gtk_window_present (GTK_WINDOW (lamp_open_file (self->application, file)));
  else if (self->session != NULL && is_calendar (file))
    lamp_closure_import_dialog_present (GTK_WIDGET (self), self->session, file);
  else if (self->session != NULL && lamp_table_is_table (file))
    adw_dialog_present (lamp_table_dialog_new (self->session, file), GTK_WIDGET (self));
  else if (self->session != NULL)
    adw_dialog_present (lamp_import_dialog_new (self->session, file), GTK_WIDGET (self));
}

static void
on_import_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (LampWindow) self = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    lamp_window_import (self, file);
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) ours = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (ours, _("Lamplighter documents, tables and calendars"));
  gtk_file_filter_add_suffix (ours, "json");
  gtk_file_filter_add_suffix (ours, "lamplighter");
  gtk_file_filter_add_suffix (ours, "ics");
  gtk_file_filter_add_suffix (ours, "csv");
  gtk_file_filter_add_suffix (ours, "tsv");
  gtk_file_filter_add_suffix (ours, "tab");
  gtk_file_filter_add_suffix (ours, "txt");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, ours);
  g_list_store_append (filters, all);

  return G_LIST_MODEL (filters);
}

static void
on_import (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = make_filters ();

  gtk_file_dialog_set_title (dialog, _("Import"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_open (dialog, data, NULL, on_import_chosen, g_object_ref (data));
}

static void
on_export (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  LampWindow *self = data;

  adw_dialog_present (lamp_export_dialog_new (self->session), GTK_WIDGET (self));
}

static void
on_backed_up (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (LampWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = lamp_backups_make_finish (result, &error);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  // Translators: %s is the name of a file
  g_autofree char *message = path != NULL ? g_strdup_printf (_("Backed up as %s"), name) : NULL;

  if (path != NULL)
    lamp_window_tell (self, message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lamp_window_tell (self, error->message);
}

static void
on_back_up (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  LampWindow *self = data;

  lamp_backups_make_async (self->path, lamp_store_get_clock (self->store), "manual", self->closing, on_backed_up,
                           g_object_ref (self));
}

/* Puts a verified backup in the place of a file that cannot be opened, which is moved aside. */
static gboolean
put_back (LampWindow  *self,
          const char  *backup,
          GError     **error)
{
  g_autoptr (GFile) from = g_file_new_for_path (backup);
  g_autoptr (GFile) to = g_file_new_for_path (self->path);
  g_autofree char *aside = NULL;

  if (!lamp_file_verify (backup, error))
    return FALSE;
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    {
      aside = lamp_places_move_aside (self->path, lamp_application_get_clock (self->application), error);
      if (aside == NULL)
        return FALSE;
    }

  return lamp_places_copy_private (from, to, error);
}

/**
 * lamp_window_replace:
 * @self: a window
 * @path: (type filename): a backup, or another file of ours
 * @error: where to put what went wrong
 *
 * Puts the content of a verified file in the place of what the window has, after a backup of that; a file that cannot
 * be opened is moved aside.
 *
 * Returns: whether it was done
 */
gboolean
lamp_window_replace (LampWindow  *self,
                     const char  *path,
                     GError     **error)
{
  g_return_val_if_fail (LAMP_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return self->store != NULL ? lamp_store_restore (self->store, path, error) : put_back (self, path, error);
}

static void
on_restore_chosen (LampRestoreDialog *dialog,
                   const char        *path,
                   LampWindow        *self)
{
  g_autoptr (GError) error = NULL;

  if (!lamp_window_replace (self, path, &error))
    lamp_window_tell (self, error->message);
  else if (self->session != NULL)
    lamp_session_notice (self->session, _("The backup has been restored."), TRUE);
  else
    lamp_window_open (self);
}

static void
on_restore (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  LampWindow *self = data;
  AdwDialog *dialog = lamp_restore_dialog_new (self->path);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (on_restore_chosen), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_history (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  LampWindow *self = data;

  adw_dialog_present (lamp_history_dialog_new (self->store), GTK_WIDGET (self));
}

static void
on_try_again (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  lamp_window_open (data);
}

static void
on_folder_opened (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (LampWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (source), result, &error))
    lamp_window_tell (self, error->message);
}

static void
on_open_folder (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  LampWindow *self = data;
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (self), NULL, on_folder_opened, g_object_ref (self));
}

static void
on_set_aside (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  LampWindow *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = lamp_places_move_aside (self->path, lamp_application_get_clock (self->application), &error);
  g_autofree char *name = aside != NULL ? g_path_get_basename (aside) : NULL;
  // Translators: %s is the name of a file
  g_autofree char *message = aside != NULL ? g_strdup_printf (_("The old file is kept as %s"), name) : NULL;

  lamp_window_tell (self, aside != NULL ? message : error->message);
  if (aside != NULL)
    lamp_window_open (self);
}

static void
on_start_community (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  LampWindow *self = data;

  adw_dialog_present (lamp_start_assistant_new (self->session), GTK_WIDGET (self));
}

static const GActionEntry actions[] = {
  { "import", on_import },
  { "export", on_export },
  { "back-up", on_back_up },
  { "restore", on_restore },
  { "history", on_history },
  { "try-again", on_try_again },
  { "open-folder", on_open_folder },
  { "set-aside", on_set_aside },
  { "start-community", on_start_community },
};

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         LampWindow    *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  gtk_widget_remove_css_class (GTK_WIDGET (self->pages), "drop-here");
  if (files == NULL || self->session == NULL)
    return FALSE;

  lamp_window_import (self, files->data);

  return TRUE;
}

static GdkDragAction
on_drag_enter (GtkDropTarget *target,
               double         x,
               double         y,
               LampWindow    *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self->pages), "drop-here");

  return GDK_ACTION_COPY;
}

static void
on_drag_leave (GtkDropTarget *target,
               LampWindow    *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->pages), "drop-here");
}

void
lamp_window_add_file_actions (LampWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect (target, "enter", G_CALLBACK (on_drag_enter), self);
  g_signal_connect (target, "leave", G_CALLBACK (on_drag_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->pages), GTK_EVENT_CONTROLLER (target));
}

/**
 * lamp_window_fill_with_example:
 * @self: a window
 *
 * Puts the example community into the window's file, where there is nothing in it yet.
 */
void
lamp_window_fill_with_example (LampWindow *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (EXAMPLE);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .label = _("Open the Example") };

  g_return_if_fail (LAMP_IS_WINDOW (self));

  if (self->store == NULL || lamp_store_count (self->store, "communities") > 0)
    return;

  options.clock = lamp_store_get_clock (self->store);
  stream = g_file_read (file, NULL, &error);
  if (stream == NULL || !lamp_import_json (G_INPUT_STREAM (stream), self->path, &options, NULL, NULL, NULL, &report,
                                           &error))
    lamp_window_tell (self, error->message);
  else
    lamp_store_reload (self->store);
}
