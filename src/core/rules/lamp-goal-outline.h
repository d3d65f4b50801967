/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampOutlineNode:
 * @goal: (nullable): the goal; %NULL for a gathering of private goals
 * @privates: (nullable) (element-type LampRow): the goals of a gathering
 * @parent: the place of the node it supports, before its own, or -1
 * @level: 0 for the school system to 3 for an individual
 * @is_context: whether it is shown only because of what supports it
 * @is_unaligned: whether it aligns with nothing, and so is in the tray as well
 * @is_folded: whether what supports it is hidden
 * @n_below: how many goals support it, directly or through others, of those that are shown or would be if nothing
 *   were folded
 *
 * What stands at one place of the goal tree.
 */
typedef struct
{
  const LampRow *goal;
  GPtrArray *privates;
  int parent;
  guint level;
  gboolean is_context;
  gboolean is_unaligned;
  gboolean is_folded;
  guint n_below;
} LampOutlineNode;

/**
 * LampGoalOutline:
 * @nodes: (element-type LampOutlineNode): the tree, each node after its parent, siblings in their order
 * @tray: (element-type LampRow): the goals that align with nothing
 * @private_tray: (element-type LampRow): the private ones among those
 *
 * What of the goals is shown, and in which order. A goal's ancestors are always shown with it.
 */
typedef struct
{
  GArray *nodes;
  GPtrArray *tray;
  GPtrArray *private_tray;
} LampGoalOutline;

/**
 * LampGoalFilter:
 * @goal: a goal
 * @data: what was given with the filter
 *
 * Returns: whether the goal is asked for
 */
typedef gboolean (*LampGoalFilter) (const LampRow *goal,
                                    gpointer       data);

LampGoalOutline *lamp_goal_outline_new  (LampSnapshot          *snapshot,
                                         LampGoalFilter         filter,
                                         gpointer               data);
LampGoalOutline *lamp_goal_outline_fold (const LampGoalOutline *self,
                                         GHashTable            *folded);
void             lamp_goal_outline_free (LampGoalOutline       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampGoalOutline, lamp_goal_outline_free)

G_END_DECLS
