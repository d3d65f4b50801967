/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-plan.h"
#include "lamp-picture.h"

G_BEGIN_DECLS

LampPicture *lamp_goal_chart_new       (LampGoalPlan *plan,
                                        gboolean      without_people,
                                        gboolean      is_mirrored);
char        *lamp_goal_chart_dup_words (LampGoalPlan *plan);

G_END_DECLS
