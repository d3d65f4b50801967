/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/* What a person does to goals, each in one step that Undo takes back. What stands against it is told as a notice. The
 * board is read anew by each, so that rows of it are not to be used afterwards. */

LampRecord *lamp_goal_create        (LampGoalBoard *board,
                                     const LampRow *above);
LampRecord *lamp_goal_create_beside (LampGoalBoard *board,
                                     const LampRow *goal);
gboolean    lamp_goal_align         (LampGoalBoard *board,
                                     LampRecord    *goal,
                                     const LampRow *above);
gboolean    lamp_goal_place         (LampGoalBoard *board,
                                     const LampRow *goal,
                                     const LampRow *above,
                                     const LampRow *before);
gboolean    lamp_goal_add_link      (LampGoalBoard *board,
                                     const LampRow *goal,
                                     const LampRow *above,
                                     const char    *rationale);
gboolean    lamp_goal_change_link   (LampGoalBoard *board,
                                     LampRecord    *link,
                                     const char    *rationale);
gboolean    lamp_goal_remove_link   (LampGoalBoard *board,
                                     LampRecord    *link);
gboolean    lamp_goal_can_move      (LampGoalBoard *board,
                                     const LampRow *goal,
                                     int            by);
gboolean    lamp_goal_move          (LampGoalBoard *board,
                                     const LampRow *goal,
                                     int            by);
gboolean    lamp_goal_promote       (LampGoalBoard *board,
                                     const LampRow *goal);
gboolean    lamp_goal_demote        (LampGoalBoard *board,
                                     const LampRow *goal);
gboolean    lamp_goal_transfer      (LampGoalBoard *board,
                                     const LampRow *goal,
                                     LampRecord    *community,
                                     gboolean       with_below);
LampRecord *lamp_goal_duplicate     (LampGoalBoard *board,
                                     const LampRow *goal,
                                     gboolean       with_below);
gboolean    lamp_goal_delete        (LampGoalBoard *board,
                                     const LampRow *goal,
                                     gboolean       with_below);

/* What the edits share. */
gboolean    lamp_goal_commit        (LampGoalBoard *board,
                                     LampEdit      *edit,
                                     const char    *notice);
gint64      lamp_goal_next_position (LampGoalBoard *board,
                                     const LampRow *above);

G_END_DECLS
