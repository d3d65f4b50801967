/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* What supports what: practice S20, S21. */

static gboolean
is_dropped (const LampRow *goal)
{
  return lamp_row_is (goal, "status", "dropped");
}

static const LampRow *
get_parent (LampJudging *self,
            guint        place)
{
  int parent = self->goals->parents[place];

  return parent >= 0 ? self->goals->rows->pdata[parent] : NULL;
}

static LampVerdict
judge_orphan (LampJudging   *self,
              const LampRow *goal,
              guint          place)
{
  if (lamp_goal_get_rank (goal) == 0 || is_dropped (goal))
    return LAMP_NOT_JUDGED;
  if (lamp_alignment_is_aligned (self->snapshot, goal))
    return LAMP_KEPT;
  lamp_judging_offer (self, lamp_judging_align_above (self, goal));
  if (self->goals->parents[place] == LAMP_FOREST_MISSING)
    return lamp_judging_break (self, _("The goal “%s” supports one that does not exist."), lamp_judging_name (self, goal));

  return lamp_judging_break (self, _("The goal “%s” supports no other goal."), lamp_judging_name (self, goal));
}

/* The higher level first, then the smaller identifier: the same one wherever the walk round begins. */
static int
compare_heights (const LampRow *goal,
                 const LampRow *other)
{
  int ranks = lamp_goal_get_rank (goal) - lamp_goal_get_rank (other);

  return ranks != 0 ? ranks : g_strcmp0 (lamp_row_get_id (goal), lamp_row_get_id (other));
}

/* Goes once round the cycle that @start is on and returns its goal with the smallest identifier; offers to open it at its
 * highest goal, if that can be done. */
static const LampRow *
visit_cycle (LampJudging *self,
             guint        start,
             gboolean    *visited,
             guint       *length)
{
  const LampRow *smallest = self->goals->rows->pdata[start];
  const LampRow *highest = smallest;

  *length = 0;
  for (guint at = start; !visited[at]; at = (guint) self->goals->parents[at])
    {
      const LampRow *goal = self->goals->rows->pdata[at];

      visited[at] = TRUE;
      (*length)++;
      if (g_strcmp0 (lamp_row_get_id (goal), lamp_row_get_id (smallest)) < 0)
        smallest = goal;
      if (compare_heights (goal, highest) < 0)
        highest = goal;
    }
  lamp_judging_offer (self, lamp_judging_open_ring (self, highest));

  return smallest;
}

static void
find_cycle (LampJudging *self,
            guint        start,
            gboolean    *visited)
{
  guint length;
  const LampRow *goal = visit_cycle (self, start, visited, &length);
  const char *title = lamp_judging_name (self, goal);

  if (length == 1)
    lamp_judging_find (self, goal, g_strdup_printf (_("The goal “%s” supports itself."), title));
  else
    lamp_judging_find (self, goal,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "The goal “%s” comes back to itself over %u other goal.",
                                                     "The goal “%s” comes back to itself over %u other goals.",
                                                     length - 1), title, length - 1));
}

static void
judge_cycles (LampJudging *self)
{
  g_autofree gboolean *visited = g_new0 (gboolean, self->goals->rows->len);

  for (guint i = 0; i < self->goals->n_order; i++)
    {
      visited[self->goals->order[i]] = TRUE;
      if (self->goals->parents[self->goals->order[i]] >= 0)
        lamp_judging_keep (self);
    }
  for (guint i = 0; i < self->goals->rows->len; i++)
    if (!visited[i])
      find_cycle (self, i, visited);
}

static LampVerdict
judge_upright (LampJudging   *self,
               const LampRow *goal,
               guint          place)
{
  const LampRow *parent = get_parent (self, place);

  if (parent == NULL || is_dropped (goal))
    return LAMP_NOT_JUDGED;
  if (lamp_goal_get_rank (goal) >= lamp_goal_get_rank (parent))
    return LAMP_KEPT;
  self->other = parent;
  lamp_judging_offer (self, lamp_judging_turn_upright (self, goal, parent));

  /* Translators: a goal, its level, a goal, its level. */
  return lamp_judging_break (self, _("The goal “%s” (%s) supports “%s” (%s), which stands on a lower level."),
                             lamp_judging_name (self, goal), lamp_goal_get_level_label (goal),
                             lamp_judging_name (self, parent), lamp_goal_get_level_label (parent));
}

