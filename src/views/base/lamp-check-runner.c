/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-check-runner.h"

#include <string.h>

struct _LampCheckRunner
{
  GObject parent_instance;

  LampSession *session;   /* (nullable): weak, for a thread keeps the runner until it has ended */
  GCancellable *cancellable;
  GPtrArray *findings;
  LampPillarFigure figures[LAMP_N_PILLARS];
  gboolean running;
  gboolean again;
  guint idle;
};

typedef struct
{
  char *path;
  char *today;
  GPtrArray *findings;
  LampPillarFigure figures[LAMP_N_PILLARS];
} Run;

static guint done_signal;

G_DEFINE_FINAL_TYPE (LampCheckRunner, lamp_check_runner, G_TYPE_OBJECT)

static void
run_free (Run *run)
{
  g_free (run->path);
  g_free (run->today);
  g_clear_pointer (&run->findings, g_ptr_array_unref);
  g_free (run);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Run *run = data;
  GError *error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_read (run->path, cancellable, &error);

  if (snapshot == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  run->findings = lamp_checks_run (snapshot, run->today, run->figures);
  g_task_return_boolean (task, TRUE);
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  LampCheckRunner *self = LAMP_CHECK_RUNNER (source);
  Run *run = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  self->running = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->session != NULL)
        lamp_session_notice (self->session, error->message, FALSE);
      return;
    }
  if (self->again)
    {
      lamp_check_runner_run (self);
      return;
    }
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_steal_pointer (&run->findings);
  memcpy (self->figures, run->figures, sizeof self->figures);
  g_signal_emit (self, done_signal, 0);
}

static void
lamp_check_runner_dispose (GObject *object)
{
  LampCheckRunner *self = LAMP_CHECK_RUNNER (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->session);

  G_OBJECT_CLASS (lamp_check_runner_parent_class)->dispose (object);
}

static void
lamp_check_runner_finalize (GObject *object)
{
  LampCheckRunner *self = LAMP_CHECK_RUNNER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (lamp_check_runner_parent_class)->finalize (object);
}

static void
lamp_check_runner_class_init (LampCheckRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lamp_check_runner_dispose;
  object_class->finalize = lamp_check_runner_finalize;

  done_signal = g_signal_new ("done", LAMP_TYPE_CHECK_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_check_runner_init (LampCheckRunner *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * lamp_check_runner_new:
 * @session: the session
 *
 * Returns: (transfer full): a runner that has not run yet
 */
LampCheckRunner *
lamp_check_runner_new (LampSession *session)
{
  LampCheckRunner *self = g_object_new (LAMP_TYPE_CHECK_RUNNER, NULL);

  g_set_weak_pointer (&self->session, session);

  return self;
}

static void
start_thread (gpointer data)
{
  LampCheckRunner *self = data;
  g_autoptr (GTask) task = NULL;
  Run *run;

  self->idle = 0;
  if (self->session == NULL)
    return;
  self->running = TRUE;
  run = g_new0 (Run, 1);
  run->path = g_strdup (lamp_store_get_path (lamp_session_get_store (self->session)));
  run->today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  task = g_task_new (self, self->cancellable, on_done, NULL);
  g_task_set_source_tag (task, lamp_check_runner_run);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lamp_check_runner_run:
 * @self: a runner
 *
 * Runs the checks once the window has nothing more urgent to do, such as to paint its first frame; or has them run once
 * more when they are running already.
 */
void
lamp_check_runner_run (LampCheckRunner *self)
{
  g_return_if_fail (LAMP_IS_CHECK_RUNNER (self));

  self->again = self->running;
  if (self->session != NULL && !self->running && self->idle == 0)
    self->idle = g_idle_add_once (start_thread, self);
}

/**
 * lamp_check_runner_get_findings:
 * @self: a runner
 *
 * Returns: (transfer none) (nullable) (element-type LampFinding): what was found, %NULL before the first run is over
 */
GPtrArray *
lamp_check_runner_get_findings (LampCheckRunner *self)
{
  g_return_val_if_fail (LAMP_IS_CHECK_RUNNER (self), NULL);

  return self->findings;
}

/**
 * lamp_check_runner_get_figures:
 * @self: a runner
 *
 * Returns: (transfer none) (array fixed-size=3): the figure of each pillar
 */
const LampPillarFigure *
lamp_check_runner_get_figures (LampCheckRunner *self)
{
  g_return_val_if_fail (LAMP_IS_CHECK_RUNNER (self), NULL);

  return self->figures;
}
