/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-view.h"

G_BEGIN_DECLS

#define LAMP_TYPE_GOALS_VIEW (lamp_goals_view_get_type ())
G_DECLARE_FINAL_TYPE (LampGoalsView, lamp_goals_view, LAMP, GOALS_VIEW, LampView)

G_END_DECLS
