/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-import.h"

#include "lamp-relay.h"
#include "lamp-source.h"
#include "lamp-store.h"

/* A table into a file, in a thread: what the window does step by step with a map that a person makes. */

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  LampCsv *csv = lamp_csv_read (data, cancellable, &error);

  if (csv != NULL)
    g_task_return_pointer (task, csv, (GDestroyNotify) lamp_csv_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lamp_csv_read_async:
 * @file: a file of at most 64 MiB
 * @cancellable: (nullable): to stop early
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Does [func@csv_read] in a thread.
 */
void
lamp_csv_read_async (GFile               *file,
                     GCancellable        *cancellable,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, lamp_csv_read_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * lamp_csv_read_finish:
 * @result: what the callback was given
 * @error: where to put an error of [error@Error] or [error@Gio.IOErrorEnum]
 *
 * Returns: (transfer full) (nullable): the table
 */
LampCsv *
lamp_csv_read_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  LampCsv *csv;
  LampTableMap *map;
  char *path;
  char *label;
  LampImportOptions options;
  LampRelay *relay;
  LampTableResult *table;
  LampImportReport *report;
} Job;

static void
job_free (Job *self)
{
  lamp_csv_unref (self->csv);
  lamp_table_map_free (self->map);
  g_clear_object (&self->options.clock);
  g_free (self->path);
  g_free (self->label);
  lamp_relay_free (self->relay);
  g_clear_pointer (&self->table, lamp_table_result_free);
  lamp_import_report_free (self->report);
  g_free (self);
}

static gboolean
run (Job           *self,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr (LampSnapshot) existing = lamp_snapshot_read (self->path, cancellable, error);
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GInputStream) stream = NULL;

  if (existing == NULL)
    return FALSE;
  self->table = lamp_table_apply (self->map, self->csv, existing, cancellable, error);
  if (self->table == NULL)
    return FALSE;
  json = lamp_snapshot_to_json (self->table->snapshot);
  stream = g_memory_input_stream_new_from_bytes (json);

  return lamp_import_json (stream, self->path, &self->options, lamp_relay_tell, self->relay, cancellable, &self->report,
                           error);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The thread has a map of its own, since the person may go on with theirs. */
static LampTableMap *
copy_map (LampTableMap *map)
{
  g_autofree char *json = lamp_table_map_to_json (map);

  return lamp_table_map_parse (json, -1, NULL);
}

/**
 * lamp_table_import_async:
 * @csv: a table
 * @map: what each row becomes
 * @path: the file of the store
 * @options: how to import
 * @progress: (nullable): told how far it is, in the thread that calls this
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop; what was there then stays
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Makes records of a table and imports them, or says what that would do, in a thread on a connection of its own.
 */
void
lamp_table_import_async (LampCsv                 *csv,
                         LampTableMap            *map,
                         const char              *path,
                         const LampImportOptions *options,
                         LampProgress             progress,
                         gpointer                 progress_data,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job;

  g_return_if_fail (options != NULL && LAMP_IS_CLOCK (options->clock));

  job = g_new0 (Job, 1);
  job->csv = lamp_csv_ref (csv);
  job->map = copy_map (map);
  job->path = g_strdup (path);
  job->label = g_strdup (options->label);
  job->options = *options;
  job->options.label = job->label;
  g_object_ref (job->options.clock);
  job->relay = lamp_relay_new (progress, progress_data);
  g_task_set_source_tag (task, lamp_table_import_async);
  g_task_set_check_cancellable (task, FALSE); /* what is written is written, however late somebody stops it */
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lamp_table_import_finish:
 * @result: what the callback was given
 * @table: (out) (nullable) (transfer full): what has become of the table's rows; %NULL when the map does not fit it
 * @report: (out) (nullable) (transfer full): what the import did; %NULL when it was not begun
 * @error: where to put an error
 *
 * Returns: whether the records were accepted
 */
gboolean
lamp_table_import_finish (GAsyncResult      *result,
                          LampTableResult  **table,
                          LampImportReport **report,
                          GError           **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  *table = g_steal_pointer (&job->table);
  *report = g_steal_pointer (&job->report);

  return g_task_propagate_boolean (G_TASK (result), error);
}
