/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalTray:
 *
 * The goals that align with nothing: always beside the tree, so that none is forgotten. It can be folded, but its
 * head, with their number, is always seen.
 *
 * Properties: "folded" (boolean), "beside" (boolean: it stands beside the tree, where it takes no height and is never
 * folded).
 */
#define LAMP_TYPE_GOAL_TRAY (lamp_goal_tray_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalTray, lamp_goal_tray, LAMP, GOAL_TRAY, GtkWidget)

void     lamp_goal_tray_set_board (LampGoalTray  *self,
                                   LampGoalBoard *board);
gboolean lamp_goal_tray_reveal    (LampGoalTray  *self,
                                   const LampRow *goal);

G_END_DECLS
