/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-dates.h"
#include "lamp-series-moves.h"

#define TODAY "2026-11-22"

/* A team meets on Tuesdays at 7:41; the district above it is closed from 21 December to 1 January. */
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
  lamp_snapshot_take (fixture->snapshot, row);

  return row;
}

static void
add_meeting (Fixture    *fixture,
             const char *id,
             const char *starts_at,
             const char *state)
{
  LampRow *row = add (fixture, "meetings", id);

  lamp_row_set_text (row, "series", "s");
  lamp_row_set_text (row, "starts_at", starts_at);
  lamp_row_set_integer (row, "minutes", 30);
  lamp_row_set_text (row, "state", state);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  LampRow *row;

  fixture->snapshot = lamp_snapshot_new ();
  add (fixture, "communities", "district");
  row = add (fixture, "communities", "team");
  lamp_row_set_text (row, "parent", "district");
  row = add (fixture, "closures", "k");
  lamp_row_set_text (row, "community", "district");
  lamp_row_set_text (row, "title", "Winter break");
  lamp_row_set_text (row, "starts_on", "2026-12-21");
  lamp_row_set_text (row, "ends_on", "2027-01-01");
  fixture->series = add (fixture, "series", "s");
  lamp_row_set_text (fixture->series, "community", "team");
  lamp_row_set_text (fixture->series, "title", "Tom & <b>Jerry</b>");
  lamp_row_set_text (fixture->series, "rrule", "FREQ=WEEKLY;BYDAY=TU");
  lamp_row_set_text (fixture->series, "starts_at", "2026-11-24T07:41");
  lamp_row_set_integer (fixture->series, "minutes", 44);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->snapshot);
}

