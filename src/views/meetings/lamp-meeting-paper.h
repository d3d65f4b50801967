/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-paper-source.h"
#include "lamp-record.h"

G_BEGIN_DECLS

/**
 * LampMeetingPaper:
 *
 * A meeting on paper: its agenda, its minutes, the facilitator's running sheet, and planned against taken time, each
 * at any state of the meeting.
 */
#define LAMP_TYPE_MEETING_PAPER (lamp_meeting_paper_get_type ())
G_DECLARE_FINAL_TYPE (LampMeetingPaper, lamp_meeting_paper, LAMP, MEETING_PAPER, LampPaperSource)

LampPaperSource *lamp_meeting_paper_new (LampRecord *meeting);

G_END_DECLS
