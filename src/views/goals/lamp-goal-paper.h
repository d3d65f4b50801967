/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-paper-source.h"
#include "lamp-view.h"

G_BEGIN_DECLS

/**
 * LampGoalPaper:
 *
 * The goals of the chosen community on paper: their tree, their outline with what is not kept, who works on which.
 */
#define LAMP_TYPE_GOAL_PAPER (lamp_goal_paper_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalPaper, lamp_goal_paper, LAMP, GOAL_PAPER, LampPaperSource)

LampPaperSource *lamp_goal_paper_new     (LampSession        *session);
void             lamp_goal_paper_install (LampView           *view,
                                          GSimpleActionGroup *actions,
                                          GMenu              *menu);

G_END_DECLS