/* "2026-12-15 m", with the meeting; "2026-12-22 -", closed; "2026-12-29" */
static char *
list (Fixture    *fixture,
      const char *from,
      const char *to)
{
  g_autoptr (GPtrArray) occurrences = lamp_series_occurrences (fixture->snapshot, fixture->series, from, to, 100, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (occurrences);
  for (guint i = 0; i < occurrences->len; i++)
    {
      LampOccurrence *occurrence = occurrences->pdata[i];

      g_string_append_printf (text, "%s%.10s%s", i > 0 ? ", " : "", occurrence->starts_at,
                              occurrence->closure != NULL ? " -" : "");
      if (occurrence->meeting != NULL)
        g_string_append_printf (text, " %s", lamp_row_get_id (occurrence->meeting));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_list (Fixture    *fixture,
             const char *from,
             const char *to,
             const char *expected)
{
  g_autofree char *text = list (fixture, from, to);

  g_assert_cmpstr (text, ==, expected);
}

static void
no_meeting_lands_on_a_holiday (Fixture       *fixture,
                               gconstpointer  data)
{
  assert_list (fixture, "2026-12-15", "2027-01-05", "2026-12-15, 2026-12-22 -, 2026-12-29 -, 2027-01-05");
}

static void
a_date_that_has_its_meeting_says_so (Fixture       *fixture,
                                     gconstpointer  data)
{
  add_meeting (fixture, "m1", "2026-11-24T07:41", "draft");
  add_meeting (fixture, "m2", "2026-12-08T15:30", "draft");
  assert_list (fixture, "2026-11-24", "2026-12-15", "2026-11-24 m1, 2026-12-01, 2026-12-08 m2, 2026-12-15");
}

static void
a_meeting_that_was_moved_stands_for_the_date_it_came_from (Fixture       *fixture,
                                                           gconstpointer  data)
{
  add_meeting (fixture, "moved", "2026-12-02T07:41", "draft");
  add_meeting (fixture, "extra", "2026-12-09T07:41", "draft");
  add_meeting (fixture, "own", "2026-12-08T07:41", "draft");
  /* From the holiday to the first day of school: it does not take the place of the meeting of that week. */
  add_meeting (fixture, "late", "2027-01-02T07:41", "draft");
  assert_list (fixture, "2026-11-30", "2026-12-31",
               "2026-12-01 moved, 2026-12-08 own, 2026-12-15, 2026-12-22 -, 2026-12-29 -");
  assert_list (fixture, "2027-01-05", "2027-01-05", "2027-01-05 late");
}

static void
a_limit_counts_from_the_first_day_asked_about (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (GPtrArray) two = lamp_series_occurrences (fixture->snapshot, fixture->series, "2027-01-06", "2030-01-01",
                                                       2, NULL);

  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpstr (((LampOccurrence *) two->pdata[1])->starts_at, ==, "2027-01-19T07:41");
}

static void
the_next_meeting_is_the_first_that_does_not_exist_yet (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autofree char *first = lamp_series_find_next (fixture->snapshot, fixture->series, TODAY, NULL);
  g_autofree char *second = NULL;
  g_autofree char *after = NULL;

  g_assert_cmpstr (first, ==, "2026-11-24T07:41");
  add_meeting (fixture, "m1", "2026-11-24T07:41", "draft");
  second = lamp_series_find_next (fixture->snapshot, fixture->series, TODAY, NULL);
  g_assert_cmpstr (second, ==, "2026-12-01T07:41");
  after = lamp_series_find_next (fixture->snapshot, fixture->series, "2026-12-16", NULL);
  g_assert_cmpstr (after, ==, "2027-01-05T07:41");
}

static void
a_series_that_has_ended_has_no_next_meeting (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  lamp_row_set_text (fixture->series, "rrule", "FREQ=WEEKLY;BYDAY=TU;COUNT=1");
  g_assert_null (lamp_series_find_next (fixture->snapshot, fixture->series, "2026-11-25", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOTHING);
  g_clear_error (&error);
  lamp_row_set_text (fixture->series, "rrule", "FREQ=SOMETIMES");
  g_assert_null (lamp_series_find_next (fixture->snapshot, fixture->series, "2026-11-25", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_RULE);
}

static void
assert_time (Fixture    *fixture,
             const char *until,
             const char *expected)
{
  LampSeriesTime time = lamp_series_sum_until (fixture->snapshot, fixture->series, TODAY, until);
  g_autofree char *sentence = lamp_series_time_describe (&time, until);

  g_assert_cmpstr (sentence, ==, expected);
}

static void
the_time_that_is_left_leaves_out_holidays (Fixture       *fixture,
                                           gconstpointer  data)
{
  assert_time (fixture, "2026-12-18", "4 meetings, 176 minutes until 18 Dec 2026");
  assert_time (fixture, "2027-01-04", "4 meetings, 176 minutes until 4 Jan 2027");
  assert_time (fixture, "2026-11-24", "1 meeting, 44 minutes until 24 Nov 2026");
  assert_time (fixture, "2026-11-23", "0 meetings, 0 minutes until 23 Nov 2026");
}

static void
the_time_that_is_left_counts_meetings_as_they_are (Fixture       *fixture,
                                                   gconstpointer  data)
{
  add_meeting (fixture, "held", "2026-11-22T07:41", "closed");
  add_meeting (fixture, "short", "2026-11-24T07:41", "draft");
  /* That of 1 December was called off: the last one stands behind it. */
  add_meeting (fixture, "later", "2026-12-08T07:41", "open");
  assert_time (fixture, "2026-12-18", "3 meetings, 104 minutes until 18 Dec 2026");
}

static void
a_series_that_is_only_being_thought_of_has_dates_too (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (LampRow) draft = lamp_row_copy (fixture->series);
  g_autoptr (GPtrArray) occurrences = NULL;

  lamp_row_unset (draft, "id");
  lamp_row_set_text (draft, "rrule", "FREQ=WEEKLY;BYDAY=MO");
  occurrences = lamp_series_occurrences (fixture->snapshot, draft, TODAY, "2026-12-31", 3, NULL);
  g_assert_cmpuint (occurrences->len, ==, 3);
  g_assert_cmpstr (((LampOccurrence *) occurrences->pdata[0])->starts_at, ==, "2026-11-30T07:41");
}

/* "m1 2026-11-25T08:00 44, " for each that moves when the series is as it is now */
static void
assert_moves (Fixture    *fixture,
              const char *expected)
{
  g_autoptr (GPtrArray) moves = lamp_series_plan_moves (fixture->snapshot, fixture->series, TODAY "T10:00", NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_nonnull (moves);
  for (guint i = 0; i < moves->len; i++)
    {
      const LampSeriesMove *move = moves->pdata[i];

      g_string_append_printf (text, "%s %s %d, ", lamp_row_get_id (move->meeting), move->starts_at,
                              (int) move->minutes);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
a_new_day_moves_each_draft_to_the_nearest_of_its_days (Fixture       *fixture,
                                                       gconstpointer  data)
{
  add_meeting (fixture, "m1", "2026-11-24T07:41", "draft");
  add_meeting (fixture, "m3", "2026-12-08T07:41", "draft");
  add_meeting (fixture, "m4", "2026-12-15T07:41", "draft");
  assert_moves (fixture, "m1 2026-11-24T07:41 44, m3 2026-12-08T07:41 44, m4 2026-12-15T07:41 44, ");
  lamp_row_set_integer (fixture->series, "minutes", 30);
  assert_moves (fixture, "");
  lamp_row_set_text (fixture->series, "rrule", "FREQ=WEEKLY;BYDAY=WE");
  lamp_row_set_text (fixture->series, "starts_at", "2026-11-25T08:00");
  assert_moves (fixture, "m1 2026-11-25T08:00 30, m3 2026-12-09T08:00 30, m4 2026-12-16T08:00 30, ");
  /* Never onto a holiday: the nearest Monday with school is taken, and each only once. */
  lamp_row_set_text (fixture->series, "rrule", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO");
  lamp_row_set_text (fixture->series, "starts_at", "2026-12-07T08:00");
  assert_moves (fixture, "m1 2026-12-07T08:00 30, m3 2027-01-04T08:00 30, ");
}

static void
only_drafts_to_come_without_an_outcome_may_move (Fixture       *fixture,
                                                 gconstpointer  data)
{
  LampRow *row;

  add_meeting (fixture, "past", "2026-11-17T07:41", "draft");
  add_meeting (fixture, "open", "2026-11-24T07:41", "open");
  add_meeting (fixture, "decided", "2026-12-01T07:41", "draft");
  add_meeting (fixture, "noted", "2026-12-08T07:41", "draft");
  add_meeting (fixture, "free", "2026-12-15T07:41", "draft");
  row = add (fixture, "decisions", "d");
  lamp_row_set_text (row, "meeting", "decided");
  row = add (fixture, "agenda_items", "i");
  lamp_row_set_text (row, "meeting", "noted");
  lamp_row_set_text (row, "outcome", "Agreed beforehand");
  lamp_row_set_text (fixture->series, "rrule", "FREQ=WEEKLY;BYDAY=TH");
  lamp_row_set_text (fixture->series, "starts_at", "2026-11-26T07:41");
  assert_moves (fixture, "free 2026-12-17T07:41 44, ");
}

static void
a_meeting_moves_no_further_than_a_month (Fixture       *fixture,
                                         gconstpointer  data)
{
  add_meeting (fixture, "m1", "2026-11-24T07:41", "draft");
  lamp_row_set_text (fixture->series, "starts_at", "2027-02-02T07:41");
  assert_moves (fixture, "");
}

#define ADD(name) g_test_add ("/series-dates/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (no_meeting_lands_on_a_holiday);
  ADD (a_date_that_has_its_meeting_says_so);
  ADD (a_meeting_that_was_moved_stands_for_the_date_it_came_from);
  ADD (a_limit_counts_from_the_first_day_asked_about);
  ADD (the_next_meeting_is_the_first_that_does_not_exist_yet);
  ADD (a_series_that_has_ended_has_no_next_meeting);
  ADD (the_time_that_is_left_leaves_out_holidays);
  ADD (the_time_that_is_left_counts_meetings_as_they_are);
  ADD (a_series_that_is_only_being_thought_of_has_dates_too);
  ADD (a_new_day_moves_each_draft_to_the_nearest_of_its_days);
  ADD (only_drafts_to_come_without_an_outcome_may_move);
  ADD (a_meeting_moves_no_further_than_a_month);

  return g_test_run ();
}
