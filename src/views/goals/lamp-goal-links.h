/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-goal-outline.h"
#include "lamp-tree-layout.h"

G_BEGIN_DECLS

/**
 * LampGoalLinks:
 * @widget: on which they are drawn
 * @snapshot: the goals
 * @nodes: (element-type LampOutlineNode): which are shown
 * @layout: where
 * @places: the identifier of a goal → its place among the nodes, + 1
 * @lit: the rows on the line that is followed
 *
 * What the curves of the goal tree are drawn from.
 */
typedef struct
{
  GtkWidget *widget;
  LampSnapshot *snapshot;
  GArray *nodes;
  const LampTreeLayout *layout;
  GHashTable *places;
  GHashTable *lit;
} LampGoalLinks;

void lamp_goal_links_draw (const LampGoalLinks   *self,
                           GtkSnapshot           *snapshot,
                           const graphene_rect_t *sight);

G_END_DECLS
