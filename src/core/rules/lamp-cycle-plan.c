/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycle-plan.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda.h"
#include "lamp-date.h"

/* The seven characteristics of each application of the cycle (Learning Forward 2011; practice S41). */
static const LampStageTemplate continuous_improvement[] = {
  { "data", NC_ ("stage", "What the data say"), 3 },
  { "shared-goals", NC_ ("stage", "Shared goals"), 2 },
  { "professional-learning", NC_ ("stage", "Learning together"), 5 },
  { "strategies", NC_ ("stage", "Choosing strategies"), 2 },
  { "application", NC_ ("stage", "Applying with support"), 8 },
  { "monitoring", NC_ ("stage", "Watching and refining"), 5 },
  { "evaluation", NC_ ("stage", "Judging the results"), 3 },
};

/* A site leadership team's four steps (Dietz 2008; practice S42). */
static const LampStageTemplate school_reform[] = {
  { "data", NC_ ("stage", "Student data and priorities"), 2 },
  { "professional-learning", NC_ ("stage", "What we need to learn"), 2 },
  { "application", NC_ ("stage", "Carrying out the plan"), 5 },
  { "monitoring", NC_ ("stage", "Following progress"), 3 },
};

/* Teachers who study their own practice (Dietz 2008; practice S43). */
static const LampStageTemplate action_research[] = {
  { "data", NC_ ("stage", "The question"), 1 },
  { "strategies", NC_ ("stage", "Comparing strategies"), 2 },
  { "application", NC_ ("stage", "Trying them in classrooms"), 5 },
  { "monitoring", NC_ ("stage", "Gathering evidence"), 3 },
  { "evaluation", NC_ ("stage", "What we found"), 1 },
};

/* From data to new practice in eight linked steps (Dietz 2008; practice S44). */
static const LampStageTemplate instructional_priorities[] = {
  { "data", NC_ ("stage", "Reviewing the data"), 2 },
  { "data", NC_ ("stage", "Asking essential questions"), 1 },
  { "strategies", NC_ ("stage", "Inquiring into practice"), 3 },
  { "strategies", NC_ ("stage", "Finding the gaps"), 1 },
  { "shared-goals", NC_ ("stage", "Setting priorities"), 1 },
  { "professional-learning", NC_ ("stage", "Learning for the priorities"), 4 },
  { "application", NC_ ("stage", "New practice in classrooms"), 6 },
  { "monitoring", NC_ ("stage", "Monitoring and adjusting"), 4 },
};

static const LampFramework frameworks[] = {
  { "continuous-improvement",
    NC_ ("framework",
         "Seven stages, from what the data say to judging the results: the full cycle of a learning community."),
    continuous_improvement, G_N_ELEMENTS (continuous_improvement) },
  { "school-reform",
    NC_ ("framework",
         "Four steps for a leadership team that guides the whole school and reports to all of the faculty."),
    school_reform, G_N_ELEMENTS (school_reform) },
  { "action-research",
    NC_ ("framework", "Five steps for teachers who put a question to their own practice and try out answers."),
    action_research, G_N_ELEMENTS (action_research) },
  { "instructional-priorities",
    NC_ ("framework", "Eight linked steps that turn data into a few priorities and those into new practice."),
    instructional_priorities, G_N_ELEMENTS (instructional_priorities) },
};

/**
 * lamp_day_from_text:
 * @date: (nullable): a date or wall time as text
 *
 * Returns: its day, counted from 0001-01-01 = 1; 0 when @date is no date
 */
int
lamp_day_from_text (const char *date)
{
  GDate day;

  return lamp_date_parse (date, &day) ? (int) g_date_get_julian (&day) : 0;
}

/**
 * lamp_day_to_text:
 * @day: a day, counted from 0001-01-01 = 1
 *
 * Returns: (transfer full) (nullable): the date as "YYYY-MM-DD"; %NULL for 0
 */
char *
lamp_day_to_text (int day)
{
  GDate date;

  if (day <= 0)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);

  return lamp_date_format (&date);
}

/**
 * lamp_frameworks_get_all:
 * @n_frameworks: (out): how many
 *
 * Returns: (transfer none) (array length=n_frameworks): the frameworks
 */
const LampFramework *
lamp_frameworks_get_all (guint *n_frameworks)
{
  *n_frameworks = G_N_ELEMENTS (frameworks);

  return frameworks;
}

/**
 * lamp_framework_find:
 * @name: (nullable): the word of the file
 *
 * Returns: (transfer none) (nullable): the framework of that name
 */
