/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-drag.h"

#include <glib/gi18n-lib.h>

#include "lamp-alignment.h"
#include "lamp-goal-edits.h"

/* Dragging a goal onto another aligns it, with Ctrl it also supports it; onto the edge between siblings it takes its
 * place there, and onto the tray it aligns with nothing. What cannot be is marked while it is dragged, and the reason
 * is told when it is under the pointer. */

#define EDGE 0.2       /* of a node's height: above and below it a sibling goes in */
#define ICON_SCALE 0.6 /* what is dragged hides little of where it is dragged to */
#define ICON_OFFSET 16 /* from the pointer */

typedef struct
{
  LampGoalBoard *board;
  LampGoalOfWidget get_goal;
  gboolean has_places;       /* whether siblings stand in their order here */
} Drag;

typedef enum
{
  ZONE_ON,
  ZONE_BEFORE,
  ZONE_AFTER,
} Zone;

/* What a drop would do. */
typedef struct
{
  const LampRow *goal;   /* (nullable): what is dragged; NULL: it is nothing of ours */
  const LampRow *above;  /* (nullable) */
  const LampRow *before; /* (nullable) */
  Zone zone;
  LampSupport support;
  gboolean may;
  char *words;
} Plan;

static void
plan_clear (Plan *self)
{
  g_free (self->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

static Drag *
drag_new (LampGoalBoard    *board,
          LampGoalOfWidget  get_goal)
{
  Drag *self = g_new0 (Drag, 1);

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

static GtkWidget *
get_widget (gpointer controller)
{
  return gtk_event_controller_get_widget (controller);
}

static const LampRow *
get_dragged (LampGoalBoard *board)
{
  return lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", lamp_goal_board_get_dragged (board));
}

static const char *
invite (void)
{
  return _("Drop it on the goal that it supports. With Ctrl held, it also supports it.");
}

/* The source. */

static GdkContentProvider *
prepare (GtkDragSource *source,
         double         x,
         double         y,
         gpointer       data)
{
  Drag *self = get_drag (source);
  g_autoptr (LampRecord) record = lamp_goal_board_dup_record (self->board, self->get_goal (get_widget (source)));

  return record ? gdk_content_provider_new_typed (LAMP_TYPE_RECORD, record) : NULL;
}

/* However it ends, also when the widget that it began on has gone. */
static void
end (LampGoalBoard *board)
{
  lamp_goal_board_set_dragged (board, NULL);
  lamp_goal_board_set_hint (board, NULL);
}

/* The widget as it is now, before it is marked, and whatever becomes of it. */
static GdkPaintable *
make_icon (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (widget);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (live);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_push_opacity (snapshot, 0.9);
  gdk_paintable_snapshot (still, snapshot, gdk_paintable_get_intrinsic_width (still) * ICON_SCALE,
                          gdk_paintable_get_intrinsic_height (still) * ICON_SCALE);
  gtk_snapshot_pop (snapshot);

  return gtk_snapshot_free_to_paintable (snapshot, NULL);
}

static void
begin (GtkDragSource *source,
       GdkDrag       *drag,
       gpointer       data)
{
  Drag *self = get_drag (source);
  const LampRow *goal = self->get_goal (get_widget (source));
  g_autoptr (GdkPaintable) icon = make_icon (get_widget (source));

  gtk_drag_source_set_icon (source, icon, -ICON_OFFSET, -ICON_OFFSET);
  g_signal_connect_object (drag, "dnd-finished", G_CALLBACK (end), self->board, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (end), self->board, G_CONNECT_SWAPPED);
  lamp_goal_board_set_dragged (self->board, goal ? lamp_row_get_id (goal) : NULL);
  lamp_goal_board_set_hint (self->board, invite ());
}

/* The marks. */

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
unmark_place (GtkWidget *widget)
{
  set_class (widget, "refused", FALSE);
  set_class (widget, "drop-before", FALSE);
  set_class (widget, "drop-after", FALSE);
}

/**
 * lamp_goal_drag_mark:
 * @widget: a widget that goals can be dropped on
 *
 * Marks it when what is dragged cannot support the goal that it shows. To be called when it shows another.
 */
void
lamp_goal_drag_mark (GtkWidget *widget)
{
  Drag *self = g_object_get_data (G_OBJECT (widget), "lamp-drag");
  const char *dragged = lamp_goal_board_get_dragged (self->board);
  const LampRow *above = dragged ? self->get_goal (widget) : NULL;
  gboolean impossible = above && !lamp_alignment_judge (lamp_goal_board_get_snapshot (self->board), dragged,
                                                        lamp_row_get_id (above), LAMP_SUPPORT_FIRST, NULL);

  set_class (widget, "impossible", impossible);
  if (!dragged)
    unmark_place (widget);
}

/* The target. */

/* With Ctrl held the desktop offers to copy only; where it leaves the choice to us, the key is asked. */
static gboolean
is_also (GtkDropTarget *target)
{
  GdkDrop *drop = gtk_drop_target_get_current_drop (target);
  GdkDragAction actions = drop ? gdk_drop_get_actions (drop) : GDK_ACTION_MOVE;

  if (!(actions & GDK_ACTION_MOVE))
    return TRUE;

  return drop && (actions & GDK_ACTION_COPY)
         && (gdk_device_get_modifier_state (gdk_drop_get_device (drop)) & GDK_CONTROL_MASK);
}

static Zone
find_zone (GtkWidget *widget,
           double     y)
{
  double height = gtk_widget_get_height (widget);

  return y < height * EDGE ? ZONE_BEFORE : y > height * (1 - EDGE) ? ZONE_AFTER : ZONE_ON;
}

static gboolean
may_support (Drag          *self,
             const Plan    *plan,
             const LampRow *above,
             char         **reason)
{
  return lamp_alignment_judge (lamp_goal_board_get_snapshot (self->board), lamp_row_get_id (plan->goal),
                               lamp_row_get_id (above), plan->support, reason);
}

/* The sibling that comes after @goal, leaving out what is dragged. */
static const LampRow *
find_next (LampSnapshot  *snapshot,
           const LampRow *goal,
           const LampRow *dragged)
{
  g_autoptr (GPtrArray) siblings = lamp_snapshot_list_by (snapshot, "goals", "parent", lamp_row_get_text (goal, "parent"));
  guint place;

  if (!g_ptr_array_find (siblings, goal, &place))
    return NULL;
  place++;
  if (place < siblings->len && siblings->pdata[place] == dragged)
    place++;

  return place < siblings->len ? siblings->pdata[place] : NULL;
}

/* Goes in among the siblings of @target, if it may stand there. */
static gboolean
plan_place (Drag          *self,
            Plan          *plan,
            const LampRow *target)
{
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (self->board);
  const LampRow *above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (target, "parent"));
  g_autofree char *title = NULL;

  if (!above || target == plan->goal || plan->support == LAMP_SUPPORT_ALSO
      || (!lamp_row_is (plan->goal, "parent", lamp_row_get_id (above)) && !may_support (self, plan, above, NULL)))
    return FALSE;

  plan->above = above;
  plan->before = plan->zone == ZONE_BEFORE ? target : find_next (snapshot, target, plan->goal);
  plan->may = TRUE;
  title = lamp_goal_dup_public_title (snapshot, above);
  // Translators: %1$s, %2$s and %3$s are goals
  plan->words = g_strdup_printf (plan->zone == ZONE_BEFORE ? _("“%1$s” will support “%3$s”, before “%2$s”.")
                                                           : _("“%1$s” will support “%3$s”, after “%2$s”."),
                                 lamp_row_get_title (plan->goal), lamp_row_get_title (target), title);

  return TRUE;
}

static void
plan_support (Drag          *self,
              Plan          *plan,
              const LampRow *target)
{
  g_autofree char *advice = lamp_alignment_dup_advice (plan->goal, target);
  g_autofree char *words = NULL;

  plan->zone = ZONE_ON;
  plan->above = target;
  plan->may = may_support (self, plan, target, &plan->words);
  if (!plan->may)
    return;

  // Translators: %1$s and %2$s are goals
  words = g_strdup_printf (plan->support == LAMP_SUPPORT_ALSO ? _("“%1$s” will also support “%2$s”.")
                                                              : _("“%1$s” will support “%2$s”."),
                           lamp_row_get_title (plan->goal), lamp_row_get_title (target));
  plan->words = advice ? g_strconcat (words, " ", advice, NULL) : g_steal_pointer (&words);
}

static void
plan_init (Plan          *self,
           GtkDropTarget *target,
           double         y)
{
  Drag *drag = get_drag (target);
  const LampRow *above = drag->get_goal (get_widget (target));

  *self = (Plan) { .goal = above ? get_dragged (drag->board) : NULL };
  if (!self->goal)
    return;

  self->support = is_also (target) ? LAMP_SUPPORT_ALSO : LAMP_SUPPORT_FIRST;
  self->zone = drag->has_places ? find_zone (get_widget (target), y) : ZONE_ON;
  if (self->zone == ZONE_ON || !plan_place (drag, self, above))
    plan_support (drag, self, above);
}

static gboolean
accept (GtkDropTarget *target,
        GdkDrop       *drop,
        gpointer       data)
{
  Drag *self = get_drag (target);
  const LampRow *goal = get_dragged (self->board);

  /* What is aligned leaves the tray as a whole in peace: dropped there, it shall align with nothing. */
  return goal && (self->has_places || !lamp_row_has (goal, "parent"))
         && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), LAMP_TYPE_RECORD);
}

