/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-goal-plan.h"
#include "lamp-report-document.h"

G_BEGIN_DECLS

void lamp_goal_coverage_write (LampGoalPlan *plan,
                               LampDocument *document);

G_END_DECLS
