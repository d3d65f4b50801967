/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-run.h"

#include "lamp-date.h"
#include "lamp-report.h"
#include "view-fixture.h"

#define SECOND G_GINT64_CONSTANT (1000000)

typedef struct
{
  Fixture file;
  LampMeetingRun *run;
  char *notice;
  guint n_changed;
  guint n_ticked;
  int item;
  int phase;
} RunFixture;

static void
on_notice (RunFixture *fixture,
           const char *message)
{
  g_set_str (&fixture->notice, message);
}

static void
on_changed (RunFixture *fixture)
{
  fixture->n_changed++;
}

static void
on_ticked (RunFixture *fixture)
{
  fixture->n_ticked++;
}

static void
on_item_changed (RunFixture *fixture,
                 int         index)
{
  fixture->item = index;
}

static void
on_phase_changed (RunFixture *fixture,
                  int         phase)
{
  fixture->phase = phase;
}

static void
listen (RunFixture *fixture)
{
  g_signal_connect_swapped (fixture->run, "changed", G_CALLBACK (on_changed), fixture);
  g_signal_connect_swapped (fixture->run, "ticked", G_CALLBACK (on_ticked), fixture);
  g_signal_connect_swapped (fixture->run, "item-changed", G_CALLBACK (on_item_changed), fixture);
  g_signal_connect_swapped (fixture->run, "phase-changed", G_CALLBACK (on_phase_changed), fixture);
}

static LampRecord *
find (RunFixture *fixture,
      const char *type,
      const char *id)
{
  return lamp_store_find (fixture->file.store, type, id);
}

static void
add_item (RunFixture *fixture,
          const char *id,
          const char *position,
          const char *title,
          const char *minutes,
          const char *is_protected)
{
  g_object_unref (fixture_add (&fixture->file, "agenda_items", id, "meeting", "m", "position", position, "title", title,
                               "kind", "work", "minutes", minutes, "protected", is_protected, NULL));
}

/* A meeting of 44 minutes that begins now. */
static void
set_up (RunFixture    *fixture,
        gconstpointer  data)
{
  g_autoptr (LampRecord) meeting = NULL;
  g_autofree char *now = NULL;

  fixture->item = fixture->phase = -1;
  fixture_open (&fixture->file);
  g_signal_connect_swapped (fixture->file.session, "notice", G_CALLBACK (on_notice), fixture);
  now = lamp_clock_dup_local_time (fixture->file.clock);
  g_object_unref (fixture_add (&fixture->file, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (&fixture->file, "people", "p", "name", "Tom & <b>Jerry</b>", NULL));
  g_object_unref (fixture_add (&fixture->file, "series", "s", "community", "team", "title", "Mondays", NULL));
  g_object_unref (fixture_add (&fixture->file, "meetings", "later", "community", "team", "series", "s", "title",
                               "Later", "starts_at", "2027-01-11T07:41", "minutes", "44", NULL));
  meeting = fixture_add (&fixture->file, "meetings", "m", "community", "team", "series", "s", "title", "Today",
                         "starts_at", now, "minutes", "44", "state", "open", NULL);
  add_item (fixture, "a", "0", "Check-in", "5", "false");
  add_item (fixture, "b", "1", "Feedback", "15", "false");
  add_item (fixture, "c", "2", "Planning", "19", "false");
  add_item (fixture, "d", "3", "Reflection", "5", "true");
  fixture->run = lamp_meeting_run_new (fixture->file.session, meeting);
  listen (fixture);
}

static void
tear_down (RunFixture    *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_data (fixture->file.session, fixture);
  g_assert_finalize_object (fixture->run);
  fixture_close (&fixture->file);
  g_free (fixture->notice);
}

static void
pass (RunFixture *fixture,
      gint64      seconds)
{
  lamp_clock_advance (fixture->file.clock, seconds * SECOND);
  lamp_meeting_run_step (fixture->run);
}

static LampRunFigures
look (RunFixture *fixture)
{
  LampRunFigures figures;

  lamp_meeting_run_look (fixture->run, &figures);

  return figures;
}

static int
get_spent (RunFixture *fixture,
           guint       index)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (fixture->run);
  LampRunPlace place;

  lamp_run_look_at_item (lamp_meeting_run_get_run (fixture->run), &moment, index, &place);

  return place.spent;
}