static LampVerdict
judge_skip (LampJudging   *self,
            const LampRow *goal,
            guint          place)
{
  const LampRow *parent = get_parent (self, place);

  if (parent == NULL || is_dropped (goal))
    return LAMP_NOT_JUDGED;
  if (lamp_goal_get_rank (goal) - lamp_goal_get_rank (parent) <= 1)
    return LAMP_KEPT;
  self->other = parent;
  lamp_judging_offer (self, lamp_judging_align_between (self, goal, parent));

  /* Translators: a goal, its level, a goal, its level. */
  return lamp_judging_break (self, _("The goal “%s” (%s) supports “%s” (%s) and jumps over a level."),
                             lamp_judging_name (self, goal), lamp_goal_get_level_label (goal),
                             lamp_judging_name (self, parent), lamp_goal_get_level_label (parent));
}

static LampVerdict
judge_stalled (LampJudging   *self,
               const LampRow *goal,
               guint          place)
{
  if (lamp_goal_get_rank (goal) > 1 || !lamp_goal_is_live (goal))
    return LAMP_NOT_JUDGED;
  if (!lamp_alignment_is_stalled (self->snapshot, goal))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("Nothing supports the goal “%s” from below: no goal and no strategy."),
                             lamp_judging_name (self, goal));
}

const LampRule lamp_rules_alignment[] = {
  {
    {
      .code = "G-ORPHAN",
      .severity = LAMP_SEVERITY_ERROR,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that align with nothing"),
      .why = NC_ ("check", "A team’s work counts for the whole when its goal carries a goal of the larger community; "
                           "a goal that stands alone splits the effort."),
      .source = LEARNING_FORWARD "; practice S21",
      .action = NC_ ("check", "Align the goal with the one above it that it serves, or drop it."),
      .can_mend = TRUE,
    },
    .type = "goals",
    .judge_row = judge_orphan,
  },
  {
    {
      .code = "G-CYCLE",
      .severity = LAMP_SEVERITY_ERROR,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that support themselves in a circle"),
      .why = NC_ ("check", "Where every goal rests on another of the same ring, none of them reaches the school or "
                           "the system."),
      .source = LEARNING_FORWARD "; practice S21",
      .action = NC_ ("check", "Decide which of the goals is the highest and let it support a goal outside the ring."),
      .can_mend = TRUE,
    },
    judge_cycles,
  },
  {
    {
      .code = "G-INVERTED",
      .severity = LAMP_SEVERITY_ERROR,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that support one of a lower level"),
      .why = NC_ ("check", "Alignment leads from the individual to the team, the school and the system; upside down, "
                           "the larger community would follow the smaller one."),
      .source = LEARNING_FORWARD "; practice S20, S21",
      .action = NC_ ("check", "Turn the alignment round, or correct the level of one of the two goals."),
      .can_mend = TRUE,
    },
    .type = "goals",
    .judge_row = judge_upright,
  },
  {
    {
      .code = "G-SKIP",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Alignments that jump over a level"),
      .why = NC_ ("check", "A team that answers straight to the system passes its own school by: colleagues next "
                           "door do not see what they share."),
      .source = LEARNING_FORWARD "; practice S20, S21",
      .action = NC_ ("check", "Put the goal of the level between the two, or align with one that is there."),
      .can_mend = TRUE,
    },
    .type = "goals",
    .judge_row = judge_skip,
  },
  {
    {
      .code = "G-STALLED",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that nothing supports from below"),
      .why = NC_ ("check", "A goal of a school or a system is reached in classrooms; when no team has taken it up "
                           "and no strategy serves it, it stays a sentence."),
      .source = LEARNING_FORWARD "; practice S21, S29",
      .action = NC_ ("check", "Ask which team will carry the goal, add a strategy for it, or drop it."),
    },
    .type = "goals",
    .judge_row = judge_stalled,
  },
  { { NULL } },
};
