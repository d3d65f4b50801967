/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-columns.h"

G_BEGIN_DECLS

/**
 * LampGoalPen:
 *
 * Writes into the cells of the goal list, one at a time, and goes from one to the next: across the columns that are
 * shown and can be edited, then to the next line.
 *
 * Signals: "at" (LampGoalEntry): a line is about to be written into; "lifted" (LampGoalEntry): nothing is, any more.
 */
#define LAMP_TYPE_GOAL_PEN (lamp_goal_pen_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalPen, lamp_goal_pen, LAMP, GOAL_PEN, GObject)

LampGoalPen *lamp_goal_pen_new   (GtkWidget       *parent,
                                  GtkColumnView   *view,
                                  LampGoalBoard   *board,
                                  LampGoalLines   *lines,
                                  LampGoalColumns *columns);
gboolean     lamp_goal_pen_write (LampGoalPen     *self,
                                  LampGoalEntry   *entry,
                                  LampGoalColumn   column);

G_END_DECLS
