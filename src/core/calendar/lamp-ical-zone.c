/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-ical-zone.h"

#include <string.h>

/* A time zone as a calendar file describes it (RFC 5545, 3.6.5), from what GLib knows of it. libical describes one from
 * 1883 on in two hundred lines, to the second of local mean time, and names it after itself; calendars then take it for
 * a zone that they do not know. */

#define DAY (24 * 60 * 60)

/* How many years have to be alike for a change of the clocks to be a rule. */
#define YEARS_OF_A_RULE 10

typedef struct
{
  gint64 at;        /* seconds since 1970, UTC */
  int from;         /* seconds east of Greenwich */
  int to;
  gboolean is_dst;
  char *name;
  int month;        /* on the wall, before the change */
  int day;
  int weekday;      /* 0 is Monday */
  int days_left;    /* in the month */
  char time[sizeof "000000"];
} Change;

static void
change_free (Change *change)
{
  g_free (change->name);
  g_free (change);
}

static int
get_offset (GTimeZone *zone,
            gint64     at)
{
  return g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at));
}

/* The second at which the offset is another, which is between @before and @after. */
static gint64
find_second (GTimeZone *zone,
             gint64     before,
             gint64     after)
{
  int offset = get_offset (zone, before);

  while (after - before > 1)
    {
      gint64 middle = before + (after - before) / 2;

      if (get_offset (zone, middle) == offset)
        before = middle;
      else
        after = middle;
    }

  return after;
}

static Change *
make_change (GTimeZone *zone,
             gint64     at)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
  Change *change = g_new0 (Change, 1);
  g_autoptr (GDateTime) wall = NULL;

  change->at = at;
  change->from = get_offset (zone, at - 1);
  change->to = g_time_zone_get_offset (zone, interval);
  change->is_dst = g_time_zone_is_dst (zone, interval);
  change->name = g_strdup (g_time_zone_get_abbreviation (zone, interval));
  wall = g_date_time_new_from_unix_utc (at + change->from);
  change->month = g_date_time_get_month (wall);
  change->day = g_date_time_get_day_of_month (wall);
  change->weekday = g_date_time_get_day_of_week (wall) - 1;
  change->days_left = g_date_get_days_in_month ((GDateMonth) change->month, (GDateYear) g_date_time_get_year (wall))
                      - change->day;
  g_snprintf (change->time, sizeof change->time, "%02d%02d%02d", g_date_time_get_hour (wall) % 100,
              g_date_time_get_minute (wall) % 100, g_date_time_get_second (wall) % 100);

  return change;
}

static gint64
start_of_year (int year)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) start = g_date_time_new (utc, year, 1, 1, 0, 0, 0);

  return g_date_time_to_unix (start);
}

static GPtrArray *
list_changes (GTimeZone *zone,
              int        first_year,
              int        last_year)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  gint64 end = start_of_year (last_year + 1);

  for (gint64 at = start_of_year (first_year); at < end; at += DAY)
    if (get_offset (zone, at) != get_offset (zone, at + DAY))
      g_ptr_array_add (changes, make_change (zone, find_second (zone, at, at + DAY)));

  return changes;
}

/* Which of the weekdays of its month all of @changes are, every second one from @first on: 1 to 4, -1 for the last, 0
 * when they are not alike. */
static int
find_rule (GPtrArray *changes,
           guint      first)
{
  const Change *model = changes->pdata[first];
  gboolean is_last = TRUE;
  gboolean is_nth = (model->day - 1) / 7 < 4;

  for (guint i = first; i < changes->len; i += 2)
    {
      const Change *change = changes->pdata[i];

      if (change->month != model->month || change->weekday != model->weekday || strcmp (change->time, model->time) != 0
          || change->from != model->from || change->to != model->to || change->is_dst != model->is_dst)
        return 0;
      is_last = is_last && change->days_left < 7;
      is_nth = is_nth && (change->day - 1) / 7 == (model->day - 1) / 7;
    }

  return is_nth ? (model->day - 1) / 7 + 1 : is_last ? -1 : 0;
}

