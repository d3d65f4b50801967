/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-repeat.h"

/* A rule for repeating as a sentence. Whole sentences are translated wherever a language may want other words or
 * another order. */

#define WORKDAYS 0x1f

/**
 * lamp_weekday_get_name:
 * @weekday: 0 for Monday
 *
 * Returns: (transfer none): its name, as it stands in a sentence
 */
const char *
lamp_weekday_get_name (guint weekday)
{
  static const char * const names[] = {
    NC_ ("weekday", "Monday"), NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"), NC_ ("weekday", "Thursday"),
    NC_ ("weekday", "Friday"), NC_ ("weekday", "Saturday"), NC_ ("weekday", "Sunday"),
  };

  g_return_val_if_fail (weekday < G_N_ELEMENTS (names), "");

  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", names[weekday]);
}

/* "Tuesday", "Tuesday and Thursday", "Monday, Tuesday and Thursday" */
static char *
list_weekdays (guint weekdays)
{
  char *list = NULL;

  for (guint i = 7; i-- > 0;)
    {
      g_autofree char *rest = g_steal_pointer (&list);
      gboolean is_last = (weekdays >> (i + 1)) == 0;
      gboolean is_last_but_one = !is_last && ((weekdays >> (i + 1)) & ((weekdays >> (i + 1)) - 1)) == 0;

      if ((weekdays & (1u << i)) == 0)
        list = g_steal_pointer (&rest);
      else if (is_last)
        list = g_strdup (lamp_weekday_get_name (i));
      else
        // Translators: days of the week: Tuesday and Thursday; and with more of them: Monday, Tuesday and Thursday
        list = g_strdup_printf (is_last_but_one ? C_("weekdays", "%s and %s") : C_("weekdays", "%s, %s"),
                                lamp_weekday_get_name (i), rest);
    }

  return list;
}

static char *
describe_weeks (const LampRepeat *self)
{
  g_autofree char *days = list_weekdays (self->weekdays);

  if (self->interval == 1 && self->weekdays == WORKDAYS)
    return g_strdup (_("Every day from Monday to Friday"));
  if (self->interval == 1)
    // Translators: how a series repeats; %s is a day of the week or several: Tuesday and Thursday
    return g_strdup_printf (_("Every %s"), days);
  if (self->interval == 2)
    return g_strdup_printf (_("Every second %s"), days);

  // Translators: how a series repeats; %s is a day of the week or several: Tuesday and Thursday
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Every %u week on %s", "Every %u weeks on %s", self->interval),
                          self->interval, days);
}

static char *
describe_nth (const LampRepeat *self)
{
  const char *weekday = lamp_weekday_get_name (self->weekday);

  switch (self->nth)
    {
    // Translators: on which day of a month a series meets; %s is a day of the week
    case 1: return g_strdup_printf (_("On the first %s of the month"), weekday);
    case 2: return g_strdup_printf (_("On the second %s of the month"), weekday);
    case 3: return g_strdup_printf (_("On the third %s of the month"), weekday);
    case 4: return g_strdup_printf (_("On the fourth %s of the month"), weekday);
    case 5: return g_strdup_printf (_("On the fifth %s of the month"), weekday);
    default: return g_strdup_printf (_("On the last %s of the month"), weekday);
    }
}

static char *
describe_months (const LampRepeat *self)
{
  g_autofree char *day = NULL;

  if (self->unit == LAMP_REPEAT_MONTH_WEEKDAY)
    day = describe_nth (self);
  else if (self->month_day < 0)
    day = g_strdup (_("On the last day of the month"));
  else
    day = g_strdup_printf (_("On day %d of the month"), self->month_day);
  if (self->interval == 1)
    return g_steal_pointer (&day);

  // Translators: how a series repeats: On the second Tuesday of the month, every 3 months
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, every %u month", "%s, every %u months", self->interval),
                          day, self->interval);
}

static char *
add_end (const LampRepeat *self,
         const char       *sentence)
{
  g_autofree char *until = self->end == LAMP_REPEAT_UNTIL ? lamp_date_dup_display (self->until) : NULL;

  if (self->end == LAMP_REPEAT_COUNT)
    // Translators: how a series repeats: Every Tuesday at 07:41, 10 times
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u time", "%s, %u times", self->count), sentence,
                            self->count);
  if (self->end == LAMP_REPEAT_UNTIL)
    // Translators: how a series repeats: Every Tuesday at 07:41, until 18 Dec 2026
    return g_strdup_printf (_("%s, until %s"), sentence, until);

  return g_strdup (sentence);
}

/**
 * lamp_repeat_describe:
 * @rrule: (nullable): a rule of RFC 5545
 * @starts_at: (nullable): the wall time of the first meeting
 *
 * Says how a series repeats, such as "Every second Tuesday at 07:41". A rule that has no sentence is shown as it
 * stands.
 *
 * Returns: (transfer full): the sentence, without a full stop
 */
char *
lamp_repeat_describe (const char *rrule,
                      const char *starts_at)
{
  g_autofree char *time = lamp_clock_time_dup_display (starts_at);
  g_autofree char *when = lamp_time_dup_display (starts_at);
  g_autofree char *days = NULL;
  g_autofree char *sentence = NULL;
  LampRepeat repeat;

  if (!lamp_repeat_parse (rrule, starts_at, &repeat))
    // Translators: %s is a rule for repeating of RFC 5545, such as FREQ=YEARLY;BYMONTH=9
    return g_strdup_printf (_("By the rule %s"), rrule);
  if (repeat.unit == LAMP_REPEAT_ONCE)
    return *when != '\0' ? g_strdup_printf (C_("repeat", "Once: %s"), when) : g_strdup (C_("repeat", "Once"));
  days = repeat.unit == LAMP_REPEAT_WEEKS ? describe_weeks (&repeat) : describe_months (&repeat);
  // Translators: days and a time: Every second Tuesday at 07:41
  sentence = *time != '\0' ? g_strdup_printf (C_("repeat", "%s at %s"), days, time) : g_steal_pointer (&days);

  return add_end (&repeat, sentence);
}
