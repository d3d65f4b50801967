/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampMeasure:
 * @day: when it was measured, in days from whatever day
 * @value: what was measured
 *
 * A point of a chart.
 */
typedef struct
{
  int day;
  double value;
} LampMeasure;

/**
 * LampMeasureChart:
 *
 * What was measured over time, from left to right, with lines for what it shall become, what it set out from, and the
 * median, each drawn in a way of its own. Whoever uses it says in words what it shows.
 */
#define LAMP_TYPE_MEASURE_CHART (lamp_measure_chart_get_type ())
G_DECLARE_FINAL_TYPE (LampMeasureChart, lamp_measure_chart, LAMP, MEASURE_CHART, GtkWidget)

GtkWidget *lamp_measure_chart_new        (void);
void       lamp_measure_chart_set_points (LampMeasureChart  *self,
                                          const LampMeasure *points,
                                          guint              n_points);
void       lamp_measure_chart_set_lines  (LampMeasureChart  *self,
                                          const double      *baseline,
                                          const double      *target);

G_END_DECLS
