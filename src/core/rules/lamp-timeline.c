/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline.h"

#include <math.h>

/* Closer than this, lines of the grid become a grey. */
#define CLOSEST_TICKS 14.0

/**
 * lamp_timeline_scale_get_x:
 * @self: a scale
 * @day: a day
 *
 * Returns: where the day starts, in logical pixels
 */
double
lamp_timeline_scale_get_x (const LampTimelineScale *self,
                           int                      day)
{
  return (day - self->origin) * self->pixels_per_day;
}

/**
 * lamp_timeline_scale_get_day:
 * @self: a scale
 * @x: a place in logical pixels
 *
 * Returns: the day that @x lies in
 */
int
lamp_timeline_scale_get_day (const LampTimelineScale *self,
                             double                   x)
{
  /* What rounding took away at the very start of a day is given back. */
  return self->origin + (int) floor (x / self->pixels_per_day + 1e-9);
}

/**
 * lamp_timeline_scale_snap:
 * @self: a scale
 * @dx: how far something was dragged
 *
 * Returns: the nearest number of whole days
 */
int
lamp_timeline_scale_snap (const LampTimelineScale *self,
                          double                   dx)
{
  return (int) lround (dx / self->pixels_per_day);
}

/**
 * lamp_timeline_fit:
 * @span: the days to show
 * @width: the logical pixels there are
 *
 * Returns: the pixels per day at which all of the days are seen, within what the timeline allows
 */
double
lamp_timeline_fit (LampDaySpan span,
                   double      width)
{
  return CLAMP (width / MAX (span.to - span.from + 1, 1), LAMP_TIMELINE_SMALLEST, LAMP_TIMELINE_LARGEST);
}

/* The weakest lines that are still far enough apart. */
static LampTickLevel
find_weakest (double pixels_per_day)
{
  if (pixels_per_day >= CLOSEST_TICKS)
    return LAMP_TICK_DAY;
  if (pixels_per_day * 7 >= CLOSEST_TICKS)
    return LAMP_TICK_WEEK;

  return LAMP_TICK_MONTH;
}

static LampTickLevel
judge_day (const GDate *date,
           guint        first_month)
{
  if (g_date_get_day (date) == 1)
    return (guint) g_date_get_month (date) == first_month ? LAMP_TICK_YEAR : LAMP_TICK_MONTH;

  return g_date_get_weekday (date) == G_DATE_MONDAY ? LAMP_TICK_WEEK : LAMP_TICK_DAY;
}

/**
 * lamp_timeline_get_ticks:
 * @scale: a scale
 * @span: the days in sight
 * @first_month: the month a school year starts with, 1 to 12
 *
 * Chooses the lines of the grid: months and school years always, Mondays and days where there is room. Weeks start on
 * Monday everywhere, as weeks of work do.
 *
 * Returns: (transfer full) (element-type LampTick): the lines, from left to right
 */
GArray *
lamp_timeline_get_ticks (const LampTimelineScale *scale,
                         LampDaySpan              span,
                         guint                    first_month)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (LampTick));
  LampTickLevel weakest = find_weakest (scale->pixels_per_day);
  GDate date;

  g_return_val_if_fail (first_month >= 1 && first_month <= 12, ticks);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) MAX (span.from, 1));
  for (int day = MAX (span.from, 1); day <= span.to; day++, g_date_add_days (&date, 1))
    {
      LampTick tick = { day, judge_day (&date, first_month) };

      if (tick.level >= weakest)
        g_array_append_val (ticks, tick);
    }

  return ticks;
}

typedef struct
{
  const LampTimelineCycle *cycles;
  guint *community_places;
} Order;

static int
compare_cycles (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const Order *order = data;
  guint one = *(const guint *) a;
  guint two = *(const guint *) b;

  if (order->community_places[one] != order->community_places[two])
    return order->community_places[one] < order->community_places[two] ? -1 : 1;
  if (order->cycles[one].span.from != order->cycles[two].span.from)
    return order->cycles[one].span.from < order->cycles[two].span.from ? -1 : 1;

  return one < two ? -1 : one > two;
}

