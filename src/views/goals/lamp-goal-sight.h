/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-board.h"
#include "lamp-goal-sieve.h"

G_BEGIN_DECLS

/* What of a board is in sight: which goals are folded, which are asked for, and going from one to the next of those.
 *
 * What is folded, and who “I” am, is kept with the file on this machine. While something is asked for, everything that
 * was found is unfolded; what is folded then is so only for the moment. */

/* Folding. The board's "folded" is told of; what has been read stays. */
gboolean         lamp_goal_board_is_folded   (LampGoalBoard  *self,
                                              const LampRow  *goal);
void             lamp_goal_board_set_folded  (LampGoalBoard  *self,
                                              const LampRow  *goal,
                                              gboolean        folded);
gboolean         lamp_goal_board_can_fold    (LampGoalBoard  *self,
                                              const LampRow  *goal);
void             lamp_goal_board_fold_all    (LampGoalBoard  *self);
void             lamp_goal_board_fold_from   (LampGoalBoard  *self,
                                              int             rank);
void             lamp_goal_board_unfold_all  (LampGoalBoard  *self);
void             lamp_goal_board_uncover     (LampGoalBoard  *self,
                                              const LampRow  *goal);
/* The outline without what is folded: what the tree shows. */
LampGoalOutline *lamp_goal_board_get_picture (LampGoalBoard  *self);

/* Asking. */
LampGoalTraits   lamp_goal_board_get_traits  (LampGoalBoard  *self);
void             lamp_goal_board_set_traits  (LampGoalBoard  *self,
                                              LampGoalTraits  traits);
gboolean         lamp_goal_board_is_narrowed (LampGoalBoard  *self);
void             lamp_goal_board_widen       (LampGoalBoard  *self);
LampRecord      *lamp_goal_board_dup_me      (LampGoalBoard  *self);
void             lamp_goal_board_set_me      (LampGoalBoard  *self,
                                              LampRecord     *person);

/* What was found. */
guint            lamp_goal_board_count       (LampGoalBoard  *self);
guint            lamp_goal_board_count_found (LampGoalBoard  *self);
gboolean         lamp_goal_board_shows       (LampGoalBoard  *self,
                                              const LampRow  *goal);
guint            lamp_goal_board_get_place   (LampGoalBoard  *self,
                                              guint          *of);
const LampRow   *lamp_goal_board_find        (LampGoalBoard  *self,
                                              int             by);

G_END_DECLS
