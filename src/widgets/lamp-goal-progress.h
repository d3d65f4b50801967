/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-form-part.h"

G_BEGIN_DECLS

/**
 * LampGoalProgress:
 *
 * How far a goal has come, and how that was computed: out of which goals, each of which can be gone to, or out of
 * which measurements, as a chart.
 */
#define LAMP_TYPE_GOAL_PROGRESS (lamp_goal_progress_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalProgress, lamp_goal_progress, LAMP, GOAL_PROGRESS, AdwPreferencesGroup)

GtkWidget *lamp_goal_progress_new (LampStore *store);

G_END_DECLS
