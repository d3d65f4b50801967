/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-checks-private.h"
#include "lamp-date.h"

/* What is done for the goals, and what stands in the way: practice S22, S28, S32, S33, S55. */

/* When somebody looks again where nobody has said when: a month for a problem, a term for a strategy. */
#define DAYS_TO_LOOK_AGAIN 28
#define DAYS_TO_REVISIT 84

static gboolean
is_live (LampJudging   *self,
         const LampRow *strategy)
{
  const LampRow *goal = lamp_judging_get (self, strategy, "goal");

  return lamp_goal_is_live (strategy) && goal != NULL && lamp_goal_is_live (goal);
}

/* What is said of a strategy for a private goal is the goal's business. */
static const char *
name_strategy (LampJudging   *self,
               const LampRow *strategy)
{
  const LampRow *goal = lamp_judging_get (self, strategy, "goal");

  return lamp_goal_is_private (goal) ? lamp_judging_name (self, goal) : lamp_row_get_title (strategy);
}

static LampFix *
look_again (LampJudging   *self,
            const LampRow *row,
            const char    *field,
            int            days)
{
  const char *day = lamp_judging_days_ago (self, -days);
  g_autofree char *display = lamp_date_dup_display (day);

  // Translators: what a button does; %s is a day
  return lamp_fix_new (row, field, day, g_strdup_printf (_("Look Again on %s"), display));
}

static LampVerdict
judge_mandate (LampJudging   *self,
               const LampRow *strategy,
               guint          place)
{
  if (!lamp_row_is (strategy, "origin", "mandated") || !is_live (self, strategy))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has (strategy, "revisit_on"))
    return LAMP_KEPT;
  lamp_judging_offer (self, look_again (self, strategy, "revisit_on", DAYS_TO_REVISIT));

  return lamp_judging_break (self, _("The strategy “%s” was decided for others, and no day is set to look at it again."),
                             name_strategy (self, strategy));
}

/* Another strategy for the same goal that changes what people do. */
static gboolean
has_practice_beside (LampJudging   *self,
                     const LampRow *strategy)
{
  GPtrArray *strategies = lamp_snapshot_find_by (self->snapshot, "strategies", "goal",
                                                 lamp_row_get_text (strategy, "goal"));

  for (guint i = 0; i < strategies->len; i++)
    {
      self->steps++;
      if (lamp_row_is (strategies->pdata[i], "kind", "practice"))
        return TRUE;
    }

  return FALSE;
}

static LampVerdict
judge_structure (LampJudging   *self,
                 const LampRow *strategy,
                 guint          place)
{
  if (!lamp_row_is (strategy, "kind", "structure") || !is_live (self, strategy))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (strategy, "practice") || has_practice_beside (self, strategy))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The strategy “%s” changes a structure, and nothing says what changes in practice."),
                             name_strategy (self, strategy));
}

static LampVerdict
judge_theory (LampJudging   *self,
              const LampRow *strategy,
              guint          place)
{
  if (!is_live (self, strategy))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (strategy, "theory"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("Nothing says why the strategy “%s” should work."), name_strategy (self, strategy));
}

static LampVerdict
judge_policy (LampJudging   *self,
              const LampRow *policy,
              guint          place)
{
  if (lamp_judging_list (self, "supports", "policy", policy)->len > 0)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The policy “%s” asks for results and gives no support."),
                             lamp_judging_name (self, policy));
}

static LampVerdict
judge_support (LampJudging   *self,
               const LampRow *support,
               guint          place)
{
  if (lamp_judging_get (self, support, "goal") != NULL)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The support “%s” is given for no goal."), lamp_judging_name (self, support));
}

/* A tame problem that was solved and came back, more than once, is none. One that counts as solved now has its day of
 * solution to lose as well: that is for a person to decide. */
static LampVerdict
judge_tame (LampJudging   *self,
            const LampRow *problem,
            guint          place)
{
  gint64 reopened = lamp_row_get_integer (problem, "reopened");

  if (!lamp_row_is (problem, "kind", "tame"))
    return LAMP_NOT_JUDGED;
  if (reopened < 2)
    return LAMP_KEPT;
  if (!lamp_row_has (problem, "resolved_on"))
    lamp_judging_offer (self, lamp_fix_new (problem, "kind", "wicked", g_strdup (_("Call It Wicked"))));

  return lamp_judging_break (self, g_dngettext (GETTEXT_PACKAGE,
                                                "The problem “%s” is called tame, and has come back %u time.",
                                                "The problem “%s” is called tame, and has come back %u times.",
                                                (gulong) reopened),
                             lamp_judging_name (self, problem), (guint) reopened);
}

