/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-calendar-events.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-recurrence.h"
#include "lamp-repeat.h"
#include "lamp-series-dates.h"

/* A series leaves as its meetings, each an event of its own with its own name, and after the last of them as one event
 * that comes again. Each meeting has its own agenda and may have been moved, and has the same name when it is given
 * away alone: a calendar then knows it again. Changed occurrences of one event (RECURRENCE-ID) would have another
 * name alone than in their series, and calendars refuse them without it. */

#define USUAL_MINUTES 44
#define MOST_DATES 5000

/**
 * lamp_calendar_event_free:
 * @self: (nullable): an event
 *
 * Frees it.
 */
void
lamp_calendar_event_free (LampCalendarEvent *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->title);
  g_free (self->starts_at);
  g_free (self->place);
  g_free (self->description);
  g_free (self->created_at);
  g_free (self->modified_at);
  g_free (self->rrule);
  g_free (self->sentence);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_free (self);
}

/* Of what is off the record, only its time leaves the house. */
static char *
describe_agenda (const LampRow *meeting,
                 GPtrArray     *items)
{
  gint64 at = lamp_time_to_minutes (lamp_row_get_text (meeting, "starts_at"));
  g_autoptr (GString) text = g_string_new (lamp_row_get_text (meeting, "purpose"));

  if (text->len > 0 && items->len > 0)
    g_string_append (text, "\n\n");
  for (guint i = 0; i < items->len; i++)
    {
      const LampRow *item = items->pdata[i];
      g_autofree char *time = lamp_time_from_minutes (at);
      g_autofree char *clock = lamp_clock_time_dup_display (time);
      g_autofree char *length = lamp_duration_format ((int) lamp_row_get_integer (item, "minutes"));
      const char *title = lamp_row_get_integer (item, "off_record") ? C_("calendar", "(off the record)")
                                                                    : lamp_row_get_title (item);

      // Translators: a line of an agenda in a calendar: 07:41 Check-in (5 min)
      g_string_append_printf (text, C_("calendar", "%s %s (%s)"), clock, title, length);
      g_string_append_c (text, '\n');
      at += lamp_row_get_integer (item, "minutes");
    }

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
take_later (char       **modified_at,
            GPtrArray   *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (lamp_row_get_text (rows->pdata[i], "modified_at"), *modified_at) > 0)
      g_set_str (modified_at, lamp_row_get_text (rows->pdata[i], "modified_at"));
}

static LampCalendarEvent *
new_event (const LampRow *row,
           gint64         minutes)
{
  LampCalendarEvent *self = g_new0 (LampCalendarEvent, 1);

  self->uid = g_strconcat (lamp_row_get_id (row), "@lamplighter", NULL);
  self->title = g_strdup (lamp_row_get_title (row));
  self->starts_at = g_strdup (lamp_row_get_text (row, "starts_at"));
  self->minutes = minutes > 0 ? minutes : USUAL_MINUTES;
  self->created_at = g_strdup (lamp_row_get_text (row, "created_at"));
  self->modified_at = g_strdup (lamp_row_get_text (row, "modified_at"));

  return self;
}

static LampCalendarEvent *
make_meeting (LampSnapshot  *snapshot,
              const LampRow *meeting)
{
  g_autoptr (GPtrArray) items = lamp_snapshot_list_by (snapshot, "agenda_items", "meeting", lamp_row_get_id (meeting));
  LampCalendarEvent *self = new_event (meeting, lamp_row_get_integer (meeting, "minutes"));

  self->place = g_strdup (lamp_row_get_text (meeting, "place"));
  self->description = describe_agenda (meeting, items);
  self->is_tentative = lamp_row_is (meeting, "state", "draft");
  take_later (&self->modified_at, items);

  return self;
}

/* The days after the last meeting that exists, or from today on. */
static char *
find_rest (LampSnapshot  *snapshot,
           const LampRow *series,
           const char    *today)
{
  GPtrArray *meetings = lamp_snapshot_find_by (snapshot, "meetings", "series", lamp_row_get_id (series));
  const char *last = "";
  g_autofree char *next = NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (g_strcmp0 (lamp_row_get_text (meetings->pdata[i], "starts_at"), last) > 0)
      last = lamp_row_get_text (meetings->pdata[i], "starts_at");
  next = lamp_date_add_days (last, 1);

  return g_strdup (g_strcmp0 (next, today) > 0 ? next : today);
}

/* The last day of any closure: what there is to leave out is known until then. */
static const char *
find_last_closure (LampSnapshot *snapshot)
{
  GPtrArray *closures = lamp_snapshot_get (snapshot, "closures");
  const char *last = "0001-01-01";

  for (guint i = 0; i < closures->len; i++)
    {
      const char *day = lamp_row_get_text (closures->pdata[i],
                                           lamp_row_has (closures->pdata[i], "ends_on") ? "ends_on" : "starts_on");

      if (g_strcmp0 (day, last) > 0)
        last = day;
    }

  return last;
}

static gboolean
is_free (const LampOccurrence *occurrence)
{
  return occurrence->closure == NULL && occurrence->meeting == NULL;
}

