/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* Who carries a goal and how anybody would know: practice S26, S41, S75. */

static gboolean
is_dropped (const LampRow *goal)
{
  return g_strcmp0 (lamp_row_get_text (goal, "status"), "dropped") == 0;
}

/* An owner who is no longer in the file owns nothing. */
static void
judge_owners (LampJudging *self)
{
  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];
      g_autofree char *title = NULL;

      if (is_dropped (goal))
        continue;
      if (lamp_snapshot_find (self->snapshot, "people", lamp_row_get_text (goal, "owner")) != NULL)
        {
          lamp_judging_keep (self);
          continue;
        }
      title = lamp_goal_dup_public_title (self->snapshot, goal);
      lamp_judging_find (self, goal, g_strdup_printf (_("Nobody owns the goal “%s”."), title));
    }
}

static gboolean
has_text (const LampRow *row,
          const char    *field)
{
  const char *text = lamp_row_get_text (row, field);

  return text != NULL && *text != '\0';
}

/* A goal is measured by its own measure or measurements or, when its progress comes from the goals that support it, by
 * one of those being measured. */
static gboolean *
find_measured (LampJudging *self)
{
  gboolean *measured = g_new0 (gboolean, self->goals->rows->len);

  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];

      measured[i] = has_text (goal, "measure")
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

static void
judge_measures (LampJudging *self)
{
  g_autofree gboolean *measured = find_measured (self);

  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];
      g_autofree char *title = NULL;

      if (is_dropped (goal) || lamp_goal_is_private (goal))
        continue;
      if (measured[i])
        {
          lamp_judging_keep (self);
          continue;
        }
      title = lamp_goal_dup_public_title (self->snapshot, goal);
      lamp_judging_find (self, goal, g_strdup_printf (_("Nothing says how the goal “%s” is measured."), title));
    }
}

static gboolean
is_teams_own (LampJudging *self,
              const char  *community)
{
  const LampRow *row = lamp_snapshot_find (self->snapshot, "communities", community);
  const char *kind = row != NULL ? lamp_row_get_text (row, "kind") : NULL;

  return g_strcmp0 (kind, "team") == 0 || g_strcmp0 (kind, "action-team") == 0;
}

static void
mark (LampJudging *self,
      gboolean    *worked,
      const char  *goal)
{
  int place = lamp_forest_place (self->goals, goal);

  if (place >= 0)
    worked[place] = TRUE;
}

/* A team's work on a goal is work on all that the goal supports. */
static void
carry_upwards (LampJudging *self,
               gboolean    *worked)
{
  for (guint i = 0; i < self->goals->n_order; i++)
    {
      guint place = self->goals->order[i];

      if (self->goals->parents[place] >= 0 && worked[place])
        worked[self->goals->parents[place]] = TRUE;
    }
}

static void
mark_cycles (LampJudging *self,
             gboolean    *worked)
{
  GPtrArray *cycle_goals = lamp_snapshot_get (self->snapshot, "cycle_goals");

  for (guint i = 0; i < cycle_goals->len; i++)
    {
      const LampRow *cycle = lamp_snapshot_find (self->snapshot, "cycles",
                                                 lamp_row_get_text (cycle_goals->pdata[i], "cycle"));

      if (cycle != NULL && is_teams_own (self, lamp_row_get_text (cycle, "community")))
        mark (self, worked, lamp_row_get_text (cycle_goals->pdata[i], "goal"));
    }
}

static void
mark_links (LampJudging *self,
            gboolean    *worked)
{
  GPtrArray *links = lamp_snapshot_get (self->snapshot, "goal_links");

  for (guint i = 0; i < links->len; i++)
    {
      int place = lamp_forest_place (self->goals, lamp_row_get_text (links->pdata[i], "goal"));

      if (place >= 0 && worked[place])
        mark (self, worked, lamp_row_get_text (links->pdata[i], "supports"));
    }
}

/* A team works on a goal when the goal is the team's own, or one of the team's goals supports it, or a cycle of the
 * team is about it. What is dropped is nobody's work. */
static gboolean *
find_worked (LampJudging *self)
{
  gboolean *worked = g_new0 (gboolean, self->goals->rows->len);

  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];

      worked[i] = !is_dropped (goal) && is_teams_own (self, lamp_row_get_text (goal, "community"));
    }
  mark_cycles (self, worked);
  carry_upwards (self, worked);
  mark_links (self, worked);
  carry_upwards (self, worked);

  return worked;
}

static void
judge_priorities (LampJudging *self)
{
  g_autofree gboolean *worked = find_worked (self);

  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];
      g_autofree char *title = NULL;

      if (!lamp_row_get_integer (goal, "is_priority") || lamp_goal_is_finished (goal))
        continue;
      if (worked[i])
        {
          lamp_judging_keep (self);
          continue;
        }
      title = lamp_goal_dup_public_title (self->snapshot, goal);
      lamp_judging_find (self, goal, g_strdup_printf (_("No team works on the priority “%s”."), title));
    }
}

const LampRule lamp_rules_goals[] = {
  {
    {
      .code = "G-NO-OWNER",
      .severity = LAMP_SEVERITY_WARNING,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Goals without an owner"),
      .why = NC_ ("check", "The community answers for a goal together, and somebody has to bring it to the table: a "
                           "goal with no name beside it is brought by nobody."),
      .source = LEARNING_FORWARD "; practice S26, S27",
      .action = NC_ ("check", "Ask in the community who will keep the goal in view, and enter that person as its "
                              "owner."),
    },
    judge_owners,
  },
  {
    {
      .code = "G-NO-MEASURE",
      .severity = LAMP_SEVERITY_WARNING,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Goals without a measure"),
      .why = NC_ ("check", "The cycle closes when results are weighed; that needs a measure agreed on beforehand."),
      .source = LEARNING_FORWARD "; practice S41, S46",
      .action = NC_ ("check", "Write down what you will look at, or take the progress from supporting goals that are "
                              "measured."),
    },
    judge_measures,
  },
  {
    {
      .code = "A-NOTEAM",
      .severity = LAMP_SEVERITY_ERROR,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Priorities that no team works on"),
      .why = NC_ ("check", "A priority set together becomes work when one team takes it up; otherwise the evening "
                           "that set it was a promise to nobody."),
      .source = DIETZ "; practice S74, S75",
      .action = NC_ ("check", "Form an action team for the priority, or align a team’s goal with it."),
    },
    judge_priorities,
  },
  { { NULL } },
};
