/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampMeetingRow:
 *
 * A meeting in the list of meetings: day, time, title, community, its length against its slot, its state.
 *
 * Properties: "summary" (string, read-only): all of that as one sentence, for assistive tools.
 */
#define LAMP_TYPE_MEETING_ROW (lamp_meeting_row_get_type ())
G_DECLARE_FINAL_TYPE (LampMeetingRow, lamp_meeting_row, LAMP, MEETING_ROW, AdwBin)

GtkWidget *lamp_meeting_row_new         (LampSession    *session);
void       lamp_meeting_row_set_meeting (LampMeetingRow *self,
                                         LampRecord     *meeting);

G_END_DECLS
