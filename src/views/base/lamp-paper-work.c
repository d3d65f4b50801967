/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-work.h"

#include <string.h>

#include "lamp-date.h"

/* Reading the file, writing the report, laying it out and saving it, all in a thread: a window goes on. */

typedef struct
{
  char *path;
  char *today;
  char *now;
  LampPaperOrder order;
  GFile *file;   /* (nullable): where to save it */
  int *progress; /* in thousandths; a g_atomic_rc_box */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->path);
  g_free (self->today);
  g_free (self->now);
  g_clear_object (&self->file);
  g_atomic_rc_box_release (self->progress);
  g_free (self);
}

/**
 * lamp_paper_result_free:
 * @self: (transfer full): a result
 *
 * Frees it.
 */
void
lamp_paper_result_free (LampPaperResult *self)
{
  g_clear_pointer (&self->document, g_ptr_array_unref);
  g_clear_pointer (&self->pages, lamp_pages_unref);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->file_name);
  g_free (self->author);
  g_free (self->note);
  g_free (self->text);
  g_free (self);
}

static void
on_progress (double   done,
             gpointer data)
{
  Job *self = data;

  g_atomic_int_set (self->progress, (int) (done * 1000));
}

static void
set_up (Job             *self,
        LampPaperSource *source,
        LampPaperSetup  *setup)
{
  lamp_paper_setup_init (setup, self->order.size);
  if (LAMP_PAPER_SOURCE_GET_CLASS (source)->is_wide)
    lamp_paper_setup_turn (setup);
  setup->poster_pages = self->order.poster_pages;
}

/* HTML is shown as pages, too: what it says is the same. */
static gboolean
lay_out (Job              *self,
         LampPaperResult  *result,
         GCancellable     *cancellable,
         GError          **error)
{
  if (result->text != NULL)
    return TRUE;
  if (self->order.format == LAMP_REPORT_TEXT || self->order.format == LAMP_REPORT_MARKDOWN)
    {
      result->text = lamp_report_format (result->document, self->order.format);
      return TRUE;
    }
  result->pages = lamp_pages_new (result->document, &result->setup, result->note);

  return lamp_pages_finish (result->pages, on_progress, self, cancellable, error);
}

static GBytes *
make_bytes (Job              *self,
            LampPaperResult  *result,
            GCancellable     *cancellable,
            GError          **error)
{
  LampPagesInfo info = { .author = result->author, .made_at = self->now };
  g_autofree char *text = NULL;

  if (result->bytes != NULL)
    return g_bytes_ref (result->bytes);
  if (self->order.format == LAMP_REPORT_PDF)
    return lamp_pages_to_pdf (result->pages, &info, cancellable, error);
  text = result->text != NULL ? g_strdup (result->text) : lamp_report_format (result->document, self->order.format);

  return g_bytes_new (text, strlen (text));
}

/* GIO writes it aside and renames it into its place. */
static gboolean
save (Job              *self,
      LampPaperResult  *result,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr (GBytes) bytes = make_bytes (self, result, cancellable, error);

  return bytes != NULL
         && g_file_replace_contents (self->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                     G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/* A format of the source's own; one that is text is shown as what it is, another by the report that says the same. */
static gboolean
write_extra (Job              *self,
             LampPaperSource  *source,
             LampSnapshot     *snapshot,
             LampPaperResult  *result,
             GError          **error)
{
  const LampPaperExtra *extra = self->order.extra >= 0 ? lamp_paper_source_get_extra (source, (guint) self->order.extra)
                                                       : NULL;
  const char *bytes;
  gsize length;

  if (extra == NULL)
    return TRUE;
  result->bytes = LAMP_PAPER_SOURCE_GET_CLASS (source)->write_extra (source, snapshot, (guint) self->order.extra,
                                                                     &self->order.options, error);
  if (result->bytes == NULL)
    return FALSE;
  bytes = g_bytes_get_data (result->bytes, &length);
  if (g_str_equal (extra->suffix, "csv") && g_utf8_validate (bytes, (gssize) length, NULL))
    result->text = g_strndup (bytes, length);

  return TRUE;
}

static const char *
get_suffix (Job             *self,
            LampPaperSource *source)
{
  const LampPaperExtra *extra = self->order.extra >= 0 ? lamp_paper_source_get_extra (source, (guint) self->order.extra)
                                                       : NULL;

  return extra != NULL ? extra->suffix : NULL;
}

static LampPaperResult *
work (Job              *self,
      LampPaperSource  *source,
      GCancellable     *cancellable,
      GError          **error)
{
  g_autoptr (LampPaperResult) result = g_new0 (LampPaperResult, 1);
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_read (self->path, cancellable, error);

  if (snapshot == NULL)
    return NULL;
  result->document = lamp_paper_source_write (source, snapshot, self->order.kind, &self->order.options, error);
  if (result->document == NULL || !write_extra (self, source, snapshot, result, error))
    return NULL;
  set_up (self, source, &result->setup);
  result->author = lamp_paper_source_dup_author (source, snapshot);
  result->file_name = lamp_paper_source_dup_file_name (source, snapshot, self->order.kind, self->order.format,
                                                       get_suffix (self, source));
  result->note = lamp_date_dup_display (self->today);
  if (!lay_out (self, result, cancellable, error) || (self->file != NULL && !save (self, result, cancellable, error)))
    return NULL;

  return g_steal_pointer (&result);
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  LampPaperResult *result = work (data, source, cancellable, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, (GDestroyNotify) lamp_paper_result_free);
  else
    g_task_return_error (task, error);
}

/**
 * lamp_paper_work_async:
 * @source: what to write
 * @session: the session, whose file is read
 * @order: what is asked for
 * @file: (nullable): where to save it
 * @progress: a box from g_atomic_rc_box_new(), in which the progress is told in thousandths
 * @cancellable: (nullable): to stop it
 * @callback: is called when it is done
 * @data: for @callback
 *
 * Writes a report and lays it out in a thread.
 */
void
lamp_paper_work_async (LampPaperSource      *source,
                       LampSession          *session,
                       const LampPaperOrder *order,
                       GFile                *file,
                       int                  *progress,
                       GCancellable         *cancellable,
                       GAsyncReadyCallback   callback,
                       gpointer              data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);

  g_set_object (&job->file, file);
  job->path = g_strdup (lamp_store_get_path (lamp_session_get_store (session)));
  job->today = lamp_clock_dup_today (lamp_session_get_clock (session));
  job->now = lamp_clock_dup_instant (lamp_session_get_clock (session));
  job->order = *order;
  job->progress = g_atomic_rc_box_acquire (progress);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, work_in_thread);
}

/**
 * lamp_paper_work_finish:
 * @result: what the callback was given
 * @error: where to put an error
 *
 * Returns: (transfer full) (nullable): what became of it
 */
LampPaperResult *
lamp_paper_work_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
