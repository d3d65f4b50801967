/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

typedef enum
{
  PROP_ZOOM = 1,
  PROP_PLACE,
  PROP_N_NODES,
} LampCanvasProps;

static GParamSpec *props[PROP_N_NODES + 1];

G_DEFINE_FINAL_TYPE (LampCanvas, lamp_canvas, GTK_TYPE_WIDGET)

static void
allocate_node (LampCanvas *self,
               guint       index)
{
  GtkWidget *node = self->widgets[index];
  graphene_rect_t view;
  GskTransform *transform;
  int width, height;

  gtk_widget_measure (node, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  width = MAX (width, (int) self->rects[index].size.width);
  gtk_widget_measure (node, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  height = MAX (height, (int) self->rects[index].size.height);

  lamp_viewport_to_view (&self->viewport, &self->rects[index], &view);
  transform = gsk_transform_translate (NULL, &view.origin);
  transform = gsk_transform_scale (transform, self->viewport.zoom, self->viewport.zoom);
  gtk_widget_allocate (node, width, height, -1, transform);
}

static gboolean
thaw (gpointer data)
{
  g_object_thaw_notify (data);

  return G_SOURCE_REMOVE;
}

/* While sizes are given, nobody may ask for others: what changes with the size is told right after. */
static void
resize (LampCanvas *self,
        int         width,
        int         height)
{
  g_object_freeze_notify (G_OBJECT (self));
  lamp_canvas_resize (self, width, height);
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, thaw, g_object_ref (self), g_object_unref);
}

static void
lamp_canvas_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  LampCanvas *self = LAMP_CANVAS (widget);

  if (width != (int) self->viewport.width || height != (int) self->viewport.height)
    resize (self, width, height);
  /* Also those that a picture stands for: what asked for a size and got none must not be drawn. */
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->widgets[i])
      allocate_node (self, i);
}

static void
lamp_canvas_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = 120;
  *natural = 360;
}

/* What is seen. */

static void
transform_to_plane (LampCanvas  *self,
                    GtkSnapshot *snapshot)
{
  const LampViewport *viewport = &self->viewport;

  if (viewport->mirrored)
    {
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (viewport->width, 0));
      gtk_snapshot_scale (snapshot, -1, 1);
    }
  gtk_snapshot_scale (snapshot, viewport->zoom, viewport->zoom);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-viewport->x, -viewport->y));
}

/* Nodes that have no widget are boxes of the text's colour: those too small to read, and, very light, those for which
 * there was no time yet. */
static void
draw_boxes (LampCanvas            *self,
            GtkSnapshot           *snapshot,
            const graphene_rect_t *sight)
{
  GdkRGBA color;

  gtk_widget_get_color (GTK_WIDGET (self), &color);
  color.alpha *= self->far ? 0.3f : 0.08f;
  for (guint i = 0; i < self->n_nodes; i++)
    if (!self->widgets[i] && lamp_canvas_overlap (&self->rects[i], sight))
      gtk_snapshot_append_color (snapshot, &color, &self->rects[i]);
}

static void
lamp_canvas_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  LampCanvas *self = LAMP_CANVAS (widget);
  graphene_rect_t sight;

  lamp_viewport_get_sight (&self->viewport, &sight);
  gtk_snapshot_save (snapshot);
  transform_to_plane (self, snapshot);
  if (self->delegate && self->delegate->draw)
    self->delegate->draw (self, snapshot, &sight, self->viewport.zoom, self->data);
  if (self->far || self->moving)
    draw_boxes (self, snapshot, &sight);
  gtk_snapshot_restore (snapshot);

  if (!lamp_canvas_snapshot_nodes (self, snapshot))
    GTK_WIDGET_CLASS (lamp_canvas_parent_class)->snapshot (widget, snapshot);
}

/* Focus. */

static gboolean
focus_node (LampCanvas *self,
            guint       index)
{
  if (index >= self->n_nodes)
    return FALSE;

  lamp_canvas_reveal (self, index, TRUE);

  return TRUE;
}

static gboolean
is_in_sight (LampCanvas *self,
             guint       index)
{
  graphene_rect_t sight;

  lamp_viewport_get_sight (&self->viewport, &sight);

  return lamp_canvas_overlap (&self->rects[index], &sight);
}

/* Where the focus enters: the node where we were last or, if that is out of sight, the nearest to the middle of what
 * is seen: to come back from another view moves nothing. */
static guint
find_entrance (LampCanvas *self)
{
  guint found = MIN (self->cursor, self->n_nodes - 1);
  double best = G_MAXDOUBLE;
  graphene_point_t middle, center;

  if (self->n_nodes == 0 || !lamp_canvas_has_size (self) || is_in_sight (self, found))
    return found;

  lamp_viewport_to_plane (&self->viewport, self->viewport.width / 2, self->viewport.height / 2, &middle);
  for (guint i = 0; i < self->n_nodes; i++)
    if (is_in_sight (self, i))
      {
        double distance;

        graphene_rect_get_center (&self->rects[i], &center);
        distance = graphene_point_distance (&middle, &center, NULL, NULL);
        found = distance < best ? i : found;
        best = MIN (best, distance);
      }

  return found;
}

