/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-meeting-plan.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampAgendaRow:
 *
 * An item of the agenda with its computed start, its minutes to be typed over, what it is linked to, and a button for
 * its menu.
 *
 * Signals: "menu" (button): the person wants to know what can be done with it.
 */
#define LAMP_TYPE_AGENDA_ROW (lamp_agenda_row_get_type ())
G_DECLARE_FINAL_TYPE (LampAgendaRow, lamp_agenda_row, LAMP, AGENDA_ROW, GtkListBoxRow)

GtkWidget  *lamp_agenda_row_new      (LampSession           *session,
                                      LampRecord            *item);
LampRecord *lamp_agenda_row_get_item (LampAgendaRow         *self);
void        lamp_agenda_row_set_plan (LampAgendaRow         *self,
                                      const LampMeetingPlan *plan,
                                      guint                  index);
void        lamp_agenda_row_set_locked (LampAgendaRow       *self,
                                      gboolean               locked);

G_END_DECLS
