/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

#include <math.h>

/* While a canvas is panned or zoomed, its nodes are shown as pictures of themselves: drawing a picture costs the same
 * whatever it shows, and a text of another size has not to be set anew for each frame. As soon as the hand rests,
 * everything is drawn as it is. */

#define REST 120         /* milliseconds without a change after which the hand rests */
#define MARGIN 14.0      /* around a node, in the plane: shadows, outlines, a handle at its edge */
#define LARGEST 2000.0   /* pixels: no picture is taken of what is larger */
#define NEW_SIZE 1.5     /* a picture that is stretched by more than this is taken anew, … */
#define NEW_AT_ONCE 3    /* … so many in one frame */

/* A picture of a node. */
typedef struct
{
  GdkTexture *texture;
  double zoom;            /* when it was taken */
  graphene_rect_t place;  /* from the node's corner, in the plane */
} Still;

static void
still_free (gpointer data)
{
  Still *self = data;

  g_clear_object (&self->texture);
  g_free (self);
}

static GQuark
still_quark (void)
{
  return g_quark_from_static_string ("lamp-canvas-still");
}

/*< private >
 * lamp_canvas_drop_still:
 * @node: a node's widget, which is about to show something else
 */
void
lamp_canvas_drop_still (GtkWidget *node)
{
  g_object_set_qdata (G_OBJECT (node), still_quark (), NULL);
}

/* Whether a picture is not stretched so far that it is taken anew. */
static gboolean
is_like (LampCanvas  *self,
         const Still *still)
{
  double stretch = self->viewport.zoom / still->zoom;

  return stretch < NEW_SIZE && stretch > 1 / NEW_SIZE;
}

/*< private >
 * lamp_canvas_has_still:
 * @self: a canvas
 * @index: a node
 *
 * Returns: whether a picture stands for the node now, so that its widget may come along when the hand rests
 */
gboolean
lamp_canvas_has_still (LampCanvas *self,
                       guint       index)
{
  const Still *still = g_object_get_qdata (G_OBJECT (self->widgets[index]), still_quark ());

  return self->moving && still != NULL && is_like (self, still);
}

static void
drop_stills (LampCanvas *self)
{
  for (GtkWidget *node = gtk_widget_get_first_child (GTK_WIDGET (self)); node; node = gtk_widget_get_next_sibling (node))
    lamp_canvas_drop_still (node);
}

static gboolean
rest (gpointer data)
{
  LampCanvas *self = data;

  self->rest_source = 0;
  if (self->moving)
    {
      self->moving = FALSE;
      drop_stills (self);
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }

  return G_SOURCE_REMOVE;
}

/*< private >
 * lamp_canvas_stir:
 * @self: a canvas
 *
 * Tells that what is seen has changed: the second time before the hand has rested, it moves.
 */
void
lamp_canvas_stir (LampCanvas *self)
{
  self->moving = self->rest_source != 0;
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add (REST, rest, self);
}

/*< private >
 * lamp_canvas_stop_moving:
 * @self: a canvas that goes away
 */
void
lamp_canvas_stop_moving (LampCanvas *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->moving = FALSE;
}

/* Where a picture of a node is taken, in whole pixels of the canvas. */
static void
get_bounds (LampCanvas      *self,
            guint            index,
            graphene_rect_t *view,
            graphene_rect_t *bounds)
{
  float margin = (float) ceil (MARGIN * self->viewport.zoom);

  lamp_viewport_to_view (&self->viewport, &self->rects[index], view);
  graphene_rect_inset_r (view, -margin, -margin, bounds);
  graphene_rect_round_extents (bounds, bounds);
}

static Still *
take_still (LampCanvas  *self,
            guint        index,
            GskRenderer *renderer,
            double       scale)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t view, bounds, pixels;
  Still *still;

  get_bounds (self, index, &view, &bounds);
  gtk_snapshot_scale (snapshot, (float) scale, (float) scale);
  gtk_widget_snapshot_child (GTK_WIDGET (self), self->widgets[index], snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  graphene_rect_scale (&bounds, (float) scale, (float) scale, &pixels);
  if (node == NULL || pixels.size.width > LARGEST || pixels.size.height > LARGEST)
    return NULL;

  still = g_new0 (Still, 1);
  still->texture = gsk_renderer_render_texture (renderer, node, &pixels);
  still->zoom = self->viewport.zoom;
  graphene_rect_offset (&bounds, -view.origin.x, -view.origin.y);
  graphene_rect_scale (&bounds, (float) (1 / still->zoom), (float) (1 / still->zoom), &still->place);
  g_object_set_qdata_full (G_OBJECT (self->widgets[index]), still_quark (), still, still_free);

  return still;
}

/* The picture of a node, one that still does, or a new one if it may be taken. */
static Still *
ensure_still (LampCanvas  *self,
              guint        index,
              GskRenderer *renderer,
              double       scale,
              int         *renewed)
{
  Still *still = g_object_get_qdata (G_OBJECT (self->widgets[index]), still_quark ());

  if (still != NULL && (is_like (self, still) || ++*renewed > NEW_AT_ONCE))
    return still;

  return take_still (self, index, renderer, scale);
}

static void
draw_still (LampCanvas  *self,
            GtkSnapshot *snapshot,
            guint        index,
            const Still *still)
{
  double zoom = self->viewport.zoom;
  gboolean same = still->zoom == zoom;
  graphene_rect_t view, place;

  lamp_viewport_to_view (&self->viewport, &self->rects[index], &view);
  graphene_rect_scale (&still->place, (float) zoom, (float) zoom, &place);
  graphene_rect_offset (&place, view.origin.x, view.origin.y);
  if (same)
    place = GRAPHENE_RECT_INIT (roundf (place.origin.x), roundf (place.origin.y), roundf (place.size.width),
                                roundf (place.size.height));
  gtk_snapshot_append_scaled_texture (snapshot, still->texture,
                                      same ? GSK_SCALING_FILTER_NEAREST : GSK_SCALING_FILTER_LINEAR, &place);
}

/*< private >
 * lamp_canvas_snapshot_nodes:
 * @self: a canvas
 * @snapshot: where its nodes are drawn
 *
 * Draws the nodes in sight, as pictures while they move.
 *
 * Returns: whether it has; if not, they are to be drawn as any children are
 */
gboolean
lamp_canvas_snapshot_nodes (LampCanvas  *self,
                            GtkSnapshot *snapshot)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;
  double scale;
  int renewed = 0;

  if (!self->moving || renderer == NULL)
    return FALSE;
  scale = gdk_surface_get_scale (gtk_native_get_surface (native));
  for (guint i = 0; i < self->n_nodes; i++)
    {
      Still *still = self->widgets[i] != NULL ? ensure_still (self, i, renderer, scale, &renewed) : NULL;

      if (still != NULL)
        draw_still (self, snapshot, i, still);
      else if (self->widgets[i] != NULL)
        gtk_widget_snapshot_child (GTK_WIDGET (self), self->widgets[i], snapshot);
    }

  return TRUE;
}
