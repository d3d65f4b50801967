/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-calendar-export.h"

#include <libical-glib/libical-glib.h>
#include <string.h>

#include "lamp-ical-zone.h"
#include "lamp-date.h"

#define TODAY "2026-10-20"
#define STAMP "2026-10-01T10:00:00.000Z"

/* A team in New York meets on Tuesdays at 7:41; it is closed on 24 November. The clocks go back on 1 November. */
typedef struct
{
  LampSnapshot *snapshot;
  LampRow *series;
} Fixture;

static LampRow *
add (Fixture    *fixture,
     const char *type,
     const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "created_at", STAMP);
  lamp_row_set_text (row, "modified_at", STAMP);
  lamp_snapshot_take (fixture->snapshot, row);

  return row;
}

static LampRow *
add_meeting (Fixture    *fixture,
             const char *id,
             const char *starts_at,
             const char *state)
{
  LampRow *row = add (fixture, "meetings", id);

  lamp_row_set_text (row, "community", "team");
  lamp_row_set_text (row, "series", "s");
  lamp_row_set_text (row, "title", "Tom & <b>Jerry</b>; a, b\\n");
  lamp_row_set_text (row, "starts_at", starts_at);
  lamp_row_set_integer (row, "minutes", 44);
  lamp_row_set_text (row, "state", state);

  return row;
}

static void
add_item (Fixture    *fixture,
          const char *meeting,
          int         position,
          const char *title,
          gboolean    off_record)
{
  LampRow *row = add (fixture, "agenda_items", title);

  lamp_row_set_text (row, "meeting", meeting);
  lamp_row_set_integer (row, "position", position);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_integer (row, "minutes", 10);
  lamp_row_set_integer (row, "off_record", off_record);
  lamp_row_set_text (row, "outcome", "What was said");
  lamp_row_set_text (row, "presenter", "p");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  LampRow *row;

  g_assert_true (g_setenv ("TZ", "America/New_York", TRUE));
  fixture->snapshot = lamp_snapshot_new ();
  add (fixture, "communities", "team");
  row = add (fixture, "people", "p");
  lamp_row_set_text (row, "name", "Ana Ruiz");
  lamp_row_set_text (row, "email", "ana@example.org");
  row = add (fixture, "closures", "k");
  lamp_row_set_text (row, "community", "team");
  lamp_row_set_text (row, "title", "Conference");
  lamp_row_set_text (row, "starts_on", "2026-11-24");
  fixture->series = add (fixture, "series", "s");
  lamp_row_set_text (fixture->series, "community", "team");
  lamp_row_set_text (fixture->series, "title", "Data team");
  lamp_row_set_text (fixture->series, "rrule", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261208T235959");
  lamp_row_set_text (fixture->series, "starts_at", "2026-09-01T07:41");
  lamp_row_set_integer (fixture->series, "minutes", 44);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->snapshot);
  g_assert_true (g_setenv ("TZ", "UTC", TRUE));
}

static char *
export (Fixture    *fixture,
        const char *id)
{
  g_autoptr (GError) error = NULL;
  char *text = lamp_calendar_export (fixture->snapshot, id, TODAY, &error);

  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (text, -1, NULL));

  return text;
}

