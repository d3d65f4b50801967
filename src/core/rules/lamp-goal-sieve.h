/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampGoalTraits:
 * @LAMP_GOAL_MINE: somebody owns it, and that is the person who asks
 * @LAMP_GOAL_PRIORITY: it is marked as a priority
 * @LAMP_GOAL_OVERDUE: its date has passed, and it is not finished
 * @LAMP_GOAL_UNMEASURED: it is not finished, and nothing has been measured of it, nor of what its progress comes from
 * @LAMP_GOAL_STALLED: nothing carries it from below
 *
 * What goals can be asked for by; together they mean a goal that has them all.
 */
typedef enum
{
  LAMP_GOAL_MINE = 1 << 0,
  LAMP_GOAL_PRIORITY = 1 << 1,
  LAMP_GOAL_OVERDUE = 1 << 2,
  LAMP_GOAL_UNMEASURED = 1 << 3,
  LAMP_GOAL_STALLED = 1 << 4,
} LampGoalTraits;

/**
 * LAMP_GOAL_N_TRAITS:
 *
 * How many there are.
 */
#define LAMP_GOAL_N_TRAITS 5

/**
 * LampGoalSieve:
 *
 * Judges which goals of a snapshot have what is asked for. The words and the traits of private goals are nobody
 * else's business (practice S24): such a goal passes when nothing is asked of it, or only whose it is, and even then
 * it is counted and not shown.
 */
typedef struct _LampGoalSieve LampGoalSieve;

LampGoalSieve *lamp_goal_sieve_new    (LampSnapshot   *snapshot,
                                       LampGoalTraits  traits,
                                       const char     *words,
                                       const char     *me,
                                       const char     *today);
void           lamp_goal_sieve_free   (LampGoalSieve  *self);
gboolean       lamp_goal_sieve_passes (const LampRow  *goal,
                                       gpointer        self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampGoalSieve, lamp_goal_sieve_free)

G_END_DECLS