static LampVerdict
judge_wicked (LampJudging   *self,
              const LampRow *problem,
              guint          place)
{
  if (!lamp_row_is (problem, "kind", "wicked"))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has (problem, "next_look_on"))
    return LAMP_KEPT;
  lamp_judging_offer (self, look_again (self, problem, "next_look_on", DAYS_TO_LOOK_AGAIN));

  return lamp_judging_break (self, _("Nobody has said when to look again at the problem “%s”."),
                             lamp_judging_name (self, problem));
}

const LampRule lamp_rules_strategies[] = {
  {
    {
      .code = "P-UNSUPPORTED",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Policies without support"),
      .why = NC_ ("check", "A policy that holds people to account owes them what they need to get there: time, "
                           "money, people, expertise or materials."),
      .source = LEARNING_FORWARD "; practice S22, S28",
      .action = NC_ ("check", "Name the support that comes with the policy, or bring the policy back to those who "
                              "made it."),
    },
    .type = "policies",
    .judge_row = judge_policy,
  },
  {
    {
      .code = "P-NO-GOAL",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_ALIGNMENT,
      .title = NC_ ("check", "Support that serves no goal"),
      .why = NC_ ("check", "Time, money and expertise are short; what is given for no goal in particular is missing where one "
                           "needs it."),
      .source = LEARNING_FORWARD "; practice S15, S28",
      .action = NC_ ("check", "Say which goal the support is for."),
    },
    .type = "supports",
    .judge_row = judge_support,
  },
  {
    {
      .code = "T-MANDATED",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "Mandated strategies that nobody looks at again"),
      .why = NC_ ("check", "A solution that others decided on wins little commitment and is seldom questioned; a day to look "
                           "again gives those who carry it their say."),
      .source = DIETZ "; practice S32",
      .action = NC_ ("check", "Set the day on which those who carry the strategy say whether it helps."),
      .can_mend = TRUE,
    },
    .type = "strategies",
    .judge_row = judge_mandate,
  },
  {
    {
      .code = "T-STRUCTURE",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "New structures without new practice"),
      .why = NC_ ("check", "Longer periods were taught like the short ones, and councils argued over power: a structure alone "
                           "changes nothing in a classroom."),
      .source = DIETZ "; practice S33",
      .action = NC_ ("check", "Write down what changes in practice, or add a strategy of practice for the same goal."),
    },
    .type = "strategies",
    .judge_row = judge_structure,
  },
  {
    {
      .code = "T-THEORY",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Strategies that do not say why they should work"),
      .why = NC_ ("check", "Teachers are thinkers, too: a practice without its theory can be copied and not improved."),
      .source = LIEBERMAN_MILLER "; practice S86",
      .action = NC_ ("check", "Write one sentence: what you do, what you expect of it, and why you expect it."),
    },
    .type = "strategies",
    .judge_row = judge_theory,
  },
  {
    {
      .code = "B-TAME",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_CYCLES,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Tame problems that come back"),
      .why = NC_ ("check", "A tame problem has a procedure and stays solved; one that comes back was never tame, and another "
                           "procedure will not end it."),
      .source = DIETZ "; practice S55",
      .action = NC_ ("check", "Call it wicked, name those whom it touches, and set a day to look at it again."),
      .can_mend = TRUE,
    },
    .type = "problems",
    .judge_row = judge_tame,
  },
  {
    {
      .code = "B-NO-LOOK",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_CYCLES,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Wicked problems without a next look"),
      .why = NC_ ("check", "A wicked problem is never done, only looked at again; without a day it is forgotten instead."),
      .source = DIETZ "; practice S55",
      .action = NC_ ("check", "Set the day on which the community looks at it again."),
      .can_mend = TRUE,
    },
    .type = "problems",
    .judge_row = judge_wicked,
  },
  { { NULL } },
};
