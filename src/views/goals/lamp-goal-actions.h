/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-board.h"
#include "lamp-goal-tree.h"
#include "lamp-view.h"

G_BEGIN_DECLS

/**
 * LampGoalActions:
 *
 * What a person can ask of the selected goal, as the actions "view.…" of the goals view: its menu, the menu of a goal
 * and the keys all name them. Each is enabled only while it can be done.
 */
#define LAMP_TYPE_GOAL_ACTIONS (lamp_goal_actions_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalActions, lamp_goal_actions, LAMP, GOAL_ACTIONS, GObject)

LampGoalActions    *lamp_goal_actions_new       (LampView        *view,
                                                 LampGoalBoard   *board,
                                                 LampGoalTree    *tree);
GSimpleActionGroup *lamp_goal_actions_get_group (LampGoalActions *self);
void                lamp_goal_actions_add_goal  (LampGoalActions *self);
void                lamp_goal_actions_add_keys  (GtkWidgetClass  *widget_class);

G_END_DECLS
