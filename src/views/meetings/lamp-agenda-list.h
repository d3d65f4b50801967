/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-plan.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampAgendaList:
 *
 * The items of a meeting's agenda: several can be selected and moved, by keyboard and by pointer, and new ones are typed
 * below. A very long agenda is shown in portions, so that it never keeps a person waiting.
 */
#define LAMP_TYPE_AGENDA_LIST (lamp_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (LampAgendaList, lamp_agenda_list, LAMP, AGENDA_LIST, AdwBin)

void        lamp_agenda_list_set_session (LampAgendaList        *self,
                                          LampSession           *session);
void        lamp_agenda_list_set_meeting (LampAgendaList        *self,
                                          LampRecord            *meeting);
GListModel *lamp_agenda_list_get_items   (LampAgendaList        *self);
void        lamp_agenda_list_show_plan   (LampAgendaList        *self,
                                          const LampMeetingPlan *plan);
guint       lamp_agenda_list_get_place   (LampAgendaList        *self);
void        lamp_agenda_list_select      (LampAgendaList        *self,
                                          GPtrArray             *items);

G_END_DECLS
