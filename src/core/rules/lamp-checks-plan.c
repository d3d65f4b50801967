/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-alignment.h"
#include "lamp-checks-private.h"

/* Whether the goals of all communities together are one plan: practice S22 to S25, S30, S31, S34, S35. */

#define MOST_SCHOOL_GOALS 5

static guint
count_shared (LampJudging   *self,
              const LampRow *community)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);
  guint count = 0;

  for (guint i = 0; i < goals->len; i++)
    count += lamp_goal_is_shared (goals->pdata[i]);

  return count;
}

/* The purpose of the topmost community is the vision that everything aligns with. */
static LampVerdict
judge_vision (LampJudging   *self,
              const LampRow *community,
              guint          place)
{
  if (lamp_judging_get (self, community, "parent") != NULL || count_shared (self, community) == 0)
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (community, "purpose"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("“%s” has goals and no vision: its shared purpose is not written down."),
                             lamp_judging_name (self, community));
}

/* Whom the goals of a community are for: 1 students, 2 educators. */
static guint
find_audiences (LampJudging   *self,
                const LampRow *community)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);
  guint audiences = 0;

  for (guint i = 0; i < goals->len; i++)
    {
      const LampRow *goal = goals->pdata[i];

      if (!lamp_goal_is_shared (goal))
        continue;
      if (!lamp_row_is (goal, "audience", "educator") && lamp_row_has (goal, "audience"))
        audiences |= 1;
      if (!lamp_row_is (goal, "audience", "student") && lamp_row_has (goal, "audience"))
        audiences |= 2;
    }

  return audiences;
}

/* A network is for what its members need elsewhere, and is held to nothing of its own. */
static LampVerdict
judge_audience (LampJudging   *self,
                const LampRow *community,
                guint          place)
{
  if (lamp_row_is (community, "kind", "network") || count_shared (self, community) == 0)
    return LAMP_NOT_JUDGED;
  switch (find_audiences (self, community))
    {
    case 0:
      return lamp_judging_break (self, _("No goal of “%s” says whose learning it is for: students’ or educators’."),
                                 lamp_judging_name (self, community));
    case 1:
      return lamp_judging_break (self, _("“%s” has no goal for the learning of its educators."),
                                 lamp_judging_name (self, community));
    case 2:
      return lamp_judging_break (self, _("“%s” has no goal for the learning of its students."),
                                 lamp_judging_name (self, community));
    default:
      return LAMP_KEPT;
    }
}

static LampVerdict
judge_horizon (LampJudging   *self,
               const LampRow *community,
               guint          place)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);
  gboolean has_short = FALSE, has_long = FALSE;

  if (!lamp_row_is (community, "kind", "action-team") || count_shared (self, community) == 0)
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < goals->len; i++)
    {
      has_short |= lamp_goal_is_shared (goals->pdata[i]) && lamp_row_is (goals->pdata[i], "horizon", "short");
      has_long |= lamp_goal_is_shared (goals->pdata[i]) && lamp_row_is (goals->pdata[i], "horizon", "long");
    }
  if (has_short && has_long)
    return LAMP_KEPT;
  if (has_short)
    return lamp_judging_break (self, _("The plan of “%s” has no long-term goal."), lamp_judging_name (self, community));
  if (has_long)
    return lamp_judging_break (self, _("The plan of “%s” has no short-term goal."), lamp_judging_name (self, community));

  return lamp_judging_break (self, _("No goal of “%s” says whether it is short-term or long-term."),
                             lamp_judging_name (self, community));
}

