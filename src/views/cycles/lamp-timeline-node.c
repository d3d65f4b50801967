/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline-node.h"

#include "lamp-cycle-names.h"

/* This close to an end of a bar, the end is taken hold of. */
#define END_WIDTH 8.0
/* Narrower bars can be moved only as a whole by the pointer; by keys their ends move all the same. */
#define WIDTH_WITH_ENDS 28.0
/* Narrower bars have no room for a symbol, or for a word. */
#define WIDTH_WITH_ICON 24
#define WIDTH_WITH_TEXT 56

struct _LampTimelineNode
{
  GtkWidget parent_instance;

  LampRecord *record;
  LampTimelineBar bar;  /* in the plane, relative to the node's start */
  gboolean is_stage;

  GtkWidget *planned;
  GtkWidget *actual;
  GtkWidget *contents;
  GtkWidget *icon;
  GtkWidget *label;
  GtkWidget *menu;
  GMenuModel *cycle_menu;
  GMenuModel *stage_menu;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_MOVE,
  SIGNAL_CHANGE_PLACE,
  SIGNAL_ADD_STAGE,
  SIGNAL_DELETE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LampTimelineNode, lamp_timeline_node, GTK_TYPE_WIDGET)

static const char *
get_status_icon_name (const char *status)
{
  if (g_strcmp0 (status, "done") == 0)
    return "object-select-symbolic";
  if (g_strcmp0 (status, "active") == 0)
    return "media-playback-start-symbolic";
  if (g_strcmp0 (status, "skipped") == 0)
    return "media-skip-forward-symbolic";

  return NULL;
}

static void
measure_child (GtkWidget *child)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
}

static void
lamp_timeline_node_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  LampTimelineNode *self = LAMP_TIMELINE_NODE (widget);

  /* The timeline says how large a bar is: what is in it makes do with that. */
  measure_child (self->planned);
  measure_child (self->actual);
  *minimum = *natural = 0;
}

static void
allocate_box (GtkWidget     *child,
              const LampBox *box,
              int            width,
              int            height,
              gboolean       mirrored)
{
  int child_width = MIN ((int) (box->width + 0.5), width);
  int x = CLAMP ((int) (box->x + 0.5), 0, MAX (width - child_width, 0));

  gtk_widget_set_child_visible (child, box->width > 0);
  if (box->width > 0)
    gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - child_width : x, 0,
                                                        MAX (child_width, 1), height }, -1);
}

static void
lamp_timeline_node_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  LampTimelineNode *self = LAMP_TIMELINE_NODE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum;

  allocate_box (self->planned, &self->bar.planned, width, height, mirrored);
  allocate_box (self->actual, &self->bar.actual, width, height, mirrored);
  gtk_widget_set_child_visible (self->label, width >= WIDTH_WITH_TEXT);
  gtk_widget_measure (self->contents, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_set_child_visible (self->contents, self->is_stage && width >= MAX (minimum, WIDTH_WITH_ICON));
  if (gtk_widget_get_child_visible (self->contents))
    gtk_widget_size_allocate (self->contents, &(GtkAllocation) { 0, 0, width, height }, -1);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
choose (LampTimelineNode *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
on_menu_closed (GtkWidget *menu)
{
  GtkWidget *self = gtk_widget_get_parent (menu);

  if (self != NULL)
    gtk_widget_grab_focus (self);
}

static void
drop_menu (LampTimelineNode *self)
{
  g_clear_pointer (&self->menu, gtk_widget_unparent);
}

static void
pop_up (LampTimelineNode *self,
        double            x,
        double            y)
{
  drop_menu (self);
  self->menu = gtk_popover_menu_new_from_model (self->is_stage ? self->stage_menu : self->cycle_menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  g_signal_connect (self->menu, "closed", G_CALLBACK (on_menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  choose (LAMP_TIMELINE_NODE (widget));
  pop_up (LAMP_TIMELINE_NODE (widget), gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget));
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  choose (LAMP_TIMELINE_NODE (widget));
}

static void
add_stage_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_ADD_STAGE], 0);
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_signal_emit (widget, signals[SIGNAL_DELETE], 0);
}

/* What the names of the moving actions mean. */
static const struct
{
  const char *name;
  LampSpanPart part;
  int days;   /* 0: changes places with its neighbour instead */
  int by;
  guint key;  /* left to right; mirrored in right-to-left */
  GdkModifierType modifiers;
} moves[] = {
  { "node.earlier", LAMP_SPAN_WHOLE, -1, 0, GDK_KEY_Left, GDK_SHIFT_MASK },
  { "node.later", LAMP_SPAN_WHOLE, 1, 0, GDK_KEY_Right, GDK_SHIFT_MASK },
  { "node.end-earlier", LAMP_SPAN_END, -1, 0, GDK_KEY_Left, GDK_SHIFT_MASK | GDK_CONTROL_MASK },
  { "node.end-later", LAMP_SPAN_END, 1, 0, GDK_KEY_Right, GDK_SHIFT_MASK | GDK_CONTROL_MASK },
  { "node.move-before", LAMP_SPAN_WHOLE, 0, -1, GDK_KEY_Left, GDK_ALT_MASK },
  { "node.move-after", LAMP_SPAN_WHOLE, 0, 1, GDK_KEY_Right, GDK_ALT_MASK },
};

static void
move (LampTimelineNode *self,
      guint             index)
{
  if (!self->is_stage)
    return;
  if (moves[index].days != 0)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, (int) moves[index].part, moves[index].days);
  else
    g_signal_emit (self, signals[SIGNAL_CHANGE_PLACE], 0, moves[index].by);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (g_str_equal (moves[i].name, name))
      move (LAMP_TIMELINE_NODE (widget), i);
}

