/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-board.h"

G_BEGIN_DECLS

LampRecord *lamp_goal_create        (LampGoalBoard *board,
                                     const LampRow *above);
gboolean    lamp_goal_align         (LampGoalBoard *board,
                                     LampRecord    *goal,
                                     const LampRow *above);
gboolean    lamp_goal_can_move      (LampGoalBoard *board,
                                     const LampRow *goal,
                                     int            by);
gboolean    lamp_goal_move          (LampGoalBoard *board,
                                     const LampRow *goal,
                                     int            by);

G_END_DECLS