static void
collect (ICalComponent *event,
         ICalTimeSpan  *span,
         void          *data)
{
  g_autoptr (GDateTime) start = g_date_time_new_from_unix_utc (i_cal_time_span_get_start (span));
  g_autofree char *text = g_date_time_format (start, "%Y%m%dT%H%MZ");
  gint64 length = i_cal_time_span_get_end (span) - i_cal_time_span_get_start (span);

  g_ptr_array_add (data, g_strdup_printf ("%s+%d", text, (int) (length / 60)));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* Every instant at which something begins, as libical's own parser and its own expansion of rules find it. */
static char *
read_back (const char *text)
{
  ICalComponent *calendar = i_cal_component_new_from_string (text);
  ICalTime *from = i_cal_time_new_from_string ("20260101T000000Z");
  ICalTime *to = i_cal_time_new_from_string ("20271231T000000Z");
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  ICalComponent *event;
  ICalComponent *next;

  g_assert_nonnull (calendar);
  g_assert_cmpint (i_cal_component_count_errors (calendar), ==, 0);
  for (event = i_cal_component_get_first_component (calendar, I_CAL_VEVENT_COMPONENT); event != NULL; event = next)
    {
      i_cal_component_foreach_recurrence (event, from, to, collect, found);
      g_object_unref (event);
      next = i_cal_component_get_next_component (calendar, I_CAL_VEVENT_COMPONENT);
    }
  g_object_unref (from);
  g_object_unref (to);
  g_object_unref (calendar);
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_add (found, NULL);

  return g_strjoinv (" ", (char **) found->pdata);
}

static void
a_series_reads_back_at_the_same_instants_when_the_clocks_change (Fixture       *fixture,
                                                                 gconstpointer  data)
{
  g_autofree char *text = export (fixture, "s");
  g_autofree char *times = read_back (text);

  g_assert_cmpstr (times, ==, "20261020T1141Z+44 20261027T1141Z+44 20261103T1241Z+44 20261110T1241Z+44 "
                              "20261117T1241Z+44 20261201T1241Z+44 20261208T1241Z+44");
}

static void
meetings_that_exist_leave_as_they_are_and_the_rest_by_the_rule (Fixture       *fixture,
                                                                gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *times = NULL;

  add_meeting (fixture, "m1", "2026-10-20T07:41", "open");
  add_meeting (fixture, "m3", "2026-11-04T15:30", "draft");
  text = export (fixture, "s");
  times = read_back (text);
  /* That of 27 October was called off, that of 3 November moved. */
  g_assert_cmpstr (times, ==, "20261020T1141Z+44 20261104T2030Z+44 20261110T1241Z+44 20261117T1241Z+44 "
                              "20261201T1241Z+44 20261208T1241Z+44");
  g_assert_nonnull (strstr (text, "UID:m1@lamplighter\r\n"));
  g_assert_nonnull (strstr (text, "UID:s@lamplighter\r\n"));
  g_assert_nonnull (strstr (text, "STATUS:CONFIRMED\r\n"));
}

static void
a_meeting_in_the_night_in_which_the_clocks_change_is_as_long_as_planned (Fixture       *fixture,
                                                                         gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *times = NULL;

  add_meeting (fixture, "m", "2026-03-08T01:30", "open");
  text = export (fixture, "m");
  times = read_back (text);
  g_assert_cmpstr (times, ==, "20260308T0630Z+44");
  g_assert_nonnull (strstr (text, "T031400"));
}

static void
text_is_escaped_and_folded (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  ICalComponent *calendar, *event;

  lamp_row_set_text (add_meeting (fixture, "m", "2026-11-03T07:41", "open"), "purpose",
                     "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich; dann, 日本語の会議\r\nEND:VEVENT");
  add_item (fixture, "m", 0, "BEGIN:VALARM\a", FALSE);
  text = export (fixture, "m");
  lines = g_strsplit (text, "\r\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_null (strchr (lines[i], '\n'));
      g_assert_null (strchr (lines[i], '\r'));
    }
  calendar = i_cal_component_new_from_string (text);
  event = i_cal_component_get_first_component (calendar, I_CAL_VEVENT_COMPONENT);
  g_assert_cmpstr (i_cal_component_get_summary (event), ==, "Tom & <b>Jerry</b>; a, b\\n");
  g_assert_cmpstr (i_cal_component_get_description (event), ==,
                   "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich; dann, 日本語の会議\nEND:VEVENT\n\n"
                   "07:41 BEGIN:VALARM (10 min)\n");
  g_assert_cmpint (i_cal_component_count_components (event, I_CAL_ANY_COMPONENT), ==, 0);
  g_object_unref (event);
  g_object_unref (calendar);
}

static void
what_is_private_stays_in_the_house (Fixture       *fixture,
                                    gconstpointer  data)
{
  static const char * const secrets[] = { "Ana", "ana@", "What was said", "Salary", "ORGANIZER", "ATTENDEE" };
  g_autofree char *text = NULL;
  g_autofree char *preview = NULL;

  add_meeting (fixture, "m", "2026-11-03T07:41", "closed");
  add_item (fixture, "m", 0, "Check-in", FALSE);
  add_item (fixture, "m", 1, "Salary of a colleague", TRUE);
  text = export (fixture, "m");
  preview = lamp_calendar_preview (fixture->snapshot, "m", TODAY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (secrets); i++)
    {
      g_assert_null (strstr (text, secrets[i]));
      g_assert_null (strstr (preview, secrets[i]));
    }
  g_assert_cmpstr (preview, ==, "Tom & <b>Jerry</b>; a, b\\n\nTue 3 Nov 2026, 07:41 · 44 min\n07:41 Check-in (10 min)\n"
                                "07:51 (off the record) (10 min)");
}

static void
a_second_file_replaces_the_first (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *later = NULL;

  add_meeting (fixture, "m", "2026-11-03T07:41", "open");
  add_item (fixture, "m", 0, "Check-in", FALSE);
  first = export (fixture, "m");
  same = export (fixture, "m");
  g_assert_cmpstr (first, ==, same);
  g_assert_nonnull (strstr (first, "SEQUENCE:0\r\n"));
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (fixture->snapshot, "agenda_items", "Check-in"), "modified_at",
                     "2026-10-01T10:07:00.000Z");
  later = export (fixture, "m");
  g_assert_nonnull (strstr (later, "SEQUENCE:7\r\n"));
}

