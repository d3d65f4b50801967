/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

#include <math.h>

/* While a canvas is panned or zoomed, its nodes are shown as pictures of themselves: drawing a picture costs the same
 * whatever it shows, and a text of another size has not to be set anew for each frame. As soon as the hand rests,
 * everything is drawn as it is. The pictures are taken then, a few with each frame, so that the next movement begins
 * with all of them; a node that has changed since is known by what its widget draws. */

#define REST 120         /* milliseconds without a change after which the hand rests */
#define MARGIN 48.0      /* around a node, in the plane: shadows, a handle beyond its edge; what is empty is trimmed */
#define LARGEST 2000.0   /* pixels: no picture is taken of what is larger */
#define NEW_SIZE 1.5     /* a picture that is stretched by more than this is taken anew */

/* A picture of a node. */
typedef struct
{
  GdkTexture *texture;
  GskRenderNode *drawing; /* what it was taken of: the same for as long as nothing about the widget changes */
  double zoom;            /* when it was taken */
  double scale;           /* pixels of the screen for one of the window */
  graphene_rect_t place;  /* from the node's corner, in the plane */
} Still;

/* What pictures are taken with. */
typedef struct
{
  LampCanvas *canvas;
  GskRenderer *renderer;
  double scale;
} Camera;

static void
still_free (gpointer data)
{
  Still *self = data;

  g_clear_object (&self->texture);
  g_clear_pointer (&self->drawing, gsk_render_node_unref);
  g_free (self);
}

static GQuark
still_quark (void)
{
  return g_quark_from_static_string ("lamp-canvas-still");
}

static Still *
get_still (LampCanvas *self,
           guint       index)
{
  return g_object_get_qdata (G_OBJECT (self->widgets[index]), still_quark ());
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
  const Still *still = get_still (self, index);

  return self->moving && self->judged && still != NULL && is_like (self, still);
}

/* Taking pictures while nothing moves. */

