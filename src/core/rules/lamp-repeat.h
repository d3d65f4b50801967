/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampRepeatUnit:
 * @LAMP_REPEAT_ONCE: it does not
 * @LAMP_REPEAT_WEEKS: on days of the week
 * @LAMP_REPEAT_MONTH_WEEKDAY: on the second Tuesday of a month, say
 * @LAMP_REPEAT_MONTH_DAY: on a day of the month
 *
 * How something repeats.
 */
typedef enum
{
  LAMP_REPEAT_ONCE = 0,
  LAMP_REPEAT_WEEKS,
  LAMP_REPEAT_MONTH_WEEKDAY,
  LAMP_REPEAT_MONTH_DAY,
} LampRepeatUnit;

/**
 * LampRepeatEnd:
 * @LAMP_REPEAT_NEVER_ENDS: it goes on
 * @LAMP_REPEAT_COUNT: after so many times
 * @LAMP_REPEAT_UNTIL: with a day
 *
 * When repeating ends.
 */
typedef enum
{
  LAMP_REPEAT_NEVER_ENDS = 0,
  LAMP_REPEAT_COUNT,
  LAMP_REPEAT_UNTIL,
} LampRepeatEnd;

/**
 * LampRepeat:
 * @unit: how it repeats
 * @interval: every so many weeks or months
 * @weekdays: the days of the week as bits, Monday first
 * @weekday: the day of the week within a month, 0 is Monday
 * @nth: which of them: 1 to 5, -1 for the last
 * @month_day: the day of the month: 1 to 31, -1 for the last
 * @end: when it ends
 * @count: how often, for [enum@RepeatEnd] COUNT
 * @until: the last day, for UNTIL
 *
 * A rule for repeating in the choices that a person is offered. All rules of RFC 5545 that say just this can be read
 * into it and written from it.
 */
typedef struct
{
  LampRepeatUnit unit;
  guint interval;
  guint weekdays;
  guint weekday;
  int nth;
  int month_day;
  LampRepeatEnd end;
  guint count;
  char until[sizeof "0000-00-00"];
} LampRepeat;

gboolean    lamp_repeat_parse            (const char       *rrule,
                                          const char       *starts_at,
                                          LampRepeat       *self);
char       *lamp_repeat_format           (const LampRepeat *self);
void        lamp_repeat_init             (LampRepeat       *self,
                                          const char       *starts_at);
char       *lamp_repeat_describe         (const char       *rrule,
                                          const char       *starts_at);
char       *lamp_repeat_end_rule         (const char       *rrule,
                                          const char       *until);
const char *lamp_weekday_get_name        (guint             weekday);

G_END_DECLS
