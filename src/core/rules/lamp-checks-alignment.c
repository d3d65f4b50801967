/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* What supports what: practice S21, S25, S28. */

static gboolean
is_dropped (const LampRow *goal)
{
  return g_strcmp0 (lamp_row_get_text (goal, "status"), "dropped") == 0;
}

static void
judge_orphans (LampJudging *self)
{
  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];
      g_autofree char *title = NULL;

      if (lamp_goal_get_rank (goal) == 0 || is_dropped (goal))
        continue;
      if (lamp_alignment_is_aligned (self->snapshot, goal))
        {
          lamp_judging_keep (self);
          continue;
        }
      title = lamp_goal_dup_public_title (self->snapshot, goal);
      lamp_judging_find (self, goal, g_strdup_printf (self->goals->parents[i] == LAMP_FOREST_MISSING
                                                        ? _("The goal “%s” supports one that does not exist.")
                                                        : _("The goal “%s” supports no other goal."), title));
    }
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
  g_autofree char *title = lamp_goal_dup_public_title (self->snapshot, goal);

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

/* Judges each alignment by how many levels it goes up. */
static void
judge_steps (LampJudging *self,
             gboolean   (*holds) (int step),
             char      *(*say) (const char *title, const char *level, const char *other, const char *other_level))
{
  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];
      const LampRow *parent = self->goals->parents[i] >= 0 ? self->goals->rows->pdata[self->goals->parents[i]] : NULL;
      g_autofree char *title = NULL;
      g_autofree char *other = NULL;

      if (parent == NULL || is_dropped (goal))
        continue;
      if (holds (lamp_goal_get_rank (goal) - lamp_goal_get_rank (parent)))
        {
          lamp_judging_keep (self);
          continue;
        }
      title = lamp_goal_dup_public_title (self->snapshot, goal);
      other = lamp_goal_dup_public_title (self->snapshot, parent);
      lamp_judging_find (self, goal,
                         say (title, lamp_goal_get_level_label (goal), other, lamp_goal_get_level_label (parent)));
    }
}

static gboolean
is_upright (int step)
{
  return step >= 0;
}

static char *
say_inverted (const char *title,
              const char *level,
              const char *other,
              const char *other_level)
{
  /* Translators: a goal, its level, a goal, its level. */
  return g_strdup_printf (_("The goal “%s” (%s) supports “%s” (%s), which stands on a lower level."), title, level,
                          other, other_level);
}

static void
judge_inverted (LampJudging *self)
{
  judge_steps (self, is_upright, say_inverted);
}

static gboolean
is_no_jump (int step)
{
  return step <= 1;
}

static char *
say_skip (const char *title,
          const char *level,
          const char *other,
          const char *other_level)
{
  /* Translators: a goal, its level, a goal, its level. */
  return g_strdup_printf (_("The goal “%s” (%s) supports “%s” (%s) and jumps over a level."), title, level, other,
                          other_level);
}

static void
judge_skips (LampJudging *self)
{
  judge_steps (self, is_no_jump, say_skip);
}

static void
judge_stalled (LampJudging *self)
{
  for (guint i = 0; i < self->goals->rows->len; i++)
    {
      const LampRow *goal = self->goals->rows->pdata[i];
      g_autofree char *title = NULL;

      if (lamp_goal_get_rank (goal) > 1 || lamp_goal_is_finished (goal))
        continue;
      if (!lamp_alignment_is_stalled (self->snapshot, goal))
        {
          lamp_judging_keep (self);
          continue;
        }
      title = lamp_goal_dup_public_title (self->snapshot, goal);
      lamp_judging_find (self, goal,
                         g_strdup_printf (_("Nothing supports the goal “%s” from below: no goal and no strategy."),
                                          title));
    }
}

static void
judge_policies (LampJudging *self)
{
  GPtrArray *policies = lamp_snapshot_get (self->snapshot, "policies");

  for (guint i = 0; i < policies->len; i++)
    {
      const LampRow *policy = policies->pdata[i];

      if (lamp_snapshot_find_by (self->snapshot, "supports", "policy", lamp_row_get_id (policy))->len > 0)
        lamp_judging_keep (self);
      else
        lamp_judging_find (self, policy,
                           g_strdup_printf (_("The policy “%s” asks for results and gives no support."),
                                            lamp_row_get_title (policy)));
    }
}

const LampRule lamp_rules_alignment[] = {
  {
    {
      .code = "G-ORPHAN",
      .severity = LAMP_SEVERITY_ERROR,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that align with nothing"),
      .why = NC_ ("check", "A team’s work counts for the whole when its goal carries a goal of the larger community; "
                           "a goal that stands alone splits the effort."),
      .source = LEARNING_FORWARD "; practice S21",
      .action = NC_ ("check", "Align the goal with the one above it that it serves, or drop it."),
    },
    judge_orphans,
  },
  {
    {
      .code = "G-CYCLE",
      .severity = LAMP_SEVERITY_ERROR,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that support themselves in a circle"),
      .why = NC_ ("check", "Where every goal rests on another of the same ring, none of them reaches the school or "
                           "the system."),
      .source = LEARNING_FORWARD "; practice S21",
      .action = NC_ ("check", "Decide which of the goals is the highest and let it support a goal outside the ring."),
    },
    judge_cycles,
  },
  {
    {
      .code = "G-INVERTED",
      .severity = LAMP_SEVERITY_ERROR,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that support one of a lower level"),
      .why = NC_ ("check", "Alignment leads from the individual to the team, the school and the system; upside down, "
                           "the larger community would follow the smaller one."),
      .source = LEARNING_FORWARD "; practice S20, S21",
      .action = NC_ ("check", "Turn the alignment round, or correct the level of one of the two goals."),
    },
    judge_inverted,
  },
  {
    {
      .code = "G-SKIP",
      .severity = LAMP_SEVERITY_WARNING,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Alignments that jump over a level"),
      .why = NC_ ("check", "A team that answers straight to the system passes its own school by: colleagues next "
                           "door do not see what they share."),
      .source = LEARNING_FORWARD "; practice S20, S21",
      .action = NC_ ("check", "Put the goal of the level between the two, or align with one that is there."),
    },
    judge_skips,
  },
  {
    {
      .code = "G-STALLED",
      .severity = LAMP_SEVERITY_WARNING,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals that nothing supports from below"),
      .why = NC_ ("check", "A goal of a school or a system is reached in classrooms; when no team has taken it up "
                           "and no strategy serves it, it stays a sentence."),
      .source = LEARNING_FORWARD "; practice S21, S29",
      .action = NC_ ("check", "Ask which team will carry the goal, add a strategy for it, or drop it."),
    },
    judge_stalled,
  },
  {
    {
      .code = "P-UNSUPPORTED",
      .severity = LAMP_SEVERITY_WARNING,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Policies without support"),
      .why = NC_ ("check", "A policy that holds people to account owes them what they need to get there: time, "
                           "money, people, expertise or materials."),
      .source = LEARNING_FORWARD "; practice S22, S28",
      .action = NC_ ("check", "Name the support that comes with the policy, or bring the policy back to those who "
                              "made it."),
    },
    judge_policies,
  },
  { { NULL } },
};
