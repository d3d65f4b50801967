/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* Who carries a goal and how anybody would know: practice S26, S41, S75. */

static gboolean
is_dropped (const LampRow *goal)
{
  return lamp_row_is (goal, "status", "dropped");
}

/* An owner who is no longer in the file owns nothing. */
static LampVerdict
judge_owner (LampJudging   *self,
             const LampRow *goal,
             guint          place)
{
  if (is_dropped (goal))
    return LAMP_NOT_JUDGED;
  if (lamp_judging_get (self, goal, "owner") != NULL)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("Nobody owns the goal “%s”."), lamp_judging_name (self, goal));
}

/* A goal is measured by its own measure or measurements or, when its progress comes from the goals that support it, by
 * one of those being measured. */
static gpointer
find_measured (LampJudging *self)
{
  gboolean *measured = g_new0 (gboolean, self->goals->rows->len);

  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];

      measured[i] = lamp_row_has_words (goal, "measure")
                    || lamp_snapshot_find_by (self->snapshot, "measurements", "goal", lamp_row_get_id (goal))->len > 0;
    }
  for (guint i = 0; i < self->goals->n_order; i++)
    {
      guint place = self->goals->order[i];
      int parent = self->goals->parents[place];

      if (parent >= 0 && measured[place] && !is_dropped (self->goals->rows->pdata[place])
          && g_strcmp0 (lamp_row_get_text (self->goals->rows->pdata[parent], "rollup"), "children") == 0)
        measured[parent] = TRUE;
    }

  return measured;
}

static LampVerdict
judge_measure (LampJudging   *self,
               const LampRow *goal,
               guint          place)
{
  const gboolean *measured = self->facts;

  if (is_dropped (goal) || lamp_goal_is_private (goal))
    return LAMP_NOT_JUDGED;
  if (measured[place])
    return LAMP_KEPT;

  return lamp_judging_break (self, _("Nothing says how the goal “%s” is measured."), lamp_judging_name (self, goal));
}

static gboolean
has_parts (LampJudging   *self,
           const LampRow *goal)
{
  GPtrArray *children = lamp_judging_list (self, "goals", "parent", goal);

  for (guint i = 0; i < children->len; i++)
    if (children->pdata[i] != goal && !is_dropped (children->pdata[i]))
      return TRUE;

  return FALSE;
}

static LampVerdict
judge_rollup (LampJudging   *self,
              const LampRow *goal,
              guint          place)
{
  if (!lamp_row_is (goal, "rollup", "children") || !lamp_goal_is_live (goal) || lamp_goal_is_private (goal))
    return LAMP_NOT_JUDGED;
  if (has_parts (self, goal))
    return LAMP_KEPT;
  lamp_judging_offer (self, lamp_fix_new (goal, "rollup", "own", g_strdup (_("Take Its Own Measurements"))));

  return lamp_judging_break (self, _("The goal “%s” takes its progress from the goals below it, and there are none."),
                             lamp_judging_name (self, goal));
}

static gboolean
is_teams_own (LampJudging *self,
              const char  *community)
{
  const LampRow *row = lamp_snapshot_find (self->snapshot, "communities", community);
  const char *kind = row != NULL ? lamp_row_get_text (row, "kind") : NULL;

  return g_strcmp0 (kind, "team") == 0 || g_strcmp0 (kind, "action-team") == 0;
}

/* What is worked on, and those goals whose work has still to be carried on to what they support. */
typedef struct
{
  gboolean *worked;
  GArray *waiting;
} Work;

static void
mark (LampJudging *self,
      Work        *work,
      int          place)
{
  guint found = (guint) place;

  if (place < 0 || work->worked[place])
    return;
  work->worked[place] = TRUE;
  g_array_append_val (work->waiting, found);
}

