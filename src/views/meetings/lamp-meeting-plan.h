/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-agenda.h"
#include "lamp-record.h"

G_BEGIN_DECLS

/**
 * LampMeetingPlan:
 * @sum: the agenda against the slot
 * @n_items: how many items there are
 * @minutes: (array length=n_items): the minutes of each
 * @kinds: (array length=n_items): the kind of each, owned by the items
 * @times: (array length=n_items): when each is due
 *
 * A meeting's agenda, timed.
 */
typedef struct
{
  LampAgendaSum sum;
  guint n_items;
  int *minutes;
  const char **kinds;
  LampAgendaTime *times;
} LampMeetingPlan;

LampMeetingPlan *lamp_meeting_plan_new           (LampRecord            *meeting,
                                                  GListModel            *items);
void             lamp_meeting_plan_free          (LampMeetingPlan       *self);
char            *lamp_meeting_plan_dup_sum       (const LampMeetingPlan *self);
char            *lamp_meeting_plan_dup_verdict   (const LampMeetingPlan *self);
char            *lamp_meeting_plan_dup_kinds     (const LampMeetingPlan *self);
char            *lamp_meeting_plan_dup_missing   (const LampMeetingPlan *self);
gboolean         lamp_meeting_plan_is_headed     (const LampMeetingPlan *self);

const char      *lamp_item_kind_get_label        (const char            *kind);
const char      *lamp_item_kind_get_icon_name    (const char            *kind);
const char      *lamp_meeting_state_get_icon_name (const char           *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampMeetingPlan, lamp_meeting_plan_free)

G_END_DECLS
