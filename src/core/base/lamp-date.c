/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Dates, wall times and instants travel as the texts of the exchange format; these functions are the only ones
 * that know their shape. The calendar itself is GLib's. */

/* Matches @text against @shape, in which '0' stands for a digit and anything else for itself. */
static gboolean
has_shape (const char *text,
           const char *shape)
{
  gsize length = strlen (shape);

  if (text == NULL || strlen (text) != length)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;

  return TRUE;
}

static int
digits (const char *text,
        gsize       count)
{
  int value = 0;

  for (gsize i = 0; i < count; i++)
    value = value * 10 + (text[i] - '0');

  return value;
}

static gboolean
is_calendar_day (const char *text)
{
  int year = digits (text, 4);

  return year > 0 && g_date_valid_dmy (digits (text + 8, 2), digits (text + 5, 2), year);
}

/**
 * lamp_date_is_valid:
 * @text: (nullable): a text
 *
 * Returns: whether @text is a day of the calendar written "YYYY-MM-DD"
 */
gboolean
lamp_date_is_valid (const char *text)
{
  return has_shape (text, "0000-00-00") && is_calendar_day (text);
}

/**
 * lamp_date_parse:
 * @text: (nullable): a date or wall time as text; only its day counts
 * @date: (out caller-allocates): where to put the day
 *
 * Returns: whether @text was a date
 */
gboolean
lamp_date_parse (const char *text,
                 GDate      *date)
{
  g_autofree char *day = g_strndup (text != NULL ? text : "", 10);

  g_date_clear (date, 1);
  if (!lamp_date_is_valid (day))
    return FALSE;
  g_date_set_dmy (date, digits (day + 8, 2), digits (day + 5, 2), digits (day, 4));

  return TRUE;
}

/**
 * lamp_date_format:
 * @date: a valid date
 *
 * Returns: (transfer full): @date as "YYYY-MM-DD"
 */
char *
lamp_date_format (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (date), g_date_get_month (date), g_date_get_day (date));
}

/**
 * lamp_date_add_days:
 * @text: a date
 * @days: how many days later; negative for earlier
 *
 * Returns: (transfer full) (nullable): the other date, or %NULL if @text is no date or the result leaves the calendar
 */
char *
lamp_date_add_days (const char *text,
                    int         days)
{
  GDate date;
  gint64 julian;

  if (!lamp_date_parse (text, &date))
    return NULL;
  julian = (gint64) g_date_get_julian (&date) + days;
  if (julian < 1 || julian > 3652059) /* 0001-01-01 to 9999-12-31 */
    return NULL;
  g_date_set_julian (&date, (guint32) julian);

  return lamp_date_format (&date);
}

/**
 * lamp_date_days_between:
 * @from: a date or wall time
 * @to: a date or wall time
 *
 * Returns: the days from @from to @to, negative when @to is earlier, 0 when one of them is no date
 */
int
lamp_date_days_between (const char *from,
                        const char *to)
{
  GDate a, b;

  if (!lamp_date_parse (from, &a) || !lamp_date_parse (to, &b))
    return 0;

  return g_date_days_between (&a, &b);
}

static char *
format_local (const char *text,
              const char *format)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;
  GDate date;
  gint64 minutes = lamp_time_is_valid (text) ? lamp_time_to_minutes (text) : 0;

  if (!lamp_date_parse (text, &date))
    return g_strdup ("");
  moment = g_date_time_new (zone, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date),
                            (int) (minutes / 60 % 24), (int) (minutes % 60), 0);

  return g_date_time_format (moment, format);
}

/**
 * lamp_date_dup_display:
 * @text: (nullable): a date or wall time
 *
 * Returns: (transfer full): its day as a person reads it, such as "22 Nov 2026"; empty when @text is no date
 */
char *
lamp_date_dup_display (const char *text)
{
  /* Translators: a day, as g_date_time_format() takes it: 22 Nov 2026 */
  return format_local (text, C_("date format", "%-d %b %Y"));
}

/**
 * lamp_time_is_valid:
 * @text: (nullable): a text
 *
 * Returns: whether @text is a wall time written "YYYY-MM-DDTHH:MM"
 */
gboolean
lamp_time_is_valid (const char *text)
{
  return has_shape (text, "0000-00-00T00:00") && is_calendar_day (text)
         && digits (text + 11, 2) < 24 && digits (text + 14, 2) < 60;
}

/**
 * lamp_time_to_minutes:
 * @text: a valid wall time
 *
 * Places a wall time on a line of minutes, so that times can be compared and moved. No time zone takes part: a
 * meeting at 7:41 is at 7:41 on the day the clocks change too.
 *
 * Returns: minutes since midnight of the day before 0001-01-01
 */
gint64
lamp_time_to_minutes (const char *text)
{
  GDate date;

  if (!lamp_date_parse (text, &date))
    return 0;

  return (gint64) g_date_get_julian (&date) * 1440 + digits (text + 11, 2) * 60 + digits (text + 14, 2);
}

/**
 * lamp_time_from_minutes:
 * @minutes: a place on the line of [func@time_to_minutes]
 *
 * Returns: (transfer full): the wall time as "YYYY-MM-DDTHH:MM"
 */
