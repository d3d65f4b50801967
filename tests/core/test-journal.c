/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lamp-test-file.h"
#include "lamp-test-model.h"

static void
assert_dump (TestFile   *file,
             const char *expected)
{
  g_autofree char *dump = test_dump (file->path);

  g_assert_cmpstr (dump, ==, expected);
}

static void
assert_whole (TestFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = lamp_store_verify (file->store, &error);

  g_assert_no_error (error);
  if (wrong->len > 0)
    g_test_message ("%s", (const char *) wrong->pdata[0]);
  g_assert_cmpuint (wrong->len, ==, 0);
}

static TestFile *
file_with_a_tree (void)
{
  TestFile *file = test_file_new ();

  test_insert (file, test_community ("c"));
  test_insert (file, test_person ("p"));
  test_insert (file, test_membership ("m", "c", "p"));
  test_insert (file, test_goal ("g1", NULL));
  test_insert (file, test_goal ("g2", "g1"));
  test_insert (file, test_goal ("g3", "g2"));
  test_set (file, "goals", "g3", "owner", "p");

  return file;
}

static void
delete_undo_redo_three_times_over_says_the_same_across_restarts (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();
  g_autofree char *before = test_dump (file->path);
  g_autofree char *after = NULL;

  lamp_clock_advance (file->clock, G_USEC_PER_SEC);
  test_delete (file, "goals", "g1");
  after = test_dump (file->path);
  g_assert_cmpstr (before, !=, after);
  for (guint i = 0; i < 3; i++)
    {
      lamp_clock_advance (file->clock, 7 * G_USEC_PER_SEC);
      test_undo (file);
      assert_dump (file, before);
      test_file_reopen (file);
      test_redo (file);
      assert_dump (file, after);
      assert_whole (file);
      if (i == 1)
        test_file_reopen (file);
    }
}

static void
deleting_takes_along_what_cannot_stand_and_empties_the_rest (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();

  lamp_clock_advance (file->clock, G_USEC_PER_SEC);
  test_delete (file, "people", "p");
  test_assert_sql (file, "SELECT count(*) FROM memberships", "0");
  test_assert_sql (file, "SELECT owner, modified_at FROM goals WHERE id='g3'", "NULL|2026-11-22T10:00:01.000Z");
  test_assert_sql (file, "SELECT * FROM deleted ORDER BY type",
                   "memberships|m|2026-11-22T10:00:01.000Z\npeople|p|2026-11-22T10:00:01.000Z");
  test_delete (file, "communities", "c");
  test_assert_sql (file, "SELECT (SELECT count(*) FROM goals), (SELECT count(*) FROM deleted)", "0|6");
  assert_whole (file);
}

static void
a_record_that_comes_back_by_hand_gives_its_old_grave_back_to_undo (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();
  g_autofree char *deleted = NULL;

  test_delete (file, "goals", "g3");
  deleted = test_dump (file->path);
  lamp_clock_advance (file->clock, G_USEC_PER_SEC);
  test_insert (file, test_goal ("g3", NULL));
  test_assert_sql (file, "SELECT count(*) FROM deleted", "0");
  test_undo (file);
  assert_dump (file, deleted);
}

static void
a_later_change_has_a_later_time_even_when_the_clock_stands_or_goes_back (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();

  test_set (file, "goals", "g1", "why", "a");
  test_set (file, "goals", "g1", "why", "b");
  test_assert_sql (file, "SELECT created_at, modified_at FROM goals WHERE id='g1'",
                   "2026-11-22T10:00:00.000Z|2026-11-22T10:00:00.002Z");
  lamp_clock_advance (file->clock, -3600 * (gint64) G_USEC_PER_SEC);
  test_set (file, "goals", "g1", "why", "c");
  test_assert_sql (file, "SELECT modified_at FROM goals WHERE id='g1'", "2026-11-22T10:00:00.003Z");
  test_delete (file, "goals", "g1");
  test_assert_sql (file, "SELECT at FROM deleted", "2026-11-22T10:00:00.004Z");
}

