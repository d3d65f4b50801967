/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalOfWidget:
 * @widget: a widget that shows a goal
 *
 * Returns: (nullable): the goal that it shows now
 */
typedef const LampRow *(*LampGoalOfWidget) (GtkWidget *widget);

void lamp_goal_drag_add_source (GtkWidget        *widget,
                                LampGoalBoard    *board,
                                LampGoalOfWidget  get_goal);
void lamp_goal_drag_add_target (GtkWidget        *widget,
                                LampGoalBoard    *board,
                                LampGoalOfWidget  get_goal,
                                gboolean          has_places);
void lamp_goal_drag_add_tray   (GtkWidget        *widget,
                                LampGoalBoard    *board);
void lamp_goal_drag_mark       (GtkWidget        *widget);

G_END_DECLS
