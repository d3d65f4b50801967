/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

#include <math.h>

/* Where we look. */

#define MARGIN 24.0 /* pixels kept free around what is revealed and fitted */

/*< private >
 * lamp_canvas_has_size:
 * @self: a canvas
 *
 * Returns: whether it has been given a place in the window
 */
gboolean
lamp_canvas_has_size (LampCanvas *self)
{
  return self->viewport.width > 0 && self->viewport.height > 0;
}

static void
tell_place (LampCanvas *self,
            double      zoom_before)
{
  if (self->viewport.zoom != zoom_before)
    g_object_notify (G_OBJECT (self), "zoom");
  g_object_notify (G_OBJECT (self), "place");
}

static void
get_middle (LampCanvas       *self,
            graphene_point_t *middle)
{
  graphene_rect_t sight;

  lamp_viewport_get_sight (&self->viewport, &sight);
  graphene_rect_get_center (&sight, middle);
}

static void
clamp (LampCanvas *self)
{
  graphene_rect_t bounds = self->extents;

  if (self->beyond)
    graphene_rect_expand (&bounds, &self->middle, &bounds);
  lamp_viewport_clamp (&self->viewport, &bounds);
  get_middle (self, &self->middle);
  self->beyond = self->beyond && !graphene_rect_contains_point (&self->extents, &self->middle);
}

static void
view_changed (LampCanvas *self,
              double      zoom_before)
{
  clamp (self);
  lamp_canvas_update_sight (self);
  lamp_canvas_stir (self);
  tell_place (self, zoom_before);
}

/* The same, by a hand that may go on in the next frame. */
static void
view_moved (LampCanvas *self,
            double      zoom_before)
{
  lamp_viewport_clamp (&self->viewport, &self->extents);
  lamp_canvas_stir (self);
  lamp_canvas_follow_hand (self);
  tell_place (self, zoom_before);
}

static void
fit_within (LampCanvas *self,
            double      smallest)
{
  graphene_rect_t roomy;

  graphene_rect_inset_r (&self->extents, -MARGIN, -MARGIN, &roomy);
  lamp_viewport_fit (&self->viewport, &roomy, smallest, 1.0, self->align_x, self->align_y);
}

/* Of what is read from its start and is higher than the window, the width alone says how near to go; and where the first
 * node would stand in the lower half of the window, it comes into the middle. */
static void
look_from_start (LampCanvas *self)
{
  LampViewport *viewport = &self->viewport;
  const graphene_rect_t *first = &self->rects[0];
  graphene_rect_t roomy;
  double in_middle;

  self->beyond = FALSE;
  graphene_rect_inset_r (&self->extents, -MARGIN, -MARGIN, &roomy);
  if (self->align_y == 0 && roomy.size.height * self->fit_smallest > viewport->height)
    roomy.size.height = viewport->height / CLAMP (viewport->width / roomy.size.width, self->fit_smallest, 1.0);
  lamp_viewport_fit (viewport, &roomy, self->fit_smallest, 1.0, self->align_x, self->align_y);
  in_middle = first->origin.y + (first->size.height - viewport->height / viewport->zoom) / 2;
  if (self->align_y == 0 && self->extents.size.height * viewport->zoom > viewport->height)
    viewport->y = MAX (viewport->y, in_middle);
}

static void
restore_place (LampCanvas *self)
{
  self->viewport.zoom = self->place_zoom;
  self->viewport.x = self->place_x - self->viewport.width / self->viewport.zoom / 2;
  self->viewport.y = self->place_y - self->viewport.height / self->viewport.zoom / 2;
  self->place_zoom = 0;
  self->fitted = FALSE;
  self->beyond = FALSE;
}

/*< private >
 * lamp_canvas_look_again:
 * @self: a canvas
 * @anew: whether what is to be seen is all new
 *
 * Looks at a plane that has changed: at all of it if it is new and nobody has chosen where to look.
 */
void
lamp_canvas_look_again (LampCanvas *self,
                        gboolean    anew)
{
  double zoom = self->viewport.zoom;

  if (!lamp_canvas_has_size (self))
    return;
  if (self->n_nodes == 0)
    {
      lamp_canvas_update_sight (self);
      return;
    }

  if (self->place_zoom > 0)
    restore_place (self);
  else if (self->fitted && anew)
    look_from_start (self);
  view_changed (self, zoom);
}

/*< private >
 * lamp_canvas_resize:
 * @self: a canvas
 * @width: in pixels
 * @height: in pixels
 *
 * Looks through a window of another size.
 */
