/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-cycle-plan.h"

G_BEGIN_DECLS

/* Pixels per day: three years, and a week, in a window of a thousand pixels. */
#define LAMP_TIMELINE_SMALLEST 0.9
#define LAMP_TIMELINE_LARGEST 140.0

/* Heights in logical pixels. */
#define LAMP_TIMELINE_COMMUNITY_HEIGHT 36.0
#define LAMP_TIMELINE_TITLE_HEIGHT 28.0
#define LAMP_TIMELINE_BAR_HEIGHT 32.0
#define LAMP_TIMELINE_MARKS_HEIGHT 18.0
#define LAMP_TIMELINE_GAP 6.0

/**
 * LampTimelineScale:
 * @origin: the day at x = 0, counted from 0001-01-01 = 1
 * @pixels_per_day: from %LAMP_TIMELINE_SMALLEST to %LAMP_TIMELINE_LARGEST
 *
 * Where a day is. A day takes the pixels from its own x to the next day's.
 */
typedef struct
{
  int origin;
  double pixels_per_day;
} LampTimelineScale;

/**
 * LampTickLevel:
 * @LAMP_TICK_DAY: a day
 * @LAMP_TICK_WEEK: a Monday
 * @LAMP_TICK_MONTH: the first of a month
 * @LAMP_TICK_YEAR: the first of a school year
 *
 * How strong a line of the grid is.
 */
typedef enum
{
  LAMP_TICK_DAY = 1,
  LAMP_TICK_WEEK,
  LAMP_TICK_MONTH,
  LAMP_TICK_YEAR,
} LampTickLevel;

/**
 * LampTick:
 * @day: where
 * @level: how strong
 */
typedef struct
{
  int day;
  LampTickLevel level;
} LampTick;

/**
 * LampTimelineCycle:
 * @community: any number that its community has and no other; communities stand in the order they first occur
 * @span: its planned days; 0 where unknown
 */
typedef struct
{
  guint community;
  LampDaySpan span;
} LampTimelineCycle;

/**
 * LampTimelineStage:
 * @cycle: the index of its cycle
 * @planned: its planned days; 0 where unknown
 * @started: the day it was begun, or 0
 * @finished: the day it was ended, or 0
 */
typedef struct
{
  guint cycle;
  LampDaySpan planned;
  int started;
  int finished;
} LampTimelineStage;

/**
 * LampBox:
 *
 * A rectangle in logical pixels; a width of 0 says that there is nothing to show.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LampBox;

/**
 * LampTimelineRow:
 * @cycle: the index of the cycle, or -1 for a community's heading
 * @community: the number of the community
 * @y: its upper edge
 * @height: its height
 * @title: where a cycle's title stands: over all its days
 * @marks_y: the middle of the strip for meetings and evidence
 */
typedef struct
{
  int cycle;
  guint community;
  double y;
  double height;
  LampBox title;
  double marks_y;
} LampTimelineRow;

/**
 * LampTimelineBar:
 * @planned: the outline
 * @actual: the fill
 */
typedef struct
{
  LampBox planned;
  LampBox actual;
} LampTimelineBar;

/**
 * LampTimeline:
 * @scale: what it was laid out with
 * @rows: (element-type LampTimelineRow): from the top: each community, under it its cycles by start, then as given
 * @bars: (element-type LampTimelineBar): one for each stage, in the order given
 * @height: of all
 *
 * Where everything on the timeline is.
 */
typedef struct
{
  LampTimelineScale scale;
  GArray *rows;
  GArray *bars;
  double height;
} LampTimeline;

double        lamp_timeline_scale_get_x   (const LampTimelineScale  *self,
                                           int                       day);
int           lamp_timeline_scale_get_day (const LampTimelineScale  *self,
                                           double                    x);
int           lamp_timeline_scale_snap    (const LampTimelineScale  *self,
                                           double                    dx);
double        lamp_timeline_fit           (LampDaySpan               span,
                                           double                    width);
GArray       *lamp_timeline_get_ticks     (const LampTimelineScale  *scale,
                                           LampDaySpan               span,
                                           guint                     first_month);
LampTimeline *lamp_timeline_new           (const LampTimelineScale  *scale,
                                           const LampTimelineCycle  *cycles,
                                           guint                     n_cycles,
                                           const LampTimelineStage  *stages,
                                           guint                     n_stages,
                                           int                       today);
void          lamp_timeline_free          (LampTimeline             *self);
const LampTimelineRow *lamp_timeline_find_row (const LampTimeline   *self,
                                           guint                     cycle);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTimeline, lamp_timeline_free)

G_END_DECLS
