/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-goal-entry.h"

G_BEGIN_DECLS

void lamp_goal_columns_add (GtkColumnView *view,
                            LampGoalBoard *board);

G_END_DECLS