/* The cycles from the top: communities in the order they first occur, in each its cycles by start. */
static guint *
order_cycles (const LampTimelineCycle *cycles,
              guint                    n_cycles)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree guint *places = g_new (guint, MAX (n_cycles, 1));
  guint *sorted = g_new (guint, MAX (n_cycles, 1));
  Order order = { cycles, places };

  for (guint i = 0; i < n_cycles; i++)
    {
      gpointer key = GUINT_TO_POINTER (cycles[i].community);

      if (!g_hash_table_contains (seen, key))
        g_hash_table_insert (seen, key, GUINT_TO_POINTER (g_hash_table_size (seen)));
      places[i] = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key));
      sorted[i] = i;
    }
  g_sort_array (sorted, n_cycles, sizeof (guint), compare_cycles, &order);

  return sorted;
}

static LampBox
span_to_box (const LampTimelineScale *scale,
             LampDaySpan              span,
             double                   y,
             double                   height)
{
  LampBox box = { 0, y, 0, height };

  if (span.from == 0 || span.to < span.from)
    return box;
  box.x = lamp_timeline_scale_get_x (scale, span.from);
  box.width = lamp_timeline_scale_get_x (scale, span.to + 1) - box.x;

  return box;
}

/* What has been done: from the day it began to the day it ended, or to today while it goes on. */
static LampDaySpan
get_actual (const LampTimelineStage *stage,
            int                      today)
{
  LampDaySpan actual = { stage->started, stage->finished != 0 ? stage->finished : today };

  if (actual.from == 0 && stage->finished != 0)
    actual.from = stage->planned.from != 0 ? MIN (stage->planned.from, stage->finished) : stage->finished;
  if (actual.from == 0 || actual.to < actual.from)
    return (LampDaySpan) { 0, 0 };

  return actual;
}

/* What a bar takes up: a stage without a plan still shows what was done. */
static LampDaySpan
get_taken (const LampTimelineStage *stage,
           LampDaySpan              actual)
{
  if (stage->planned.from == 0)
    return actual;
  if (actual.from == 0)
    return stage->planned;

  return (LampDaySpan) { MIN (stage->planned.from, actual.from), MAX (stage->planned.to, actual.to) };
}

/* The topmost lane that is free from the bar's first day on; lanes hold the last day taken. */
static guint
take_lane (GArray      *lanes,
           LampDaySpan  span)
{
  for (guint i = 0; i < lanes->len; i++)
    if (g_array_index (lanes, int, i) < span.from)
      {
        g_array_index (lanes, int, i) = span.to;
        return i;
      }
  g_array_append_val (lanes, span.to);

  return lanes->len - 1;
}

static guint
lay_out_bars (LampTimeline            *self,
              guint                    cycle,
              const LampTimelineStage *stages,
              guint                    n_stages,
              int                      today,
              double                   y)
{
  g_autoptr (GArray) lanes = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < n_stages; i++)
    {
      LampTimelineBar *bar = &g_array_index (self->bars, LampTimelineBar, i);
      LampDaySpan actual, taken;
      double bar_y;

      if (stages[i].cycle != cycle)
        continue;
      actual = get_actual (&stages[i], today);
      taken = get_taken (&stages[i], actual);
      bar_y = y;
      if (taken.from != 0)
        bar_y += take_lane (lanes, taken) * (LAMP_TIMELINE_BAR_HEIGHT + LAMP_TIMELINE_GAP);
      bar->planned = span_to_box (&self->scale, stages[i].planned, bar_y, LAMP_TIMELINE_BAR_HEIGHT);
      bar->actual = span_to_box (&self->scale, actual, bar_y, LAMP_TIMELINE_BAR_HEIGHT);
    }

  return MAX (lanes->len, 1);
}