/* What others are asked to align with has to say why; a goal below takes its why from the one that it supports. */
static LampVerdict
judge_why (LampJudging   *self,
           const LampRow *goal,
           guint          place)
{
  gboolean is_asked = lamp_goal_get_rank (goal) <= 1 || lamp_row_get_integer (goal, "is_priority");

  if (!is_asked || !lamp_goal_is_live (goal) || lamp_goal_is_private (goal))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (goal, "why"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The goal “%s” does not say why."), lamp_judging_name (self, goal));
}

static LampVerdict
judge_number (LampJudging   *self,
              const LampRow *community,
              guint          place)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);
  guint count = 0;

  for (guint i = 0; i < goals->len; i++)
    count += lamp_goal_is_live (goals->pdata[i]) && lamp_row_is (goals->pdata[i], "level", "school");
  if (!lamp_row_is (community, "kind", "school") || count == 0)
    return LAMP_NOT_JUDGED;
  if (count <= MOST_SCHOOL_GOALS)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("“%s” has %u goals at once, more than the five that a school can carry."),
                             lamp_judging_name (self, community), count);
}

/* Which goals have a goal of a team or a school above them, by their primary alignment. */
static gpointer
find_carried (LampJudging *self)
{
  LampForest *goals = self->goals;
  gboolean *carried = g_new0 (gboolean, goals->rows->len + 1);

  for (guint i = goals->n_order; i > 0; i--)
    {
      guint place = goals->order[i - 1];
      int parent = goals->parents[place];
      int rank = parent >= 0 ? lamp_goal_get_rank (goals->rows->pdata[parent]) : 0;

      carried[place] = parent >= 0 && (rank == 1 || rank == 2 || carried[parent]);
    }
  self->steps += goals->n_order;

  return carried;
}

static gboolean
supports_a_team (LampJudging   *self,
                 const LampRow *goal,
                 const gboolean *carried)
{
  GPtrArray *links = lamp_judging_list (self, "goal_links", "goal", goal);

  for (guint i = 0; i < links->len; i++)
    {
      int place = lamp_forest_place (self->goals, lamp_row_get_text (links->pdata[i], "supports"));
      int rank = place >= 0 ? lamp_goal_get_rank (self->goals->rows->pdata[place]) : 0;

      if (place >= 0 && (rank == 1 || rank == 2 || carried[place]))
        return TRUE;
    }

  return FALSE;
}

/* One that aligns with nothing at all is found as an orphan already. */
static LampVerdict
judge_individual (LampJudging   *self,
                  const LampRow *goal,
                  guint          place)
{
  const gboolean *carried = self->facts;

  if (lamp_goal_get_rank (goal) != 3 || !lamp_goal_is_live (goal)
      || !lamp_alignment_is_aligned (self->snapshot, goal))
    return LAMP_NOT_JUDGED;
  if (carried[place] || supports_a_team (self, goal, carried))
    return LAMP_KEPT;
  lamp_judging_offer (self, lamp_judging_align_above (self, goal));

  return lamp_judging_break (self, _("No goal of a team or a school stands above the goal “%s” of one person."),
                             lamp_judging_name (self, goal));
}

static gboolean
supports (const LampRow *goal,
          const LampRow *other)
{
  return lamp_row_is (goal, "parent", lamp_row_get_id (other));
}

/* The same words twice are two goals only where one of them carries the other. */
static LampVerdict
judge_twin (LampJudging   *self,
            const LampRow *goal,
            guint          place)
{
  const int *twins = self->facts;
  const LampRow *twin = twins[place] >= 0 ? self->goals->rows->pdata[twins[place]] : NULL;

  if (!lamp_goal_is_shared (goal) || lamp_goal_is_private (goal))
    return LAMP_NOT_JUDGED;
  if (twin == NULL || supports (goal, twin) || supports (twin, goal))
    return LAMP_KEPT;
  self->other = twin;
  lamp_judging_offer (self, lamp_judging_align_twin (self, goal, twin));

  return lamp_judging_break (self, _("The goals “%s” and “%s” say the same, and neither supports the other."),
                             lamp_judging_name (self, goal), lamp_judging_name (self, twin));
}

static gboolean
is_of_another (const LampRow *goal,
               const char    *community)
{
  return goal != NULL && !lamp_row_is (goal, "community", community);
}

static gboolean
links_out (LampJudging   *self,
           const LampRow *goal,
           const char    *from,
           const char    *to)
{
  GPtrArray *links = lamp_judging_list (self, "goal_links", from, goal);

  for (guint i = 0; i < links->len; i++)
    if (is_of_another (lamp_judging_get (self, links->pdata[i], to), lamp_row_get_text (goal, "community")))
      return TRUE;

  return FALSE;
}

