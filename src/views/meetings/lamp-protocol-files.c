/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-files.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-protocol-file.h"

/* A piece of work that a file dialog has been opened for. */
typedef struct
{
  LampSession *session;
  GtkWidget *parent;  /* weak */
  GBytes *bytes;      /* (nullable): to be written */
} Work;

static Work *
work_new (GtkWidget   *parent,
          LampSession *session)
{
  Work *self = g_new0 (Work, 1);

  self->session = g_object_ref (session);
  g_set_weak_pointer (&self->parent, parent);

  return self;
}

static void
work_free (Work *self)
{
  g_object_unref (self->session);
  g_clear_weak_pointer (&self->parent);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static void
refuse (Work       *work,
        const char *heading,
        GError     *error)
{
  AdwDialog *dialog;

  if (work->parent == NULL)
    return;
  dialog = adw_alert_dialog_new (heading, error->message);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, work->parent);
}

static GtkFileDialog *
new_file_dialog (const char *title)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _("Protocols (JSON)"));
  gtk_file_filter_add_suffix (filter, "json");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));

  return dialog;
}

static GtkWindow *
get_window (GtkWidget *widget)
{
  return GTK_WINDOW (gtk_widget_get_root (widget));
}

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Work) work = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *notice = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    {
      refuse (work, _("The File Cannot Be Written"), error);
      return;
    }
  notice = g_strdup_printf (_("Exported to “%s”"), shown);
  lamp_session_notice (work->session, notice, FALSE);
}

static void
on_save_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (Work) work = data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  GBytes *bytes = work->bytes;

  if (file != NULL)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, on_written,
                                         g_steal_pointer (&work));
}

/**
 * lamp_protocol_files_export:
 * @parent: the widget that asks
 * @session: the session
 * @snapshot: where the protocols are
 * @protocols: (array zero-terminated=1): the identifiers of those to export, one at least
 *
 * Asks for a file and writes protocols to it.
 */
void
lamp_protocol_files_export (GtkWidget          *parent,
                            LampSession        *session,
                            LampSnapshot       *snapshot,
                            const char * const *protocols)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Export Protocols"));
  g_autofree char *now = lamp_instant_format (lamp_clock_get_utc (lamp_session_get_clock (session)));
  g_autofree char *name = NULL;
  Work *work = work_new (parent, session);

  g_return_if_fail (protocols[0] != NULL);

  if (protocols[1] == NULL)
    name = lamp_protocol_dup_file_name (lamp_snapshot_find (snapshot, "protocols", protocols[0]));
  else
    // Translators: the name of a file with all protocols of a school
    name = g_strconcat (_("Protocols"), ".json", NULL);
  work->bytes = lamp_protocol_file_write (snapshot, protocols, now);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (parent), NULL, on_save_chosen, work);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read (G_FILE (source), cancellable, &error);
  LampSnapshot *snapshot = NULL;

  if (stream != NULL)
    snapshot = lamp_protocol_file_read (G_INPUT_STREAM (stream), cancellable, &error);
  if (snapshot != NULL)
    g_task_return_pointer (task, snapshot, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
on_read (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (Work) work = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LampSnapshot) snapshot = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *shown = g_filename_display_name (name);

  if (work->parent == NULL)
    return;
  if (snapshot != NULL)
    adw_dialog_present (lamp_protocol_import_dialog_new (work->session, snapshot, shown), work->parent);
  else
    refuse (work, _("The File Cannot Be Imported"), error);
}

static void
on_open_chosen (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (Work) work = data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GTask) task = NULL;

  if (file == NULL)
    return;
  task = g_task_new (file, NULL, on_read, g_steal_pointer (&work));
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * lamp_protocol_files_import:
 * @parent: the widget that asks
 * @session: the session
 *
 * Asks for a file, and shows which protocols are in it before any is taken in. A bad file is refused with a sentence.
 */
void
lamp_protocol_files_import (GtkWidget   *parent,
                            LampSession *session)
{
  g_autoptr (GtkFileDialog) dialog = new_file_dialog (_("Import Protocols"));

  gtk_file_dialog_open (dialog, get_window (parent), NULL, on_open_chosen, work_new (parent, session));
}