/* A cycle without dates of its own lies over those of its stages. */
static LampDaySpan
get_cycle_span (const LampTimelineCycle *cycle,
                guint                    index,
                const LampTimelineStage *stages,
                guint                    n_stages)
{
  LampDaySpan span = cycle->span;

  for (guint i = 0; i < n_stages; i++)
    if (stages[i].cycle == index && stages[i].planned.from != 0)
      {
        span.from = span.from == 0 ? stages[i].planned.from : MIN (span.from, stages[i].planned.from);
        span.to = MAX (span.to, stages[i].planned.to);
      }
  if (span.from == 0)
    span.from = span.to;

  return (LampDaySpan) { span.from, MAX (span.to, span.from) };
}

static void
add_heading (LampTimeline *self,
             guint         community)
{
  LampTimelineRow row = { .cycle = -1, .community = community, .y = self->height,
                          .height = LAMP_TIMELINE_COMMUNITY_HEIGHT };

  g_array_append_val (self->rows, row);
  self->height += row.height;
}

static void
add_cycle (LampTimeline            *self,
           guint                    index,
           const LampTimelineCycle *cycle,
           const LampTimelineStage *stages,
           guint                    n_stages,
           int                      today)
{
  LampTimelineRow row = { .cycle = (int) index, .community = cycle->community, .y = self->height };
  double bars_y = row.y + LAMP_TIMELINE_TITLE_HEIGHT;
  guint n_lanes = lay_out_bars (self, index, stages, n_stages, today, bars_y);
  double bars_height = n_lanes * (LAMP_TIMELINE_BAR_HEIGHT + LAMP_TIMELINE_GAP);

  row.title = span_to_box (&self->scale, get_cycle_span (cycle, index, stages, n_stages), row.y,
                           LAMP_TIMELINE_TITLE_HEIGHT);
  row.marks_y = bars_y + bars_height + LAMP_TIMELINE_MARKS_HEIGHT / 2;
  row.height = LAMP_TIMELINE_TITLE_HEIGHT + bars_height + LAMP_TIMELINE_MARKS_HEIGHT + LAMP_TIMELINE_GAP;
  g_array_append_val (self->rows, row);
  self->height += row.height;
}

/**
 * lamp_timeline_new:
 * @scale: where a day is
 * @cycles: (array length=n_cycles): the cycles
 * @n_cycles: how many
 * @stages: (array length=n_stages): their stages
 * @n_stages: how many
 * @today: the day up to which a running stage is filled
 *
 * Lays cycles and their stages out in time. Stages that overlap stand under each other.
 *
 * Returns: (transfer full): where everything is
 */
LampTimeline *
lamp_timeline_new (const LampTimelineScale *scale,
                   const LampTimelineCycle *cycles,
                   guint                    n_cycles,
                   const LampTimelineStage *stages,
                   guint                    n_stages,
                   int                      today)
{
  LampTimeline *self = g_new0 (LampTimeline, 1);
  g_autofree guint *order = order_cycles (cycles, n_cycles);

  self->scale = *scale;
  self->rows = g_array_new (FALSE, TRUE, sizeof (LampTimelineRow));
  self->bars = g_array_new (FALSE, TRUE, sizeof (LampTimelineBar));
  g_array_set_size (self->bars, n_stages);
  for (guint i = 0; i < n_cycles; i++)
    {
      const LampTimelineCycle *cycle = &cycles[order[i]];

      if (i == 0 || cycles[order[i - 1]].community != cycle->community)
        add_heading (self, cycle->community);
      add_cycle (self, order[i], cycle, stages, n_stages, today);
    }

  return self;
}

/**
 * lamp_timeline_free:
 * @self: (nullable): a timeline
 *
 * Frees a timeline.
 */
void
lamp_timeline_free (LampTimeline *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->rows);
  g_array_unref (self->bars);
  g_free (self);
}

/**
 * lamp_timeline_find_row:
 * @self: a timeline
 * @cycle: the index of a cycle
 *
 * Returns: (transfer none) (nullable): its row
 */
const LampTimelineRow *
lamp_timeline_find_row (const LampTimeline *self,
                        guint               cycle)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LampTimelineRow *row = &g_array_index (self->rows, LampTimelineRow, i);

      if (row->cycle == (int) cycle)
        return row;
    }

  return NULL;
}
