/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-clock.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampGoalChange:
 * @written: (element-type LampRow): what records that are there become
 * @added: (element-type LampRow): records that come anew, each with its identifier and after what it refers to
 * @deleted: (element-type LampRow): records that go, of the snapshot; what hangs on them goes with them
 *
 * What something that a person does to goals comes to. It only says what to change: whoever carries it out puts all of
 * it into one edit, so that it is one step that can be taken back.
 *
 * None of these changes turns a forest in which alignment leads upwards without a circle into one where it does not:
 * “also supports” links that would then lead downwards, or say again what the primary alignment says, go.
 */
typedef struct
{
  GPtrArray *written;
  GPtrArray *added;
  GPtrArray *deleted;
} LampGoalChange;

LampGoalChange *lamp_goal_change_align     (LampSnapshot   *snapshot,
                                            const LampRow  *goal,
                                            const LampRow  *above,
                                            const LampRow  *before);
LampGoalChange *lamp_goal_change_promote   (LampSnapshot   *snapshot,
                                            const LampRow  *goal);
LampGoalChange *lamp_goal_change_demote    (LampSnapshot   *snapshot,
                                            const LampRow  *goal);
LampGoalChange *lamp_goal_change_transfer  (LampSnapshot   *snapshot,
                                            const LampRow  *goal,
                                            const char     *community,
                                            gboolean        with_below);
LampGoalChange *lamp_goal_change_duplicate (LampSnapshot   *snapshot,
                                            const LampRow  *goal,
                                            gboolean        with_below,
                                            LampClock      *clock);
LampGoalChange *lamp_goal_change_remove    (LampSnapshot   *snapshot,
                                            const LampRow  *goal,
                                            gboolean        with_below);
void            lamp_goal_change_free      (LampGoalChange *self);
const LampRow  *lamp_goal_change_find      (LampGoalChange *self,
                                            const LampRow  *goal);

guint           lamp_goal_count_of_its_own (LampSnapshot   *snapshot,
                                            const LampRow  *goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampGoalChange, lamp_goal_change_free)

G_END_DECLS
