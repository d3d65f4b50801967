/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

/* The widgets of the nodes: made when a node comes into sight, put aside for the next one when it leaves. */

#define READABLE 18.0       /* pixels: a node less high is drawn as a plain box */
#define MOST_WIDGETS 1000   /* more nodes in sight than this are drawn as plain boxes */
#define POOL 64             /* unused widgets kept for the next nodes to come into sight */
#define AHEAD 6             /* while it moves, what comes into sight within so many frames is made before it does, … */
#define FARTHEST 160.0      /* … but no farther off than this, in pixels */

static GQuark
index_quark (void)
{
  return g_quark_from_static_string ("lamp-canvas-index");
}

static void
set_index (GtkWidget *node,
           int        index)
{
  g_object_set_qdata (G_OBJECT (node), index_quark (), GINT_TO_POINTER (index + 1));
}

static GtkWidget *
take_from_pool (LampCanvas *self)
{
  GtkWidget *node;

  if (self->pool->len > 0)
    {
      node = g_ptr_array_steal_index_fast (self->pool, self->pool->len - 1);
      gtk_widget_set_child_visible (node, TRUE);
      gtk_accessible_reset_state (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_STATE_HIDDEN);
      return node;
    }

  node = self->delegate->make (self, self->data);
  gtk_widget_set_parent (node, GTK_WIDGET (self));

  return node;
}

static void
put_aside (LampCanvas *self,
           GtkWidget  *node)
{
  set_index (node, -1);
  lamp_canvas_drop_still (self, node);
  if (self->delegate->unbind)
    self->delegate->unbind (self, node, self->data);
  if (self->pool->len == POOL)
    {
      gtk_widget_unparent (node);
      return;
    }
  gtk_widget_set_child_visible (node, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  g_ptr_array_add (self->pool, node);
}

static void
bind_node (LampCanvas *self,
           guint       index)
{
  lamp_canvas_drop_still (self, self->widgets[index]);
  self->delegate->bind (self, self->widgets[index], index, self->data);
}

static void
show_node (LampCanvas *self,
           guint       index)
{
  if (self->widgets[index] || !self->delegate)
    return;

  self->widgets[index] = take_from_pool (self);
  set_index (self->widgets[index], index);
  bind_node (self, index);
}

static void
hide_node (LampCanvas *self,
           guint       index)
{
  GtkWidget *node = g_steal_pointer (&self->widgets[index]);

  if (node)
    put_aside (self, node);
}

static gboolean
is_focused (LampCanvas *self,
            guint       index)
{
  return index == self->cursor && self->widgets[index] != NULL
         && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->widgets[index];
}

static guint
count_in_sight (LampCanvas            *self,
                const graphene_rect_t *sight)
{
  guint count = 0;

  for (guint i = 0; i < self->n_nodes; i++)
    count += lamp_canvas_overlap (&self->rects[i], sight);

  return count;
}

static gboolean
is_far (LampCanvas            *self,
        const graphene_rect_t *sight)
{
  return self->n_nodes > 0
         && (self->lowest * self->viewport.zoom < READABLE || count_in_sight (self, sight) > MOST_WIDGETS);
}

static void
hide_beyond (LampCanvas            *self,
             const graphene_rect_t *sight)
{
  for (guint i = 0; i < self->n_nodes; i++)
    if (self->widgets[i] && !is_focused (self, i) && (self->far || !lamp_canvas_overlap (&self->rects[i], sight)))
      hide_node (self, i);
}

/* Notes what is in sight. */
static void
look (LampCanvas *self)
{
  lamp_viewport_get_sight (&self->viewport, &self->seen);
  self->far = is_far (self, &self->seen);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/*< private >
 * lamp_canvas_update_sight:
 * @self: a canvas
 *
 * Brings the widgets in line with what is in sight. The one that has the focus keeps its widget wherever it is.
 */
void
lamp_canvas_update_sight (LampCanvas *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  if (!lamp_canvas_has_size (self))
    return;

  look (self);
  hide_beyond (self, &self->seen);
  for (guint i = 0; i < self->n_nodes && !self->far; i++)
    if (!self->widgets[i] && lamp_canvas_overlap (&self->rects[i], &self->seen))
      show_node (self, i);
}

/* How far ahead to look beyond an edge that has come on by so much. */
static double
reach (LampCanvas *self,
       double      by)
{
  return CLAMP (by * AHEAD, 0, FARTHEST / self->viewport.zoom);
}

/* What is in sight, and what will be soon if it goes on as it does. */
static graphene_rect_t
look_ahead (LampCanvas            *self,
            const graphene_rect_t *before)
{
  const graphene_rect_t *now = &self->seen;
  double left = reach (self, before->origin.x - now->origin.x);
  double right = reach (self, now->origin.x + now->size.width - before->origin.x - before->size.width);
  double up = reach (self, before->origin.y - now->origin.y);
  double down = reach (self, now->origin.y + now->size.height - before->origin.y - before->size.height);

  return GRAPHENE_RECT_INIT ((float) (now->origin.x - left), (float) (now->origin.y - up),
                             (float) (now->size.width + left + right), (float) (now->size.height + up + down));
}

static void
show_some (LampCanvas            *self,
           const graphene_rect_t *sight)
{
  for (guint i = 0; i < self->n_nodes && lamp_canvas_has_time (self); i++)
    if (!self->widgets[i] && lamp_canvas_overlap (&self->rects[i], sight))
      {
        gint64 start = g_get_monotonic_time ();

        show_node (self, i);
        lamp_canvas_spend_since (self, start);
      }
}

/*< private >
 * lamp_canvas_follow_hand:
 * @self: a canvas that is being panned or zoomed
 *
 * Does as lamp_canvas_update_sight() does, but a little at a time: what a frame has no time for is a plain box until
 * one of the next, or until the hand rests.
 */
void
lamp_canvas_follow_hand (LampCanvas *self)
{
  graphene_rect_t before = self->seen, ahead;

  lamp_viewport_get_sight (&self->viewport, &self->seen);
  if (!self->moving || !lamp_canvas_overlap (&before, &self->seen))
    {
      lamp_canvas_update_sight (self);
      return;
    }

  look (self);
  ahead = look_ahead (self, &before);
  hide_beyond (self, &ahead);
  if (self->far)
    return;
  show_some (self, &self->seen);
  show_some (self, &ahead);
}

/*< private >
 * lamp_canvas_drop_nodes:
 * @self: a canvas
 *
 * Lets go of all nodes and their widgets.
 */
void
lamp_canvas_drop_nodes (LampCanvas *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->n_nodes; i++)
    if (self->widgets[i] && self->delegate->unbind)
      self->delegate->unbind (self, self->widgets[i], self->data);
  self->n_nodes = 0;
  g_clear_pointer (&self->rects, g_free);
  g_clear_pointer (&self->widgets, g_free);
  g_ptr_array_set_size (self->pool, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
}

/**
 * lamp_canvas_set_delegate:
 * @self: a canvas
 * @delegate: what makes, binds and draws; static
 * @data: handed to it; outlives the canvas
 *
 * Says how nodes look. Nodes set before are let go of.
 */
void
lamp_canvas_set_delegate (LampCanvas               *self,
                          const LampCanvasDelegate *delegate,
                          gpointer                  data)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));
  g_return_if_fail (delegate == NULL || (delegate->make && delegate->bind));

  lamp_canvas_drop_nodes (self);
  self->delegate = delegate;
  self->data = data;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The widgets of the nodes that stay, at their new places. A node that is asked for twice stays once. */