static void
leave_out (LampCalendarEvent *self,
           LampSnapshot      *snapshot,
           const LampRow     *series)
{
  g_autoptr (GPtrArray) occurrences = lamp_series_occurrences (snapshot, series, self->starts_at,
                                                               find_last_closure (snapshot), MOST_DATES, NULL);

  self->left_out = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; occurrences != NULL && i < occurrences->len; i++)
    {
      LampOccurrence *occurrence = occurrences->pdata[i];

      if (!is_free (occurrence))
        g_ptr_array_add (self->left_out, g_strdup (occurrence->starts_at));
    }
}

static GDateTime *
parse_local (const char *time,
             int         second)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  gint64 minutes = lamp_time_to_minutes (time);
  GDate date;

  lamp_date_parse (time, &date);

  return g_date_time_new (zone, g_date_get_year (&date), (int) g_date_get_month (&date), g_date_get_day (&date),
                          (int) (minutes / 60 % 24), (int) (minutes % 60), second);
}

/* The rule from @start on. One that is bounded ends with the day of its last date, which a calendar wants to hear as a
 * time of the world. */
static char *
cut_rule (const LampRow *series,
          const char    *start)
{
  const char *rrule = lamp_row_get_text (series, "rrule");
  g_autoptr (LampRecurrence) recurrence = lamp_recurrence_new (rrule, lamp_row_get_text (series, "starts_at"), NULL);
  g_autoptr (GPtrArray) times = NULL;
  g_autofree char *open = NULL;
  g_autofree char *upper = g_ascii_strup (rrule, -1);
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autofree char *until = NULL;
  const char *rule = g_strstrip (upper);

  if (g_str_has_prefix (rule, "RRULE:"))
    rule += strlen ("RRULE:");
  if (lamp_recurrence_is_endless (recurrence))
    return g_strdup (rule);
  times = lamp_recurrence_list (recurrence, start, "9999-12-31", MOST_DATES);
  open = lamp_repeat_end_rule (rule, start);
  *g_strrstr (open, "UNTIL=") = '\0';
  local = parse_local (times->len > 0 ? times->pdata[times->len - 1] : start, 0);
  utc = g_date_time_to_utc (local);
  until = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  return g_strdup_printf ("%sUNTIL=%s", open, until);
}

/* (transfer full) (nullable): what comes after the meetings that exist, NULL when nothing does */
static LampCalendarEvent *
make_rest (LampSnapshot  *snapshot,
           const LampRow *series,
           const char    *today,
           GError       **error)
{
  g_autofree char *from = find_rest (snapshot, series, today);
  g_autofree char *start = lamp_series_find_next (snapshot, series, from, error);
  LampCalendarEvent *self;

  if (start == NULL)
    return NULL;
  self = new_event (series, lamp_row_get_integer (series, "minutes"));
  self->is_tentative = TRUE;
  g_set_str (&self->starts_at, start);
  take_later (&self->modified_at, lamp_snapshot_get (snapshot, "closures"));
  if (!lamp_row_has (series, "rrule"))
    return self;
  self->rrule = cut_rule (series, start);
  self->sentence = lamp_repeat_describe (lamp_row_get_text (series, "rrule"), start);
  leave_out (self, snapshot, series);

  return self;
}

static GPtrArray *
list_series (LampSnapshot  *snapshot,
             const LampRow *series,
             const char    *today,
             GError       **error)
{
  g_autoptr (GPtrArray) meetings = lamp_snapshot_list_by (snapshot, "meetings", "series", lamp_row_get_id (series));
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_calendar_event_free);
  g_autoptr (GError) reason = NULL;
  LampCalendarEvent *rest = make_rest (snapshot, series, today, &reason);

  for (guint i = 0; i < meetings->len; i++)
    g_ptr_array_add (events, make_meeting (snapshot, meetings->pdata[i]));
  if (rest != NULL)
    g_ptr_array_add (events, rest);
  if (events->len > 0)
    return g_steal_pointer (&events);
  g_propagate_error (error, g_steal_pointer (&reason));

  return NULL;
}

/**
 * lamp_calendar_list:
 * @snapshot: all that the file knows
 * @id: the identifier of a meeting or a series
 * @today: from when on a series is asked about
 * @error: where to put an error
 *
 * Lists what is to be given to a calendar.
 *
 * Returns: (transfer full) (nullable) (element-type LampCalendarEvent): at least one event
 */
GPtrArray *
lamp_calendar_list (LampSnapshot  *snapshot,
                    const char    *id,
                    const char    *today,
                    GError       **error)
{
  const LampRow *meeting = lamp_snapshot_find (snapshot, "meetings", id);
  const LampRow *series = lamp_snapshot_find (snapshot, "series", id);
  GPtrArray *events;

  if (meeting == NULL && series == NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no meeting and no series “%s”."), id);
      return NULL;
    }
  if (meeting == NULL)
    return list_series (snapshot, series, today, error);
  events = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_calendar_event_free);
  g_ptr_array_add (events, make_meeting (snapshot, meeting));

  return events;
}