static void
assert_field (RunFixture *fixture,
              const char *type,
              const char *id,
              const char *field,
              const char *expected)
{
  g_autoptr (LampRecord) record = find (fixture, type, id);
  const LampValue *value = lamp_row_get (lamp_record_get_row (record), field);
  g_autofree char *number = NULL;

  if (value->kind == LAMP_VALUE_INTEGER)
    number = g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  g_assert_cmpstr (value->kind == LAMP_VALUE_TEXT ? value->text : number, ==, expected);
}

/* kill -9: the program is gone, the file stays as it was; and another is started @seconds later. */
static void
kill_and_reopen (RunFixture *fixture,
                 int         seconds)
{
  g_autofree char *path = g_strdup (lamp_store_get_path (fixture->file.store));
  g_autofree char *copy = g_strconcat (path, "-copy", NULL);
  g_autofree char *command = g_strdup_printf ("cp '%s' '%s'; cp '%s-wal' '%s-wal'", path, copy, path, copy);
  GError *error = NULL;

  g_assert_cmpint (system (command), ==, 0);
  g_signal_handlers_disconnect_by_data (fixture->file.session, fixture);
  g_assert_finalize_object (fixture->run);
  g_assert_finalize_object (fixture->file.session);
  g_assert_true (lamp_store_close (fixture->file.store, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (fixture->file.store);
  lamp_clock_advance (fixture->file.clock, seconds * SECOND);
  fixture->file.store = lamp_store_open (copy, LAMP_STORE_NONE, fixture->file.clock, &error);
  g_assert_no_error (error);
  fixture->file.session = lamp_session_new (fixture->file.store);
  g_signal_connect_swapped (fixture->file.session, "notice", G_CALLBACK (on_notice), fixture);
  fixture->run = lamp_meeting_run_resume (fixture->file.session);
  g_assert_nonnull (fixture->run);
  listen (fixture);
}

static void
nothing_is_written_before_it_starts (RunFixture    *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LampMeetingRun) none = lamp_meeting_run_resume (fixture->file.session);

  g_assert_null (none);
  pass (fixture, 1);
  g_assert_cmpuint (fixture->n_ticked, ==, 1);
  g_assert_cmpint (look (fixture).late, ==, 1);
  assert_field (fixture, "meetings", "m", "state", "open");
  g_assert_true (lamp_meeting_run_toggle (fixture->run));
  assert_field (fixture, "meetings", "m", "state", "in-progress");
  assert_field (fixture, "meetings", "m", "began_at", NULL);
}

static void
item_and_phase_are_told_once_and_apart (RunFixture    *fixture,
                                        gconstpointer  data)
{
  lamp_meeting_run_start (fixture->run);
  g_assert_cmpint (fixture->item, ==, -1);
  pass (fixture, 240);
  g_assert_cmpint (fixture->phase, ==, LAMP_RUN_ORANGE);
  fixture->phase = -1;
  pass (fixture, 1);
  g_assert_cmpint (fixture->phase, ==, -1);
  pass (fixture, 60);
  g_assert_cmpint (fixture->phase, ==, LAMP_RUN_PAST);
  fixture->phase = -1;
  lamp_meeting_run_next (fixture->run);
  g_assert_cmpint (fixture->item, ==, 1);
  g_assert_cmpint (fixture->phase, ==, -1);
  g_assert_cmpstr (lamp_record_get_title (lamp_meeting_run_get_item (fixture->run, 1)), ==, "Feedback");
  g_assert_null (lamp_meeting_run_get_item (fixture->run, -1));
}

static void
the_agenda_is_followed (RunFixture    *fixture,
                        gconstpointer  data)
{
  g_autoptr (LampRecord) item = find (fixture, "agenda_items", "a");
  LampEdit *edit;
  guint before;

  lamp_meeting_run_start (fixture->run);
  pass (fixture, 60);
  before = fixture->n_changed;
  edit = lamp_edit_new (fixture->file.store, "Change");
  lamp_edit_set_integer (edit, item, "minutes", 7);
  g_assert_true (lamp_session_commit (fixture->file.session, edit, NULL));
  g_assert_cmpuint (fixture->n_changed, ==, before + 1);
  g_assert_cmpint (look (fixture).allotted, ==, 420);
  lamp_session_delete (fixture->file.session, item);
  g_assert_cmpint (fixture->item, ==, 0);
  g_assert_cmpstr (lamp_record_get_title (lamp_meeting_run_get_item (fixture->run, 0)), ==, "Feedback");
  g_assert_cmpint (look (fixture).elapsed, ==, 60);
  fixture_undo (&fixture->file);
  g_assert_cmpint (get_spent (fixture, 0), ==, 60);
}

static void
another_meeting_cannot_be_started_meanwhile (RunFixture    *fixture,
                                             gconstpointer  data)
{
  g_autoptr (LampRecord) later = find (fixture, "meetings", "later");
  g_autoptr (LampMeetingRun) other = NULL;

  lamp_meeting_run_start (fixture->run);
  other = lamp_meeting_run_new (fixture->file.session, later);
  g_assert_cmpint (lamp_meeting_run_get_state (other), ==, LAMP_RUN_READY);
  g_assert_false (lamp_meeting_run_start (other));
  g_assert_cmpstr (fixture->notice, ==, "“Today” is still under way. Close it first.");
  assert_field (fixture, "meetings", "later", "state", "draft");
  g_assert_true (lamp_meeting_run_discard (fixture->run));
  g_assert_cmpint (lamp_meeting_run_get_state (fixture->run), ==, LAMP_RUN_READY);
  assert_field (fixture, "meetings", "m", "state", "open");
  g_assert_true (lamp_meeting_run_start (other));
}

static void
an_absence_can_be_left_out (RunFixture    *fixture,
                            gconstpointer  data)
{
  lamp_meeting_run_start (fixture->run);
  pass (fixture, 100);
  kill_and_reopen (fixture, 25);
  g_assert_cmpint (lamp_meeting_run_get_away (fixture->run), ==, 0);
  g_assert_cmpint (look (fixture).spent, ==, 125);
  pass (fixture, 5);
  kill_and_reopen (fixture, 120);
  g_assert_cmpint (lamp_meeting_run_get_away (fixture->run), ==, 120);
  g_assert_cmpint (look (fixture).spent, ==, 250);
  lamp_meeting_run_answer_away (fixture->run, TRUE);
  g_assert_cmpint (lamp_meeting_run_get_away (fixture->run), ==, 0);
  g_assert_cmpint (look (fixture).spent, ==, 130);
  g_assert_cmpint (look (fixture).elapsed, ==, 250);
}

static void
what_is_garbled_is_told_and_not_taken_for_a_meeting (RunFixture    *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (LampMeetingRun) none = NULL;
  GError *error = NULL;

  lamp_store_set_local (fixture->file.store, "run", "{\"format\": \"something\"}", &error);
  g_assert_no_error (error);
  none = lamp_meeting_run_resume (fixture->file.session);
  g_assert_null (none);
  g_assert_nonnull (fixture->notice);
  g_assert_true (lamp_meeting_run_start (fixture->run));
}

/* The window opens another file while the meeting is still held by something. */
static void
a_file_that_was_closed_is_told_once (RunFixture    *fixture,
                                     gconstpointer  data)
{
  GError *error = NULL;

  lamp_meeting_run_start (fixture->run);
  g_assert_true (lamp_store_close (fixture->file.store, &error));
  pass (fixture, 6);
  g_assert_nonnull (fixture->notice);
  g_clear_pointer (&fixture->notice, g_free);
  pass (fixture, 6);
  g_assert_null (fixture->notice);
  g_assert_cmpint (look (fixture).spent, ==, 12);
}

static void
closing_is_one_step_and_undoing_it_goes_on (RunFixture    *fixture,
                                            gconstpointer  data)
{
  g_autoptr (LampRecord) meeting = find (fixture, "meetings", "m");
  g_autofree char *text = NULL;

  lamp_meeting_run_start (fixture->run);
  pass (fixture, 301);
  lamp_meeting_run_next (fixture->run);
  pass (fixture, 42);
  lamp_meeting_run_add_turns (fixture->run, "p", 2);
  lamp_meeting_run_add_turns (fixture->run, "Tom & <b>Jerry</b>", 1);
  g_assert_true (lamp_meeting_run_close (fixture->run, TRUE));
  g_assert_cmpint (lamp_meeting_run_get_state (fixture->run), ==, LAMP_RUN_OVER);
  assert_field (fixture, "meetings", "m", "state", "closed");
  assert_field (fixture, "meetings", "m", "voices", "{\"Tom & <b>Jerry</b>\":2,\"Tom & <b>Jerry</b> (2)\":1}");
  assert_field (fixture, "agenda_items", "a", "spent_seconds", "301");
  assert_field (fixture, "agenda_items", "a", "state", "discussed");
  assert_field (fixture, "agenda_items", "b", "spent_seconds", "42");
  assert_field (fixture, "agenda_items", "b", "state", "discussed");
  assert_field (fixture, "agenda_items", "c", "state", "planned");
  g_assert_null (lamp_meeting_run_resume (fixture->file.session));
  text = lamp_store_dup_local (fixture->file.store, "run", NULL);
  g_assert_null (strstr (text, "Jerry"));
  pass (fixture, 10);
  fixture_undo (&fixture->file);
  assert_field (fixture, "meetings", "m", "voices", NULL);
  g_assert_cmpint (lamp_meeting_run_get_state (fixture->run), ==, LAMP_RUN_PAUSED);
  g_assert_cmpint (look (fixture).spent, ==, 42);
  g_assert_true (lamp_store_redo (fixture->file.store, NULL, NULL));
  g_assert_cmpint (lamp_meeting_run_get_state (fixture->run), ==, LAMP_RUN_OVER);
}

static void
a_meeting_is_opened_again_until_a_later_one_is_closed (RunFixture    *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (LampRecord) meeting = find (fixture, "meetings", "m");
  g_autoptr (LampRecord) later = find (fixture, "meetings", "later");
  g_autoptr (LampMeetingRun) again = NULL;
  LampEdit *edit;
  GError *error = NULL;

  g_assert_false (lamp_meeting_can_reopen (fixture->file.session, meeting));
  lamp_meeting_run_start (fixture->run);
  pass (fixture, 100);
  lamp_meeting_run_close (fixture->run, FALSE);
  /* Another meeting was run since, so that only the records are left. */
  lamp_store_set_local (fixture->file.store, "run", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lamp_meeting_reopen (fixture->file.session, meeting));
  again = lamp_meeting_run_new (fixture->file.session, meeting);
  g_assert_cmpint (lamp_meeting_run_get_state (again), ==, LAMP_RUN_PAUSED);
  g_assert_cmpint (get_spent (fixture, 0), ==, 100);
  g_assert_true (lamp_meeting_run_close (again, FALSE));
  assert_field (fixture, "agenda_items", "a", "spent_seconds", "100");
  edit = lamp_edit_new (fixture->file.store, "Close");
  lamp_edit_set_text (edit, later, "state", "closed");
  lamp_session_commit (fixture->file.session, edit, NULL);
  g_assert_false (lamp_meeting_reopen (fixture->file.session, meeting));
  g_assert_nonnull (fixture->notice);
}

static void
assert_timing (RunFixture *fixture,
               const char *expected)
{
  g_autoptr (LampSnapshot) snapshot = NULL;
  GError *error = NULL;
  g_autofree char *text = NULL;

  snapshot = lamp_store_snapshot (fixture->file.store, &error);
  g_assert_no_error (error);
  text = lamp_report_meeting (snapshot, "m", LAMP_REPORT_TIMING, LAMP_REPORT_TEXT, &error);
  g_assert_no_error (error);
  if (strstr (text, expected) == NULL)
    g_error ("the timing report does not say\n%s\nbut\n%s", expected, text);
}

/* The whole of a meeting: begun late, over its time twice, paused, skipped, gone back, with the wall clock changed, the
 * laptop asleep, the program killed and the battery dead; to the second. */
static void
a_whole_meeting_is_timed_to_the_second (RunFixture    *fixture,
                                        gconstpointer  data)
{
  gint64 planned = lamp_clock_get_utc (fixture->file.clock);
  gint64 began, ended, told;
  g_autoptr (LampRecord) meeting = NULL;

  pass (fixture, 130);                                /* late */
  g_assert_true (lamp_meeting_run_toggle (fixture->run));
  began = lamp_clock_get_utc (fixture->file.clock);
  pass (fixture, 300);
  pass (fixture, 47);                                 /* over, once */
  g_assert_cmpint (look (fixture).phase, ==, LAMP_RUN_PAST);
  lamp_meeting_run_next (fixture->run);               /* check-in 347 */
  pass (fixture, 200);
  lamp_meeting_run_toggle (fixture->run);             /* paused */
  pass (fixture, 90);
  lamp_meeting_run_toggle (fixture->run);
  pass (fixture, 31);
  lamp_meeting_run_back (fixture->run);               /* feedback 231 */
  pass (fixture, 13);
  lamp_meeting_run_next (fixture->run);               /* check-in 360 */
  lamp_clock_set_utc (fixture->file.clock, began - 3600 * SECOND);
  pass (fixture, 100);                                /* feedback 331; the wall was set back by an hour */
  lamp_clock_set_utc (fixture->file.clock, began + 937 * SECOND);
  pass (fixture, 59);                                 /* feedback 390 */
  lamp_clock_advance (fixture->file.clock, 600 * SECOND); /* asleep; nothing ticked */
  pass (fixture, 1);                                  /* feedback 991 */
  g_assert_cmpint (look (fixture).phase, ==, LAMP_RUN_PAST);
  kill_and_reopen (fixture, 20);                      /* feedback 1011 */
  g_assert_cmpint (look (fixture).current, ==, 1);
  g_assert_cmpint (look (fixture).spent, ==, 1011);
  lamp_meeting_run_next (fixture->run);
  pass (fixture, 9);
  lamp_meeting_run_skip (fixture->run);               /* planning 9, not discussed */
  pass (fixture, 7);
  lamp_clock_reboot (fixture->file.clock, 33 * SECOND); /* the battery: reflection 7 + 33 */
  kill_and_reopen (fixture, 0);
  g_assert_cmpint (look (fixture).spent, ==, 40);
  pass (fixture, 11);
  g_assert_true (lamp_meeting_run_close (fixture->run, FALSE));

  assert_field (fixture, "agenda_items", "a", "spent_seconds", "360");
  assert_field (fixture, "agenda_items", "b", "spent_seconds", "1011");
  assert_field (fixture, "agenda_items", "c", "spent_seconds", "9");
  assert_field (fixture, "agenda_items", "d", "spent_seconds", "51");
  assert_field (fixture, "agenda_items", "c", "state", "planned");
  assert_field (fixture, "agenda_items", "d", "state", "discussed");
  meeting = find (fixture, "meetings", "m");
  g_assert_true (lamp_instant_parse (lamp_record_get_text (meeting, "began_at"), &told));
  g_assert_cmpint (told, ==, began);
  g_assert_cmpint (told - planned, ==, 130 * SECOND);
  g_assert_true (lamp_instant_parse (lamp_record_get_text (meeting, "ended_at"), &ended));
  g_assert_cmpint (ended - told, ==, (360 + 1011 + 9 + 51 + 90) * SECOND);
  assert_timing (fixture, "2 minutes late");
  assert_timing (fixture, "6:00");
  assert_timing (fixture, "16:51");
  assert_timing (fixture, "0:09");
  assert_timing (fixture, "0:51");
  assert_timing (fixture, "23:51");
}

#define ADD(test) g_test_add ("/meeting-run/" #test, RunFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  ADD (nothing_is_written_before_it_starts);
  ADD (item_and_phase_are_told_once_and_apart);
  ADD (the_agenda_is_followed);
  ADD (another_meeting_cannot_be_started_meanwhile);
  ADD (an_absence_can_be_left_out);
  ADD (what_is_garbled_is_told_and_not_taken_for_a_meeting);
  ADD (a_file_that_was_closed_is_told_once);
  ADD (closing_is_one_step_and_undoing_it_goes_on);
  ADD (a_meeting_is_opened_again_until_a_later_one_is_closed);
  ADD (a_whole_meeting_is_timed_to_the_second);

  return g_test_run ();
}
