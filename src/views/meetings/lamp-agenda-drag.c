/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-drag.h"

/* Dragging rows of a list to another place in it. A line shows where they will stand; at the edge of what is in sight
 * the list scrolls by itself. */

#define EDGE 48         /* pixels from the edge within which it scrolls */
#define FASTEST 14.0    /* pixels in a frame */

typedef struct
{
  GtkListBox *box;
  LampAgendaDragPrepare prepare;
  LampAgendaDragDrop drop;
  gpointer data;

  GtkDropTarget *target;
  GtkListBoxRow *marked;  /* (nullable): what the line is drawn at */
  double start_x, start_y; /* where the drag began */
  double x, y;            /* where the pointer is in what is in sight */
  guint tick;
} Drag;

static void
unmark (Drag *self)
{
  if (self->marked == NULL)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-before");
  gtk_widget_remove_css_class (GTK_WIDGET (self->marked), "drop-after");
  g_clear_weak_pointer (&self->marked);
}

static void
mark (Drag          *self,
      GtkListBoxRow *row,
      gboolean       after)
{
  unmark (self);
  if (row == NULL)
    return;
  g_set_weak_pointer (&self->marked, row);
  gtk_widget_add_css_class (GTK_WIDGET (row), after ? "drop-after" : "drop-before");
}

/* The row at @y, and whether the pointer is in its lower half; below all of them it is the last. */
static GtkListBoxRow *
find_row (Drag     *self,
          double    y,
          gboolean *after)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->box, (int) y);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->box));
  graphene_rect_t bounds;

  while (row == NULL && last != NULL && !GTK_IS_LIST_BOX_ROW (last))
    last = gtk_widget_get_prev_sibling (last);
  if (row == NULL)
    row = GTK_LIST_BOX_ROW (last);
  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->box), &bounds))
    return NULL;
  *after = y > bounds.origin.y + bounds.size.height / 2;

  return row;
}

static GtkWidget *
get_scrolled (Drag *self)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (self->box), GTK_TYPE_SCROLLED_WINDOW);
}

static void
show_mark (Drag   *self,
           double  y)
{
  gboolean after = FALSE;
  GtkListBoxRow *row = find_row (self, y, &after);

  mark (self, row, after);
}

static double
get_speed (double y,
           double height)
{
  if (y < EDGE)
    return -FASTEST * (EDGE - MAX (y, 0)) / EDGE;
  if (y > height - EDGE)
    return FASTEST * (EDGE - MAX (height - y, 0)) / EDGE;

  return 0;
}

static gboolean
on_tick (GtkWidget     *scrolled,
         GdkFrameClock *clock,
         gpointer       data)
{
  Drag *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  double speed = get_speed (self->y, gtk_widget_get_height (scrolled));
  graphene_point_t point;

  if (speed == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + speed);
  if (gtk_widget_compute_point (scrolled, GTK_WIDGET (self->box),
                                &GRAPHENE_POINT_INIT ((float) self->x, (float) self->y), &point))
    show_mark (self, point.y);

  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (Drag *self)
{
  GtkWidget *scrolled = get_scrolled (self);

  if (self->tick != 0 && scrolled != NULL)
    gtk_widget_remove_tick_callback (scrolled, self->tick);
  self->tick = 0;
}

static void
watch_edges (Drag   *self,
             double  x,
             double  y)
{
  GtkWidget *scrolled = get_scrolled (self);
  graphene_point_t point;

  if (scrolled == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self->box), scrolled, &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                    &point))
    return;
  self->x = point.x;
  self->y = point.y;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (scrolled, on_tick, self, NULL);
}

static GdkDragAction
on_motion (Drag   *self,
           double  x,
           double  y)
{
  show_mark (self, y);
  watch_edges (self, x, y);

  return GDK_ACTION_MOVE;
}

static void
on_leave (Drag *self)
{
  unmark (self);
  stop_scrolling (self);
}

static gboolean
on_drop (Drag         *self,
         const GValue *value,
         double        x,
         double        y)
{
  gboolean after = FALSE;
  GtkListBoxRow *row = find_row (self, y, &after);
  guint before = row != NULL ? (guint) gtk_list_box_row_get_index (row) + (after ? 1 : 0) : 0;

  on_leave (self);

  return self->drop (G_LIST_MODEL (g_value_get_object (value)), before, self->data);
}

static GdkContentProvider *
on_prepare (Drag   *self,
            double  x,
            double  y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->box, (int) y);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->box), x, y, GTK_PICK_DEFAULT);
  g_autoptr (GListStore) items = NULL;

  self->start_x = x;
  self->start_y = y;
  /* Dragging in a field selects what is typed there. */
  if (row == NULL || (picked != NULL && gtk_widget_get_ancestor (picked, GTK_TYPE_ENTRY) != NULL))
    return NULL;
  items = self->prepare (row, self->data);

  return items != NULL ? gdk_content_provider_new_typed (G_TYPE_LIST_STORE, items) : NULL;
}

static void
on_drag_begin (Drag          *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->box, (int) self->start_y);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->box), &bounds))
    {
      g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (GTK_WIDGET (row));
      g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

      gtk_drag_source_set_icon (source, picture, (int) (self->start_x - bounds.origin.x),
                                (int) (self->start_y - bounds.origin.y));
    }
}

static void
drag_free (gpointer data)
{
  Drag *self = data;

  unmark (self);
  g_free (self);
}

static void
on_unmap (Drag *self)
{
  on_leave (self);
}

/**
 * lamp_agenda_drag_attach:
 * @box: a list
 * @prepare: tells what is dragged
 * @drop: takes it
 * @data: user data, which must outlive the list
 *
 * Lets the rows of a list be dragged to another place in it.
 */
void
lamp_agenda_drag_attach (GtkListBox            *box,
                         LampAgendaDragPrepare  prepare,
                         LampAgendaDragDrop     drop,
                         gpointer               data)
{
  Drag *self = g_new0 (Drag, 1);
  GtkDragSource *source = gtk_drag_source_new ();

  self->box = box;
  self->prepare = prepare;
  self->drop = drop;
  self->data = data;
  self->target = gtk_drop_target_new (G_TYPE_LIST_STORE, GDK_ACTION_MOVE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (box), GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (self->target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (self->target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect_swapped (self->target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (box), GTK_EVENT_CONTROLLER (self->target));
  g_signal_connect_swapped (box, "unmap", G_CALLBACK (on_unmap), self);
  g_object_set_data_full (G_OBJECT (box), "lamp-agenda-drag", self, drag_free);
}
