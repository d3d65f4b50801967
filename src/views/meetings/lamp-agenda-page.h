/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampAgendaPage:
 *
 * A meeting: its head with the sum against the slot, its agenda with computed start times, what was decided and
 * promised, and the norms of its community.
 */
#define LAMP_TYPE_AGENDA_PAGE (lamp_agenda_page_get_type ())
G_DECLARE_FINAL_TYPE (LampAgendaPage, lamp_agenda_page, LAMP, AGENDA_PAGE, AdwBin)

void        lamp_agenda_page_set_session (LampAgendaPage *self,
                                          LampSession    *session);
LampRecord *lamp_agenda_page_get_meeting (LampAgendaPage *self);
void        lamp_agenda_page_set_meeting (LampAgendaPage *self,
                                          LampRecord     *meeting);

G_END_DECLS