/* An arrow points where the bar goes, whichever way the writing runs. */
static gboolean
on_arrow (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  guint index;

  g_variant_get (args, "(u)", &index);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    index ^= 1;
  move (LAMP_TIMELINE_NODE (widget), index);

  return TRUE;
}

static void
on_pressed (LampTimelineNode *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));

  if (event == NULL || !gdk_event_triggers_context_menu (event))
    return;
  choose (self);
  pop_up (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_released (LampTimelineNode *self)
{
  choose (self);
}

static void
on_motion (LampTimelineNode *self,
           double            x)
{
  if (self->is_stage)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     lamp_timeline_node_get_part (self, x) == LAMP_SPAN_WHOLE ? "grab" : "ew-resize");
  else
    gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

static void
lamp_timeline_node_dispose (GObject *object)
{
  LampTimelineNode *self = LAMP_TIMELINE_NODE (object);

  drop_menu (self);
  g_clear_pointer (&self->planned, gtk_widget_unparent);
  g_clear_pointer (&self->actual, gtk_widget_unparent);
  g_clear_pointer (&self->contents, gtk_widget_unparent);
  g_clear_object (&self->record);
  g_clear_object (&self->cycle_menu);
  g_clear_object (&self->stage_menu);

  G_OBJECT_CLASS (lamp_timeline_node_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", LAMP_TYPE_TIMELINE_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_MOVE] = g_signal_new ("move", LAMP_TYPE_TIMELINE_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[SIGNAL_CHANGE_PLACE] = g_signal_new ("change-place", LAMP_TYPE_TIMELINE_NODE, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SIGNAL_ADD_STAGE] = g_signal_new ("add-stage", LAMP_TYPE_TIMELINE_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                            NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DELETE] = g_signal_new ("delete", LAMP_TYPE_TIMELINE_NODE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "node.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "node.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "node.add-stage", NULL, add_stage_action);
  gtk_widget_class_install_action (widget_class, "node.delete", NULL, delete_action);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_install_action (widget_class, moves[i].name, NULL, move_action);
      gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].modifiers, on_arrow, "(u)", i);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, 0, "node.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, 0, "node.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_space, 0, "node.choose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "node.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "node.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "node.delete", NULL);
  gtk_widget_class_set_activate_signal (widget_class, signals[SIGNAL_CHOSEN]);
}

static void
lamp_timeline_node_class_init (LampTimelineNodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lamp_timeline_node_dispose;
  widget_class->measure = lamp_timeline_node_measure;
  widget_class->size_allocate = lamp_timeline_node_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "timelinenode");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  install_signals ();
  install_actions (widget_class);
}

static GtkWidget *
add_part (LampTimelineNode *self,
          const char       *css_name)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", css_name, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "can-target", FALSE, NULL);

  gtk_widget_set_parent (part, GTK_WIDGET (self));

  return part;
}

