/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampGoalCard:
 *
 * A node of the goal tree: a goal, or a gathering of private goals of which only the number is said. Space and Enter
 * select it, the Menu key and the right button open its menu ("goal-menu" of the view), and it can be dragged onto
 * another to align it.
 */
#define LAMP_TYPE_GOAL_CARD (lamp_goal_card_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalCard, lamp_goal_card, LAMP, GOAL_CARD, GtkWidget)

GtkWidget *lamp_goal_card_new       (LampGoalBoard         *board,
                                     GMenuModel            *menu);
void       lamp_goal_card_bind      (LampGoalCard          *self,
                                     const LampOutlineNode *node);
void       lamp_goal_card_set_lit   (LampGoalCard          *self,
                                     gboolean               lit);
void       lamp_goal_card_set_width (LampGoalCard          *self,
                                     int                    width);
void       lamp_goal_card_measure   (LampGoalCard          *self,
                                     int                    width,
                                     int                   *goal,
                                     int                   *privates);

G_END_DECLS
