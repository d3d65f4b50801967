/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LAMP_ICAL_MOST_BYTES:
 *
 * The longest calendar that is read.
 */
#define LAMP_ICAL_MOST_BYTES (8 * 1024 * 1024)

/**
 * LampIcalDays:
 * @uid: (nullable): what names it in its calendar; with the day where it comes again
 * @title: its title, one line
 * @first: its first day
 * @last: its last day
 * @is_whole: whether it takes whole days, and no more of them than a holiday does
 *
 * What a calendar says of some days. (Private to core/calendar.)
 */
typedef struct
{
  char *uid;
  char *title;
  char *first;
  char *last;
  gboolean is_whole;
} LampIcalDays;

void       lamp_ical_days_free (LampIcalDays  *self);
char      *lamp_ical_check     (const char    *bytes,
                                gsize          length,
                                GError       **error);
gboolean   lamp_ical_is_one    (const char    *bytes,
                                gsize          length);
GPtrArray *lamp_ical_read_days (const char    *text,
                                const char    *from,
                                const char    *to,
                                GError       **error);

G_END_DECLS