static void
append_offset (GString    *text,
               const char *name,
               int         seconds)
{
  int size = ABS (seconds);

  g_string_append_printf (text, "%s:%c%02d%02d", name, seconds < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0)
    g_string_append_printf (text, "%02d", size % 60);
  g_string_append (text, "\r\n");
}

static void
append_change (GString      *text,
               const Change *change,
               int           nth)
{
  static const char * const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  const char *kind = change->is_dst ? "DAYLIGHT" : "STANDARD";
  g_autoptr (GDateTime) wall = g_date_time_new_from_unix_utc (change->at + change->from);
  g_autofree char *start = g_date_time_format (wall, "%Y%m%dT%H%M%S");

  g_string_append_printf (text, "BEGIN:%s\r\nTZNAME:%s\r\n", kind, change->name);
  append_offset (text, "TZOFFSETFROM", change->from);
  append_offset (text, "TZOFFSETTO", change->to);
  g_string_append_printf (text, "DTSTART:%s\r\n", start);
  if (nth != 0)
    g_string_append_printf (text, "RRULE:FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s\r\n", change->month, nth,
                            weekdays[change->weekday]);
  g_string_append_printf (text, "END:%s\r\n", kind);
}

/* What holds before the first change. */
static void
append_beginning (GString   *text,
                  GTimeZone *zone,
                  gint64     at)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (at);
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
  Change change = {
    .at = at - g_time_zone_get_offset (zone, interval),
    .from = g_time_zone_get_offset (zone, interval),
    .to = g_time_zone_get_offset (zone, interval),
    .is_dst = g_time_zone_is_dst (zone, interval),
    .name = (char *) g_time_zone_get_abbreviation (zone, interval),
  };

  append_change (text, &change, 0);
}

/**
 * lamp_ical_zone_dup_id:
 * @zone: a time zone
 *
 * Returns: (transfer full): what a calendar calls it, such as "America/New_York"
 */
char *
lamp_ical_zone_dup_id (GTimeZone *zone)
{
  const char *id = g_time_zone_get_identifier (zone);

  if (id == NULL || *id == '\0' || *id == '/'
      || strspn (id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") != strlen (id))
    return g_strdup ("Local");

  return g_strdup (id);
}

/**
 * lamp_ical_zone_write:
 * @zone: a time zone
 * @first_year: the first year that is asked about
 * @last_year: the last one
 *
 * Describes a time zone as a VTIMEZONE. Where the clocks change by the same rule for ten years, as two rules; elsewhere
 * change by change, until ten years after the last year.
 *
 * Returns: (transfer full): the component, with CRLF
 */
char *
lamp_ical_zone_write (GTimeZone *zone,
                      int        first_year,
                      int        last_year)
{
  g_autofree char *id = lamp_ical_zone_dup_id (zone);
  g_autoptr (GPtrArray) changes = list_changes (zone, first_year - 1, MAX (last_year, first_year) + YEARS_OF_A_RULE);
  g_autoptr (GString) text = g_string_new ("BEGIN:VTIMEZONE\r\n");
  gboolean is_yearly = changes->len == 2u * (guint) (MAX (last_year, first_year) - first_year + YEARS_OF_A_RULE + 2);
  int rules[2] = { is_yearly ? find_rule (changes, 0) : 0, is_yearly ? find_rule (changes, 1) : 0 };

  g_string_append_printf (text, "TZID:%s\r\n", id);
  is_yearly = rules[0] != 0 && rules[1] != 0;
  if (!is_yearly)
    append_beginning (text, zone, start_of_year (first_year - 1));
  for (guint i = 0; i < (is_yearly ? 2 : changes->len); i++)
    append_change (text, changes->pdata[i], is_yearly ? rules[i] : 0);
  g_string_append (text, "END:VTIMEZONE\r\n");

  return g_string_free (g_steal_pointer (&text), FALSE);
}
