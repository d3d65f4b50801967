/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampCalendarEvent:
 * @uid: what names it for ever
 * @title: what it is called
 * @starts_at: its wall time
 * @minutes: how long it is
 * @place: (nullable): where
 * @description: (nullable): what is on its agenda, as far as that leaves the house
 * @is_tentative: whether it is a draft
 * @created_at: when it was entered
 * @modified_at: when it or its agenda was changed last
 * @rrule: (nullable): how it comes again
 * @sentence: (nullable): the same in words
 * @left_out: (nullable) (element-type utf8): the wall times at which it does not
 *
 * What leaves the house for a calendar. No people, no goals, nothing that was said. (Private to core/calendar.)
 */
typedef struct
{
  char *uid;
  char *title;
  char *starts_at;
  gint64 minutes;
  char *place;
  char *description;
  gboolean is_tentative;
  char *created_at;
  char *modified_at;
  char *rrule;
  char *sentence;
  GPtrArray *left_out;
} LampCalendarEvent;

void       lamp_calendar_event_free (LampCalendarEvent *self);
GPtrArray *lamp_calendar_list       (LampSnapshot      *snapshot,
                                     const char        *id,
                                     const char        *today,
                                     GError           **error);

G_END_DECLS
