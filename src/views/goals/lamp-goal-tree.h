/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalTree:
 *
 * The picture of the goals: a column for each level, primary alignments as solid curves and “also supports” as dashed
 * ones, the line of the selected goal lit.
 *
 * Properties: "place" (string, read-write).
 */
#define LAMP_TYPE_GOAL_TREE (lamp_goal_tree_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalTree, lamp_goal_tree, LAMP, GOAL_TREE, AdwBin)

GtkWidget *lamp_goal_tree_new    (LampGoalBoard *board,
                                  GMenuModel    *menu);
void       lamp_goal_tree_reveal (LampGoalTree  *self,
                                  const LampRow *goal,
                                  gboolean       grab_focus);
void       lamp_goal_tree_centre (LampGoalTree  *self,
                                  const LampRow *goal);

G_END_DECLS
