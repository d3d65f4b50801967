/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampNewMeetingDialog:
 *
 * Asks who meets, when, how long, and what the agenda starts from. Everything has a sensible answer already, so that
 * Enter alone gives the next meeting with an agenda from where things stand.
 *
 * Signals: "created" (meeting).
 */
#define LAMP_TYPE_NEW_MEETING_DIALOG (lamp_new_meeting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampNewMeetingDialog, lamp_new_meeting_dialog, LAMP, NEW_MEETING_DIALOG, AdwDialog)

AdwDialog *lamp_new_meeting_dialog_new (LampSession *session,
                                        LampRecord  *community);

G_END_DECLS