static void
an_edit_that_changes_nothing_leaves_no_step (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();
  g_autofree char *before = test_dump (file->path);
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Nothing");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");
  g_autoptr (GPtrArray) history = NULL;

  test_undo (file);
  test_redo (file);
  lamp_edit_set_text (edit, goal, "title", "g1");
  lamp_edit_unset (edit, goal, "why");
  lamp_edit_replace (edit, lamp_row_copy (lamp_record_get_row (goal)));
  g_assert_true (lamp_edit_commit (edit, NULL));
  assert_dump (file, before);
  history = lamp_store_get_history (file->store, 0);
  g_assert_cmpuint (history->len, ==, 7);
}

static void
a_new_step_takes_the_place_of_those_undone (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  test_undo (file);
  test_undo (file);
  test_insert (file, test_goal ("g9", NULL));
  g_assert_false (lamp_store_redo (file->store, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOTHING);
  history = lamp_store_get_history (file->store, 0);
  g_assert_cmpuint (history->len, ==, 6);
  g_assert_cmpstr (((LampStep *) history->pdata[0])->label, ==, "Add");
  g_assert_cmpuint (((LampStep *) history->pdata[0])->n_changes, ==, 1);
  test_assert_sql (file, "SELECT count(*) FROM journal WHERE step NOT IN (SELECT step FROM history)", "0");
}

static void
an_undo_over_something_elses_change_stops_and_leaves_everything (void)
{
  static const char * const meddling[] = {
    "UPDATE goals SET title='other' WHERE id='g3'",
    "DELETE FROM goals WHERE id='g3'",
    "UPDATE goals SET modified_at='2030-01-01T00:00:00.000Z' WHERE id='g3'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (meddling); i++)
    {
      g_autoptr (TestFile) file = file_with_a_tree ();
      g_autofree char *ignored = NULL;
      g_autofree char *before = NULL;
      g_autoptr (GError) error = NULL;

      ignored = test_sql (file->path, meddling[i]);
      before = test_dump (file->path);
      g_assert_false (lamp_store_undo (file->store, NULL, &error));
      g_assert_error (error, LAMP_ERROR, LAMP_ERROR_CONFLICT);
      assert_dump (file, before);
    }
}

static void
an_undo_that_would_leave_a_reference_to_nothing_stops (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *before = NULL;
  g_autofree char *ignored = NULL;
  g_autoptr (GError) error = NULL;

  test_insert (file, test_community ("c"));
  ignored = test_sql (file->path, "INSERT INTO goals(id,community,level,title,created_at,modified_at) VALUES"
                                  "('x','c','team','x','2026-01-01T00:00:00.000Z','2026-01-01T00:00:00.000Z')");
  before = test_dump (file->path);
  g_assert_false (lamp_store_undo (file->store, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_CONFLICT);
  assert_dump (file, before);
}

static void
numbers_come_back_to_the_last_bit (void)
{
  g_autoptr (TestFile) file = file_with_a_tree ();

  for (guint i = 0; i < 100; i++)
    {
      union
      {
        guint64 bits;
        double real;
      } number = { .bits = (guint64) g_test_rand_int () << 32 | (guint32) g_test_rand_int () };
      g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Set");
      g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");
      g_autofree char *before = NULL;

      if (!isfinite (number.real))
        continue;
      lamp_edit_set_real (edit, goal, "target", number.real);
      lamp_edit_set_real (edit, goal, "baseline", i * 0.1);
      g_assert_true (lamp_edit_commit (edit, NULL));
      before = test_dump (file->path);
      test_delete (file, "goals", "g1");
      test_undo (file);
      g_clear_object (&goal);
      goal = lamp_store_find (file->store, "goals", "g1");
      g_assert_true (lamp_record_get_real (goal, "target") == number.real);
      g_assert_true (lamp_record_get_real (goal, "baseline") == i * 0.1);
    }
}

static void
the_history_keeps_a_thousand_steps (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GPtrArray) history = NULL;

  test_insert (file, test_community ("c"));
  for (guint i = 0; i < 1010; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      test_set (file, "communities", "c", "name", text);
    }
  history = lamp_store_get_history (file->store, 0);
  g_assert_cmpuint (history->len, ==, 1000);
  test_assert_sql (file, "SELECT count(DISTINCT step) FROM journal", "1000");
  test_assert_sql (file, "SELECT max(step) FROM history", "1011");
}

static void
the_history_keeps_64_megabytes (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *megabyte = g_strnfill (LAMP_LONG_TEXT_LIMIT, 'x');

  test_insert (file, test_community ("c"));
  for (guint i = 0; i < 350; i++)
    {
      megabyte[0] = (char) ('a' + i % 20);
      test_set (file, "communities", "c", "purpose", megabyte);
    }
  test_assert_sql (file, "SELECT sum(bytes) <= 67108864 AND sum(bytes) > 60000000 FROM history", "1");
  test_assert_sql (file, "SELECT sum(octet_length(before)+octet_length(after)) <= 67108864 FROM journal", "1");
  for (guint i = 0; i < 20; i++)
    test_undo (file);
  assert_whole (file);
}

static void
count (GObject *object,
       gpointer pspec,
       guint   *times)
{
  (*times)++;
}

static void
undo_says_what_it_would_do (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  guint can = 0, labels = 0;
  g_autofree char *undo_label = NULL, *redo_label = NULL, *said = NULL;
  gboolean can_undo, can_redo;

  g_signal_connect (file->store, "notify::can-undo", G_CALLBACK (count), &can);
  g_signal_connect (file->store, "notify::undo-label", G_CALLBACK (count), &labels);
  test_insert (file, test_community ("c"));
  test_insert (file, test_community ("d"));
  g_assert_cmpuint (can, ==, 1);
  g_assert_cmpuint (labels, ==, 1);
  test_set (file, "communities", "c", "name", "Other");
  g_assert_cmpuint (labels, ==, 2);
  g_assert_true (lamp_store_undo (file->store, &said, NULL));
  g_assert_cmpstr (said, ==, "Set");
  g_object_get (file->store, "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo_label, "redo-label",
                &redo_label, NULL);
  g_assert_true (can_undo && can_redo);
  g_assert_cmpstr (undo_label, ==, "Add");
  g_assert_cmpstr (redo_label, ==, "Set");
}

/* Random edits, undos, redos and restarts against a list of what the file said after each step. */
static void
any_sequence_of_edits_undos_and_redos_agrees_with_a_model (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (TestModel) model = test_model_new (file);
  guint turns = test_model_get_turns (150);

  for (guint i = 0; i < turns; i++)
    {
      test_model_step (model);
      if (i % 25 == 24)
        assert_whole (file);
    }
}

#define SENTENCE(function) g_test_add_func ("/journal/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (delete_undo_redo_three_times_over_says_the_same_across_restarts);
  SENTENCE (deleting_takes_along_what_cannot_stand_and_empties_the_rest);
  SENTENCE (a_record_that_comes_back_by_hand_gives_its_old_grave_back_to_undo);
  SENTENCE (a_later_change_has_a_later_time_even_when_the_clock_stands_or_goes_back);
  SENTENCE (an_edit_that_changes_nothing_leaves_no_step);
  SENTENCE (a_new_step_takes_the_place_of_those_undone);
  SENTENCE (an_undo_over_something_elses_change_stops_and_leaves_everything);
  SENTENCE (an_undo_that_would_leave_a_reference_to_nothing_stops);
  SENTENCE (numbers_come_back_to_the_last_bit);
  SENTENCE (the_history_keeps_a_thousand_steps);
  SENTENCE (the_history_keeps_64_megabytes);
  SENTENCE (undo_says_what_it_would_do);
  SENTENCE (any_sequence_of_edits_undos_and_redos_agrees_with_a_model);

  return g_test_run ();
}
