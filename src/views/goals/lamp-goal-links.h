/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-goal-outline.h"
#include "lamp-tree-layout.h"

G_BEGIN_DECLS

/**
 * LampGoalTrunk:
 * @x: where it stands: before the next column, clear of what is tucked under the goals of its own
 * @top: where it begins
 * @bottom: where it ends; above @top when there is none
 *
 * From where to where the line beside a goal reaches, from which branches lead to the goals that support it.
 */
typedef struct
{
  double x;
  double top;
  double bottom;
} LampGoalTrunk;

/**
 * LampGoalPair:
 * @goal: the place of a goal among the nodes
 * @above: the place of one that it also supports
 *
 * A dashed curve.
 */
typedef struct
{
  guint goal;
  guint above;
} LampGoalPair;

/**
 * LampGoalLinks:
 * @widget: on which they are drawn
 * @nodes: (element-type LampOutlineNode): which are shown
 * @layout: where
 * @trunks: (element-type LampGoalTrunk): for each node its trunk
 * @others: (element-type LampGoalPair): which goals also support which
 * @lit: the rows on the line that is followed
 *
 * What the curves of the goal tree are drawn from.
 */
typedef struct
{
  GtkWidget *widget;
  GArray *nodes;
  const LampTreeLayout *layout;
  GArray *trunks;
  GArray *others;
  GHashTable *lit;
} LampGoalLinks;

GArray *lamp_goal_links_find_trunks (GArray               *nodes,
                                     const LampTreeLayout *layout);
GArray *lamp_goal_links_find_others (LampSnapshot *snapshot,
                                     GHashTable   *places);

void lamp_goal_links_draw (const LampGoalLinks   *self,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *sight);

G_END_DECLS