static void
add_controllers (LampTimelineNode *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  g_signal_connect_object (press, "pressed", G_CALLBACK (on_pressed), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

static void
lamp_timeline_node_init (LampTimelineNode *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  self->planned = add_part (self, "planned");
  self->actual = add_part (self, "actual");
  self->contents = add_part (self, "contents");
  gtk_box_set_spacing (GTK_BOX (self->contents), 4);
  self->icon
      = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "pixel-size", 12, NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (self->label, "caption");
  gtk_box_append (GTK_BOX (self->contents), self->icon);
  gtk_box_append (GTK_BOX (self->contents), self->label);
  add_controllers (self);
}

/**
 * lamp_timeline_node_new:
 * @cycle_menu: the menu of a cycle
 * @stage_menu: the menu of a stage
 *
 * Returns: (transfer floating): a node that shows nothing yet
 */
GtkWidget *
lamp_timeline_node_new (GMenuModel *cycle_menu,
                        GMenuModel *stage_menu)
{
  LampTimelineNode *self = g_object_new (LAMP_TYPE_TIMELINE_NODE, NULL);

  self->cycle_menu = g_object_ref (cycle_menu);
  self->stage_menu = g_object_ref (stage_menu);

  return GTK_WIDGET (self);
}

static LampBox
relate (LampBox        box,
        const LampBox *to)
{
  box.x -= to->x;
  box.y -= to->y;

  return box;
}

static void
show_look (LampTimelineNode *self)
{
  const char *icon_name = self->is_stage ? get_status_icon_name (lamp_record_get_text (self->record, "status")) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_label_set_text (GTK_LABEL (self->label), lamp_record_get_title (self->record));
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon_name);
  gtk_widget_set_visible (self->icon, icon_name != NULL);
  if (self->is_stage)
    gtk_widget_add_css_class (widget, "stage");
  else
    gtk_widget_remove_css_class (widget, "stage");
  if (self->is_stage && g_strcmp0 (lamp_record_get_text (self->record, "status"), "skipped") == 0)
    gtk_widget_add_css_class (widget, "skipped");
  else
    gtk_widget_remove_css_class (widget, "skipped");
}

/**
 * lamp_timeline_node_show:
 * @self: a node
 * @session: the session
 * @picture: what the timeline shows, laid out
 * @index: the index of one of its nodes
 *
 * Shows a cycle or a stage.
 */
void
lamp_timeline_node_show (LampTimelineNode       *self,
                         LampSession            *session,
                         const LampCyclePicture *picture,
                         guint                   index)
{
  const LampCycleNode *node = &g_array_index (picture->nodes, LampCycleNode, index);
  g_autofree char *name = NULL;

  g_return_if_fail (LAMP_IS_TIMELINE_NODE (self));

  g_set_object (&self->record, node->record);
  self->is_stage = node->stage >= 0;
  self->bar = (LampTimelineBar) { 0 };
  if (self->is_stage)
    {
      const LampTimelineBar *bar = &g_array_index (picture->layout->bars, LampTimelineBar, node->stage);

      self->bar.planned = relate (bar->planned, &node->box);
      self->bar.actual = relate (bar->actual, &node->box);
    }
  name = lamp_cycle_node_dup_name (node, session, picture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), name);
  show_look (self);
  lamp_timeline_node_set_selected (self, lamp_session_get_selected (session) == node->record);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * lamp_timeline_node_get_record:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the cycle or stage it shows
 */
LampRecord *
lamp_timeline_node_get_record (LampTimelineNode *self)
{
  g_return_val_if_fail (LAMP_IS_TIMELINE_NODE (self), NULL);

  return self->record;
}

/**
 * lamp_timeline_node_set_selected:
 * @self: a node
 * @selected: whether it is the one that is looked at
 *
 * Marks a node.
 */
void
lamp_timeline_node_set_selected (LampTimelineNode *self,
                                 gboolean          selected)
{
  g_return_if_fail (LAMP_IS_TIMELINE_NODE (self));

  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/**
 * lamp_timeline_node_get_part:
 * @self: a node
 * @x: pixels from its left edge
 *
 * Returns: what of the bar a drag from there moves
 */
LampSpanPart
lamp_timeline_node_get_part (LampTimelineNode *self,
                             double            x)
{
  double width;

  g_return_val_if_fail (LAMP_IS_TIMELINE_NODE (self), LAMP_SPAN_WHOLE);

  width = gtk_widget_get_width (GTK_WIDGET (self));
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  if (width < WIDTH_WITH_ENDS)
    return LAMP_SPAN_WHOLE;
  if (x < END_WIDTH)
    return LAMP_SPAN_START;

  return x > width - END_WIDTH ? LAMP_SPAN_END : LAMP_SPAN_WHOLE;
}
