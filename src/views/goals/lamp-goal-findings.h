/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-finding-groups.h"
#include "lamp-goal-board.h"

G_BEGIN_DECLS

/* What findings are about, as the goals view looks at them: a goal, its community, its level. */

char               *lamp_goal_findings_dup_goal    (LampGoalBoard     *board,
                                                    const LampFinding *finding);
GHashTable         *lamp_goal_findings_new_line    (LampGoalBoard     *board,
                                                    const LampRow     *goal);
LampFindingHeading  lamp_goal_findings_get_heading (const char        *grouping);

G_END_DECLS
