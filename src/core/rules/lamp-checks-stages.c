/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"
#include "lamp-date.h"

/* What each of the seven characteristics asks of its stage: practice S41, S46, S47. */

#define LEAST_MEASUREMENTS 2

static gboolean
is_done (const LampRow *stage)
{
  return lamp_row_is (stage, "status", "done");
}

static gboolean
has_begun (const LampRow *stage)
{
  return is_done (stage) || lamp_row_is (stage, "status", "active");
}

static gboolean
names_areas (const LampRow *stage)
{
  return lamp_row_has_words (stage, "learning_areas") && !lamp_row_is (stage, "learning_areas", "[]");
}

static const char *
name_cycle (LampJudging   *self,
            const LampRow *stage)
{
  const LampRow *cycle = lamp_judging_get (self, stage, "cycle");

  return cycle != NULL ? lamp_row_get_title (cycle) : "?";
}

static gboolean
is_before (const LampRow *stage,
           const LampRow *other)
{
  gint64 places = lamp_row_get_integer (stage, "position") - lamp_row_get_integer (other, "position");

  return places != 0 ? places < 0 : g_strcmp0 (lamp_row_get_id (stage), lamp_row_get_id (other)) < 0;
}

/* For each stage the index of the first stage of its cycle that nobody has begun or skipped, or -1. */
static gpointer
find_waiting (LampJudging *self)
{
  g_autoptr (GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *stages = lamp_snapshot_get (self->snapshot, "stages");
  int *found = g_new (int, stages->len + 1);

  for (guint i = 0; i < stages->len; i++)
    {
      const char *cycle = lamp_row_get_text (stages->pdata[i], "cycle");
      gpointer first;

      if (cycle == NULL || has_begun (stages->pdata[i]) || lamp_row_is (stages->pdata[i], "status", "skipped"))
        continue;
      if (!g_hash_table_lookup_extended (waiting, cycle, NULL, &first)
          || is_before (stages->pdata[i], stages->pdata[GPOINTER_TO_UINT (first)]))
        g_hash_table_insert (waiting, (gpointer) cycle, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < stages->len; i++)
    {
      const char *cycle = lamp_row_get_text (stages->pdata[i], "cycle");
      gpointer first;

      found[i] = cycle != NULL && g_hash_table_lookup_extended (waiting, cycle, NULL, &first) ? GPOINTER_TO_INT (first) : -1;
    }
  self->steps += 2 * stages->len;

  return found;
}

static LampVerdict
judge_order (LampJudging   *self,
             const LampRow *stage,
             guint          place)
{
  const int *waiting = self->facts;
  const LampRow *first = NULL;

  if (!has_begun (stage))
    return LAMP_NOT_JUDGED;
  if (waiting[place] >= 0)
    first = lamp_snapshot_get (self->snapshot, "stages")->pdata[waiting[place]];
  if (first == NULL || lamp_row_get_integer (first, "position") >= lamp_row_get_integer (stage, "position"))
    return LAMP_KEPT;
  self->other = first;

  /* Translators: a stage, the cycle that it is of, and a stage. */
  return lamp_judging_break (self, _("The stage “%s” of “%s” has begun, and “%s” before it has not."),
                             lamp_judging_name (self, stage), name_cycle (self, stage), lamp_judging_name (self, first));
}

static LampVerdict
judge_skipped (LampJudging   *self,
               const LampRow *stage,
               guint          place)
{
  if (lamp_row_is (stage, "status", "planned") || !lamp_row_has (stage, "status"))
    return LAMP_NOT_JUDGED;
  if (!lamp_row_is (stage, "status", "skipped") || lamp_row_has_words (stage, "why"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” was skipped, and nothing says why."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

/* What a stage is for may stand beside it: goals, strategies, what was learned. */
static gboolean
has_its_own (LampJudging   *self,
             const LampRow *stage)
{
  const LampRow *cycle = lamp_judging_get (self, stage, "cycle");

  if (lamp_row_is (stage, "characteristic", "professional-learning"))
    return names_areas (stage);
  if (cycle != NULL && lamp_row_is (stage, "characteristic", "shared-goals"))
    return lamp_judging_list (self, "cycle_goals", "cycle", cycle)->len > 0;
  if (cycle != NULL && lamp_row_is (stage, "characteristic", "strategies"))
    return lamp_judging_list (self, "strategies", "cycle", cycle)->len > 0;

  return FALSE;
}

static LampVerdict
judge_traces (LampJudging   *self,
              const LampRow *stage,
              guint          place)
{
  static const char * const words[] = { "what_worked", "why", "verdict" };
  static const char * const types[] = { "evidence", "adjustments", "journal_entries", "meetings" };

  if (!is_done (stage))
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (lamp_row_has_words (stage, words[i]))
      return LAMP_KEPT;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (lamp_judging_list (self, types[i], "stage", stage)->len > 0)
      return LAMP_KEPT;
  if (has_its_own (self, stage))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” is done and has left nothing behind."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

static LampVerdict
judge_areas (LampJudging   *self,
             const LampRow *stage,
             guint          place)
{
  if (!lamp_row_is (stage, "characteristic", "professional-learning") || !has_begun (stage))
    return LAMP_NOT_JUDGED;
  if (names_areas (stage))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” does not say what is learned: content, its pedagogy, how "
                                     "students learn, or classroom management."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

static guint
audience_bit (const LampRow *row,
              const char    *field)
{
  if (row == NULL)
    return 0;

  return (lamp_row_is (row, field, "student") ? 1u : 0) | (lamp_row_is (row, field, "educator") ? 2u : 0)
         | (lamp_row_is (row, field, "both") ? 3u : 0);
}

static guint
find_data (LampJudging   *self,
           const LampRow *stage)
{
  GPtrArray *evidence = lamp_judging_list (self, "evidence", "stage", stage);
  guint bits = 0;

  for (guint i = 0; i < evidence->len; i++)
    bits |= audience_bit (evidence->pdata[i], "about");

  return bits;
}

static guint
find_goals (LampJudging   *self,
            const LampRow *stage)
{
  const LampRow *cycle = lamp_judging_get (self, stage, "cycle");
  GPtrArray *links = cycle != NULL ? lamp_judging_list (self, "cycle_goals", "cycle", cycle) : NULL;
  guint bits = 0;

  for (guint i = 0; links != NULL && i < links->len; i++)
    bits |= audience_bit (lamp_judging_get (self, links->pdata[i], "goal"), "audience");

  return bits;
}

static LampVerdict
judge_both (LampJudging   *self,
            const LampRow *stage,
            guint          place)
{
  gboolean is_data = lamp_row_is (stage, "characteristic", "data");
  guint bits;

  if (!is_done (stage) || !(is_data || lamp_row_is (stage, "characteristic", "shared-goals")))
    return LAMP_NOT_JUDGED;
  bits = is_data ? find_data (self, stage) : find_goals (self, stage);
  if (bits == 3)
    return LAMP_KEPT;
  if (bits == 1)
    return lamp_judging_break (self, _("The stage “%s” of “%s” looks at students and not at educators."),
                               lamp_judging_name (self, stage), name_cycle (self, stage));
  if (bits == 2)
    return lamp_judging_break (self, _("The stage “%s” of “%s” looks at educators and not at students."),
                               lamp_judging_name (self, stage), name_cycle (self, stage));

  return lamp_judging_break (self, is_data ? _("The stage “%s” of “%s” is done, and no data of students or educators is "
                                               "noted.")
                                           : _("The stage “%s” of “%s” is done, and the cycle is about no goal for "
                                               "students or educators."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

static LampVerdict
judge_sources (LampJudging   *self,
               const LampRow *stage,
               guint          place)
{
  const LampRow *cycle = lamp_judging_get (self, stage, "cycle");
  GPtrArray *strategies;

  if (!lamp_row_is (stage, "characteristic", "strategies") || !is_done (stage) || cycle == NULL)
    return LAMP_NOT_JUDGED;
  strategies = lamp_judging_list (self, "strategies", "cycle", cycle);
  for (guint i = 0; i < strategies->len; i++)
    if (lamp_row_has_words (strategies->pdata[i], "source"))
      return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” is done, and no strategy names the evidence it rests on."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

static LampVerdict
judge_support (LampJudging   *self,
               const LampRow *stage,
               guint          place)
{
  if (!lamp_row_is (stage, "characteristic", "application") || !has_begun (stage))
    return LAMP_NOT_JUDGED;
  if (lamp_judging_get (self, stage, "local_support") != NULL)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("Nobody is named who helps on the spot with “%s” of “%s”."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

/* The measurements of the cycle's goals since the cycle began, and what this stage has noted. */
static guint
count_measured (LampJudging   *self,
                const LampRow *stage,
                const LampRow *cycle)
{
  GPtrArray *links = lamp_judging_list (self, "cycle_goals", "cycle", cycle);
  const char *from = lamp_row_get_text (cycle, "starts_on");
  guint count = lamp_judging_list (self, "evidence", "stage", stage)->len;

  for (guint i = 0; i < links->len && count < LEAST_MEASUREMENTS; i++)
    {
      const LampRow *goal = lamp_judging_get (self, links->pdata[i], "goal");
      GPtrArray *measurements = goal != NULL ? lamp_snapshot_find_by (self->snapshot, "measurements", "goal",
                                                                      lamp_row_get_id (goal))
                                             : NULL;

      /* The last ones come last: most files have them in that order, and any two are enough. */
      for (guint m = measurements != NULL ? measurements->len : 0; m > 0 && count < LEAST_MEASUREMENTS; m--)
        {
          self->steps++;
          count += g_strcmp0 (lamp_row_get_text (measurements->pdata[m - 1], "measured_on"), from) >= 0;
        }
    }

  return count;
}

static LampVerdict
judge_monitoring (LampJudging   *self,
                  const LampRow *stage,
                  guint          place)
{
  const LampRow *cycle = lamp_judging_get (self, stage, "cycle");

  if (!lamp_row_is (stage, "characteristic", "monitoring") || !is_done (stage) || cycle == NULL)
    return LAMP_NOT_JUDGED;
  if (count_measured (self, stage, cycle) >= LEAST_MEASUREMENTS)
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” is done, and progress was measured less than twice."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

static LampVerdict
judge_verdict (LampJudging   *self,
               const LampRow *stage,
               guint          place)
{
  if (!lamp_row_is (stage, "characteristic", "evaluation") || !is_done (stage))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (stage, "verdict"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” is done without a verdict."), lamp_judging_name (self, stage),
                             name_cycle (self, stage));
}

static LampVerdict
judge_lessons (LampJudging   *self,
               const LampRow *stage,
               guint          place)
{
  if (!is_done (stage)
      || !(lamp_row_is (stage, "characteristic", "monitoring") || lamp_row_is (stage, "characteristic", "evaluation")))
    return LAMP_NOT_JUDGED;
  if (lamp_row_has_words (stage, "what_worked") && lamp_row_has_words (stage, "why"))
    return LAMP_KEPT;

  return lamp_judging_break (self, _("The stage “%s” of “%s” is done and does not say what worked and why."),
                             lamp_judging_name (self, stage), name_cycle (self, stage));
}

#define STAGE_CHECK(CODE, SEVERITY, JUDGE, TITLE, WHY, SOURCE, ACTION, ...) \
  { \
    { \
      .code = CODE, .severity = SEVERITY, .area = LAMP_AREA_CYCLES, .pillar = LAMP_PILLAR_IMPROVEMENT, \
      .title = TITLE, .why = WHY, .source = SOURCE, .action = ACTION, \
    }, \
    .type = "stages", .judge_row = JUDGE, __VA_ARGS__ \
  }

const LampRule lamp_rules_stages[] = {
  STAGE_CHECK ("Y-ORDER", LAMP_SEVERITY_WARNING, judge_order,
               NC_ ("check", "Stages out of their order"),
               NC_ ("check", "Each stage of the cycle rests on the one before it: strategies that nobody has learned for, or "
                             "goals without data, are guesses."),
               LEARNING_FORWARD "; practice S41",
               NC_ ("check", "Go back to the stage that waits, or say that it is skipped and why."),
               .prepare = find_waiting),
  STAGE_CHECK ("Y-SKIPPED", LAMP_SEVERITY_HINT, judge_skipped,
               NC_ ("check", "Stages that were skipped without a reason"),
               NC_ ("check", "Every application of the cycle has seven characteristics; leaving one out may be right, and is "
                             "then a decision."),
               LEARNING_FORWARD "; practice S41",
               NC_ ("check", "Write down why the stage was left out.")),
  STAGE_CHECK ("Y-EMPTY", LAMP_SEVERITY_HINT, judge_traces,
               NC_ ("check", "Stages that are done and empty"),
               NC_ ("check", "What was found, tried and adjusted is what the next cycle starts from."),
               LEARNING_FORWARD "; practice S41, S47",
               NC_ ("check", "Add the evidence, the adjustment or what worked.")),
  STAGE_CHECK ("Y-BOTH", LAMP_SEVERITY_WARNING, judge_both,
               NC_ ("check", "Data or goals of one side only"),
               NC_ ("check", "The cycle begins with what students need and what their educators need for it; goals are shared "
                             "by both."),
               LEARNING_FORWARD "; practice S23, S41",
               NC_ ("check", "Add what is known of the other side.")),
  STAGE_CHECK ("Y-AREAS", LAMP_SEVERITY_WARNING, judge_areas,
               NC_ ("check", "Professional learning about nothing in particular"),
               NC_ ("check", "Professional learning deepens content, its pedagogy, how students learn or the management of a "
                             "classroom; an event without one of them is an event."),
               LEARNING_FORWARD "; practice S41",
               NC_ ("check", "Choose at least one of the four areas.")),
  STAGE_CHECK ("Y-SOURCE", LAMP_SEVERITY_WARNING, judge_sources,
               NC_ ("check", "Strategies that rest on no evidence"),
               NC_ ("check", "Strategies are chosen because there is evidence for them; otherwise the cycle tests a habit."),
               LEARNING_FORWARD "; practice S41",
               NC_ ("check", "Name the study, the colleague or the data that speaks for the strategy.")),
  STAGE_CHECK ("Y-SUPPORT", LAMP_SEVERITY_WARNING, judge_support,
               NC_ ("check", "Application without help on the spot"),
               NC_ ("check", "What was learned in a course reaches the classroom when somebody is there who helps."),
               LEARNING_FORWARD "; practice S29, S41",
               NC_ ("check", "Name the person who supports colleagues where they work.")),
  STAGE_CHECK ("Y-MEASURES", LAMP_SEVERITY_WARNING, judge_monitoring,
               NC_ ("check", "Monitoring without two measurements"),
               NC_ ("check", "One number is a state; only a second one shows whether anything moves."),
               LEARNING_FORWARD "; practice S41, S47",
               NC_ ("check", "Add the measurements of the cycle’s goals, or what was observed.")),
  STAGE_CHECK ("Y-VERDICT", LAMP_SEVERITY_WARNING, judge_verdict,
               NC_ ("check", "Evaluations without a verdict"),
               NC_ ("check", "The cycle ends with a judgement of its results: to keep, to change or to stop."),
               LEARNING_FORWARD "; practice S41",
               NC_ ("check", "Write the verdict in one sentence.")),
  STAGE_CHECK ("Y-LESSONS", LAMP_SEVERITY_WARNING, judge_lessons,
               NC_ ("check", "Closed stages that do not say what worked and why"),
               NC_ ("check", "A community examines its practice and reflects together on what works and why; results without "
                             "reasons cannot be repeated."),
               LIEBERMAN_MILLER "; practice S46",
               NC_ ("check", "Write down what worked and why you think so.")),
  { { NULL } },
};