static GtkWidget **
keep_widgets (LampCanvas *self,
              guint       n_nodes,
              const int  *kept_from)
{
  GtkWidget **widgets = g_new0 (GtkWidget *, n_nodes + 1);

  for (guint i = 0; kept_from && i < n_nodes; i++)
    if (kept_from[i] >= 0 && (guint) kept_from[i] < self->n_nodes)
      {
        widgets[i] = g_steal_pointer (&self->widgets[kept_from[i]]);
        if (widgets[i])
          set_index (widgets[i], i);
      }
  for (guint i = 0; i < self->n_nodes; i++)
    hide_node (self, i);

  return widgets;
}

static double
find_lowest (const graphene_rect_t *rects,
             guint                  n_rects)
{
  double lowest = G_MAXDOUBLE;

  for (guint i = 0; i < n_rects; i++)
    lowest = MIN (lowest, rects[i].size.height);

  return lowest;
}

static guint
follow_cursor (LampCanvas *self,
               guint       n_nodes,
               const int  *kept_from)
{
  for (guint i = 0; kept_from && i < n_nodes; i++)
    if (kept_from[i] == (int) self->cursor)
      return i;

  return MIN (self->cursor, n_nodes > 0 ? n_nodes - 1 : 0);
}

static void
take_nodes (LampCanvas            *self,
            const graphene_rect_t *rects,
            guint                  n_rects,
            const int             *kept_from)
{
  GtkWidget **widgets = keep_widgets (self, n_rects, kept_from);
  guint cursor = follow_cursor (self, n_rects, kept_from);

  g_free (self->widgets);
  g_free (self->rects);
  self->widgets = widgets;
  self->rects = g_memdup2 (rects, n_rects * sizeof *rects);
  self->n_nodes = n_rects;
  self->lowest = find_lowest (rects, n_rects);
  self->cursor = cursor;
  for (guint i = 0; i < n_rects; i++)
    if (widgets[i])
      bind_node (self, i);
}

/**
 * lamp_canvas_set_nodes:
 * @self: a canvas
 * @rects: (array length=n_rects): where the nodes are in the plane
 * @n_rects: how many
 * @kept_from: (nullable) (array length=n_rects): for each node the index it had before, or -1 for a new one
 * @extents: the whole plane
 *
 * Shows these nodes in place of those before. Those that are kept keep their widgets, and are bound again. If the
 * focus was on a node that goes, it moves to the one in its place.
 */