static void
mark_cycles (LampJudging *self,
             Work        *work)
{
  GPtrArray *cycle_goals = lamp_snapshot_get (self->snapshot, "cycle_goals");

  for (guint i = 0; i < cycle_goals->len; i++)
    {
      const LampRow *cycle = lamp_snapshot_find (self->snapshot, "cycles",
                                                 lamp_row_get_text (cycle_goals->pdata[i], "cycle"));

      if (cycle != NULL && is_teams_own (self, lamp_row_get_text (cycle, "community")))
        mark (self, work, lamp_forest_place (self->goals, lamp_row_get_text (cycle_goals->pdata[i], "goal")));
    }
}

/* A team's work on a goal is work on all that the goal supports, and so on upwards. */
static void
carry_upwards (LampJudging *self,
               Work        *work)
{
  for (guint i = 0; i < work->waiting->len; i++)
    {
      guint place = g_array_index (work->waiting, guint, i);
      GPtrArray *links = lamp_judging_list (self, "goal_links", "goal", self->goals->rows->pdata[place]);

      mark (self, work, self->goals->parents[place]);
      for (guint l = 0; l < links->len; l++)
        mark (self, work, lamp_forest_place (self->goals, lamp_row_get_text (links->pdata[l], "supports")));
    }
}

/* A team works on a goal when the goal is the team's own, or one of the team's goals supports it, or a cycle of the
 * team is about it. What is dropped is nobody's work. */
static gpointer
find_worked (LampJudging *self)
{
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  Work work = { g_new0 (gboolean, self->goals->rows->len + 1), waiting };

  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];

      if (!is_dropped (goal) && is_teams_own (self, lamp_row_get_text (goal, "community")))
        mark (self, &work, (int) i);
    }
  mark_cycles (self, &work);
  carry_upwards (self, &work);

  return work.worked;
}

static LampVerdict
judge_priority (LampJudging   *self,
                const LampRow *goal,
                guint          place)
{
  const gboolean *worked = self->facts;

  if (!lamp_row_get_integer (goal, "is_priority") || !lamp_goal_is_live (goal))
    return LAMP_NOT_JUDGED;
  if (worked[place])
    return LAMP_KEPT;

  return lamp_judging_break (self, _("No team works on the priority “%s”."), lamp_judging_name (self, goal));
}

const LampRule lamp_rules_goals[] = {
  {
    {
      .code = "G-NO-OWNER",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Goals without an owner"),
      .why = NC_ ("check", "The community answers for a goal together, and somebody has to bring it to the table: a "
                           "goal with no name beside it is brought by nobody."),
      .source = LEARNING_FORWARD "; practice S26, S27",
      .action = NC_ ("check", "Ask in the community who will keep the goal in view, and enter that person as its "
                              "owner."),
    },
    .type = "goals",
    .judge_row = judge_owner,
  },
  {
    {
      .code = "G-NO-MEASURE",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Goals without a measure"),
      .why = NC_ ("check", "The cycle closes when results are weighed; that needs a measure agreed on beforehand."),
      .source = LEARNING_FORWARD "; practice S41, S46",
      .action = NC_ ("check", "Write down what you will look at, or take the progress from supporting goals that are "
                              "measured."),
    },
    .type = "goals",
    .judge_row = judge_measure,
    .prepare = find_measured,
  },
  {
    {
      .code = "G-ROLLUP",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Goals whose progress comes from nothing"),
      .why = NC_ ("check", "Progress that is gathered from below says nothing where nobody below has taken the goal up: it "
                           "looks unmoved whatever is done for it."),
      .source = LEARNING_FORWARD "; practice S21, S41",
      .action = NC_ ("check", "Let the goals that serve it support it, or measure it by itself."),
      .can_mend = TRUE,
    },
    .type = "goals",
    .judge_row = judge_rollup,
  },
  {
    {
      .code = "A-NOTEAM",
      .severity = LAMP_SEVERITY_ERROR,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Priorities that no team works on"),
      .why = NC_ ("check", "A priority set together becomes work when one team takes it up; otherwise the evening "
                           "that set it was a promise to nobody."),
      .source = DIETZ "; practice S74, S75",
      .action = NC_ ("check", "Form an action team for the priority, or align a team’s goal with it."),
    },
    .type = "goals",
    .judge_row = judge_priority,
    .prepare = find_worked,
  },
  { { NULL } },
};
