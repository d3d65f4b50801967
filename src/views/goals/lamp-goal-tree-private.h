/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-tree.h"

G_BEGIN_DECLS

/* For lamp-goal-tree-keys.c, and what is there. */
const LampOutlineNode *lamp_goal_tree_get_focused (LampGoalTree   *self);
LampGoalBoard         *lamp_goal_tree_get_board   (LampGoalTree   *self);
void                   lamp_goal_tree_add_keys    (GtkWidgetClass *widget_class);

G_END_DECLS