const LampFramework *
lamp_framework_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (frameworks); i++)
    if (g_strcmp0 (frameworks[i].name, name) == 0)
      return &frameworks[i];

  return NULL;
}

/**
 * lamp_framework_get_sentence:
 * @self: a framework
 *
 * Returns: (transfer none): what it is for, translated
 */
const char *
lamp_framework_get_sentence (const LampFramework *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "framework", self->sentence);
}

/**
 * lamp_stage_template_get_title:
 * @self: a stage as a framework lays it out
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
lamp_stage_template_get_title (const LampStageTemplate *self)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "stage", self->title);
}

/* Fewer days than stages: stages share days, still in order. */
static void
lay_out_crowded (guint        n_stages,
                 LampDaySpan  span,
                 LampDaySpan *stages)
{
  guint days = (guint) (span.to - span.from + 1);

  for (guint i = 0; i < n_stages; i++)
    stages[i].from = stages[i].to = span.from + (int) (i * days / n_stages);
}

/**
 * lamp_cycle_plan_lay_out:
 * @framework: a framework
 * @span: the cycle's first and last day
 * @stages: (out caller-allocates): room for the framework's stages
 *
 * Lays a framework's stages out over a cycle's days: in order, without gaps, each at least a day long and as long as
 * its share asks. With fewer days than stages several stages fall on one day.
 */
void
lamp_cycle_plan_lay_out (const LampFramework *framework,
                         LampDaySpan          span,
                         LampDaySpan         *stages)
{
  guint n_stages = framework->n_stages;
  g_autofree int *shares = g_new (int, n_stages);
  g_autofree int *spare = g_new (int, n_stages);
  int days = span.to - span.from + 1;
  int next = span.from;

  g_return_if_fail (days >= 1);

  if (days < (int) n_stages)
    {
      lay_out_crowded (n_stages, span, stages);
      return;
    }
  for (guint i = 0; i < n_stages; i++)
    shares[i] = framework->stages[i].share;
  lamp_agenda_share_slot (days - (int) n_stages, shares, n_stages, spare);
  for (guint i = 0; i < n_stages; i++)
    {
      stages[i].from = next;
      stages[i].to = next + spare[i];
      next = stages[i].to + 1;
    }
}

/* How far the part can go without turning the span around. */
static int
limit_days (const LampDaySpan *span,
            LampSpanPart       part,
            int                days)
{
  if (part == LAMP_SPAN_START)
    return MIN (days, span->to - span->from);
  if (part == LAMP_SPAN_END)
    return MAX (days, span->from - span->to);

  return days;
}

/**
 * lamp_cycle_plan_move:
 * @stages: (inout) (array length=n_stages): a cycle's stages in order; those without dates are left alone
 * @n_stages: how many
 * @index: the one to move
 * @part: what of it
 * @days: by how many days; fewer are taken where it would end before it starts
 * @others_follow: whether the stages after it move by the same days, so that nothing overlaps that did not before
 *
 * Moves a stage in time, or one of its ends. When its start alone is moved, the later stages stay.
 */
void
lamp_cycle_plan_move (LampDaySpan  *stages,
                      guint         n_stages,
                      guint         index,
                      LampSpanPart  part,
                      int           days,
                      gboolean      others_follow)
{
  LampDaySpan *stage = &stages[index];

  g_return_if_fail (index < n_stages);

  if (stage->from == 0 || stage->to == 0)
    return;
  days = limit_days (stage, part, days);
  if (part != LAMP_SPAN_END)
    stage->from += days;
  if (part != LAMP_SPAN_START)
    stage->to += days;
  for (guint i = index + 1; others_follow && part != LAMP_SPAN_START && i < n_stages; i++)
    if (stages[i].from != 0 && stages[i].to != 0)
      {
        stages[i].from += days;
        stages[i].to += days;
      }
}

/**
 * lamp_cycle_plan_swap:
 * @first: (inout): the days of a stage
 * @second: (inout): the days of the stage after it
 *
 * Gives two neighbouring stages each other's place in time. Each keeps its length, and both together keep their
 * first and last day. Nothing happens where one has no dates.
 */
void
lamp_cycle_plan_swap (LampDaySpan *first,
                      LampDaySpan *second)
{
  int from = MIN (first->from, second->from);
  int to = MAX (first->to, second->to);
  int length = first->to - first->from;

  if (from <= 0 || first->to <= 0 || second->to <= 0)
    return;
  second->to = from + (second->to - second->from);
  second->from = from;
  first->from = to - length;
  first->to = to;
}
