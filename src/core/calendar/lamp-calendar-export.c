/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-calendar-export.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "lamp-calendar-events.h"
#include "lamp-date.h"
#include "lamp-ical-zone.h"
#include "lamp-ical.h"

/* Meetings as a calendar file (RFC 5545). */

/**
 * Writer:
 * @zone: the zone of this machine
 * @id: what it is called, %NULL for UTC, which needs no description
 */
typedef struct
{
  GTimeZone *zone;
  char *id;
} Writer;

static ICalTime *
to_ical_time (Writer     *self,
              const char *wall)
{
  g_autofree char *text = g_strdup_printf ("%.4s%.2s%.2sT%.2s%.2s00%s", wall, wall + 5, wall + 8, wall + 11, wall + 14,
                                           self->id == NULL ? "Z" : "");

  return i_cal_time_new_from_string (text);
}

static void
add_time (Writer        *self,
          ICalComponent *event,
          ICalProperty  *property)
{
  if (self->id != NULL)
    i_cal_property_take_parameter (property, i_cal_parameter_new_tzid (self->id));
  i_cal_component_take_property (event, property);
}

/* The time of day at which the meeting ends, on the day the clocks change too. */
static char *
find_end (Writer                  *self,
          const LampCalendarEvent *event)
{
  const char *start = event->starts_at;
  g_autoptr (GDateTime) moment = g_date_time_new (self->zone, atoi (start), atoi (start + 5), atoi (start + 8),
                                                  atoi (start + 11), atoi (start + 14), 0);
  g_autoptr (GDateTime) end = moment != NULL ? g_date_time_add_minutes (moment, (int) event->minutes) : NULL;

  if (end == NULL)
    return lamp_time_from_minutes (lamp_time_to_minutes (start) + event->minutes);

  return g_date_time_format (end, "%Y-%m-%dT%H:%M");
}

static ICalTime *
parse_instant (const char *instant)
{
  gint64 usec = 0;

  lamp_instant_parse (instant, &usec);

  return i_cal_time_new_from_timet_with_zone ((time_t) (usec / G_USEC_PER_SEC), FALSE,
                                              i_cal_timezone_get_utc_timezone ());
}

/* A later version of an event replaces an earlier one by this number, which may only grow. */
static int
count_changes (const LampCalendarEvent *event)
{
  gint64 created = 0, modified = 0;

  lamp_instant_parse (event->created_at, &created);
  lamp_instant_parse (event->modified_at, &modified);

  return (int) CLAMP ((modified - created) / (60 * G_USEC_PER_SEC), 0, G_MAXINT32);
}

/* Text of one or several lines; other control characters have no place in a calendar. */
static char *
clean (const char *text)
{
  char *copy = g_strdup (text);
  char *to = copy;

  for (const char *from = copy; *from != '\0'; from++)
    if (*from == '\n' || !g_ascii_iscntrl (*from))
      *to++ = *from;
    else if (*from == '\t')
      *to++ = ' ';
  *to = '\0';

  return copy;
}

static void
add_texts (ICalComponent           *component,
           const LampCalendarEvent *event)
{
  g_autofree char *title = clean (event->title);
  g_autofree char *place = event->place != NULL ? clean (event->place) : NULL;
  g_autofree char *description = event->description != NULL ? clean (event->description) : NULL;

  i_cal_component_take_property (component, i_cal_property_new_summary (title));
  if (place != NULL)
    i_cal_component_take_property (component, i_cal_property_new_location (place));
  if (description != NULL)
    i_cal_component_take_property (component, i_cal_property_new_description (description));
}

static void
add_rule (Writer                  *self,
          ICalComponent           *component,
          const LampCalendarEvent *event)
{
  g_autoptr (ICalRecurrence) rule = event->rrule != NULL ? i_cal_recurrence_new_from_string (event->rrule) : NULL;

  if (rule != NULL)
    i_cal_component_take_property (component, i_cal_property_new_rrule (rule));
  for (guint i = 0; event->left_out != NULL && i < event->left_out->len; i++)
    {
      g_autoptr (ICalTime) time = to_ical_time (self, event->left_out->pdata[i]);

      add_time (self, component, i_cal_property_new_exdate (time));
    }
}

static ICalComponent *
write_event (Writer                  *self,
             const LampCalendarEvent *event)
{
  ICalComponent *component = i_cal_component_new_vevent ();
  g_autofree char *end = find_end (self, event);
  g_autoptr (ICalTime) starts = to_ical_time (self, event->starts_at);
  g_autoptr (ICalTime) ends = to_ical_time (self, end);
  g_autoptr (ICalTime) created = parse_instant (event->created_at);
  g_autoptr (ICalTime) modified = parse_instant (event->modified_at);

  i_cal_component_take_property (component, i_cal_property_new_uid (event->uid));
  i_cal_component_take_property (component, i_cal_property_new_dtstamp (modified));
  i_cal_component_take_property (component, i_cal_property_new_created (created));
  i_cal_component_take_property (component, i_cal_property_new_lastmodified (modified));
  i_cal_component_take_property (component, i_cal_property_new_sequence (count_changes (event)));
  add_time (self, component, i_cal_property_new_dtstart (starts));
  add_time (self, component, i_cal_property_new_dtend (ends));
  add_rule (self, component, event);
  add_texts (component, event);
  i_cal_component_take_property (component, i_cal_property_new_status (event->is_tentative ? I_CAL_STATUS_TENTATIVE
                                                                                           : I_CAL_STATUS_CONFIRMED));

  return component;
}

