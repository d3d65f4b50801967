/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalFilters:
 *
 * The thin bar over the goals: a toggle for each of what they can be asked for by and, while only some are shown, how
 * many of how many, which of them is selected, the ways to the next and to the one before, and the way back to all.
 * In a narrow window what was found stands in a line of its own below the toggles, and those scroll.
 */
#define LAMP_TYPE_GOAL_FILTERS (lamp_goal_filters_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalFilters, lamp_goal_filters, LAMP, GOAL_FILTERS, AdwBin)

void lamp_goal_filters_set_board (LampGoalFilters *self,
                                  LampGoalBoard   *board);

G_END_DECLS
