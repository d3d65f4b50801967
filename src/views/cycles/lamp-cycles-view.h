/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-view.h"

G_BEGIN_DECLS

#define LAMP_TYPE_CYCLES_VIEW (lamp_cycles_view_get_type ())
G_DECLARE_FINAL_TYPE (LampCyclesView, lamp_cycles_view, LAMP, CYCLES_VIEW, LampView)

G_END_DECLS