/* Whether another community has a part in a goal: one that it supports, or one that supports it. */
static gboolean
reaches_out (LampJudging   *self,
             const LampRow *goal)
{
  const char *community = lamp_row_get_text (goal, "community");
  GPtrArray *children = lamp_judging_list (self, "goals", "parent", goal);

  if (is_of_another (lamp_judging_get (self, goal, "parent"), community))
    return TRUE;
  for (guint i = 0; i < children->len; i++)
    if (is_of_another (children->pdata[i], community))
      return TRUE;

  return links_out (self, goal, "goal", "supports") || links_out (self, goal, "supports", "goal");
}

/* A community that is the only one with goals has nobody to share them with. */
static gpointer
count_communities (LampJudging *self)
{
  guint *count = g_new0 (guint, 1);
  GPtrArray *communities = lamp_snapshot_get (self->snapshot, "communities");

  for (guint i = 0; i < communities->len; i++)
    *count += count_shared (self, communities->pdata[i]) > 0;

  return count;
}

static LampVerdict
judge_alone (LampJudging   *self,
             const LampRow *community,
             guint          place)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);

  if (*(const guint *) self->facts < 2 || count_shared (self, community) == 0)
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < goals->len; i++)
    if (lamp_goal_is_shared (goals->pdata[i]) && reaches_out (self, goals->pdata[i]))
      return LAMP_KEPT;

  return lamp_judging_break (self, _("“%s” shares no goal with any other community."), lamp_judging_name (self, community));
}

static LampVerdict
judge_equity (LampJudging   *self,
              const LampRow *community,
              guint          place)
{
  GPtrArray *goals = lamp_judging_list (self, "goals", "community", community);
  gboolean is_judged = FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      if (!lamp_goal_is_shared (goals->pdata[i]) || !lamp_row_has (goals->pdata[i], "audience")
          || lamp_row_is (goals->pdata[i], "audience", "educator"))
        continue;
      if (lamp_row_has_words (goals->pdata[i], "equity_focus"))
        return LAMP_KEPT;
      is_judged = TRUE;
    }
  if (!is_judged || (!lamp_row_is (community, "kind", "system") && !lamp_row_is (community, "kind", "school")))
    return LAMP_NOT_JUDGED;

  return lamp_judging_break (self, _("No goal of “%s” for its students names a group whose achievement is behind."),
                             lamp_judging_name (self, community));
}

static gboolean
any_has_words (GPtrArray  *rows,
               const char *field)
{
  for (guint i = 0; i < rows->len; i++)
    if (lamp_row_has_words (rows->pdata[i], field))
      return TRUE;

  return FALSE;
}

