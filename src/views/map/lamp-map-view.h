/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-view.h"

G_BEGIN_DECLS

#define LAMP_TYPE_MAP_VIEW (lamp_map_view_get_type ())
G_DECLARE_FINAL_TYPE (LampMapView, lamp_map_view, LAMP, MAP_VIEW, LampView)

G_END_DECLS
