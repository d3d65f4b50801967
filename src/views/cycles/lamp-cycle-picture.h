/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"
#include "lamp-timeline.h"

G_BEGIN_DECLS

/**
 * LampCycleNode:
 * @record: a cycle or a stage
 * @cycle: the index of the cycle
 * @stage: the index of the stage, or -1 for the cycle itself
 * @box: where it is
 */
typedef struct
{
  LampRecord *record;
  guint cycle;
  int stage;
  LampBox box;
} LampCycleNode;

/**
 * LampCycleMark:
 * @cycle: the index of the cycle in whose row it is
 * @day: when
 * @is_evidence: whether it is a piece of evidence; a meeting otherwise
 */
typedef struct
{
  guint cycle;
  int day;
  gboolean is_evidence;
} LampCycleMark;

/**
 * LampCyclePicture:
 * @cycles: (element-type LampRecord): the cycles that are looked at, by the names of their communities
 * @stages: (element-type LampRecord): their stages, by cycle and in order
 * @communities: (element-type utf8): the names of the communities, by the number of a row
 * @marks: (element-type LampCycleMark): meetings and evidence
 * @previous: (element-type int): for each cycle the index of the one it follows, or -1
 * @nodes: (element-type LampCycleNode): what can be walked to, from the top
 * @layout: where everything is
 * @span: the days that all of it takes
 * @today: today
 *
 * All that the timeline shows, read from the file and laid out.
 */
typedef struct
{
  GPtrArray *cycles;
  GPtrArray *stages;
  GPtrArray *communities;
  GArray *marks;
  GArray *previous;
  GArray *nodes;
  LampTimeline *layout;
  LampDaySpan span;
  int today;

  GArray *cycle_inputs;
  GArray *stage_inputs;
} LampCyclePicture;

LampCyclePicture *lamp_cycle_picture_new     (LampSession             *session);
void              lamp_cycle_picture_free    (LampCyclePicture        *self);
void              lamp_cycle_picture_lay_out (LampCyclePicture        *self,
                                              const LampTimelineScale *scale);
void              lamp_cycle_picture_shift   (LampCyclePicture        *self,
                                              guint                    stage,
                                              LampSpanPart             part,
                                              int                      days,
                                              gboolean                 others_follow);
int               lamp_cycle_picture_find    (const LampCyclePicture  *self,
                                              LampRecord              *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampCyclePicture, lamp_cycle_picture_free)

G_END_DECLS
