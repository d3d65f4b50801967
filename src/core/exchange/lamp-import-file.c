/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-import.h"

#include <glib/gi18n-lib.h>

#include "lamp-relay.h"
#include "lamp-source.h"

/* Imports from files, in a thread. */

typedef struct
{
  GFile *file;
  char *path;
  char *label;
  LampImportOptions options;
  LampRelay *relay;
  LampImportReport *report;
} Job;

static void
job_free (Job *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->options.clock);
  g_free (self->path);
  g_free (self->label);
  lamp_relay_free (self->relay);
  lamp_import_report_free (self->report);
  g_free (self);
}

static char *
label_for (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display = name != NULL ? g_filename_display_name (name) : g_strdup ("");

  /* Translators: %s is the name of a file; this is what Undo takes back */
  return g_strdup_printf (_("Import %s"), display);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) notes = NULL;
  g_autoptr (GInputStream) stream = lamp_source_open (job->file, job->options.clock, &notes, cancellable, &error);
  gboolean done = stream != NULL
                  && lamp_import_json (stream, job->path, &job->options, lamp_relay_tell, job->relay, cancellable,
                                       &job->report, &error);

  if (job->report != NULL)
    job->report->notes = g_steal_pointer (&notes);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * lamp_import_json_async:
 * @file: what [func@source_open] opens
 * @path: the file of the store
 * @options: how to import; without a label the file's name becomes part of it
 * @progress: (nullable): told how far it is, in the thread that calls this
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop; what was there then stays
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Does [func@import_json] in a thread.
 */
void
lamp_import_json_async (GFile                   *file,
                        const char              *path,
                        const LampImportOptions *options,
                        LampProgress             progress,
                        gpointer                 progress_data,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (path != NULL);
  g_return_if_fail (options != NULL && LAMP_IS_CLOCK (options->clock));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  job->path = g_strdup (path);
  job->label = options->label != NULL ? g_strdup (options->label) : label_for (file);
  job->options = *options;
  job->options.label = job->label;
  g_object_ref (job->options.clock);
  job->relay = lamp_relay_new (progress, progress_data);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lamp_import_json_async);
  g_task_set_check_cancellable (task, FALSE); /* what is written is written, however late somebody stops it */
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lamp_import_json_finish:
 * @result: what the callback was given
 * @report: (out) (optional) (nullable) (transfer full): what was done, or, with problems in it, why nothing was; %NULL
 *   when the file could not be opened
 * @error: where to put an error
 *
 * Returns: whether the document was accepted
 */
gboolean
lamp_import_json_finish (GAsyncResult      *result,
                         LampImportReport **report,
                         GError           **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (report != NULL)
    *report = g_steal_pointer (&job->report);

  return g_task_propagate_boolean (G_TASK (result), error);
}
