/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-goal-entry.h"

G_BEGIN_DECLS

/**
 * LampGoalLines:
 *
 * The outline of goals as a list of tree rows, brought up to date with the board by as few changes as there are: a line
 * that stays keeps its row, whatever was written into it and wherever it was moved among its siblings, so that focus,
 * selection and scroll stay. Lines are sorted among their siblings; the file knows nothing of it.
 *
 * Signals: "reading" and "read" around what is brought up to date; "folded" (LampGoalEntry): what is under a line has
 * been folded away.
 */
#define LAMP_TYPE_GOAL_LINES (lamp_goal_lines_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalLines, lamp_goal_lines, LAMP, GOAL_LINES, GObject)

LampGoalLines *lamp_goal_lines_new       (LampGoalBoard    *board);
GListModel    *lamp_goal_lines_get_rows  (LampGoalLines    *self);
LampGoalEntry *lamp_goal_lines_get_entry (GtkTreeListRow   *row);
void           lamp_goal_lines_set_order (LampGoalLines    *self,
                                          GCompareDataFunc  compare,
                                          gpointer          data);
LampGoalEntry *lamp_goal_lines_find      (LampGoalLines    *self,
                                          const LampRow    *goal);
guint          lamp_goal_lines_get_place (LampGoalLines    *self,
                                          LampGoalEntry    *entry);
void           lamp_goal_lines_unfold    (LampGoalLines    *self,
                                          LampGoalEntry    *entry);
void           lamp_goal_lines_watch     (LampGoalLines    *self,
                                          GtkTreeListRow   *row);

G_END_DECLS
