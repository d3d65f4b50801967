/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalList:
 *
 * The list twin of the goal tree: an outline in columns, which can be sorted by any of them, and walked and folded by
 * keys alone.
 *
 * Properties: "place" (string, nullable, read-write: how it is arranged, to be remembered).
 */
#define LAMP_TYPE_GOAL_LIST (lamp_goal_list_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalList, lamp_goal_list, LAMP, GOAL_LIST, AdwBin)

GtkWidget *lamp_goal_list_new    (LampGoalBoard *board,
                                  GActionMap    *actions,
                                  GMenuModel    *menu);
void       lamp_goal_list_reveal (LampGoalList  *self,
                                  const LampRow *goal,
                                  gboolean       grab_focus);

G_END_DECLS
