/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-proposal-private.h"

#include <glib/gi18n-lib.h>

/* What a cycle asks of an agenda, and the block of work that stands where nothing asks for work. */

static const LampSpan stage_span = { 15, 8, 30 };
static const LampSpan evidence_span = { 8, 5, 15 };

/* Why a stage wants attention, or %NULL. */
static char *
describe_stage (LampTopics    *self,
                const LampRow *stage)
{
  g_autofree char *starts_on = lamp_topic_dup_day (stage, "starts_on");
  g_autofree char *ends_on = lamp_topic_dup_day (stage, "ends_on");
  gboolean is_active = lamp_row_is (stage, "status", "active");
  LampDue beginning = lamp_due_judge (lamp_row_get_text (stage, "starts_on"), self->day);
  LampDue end = lamp_due_judge (lamp_row_get_text (stage, "ends_on"), self->day);

  if (lamp_row_is (stage, "status", "done") || lamp_row_is (stage, "status", "skipped"))
    return NULL;
  if (end == LAMP_DUE_OVER)
    return g_strdup_printf (_("it should have ended on %s"), ends_on);
  if (is_active && end == LAMP_DUE_NOW)
    return g_strdup_printf (_("it ends on %s"), ends_on);
  if (!is_active && beginning == LAMP_DUE_OVER)
    return g_strdup_printf (_("it should have begun on %s"), starts_on);
  if (!is_active && beginning == LAMP_DUE_NOW)
    return g_strdup_printf (_("it begins on %s"), starts_on);

  return NULL;
}

