/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-box.h"

G_BEGIN_DECLS

/**
 * LAMP_TREE_LEVELS:
 *
 * System, school, team, individual.
 */
#define LAMP_TREE_LEVELS 4

/**
 * LAMP_TREE_TUCK:
 *
 * How much further in than its parent a tucked node stands, in logical pixels.
 */
#define LAMP_TREE_TUCK 28.0

/**
 * LampTreeNode:
 * @parent: the place of its parent among the nodes, or -1
 * @level: 0 for the school system to 3 for an individual
 * @height: of its box, in logical pixels
 * @is_tucked: whether it stands below its parent, a little further in, and not in the next column; heeded only for
 *   nodes that have the level of their parent and no children
 *
 * What is to be placed.
 */
typedef struct
{
  int parent;
  guint level;
  double height;
  gboolean is_tucked;
} LampTreeNode;

/**
 * LampTreeSize:
 * @width: of every box
 * @gap_x: from a level to the next; within a level, columns stand a third closer
 * @gap_y: between boxes that share a parent
 * @gap_branch: between boxes that do not
 *
 * Measures, in logical pixels.
 */
typedef struct
{
  double width;
  double gap_x;
  double gap_y;
  double gap_branch;
} LampTreeSize;

/**
 * LampTreeLayout:
 * @boxes: for each node its box
 * @n_boxes: how many
 * @levels: for each level the stretch of x that it takes up; a width of 0 when it has no node
 * @extents: of everything
 * @n_steps: how much work it was: it grows with the number of nodes and with nothing else
 *
 * Where a forest is drawn.
 */
typedef struct
{
  LampBox *boxes;
  guint n_boxes;
  LampBox levels[LAMP_TREE_LEVELS];
  LampBox extents;
  guint64 n_steps;
} LampTreeLayout;

LampTreeLayout *lamp_tree_layout_new  (const LampTreeNode *nodes,
                                       guint               n_nodes,
                                       const LampTreeSize *size);
void            lamp_tree_layout_free (LampTreeLayout     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTreeLayout, lamp_tree_layout_free)

G_END_DECLS
