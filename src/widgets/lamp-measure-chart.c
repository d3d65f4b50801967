/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-measure-chart.h"

#include "lamp-measures.h"

#define HEIGHT 112
#define INSET 6.0
#define DOT 3.0f

/* How each line is drawn, and in the legend as well: no two alike in black and white. */
static const float target_dashes[] = { 6, 4 };
static const float median_dashes[] = { 1, 3 };

struct _LampMeasureChart
{
  GtkWidget parent_instance;

  GArray *points;       /* of LampMeasure, by day */
  gboolean has_baseline;
  double baseline;
  gboolean has_target;
  double target;
  double median;
  double lowest;        /* of all that is shown */
  double highest;
};

G_DEFINE_FINAL_TYPE (LampMeasureChart, lamp_measure_chart, GTK_TYPE_WIDGET)

static const LampMeasure *
get_point (LampMeasureChart *self,
           guint             index)
{
  return &g_array_index (self->points, LampMeasure, index);
}

static void
reach (LampMeasureChart *self,
       double            value)
{
  self->lowest = MIN (self->lowest, value);
  self->highest = MAX (self->highest, value);
}

static void
update_median (LampMeasureChart *self)
{
  g_autofree double *values = g_new (double, self->points->len + 1);

  for (guint i = 0; i < self->points->len; i++)
    values[i] = get_point (self, i)->value;
  self->median = lamp_measures_get_median (values, self->points->len);
}

static void
update_range (LampMeasureChart *self)
{
  self->lowest = G_MAXDOUBLE;
  self->highest = -G_MAXDOUBLE;
  for (guint i = 0; i < self->points->len; i++)
    reach (self, get_point (self, i)->value);
  if (self->has_baseline)
    reach (self, self->baseline);
  if (self->has_target)
    reach (self, self->target);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Values that are all the same run along the middle. */
static float
find_y (LampMeasureChart *self,
        double            value)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * INSET;
  double part = 0.5;

  if (self->highest > self->lowest)
    part = 1 - (value / 2 - self->lowest / 2) / (self->highest / 2 - self->lowest / 2);

  return (float) (INSET + part * height);
}

/* Days stand as far apart as they are; what was measured on one day only stands at its end. */
static float
find_x (LampMeasureChart *self,
        guint             index)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INSET;
  int first = get_point (self, 0)->day;
  int last = get_point (self, self->points->len - 1)->day;
  double part = last > first ? ((double) get_point (self, index)->day - first) / ((double) last - first) : 1;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    part = 1 - part;

  return (float) (INSET + part * width);
}

static void
draw_line (LampMeasureChart *self,
           GtkSnapshot      *snapshot,
           double            value,
           const float      *dashes,
           gsize             n_dashes,
           const GdkRGBA    *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5f);
  g_autoptr (GskPath) path = NULL;
  float y = find_y (self, value);

  gsk_path_builder_move_to (builder, (float) INSET, y);
  gsk_path_builder_line_to (builder, (float) (gtk_widget_get_width (GTK_WIDGET (self)) - INSET), y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  if (n_dashes > 0)
    gsk_stroke_set_dash (stroke, dashes, n_dashes);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

static void
draw_course (LampMeasureChart *self,
             GtkSnapshot      *snapshot,
             const GdkRGBA    *color)
{
  g_autoptr (GskPathBuilder) course = gsk_path_builder_new ();
  g_autoptr (GskPathBuilder) dots = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (2);
  g_autoptr (GskPath) course_path = NULL;
  g_autoptr (GskPath) dots_path = NULL;

  for (guint i = 0; i < self->points->len; i++)
    {
      graphene_point_t point = GRAPHENE_POINT_INIT (find_x (self, i), find_y (self, get_point (self, i)->value));

      if (i == 0)
        gsk_path_builder_move_to (course, point.x, point.y);
      else
        gsk_path_builder_line_to (course, point.x, point.y);
      gsk_path_builder_add_circle (dots, &point, DOT);
    }
  course_path = gsk_path_builder_free_to_path (g_steal_pointer (&course));
  dots_path = gsk_path_builder_free_to_path (g_steal_pointer (&dots));
  gtk_snapshot_append_stroke (snapshot, course_path, stroke, color);
  gtk_snapshot_append_fill (snapshot, dots_path, GSK_FILL_RULE_WINDING, color);
}

static void
get_accent (GtkWidget *widget,
            GdkRGBA   *accent)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  g_autoptr (GdkRGBA) color = adw_style_manager_get_accent_color_rgba (manager);

  adw_rgba_to_standalone (color, adw_style_manager_get_dark (manager), accent);
}

static void
lamp_measure_chart_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  LampMeasureChart *self = LAMP_MEASURE_CHART (widget);
  GdkRGBA color, accent, quiet;

  if (self->points->len == 0)
    return;

  gtk_widget_get_color (widget, &color);
  quiet = color;
  quiet.alpha *= 0.55f;
  get_accent (widget, &accent);
  if (self->has_baseline)
    draw_line (self, snapshot, self->baseline, NULL, 0, &quiet);
  draw_line (self, snapshot, self->median, median_dashes, G_N_ELEMENTS (median_dashes), &color);
  if (self->has_target)
    draw_line (self, snapshot, self->target, target_dashes, G_N_ELEMENTS (target_dashes), &color);
  draw_course (self, snapshot, &accent);
}

static void
lamp_measure_chart_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
lamp_measure_chart_finalize (GObject *object)
{
  g_array_unref (LAMP_MEASURE_CHART (object)->points);

  G_OBJECT_CLASS (lamp_measure_chart_parent_class)->finalize (object);
}

static void
lamp_measure_chart_class_init (LampMeasureChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lamp_measure_chart_finalize;
  widget_class->measure = lamp_measure_chart_measure;
  widget_class->snapshot = lamp_measure_chart_snapshot;
  gtk_widget_class_set_css_name (widget_class, "measurechart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
lamp_measure_chart_init (LampMeasureChart *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->points = g_array_new (FALSE, FALSE, sizeof (LampMeasure));
  g_signal_connect_object (manager, "notify::accent-color-rgba", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lamp_measure_chart_new:
 *
 * Returns: (transfer floating): a chart of nothing yet
 */
GtkWidget *
lamp_measure_chart_new (void)
{
  return g_object_new (LAMP_TYPE_MEASURE_CHART, NULL);
}

/**
 * lamp_measure_chart_set_points:
 * @self: a chart
 * @points: (array length=n_points): what was measured, the earliest first
 * @n_points: how many
 *
 * Sets what is shown.
 */
void
lamp_measure_chart_set_points (LampMeasureChart  *self,
                               const LampMeasure *points,
                               guint              n_points)
{
  g_return_if_fail (LAMP_IS_MEASURE_CHART (self));

  g_array_set_size (self->points, 0);
  if (n_points > 0)
    g_array_append_vals (self->points, points, n_points);
  update_median (self);
  update_range (self);
}

/**
 * lamp_measure_chart_set_lines:
 * @self: a chart
 * @baseline: (nullable): what it set out from
 * @target: (nullable): what it shall become
 *
 * Sets the lines that are drawn besides the median.
 */
void
lamp_measure_chart_set_lines (LampMeasureChart *self,
                              const double     *baseline,
                              const double     *target)
{
  g_return_if_fail (LAMP_IS_MEASURE_CHART (self));

  self->has_baseline = baseline != NULL;
  self->baseline = baseline != NULL ? *baseline : 0;
  self->has_target = target != NULL;
  self->target = target != NULL ? *target : 0;
  update_range (self);
}
