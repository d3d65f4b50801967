/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-export.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "lamp-relay.h"

/* Exports into files: all of it or nothing, and for nobody else to read. */

typedef struct
{
  char *path;
  GFile *file;
  LampExportOptions options;
  LampProgress progress;
  gpointer progress_data;
  LampRelay *relay; /* NULL when nobody waits in another thread */
  LampExportSummary *summary;
} Job;

static void
job_free (Job *self)
{
  g_free (self->path);
  g_clear_object (&self->file);
  g_free ((char *) self->options.exported_at);
  g_free ((char *) self->options.community);
  g_clear_object (&self->options.clock);
  lamp_relay_free (self->relay);
  lamp_export_summary_free (self->summary);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static Job *
job_new (const char              *path,
         GFile                   *file,
         const LampExportOptions *options,
         LampProgress             progress,
         gpointer                 progress_data)
{
  Job *self = g_new0 (Job, 1);

  self->path = g_strdup (path);
  self->file = g_object_ref (file);
  self->options = *options;
  self->options.exported_at = g_strdup (options->exported_at);
  self->options.community = g_strdup (options->community);
  self->options.clock = options->clock != NULL ? g_object_ref (options->clock) : NULL;
  self->progress = progress;
  self->progress_data = progress_data;

  return self;
}

static gboolean
fail (GError     **error,
      const char  *path)
{
  int code = errno;
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, LAMP_ERROR, code == ENOSPC ? LAMP_ERROR_FULL : LAMP_ERROR_IO, _("“%s” could not be written: %s."),
               name, g_strerror (code));

  return FALSE;
}

static gboolean
write_to (Job            *job,
          GOutputStream  *stream,
          GCancellable   *cancellable,
          GError        **error)
{
  return lamp_export_json (job->path, stream, &job->options, job->progress, job->progress_data, cancellable,
                           &job->summary, error);
}

static gboolean
write_to_fd (Job           *job,
             int            fd,
             const char    *path,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (fd, FALSE);

  if (!write_to (job, stream, cancellable, error))
    return FALSE;

  return fsync (fd) == 0 || errno == EINVAL || errno == EROFS || fail (error, path);
}

/* The name in its folder is safe only when the folder has been written. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

static gboolean
write_to_path (Job           *job,
               const char    *path,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *aside = g_strdup_printf ("%s/.%.200s.XXXXXX", folder, name);
  int fd = g_mkstemp_full (aside, O_RDWR | O_CLOEXEC, 0600);
  gboolean is_written;

  if (fd < 0)
    return fail (error, path);
  is_written = write_to_fd (job, fd, path, cancellable, error);
  if (close (fd) != 0 && is_written)
    is_written = fail (error, path);
  if (is_written && g_rename (aside, path) != 0)
    is_written = fail (error, path);
  if (is_written)
    sync_folder (path);
  else
    g_unlink (aside);

  return is_written;
}

/* A pipe or a device is written to; only a file is replaced. */
static gboolean
write_to_special (Job           *job,
                  const char    *path,
                  GCancellable  *cancellable,
                  GError       **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC);
  gboolean is_written;

  if (fd < 0)
    return fail (error, path);
  is_written = write_to_fd (job, fd, path, cancellable, error);
  if (close (fd) != 0 && is_written)
    is_written = fail (error, path);

  return is_written;
}

static gboolean
write_to_remote (Job           *job,
                 GCancellable  *cancellable,
                 GError       **error)
{
  GFileCreateFlags flags = G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION;
  g_autoptr (GFileOutputStream) stream = g_file_replace (job->file, NULL, FALSE, flags, cancellable, error);

  if (stream == NULL)
    return FALSE;
  if (write_to (job, G_OUTPUT_STREAM (stream), cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
  /* Closing with a cancelled cancellable leaves what was there. */
  {
    g_autoptr (GCancellable) cancelled = g_cancellable_new ();

    g_cancellable_cancel (cancelled);
    g_output_stream_close (G_OUTPUT_STREAM (stream), cancelled, NULL);
  }

  return FALSE;
}

static gboolean
run (Job           *job,
     GCancellable  *cancellable,
     GError       **error)
{
  const char *path = g_file_peek_path (job->file);
  char *target;
  gboolean is_written;

  if (path == NULL)
    return write_to_remote (job, cancellable, error);
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return write_to_path (job, path, cancellable, error);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return write_to_special (job, path, cancellable, error);
  /* What a symbolic link leads to is replaced, not the link. */
  target = realpath (path, NULL);
  is_written = write_to_path (job, target != NULL ? target : path, cancellable, error);
  free (target);

  return is_written;
}

/**
 * lamp_export_json_to_file:
 * @path: the file of the store
 * @file: where to write
 * @options: what to export
 * @progress: (nullable): told how far it is
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop
 * @summary: (out) (optional) (transfer full): what has left
 * @error: where to put an error
 *
 * Exports into a file that only its owner may read. It is written beside and renamed when it is safely on disk: what
 * was there before stays until then, also when this fails.
 *
 * Returns: whether the file was written
 */
gboolean
lamp_export_json_to_file (const char               *path,
                          GFile                    *file,
                          const LampExportOptions  *options,
                          LampProgress              progress,
                          gpointer                  progress_data,
                          GCancellable             *cancellable,
                          LampExportSummary       **summary,
                          GError                  **error)
{
  g_autoptr (Job) job = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  job = job_new (path, file, options, progress, progress_data);
  if (!run (job, cancellable, error))
    return FALSE;
  if (summary != NULL)
    *summary = g_steal_pointer (&job->summary);

  return TRUE;
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (run (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * lamp_export_json_async:
 * @path: the file of the store
 * @file: where to write
 * @options: what to export
 * @progress: (nullable): told how far it is, in the thread that calls this
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Does [func@export_json_to_file] in a thread.
 */
void
lamp_export_json_async (const char              *path,
                        GFile                   *file,
                        const LampExportOptions *options,
                        LampProgress             progress,
                        gpointer                 progress_data,
                        GCancellable            *cancellable,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (path != NULL);
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (options != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lamp_export_json_async);
  job = job_new (path, file, options, lamp_relay_tell, NULL);
  job->progress_data = job->relay = lamp_relay_new (progress, progress_data);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lamp_export_json_finish:
 * @result: what the callback was given
 * @summary: (out) (optional) (transfer full): what has left
 * @error: where to put an error
 *
 * Returns: whether the file was written
 */
gboolean
lamp_export_json_finish (GAsyncResult       *result,
                         LampExportSummary **summary,
                         GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (summary != NULL)
    {
      Job *job = g_task_get_task_data (G_TASK (result));

      *summary = g_steal_pointer (&job->summary);
    }

  return TRUE;
}