void
lamp_canvas_resize (LampCanvas *self,
                    int         width,
                    int         height)
{
  self->viewport.width = width;
  self->viewport.height = height;
  lamp_canvas_look_again (self, TRUE);
  if (lamp_canvas_has_size (self) && self->pending >= 0 && (guint) self->pending < self->n_nodes)
    lamp_canvas_reveal (self, self->pending, self->pending_focus);
  self->pending = -1;
}

/*< private >
 * lamp_canvas_pan:
 * @self: a canvas
 * @dx: pixels to the right
 * @dy: pixels down
 *
 * Moves what is seen.
 */
void
lamp_canvas_pan (LampCanvas *self,
                 double      dx,
                 double      dy)
{
  if (dx == 0 && dy == 0)
    return;

  self->fitted = FALSE;
  lamp_viewport_pan (&self->viewport, dx, dy);
  view_moved (self, self->viewport.zoom);
}

/**
 * lamp_canvas_shift:
 * @self: a canvas
 * @dx: how much further on along x, in the plane
 * @dy: how much further down
 *
 * Looks at another part of the plane, which is about to be given new nodes with [method@Canvas.set_nodes]: a node that
 * moves by as much stays where it is seen. Before the canvas has a size nothing is seen, and nothing done.
 */
void
lamp_canvas_shift (LampCanvas *self,
                   double      dx,
                   double      dy)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));

  if (!lamp_canvas_has_size (self) || self->place_zoom > 0 || (dx == 0 && dy == 0))
    return;

  self->fitted = FALSE;
  self->viewport.x += dx;
  self->viewport.y += dy;
  self->beyond = TRUE;
  get_middle (self, &self->middle);
}

/*< private >
 * lamp_canvas_zoom_about:
 * @self: a canvas
 * @zoom: the new zoom, brought into bounds
 * @x: pixels from its left edge
 * @y: pixels from its top edge
 *
 * Zooms; what is at that place stays there.
 */
void
lamp_canvas_zoom_about (LampCanvas *self,
                        double      zoom,
                        double      x,
                        double      y)
{
  double before = self->viewport.zoom;

  zoom = CLAMP (zoom, LAMP_CANVAS_ZOOM_MIN, LAMP_CANVAS_ZOOM_MAX);
  if (zoom == before)
    return;

  self->fitted = FALSE;
  self->place_zoom = 0;
  lamp_viewport_zoom_about (&self->viewport, zoom, x, y);
  view_moved (self, before);
}

/*< private >
 * lamp_canvas_look_at:
 * @self: a canvas
 * @rect: a part of the plane
 *
 * Brings it into sight.
 */
void
lamp_canvas_look_at (LampCanvas            *self,
                     const graphene_rect_t *rect)
{
  LampViewport before = self->viewport;

  lamp_viewport_reveal (&self->viewport, rect, MARGIN);
  if (self->viewport.x == before.x && self->viewport.y == before.y)
    return;

  self->fitted = FALSE;
  view_changed (self, before.zoom);
}

/**
 * lamp_canvas_fit:
 * @self: a canvas
 *
 * Shows all of the plane, or as much as the smallest zoom allows, and goes on to do so when the window changes its
 * size.
 */
void
lamp_canvas_fit (LampCanvas *self)
{
  double zoom;

  g_return_if_fail (LAMP_IS_CANVAS (self));

  zoom = self->viewport.zoom;
  self->fitted = TRUE;
  self->beyond = FALSE;
  self->place_zoom = 0;
  if (!lamp_canvas_has_size (self))
    return;

  fit_within (self, LAMP_CANVAS_ZOOM_MIN);
  view_changed (self, zoom);
}

/**
 * lamp_canvas_set_first_sight:
 * @self: a canvas
 * @smallest: the smallest zoom at which its nodes can be read
 * @align_x: what to show when not all of the plane is seen at that zoom: 0 its start, 0.5 its middle, 1 its end
 * @align_y: likewise from top to bottom
 *
 * Says where to look until somebody pans or zooms. Without it, all of the plane is shown however small.
 */
void
lamp_canvas_set_first_sight (LampCanvas *self,
                             double      smallest,
                             double      align_x,
                             double      align_y)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));

  self->fit_smallest = CLAMP (smallest, LAMP_CANVAS_ZOOM_MIN, 1.0);
  self->align_x = align_x;
  self->align_y = align_y;
  lamp_canvas_look_again (self, TRUE);
}

/**
 * lamp_canvas_set_zoom:
 * @self: a canvas
 * @zoom: the new zoom, brought into bounds
 *
 * Zooms about the middle.
 */
