/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline-page-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-cycle-edits.h"
#include "lamp-timeline-node.h"

/* What a person does to a node. */

static void
on_chosen (LampTimelinePage *self,
           LampTimelineNode *node)
{
  lamp_session_set_selected (self->session, lamp_timeline_node_get_record (node));
}

static void
announce_days (LampTimelinePage *self,
               LampRecord       *stage)
{
  g_autofree char *from = lamp_record_dup_display (stage, "starts_on");
  g_autofree char *to = lamp_record_dup_display (stage, "ends_on");
  g_autofree char *message = g_strdup_printf (_("%s: %s to %s"), lamp_record_get_title (stage), from, to);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_move (LampTimelinePage *self,
         int               part,
         int               days,
         LampTimelineNode *node)
{
  g_autoptr (LampRecord) stage = g_object_ref (lamp_timeline_node_get_record (node));

  if (lamp_stage_move (self->session, stage, (LampSpanPart) part, days, self->later_follow, NULL))
    announce_days (self, stage);
}

static void
on_change_place (LampTimelinePage *self,
                 int               by,
                 LampTimelineNode *node)
{
  g_autoptr (LampRecord) stage = g_object_ref (lamp_timeline_node_get_record (node));

  if (lamp_stage_change_place (self->session, stage, by))
    announce_days (self, stage);
}

static void
on_add_stage (LampTimelinePage *self,
              LampTimelineNode *node)
{
  LampRecord *record = lamp_timeline_node_get_record (node);
  g_autoptr (LampRecord) cycle = NULL;
  g_autoptr (LampRecord) stage = NULL;

  if (lamp_record_is (record, "cycles"))
    cycle = g_object_ref (record);
  else
    cycle = lamp_store_find (lamp_session_get_store (self->session), "cycles", lamp_record_get_text (record, "cycle"));
  stage = cycle != NULL ? lamp_cycle_add_stage (self->session, cycle) : NULL;
  if (stage != NULL)
    lamp_session_set_selected (self->session, stage);
}

static void
on_delete (LampTimelinePage *self,
           LampTimelineNode *node)
{
  lamp_session_delete (self->session, lamp_timeline_node_get_record (node));
}

/*< private >
 * lamp_timeline_hand_connect:
 * @self: a timeline page
 * @node: a new node
 *
 * Does what a person asks of a node.
 */
void
lamp_timeline_hand_connect (LampTimelinePage *self,
                            GtkWidget        *node)
{
  g_signal_connect_object (node, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (node, "move", G_CALLBACK (on_move), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (node, "change-place", G_CALLBACK (on_change_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (node, "add-stage", G_CALLBACK (on_add_stage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (node, "delete", G_CALLBACK (on_delete), self, G_CONNECT_SWAPPED);
}

/* Pinching. */

static void
on_pinch_begin (LampTimelinePage *self,
                GdkEventSequence *sequence,
                GtkGesture       *gesture)
{
  self->pinch_start = self->scale.pixels_per_day;
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinched (LampTimelinePage *self,
            double            scale)
{
  double x;

  if (lamp_timeline_page_get_middle (self, &x))
    lamp_timeline_page_zoom_to (self, self->pinch_start * scale, x);
}

/* Dragging a bar or its ends. */

static LampTimelineNode *
pick_stage (LampTimelinePage *self,
            double            x,
            double            y,
            LampSpanPart     *part)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *node = picked != NULL ? gtk_widget_get_ancestor (picked, LAMP_TYPE_TIMELINE_NODE) : NULL;
  graphene_point_t point;

  if (node == NULL || !lamp_record_is (lamp_timeline_node_get_record (LAMP_TIMELINE_NODE (node)), "stages")
      || !gtk_widget_compute_point (GTK_WIDGET (self), node, &GRAPHENE_POINT_INIT ((float) x, (float) y), &point))
    return NULL;
  *part = lamp_timeline_node_get_part (LAMP_TIMELINE_NODE (node), point.x);

  return LAMP_TIMELINE_NODE (node);
}

static void
on_drag_begin (LampTimelinePage *self,
               double            x,
               double            y,
               GtkGesture       *gesture)
{
  LampTimelineNode *node = pick_stage (self, x, y, &self->part);
  LampRecord *stage = node != NULL ? lamp_timeline_node_get_record (node) : NULL;

  self->drags = FALSE;
  self->dragged_days = 0;
  g_set_object (&self->dragged, stage);
  if (node == NULL)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
}

static int
find_stage (LampTimelinePage *self,
            LampRecord       *stage)
{
  guint index;

  return g_ptr_array_find (self->picture->stages, stage, &index) ? (int) index : -1;
}

static void
on_drag_update (LampTimelinePage *self,
                double            dx,
                double            dy,
                GtkGesture       *gesture)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int days = lamp_timeline_scale_snap (&self->scale, mirrored ? -dx : dx);
  int stage = self->dragged != NULL ? find_stage (self, self->dragged) : -1;

  if (stage < 0 || (!self->drags && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)))
    return;
  if (!self->drags)
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  self->drags = TRUE;
  if (days == self->dragged_days)
    return;
  self->dragged_days = days;
  lamp_cycle_picture_shift (self->picture, (guint) stage, self->part, days, self->later_follow);
  lamp_timeline_page_lay_out (self);
}

static void
on_drag_end (LampTimelinePage *self)
{
  g_autoptr (LampRecord) stage = g_steal_pointer (&self->dragged);
  g_autofree char *notice = NULL;

  if (!self->drags || stage == NULL)
    return;
  self->drags = FALSE;
  notice = g_strdup_printf (_("Moved “%s”"), lamp_record_get_title (stage));
  if (self->dragged_days == 0
      || !lamp_stage_move (self->session, stage, self->part, self->dragged_days, self->later_follow, notice))
    lamp_timeline_page_update (self);
}

static void
on_drag_cancel (LampTimelinePage *self)
{
  g_clear_object (&self->dragged);
  if (self->drags)
    lamp_timeline_page_update (self);
  self->drags = FALSE;
}

/*< private >
 * lamp_timeline_hand_add:
 * @self: a timeline page
 *
 * Lets bars be dragged and time be pinched.
 */
void
lamp_timeline_hand_add (LampTimelinePage *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect_object (pinch, "begin", G_CALLBACK (on_pinch_begin), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pinch, "scale-changed", G_CALLBACK (on_pinched), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
