/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-check-runner.h"

#include <string.h>

/* Who types goes on typing: what is changed again within so many milliseconds is judged once. */
#define REST 150

struct _LampCheckRunner
{
  GObject parent_instance;

  LampSession *session;   /* (nullable): weak, for a thread keeps the runner until it has ended */
  GCancellable *cancellable;
  GPtrArray *findings;
  LampPillarFigure figures[LAMP_N_PILLARS];
  LampKnowingDoing doing;
  GHashTable *counts;      /* (nullable): first LampFinding of a record → Count; made when first asked for */
  char *today;             /* (nullable): the day of the last run */
  gboolean stale;          /* something has changed since the last run began */
  gboolean running;
  gboolean again;
  guint source;            /* the run that has been asked for and not begun */
};

typedef struct
{
  guint n_findings;
  LampSeverity gravest;
} Count;

typedef struct
{
  char *path;
  char *today;
  GPtrArray *findings;
  LampPillarFigure figures[LAMP_N_PILLARS];
  LampKnowingDoing doing;
} Run;

enum
{
  SIGNAL_STALE,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

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
  lamp_knowing_doing_count (&run->doing, snapshot, run->today);
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
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  self->findings = g_steal_pointer (&run->findings);
  memcpy (self->figures, run->figures, sizeof self->figures);
  self->doing = run->doing;
  g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
lamp_check_runner_dispose (GObject *object)
{
  LampCheckRunner *self = LAMP_CHECK_RUNNER (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_weak_pointer (&self->session);

  G_OBJECT_CLASS (lamp_check_runner_parent_class)->dispose (object);
}

static void
lamp_check_runner_finalize (GObject *object)
{
  LampCheckRunner *self = LAMP_CHECK_RUNNER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->today);

  G_OBJECT_CLASS (lamp_check_runner_parent_class)->finalize (object);
}

static void
lamp_check_runner_class_init (LampCheckRunnerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lamp_check_runner_dispose;
  object_class->finalize = lamp_check_runner_finalize;

  signals[SIGNAL_STALE] = g_signal_new ("stale", LAMP_TYPE_CHECK_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  signals[SIGNAL_DONE] = g_signal_new ("done", LAMP_TYPE_CHECK_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
}

static void
lamp_check_runner_init (LampCheckRunner *self)
{
  self->cancellable = g_cancellable_new ();
}

static void
on_changed (LampCheckRunner *self)
{
  self->stale = TRUE;
  g_signal_emit (self, signals[SIGNAL_STALE], 0);
}

static LampCheckRunner *
runner_new (LampSession *session)
{
  LampCheckRunner *self = g_object_new (LAMP_TYPE_CHECK_RUNNER, NULL);

  g_set_weak_pointer (&self->session, session);
  g_signal_connect_object (lamp_session_get_store (session), "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lamp_check_runner_get:
 * @session: the session
 *
 * Gets the one runner of a session: whoever shows findings shows the same ones, and they are looked for once.
 *
 * Returns: (transfer none): the runner, which has not run before it was first asked to
 */
LampCheckRunner *
lamp_check_runner_get (LampSession *session)
{
  LampCheckRunner *self = g_object_get_data (G_OBJECT (session), "lamp-check-runner");

  if (self == NULL)
    {
      self = runner_new (session);
      g_object_set_data_full (G_OBJECT (session), "lamp-check-runner", self, g_object_unref);
    }

  return self;
}

static void
start_thread (gpointer data)
{
  LampCheckRunner *self = data;
  g_autoptr (GTask) task = NULL;
  Run *run;

  self->source = 0;
  if (self->session == NULL)
    return;
  self->running = TRUE;
  self->stale = FALSE;
  run = g_new0 (Run, 1);
  run->path = g_strdup (lamp_store_get_path (lamp_session_get_store (self->session)));
  run->today = lamp_clock_dup_today (lamp_session_get_clock (self->session));
  g_set_str (&self->today, run->today);
  task = g_task_new (self, self->cancellable, on_done, NULL);
  g_task_set_source_tag (task, lamp_check_runner_run);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * lamp_check_runner_run:
 * @self: a runner
 *
 * Runs the checks once the window has nothing more urgent to do, such as to paint its first frame, and after a change
 * when a person has come to rest; or has them run once more when they are running already.
 */
void
lamp_check_runner_run (LampCheckRunner *self)
{
  g_return_if_fail (LAMP_IS_CHECK_RUNNER (self));

  self->again = self->running;
  if (self->session == NULL || self->running || self->source != 0)
    return;
  if (self->findings == NULL)
    self->source = g_idle_add_once (start_thread, self);
  else
    self->source = g_timeout_add_once (REST, start_thread, self);
}

static gboolean
is_of_today (LampCheckRunner *self)
{
  g_autofree char *today = self->session != NULL ? lamp_clock_dup_today (lamp_session_get_clock (self->session)) : NULL;

  return g_strcmp0 (today, self->today) == 0;
}

/**
 * lamp_check_runner_update:
 * @self: a runner
 *
 * Runs the checks if anything has changed since they last ran, be it the day. Whoever shows findings calls it when they
 * come into sight and, while they are, at each "stale".
 */
void
lamp_check_runner_update (LampCheckRunner *self)
{
  g_return_if_fail (LAMP_IS_CHECK_RUNNER (self));

  if (self->stale || !is_of_today (self))
    lamp_check_runner_run (self);
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

/**
 * lamp_check_runner_get_knowing_doing:
 * @self: a runner
 *
 * Returns: (transfer none): how far what was learned has come into practice; all 0 before the first run is over
 */
const LampKnowingDoing *
lamp_check_runner_get_knowing_doing (LampCheckRunner *self)
{
  g_return_val_if_fail (LAMP_IS_CHECK_RUNNER (self), NULL);

  return &self->doing;
}

/* Findings about the same record are the same key. */
static guint
hash_place (gconstpointer data)
{
  const LampFinding *finding = data;

  return g_str_hash (finding->id) ^ g_direct_hash (finding->type);
}

static gboolean
is_same_place (gconstpointer a,
               gconstpointer b)
{
  const LampFinding *left = a;
  const LampFinding *right = b;

  return left->type == right->type && g_str_equal (left->id, right->id);
}

static GHashTable *
count_findings (GPtrArray *findings)
{
  GHashTable *counts = g_hash_table_new_full (hash_place, is_same_place, NULL, g_free);

  for (guint i = 0; i < findings->len; i++)
    {
      LampFinding *finding = findings->pdata[i];
      Count *count;

      if (finding->id == NULL || finding->silence != NULL)
        continue;
      count = g_hash_table_lookup (counts, finding);
      if (count == NULL)
        {
          count = g_new0 (Count, 1);
          count->gravest = finding->check->severity; /* the gravest come first */
          g_hash_table_insert (counts, finding, count);
        }
      count->n_findings++;
    }

  return counts;
}

/**
 * lamp_check_runner_count:
 * @self: a runner
 * @type: the type of a record
 * @id: its identifier
 * @gravest: (out) (optional): how grave the gravest of them is; left alone when there is none
 *
 * Counts what the last run found about a record and nobody has set aside. It costs a look into a table.
 *
 * Returns: how many findings there are; 0 before the first run is over
 */
guint
lamp_check_runner_count (LampCheckRunner      *self,
                         const LampRecordType *type,
                         const char           *id,
                         LampSeverity         *gravest)
{
  const LampFinding place = { .type = type, .id = (char *) id };
  const Count *count;

  g_return_val_if_fail (LAMP_IS_CHECK_RUNNER (self), 0);

  if (self->findings == NULL)
    return 0;
  if (self->counts == NULL)
    self->counts = count_findings (self->findings);
  count = g_hash_table_lookup (self->counts, &place);
  if (count == NULL)
    return 0;
  if (gravest != NULL)
    *gravest = count->gravest;

  return count->n_findings;
}
