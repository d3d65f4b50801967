/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-canvas-private.h"

#include <math.h>

/* How a hand moves a canvas: wheel, drag, pinch and keys. */

#define WHEEL_STEP 64.0

typedef struct
{
  LampCanvas *canvas;
  double pointer_x;
  double pointer_y;
  gboolean hovers;
  double drag_x;
  double drag_y;
  gboolean drags;
  double pinch_zoom;
} Hand;

static void
hand_free (gpointer data,
           GClosure *closure)
{
  g_free (data);
}

static void
pointer_enters (GtkEventControllerMotion *controller,
                double                    x,
                double                    y,
                Hand                     *hand)
{
  hand->pointer_x = x;
  hand->pointer_y = y;
  hand->hovers = TRUE;
}

static void
pointer_leaves (GtkEventControllerMotion *controller,
                Hand                     *hand)
{
  hand->hovers = FALSE;
}

static void
zoom_by (Hand   *hand,
         double  factor)
{
  GtkWidget *widget = GTK_WIDGET (hand->canvas);
  double x = hand->hovers ? hand->pointer_x : gtk_widget_get_width (widget) / 2.0;
  double y = hand->hovers ? hand->pointer_y : gtk_widget_get_height (widget) / 2.0;

  lamp_canvas_zoom_about (hand->canvas, lamp_canvas_get_zoom (hand->canvas) * factor, x, y);
}

static gboolean
scrolled (GtkEventControllerScroll *controller,
          double                    dx,
          double                    dy,
          Hand                     *hand)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double step = wheel ? WHEEL_STEP : 1;

  if (state & GDK_CONTROL_MASK)
    zoom_by (hand, pow (LAMP_CANVAS_ZOOM_STEP, -dy * step / WHEEL_STEP));
  else if (state & GDK_SHIFT_MASK)
    lamp_canvas_pan (hand->canvas, -(dx + dy) * step, 0);
  else
    lamp_canvas_pan (hand->canvas, -dx * step, -dy * step);

  return GDK_EVENT_STOP;
}

static void
drag_begins (GtkGestureDrag *gesture,
             double          x,
             double          y,
             Hand           *hand)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  hand->drag_x = hand->drag_y = 0;
  hand->drags = FALSE;
  if (button > GDK_BUTTON_MIDDLE)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_goes_on (GtkGestureDrag *gesture,
              double          x,
              double          y,
              Hand           *hand)
{
  GtkWidget *widget = GTK_WIDGET (hand->canvas);

  if (!hand->drags && !gtk_drag_check_threshold (widget, 0, 0, x, y))
    return;

  if (!hand->drags)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  hand->drags = TRUE;
  gtk_widget_set_cursor_from_name (widget, "grabbing");
  lamp_canvas_pan (hand->canvas, x - hand->drag_x, y - hand->drag_y);
  hand->drag_x = x;
  hand->drag_y = y;
}

static void
drag_ends (GtkGestureDrag *gesture,
           double          x,
           double          y,
           Hand           *hand)
{
  gtk_widget_set_cursor (GTK_WIDGET (hand->canvas), NULL);
}

static void
pinch_begins (GtkGesture       *gesture,
              GdkEventSequence *sequence,
              Hand             *hand)
{
  hand->pinch_zoom = lamp_canvas_get_zoom (hand->canvas);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
pinched (GtkGestureZoom *gesture,
         double          scale,
         Hand           *hand)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    lamp_canvas_zoom_about (hand->canvas, hand->pinch_zoom * scale, x, y);
}

static void
clicked (GtkGestureClick *gesture,
         int              n_press,
         double           x,
         double           y,
         Hand            *hand)
{
  lamp_canvas_press (hand->canvas, x, y);
}

/*< private >
 * lamp_canvas_add_controllers:
 * @self: a canvas
 *
 * Puts it under a person's hand.
 */