static GdkDragAction
motion (GtkDropTarget *target,
        double         x,
        double         y,
        gpointer       data)
{
  g_auto (Plan) plan = { NULL };

  plan_init (&plan, target, y);
  if (!plan.goal)
    return 0;

  lamp_goal_board_set_hint (get_drag (target)->board, plan.words);
  set_class (get_widget (target), "refused", !plan.may);
  set_class (get_widget (target), "drop-before", plan.zone == ZONE_BEFORE);
  set_class (get_widget (target), "drop-after", plan.zone == ZONE_AFTER);
  if (!plan.may)
    return 0;

  return plan.support == LAMP_SUPPORT_ALSO ? GDK_ACTION_COPY : GDK_ACTION_MOVE;
}

static void
leave (GtkDropTarget *target,
       gpointer       data)
{
  Drag *self = get_drag (target);

  unmark_place (get_widget (target));
  if (lamp_goal_board_get_dragged (self->board))
    lamp_goal_board_set_hint (self->board, invite ());
}

static gboolean
drop (GtkDropTarget *target,
      const GValue  *value,
      double         x,
      double         y,
      gpointer       data)
{
  Drag *self = get_drag (target);
  g_auto (Plan) plan = { NULL };

  unmark_place (get_widget (target));
  plan_init (&plan, target, y);
  if (!plan.may)
    return FALSE;
  if (plan.support == LAMP_SUPPORT_ALSO)
    return lamp_goal_add_link (self->board, plan.goal, plan.above, NULL);
  if (plan.zone != ZONE_ON)
    return lamp_goal_place (self->board, plan.goal, plan.above, plan.before);

  return lamp_goal_align (self->board, g_value_get_object (value), plan.above);
}