static void
add_zone (Writer        *self,
          ICalComponent *calendar,
          GPtrArray     *events)
{
  int first = 9999, last = 1;
  g_autofree char *text = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      int year = atoi (((const LampCalendarEvent *) events->pdata[i])->starts_at);

      first = MIN (first, year);
      last = MAX (last, year);
    }
  text = lamp_ical_zone_write (self->zone, first, last);
  i_cal_component_take_component (calendar, i_cal_component_new_from_string (text));
}

static char *
with_crlf (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_suffix (lines[i], "\r"))
      lines[i][strlen (lines[i]) - 1] = '\0';

  return g_strjoinv ("\r\n", lines);
}

/**
 * lamp_calendar_export:
 * @snapshot: all that the file knows
 * @id: the identifier of a meeting or a series
 * @today: from when on a series is asked about
 * @error: where to put an error
 *
 * Writes a meeting or a series as a calendar file, in the time zone of this machine. Titles and agendas leave the
 * house; people, goals, what is off the record and what was said do not.
 *
 * Returns: (transfer full) (nullable): the file, UTF-8 with CRLF
 */
char *
lamp_calendar_export (LampSnapshot  *snapshot,
                      const char    *id,
                      const char    *today,
                      GError       **error)
{
  g_autoptr (GPtrArray) events = lamp_calendar_list (snapshot, id, today, error);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *zone_id = lamp_ical_zone_dup_id (zone);
  g_autoptr (ICalComponent) calendar = NULL;
  g_autofree char *text = NULL;
  Writer self = { .zone = zone };

  if (events == NULL)
    return NULL;
  if (!g_str_equal (zone_id, "UTC") && !g_str_equal (zone_id, "Etc/UTC"))
    self.id = zone_id;
  calendar = i_cal_component_new_vcalendar ();
  i_cal_component_take_property (calendar, i_cal_property_new_version ("2.0"));
  i_cal_component_take_property (calendar, i_cal_property_new_prodid ("-//Lamplighter//Lamplighter//EN"));
  i_cal_component_take_property (calendar, i_cal_property_new_calscale ("GREGORIAN"));
  if (self.id != NULL)
    add_zone (&self, calendar, events);
  for (guint i = 0; i < events->len; i++)
    i_cal_component_take_component (calendar, write_event (&self, events->pdata[i]));
  text = i_cal_component_as_ical_string (calendar);
  i_cal_error_clear_errno ();

  return with_crlf (text);
}

static void
append_event (GString                 *text,
              const LampCalendarEvent *event)
{
  g_autofree char *when = lamp_time_dup_display (event->starts_at);
  g_autofree char *length = lamp_duration_format ((int) event->minutes);

  g_string_append_printf (text, "%s%s\n%s · %s", text->len > 0 ? "\n\n" : "", event->title, when, length);
  if (event->place != NULL)
    g_string_append_printf (text, " · %s", event->place);
  if (event->sentence != NULL)
    g_string_append_printf (text, "\n%s", event->sentence);
  for (guint i = 0; event->left_out != NULL && i < event->left_out->len; i++)
    {
      g_autofree char *day = lamp_date_dup_display (event->left_out->pdata[i]);

      // Translators: a day on which a meeting that repeats does not take place
      g_string_append_printf (text, C_("calendar", "\nNot on %s"), day);
    }
  if (event->description != NULL)
    g_string_append_printf (text, "\n%s", event->description);
  g_strchomp (text->str);
  text->len = strlen (text->str);
}

/**
 * lamp_calendar_preview:
 * @snapshot: all that the file knows
 * @id: the identifier of a meeting or a series
 * @today: from when on a series is asked about
 * @error: where to put an error
 *
 * Says in plain text all that [func@calendar_export] would give away.
 *
 * Returns: (transfer full) (nullable): lines
 */
char *
lamp_calendar_preview (LampSnapshot  *snapshot,
                       const char    *id,
                       const char    *today,
                       GError       **error)
{
  g_autoptr (GPtrArray) events = lamp_calendar_list (snapshot, id, today, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (events == NULL)
    return NULL;
  for (guint i = 0; i < events->len; i++)
    append_event (text, events->pdata[i]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lamp_calendar_dup_file_name:
 * @snapshot: all that the file knows
 * @id: the identifier of a meeting or a series
 *
 * Returns: (transfer full): a name for the file, "2026-11-24 Team meeting.ics"
 */
char *
lamp_calendar_dup_file_name (LampSnapshot *snapshot,
                             const char   *id)
{
  const LampRow *meeting = lamp_snapshot_find (snapshot, "meetings", id);
  const LampRow *row = meeting != NULL ? meeting : lamp_snapshot_find (snapshot, "series", id);
  g_autofree char *title = g_strdup (row != NULL ? lamp_row_get_title (row) : "");
  g_autofree char *short_title = NULL;

  g_strdelimit (title, "/\\:*?\"<>|\n\r\t", '-');
  short_title = g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 50));
  if (meeting == NULL)
    return g_strdup_printf ("%s.ics", *short_title != '\0' && *short_title != '.' ? short_title : "calendar");

  return g_strdup_printf ("%.10s %s.ics", lamp_row_get_text (meeting, "starts_at"), short_title);
}
