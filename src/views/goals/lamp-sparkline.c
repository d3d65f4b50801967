/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-sparkline.h"

#include <string.h>

#define MOST 12
#define WIDTH 40
#define HEIGHT 14
#define DOT 2.0f

struct _LampSparkline
{
  GtkWidget parent_instance;

  double values[MOST];
  guint n_values;
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

/* Values that are all the same run along the middle. */
static graphene_point_t
find_point (LampSparkline *self,
            guint          index)
{
  double lowest = self->values[0], highest = self->values[0];
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * DOT;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * DOT;
  double x, y = 0.5;

  for (guint i = 1; i < self->n_values; i++)
    {
      lowest = MIN (lowest, self->values[i]);
      highest = MAX (highest, self->values[i]);
    }
  if (highest > lowest)
    y = 1 - (self->values[index] / 2 - lowest / 2) / (highest / 2 - lowest / 2);
  x = self->n_values > 1 ? (double) index / (self->n_values - 1) : 1;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = 1 - x;

  return GRAPHENE_POINT_INIT (DOT + x * width, DOT + y * height);
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
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