void
lamp_canvas_add_controllers (LampCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  Hand *hand = g_new0 (Hand, 1);

  hand->canvas = self;
  g_signal_connect_data (motion, "motion", G_CALLBACK (pointer_enters), hand, hand_free, 0);
  g_signal_connect (motion, "enter", G_CALLBACK (pointer_enters), hand);
  g_signal_connect (motion, "leave", G_CALLBACK (pointer_leaves), hand);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scrolled), hand);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begins), hand);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_goes_on), hand);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_ends), hand);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begins), hand);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinched), hand);
  g_signal_connect (click, "released", G_CALLBACK (clicked), hand);

  /* The motion controller, added first, owns the hand and is let go of last. */
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
zoom_in (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  LampCanvas *self = LAMP_CANVAS (widget);

  lamp_canvas_set_zoom (self, lamp_canvas_get_zoom (self) * LAMP_CANVAS_ZOOM_STEP);
}

static void
zoom_out (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  LampCanvas *self = LAMP_CANVAS (widget);

  lamp_canvas_set_zoom (self, lamp_canvas_get_zoom (self) / LAMP_CANVAS_ZOOM_STEP);
}

static void
fit (GtkWidget  *widget,
     const char *action,
     GVariant   *parameter)
{
  lamp_canvas_fit (LAMP_CANVAS (widget));
}

static gboolean
go_to_end (GtkWidget *widget,
           GVariant  *last,
           gpointer   data)
{
  lamp_canvas_go_to_end (LAMP_CANVAS (widget), g_variant_get_boolean (last));

  return GDK_EVENT_STOP;
}

/*< private >
 * lamp_canvas_install_shortcuts:
 * @widget_class: the canvas's class
 *
 * Gives it its actions and keys.
 */
void
lamp_canvas_install_shortcuts (GtkWidgetClass *widget_class)
{
  static const struct { guint key; const char *action; } keys[] = {
    { GDK_KEY_plus, "canvas.zoom-in" },  { GDK_KEY_equal, "canvas.zoom-in" }, { GDK_KEY_KP_Add, "canvas.zoom-in" },
    { GDK_KEY_minus, "canvas.zoom-out" }, { GDK_KEY_KP_Subtract, "canvas.zoom-out" },
    { GDK_KEY_0, "canvas.fit" }, { GDK_KEY_KP_0, "canvas.fit" },
  };

  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, fit);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_to_end, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end, "b", TRUE);
}

typedef struct
{
  double along;
  double across;
} Way;

/* How far, and how far aside, @to lies from @from in a direction; both from middle to middle. */
static Way
measure_way (const graphene_rect_t *from,
             const graphene_rect_t *to,
             GtkDirectionType       direction)
{
  graphene_point_t a, b;
  double dx, dy;

  graphene_rect_get_center (from, &a);
  graphene_rect_get_center (to, &b);
  dx = b.x - a.x;
  dy = b.y - a.y;
  if (direction == GTK_DIR_LEFT || direction == GTK_DIR_RIGHT)
    return (Way) { direction == GTK_DIR_LEFT ? -dx : dx, ABS (dy) };

  return (Way) { direction == GTK_DIR_UP ? -dy : dy, ABS (dx) };
}

/*< private >
 * lamp_canvas_find_next:
 * @viewport: how the plane is seen
 * @rects: the nodes in the plane
 * @n_rects: how many
 * @from: where the focus is
 * @direction: an arrow
 *
 * Finds the node to which an arrow leads: the nearest in that direction, as the eye sees it, where being aside counts
 * twice.
 *
 * Returns: its index, or -1
 */
int
lamp_canvas_find_next (const LampViewport    *viewport,
                       const graphene_rect_t *rects,
                       guint                  n_rects,
                       guint                  from,
                       GtkDirectionType       direction)
{
  double best = G_MAXDOUBLE;
  int found = -1;

  if (viewport->mirrored && direction == GTK_DIR_LEFT)
    direction = GTK_DIR_RIGHT;
  else if (viewport->mirrored && direction == GTK_DIR_RIGHT)
    direction = GTK_DIR_LEFT;

  for (guint i = 0; i < n_rects; i++)
    {
      Way way = measure_way (&rects[from], &rects[i], direction);
      double cost = way.along + 2 * way.across;

      if (i == from || way.along < 1 || way.across > 4 * way.along || cost >= best)
        continue;
      best = cost;
      found = i;
    }

  return found;
}
