/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-board.h"
#include "lamp-goal-tree.h"

G_BEGIN_DECLS

/**
 * LampGoalSightActions:
 *
 * What a person can ask of what is in sight, as the actions "view.…" of the goals view: folding, going from one goal
 * that was found to the next, and back to all of them.
 */
#define LAMP_TYPE_GOAL_SIGHT_ACTIONS (lamp_goal_sight_actions_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalSightActions, lamp_goal_sight_actions, LAMP, GOAL_SIGHT_ACTIONS, GObject)

LampGoalSightActions *lamp_goal_sight_actions_new      (LampGoalBoard      *board,
                                                        LampGoalTree       *tree,
                                                        GSimpleActionGroup *group);
void                  lamp_goal_sight_actions_add_keys (GtkWidgetClass     *widget_class);

G_END_DECLS
