/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampMeetingTable:
 *
 * The list twin of the meetings view: every meeting as a line of a table that can be sorted by any column.
 */
#define LAMP_TYPE_MEETING_TABLE (lamp_meeting_table_get_type ())
G_DECLARE_FINAL_TYPE (LampMeetingTable, lamp_meeting_table, LAMP, MEETING_TABLE, AdwBin)

void lamp_meeting_table_set_session (LampMeetingTable *self,
                                     LampSession      *session);

G_END_DECLS
