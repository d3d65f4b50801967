/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-view.h"

G_BEGIN_DECLS

#define LAMP_TYPE_MEETINGS_VIEW (lamp_meetings_view_get_type ())
G_DECLARE_FINAL_TYPE (LampMeetingsView, lamp_meetings_view, LAMP, MEETINGS_VIEW, LampView)

LampRecord *lamp_meetings_view_get_meeting (LampMeetingsView *self);

G_END_DECLS
