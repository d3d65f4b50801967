/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-sparkline.h"

#include <string.h>

#include "lamp-measures.h"

#define MOST 12
#define WIDTH 60
#define HEIGHT 20
#define DOT 2.5f

/* No two alike in black and white. */
static const float target_dashes[] = { 4, 3 };
static const float median_dashes[] = { 1, 2 };

struct _LampSparkline
{
  GtkWidget parent_instance;

  double values[MOST];
  guint n_values;
  double median;      /* of all, not only of those that are shown */
  gboolean has_target;
  double target;
  double lowest;      /* of all that is shown */
  double highest;
};

G_DEFINE_FINAL_TYPE (LampSparkline, lamp_sparkline, GTK_TYPE_WIDGET)

static void
lamp_sparkline_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
reach (LampSparkline *self,
       double         value)
{
  self->lowest = MIN (self->lowest, value);
  self->highest = MAX (self->highest, value);
}

static void
update_range (LampSparkline *self)
{
  self->lowest = self->highest = self->median;
  for (guint i = 0; i < self->n_values; i++)
    reach (self, self->values[i]);
  if (self->has_target)
    reach (self, self->target);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Values that are all the same run along the middle. */
static float
find_y (LampSparkline *self,
        double         value)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * DOT;
  double part = 0.5;

  if (self->highest > self->lowest)
    part = 1 - (value / 2 - self->lowest / 2) / (self->highest / 2 - self->lowest / 2);

  return (float) (DOT + part * height);
}

static graphene_point_t
find_point (LampSparkline *self,
            guint          index)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * DOT;
  double x = self->n_values > 1 ? (double) index / (self->n_values - 1) : 1;

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = 1 - x;

  return GRAPHENE_POINT_INIT ((float) (DOT + x * width), find_y (self, self->values[index]));
}

static void
draw_line (LampSparkline *self,
           GtkSnapshot   *snapshot,
           double         value,
           const float   *dashes,
           const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) path = NULL;
  float y = find_y (self, value);

  gsk_path_builder_move_to (builder, 0, y);
  gsk_path_builder_line_to (builder, (float) gtk_widget_get_width (GTK_WIDGET (self)), y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_dash (stroke, dashes, 2);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

/* In the colour of the text around the strip, which every theme keeps readable. */
static void
draw_lines (LampSparkline *self,
            GtkSnapshot   *snapshot)
{
  GdkRGBA color;

  gtk_widget_get_color (gtk_widget_get_parent (GTK_WIDGET (self)), &color);
  color.alpha *= 0.7f;
  if (self->n_values > 1)
    draw_line (self, snapshot, self->median, median_dashes, &color);
  if (self->has_target)
    draw_line (self, snapshot, self->target, target_dashes, &color);
}

static void
lamp_sparkline_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  LampSparkline *self = LAMP_SPARKLINE (widget);
  g_autoptr (GskPathBuilder) builder = NULL;
  g_autoptr (GskPath) line = NULL;
  g_autoptr (GskStroke) stroke = NULL;
  graphene_point_t point;
  GdkRGBA color;

  if (self->n_values == 0)
    return;

  draw_lines (self, snapshot);
  builder = gsk_path_builder_new ();
  for (guint i = 0; i < self->n_values; i++)
    {
      point = find_point (self, i);
      if (i == 0)
        gsk_path_builder_move_to (builder, point.x, point.y);
      else
        gsk_path_builder_line_to (builder, point.x, point.y);
    }
  line = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  stroke = gsk_stroke_new (1.5);
  gtk_widget_get_color (widget, &color);
  gtk_snapshot_append_stroke (snapshot, line, stroke, &color);

  builder = gsk_path_builder_new ();
  gsk_path_builder_add_circle (builder, &point, DOT);
  g_clear_pointer (&line, gsk_path_unref);
  line = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, line, GSK_FILL_RULE_WINDING, &color);
}

static void
lamp_sparkline_class_init (LampSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = lamp_sparkline_measure;
  widget_class->snapshot = lamp_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lamp_sparkline_init (LampSparkline *self)
{
}

/**
 * lamp_sparkline_set_values:
 * @self: a strip
 * @values: (array length=n_values): what was measured, the earliest first
 * @n_values: how many; none hides the strip
 */
void
lamp_sparkline_set_values (LampSparkline *self,
                           const double  *values,
                           guint          n_values)
{
  guint n_shown = MIN (n_values, MOST);

  g_return_if_fail (LAMP_IS_SPARKLINE (self));

  gtk_widget_set_visible (GTK_WIDGET (self), n_values > 0);
  if (n_shown > 0)
    memcpy (self->values, values + n_values - n_shown, n_shown * sizeof *values);
  self->n_values = n_shown;
  self->median = lamp_measures_get_median (values, n_values);
  update_range (self);
}

/**
 * lamp_sparkline_set_target:
 * @self: a strip
 * @has_target: whether there is a target
 * @target: what the values shall become
 */
void
lamp_sparkline_set_target (LampSparkline *self,
                           gboolean       has_target,
                           double         target)
{
  g_return_if_fail (LAMP_IS_SPARKLINE (self));

  self->has_target = has_target;
  self->target = target;
  update_range (self);
}
