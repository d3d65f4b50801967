/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-agenda-draft.h"
#include "lamp-session.h"

G_BEGIN_DECLS

LampRecord *lamp_new_meeting_find_series (LampSession     *session,
                                          LampRecord      *community);
LampRow    *lamp_new_meeting_make_row    (LampSession     *session,
                                          LampSnapshot    *snapshot,
                                          LampRecord      *community,
                                          LampRecord      *series);
LampRecord *lamp_new_meeting_create      (LampSession     *session,
                                          LampRow         *row,
                                          LampAgendaDraft *agenda);
gboolean    lamp_agenda_extend           (LampSession     *session,
                                          LampRecord      *meeting,
                                          LampAgendaDraft *agenda,
                                          const char      *label);

G_END_DECLS