/* One Tab stop: Tab enters at one node and leaves from any. Arrows walk. */
static gboolean
lamp_canvas_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  LampCanvas *self = LAMP_CANVAS (widget);
  GtkWidget *inside = gtk_widget_get_focus_child (widget);
  int next;

  if (!inside)
    return focus_node (self, find_entrance (self));
  if (gtk_widget_child_focus (inside, direction))
    return TRUE;
  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;

  next = lamp_canvas_find_next (&self->viewport, self->rects, self->n_nodes, self->cursor, direction);
  if (next >= 0)
    focus_node (self, next);

  return TRUE;
}

static gboolean
lamp_canvas_grab_focus (GtkWidget *widget)
{
  LampCanvas *self = LAMP_CANVAS (widget);

  return self->n_nodes > 0 && focus_node (self, MIN (self->cursor, self->n_nodes - 1));
}

static void
lamp_canvas_set_focus_child (GtkWidget *widget,
                             GtkWidget *child)
{
  LampCanvas *self = LAMP_CANVAS (widget);
  int index = child ? lamp_canvas_get_index (self, child) : -1;

  if (index >= 0)
    self->cursor = index;

  GTK_WIDGET_CLASS (lamp_canvas_parent_class)->set_focus_child (widget, child);
}

static void
lamp_canvas_direction_changed (GtkWidget        *widget,
                               GtkTextDirection  before)
{
  LampCanvas *self = LAMP_CANVAS (widget);

  self->viewport.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gtk_widget_queue_allocate (widget);

  GTK_WIDGET_CLASS (lamp_canvas_parent_class)->direction_changed (widget, before);
}

/* The class. */

static void
lamp_canvas_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  LampCanvas *self = LAMP_CANVAS (object);

  switch ((LampCanvasProps) property_id)
    {
    case PROP_ZOOM:
      g_value_set_double (value, self->viewport.zoom);
      break;
    case PROP_PLACE:
      g_value_take_string (value, lamp_canvas_dup_place (self));
      break;
    case PROP_N_NODES:
      g_value_set_uint (value, self->n_nodes);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lamp_canvas_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  LampCanvas *self = LAMP_CANVAS (object);

  switch ((LampCanvasProps) property_id)
    {
    case PROP_ZOOM:
      lamp_canvas_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_PLACE:
      lamp_canvas_set_place (self, g_value_get_string (value));
      break;
    case PROP_N_NODES:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lamp_canvas_dispose (GObject *object)
{
  LampCanvas *self = LAMP_CANVAS (object);

  lamp_canvas_stop_moving (self);
  lamp_canvas_drop_nodes (self);
  self->delegate = NULL;

  G_OBJECT_CLASS (lamp_canvas_parent_class)->dispose (object);
}

static void
lamp_canvas_finalize (GObject *object)
{
  LampCanvas *self = LAMP_CANVAS (object);

  g_free (self->rects);
  g_free (self->widgets);
  g_ptr_array_unref (self->pool);

  G_OBJECT_CLASS (lamp_canvas_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, LAMP_CANVAS_ZOOM_MIN, LAMP_CANVAS_ZOOM_MAX, 1.0, flags | G_PARAM_READWRITE);
  props[PROP_PLACE] = g_param_spec_string ("place", NULL, NULL, NULL, flags | G_PARAM_READWRITE);
  props[PROP_N_NODES] = g_param_spec_uint ("n-nodes", NULL, NULL, 0, G_MAXUINT, 0, flags | G_PARAM_READABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
lamp_canvas_class_init (LampCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = lamp_canvas_get_property;
  object_class->set_property = lamp_canvas_set_property;
  object_class->dispose = lamp_canvas_dispose;
  object_class->finalize = lamp_canvas_finalize;
  widget_class->measure = lamp_canvas_measure;
  widget_class->size_allocate = lamp_canvas_size_allocate;
  widget_class->snapshot = lamp_canvas_snapshot;
  widget_class->focus = lamp_canvas_focus;
  widget_class->grab_focus = lamp_canvas_grab_focus;
  widget_class->set_focus_child = lamp_canvas_set_focus_child;
  widget_class->direction_changed = lamp_canvas_direction_changed;

  install_properties (object_class);

  /**
   * LampCanvas::background-pressed:
   * @self: the canvas
   * @x: where in the plane
   * @y: where in the plane
   *
   * A click that met no node.
   */
  g_signal_new ("background-pressed", LAMP_TYPE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  lamp_canvas_install_shortcuts (widget_class);
  gtk_widget_class_set_css_name (widget_class, "lampcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
lamp_canvas_init (LampCanvas *self)
{
  self->pool = g_ptr_array_new ();
  self->viewport.zoom = 1;
  self->viewport.mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  self->fit_smallest = LAMP_CANVAS_ZOOM_MIN;
  self->align_x = self->align_y = 0.5;
  self->fitted = TRUE;
  self->pending = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  lamp_canvas_add_controllers (self);
}

/**
 * lamp_canvas_new:
 *
 * Returns: (transfer floating): a canvas with nothing on it
 */
GtkWidget *
lamp_canvas_new (void)
{
  return g_object_new (LAMP_TYPE_CANVAS, NULL);
}

/**
 * lamp_canvas_queue_redraw:
 * @self: a canvas
 *
 * Has what is drawn under the nodes drawn again.
 */
void
lamp_canvas_queue_redraw (LampCanvas *self)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
