/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-drag.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-edits.h"

/* Dragging a goal onto another aligns it. What cannot be is refused while it is dragged, with the reason. */

typedef struct
{
  LampGoalBoard *board;
  LampGoalOfWidget get_goal;
} Drag;

static Drag *
drag_new (LampGoalBoard    *board,
          LampGoalOfWidget  get_goal)
{
  Drag *self = g_new (Drag, 1);

  self->board = g_object_ref (board);
  self->get_goal = get_goal;

  return self;
}

static void
drag_free (Drag *self)
{
  g_object_unref (self->board);
  g_free (self);
}

static Drag *
get_drag (gpointer controller)
{
  return g_object_get_data (controller, "lamp-drag");
}

static GdkContentProvider *
prepare (GtkDragSource *source,
         double         x,
         double         y,
         gpointer       data)
{
  Drag *self = get_drag (source);
  const LampRow *goal = self->get_goal (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
  g_autoptr (LampRecord) record = lamp_goal_board_dup_record (self->board, goal);

  return record ? gdk_content_provider_new_typed (LAMP_TYPE_RECORD, record) : NULL;
}

static void
begin (GtkDragSource *source,
       GdkDrag       *drag,
       gpointer       data)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (widget);

  gtk_drag_source_set_icon (source, icon, 0, 0);
  lamp_goal_board_set_hint (get_drag (source)->board, _("Drop it on the goal that it supports."));
}

static void
end (GtkDragSource *source,
     GdkDrag       *drag,
     gboolean       delete_data,
     gpointer       data)
{
  lamp_goal_board_set_hint (get_drag (source)->board, NULL);
}

/* Tells what would happen. Returns whether it may. */
static gboolean
judge (GtkDropTarget *target)
{
  Drag *self = get_drag (target);
  const LampRow *above = self->get_goal (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));
  const GValue *value = gtk_drop_target_get_value (target);
  LampRecord *dragged = value && G_VALUE_HOLDS (value, LAMP_TYPE_RECORD) ? g_value_get_object (value) : NULL;
  g_autofree char *reason = NULL;
  gboolean may;

  if (!above || !lamp_record_is (dragged, "goals"))
    return FALSE;

  may = lamp_alignment_allows (lamp_goal_board_get_snapshot (self->board), lamp_record_get_id (dragged),
                               lamp_row_get_id (above), &reason);
  if (may)
    // Translators: %1$s and %2$s are goals
    reason = g_strdup_printf (_("“%1$s” will support “%2$s”."), lamp_record_get_title (dragged),
                              lamp_row_get_title (above));
  lamp_goal_board_set_hint (self->board, reason);

  return may;
}

static GdkDragAction
motion (GtkDropTarget *target,
        double         x,
        double         y,
        gpointer       data)
{
  return judge (target) ? GDK_ACTION_MOVE : 0;
}

static void
leave (GtkDropTarget *target,
       gpointer       data)
{
  lamp_goal_board_set_hint (get_drag (target)->board, _("Drop it on the goal that it supports."));
}

static gboolean
drop (GtkDropTarget *target,
      const GValue  *value,
      double         x,
      double         y,
      gpointer       data)
{
  Drag *self = get_drag (target);
  const LampRow *above = self->get_goal (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)));

  if (!judge (target))
    return FALSE;

  lamp_goal_align (self->board, g_value_get_object (value), above);

  return TRUE;
}

/**
 * lamp_goal_drag_add_source:
 * @widget: a widget that shows a goal
 * @board: the board
 * @get_goal: tells which
 *
 * Lets the goal be dragged.
 */
void
lamp_goal_drag_add_source (GtkWidget        *widget,
                           LampGoalBoard    *board,
                           LampGoalOfWidget  get_goal)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_object_set_data_full (G_OBJECT (source), "lamp-drag", drag_new (board, get_goal), (GDestroyNotify) drag_free);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin), NULL);
  g_signal_connect (source, "drag-end", G_CALLBACK (end), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/**
 * lamp_goal_drag_add_target:
 * @widget: a widget that shows a goal
 * @board: the board
 * @get_goal: tells which
 *
 * Lets other goals be dropped on it, to support it.
 */
void
lamp_goal_drag_add_target (GtkWidget        *widget,
                           LampGoalBoard    *board,
                           LampGoalOfWidget  get_goal)
{
  GtkDropTarget *target = gtk_drop_target_new (LAMP_TYPE_RECORD, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_object_set_data_full (G_OBJECT (target), "lamp-drag", drag_new (board, get_goal), (GDestroyNotify) drag_free);
  g_signal_connect (target, "motion", G_CALLBACK (motion), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (leave), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