/* The stages are the characteristics of a cycle, the activities are what is done in one (practice S40, S41). */
static const char *
activity_for (const LampRow *stage)
{
  static const struct { const char *characteristic; const char *activity; } pairs[] = {
    { "data", "data-analysis" },
    { "shared-goals", "planning" },
    { "professional-learning", "inquiry" },
    { "strategies", "planning" },
    { "application", "implementation" },
    { "monitoring", "data-analysis" },
    { "evaluation", "evaluation" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (lamp_row_is (stage, "characteristic", pairs[i].characteristic))
      return pairs[i].activity;

  return NULL;
}

static LampRow *
new_stage_topic (const char    *kind,
                 const LampRow *stage,
                 const char    *title,
                 LampSpan       span,
                 const char    *why)
{
  LampRow *row = lamp_topic_new (kind, title, span, why);

  lamp_row_set_text (row, "cycle", lamp_row_get_text (stage, "cycle"));
  lamp_row_set_text (row, "activity", activity_for (stage));

  return row;
}

/* The first stage of the cycle that is due: those behind it wait for it. */
static void
find_due_stage (LampTopics    *self,
                const LampRow *cycle)
{
  g_autoptr (GPtrArray) stages = lamp_snapshot_list_by (self->snapshot, "stages", "cycle", lamp_row_get_id (cycle));

  for (guint i = 0; i < stages->len; i++)
    {
      g_autofree char *reason = describe_stage (self, stages->pdata[i]);
      g_autofree char *why = NULL;

      if (reason == NULL)
        continue;
      /* Translators: a stage of a cycle, the cycle, a reason such as “it ends on 22 Nov 2026” */
      why = g_strdup_printf (_("The stage “%s” of “%s” is due: %s."), lamp_row_get_title (stages->pdata[i]),
                             lamp_row_get_title (cycle), reason);
      lamp_topics_take (self, new_stage_topic ("work", stages->pdata[i], lamp_row_get_title (stages->pdata[i]),
                                                    stage_span, why));
      return;
    }
}

static void
for_each_cycle (LampTopics *self,
                void    (*find) (LampTopics *, const LampRow *))
{
  g_autoptr (GPtrArray) cycles = lamp_snapshot_list_by (self->snapshot, "cycles", "community", self->options->community);

  for (guint i = 0; i < cycles->len; i++)
    find (self, cycles->pdata[i]);
}

/**
 * lamp_topics_find_stages:
 * @self: topics in the making
 *
 * Finds the stage of each cycle that is due, late or about to begin.
 */
void
lamp_topics_find_stages (LampTopics *self)
{
  for_each_cycle (self, find_due_stage);
}

/* A stage that is under way without any evidence of it (practice S41). */
static void
find_evidence_of_cycle (LampTopics    *self,
                        const LampRow *cycle)
{
  g_autoptr (GPtrArray) stages = lamp_snapshot_list_by (self->snapshot, "stages", "cycle", lamp_row_get_id (cycle));

  for (guint i = 0; i < stages->len; i++)
    {
      const LampRow *stage = stages->pdata[i];
      g_autofree char *title = NULL;
      g_autofree char *why = NULL;

      if (!lamp_row_is (stage, "status", "active")
          || lamp_snapshot_find_by (self->snapshot, "evidence", "stage", lamp_row_get_id (stage))->len > 0)
        continue;
      title = lamp_topic_dup_title (_("What evidence do we have: %s"), lamp_row_get_title (stage));
      why = g_strdup_printf (_("The stage “%s” of “%s” is under way and has no evidence yet."), lamp_row_get_title (stage),
                             lamp_row_get_title (cycle));
      lamp_topics_take (self, new_stage_topic ("conversation", stage, title, evidence_span, why));
    }
}

/**
 * lamp_topics_find_evidence:
 * @self: topics in the making
 *
 * Finds the stages that are under way without evidence.
 */
void
lamp_topics_find_evidence (LampTopics *self)
{
  for_each_cycle (self, find_evidence_of_cycle);
}

static const LampRow *
find_active_stage (LampSnapshot *snapshot,
                   const char   *community)
{
  g_autoptr (GPtrArray) cycles = lamp_snapshot_list_by (snapshot, "cycles", "community", community);

  for (guint i = 0; i < cycles->len; i++)
    {
      g_autoptr (GPtrArray) stages = lamp_snapshot_list_by (snapshot, "stages", "cycle", lamp_row_get_id (cycles->pdata[i]));

      for (guint s = 0; s < stages->len; s++)
        if (lamp_row_is (stages->pdata[s], "status", "active"))
          return stages->pdata[s];
    }

  return NULL;
}

/* Whether @a comes before @b: a priority before others, then what is due first. */
static gboolean
comes_before (const LampRow *a,
              const LampRow *b)
{
  gint64 difference = lamp_row_get_integer (a, "is_priority") - lamp_row_get_integer (b, "is_priority");

  if (difference != 0 || !lamp_row_has (a, "due"))
    return difference > 0;

  return !lamp_row_has (b, "due") || g_strcmp0 (lamp_row_get_text (a, "due"), lamp_row_get_text (b, "due")) < 0;
}

static const LampRow *
find_goal (LampSnapshot *snapshot,
           const char   *community)
{
  g_autoptr (GPtrArray) goals = lamp_snapshot_list_by (snapshot, "goals", "community", community);
  const LampRow *best = NULL;

  for (guint i = 0; i < goals->len; i++)
    if (!lamp_topic_is_finished (goals->pdata[i]) && !lamp_row_get_integer (goals->pdata[i], "private")
        && (best == NULL || comes_before (goals->pdata[i], best)))
      best = goals->pdata[i];

  return best;
}

/**
 * lamp_topic_new_work:
 * @snapshot: all that the file knows
 * @options: what the agenda is for
 *
 * Makes the block of work that stands where no topic asks for work: the stage that is under way, else the goal that
 * comes first, else just work.
 *
 * Returns: (transfer full): the agenda item
 */
LampRow *
lamp_topic_new_work (LampSnapshot              *snapshot,
                     const LampProposalOptions *options)
{
  int slot = options->minutes;
  LampSpan span = { MAX (1, slot / 3), MAX (1, slot / 8), MAX (1, slot) };
  const LampRow *stage = find_active_stage (snapshot, options->community);
  const LampRow *goal = find_goal (snapshot, options->community);
  LampRow *row;

  if (stage != NULL)
    return new_stage_topic ("work", stage, lamp_row_get_title (stage), span, _("This stage of our cycle is under way."));
  if (goal == NULL)
    return lamp_topic_new ("work", _("Work together"), span, _("Time to work on what brings us together."));
  row = lamp_topic_new ("work", lamp_row_get_title (goal), span,
                        lamp_row_get_integer (goal, "is_priority") ? _("It is a priority among our goals.")
                                                                   : _("It is the next of our goals."));
  lamp_row_set_text (row, "goal", lamp_row_get_id (goal));

  return row;
}
