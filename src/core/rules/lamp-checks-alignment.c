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

static LampFix *
stop_supporting (const LampRow *goal)
{
  return lamp_fix_new (goal, "parent", NULL, g_strdup (_("Stop Supporting")));
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
  if (self->goals->parents[place] == LAMP_FOREST_MISSING)
    return lamp_judging_break (self, _("The goal “%s” supports one that does not exist."), lamp_judging_name (self, goal));

  return lamp_judging_break (self, _("The goal “%s” supports no other goal."), lamp_judging_name (self, goal));
}

/* Goes once round the cycle that @start is on and returns its goal with the smallest identifier. */
static const LampRow *
visit_cycle (LampJudging *self,
             guint        start,
             gboolean    *visited,
             guint       *length)
{
  const LampRow *smallest = self->goals->rows->pdata[start];

  *length = 0;
  for (guint at = start; !visited[at]; at = (guint) self->goals->parents[at])
    {
      const LampRow *goal = self->goals->rows->pdata[at];

      visited[at] = TRUE;
      (*length)++;
      if (g_strcmp0 (lamp_row_get_id (goal), lamp_row_get_id (smallest)) < 0)
        smallest = goal;
    }

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

  lamp_judging_offer (self, stop_supporting (goal));
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

/* The level that a community's goals are usually of. */
static const char *
get_usual_level (LampJudging   *self,
                 const LampRow *goal)
{
  const LampRow *community = lamp_judging_get (self, goal, "community");

  if (community == NULL || lamp_row_is (goal, "level", "individual"))
    return NULL;
  if (lamp_row_is (community, "kind", "system") || lamp_row_is (community, "kind", "school"))
    return lamp_row_get_text (community, "kind");

  return "team";
}

static LampFix *
set_level (const LampRow *goal,
           const char    *level)
{
  const LampField *field = &goal->type->fields[lamp_record_type_find_field (goal->type, "level")];

  // Translators: what a button does; %s is a level of goals such as “School”
  return lamp_fix_new (goal, "level", level, g_strdup_printf (_("Set Level to “%s”"), lamp_field_get_choice_label (field, level)));
}

static int
rank_of (const char *level)
{
  return g_str_equal (level, "system") ? 0 : g_str_equal (level, "school") ? 1 : 2;
}

/* One of the two stands on a level that is not its community's: that is the mistake. Otherwise nobody but a person can
 * say which of them is wrong. */
static LampFix *
turn_upright (LampJudging   *self,
              const LampRow *goal,
              const LampRow *parent)
{
  const char *level = get_usual_level (self, goal);
  const char *other = get_usual_level (self, parent);

  if (level != NULL && rank_of (level) >= lamp_goal_get_rank (parent))
    return set_level (goal, level);
  if (other != NULL && rank_of (other) <= lamp_goal_get_rank (goal))
    return set_level (parent, other);

  return stop_supporting (goal);
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
  lamp_judging_offer (self, turn_upright (self, goal, parent));

  /* Translators: a goal, its level, a goal, its level. */
  return lamp_judging_break (self, _("The goal “%s” (%s) supports “%s” (%s), which stands on a lower level."),
                             lamp_judging_name (self, goal), lamp_goal_get_level_label (goal),
                             lamp_judging_name (self, parent), lamp_goal_get_level_label (parent));
}

/* The goals one level above @goal that support the same one as it does, and belong to the community that its own is
 * part of: when there is one alone, that is what it should support. */
static const LampRow *
find_between (LampJudging   *self,
              const LampRow *goal,
              const LampRow *parent)
{
  const LampRow *community = lamp_judging_get (self, goal, "community");
  const char *above = community != NULL ? lamp_row_get_text (community, "parent") : NULL;
  GPtrArray *siblings = above != NULL ? lamp_snapshot_find_by (self->snapshot, "goals", "community", above) : NULL;
  const LampRow *found = NULL;

  for (guint i = 0; siblings != NULL && i < MIN (siblings->len, 50); i++)
    {
      const LampRow *other = siblings->pdata[i];

      self->steps++;
      if (lamp_goal_get_rank (other) != lamp_goal_get_rank (goal) - 1 || !lamp_goal_is_live (other)
          || !lamp_row_is (other, "parent", lamp_row_get_id (parent)))
        continue;
      if (found != NULL)
        return NULL;
      found = other;
    }

  return found;
}

static LampFix *
align_between (LampJudging   *self,
               const LampRow *goal,
               const LampRow *parent)
{
  const LampRow *between = find_between (self, goal, parent);

  if (between == NULL)
    return NULL;

  // Translators: what a button does; %s is a goal
  return lamp_fix_new (goal, "parent", lamp_row_get_id (between),
                       g_strdup_printf (_("Align with “%s”"), lamp_judging_name (self, between)));
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
  lamp_judging_offer (self, align_between (self, goal, parent));

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
