/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline-ruler.h"

#include "lamp-timeline-painter.h"

#define HEIGHT 44

struct _LampTimelineRuler
{
  GtkWidget parent_instance;

  LampCanvas *canvas;               /* stands beside it and lives as long */
  const LampCyclePicture *picture;
};

G_DEFINE_FINAL_TYPE (LampTimelineRuler, lamp_timeline_ruler, GTK_TYPE_WIDGET)

static void
lamp_timeline_ruler_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 0;
}

static void
lamp_timeline_ruler_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  LampTimelineRuler *self = LAMP_TIMELINE_RULER (widget);
  int width = gtk_widget_get_width (widget);
  graphene_point_t start, end;

  if (self->picture == NULL || self->picture->layout == NULL)
    return;
  lamp_canvas_to_plane (self->canvas, 0, 0, &start);
  lamp_canvas_to_plane (self->canvas, width, 0, &end);
  lamp_timeline_paint_ruler (widget, snapshot, MIN (start.x, end.x), MAX (start.x, end.x), self->picture);
}

static void
lamp_timeline_ruler_class_init (LampTimelineRulerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = lamp_timeline_ruler_measure;
  widget_class->snapshot = lamp_timeline_ruler_snapshot;

  /* Each bar's name says its days. */
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
lamp_timeline_ruler_init (LampTimelineRuler *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * lamp_timeline_ruler_new:
 * @canvas: the timeline's canvas
 *
 * Returns: (transfer floating): a ruler that follows the canvas
 */
GtkWidget *
lamp_timeline_ruler_new (LampCanvas *canvas)
{
  LampTimelineRuler *self = g_object_new (LAMP_TYPE_TIMELINE_RULER, NULL);

  self->canvas = canvas;
  g_signal_connect_object (canvas, "notify::place", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * lamp_timeline_ruler_set_picture:
 * @self: a ruler
 * @picture: (nullable): what the timeline shows; it stays with the caller
 *
 * Follows another picture, or the same one laid out anew.
 */
void
lamp_timeline_ruler_set_picture (LampTimelineRuler      *self,
                                 const LampCyclePicture *picture)
{
  g_return_if_fail (LAMP_IS_TIMELINE_RULER (self));

  self->picture = picture;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
