/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampStageTemplate:
 * @characteristic: the one of the seven characteristics that it is an application of, as a word of the file
 * @title: what it is called, marked for translation with the context "stage"
 * @share: how much of the cycle's time it gets, in relation to the others
 *
 * A stage as a framework lays it out.
 */
typedef struct
{
  const char *characteristic;
  const char *title;
  int share;
} LampStageTemplate;

/**
 * LampFramework:
 * @name: the word of the file, such as "action-research"
 * @sentence: what it is for, one sentence, marked for translation with the context "framework"
 * @stages: its stages in order
 * @n_stages: how many
 *
 * One of the four ways to run a cycle of continuous improvement (practice S41 to S44).
 */
typedef struct
{
  const char *name;
  const char *sentence;
  const LampStageTemplate *stages;
  guint n_stages;
} LampFramework;

/**
 * LampDaySpan:
 * @from: its first day, counted from 0001-01-01 = 1 ([func@day_from_text])
 * @to: its last day, not before @from
 *
 * Whole days; both 0 where there are no dates.
 */
typedef struct
{
  int from;
  int to;
} LampDaySpan;

/**
 * LampSpanPart:
 * @LAMP_SPAN_WHOLE: all of it: it keeps its length
 * @LAMP_SPAN_START: its first day
 * @LAMP_SPAN_END: its last day
 *
 * What of a span is moved.
 */
typedef enum
{
  LAMP_SPAN_WHOLE = 0,
  LAMP_SPAN_START,
  LAMP_SPAN_END,
} LampSpanPart;

int                  lamp_day_from_text           (const char             *date);
char                *lamp_day_to_text             (int                     day);

const LampFramework *lamp_frameworks_get_all      (guint                  *n_frameworks);
const LampFramework *lamp_framework_find          (const char             *name);
const char          *lamp_framework_get_sentence  (const LampFramework    *self);
const char          *lamp_stage_template_get_title (const LampStageTemplate *self);

void                 lamp_cycle_plan_lay_out      (const LampFramework    *framework,
                                                   LampDaySpan             span,
                                                   LampDaySpan            *stages);
void                 lamp_cycle_plan_move         (LampDaySpan            *stages,
                                                   guint                   n_stages,
                                                   guint                   index,
                                                   LampSpanPart            part,
                                                   int                     days,
                                                   gboolean                others_follow);
void                 lamp_cycle_plan_swap         (LampDaySpan            *first,
                                                   LampDaySpan            *second);

G_END_DECLS
