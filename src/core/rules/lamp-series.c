/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series.h"

#include <string.h>

#include "lamp-date.h"

/* Nobody meets less often than this; where the search for the next meeting ends. */
#define LONGEST_WAIT (5 * 366)

typedef struct
{
  char frequency;         /* D, W, M, or '\0' when the rule cannot be followed */
  guint interval;
  guint weekdays;         /* bits, Monday first; 0 for the weekday of the last meeting */
  gboolean by_month_day;
} Rule;

static guint
parse_weekdays (const char *list)
{
  static const char * const names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  guint days = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (list, names[i]) != NULL)
      days |= 1u << i;

  return days;
}

static Rule
parse_rule (const char *rrule,
            guint       weeks)
{
  g_auto (GStrv) parts = g_strsplit (rrule != NULL ? rrule : "", ";", -1);
  Rule rule = { .frequency = '\0', .interval = 1 };

  for (guint i = 0; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "FREQ="))
      rule.frequency = parts[i][5];
    else if (g_str_has_prefix (parts[i], "INTERVAL="))
      rule.interval = (guint) CLAMP (g_ascii_strtoll (parts[i] + 9, NULL, 10), 1, 520);
    else if (g_str_has_prefix (parts[i], "BYDAY="))
      rule.weekdays = parse_weekdays (parts[i] + 6);
    else if (g_str_has_prefix (parts[i], "BYMONTHDAY="))
      rule.by_month_day = TRUE;
  if (rule.frequency == '\0' || strchr ("DWM", rule.frequency) == NULL)
    return (Rule) { .frequency = 'W', .interval = MAX (weeks, 1) };

  return rule;
}

static guint
count_months (const GDate *date)
{
  return g_date_get_year (date) * 12u + (guint) g_date_get_month (date);
}

/* Weeks start on Monday, as RFC 5545 has it where WKST is not given. */
static guint
count_weeks (const GDate *date)
{
  return (g_date_get_julian (date) - 1) / 7;
}

static gboolean
falls_on (const Rule  *rule,
          const GDate *last,
          const GDate *day)
{
  guint weekday = 1u << (g_date_get_weekday (day) - 1);
  guint weekdays = rule->weekdays != 0 ? rule->weekdays : 1u << (g_date_get_weekday (last) - 1);

  if (rule->frequency == 'D')
    return (g_date_get_julian (day) - g_date_get_julian (last)) % rule->interval == 0;
  if (rule->frequency == 'W')
    return (weekday & weekdays) != 0 && (count_weeks (day) - count_weeks (last)) % rule->interval == 0;
  if ((count_months (day) - count_months (last)) % rule->interval != 0)
    return FALSE;
  if (rule->by_month_day)
    return g_date_get_day (day) == g_date_get_day (last);

  /* The second Tuesday of the month, say. */
  return (weekday & weekdays) != 0 && (g_date_get_day (day) - 1) / 7 == (g_date_get_day (last) - 1) / 7;
}

/**
 * lamp_series_get_next:
 * @rrule: (nullable): how a series repeats (RFC 5545: FREQ of days, weeks or months, INTERVAL, BYDAY, BYMONTHDAY)
 * @last: the wall time of the last meeting
 * @after: a date: the next meeting is later than this too
 * @weeks: the weeks between meetings where the rule does not say; 0 counts as 1
 *
 * Finds when a series meets next, at the same time of day.
 *
 * Returns: (transfer full) (nullable): the wall time, or %NULL when @last is none or no day can be found
 */
char *
lamp_series_get_next (const char *rrule,
                      const char *last,
                      const char *after,
                      guint       weeks)
{
  Rule rule = parse_rule (rrule, weeks);
  GDate from, day, earliest;

  if (!lamp_time_is_valid (last) || !lamp_date_parse (last, &from) || !lamp_date_parse (after, &earliest))
    return NULL;

  day = from;
  for (guint waited = 0; waited < LONGEST_WAIT || g_date_compare (&day, &earliest) <= 0; waited++)
    {
      g_date_add_days (&day, 1);
      if (!g_date_valid (&day) || g_date_get_year (&day) > 9999)
        return NULL;
      if (g_date_compare (&day, &earliest) > 0 && falls_on (&rule, &from, &day))
        {
          g_autofree char *date = lamp_date_format (&day);

          return g_strconcat (date, last + strlen ("0000-00-00"), NULL);
        }
    }

  return NULL;
}

/**
 * lamp_workday_after:
 * @date: a date
 *
 * Returns: (transfer full) (nullable): the next day from Monday to Friday
 */
char *
lamp_workday_after (const char *date)
{
  GDate day;

  if (!lamp_date_parse (date, &day))
    return NULL;
  do
    g_date_add_days (&day, 1);
  while (g_date_get_weekday (&day) >= G_DATE_SATURDAY);

  return lamp_date_format (&day);
}
