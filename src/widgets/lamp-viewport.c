/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-viewport.h"

/**
 * lamp_viewport_get_sight:
 * @self: a viewport
 * @sight: (out caller-allocates): what of the plane can be seen, in plane coordinates
 */
void
lamp_viewport_get_sight (const LampViewport *self,
                         graphene_rect_t    *sight)
{
  graphene_rect_init (sight, self->x, self->y, self->width / self->zoom, self->height / self->zoom);
}

/**
 * lamp_viewport_to_view:
 * @self: a viewport
 * @plane: a rectangle in plane coordinates
 * @view: (out caller-allocates): where it is in the window, in pixels
 */
void
lamp_viewport_to_view (const LampViewport    *self,
                       const graphene_rect_t *plane,
                       graphene_rect_t       *view)
{
  double width = plane->size.width * self->zoom;
  double start = (plane->origin.x - self->x) * self->zoom;

  graphene_rect_init (view,
                      self->mirrored ? self->width - start - width : start,
                      (plane->origin.y - self->y) * self->zoom,
                      width,
                      plane->size.height * self->zoom);
}

/**
 * lamp_viewport_to_plane:
 * @self: a viewport
 * @x: pixels from the left edge of the window
 * @y: pixels from its top edge
 * @point: (out caller-allocates): that place in the plane
 */
void
lamp_viewport_to_plane (const LampViewport *self,
                        double              x,
                        double              y,
                        graphene_point_t   *point)
{
  if (self->mirrored)
    x = self->width - x;
  graphene_point_init (point, self->x + x / self->zoom, self->y + y / self->zoom);
}

/**
 * lamp_viewport_pan:
 * @self: a viewport
 * @dx: pixels by which what is seen moves to the right
 * @dy: pixels by which what is seen moves down
 */
void
lamp_viewport_pan (LampViewport *self,
                   double        dx,
                   double        dy)
{
  self->x -= (self->mirrored ? -dx : dx) / self->zoom;
  self->y -= dy / self->zoom;
}

/**
 * lamp_viewport_zoom_about:
 * @self: a viewport
 * @zoom: the new zoom
 * @x: pixels from the left edge
 * @y: pixels from the top edge: what is at this place stays there
 */
void
lamp_viewport_zoom_about (LampViewport *self,
                          double        zoom,
                          double        x,
                          double        y)
{
  graphene_point_t before, after;

  lamp_viewport_to_plane (self, x, y, &before);
  self->zoom = zoom;
  lamp_viewport_to_plane (self, x, y, &after);
  self->x += before.x - after.x;
  self->y += before.y - after.y;
}

/* Where to start looking along one side: what fits is centred, what does not is aligned. */
static double
place_along (double start,
             double length,
             double visible,
             double align)
{
  return start + (length - visible) * (visible >= length ? 0.5 : align);
}

/**
 * lamp_viewport_fit:
 * @self: a viewport
 * @extents: what shall be seen, in plane coordinates
 * @smallest: never zoom out beyond this
 * @largest: never zoom in beyond this
 * @align_x: which part to show along x when not all can be seen: 0 the start, 0.5 the middle, 1 the end
 * @align_y: likewise along y
 *
 * Shows as much as possible of @extents.
 */
void
lamp_viewport_fit (LampViewport          *self,
                   const graphene_rect_t *extents,
                   double                 smallest,
                   double                 largest,
                   double                 align_x,
                   double                 align_y)
{
  double width = MAX (extents->size.width, 1);
  double height = MAX (extents->size.height, 1);

  self->zoom = CLAMP (MIN (self->width / width, self->height / height), smallest, largest);
  self->x = place_along (extents->origin.x, width, self->width / self->zoom, align_x);
  self->y = place_along (extents->origin.y, height, self->height / self->zoom, align_y);
}

/**
 * lamp_viewport_clamp:
 * @self: a viewport
 * @extents: the whole plane
 *
 * Keeps the middle of the window over the plane, so that it cannot get lost.
 */
void
lamp_viewport_clamp (LampViewport          *self,
                     const graphene_rect_t *extents)
{
  double half_width = self->width / self->zoom / 2;
  double half_height = self->height / self->zoom / 2;

  self->x = CLAMP (self->x + half_width, extents->origin.x, extents->origin.x + extents->size.width) - half_width;
  self->y = CLAMP (self->y + half_height, extents->origin.y, extents->origin.y + extents->size.height) - half_height;
}

/* Moves a stretch of @visible as little as needed to hold the one from @start on; its beginning wins. */
static double
reveal_along (double from,
              double visible,
              double start,
              double length)
{
  return MIN (MAX (from, start + length - visible), start);
}

/**
 * lamp_viewport_reveal:
 * @self: a viewport
 * @rect: what shall be seen, in plane coordinates
 * @margin: pixels to leave around it
 *
 * Pans as little as needed.
 */
void
lamp_viewport_reveal (LampViewport          *self,
                      const graphene_rect_t *rect,
                      double                 margin)
{
  graphene_rect_t wanted;

  graphene_rect_inset_r (rect, -margin / self->zoom, -margin / self->zoom, &wanted);
  self->x = reveal_along (self->x, self->width / self->zoom, wanted.origin.x, wanted.size.width);
  self->y = reveal_along (self->y, self->height / self->zoom, wanted.origin.y, wanted.size.height);
}
