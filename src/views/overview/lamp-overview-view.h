/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-view.h"

G_BEGIN_DECLS

#define LAMP_TYPE_OVERVIEW_VIEW (lamp_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (LampOverviewView, lamp_overview_view, LAMP, OVERVIEW_VIEW, LampView)

G_END_DECLS
