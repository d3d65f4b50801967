/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-sight-actions.h"

#include "lamp-goal-sight.h"

struct _LampGoalSightActions
{
  GObject parent_instance;

  LampGoalBoard *board;
  LampGoalTree *tree;         /* a child of the view that holds this */
  GSimpleActionGroup *group;
};

G_DEFINE_FINAL_TYPE (LampGoalSightActions, lamp_goal_sight_actions, G_TYPE_OBJECT)

static void
set_folded (LampGoalSightActions *self,
            gboolean              folded)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);

  if (goal)
    lamp_goal_board_set_folded (self->board, goal, folded);
}

static void
fold (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       data)
{
  set_folded (data, TRUE);
}

static void
unfold (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  set_folded (data, FALSE);
}

static void
fold_all (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  lamp_goal_board_fold_all (LAMP_GOAL_SIGHT_ACTIONS (data)->board);
}

static void
unfold_all (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  lamp_goal_board_unfold_all (LAMP_GOAL_SIGHT_ACTIONS (data)->board);
}

static void
show_schools (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  lamp_goal_board_fold_from (LAMP_GOAL_SIGHT_ACTIONS (data)->board, 1);
}

static void
show_teams (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  lamp_goal_board_fold_from (LAMP_GOAL_SIGHT_ACTIONS (data)->board, 2);
}

static void
find (LampGoalSightActions *self,
      int                   by)
{
  const LampRow *goal = lamp_goal_board_find (self->board, by);

  if (goal)
    lamp_goal_tree_centre (self->tree, goal);
}

static void
find_next (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  find (data, 1);
}

static void
find_previous (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  find (data, -1);
}

static void
widen (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       data)
{
  lamp_goal_board_widen (LAMP_GOAL_SIGHT_ACTIONS (data)->board);
}

static const GActionEntry entries[] = {
  { .name = "fold", .activate = fold },
  { .name = "unfold", .activate = unfold },
  { .name = "fold-all", .activate = fold_all },
  { .name = "unfold-all", .activate = unfold_all },
  { .name = "show-schools", .activate = show_schools },
  { .name = "show-teams", .activate = show_teams },
  { .name = "find-next", .activate = find_next },
  { .name = "find-previous", .activate = find_previous },
  { .name = "widen", .activate = widen },
};

static void
enable (LampGoalSightActions *self,
        const char           *name,
        gboolean              enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->group), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update (LampGoalSightActions *self)
{
  const LampRow *goal = lamp_goal_board_get_selected (self->board);
  gboolean foldable = lamp_goal_board_can_fold (self->board, goal);
  gboolean folded = foldable && lamp_goal_board_is_folded (self->board, goal);
  gboolean narrowed = lamp_goal_board_is_narrowed (self->board);
  guint of;

  lamp_goal_board_get_place (self->board, &of);
  enable (self, "fold", foldable && !folded);
  enable (self, "unfold", folded);
  enable (self, "find-next", of > 0);
  enable (self, "find-previous", of > 0);
  enable (self, "widen", narrowed);
}

/* The class. */

static void
lamp_goal_sight_actions_dispose (GObject *object)
{
  LampGoalSightActions *self = LAMP_GOAL_SIGHT_ACTIONS (object);

  /* Somebody may hold the group a little longer: nothing of it reaches this any more. */
  for (gsize i = 0; self->group && i < G_N_ELEMENTS (entries); i++)
    g_action_map_remove_action (G_ACTION_MAP (self->group), entries[i].name);
  g_clear_object (&self->group);
  g_clear_object (&self->board);

  G_OBJECT_CLASS (lamp_goal_sight_actions_parent_class)->dispose (object);
}

static void
lamp_goal_sight_actions_class_init (LampGoalSightActionsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lamp_goal_sight_actions_dispose;
}

static void
lamp_goal_sight_actions_init (LampGoalSightActions *self)
{
}

/**
 * lamp_goal_sight_actions_new:
 * @board: the goals
 * @tree: brings what was found into sight; a child of the view that will hold this
 * @group: the actions of the view, to which these are added
 *
 * Returns: (transfer full): the actions
 */
LampGoalSightActions *
lamp_goal_sight_actions_new (LampGoalBoard      *board,
                             LampGoalTree       *tree,
                             GSimpleActionGroup *group)
{
  LampGoalSightActions *self = g_object_new (LAMP_TYPE_GOAL_SIGHT_ACTIONS, NULL);
  LampSession *session = lamp_goal_board_get_session (board);

  self->board = g_object_ref (board);
  self->tree = tree;
  self->group = g_object_ref (group);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (board, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (board, "folded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

/**
 * lamp_goal_sight_actions_add_keys:
 * @widget_class: the class of the view
 *
 * Binds the keys of the actions, which the window's list of shortcuts tells too.
 */
void
lamp_goal_sight_actions_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_g, GDK_CONTROL_MASK, "view.find-next" },
    { GDK_KEY_g, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "view.find-previous" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}
