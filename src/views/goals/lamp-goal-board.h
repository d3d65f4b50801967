/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-board.h"
#include "lamp-goal-outline.h"
#include "lamp-rollup.h"

G_BEGIN_DECLS

/**
 * LampGoalBoard:
 *
 * What the goals view knows: the goals and what belongs to them, how far they have come, and which are shown. The tree,
 * the tray and the list all show this.
 *
 * Properties: "hint" (string, nullable: what is to be told while something is dragged), "dragged" (string, nullable: the
 * identifier of the goal that is being dragged).
 * Signals: "folded": nothing has changed but what is folded (see lamp-goal-sight.h).
 */
#define LAMP_TYPE_GOAL_BOARD (lamp_goal_board_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalBoard, lamp_goal_board, LAMP, GOAL_BOARD, LampBoard)

/**
 * LampGoalFacts:
 * @owner: (nullable): the owner's name
 * @due: (nullable): the date, for reading
 * @is_overdue: whether the date has passed and the goal is not finished
 * @status: the status, for reading
 * @status_icon: its symbol
 * @has_fraction: whether anything is known of its progress
 * @fraction: its progress, 0 to 1
 * @is_stalled: whether nothing carries it
 * @is_unaligned: whether it aligns with nothing
 * @is_priority: whether it is one of those that come first
 * @n_values: how many measurements it has
 * @values: their values by date
 * @measured: what they are, in words, empty where there are none
 *
 * What is shown of a goal beside its title.
 */
typedef struct
{
  char *owner;
  char *due;
  gboolean is_overdue;
  const char *status;
  const char *status_icon;
  gboolean has_fraction;
  double fraction;
  gboolean is_stalled;
  gboolean is_unaligned;
  gboolean is_priority;
  guint n_values;
  double *values;
  char *measured;
} LampGoalFacts;

LampGoalBoard   *lamp_goal_board_new          (LampSession   *session);
LampSession     *lamp_goal_board_get_session  (LampGoalBoard *self);
LampSnapshot    *lamp_goal_board_get_snapshot (LampGoalBoard *self);
LampRollup      *lamp_goal_board_get_rollup   (LampGoalBoard *self);
LampGoalOutline *lamp_goal_board_get_outline  (LampGoalBoard *self);
void             lamp_goal_board_refresh      (LampGoalBoard *self);
gboolean         lamp_goal_board_is_empty     (LampGoalBoard *self);
LampRecord      *lamp_goal_board_dup_record   (LampGoalBoard *self,
                                               const LampRow *goal);
const LampRow   *lamp_goal_board_get_selected (LampGoalBoard *self);
void             lamp_goal_board_select       (LampGoalBoard *self,
                                               const LampRow *goal);
const char      *lamp_goal_board_get_hint     (LampGoalBoard *self);
void             lamp_goal_board_set_hint     (LampGoalBoard *self,
                                               const char    *hint);
const char      *lamp_goal_board_get_dragged  (LampGoalBoard *self);
void             lamp_goal_board_set_dragged  (LampGoalBoard *self,
                                               const char    *dragged);

void             lamp_goal_facts_init         (LampGoalFacts *self,
                                               LampGoalBoard *board,
                                               const LampRow *goal);
void             lamp_goal_facts_clear        (LampGoalFacts *self);
char            *lamp_goal_facts_dup_percent  (const LampGoalFacts *self);
char            *lamp_goal_facts_dup_name     (const LampGoalFacts *self,
                                               LampGoalBoard *board,
                                               const LampRow *goal);
char            *lamp_goal_facts_dup_reckoning (const LampGoalFacts *self,
                                               LampGoalBoard *board,
                                               const LampRow *goal);
char            *lamp_goal_dup_sentence       (LampGoalBoard *board,
                                               const LampRow *goal);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LampGoalFacts, lamp_goal_facts_clear)

G_END_DECLS
