/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <graphene.h>

G_BEGIN_DECLS

/**
 * LampViewport:
 * @zoom: pixels of the window for one unit of the plane
 * @x: what of the plane is at the start edge (left, or right when mirrored)
 * @y: what of the plane is at the top edge
 * @width: of the window, in pixels
 * @height: of the window, in pixels
 * @mirrored: whether the plane's x runs to the left
 *
 * A window onto a plane: the arithmetic of zooming and panning, without a widget.
 */
typedef struct
{
  double zoom;
  double x;
  double y;
  double width;
  double height;
  gboolean mirrored;
} LampViewport;

void lamp_viewport_get_sight  (const LampViewport    *self,
                               graphene_rect_t       *sight);
void lamp_viewport_to_view    (const LampViewport    *self,
                               const graphene_rect_t *plane,
                               graphene_rect_t       *view);
void lamp_viewport_to_plane   (const LampViewport    *self,
                               double                 x,
                               double                 y,
                               graphene_point_t      *point);
void lamp_viewport_pan        (LampViewport          *self,
                               double                 dx,
                               double                 dy);
void lamp_viewport_zoom_about (LampViewport          *self,
                               double                 zoom,
                               double                 x,
                               double                 y);
void lamp_viewport_fit        (LampViewport          *self,
                               const graphene_rect_t *extents,
                               double                 smallest,
                               double                 largest,
                               double                 align_x,
                               double                 align_y);
void lamp_viewport_clamp      (LampViewport          *self,
                               const graphene_rect_t *extents);
void lamp_viewport_reveal     (LampViewport          *self,
                               const graphene_rect_t *rect,
                               double                 margin);

G_END_DECLS