void
lamp_canvas_set_zoom (LampCanvas *self,
                      double      zoom)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));

  lamp_canvas_zoom_about (self, zoom, self->viewport.width / 2, self->viewport.height / 2);
}

/**
 * lamp_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: pixels for one unit of the plane
 */
double
lamp_canvas_get_zoom (LampCanvas *self)
{
  g_return_val_if_fail (LAMP_IS_CANVAS (self), 1);

  return self->viewport.zoom;
}

/**
 * lamp_canvas_dup_place:
 * @self: a canvas
 *
 * Says where we look, to come back to: the zoom and the middle of what is seen.
 *
 * Returns: (transfer full): "zoom x y"; empty while all is shown
 */
char *
lamp_canvas_dup_place (LampCanvas *self)
{
  const LampViewport *viewport;
  char zoom[G_ASCII_DTOSTR_BUF_SIZE], x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean waits;

  g_return_val_if_fail (LAMP_IS_CANVAS (self), NULL);

  viewport = &self->viewport;
  waits = self->place_zoom > 0;
  if (self->fitted && !waits)
    return g_strdup ("");

  g_ascii_formatd (zoom, sizeof zoom, "%.4g", waits ? self->place_zoom : viewport->zoom);
  g_ascii_formatd (x, sizeof x, "%.1f", waits ? self->place_x : viewport->x + viewport->width / viewport->zoom / 2);
  g_ascii_formatd (y, sizeof y, "%.1f", waits ? self->place_y : viewport->y + viewport->height / viewport->zoom / 2);

  return g_strjoin (" ", zoom, x, y, NULL);
}

static gboolean
parse_place (const char *place,
             double     *numbers)
{
  g_auto (GStrv) words = g_strsplit (place, " ", -1);

  if (g_strv_length (words) != 3)
    return FALSE;
  for (guint i = 0; i < 3; i++)
    {
      char *end;

      numbers[i] = g_ascii_strtod (words[i], &end);
      if (end == words[i] || *end != '\0' || !isfinite (numbers[i]))
        return FALSE;
    }

  return numbers[0] >= LAMP_CANVAS_ZOOM_MIN && numbers[0] <= LAMP_CANVAS_ZOOM_MAX;
}

/**
 * lamp_canvas_set_place:
 * @self: a canvas
 * @place: (nullable): what [method@Canvas.dup_place] said once; anything else shows all
 *
 * Looks there, as soon as there is something to be seen.
 */
void
lamp_canvas_set_place (LampCanvas *self,
                       const char *place)
{
  g_autofree char *before = NULL;
  double numbers[3];

  g_return_if_fail (LAMP_IS_CANVAS (self));

  before = lamp_canvas_dup_place (self);
  if (g_strcmp0 (before, place ? place : "") == 0)
    return;

  self->fitted = !place || !parse_place (place, numbers);
  self->place_zoom = self->fitted ? 0 : numbers[0];
  self->place_x = self->fitted ? 0 : numbers[1];
  self->place_y = self->fitted ? 0 : numbers[2];
  if (lamp_canvas_has_size (self) && self->n_nodes > 0)
    lamp_canvas_look_again (self, TRUE);
  else
    g_object_notify (G_OBJECT (self), "place");
}

/**
 * lamp_canvas_to_plane:
 * @self: a canvas
 * @x: pixels from its left edge
 * @y: pixels from its top edge
 * @point: (out caller-allocates): that place in the plane
 */
void
lamp_canvas_to_plane (LampCanvas       *self,
                      double            x,
                      double            y,
                      graphene_point_t *point)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));

  lamp_viewport_to_plane (&self->viewport, x, y, point);
}

/**
 * lamp_canvas_append_layout:
 * @self: a canvas
 * @snapshot: what its draw function draws on
 * @layout: a text
 * @color: its colour
 * @x: where its box starts in the plane
 * @y: its top in the plane
 *
 * Draws a text under the nodes. It is at its mirrored place when the plane is mirrored, and can be read there.
 */
void
lamp_canvas_append_layout (LampCanvas    *self,
                           GtkSnapshot   *snapshot,
                           PangoLayout   *layout,
                           const GdkRGBA *color,
                           double         x,
                           double         y)
{
  int width, height;

  g_return_if_fail (LAMP_IS_CANVAS (self));

  pango_layout_get_pixel_size (layout, &width, &height);
  width = MAX (width, pango_layout_get_width (layout) / PANGO_SCALE);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  if (self->viewport.mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}
