/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-tree-layout.h"

G_BEGIN_DECLS

/**
 * LampGoalHeadings:
 *
 * The names of the levels, above their columns on a canvas wherever that is panned and zoomed to.
 */
#define LAMP_TYPE_GOAL_HEADINGS (lamp_goal_headings_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalHeadings, lamp_goal_headings, LAMP, GOAL_HEADINGS, GtkWidget)

GtkWidget *lamp_goal_headings_new        (LampCanvas       *canvas);
void       lamp_goal_headings_set_levels (LampGoalHeadings *self,
                                          const LampBox     levels[LAMP_TREE_LEVELS]);

G_END_DECLS
