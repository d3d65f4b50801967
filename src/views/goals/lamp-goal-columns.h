/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-cells.h"

G_BEGIN_DECLS

/**
 * LampGoalColumns:
 *
 * The columns of the goal list as a person has arranged them: which are shown, and by which the goals are sorted. A
 * click on a header sorts up, then down, then not at all.
 *
 * It adds actions to those of the view: "list-sort" (a column's name, or "plan"), "list-descending", and
 * "list-column-NAME" for each that can be hidden.
 *
 * Properties: "place" (string, nullable: the arrangement, to be remembered).
 */
#define LAMP_TYPE_GOAL_COLUMNS (lamp_goal_columns_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalColumns, lamp_goal_columns, LAMP, GOAL_COLUMNS, GObject)

LampGoalColumns     *lamp_goal_columns_new            (GtkColumnView   *view,
                                                       LampGoalBoard   *board,
                                                       LampGoalLines   *lines,
                                                       GActionMap      *actions);
GMenuModel          *lamp_goal_columns_make_menu      (void);
const char          *lamp_goal_columns_get_field      (LampGoalColumn   column);
const char          *lamp_goal_columns_get_sort_title (LampGoalColumns *self);
void                 lamp_goal_columns_set_narrow     (LampGoalColumns *self,
                                                       gboolean         narrow);
gboolean             lamp_goal_columns_is_shown       (LampGoalColumns *self,
                                                       LampGoalColumn   column);
GtkColumnViewColumn *lamp_goal_columns_get_column     (LampGoalColumns *self,
                                                       LampGoalColumn   column);
GtkWidget           *lamp_goal_columns_get_cell       (LampGoalColumns *self,
                                                       LampGoalColumn   column,
                                                       LampGoalEntry   *entry);

G_END_DECLS