/* A number for everybody hides who is behind: what was measured or seen has to say of whom. */
static LampVerdict
judge_disaggregation (LampJudging   *self,
                      const LampRow *goal,
                      guint          place)
{
  GPtrArray *measurements = lamp_judging_list (self, "measurements", "goal", goal);
  GPtrArray *evidence = lamp_judging_list (self, "evidence", "goal", goal);

  if (!lamp_row_has_words (goal, "equity_focus") || !lamp_goal_is_live (goal) || measurements->len + evidence->len == 0)
    return LAMP_NOT_JUDGED;
  if (any_has_words (measurements, "note") || any_has_words (evidence, "finding"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The goal “%s” is about a group of students, and no result says of whom it is."),
                             lamp_judging_name (self, goal));
}

const LampRule lamp_rules_plan[] = {
  {
    {
      .code = "V-MISSING",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Plans without a vision"),
      .why = NC_ ("check", "Goals align with something larger than themselves; where the vision is not written down, each "
                           "community aligns with its own idea of it."),
      .source = LEARNING_FORWARD "; practice S22",
      .action = NC_ ("check", "Write the shared purpose of the topmost community: what all of this is for."),
    },
    .type = "communities",
    .judge_row = judge_vision,
  },
  {
    {
      .code = "G-AUDIENCE",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Communities without goals for students or for educators"),
      .why = NC_ ("check", "Students learn more when those who teach them learn too: a plan that names only one of them "
                           "leaves out how the other is to change."),
      .source = LEARNING_FORWARD "; practice S10, S23",
      .action = NC_ ("check", "Say of each goal whose learning it is for, and add one for the side that is missing."),
    },
    .type = "communities",
    .judge_row = judge_audience,
  },
  {
    {
      .code = "G-HORIZON",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Action plans without short-term or long-term goals"),
      .why = NC_ ("check", "A team that has only far aims loses heart, and one that has only near ones loses its way: plans "
                           "that lasted had both."),
      .source = DIETZ "; practice S30",
      .action = NC_ ("check", "Set the horizon of each goal, and add a first step or a far aim."),
    },
    .type = "communities",
    .judge_row = judge_horizon,
  },
  {
    {
      .code = "G-NO-WHY",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Goals of a school or system that do not say why"),
      .why = NC_ ("check", "A task narrows what people look at; a purpose invites them to grow into it."),
      .source = DIETZ "; practice S31",
      .action = NC_ ("check", "Write one sentence on why this matters for learning."),
    },
    .type = "goals",
    .judge_row = judge_why,
  },
  {
    {
      .code = "G-TOO-MANY",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Schools with more than five goals"),
      .why = NC_ ("check", "A school can keep three goals in view, five at the most; what comes on top of them is on paper "
                           "only."),
      .source = DUKE "; practice S25",
      .action = NC_ ("check", "Choose together what matters most now, and let the other goals wait or support it."),
    },
    .type = "communities",
    .judge_row = judge_number,
  },
  {
    {
      .code = "G-INDIVIDUAL",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Individual goals with no team or school above"),
      .why = NC_ ("check", "What one person learns does not change a school: the organization has to learn with them."),
      .source = "Building Professional Learning Communities; practice S34",
      .action = NC_ ("check", "Align it with a goal of the person’s team or school, or ask whether the team should have one."),
      .can_mend = TRUE,
    },
    .type = "goals",
    .judge_row = judge_individual,
    .prepare = find_carried,
  },
  {
    {
      .code = "F-ALONE",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Communities that share no goal with another"),
      .why = NC_ ("check", "Communities that work side by side on things of their own pull a school apart: shared goals hold "
                           "them together."),
      .source = LEARNING_FORWARD "; practice S25",
      .action = NC_ ("check", "Find the goal of another community that this one serves, and align with it."),
    },
    .type = "communities",
    .judge_row = judge_alone,
    .prepare = count_communities,
  },
  {
    {
      .code = "F-DUPLICATE",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "The same goal twice"),
      .why = NC_ ("check", "Two communities that write down the same goal and do not know of each other do the work twice and "
                           "learn from it once."),
      .source = LEARNING_FORWARD "; practice S25",
      .action = NC_ ("check", "Bring the two communities together: let one goal support the other, or make them one."),
      .can_mend = TRUE,
    },
    .type = "goals",
    .judge_row = judge_twin,
    .prepare = lamp_judging_find_twins,
  },
  {
    {
      .code = "E-NO-FOCUS",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Plans that name no group that is behind"),
      .why = NC_ ("check", "Achievement for all students takes a common will, and an aim that is for everybody can be met "
                           "while the same children stay behind."),
      .source = LIEBERMAN_MILLER "; practice S35",
      .action = NC_ ("check", "Name, in one of the goals for students, the group that it has to reach."),
    },
    .type = "communities",
    .judge_row = judge_equity,
  },
  {
    {
      .code = "E-NO-GROUPS",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Results that do not say of whom they are"),
      .why = NC_ ("check", "An average can rise while a group falls further behind; only results told apart show it."),
      .source = LIEBERMAN_MILLER "; practice S35",
      .action = NC_ ("check", "Note with a measurement which group it is of, or add what was seen as evidence."),
    },
    .type = "goals",
    .judge_row = judge_disaggregation,
  },
  { { NULL } },
};