static gboolean
prepare (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
start_preparing (LampCanvas *self)
{
  if (self->prepares == 0 && self->rest_source == 0)
    self->prepares = gtk_widget_add_tick_callback (GTK_WIDGET (self), prepare, NULL, NULL);
}

static void
stop_preparing (LampCanvas *self)
{
  if (self->prepares != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->prepares);
  self->prepares = 0;
}

/*< private >
 * lamp_canvas_drop_still:
 * @self: a canvas
 * @node: a node's widget, which is about to show something else
 */
void
lamp_canvas_drop_still (LampCanvas *self,
                        GtkWidget  *node)
{
  g_object_set_qdata (G_OBJECT (node), still_quark (), NULL);
  start_preparing (self);
}

static gboolean
rest (gpointer data)
{
  LampCanvas *self = data;

  self->rest_source = 0;
  self->moving = FALSE;
  lamp_canvas_update_sight (self);
  start_preparing (self);

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
  if (!self->moving)
    self->judged = FALSE;
  stop_preparing (self);
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
  stop_preparing (self);
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

static gboolean
is_too_large (const Camera          *camera,
              const graphene_rect_t *bounds)
{
  return bounds->size.width * camera->scale > LARGEST || bounds->size.height * camera->scale > LARGEST;
}

static GskRenderNode *
draw_node (const Camera *camera,
           guint         index)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_scale (snapshot, (float) camera->scale, (float) camera->scale);
  gtk_widget_snapshot_child (GTK_WIDGET (camera->canvas), camera->canvas->widgets[index], snapshot);

  return gtk_snapshot_free_to_node (snapshot);
}

/* What a widget draws, wherever it stands. */
static GskRenderNode *
get_drawing (GskRenderNode *node)
{
  while (node != NULL && gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    node = gsk_transform_node_get_child (node);

  return node;
}

/* Throws pictures away of which the widget draws something else now. */
static void
judge_stills (const Camera *camera)
{
  LampCanvas *self = camera->canvas;

  for (guint i = 0; i < self->n_nodes; i++)
    if (self->widgets[i] != NULL && get_still (self, i) != NULL)
      {
        g_autoptr (GskRenderNode) node = draw_node (camera, i);
        const Still *still = get_still (self, i);

        if (get_drawing (node) != still->drawing || still->scale != camera->scale)
          g_object_set_qdata (G_OBJECT (self->widgets[i]), still_quark (), NULL);
      }
  self->judged = TRUE;
}

/* A picture is no larger than what is drawn: each pixel of it costs in every frame, seen or not. */
static gboolean
trim (const Camera    *camera,
      GskRenderNode   *node,
      graphene_rect_t *bounds)
{
  graphene_rect_t drawn;

  gsk_render_node_get_bounds (node, &drawn);
  graphene_rect_scale (&drawn, (float) (1 / camera->scale), (float) (1 / camera->scale), &drawn);
  graphene_rect_round_extents (&drawn, &drawn);

  return graphene_rect_intersection (bounds, &drawn, bounds);
}

static Still *
take_still (const Camera *camera,
            guint         index)
{
  LampCanvas *self = camera->canvas;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GskRenderNode) node = NULL;
  graphene_rect_t view, bounds, pixels;
  Still *still;

  get_bounds (self, index, &view, &bounds);
  if (is_too_large (camera, &bounds))
    return NULL;
  node = draw_node (camera, index);
  if (node == NULL || !trim (camera, node, &bounds))
    return NULL;

  graphene_rect_scale (&bounds, (float) camera->scale, (float) camera->scale, &pixels);
  still = g_new0 (Still, 1);
  still->texture = gsk_renderer_render_texture (camera->renderer, node, &pixels);
  still->drawing = gsk_render_node_ref (get_drawing (node));
  still->zoom = self->viewport.zoom;
  still->scale = camera->scale;
  graphene_rect_offset (&bounds, -view.origin.x, -view.origin.y);
  graphene_rect_scale (&bounds, (float) (1 / still->zoom), (float) (1 / still->zoom), &still->place);
  g_object_set_qdata_full (G_OBJECT (self->widgets[index]), still_quark (), still, still_free);
  lamp_canvas_spend_since (self, start);

  return still;
}

/* The picture of a node. Once it moves, what is in sight gets one: to draw it without costs as much. All else is done
 * when there is time. */
static Still *
ensure_still (const Camera *camera,
              guint         index,
              gboolean      in_sight)
{
  Still *still = get_still (camera->canvas, index);

  if (!camera->canvas->moving || (still != NULL && is_like (camera->canvas, still)))
    return still;
  if ((still != NULL || !in_sight) && !lamp_canvas_has_time (camera->canvas))
    return still;

  return take_still (camera, index);
}

static void
draw_still (LampCanvas  *self,
            GtkSnapshot *snapshot,
            guint        index,
            const Still *still)
{
  double zoom = self->viewport.zoom;
  graphene_rect_t view, place;

  lamp_viewport_to_view (&self->viewport, &self->rects[index], &view);
  graphene_rect_scale (&still->place, (float) zoom, (float) zoom, &place);
  graphene_rect_offset (&place, view.origin.x, view.origin.y);
  if (still->zoom != zoom)
    {
      gtk_snapshot_append_scaled_texture (snapshot, still->texture, GSK_SCALING_FILTER_LINEAR, &place);
      return;
    }
  /* At its own size it is not filtered, and need not be: in whole pixels it stays as sharp as it was taken. */
  place = GRAPHENE_RECT_INIT (roundf (place.origin.x), roundf (place.origin.y), roundf (place.size.width),
                              roundf (place.size.height));
  gtk_snapshot_append_texture (snapshot, still->texture, &place);
}

static void
draw_stills (const Camera *camera,
             GtkSnapshot  *snapshot)
{
  LampCanvas *self = camera->canvas;

  if (!self->judged)
    judge_stills (camera);
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->widgets[i] != NULL)
      {
        gboolean in_sight = lamp_canvas_overlap (&self->rects[i], &self->seen);
        const Still *still = ensure_still (camera, i, in_sight);

        if (still != NULL && in_sight)
          draw_still (self, snapshot, i, still);
        else if (in_sight)
          gtk_widget_snapshot_child (GTK_WIDGET (self), self->widgets[i], snapshot);
      }
}

/* Takes some of the pictures that are not there or not sharp; after the last one there is no more to prepare. */
static void
prepare_stills (const Camera *camera)
{
  LampCanvas *self = camera->canvas;

  for (guint i = 0; i < self->n_nodes; i++)
    if (self->widgets[i] != NULL)
      {
        const Still *still = get_still (self, i);

        if (still != NULL && still->zoom == self->viewport.zoom)
          continue;
        if (!lamp_canvas_has_time (self))
          return;
        take_still (camera, i);
      }
  stop_preparing (self);
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
  Camera camera = { self, renderer, 1 };

  if (renderer == NULL)
    return FALSE;

  camera.scale = gdk_surface_get_scale (gtk_native_get_surface (native));
  if (self->rest_source != 0)
    draw_stills (&camera, snapshot);
  else if (self->prepares != 0)
    prepare_stills (&camera);
  self->spent = 0;

  return self->rest_source != 0;
}