void
lamp_canvas_set_nodes (LampCanvas            *self,
                       const graphene_rect_t *rects,
                       guint                  n_rects,
                       const int             *kept_from,
                       const graphene_rect_t *extents)
{
  guint n_before;
  gboolean had_focus;

  g_return_if_fail (LAMP_IS_CANVAS (self));
  g_return_if_fail (n_rects == 0 || (rects != NULL && self->delegate != NULL));
  g_return_if_fail (extents != NULL);

  n_before = self->n_nodes;
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  take_nodes (self, rects, n_rects, kept_from);
  self->extents = *extents;
  lamp_canvas_look_again (self, n_before == 0);
  if (had_focus && n_rects > 0 && !is_focused (self, self->cursor))
    lamp_canvas_reveal (self, self->cursor, TRUE);
  if (n_rects != n_before)
    g_object_notify (G_OBJECT (self), "n-nodes");
}

/**
 * lamp_canvas_rebind:
 * @self: a canvas
 * @index: a node
 *
 * Makes the node's widget, if it is in sight, show the node anew.
 */
void
lamp_canvas_rebind (LampCanvas *self,
                    guint       index)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));

  if (index < self->n_nodes && self->widgets[index])
    bind_node (self, index);
}

/**
 * lamp_canvas_get_node:
 * @self: a canvas
 * @index: a node
 *
 * Returns: (transfer none) (nullable): its widget; %NULL when out of sight
 */
GtkWidget *
lamp_canvas_get_node (LampCanvas *self,
                      guint       index)
{
  g_return_val_if_fail (LAMP_IS_CANVAS (self), NULL);

  return index < self->n_nodes ? self->widgets[index] : NULL;
}

/**
 * lamp_canvas_get_index:
 * @self: a canvas
 * @node: a widget
 *
 * Returns: the index of the node that @node is or is part of, or -1
 */
int
lamp_canvas_get_index (LampCanvas *self,
                       GtkWidget  *node)
{
  g_return_val_if_fail (LAMP_IS_CANVAS (self), -1);

  while (node && gtk_widget_get_parent (node) != GTK_WIDGET (self))
    node = gtk_widget_get_parent (node);

  return node ? GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (node), index_quark ())) - 1 : -1;
}

/**
 * lamp_canvas_reveal:
 * @self: a canvas
 * @index: a node
 * @grab_focus: whether to move the focus to it
 *
 * Brings a node into sight, panning as little as needed. Before the canvas has a size, it is done once it has.
 */
void
lamp_canvas_reveal (LampCanvas *self,
                    guint       index,
                    gboolean    grab_focus)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));
  g_return_if_fail (index < self->n_nodes);

  if (!lamp_canvas_has_size (self))
    {
      self->pending = index;
      self->pending_focus = grab_focus;
      return;
    }

  lamp_canvas_look_at (self, &self->rects[index]);
  if (grab_focus || !self->far)
    show_node (self, index);
  if (!grab_focus)
    return;

  self->cursor = index;
  gtk_widget_grab_focus (self->widgets[index]);
}

/**
 * lamp_canvas_set_cursor:
 * @self: a canvas
 * @index: a node
 *
 * Says at which node the focus enters when it comes from elsewhere. Neither focus nor sight is moved.
 */
void
lamp_canvas_set_cursor (LampCanvas *self,
                        guint       index)
{
  g_return_if_fail (LAMP_IS_CANVAS (self));
  g_return_if_fail (index < self->n_nodes);

  self->cursor = index;
}

/*< private >
 * lamp_canvas_press:
 * @self: a canvas
 * @x: pixels from its left edge
 * @y: pixels from its top edge
 *
 * A click: on a node it is the node's own affair, on one that is too small to read it goes near.
 */
void
lamp_canvas_press (LampCanvas *self,
                   double      x,
                   double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  graphene_point_t point;

  if (picked && lamp_canvas_get_index (self, picked) >= 0)
    return;

  lamp_viewport_to_plane (&self->viewport, x, y, &point);
  for (guint i = 0; self->far && i < self->n_nodes; i++)
    if (graphene_rect_contains_point (&self->rects[i], &point))
      {
        lamp_canvas_zoom_about (self, 1, x, y);
        lamp_canvas_reveal (self, i, TRUE);
        return;
      }
  g_signal_emit_by_name (self, "background-pressed", (double) point.x, (double) point.y);
}

/*< private >
 * lamp_canvas_go_to_end:
 * @self: a canvas
 * @last: whether to the last node, or else the first
 *
 * Moves the focus.
 */
void
lamp_canvas_go_to_end (LampCanvas *self,
                       gboolean    last)
{
  if (self->n_nodes > 0)
    lamp_canvas_reveal (self, last ? self->n_nodes - 1 : 0, TRUE);
}
