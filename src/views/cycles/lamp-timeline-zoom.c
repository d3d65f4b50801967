/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline-page-private.h"

#define ZOOM_STEP 1.5
/* Before the window has a size. */
#define USUAL_WIDTH 900

/*< private >
 * lamp_timeline_page_get_seen_width:
 * @self: a timeline page
 *
 * Returns: how wide what is seen is, in logical pixels
 */
double
lamp_timeline_page_get_seen_width (LampTimelinePage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));

  return width > 0 ? width : USUAL_WIDTH;
}

/*< private >
 * lamp_timeline_page_get_middle:
 * @self: a timeline page
 * @x: (out): what is in the middle of what is seen
 *
 * Returns: whether there is anything to be seen
 */
gboolean
lamp_timeline_page_get_middle (LampTimelinePage *self,
                               double           *x)
{
  graphene_point_t middle;

  if (self->picture == NULL || self->picture->layout == NULL)
    return FALSE;
  lamp_canvas_to_plane (self->canvas, gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0, 0, &middle);
  *x = middle.x;

  return TRUE;
}

static void
look_at (LampTimelinePage *self,
         double            x)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  char x_text[G_ASCII_DTOSTR_BUF_SIZE], y_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place = NULL;

  g_ascii_formatd (x_text, sizeof x_text, "%.1f", x);
  g_ascii_formatd (y_text, sizeof y_text, "%.1f", self->top + height / 2);
  place = g_strjoin (" ", "1", x_text, y_text, NULL);
  lamp_canvas_set_place (self->canvas, place);
}

/*< private >
 * lamp_timeline_page_zoom_to:
 * @self: a timeline page
 * @pixels_per_day: the zoom, brought into bounds
 * @x: a place in the plane as it is
 *
 * Zooms; the day at @x comes to the middle.
 */
void
lamp_timeline_page_zoom_to (LampTimelinePage *self,
                            double            pixels_per_day,
                            double            x)
{
  double days = x / self->scale.pixels_per_day;

  self->adjusting = TRUE;
  self->scale.pixels_per_day = CLAMP (pixels_per_day, LAMP_TIMELINE_SMALLEST, LAMP_TIMELINE_LARGEST);
  lamp_timeline_page_lay_out (self);
  look_at (self, days * self->scale.pixels_per_day);
  self->adjusting = FALSE;
}

static void
zoom_by (LampTimelinePage *self,
         double            factor)
{
  double x;

  if (lamp_timeline_page_get_middle (self, &x))
    lamp_timeline_page_zoom_to (self, self->scale.pixels_per_day * factor, x);
}

static void
fit (LampTimelinePage *self)
{
  LampDaySpan span = self->picture->span;

  span.from = MIN (span.from, self->picture->today) - 3;
  span.to = MAX (span.to, self->picture->today) + 3;
  self->top = 0;
  lamp_timeline_page_zoom_to (self, lamp_timeline_fit (span, lamp_timeline_page_get_seen_width (self)),
           (span.from + (span.to - span.from + 1) / 2.0 - self->scale.origin) * self->scale.pixels_per_day);
}

/* The canvas would make everything larger; on a timeline only time gets more room. What was under the pointer stays
 * there, as the canvas has seen to that. */
static void
on_canvas_zoom (LampTimelinePage *self)
{
  double zoom = lamp_canvas_get_zoom (self->canvas);
  g_autofree char *place = lamp_canvas_dup_place (self->canvas);
  double x;

  if (self->adjusting || zoom == 1 || !lamp_timeline_page_get_middle (self, &x))
    return;
  if (*place == '\0')
    fit (self);
  else
    lamp_timeline_page_zoom_to (self, self->scale.pixels_per_day * zoom, x);
}

static void
on_canvas_place (LampTimelinePage *self)
{
  graphene_point_t start;
  double x;
  char zoom_text[G_ASCII_DTOSTR_BUF_SIZE], day_text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *place = NULL;

  if (self->adjusting || lamp_canvas_get_zoom (self->canvas) != 1 || !lamp_timeline_page_get_middle (self, &x))
    return;
  lamp_canvas_to_plane (self->canvas, 0, 0, &start);
  self->top = start.y;
  g_ascii_formatd (zoom_text, sizeof zoom_text, "%.3f", self->scale.pixels_per_day);
  g_ascii_formatd (day_text, sizeof day_text, "%.1f", self->scale.origin + x / self->scale.pixels_per_day);
  place = g_strjoin (" ", zoom_text, day_text, NULL);
  if (g_set_str (&self->place, place))
    g_object_notify (G_OBJECT (self), "place");
}

static void
zoom_in_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  zoom_by (LAMP_TIMELINE_PAGE (widget), ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  zoom_by (LAMP_TIMELINE_PAGE (widget), 1 / ZOOM_STEP);
}

static void
fit_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  LampTimelinePage *self = LAMP_TIMELINE_PAGE (widget);

  if (self->picture != NULL)
    fit (self);
}

static void
today_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  LampTimelinePage *self = LAMP_TIMELINE_PAGE (widget);

  if (self->picture != NULL)
    look_at (self, lamp_timeline_scale_get_x (&self->scale, self->picture->today));
}

/*< private >
 * lamp_timeline_zoom_install:
 * @widget_class: the class of the timeline page
 *
 * Installs its actions that zoom and go to a place.
 */
void
lamp_timeline_zoom_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "timeline.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "timeline.fit", NULL, fit_action);
  gtk_widget_class_install_action (widget_class, "timeline.today", NULL, today_action);
}

/*< private >
 * lamp_timeline_zoom_add:
 * @self: a timeline page
 *
 * Makes the canvas zoom in time only.
 */
void
lamp_timeline_zoom_add (LampTimelinePage *self)
{
  g_signal_connect_object (self->canvas, "notify::zoom", G_CALLBACK (on_canvas_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::place", G_CALLBACK (on_canvas_place), self, G_CONNECT_SWAPPED);
}

/**
 * lamp_timeline_page_set_place:
 * @self: a timeline page
 * @place: (nullable): what [method@TimelinePage.get_place] said once
 *
 * Looks there again.
 */
void
lamp_timeline_page_set_place (LampTimelinePage *self,
                              const char       *place)
{
  g_auto (GStrv) words = g_strsplit (place != NULL ? place : "", " ", -1);
  double pixels_per_day, day;

  g_return_if_fail (LAMP_IS_TIMELINE_PAGE (self));

  if (g_strv_length (words) != 2 || g_strcmp0 (self->place, place) == 0)
    return;
  pixels_per_day = g_ascii_strtod (words[0], NULL);
  day = g_ascii_strtod (words[1], NULL);
  if (!(pixels_per_day >= LAMP_TIMELINE_SMALLEST && pixels_per_day <= LAMP_TIMELINE_LARGEST && day >= 1 && day < 4e6))
    return;
  g_set_str (&self->place, place);
  if (self->scale.origin == 0)
    self->scale.origin = (int) day;
  self->scale.pixels_per_day = pixels_per_day;
  if (self->picture != NULL)
    lamp_timeline_page_zoom_to (self, pixels_per_day, (day - self->scale.origin) * pixels_per_day);
  else
    look_at (self, (day - self->scale.origin) * pixels_per_day);
  g_object_notify (G_OBJECT (self), "place");
}