static void
what_does_not_exist_or_has_ended_is_refused (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_calendar_export (fixture->snapshot, "nothing", TODAY, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lamp_calendar_export (fixture->snapshot, "s", "2027-01-01", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOTHING);
}

static void
a_file_name_has_no_slash (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autofree char *meeting = NULL;
  g_autofree char *series = NULL;

  lamp_row_set_text (add_meeting (fixture, "m", "2026-11-03T07:41", "open"), "title", "../Team/Meeting");
  lamp_row_set_text (fixture->series, "title", "..");
  meeting = lamp_calendar_dup_file_name (fixture->snapshot, "m");
  series = lamp_calendar_dup_file_name (fixture->snapshot, "s");
  g_assert_cmpstr (meeting, ==, "2026-11-03 ..-Team-Meeting.ics");
  g_assert_cmpstr (series, ==, "calendar.ics");
}

/* The description of a zone says at every instant what GLib says. */
static void
a_zone_is_described_rightly (void)
{
  static const char * const names[] = {
    "America/New_York", "Europe/Madrid", "Europe/Dublin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo",
    "Africa/Casablanca", "Asia/Gaza", "America/Santiago", "Pacific/Auckland", "Africa/Cairo", "America/Havana",
    "Asia/Beirut", "Asia/Tehran", "Pacific/Apia", "Antarctica/Troll", "Etc/GMT+5", "America/Nuuk",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (names[i]);
      g_autofree char *text = NULL;
      ICalComponent *component;
      ICalTimezone *described;

      if (zone == NULL)
        continue;
      text = lamp_ical_zone_write (zone, 2026, 2027);
      component = i_cal_component_new_from_string (text);
      described = i_cal_timezone_new ();
      g_assert_nonnull (component);
      g_assert_true (i_cal_timezone_set_component (described, component));
      for (guint round = 0; round < 400; round++)
        {
          /* 2026 to 2035 */
          gint64 at = 1767225600 + (gint64) g_test_rand_int_range (0, 10 * 365 * 24) * 3600 + 1800;
          int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, at);
          ICalTime *time = i_cal_time_new_from_timet_with_zone (at, FALSE, i_cal_timezone_get_utc_timezone ());
          int is_daylight;
          int offset = i_cal_timezone_get_utc_offset_of_utc_time (described, time, &is_daylight);

          if (offset != g_time_zone_get_offset (zone, interval))
            g_error ("%s at %" G_GINT64_FORMAT ": %d, not %d\n%s", names[i], at, offset,
                     g_time_zone_get_offset (zone, interval), text);
          g_object_unref (time);
        }
      g_object_unref (described);
      g_object_unref (component);
    }
}

static void
a_usual_zone_is_described_in_two_rules (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("America/New_York");
  g_autofree char *text = lamp_ical_zone_write (zone, 2026, 2026);

  g_assert_cmpstr (text, ==, "BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n"
                             "BEGIN:DAYLIGHT\r\nTZNAME:EDT\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\n"
                             "DTSTART:20250309T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT\r\n"
                             "BEGIN:STANDARD\r\nTZNAME:EST\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\n"
                             "DTSTART:20251102T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nEND:STANDARD\r\n"
                             "END:VTIMEZONE\r\n");
}

#define ADD(name) g_test_add ("/calendar-export/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (a_series_reads_back_at_the_same_instants_when_the_clocks_change);
  ADD (meetings_that_exist_leave_as_they_are_and_the_rest_by_the_rule);
  ADD (a_meeting_in_the_night_in_which_the_clocks_change_is_as_long_as_planned);
  ADD (text_is_escaped_and_folded);
  ADD (what_is_private_stays_in_the_house);
  ADD (a_second_file_replaces_the_first);
  ADD (what_does_not_exist_or_has_ended_is_refused);
  ADD (a_file_name_has_no_slash);
  g_test_add_func ("/calendar-export/a_zone_is_described_rightly", a_zone_is_described_rightly);
  g_test_add_func ("/calendar-export/a_usual_zone_is_described_in_two_rules", a_usual_zone_is_described_in_two_rules);

  return g_test_run ();
}
