/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampMeetingList:
 *
 * Meetings by month: those to come first, the next one on top; then those that are over, the latest on top.
 *
 * Signals: "chosen" (meeting): a person wants to see it.
 */
#define LAMP_TYPE_MEETING_LIST (lamp_meeting_list_get_type ())
G_DECLARE_FINAL_TYPE (LampMeetingList, lamp_meeting_list, LAMP, MEETING_LIST, AdwBin)

void        lamp_meeting_list_set_session (LampMeetingList *self,
                                           LampSession     *session);
void        lamp_meeting_list_show        (LampMeetingList *self,
                                           LampRecord      *meeting);
LampRecord *lamp_meeting_list_dup_first   (LampMeetingList *self);

G_END_DECLS
