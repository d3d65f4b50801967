/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-goal-lines.h"

G_BEGIN_DECLS

typedef enum
{
  LAMP_GOAL_COLUMN_TITLE,
  LAMP_GOAL_COLUMN_STATUS,
  LAMP_GOAL_COLUMN_PROGRESS,
  LAMP_GOAL_COLUMN_OWNER,
  LAMP_GOAL_COLUMN_DUE,
  LAMP_GOAL_COLUMN_LEVEL,
  LAMP_GOAL_COLUMN_COMMUNITY,
  LAMP_GOAL_COLUMN_HORIZON,
  LAMP_GOAL_COLUMN_PRIORITY,
  LAMP_GOAL_COLUMN_BASELINE,
  LAMP_GOAL_COLUMN_TARGET,
  LAMP_GOAL_N_COLUMNS,
} LampGoalColumn;

/**
 * LampGoalCells:
 *
 * The cells of one column of the goal list: what they show, and how it compares.
 */
#define LAMP_TYPE_GOAL_CELLS (lamp_goal_cells_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalCells, lamp_goal_cells, LAMP, GOAL_CELLS, GObject)

LampGoalCells      *lamp_goal_cells_new          (LampGoalColumn  column,
                                                  LampGoalBoard  *board,
                                                  LampGoalLines  *lines);
GtkListItemFactory *lamp_goal_cells_make_factory (LampGoalCells  *self);
LampGoalColumn      lamp_goal_cells_get_column   (LampGoalCells  *self);
GtkWidget          *lamp_goal_cells_get_widget   (LampGoalCells  *self,
                                                  LampGoalEntry  *entry);
int                 lamp_goal_cells_compare      (LampGoalCells  *self,
                                                  LampGoalEntry  *a,
                                                  LampGoalEntry  *b,
                                                  gboolean        descending);

G_END_DECLS
