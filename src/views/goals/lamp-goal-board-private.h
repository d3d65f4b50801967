/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-sight.h"

G_BEGIN_DECLS

/* What is made of a file is kept by lamp-goal-board.c, what of it is asked for by lamp-goal-sight.c, what is folded by
 * lamp-goal-folds.c. */
struct _LampGoalBoard
{
  LampBoard parent_instance;

  char *hint;
  char *dragged;                /* (nullable) */

  LampRollup *rollup;
  LampGoalOutline *outline;

  LampGoalOutline *picture;
  GHashTable *folded;       /* identifiers; remembered with the file */
  GHashTable *folded_now;   /* identifiers; only while something is asked for */
  LampGoalTraits traits;
  char *words;              /* those that were searched for when everything was read */
  char *me;                 /* (nullable): remembered with the file */
  guint n_goals;
  guint n_found;
  GPtrArray *found;         /* (element-type LampRow): those that can be gone to, in the order of the outline */
};

void  lamp_goal_sight_init      (LampGoalBoard *self);
void  lamp_goal_sight_clear     (LampGoalBoard *self);
void  lamp_goal_sight_read      (LampGoalBoard *self);
void  lamp_goal_folds_read      (LampGoalBoard *self);
void  lamp_goal_folds_apply     (LampGoalBoard *self);
void  lamp_goal_folds_settle    (LampGoalBoard *self);
char *lamp_goal_board_dup_local (LampGoalBoard *self,
                                 const char    *name);
void  lamp_goal_board_set_local (LampGoalBoard *self,
                                 const char    *name,
                                 const char    *text);

G_END_DECLS
