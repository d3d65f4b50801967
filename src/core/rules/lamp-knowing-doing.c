/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-knowing-doing.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

/* How far one event has come. */
typedef struct
{
  gboolean practice;
  gboolean applied;
  gboolean shown;
  const char *learned_on;  /* (nullable) */
  const char *applied_on;  /* (nullable): the first day */
} Trace;

static gboolean
has_words (const LampRow *row,
           const char    *field)
{
  const char *text = lamp_row_get_text (row, field);

  return text != NULL && *text != '\0';
}

static GPtrArray *
list_by (LampSnapshot  *snapshot,
         const char    *type,
         const char    *field,
         const LampRow *row)
{
  return lamp_snapshot_find_by (snapshot, type, field, lamp_row_get_id (row));
}

static gboolean
has_begun (const LampRow *stage)
{
  return lamp_row_is (stage, "status", "active") || lamp_row_is (stage, "status", "done");
}

static const char *
get_beginning (const LampRow *stage)
{
  return has_words (stage, "started_on") ? lamp_row_get_text (stage, "started_on") : lamp_row_get_text (stage, "starts_on");
}

/* When a stage was over, as far as anybody has written it down. */
static const char *
get_end (const LampRow *stage)
{
  static const char * const fields[] = { "finished_on", "ends_on", "started_on", "starts_on" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (has_words (stage, fields[i]))
      return lamp_row_get_text (stage, fields[i]);

  return NULL;
}

static gboolean
is_not_before (const char *day,
               const char *other)
{
  return day == NULL || other == NULL || strncmp (day, other, strlen ("0000-00-00")) >= 0;
}

/* Tried at work: the first day counts. */
static void
note_applied (Trace      *trace,
              const char *day)
{
  trace->applied = TRUE;
  if (day != NULL && (trace->applied_on == NULL || strcmp (day, trace->applied_on) < 0))
    trace->applied_on = day;
}

static gboolean
is_after_application (const LampRow *stage)
{
  return lamp_row_is (stage, "characteristic", "application") || lamp_row_is (stage, "characteristic", "monitoring")
         || lamp_row_is (stage, "characteristic", "evaluation");
}

static gboolean
has_dated_after (GPtrArray  *rows,
                 const char *field,
                 const char *day)
{
  for (guint i = 0; i < rows->len; i++)
    if (day != NULL && has_words (rows->pdata[i], field) && is_not_before (lamp_row_get_text (rows->pdata[i], field), day))
      return TRUE;

  return FALSE;
}

/* Evidence noted where it was tried or afterwards; or about the goals of the cycle, or measurements of them, since. */
static gboolean
has_evidence (LampSnapshot  *snapshot,
              const LampRow *cycle,
              const char    *since)
{
  GPtrArray *stages = list_by (snapshot, "stages", "cycle", cycle);
  GPtrArray *links = list_by (snapshot, "cycle_goals", "cycle", cycle);

  for (guint i = 0; i < stages->len; i++)
    if (is_after_application (stages->pdata[i]) && list_by (snapshot, "evidence", "stage", stages->pdata[i])->len > 0)
      return TRUE;
  for (guint i = 0; i < links->len; i++)
    {
      const char *goal = lamp_row_get_text (links->pdata[i], "goal");

      if (goal == NULL)
        continue;
      if (has_dated_after (lamp_snapshot_find_by (snapshot, "evidence", "goal", goal), "noted_on", since)
          || has_dated_after (lamp_snapshot_find_by (snapshot, "measurements", "goal", goal), "measured_on", since))
        return TRUE;
    }

  return FALSE;
}

static gboolean
changes_practice (LampSnapshot  *snapshot,
                  const LampRow *cycle)
{
  GPtrArray *strategies = list_by (snapshot, "strategies", "cycle", cycle);

  for (guint i = 0; i < strategies->len; i++)
    if (!lamp_row_is (strategies->pdata[i], "status", "dropped")
        && (has_words (strategies->pdata[i], "practice") || lamp_row_is (strategies->pdata[i], "kind", "practice")))
      return TRUE;

  return FALSE;
}

/* A stage of professional learning leads to the strategies of its cycle, the application and what was seen of it. */
static void
trace_stage (LampSnapshot  *snapshot,
             const LampRow *stage,
             Trace         *trace)
{
  const LampRow *cycle = lamp_snapshot_find (snapshot, "cycles", lamp_row_get_text (stage, "cycle"));
  GPtrArray *stages = cycle != NULL ? list_by (snapshot, "stages", "cycle", cycle) : NULL;

  trace->learned_on = get_end (stage);
  if (cycle == NULL)
    return;
  trace->practice = changes_practice (snapshot, cycle);
  for (guint i = 0; i < stages->len; i++)
    if (lamp_row_is (stages->pdata[i], "characteristic", "application") && has_begun (stages->pdata[i]))
      note_applied (trace, get_beginning (stages->pdata[i]));
  trace->shown = trace->applied && has_evidence (snapshot, cycle, trace->applied_on);
}

/* What a person wrote that they did since. */
static void
trace_journal (LampSnapshot  *snapshot,
               const LampRow *person,
               Trace         *trace)
{
  GPtrArray *entries = list_by (snapshot, "journal_entries", "person", person);

  for (guint i = 0; i < entries->len; i++)
    {
      const LampRow *entry = entries->pdata[i];

      if (!lamp_row_is (entry, "kind", "acted") || !is_not_before (lamp_row_get_text (entry, "created_at"), trace->learned_on))
        continue;
      trace->practice = TRUE;
      if (!has_words (entry, "stage"))
        continue;
      note_applied (trace, lamp_row_get_text (entry, "created_at"));
      trace->shown |= has_words (entry, "outcome");
    }
}

/* The applications that a person has led or helped with since. */
static void
trace_applications (LampSnapshot  *snapshot,
                    const LampRow *person,
                    const char    *field,
                    Trace         *trace)
{
  GPtrArray *stages = list_by (snapshot, "stages", field, person);

  for (guint i = 0; i < stages->len; i++)
    {
      const LampRow *stage = stages->pdata[i];
      const LampRow *cycle = lamp_snapshot_find (snapshot, "cycles", lamp_row_get_text (stage, "cycle"));

      if (!lamp_row_is (stage, "characteristic", "application") || !has_begun (stage)
          || !is_not_before (get_beginning (stage), trace->learned_on))
        continue;
      trace->practice = TRUE;
      note_applied (trace, get_beginning (stage));
      trace->shown |= cycle != NULL && has_evidence (snapshot, cycle, get_beginning (stage));
    }
}

static void
trace_training (LampSnapshot  *snapshot,
                const LampRow *training,
                Trace         *trace)
{
  const LampRow *person = lamp_snapshot_find (snapshot, "people", lamp_row_get_text (training, "person"));

  trace->learned_on = lamp_row_get_text (training, "held_on");
  if (person == NULL)
    return;
  trace_journal (snapshot, person, trace);
  trace_applications (snapshot, person, "owner", trace);
  trace_applications (snapshot, person, "local_support", trace);
}

/* A step counts when those before it do. */
static void
count_trace (LampKnowingDoing *self,
             const Trace      *trace,
             GArray           *days)
{
  self->n_learned++;
  self->n_practice += trace->practice;
  self->n_applied += trace->practice && trace->applied;
  self->n_shown += trace->practice && trace->applied && trace->shown;
  if (trace->practice && trace->applied && trace->learned_on != NULL && trace->applied_on != NULL)
    {
      g_autofree char *day = g_strndup (trace->applied_on, strlen ("0000-00-00"));
      int between = MAX (lamp_date_days_between (trace->learned_on, day), 0);

      g_array_append_val (days, between);
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/**
 * lamp_knowing_doing_count:
 * @self: (out caller-allocates): where to put the figure
 * @snapshot: what is counted
 * @today: the day on which it is counted
 *
 * Follows each event of professional learning on its way into practice. Events are the stages of professional learning
 * that are done, and the trainings that have been held. Of a stage, its cycle tells the rest; of a training, what the
 * person has done since. A step counts only when those before it do, so that each number is at most the one before it.
 *
 * Nothing is told of anybody by name: there are sums over the whole file, and no figure of a person (practice S26).
 */
void
lamp_knowing_doing_count (LampKnowingDoing *self,
                          LampSnapshot     *snapshot,
                          const char       *today)
{
  GPtrArray *stages = lamp_snapshot_get (snapshot, "stages");
  GPtrArray *trainings = lamp_snapshot_get (snapshot, "trainings");
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (int));

  memset (self, 0, sizeof *self);
  for (guint i = 0; i < stages->len; i++)
    if (lamp_row_is (stages->pdata[i], "characteristic", "professional-learning")
        && lamp_row_is (stages->pdata[i], "status", "done"))
      {
        Trace trace = { 0 };

        trace_stage (snapshot, stages->pdata[i], &trace);
        count_trace (self, &trace, days);
      }
  for (guint i = 0; i < trainings->len; i++)
    if (is_not_before (today, lamp_row_get_text (trainings->pdata[i], "held_on")))
      {
        Trace trace = { 0 };

        trace_training (snapshot, trainings->pdata[i], &trace);
        count_trace (self, &trace, days);
      }
  g_array_sort (days, compare_days);
  self->median_days = days->len > 0 ? g_array_index (days, int, (days->len - 1) / 2) : -1;
}

/**
 * lamp_knowing_doing_dup_words:
 * @self: a figure
 *
 * Returns: (transfer full): the figure in one or two sentences, translated
 */
char *
lamp_knowing_doing_dup_words (const LampKnowingDoing *self)
{
  g_autofree char *chain = NULL;

  if (self->n_learned == 0)
    return g_strdup (_("No professional learning has been written down yet."));
  // Translators: how far events of professional learning have come on their way into the classroom
  chain = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                        "Of %u event of professional learning, %u is to change practice, %u has been tried "
                                        "at work, and of %u there is evidence.",
                                        "Of %u events of professional learning, %u are to change practice, %u have been "
                                        "tried at work, and of %u there is evidence.", self->n_learned),
                           self->n_learned, self->n_practice, self->n_applied, self->n_shown);
  if (self->median_days < 0)
    return g_steal_pointer (&chain);

  // Translators: %1$s are sentences on what was learned and tried
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s It took %d day, as a median.", "%s It took %d days, as a median.",
                                       (gulong) self->median_days), chain, self->median_days);
}

/**
 * lamp_knowing_doing_dup_formula:
 *
 * Says how [func@knowing_doing_count] counts. This is the one place where that is put into words for a person.
 *
 * Returns: (transfer full): some sentences, translated; plain text
 */
char *
lamp_knowing_doing_dup_formula (void)
{
  return g_strdup (_("Counted are the stages of professional learning that are done, and the trainings that were held. One "
                     "changes practice when a strategy of its cycle says what changes, or the person trained has written "
                     "since what they did. It has been tried when the cycle’s application has begun, or the person has led "
                     "or helped with one or written in one. There is evidence when something was noted or measured since. "
                     "Each step counts only when those before it do. The gap between knowing and doing is what has not "
                     "been tried, of all that was learned; it is counted for the whole file and for no person."));
}
