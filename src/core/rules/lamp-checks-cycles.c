/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"

/* Whether a cycle goes all the way round and reaches the classroom: practice S29, S41, S42. */

#define DAYS_TO_BEGIN 28 /* until the whole faculty should have met, or what was learned be tried */
#define DEEPEST_SCHOOL 20 /* levels of communities that are looked through for the school */

static const LampField *
get_characteristics (void)
{
  const LampRecordType *type = lamp_schema_find ("stages");

  return &type->fields[lamp_record_type_find_field (type, "characteristic")];
}

static char *
list_missing (GPtrArray *stages)
{
  const LampField *field = get_characteristics ();
  g_autoptr (GString) missing = g_string_new (NULL);

  for (const LampChoice *choice = field->choices; choice->nick != NULL; choice++)
    {
      gboolean is_there = FALSE;

      for (guint i = 0; i < stages->len && !is_there; i++)
        is_there = lamp_row_is (stages->pdata[i], "characteristic", choice->nick);
      if (!is_there)
        // Translators: stands between the names of stages
        g_string_append_printf (missing, "%s%s", missing->len > 0 ? C_("stages", ", ") : "",
                                lamp_field_get_choice_label (field, choice->nick));
    }

  return g_string_free_and_steal (g_steal_pointer (&missing));
}

static LampVerdict
judge_round (LampJudging   *self,
             const LampRow *cycle,
             guint          place)
{
  GPtrArray *stages = lamp_judging_list (self, "stages", "cycle", cycle);
  const char *missing = lamp_judging_keep_text (self, list_missing (stages));

  if (stages->len == 0)
    return lamp_judging_break (self, _("The cycle “%s” has no stages."), lamp_judging_name (self, cycle));
  if (*missing == '\0')
    return LAMP_KEPT;

  /* Translators: a cycle, and the names of stages. */
  return lamp_judging_break (self, _("The cycle “%s” goes on without: %s."), lamp_judging_name (self, cycle), missing);
}

/* The school that a team leads, or NULL when there is none above it. */
static const LampRow *
find_school (LampJudging   *self,
             const LampRow *cycle)
{
  const LampRow *community = lamp_judging_get (self, cycle, "community");

  for (guint i = 0; community != NULL && i < DEEPEST_SCHOOL; i++)
    {
      community = lamp_judging_get (self, community, "parent");
      if (community != NULL && lamp_row_is (community, "kind", "school"))
        return community;
    }

  return NULL;
}

static gboolean
meets_between (GPtrArray  *meetings,
               const char *from,
               const char *to)
{
  for (guint i = 0; i < meetings->len; i++)
    {
      const char *day = lamp_row_get_text (meetings->pdata[i], "starts_at");

      if (g_strcmp0 (day, from) >= 0 && (to == NULL || g_strcmp0 (day, to) <= 0))
        return TRUE;
    }

  return FALSE;
}

static LampVerdict
judge_faculty (LampJudging   *self,
               const LampRow *cycle,
               guint          place)
{
  const char *from = lamp_row_get_text (cycle, "starts_on");
  const LampRow *school = find_school (self, cycle);

  if (!lamp_row_is (cycle, "framework", "school-reform") || school == NULL || from == NULL
      || g_strcmp0 (from, lamp_judging_days_ago (self, DAYS_TO_BEGIN)) > 0)
    return LAMP_NOT_JUDGED;
  if (meets_between (lamp_judging_list (self, "meetings", "community", school), from, lamp_row_get_text (cycle, "ends_on")))
    return LAMP_KEPT;

  /* Translators: a school, and a cycle. */
  return lamp_judging_break (self, _("The whole faculty of “%s” does not meet during “%s”."),
                             lamp_judging_name (self, school), lamp_judging_name (self, cycle));
}

/* Its days have come and nobody has begun, or it was left out. */
static gboolean
is_left_out (LampJudging   *self,
             const LampRow *stage)
{
  const char *starts_on = lamp_row_get_text (stage, "starts_on");

  if (lamp_row_is (stage, "status", "skipped"))
    return TRUE;

  return !lamp_row_is (stage, "status", "active") && !lamp_row_is (stage, "status", "done") && starts_on != NULL
         && g_strcmp0 (starts_on, lamp_judging_days_ago (self, DAYS_TO_BEGIN)) < 0;
}

static gboolean
has_learned (GPtrArray *stages)
{
  for (guint i = 0; i < stages->len; i++)
    if (lamp_row_is (stages->pdata[i], "characteristic", "professional-learning")
        && lamp_row_is (stages->pdata[i], "status", "done"))
      return TRUE;

  return FALSE;
}

static LampVerdict
judge_doing (LampJudging   *self,
             const LampRow *cycle,
             guint          place)
{
  GPtrArray *stages = lamp_judging_list (self, "stages", "cycle", cycle);

  if (!has_learned (stages))
    return LAMP_NOT_JUDGED;
  for (guint i = 0; i < stages->len; i++)
    if (lamp_row_is (stages->pdata[i], "characteristic", "application") && !is_left_out (self, stages->pdata[i]))
      return LAMP_KEPT;

  return lamp_judging_break (self, _("What was learned in the cycle “%s” has not reached the classroom."),
                             lamp_judging_name (self, cycle));
}

const LampRule lamp_rules_cycles[] = {
  {
    {
      .code = "Y-MISSING",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_CYCLES,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Cycles that do not go all the way round"),
      .why = NC_ ("check", "Improvement comes of the whole round, from data to evaluation; a cycle that ends before is a "
                           "project."),
      .source = LEARNING_FORWARD "; practice S41",
      .action = NC_ ("check", "Add the stages that are missing, or mark them as skipped and say why."),
    },
    .type = "cycles",
    .judge_row = judge_round,
  },
  {
    {
      .code = "Y-FACULTY",
      .severity = LAMP_SEVERITY_HINT,
      .area = LAMP_AREA_CYCLES,
      .pillar = LAMP_PILLAR_RESPONSIBILITY,
      .title = NC_ ("check", "School reform without the whole faculty"),
      .why = NC_ ("check", "A leadership team works for a school and not instead of it: it meets regularly by itself, and from "
                           "time to time with everybody."),
      .source = DIETZ "; practice S42",
      .action = NC_ ("check", "Plan a meeting of the whole school within the cycle."),
    },
    .type = "cycles",
    .judge_row = judge_faculty,
  },
  {
    {
      .code = "K-DOING",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_GOALS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Learning that does not reach the classroom"),
      .why = NC_ ("check", "Between what people know and what they do there is a gap, and professional learning that is not "
                           "applied widens it."),
      .source = LEARNING_FORWARD "; practice S29",
      .action = NC_ ("check", "Begin the stage of application, with somebody who helps on the spot."),
    },
    .type = "cycles",
    .judge_row = judge_doing,
  },
  { { NULL } },
};
