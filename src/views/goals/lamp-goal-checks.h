/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalChecks:
 *
 * What the checks found about goals and what belongs to them. Its head, with the number of findings, is always seen.
 * Beside the tree it opens and folds; where there is no room for it, its head opens it as a dialog. What a person has
 * asked of it is remembered with the file.
 *
 * Properties: "beside" (boolean: it stands beside the tree), "folded" (boolean, read-only: it stands there folded).
 */
#define LAMP_TYPE_GOAL_CHECKS (lamp_goal_checks_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalChecks, lamp_goal_checks, LAMP, GOAL_CHECKS, GtkWidget)

void lamp_goal_checks_set_board (LampGoalChecks *self,
                                 LampGoalBoard  *board);

G_END_DECLS
