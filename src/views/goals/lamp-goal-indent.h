/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-lines.h"

G_BEGIN_DECLS

void lamp_goal_indent  (LampGoalBoard *board,
                        LampGoalLines *lines,
                        LampGoalEntry *entry);
void lamp_goal_outdent (LampGoalBoard *board,
                        const LampRow *goal);

G_END_DECLS