/* The tray. */

static GdkDragAction
tray_motion (GtkDropTarget *target,
             double         x,
             double         y,
             gpointer       data)
{
  Drag *self = get_drag (target);
  const LampRow *goal = get_dragged (self->board);
  g_autofree char *words = NULL;
  gboolean may = goal && lamp_alignment_judge (lamp_goal_board_get_snapshot (self->board), lamp_row_get_id (goal), NULL,
                                               LAMP_SUPPORT_FIRST, &words);

  if (!goal)
    return 0;
  if (may)
    words = g_strdup_printf (_("“%s” will align with nothing."), lamp_row_get_title (goal));
  lamp_goal_board_set_hint (self->board, words);

  return may ? GDK_ACTION_MOVE : 0;
}

static gboolean
tray_drop (GtkDropTarget *target,
           const GValue  *value,
           double         x,
           double         y,
           gpointer       data)
{
  return lamp_goal_align (get_drag (target)->board, g_value_get_object (value), NULL);
}

static GtkDropTarget *
target_new (LampGoalBoard    *board,
            LampGoalOfWidget  get_goal,
            gboolean          has_places)
{
  GtkDropTarget *target = gtk_drop_target_new (LAMP_TYPE_RECORD, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  Drag *drag = drag_new (board, get_goal);

  drag->has_places = has_places;
  gtk_drop_target_set_preload (target, TRUE);
  g_object_set_data_full (G_OBJECT (target), "lamp-drag", drag, (GDestroyNotify) drag_free);
  g_signal_connect (target, "leave", G_CALLBACK (leave), NULL);

  return target;
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

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_object_set_data_full (G_OBJECT (source), "lamp-drag", drag_new (board, get_goal), (GDestroyNotify) drag_free);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare), NULL);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (source));
}

/**
 * lamp_goal_drag_add_target:
 * @widget: a widget that shows a goal
 * @board: the board
 * @get_goal: tells which
 * @has_places: whether siblings stand below each other here, so that goals can be dropped between them
 *
 * Lets other goals be dropped on it, to support it.
 */
void
lamp_goal_drag_add_target (GtkWidget        *widget,
                           LampGoalBoard    *board,
                           LampGoalOfWidget  get_goal,
                           gboolean          has_places)
{
  GtkDropTarget *target = target_new (board, get_goal, has_places);

  g_signal_connect (target, "accept", G_CALLBACK (accept), NULL);
  g_signal_connect (target, "motion", G_CALLBACK (motion), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop), NULL);
  g_object_set_data_full (G_OBJECT (widget), "lamp-drag", drag_new (board, get_goal), (GDestroyNotify) drag_free);
  g_signal_connect_object (board, "notify::dragged", G_CALLBACK (lamp_goal_drag_mark), widget, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * lamp_goal_drag_add_tray:
 * @widget: where goals are that align with nothing
 * @board: the board
 *
 * Lets goals be dropped there, so that they align with nothing.
 */
void
lamp_goal_drag_add_tray (GtkWidget     *widget,
                         LampGoalBoard *board)
{
  GtkDropTarget *target = target_new (board, NULL, FALSE);

  g_signal_connect (target, "motion", G_CALLBACK (tray_motion), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (tray_drop), NULL);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
