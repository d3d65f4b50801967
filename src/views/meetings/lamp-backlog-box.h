/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampBacklogBox:
 *
 * What waits for a meeting of the series, beside the agenda of one of them: open while the meeting is planned, folded
 * while it is held, gone when it is closed or is of no series.
 */
#define LAMP_TYPE_BACKLOG_BOX (lamp_backlog_box_get_type ())
G_DECLARE_FINAL_TYPE (LampBacklogBox, lamp_backlog_box, LAMP, BACKLOG_BOX, AdwBin)

void lamp_backlog_box_set_session (LampBacklogBox *self,
                                   LampSession    *session);
void lamp_backlog_box_set_meeting (LampBacklogBox *self,
                                   LampRecord     *meeting);

G_END_DECLS