char *
lamp_time_from_minutes (gint64 minutes)
{
  GDate date;
  g_autofree char *day = NULL;

  g_return_val_if_fail (minutes >= 1440 && minutes / 1440 <= 3652059, NULL);

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) (minutes / 1440));
  day = lamp_date_format (&date);

  return g_strdup_printf ("%sT%02d:%02d", day, (int) (minutes % 1440 / 60), (int) (minutes % 60));
}

/**
 * lamp_time_dup_display:
 * @text: (nullable): a wall time
 *
 * Returns: (transfer full): day and time as a person reads them, such as "Sun 22 Nov 2026, 07:41"; empty when @text
 *   is no wall time
 */
char *
lamp_time_dup_display (const char *text)
{
  /* Translators: a day and a time, as g_date_time_format() takes them: Sun 22 Nov 2026, 07:41 */
  return lamp_time_is_valid (text) ? format_local (text, C_("date format", "%a %-d %b %Y, %H:%M")) : g_strdup ("");
}

/**
 * lamp_clock_time_dup_display:
 * @text: (nullable): a wall time
 *
 * Returns: (transfer full): only its hour and minute, such as "07:41"; empty when @text is no wall time
 */
char *
lamp_clock_time_dup_display (const char *text)
{
  return lamp_time_is_valid (text) ? format_local (text, C_("date format", "%H:%M")) : g_strdup ("");
}

/**
 * lamp_instant_is_canonical:
 * @text: (nullable): a text
 *
 * Tells at a glance what is usual, so that half a million records need not go through the calendar for it.
 *
 * Returns: whether @text is an instant as [func@instant_format] writes it, in UTC with milliseconds
 */
gboolean
lamp_instant_is_canonical (const char *text)
{
  return has_shape (text, "0000-00-00T00:00:00.000Z") && is_calendar_day (text)
         && digits (text + 11, 2) < 24 && digits (text + 14, 2) < 60 && digits (text + 17, 2) < 60;
}

/**
 * lamp_instant_parse:
 * @text: (nullable): a text
 * @utc_usec: (out) (optional): microseconds since 1970-01-01 00:00 UTC
 *
 * Reads an RFC 3339 date-time with its offset.
 *
 * Returns: whether @text was one
 */
gboolean
lamp_instant_parse (const char *text,
                    gint64     *utc_usec)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *head = NULL;

  if (text == NULL || strlen (text) < 20 || strlen (text) > 35)
    return FALSE;
  head = g_strndup (text, 19);
  if (!has_shape (head, "0000-00-00T00:00:00"))
    return FALSE;
  moment = g_date_time_new_from_iso8601 (text, NULL); /* without a zone: NULL, as RFC 3339 wants one */
  if (moment == NULL)
    return FALSE;
  if (utc_usec != NULL)
    *utc_usec = g_date_time_to_unix_usec (moment);

  return TRUE;
}

/**
 * lamp_instant_format:
 * @utc_usec: microseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full): RFC 3339 in UTC with milliseconds
 */
char *
lamp_instant_format (gint64 utc_usec)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc_usec (utc_usec);
  g_autofree char *head = g_date_time_format (moment, "%Y-%m-%dT%H:%M:%S");

  return g_strdup_printf ("%s.%03dZ", head, g_date_time_get_microsecond (moment) / 1000);
}

/**
 * lamp_duration_parse:
 * @text: (nullable): what a person typed: "90", "90m", "90 min", "1:30", "1.5h", "1 h 30"
 * @minutes: (out): whole minutes
 *
 * Reads a duration. A decimal comma is as good as a point.
 *
 * Returns: whether it was a duration between 0 and 1,440 minutes
 */
gboolean
lamp_duration_parse (const char *text,
                     int        *minutes)
{
  static const char *pattern = "^\\s*(?:(\\d{1,4})\\s*(?:m|min|mins|minutes)?|(\\d{1,2}):(\\d{2})"
                               "|(\\d{1,2}(?:[.,]\\d{1,3})?)\\s*(?:h|hr|hrs|hours?)(?:\\s*(\\d{1,2})\\s*(?:m|min)?)?)\\s*$";
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_auto (GStrv) part = NULL;
  double value;

  if (text == NULL || !g_regex_match (regex, text, 0, &match))
    return FALSE;
  part = g_match_info_fetch_all (match);
  if (part[1] != NULL && *part[1] != '\0')
    value = g_ascii_strtoll (part[1], NULL, 10);
  else if (part[2] != NULL && *part[2] != '\0')
    {
      gint64 rest = g_ascii_strtoll (part[3], NULL, 10);

      if (rest > 59)
        return FALSE;
      value = g_ascii_strtoll (part[2], NULL, 10) * 60 + rest;
    }
  else
    value = g_ascii_strtod (g_strdelimit (part[4], ",", '.'), NULL) * 60
            + (part[5] != NULL ? g_ascii_strtoll (part[5], NULL, 10) : 0);
  if (value > 1440)
    return FALSE;
  *minutes = (int) (value + 0.5);

  return TRUE;
}

/**
 * lamp_duration_format:
 * @minutes: minutes, 0 or more
 *
 * Returns: (transfer full): the duration as a person reads it, such as "44 min" or "1 h 15 min"
 */
char *
lamp_duration_format (int minutes)
{
  if (minutes < 60)
    return g_strdup_printf (C_("duration", "%d min"), minutes);
  if (minutes % 60 == 0)
    return g_strdup_printf (C_("duration", "%d h"), minutes / 60);

  return g_strdup_printf (C_("duration", "%d h %d min"), minutes / 60, minutes % 60);
}
