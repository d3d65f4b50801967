/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-test-file.h"

static TestFile *
file_with_goals (void)
{
  TestFile *file = test_file_new ();

  test_insert (file, test_community ("c"));
  test_insert (file, test_person ("p"));
  test_insert (file, test_membership ("m", "c", "p"));
  test_insert (file, test_goal ("g1", NULL));
  test_insert (file, test_goal ("g2", "g1"));

  return file;
}

/* Commits what must be refused; nothing may have changed. */
static void
assert_refused (TestFile      *file,
                LampEdit      *edit,
                LampErrorCode  code,
                const char    *named)
{
  g_autofree char *before = test_dump (file->path);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) history = lamp_store_get_history (file->store, 0);
  g_autoptr (GPtrArray) history_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lamp_edit_commit (edit, &error));
  g_assert_error (error, LAMP_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, named));
  after = test_dump (file->path);
  g_assert_cmpstr (after, ==, before);
  history_after = lamp_store_get_history (file->store, 0);
  g_assert_cmpuint (history_after->len, ==, history->len);
}

static void
a_reference_to_nothing_is_refused_by_its_name (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Set");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");

  lamp_edit_set_text (edit, goal, "why", "this would be fine");
  lamp_edit_set_text (edit, goal, "owner", "nobody");
  assert_refused (file, edit, LAMP_ERROR_REFERENCE, "Owner");
  g_assert_null (lamp_record_get_text (goal, "why"));
}

static void
a_reference_may_name_what_the_same_step_adds_later (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Add");

  lamp_edit_insert (edit, test_goal ("child", "father"));
  lamp_edit_insert (edit, test_goal ("father", NULL));
  g_assert_true (lamp_edit_commit (edit, NULL));
}

static void
a_parent_that_leads_back_is_refused (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Set");
  g_autoptr (LampEdit) itself = lamp_edit_new (file->store, "Set");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");

  lamp_edit_set_text (edit, goal, "parent", "g2");
  assert_refused (file, edit, LAMP_ERROR_CYCLE, "g1");
  lamp_edit_set_text (itself, goal, "parent", "g1");
  assert_refused (file, itself, LAMP_ERROR_CYCLE, "g1");
}

static void
a_second_record_of_one_identifier_is_refused (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Add");

  lamp_edit_insert (edit, test_goal ("g1", NULL));
  assert_refused (file, edit, LAMP_ERROR_DUPLICATE_ID, "g1");
}

static void
a_pair_that_may_stand_once_is_refused_twice (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Add");

  lamp_edit_insert (edit, test_membership ("again", "c", "p"));
  assert_refused (file, edit, LAMP_ERROR_DUPLICATE_ID, "Person");
}

static void
a_value_that_breaks_a_rule_is_refused_with_all_that_came_with_it (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Set");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");

  lamp_edit_insert (edit, test_goal ("g7", NULL));
  lamp_edit_set_text (edit, goal, "title", "");
  assert_refused (file, edit, LAMP_ERROR_REQUIRED, "Title");
}

static void
a_record_that_has_gone_is_a_conflict (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Set");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g2");

  test_delete (file, "goals", "g2");
  lamp_edit_set_text (edit, goal, "title", "Too late");
  assert_refused (file, edit, LAMP_ERROR_CONFLICT, "g2");
}

static void
what_is_moved_away_before_a_deletion_stays (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Delete");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");
  g_autoptr (LampRecord) old = lamp_store_find (file->store, "communities", "c");

  lamp_edit_insert (edit, test_community ("d"));
  lamp_edit_set_text (edit, goal, "community", "d");
  lamp_edit_delete (edit, old);
  g_assert_true (lamp_edit_commit (edit, NULL));
  test_assert_sql (file, "SELECT id, community FROM goals", "g1|d");
}

static void
a_replacement_clears_what_it_does_not_name (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Replace");
  g_autoptr (GError) error = NULL;

  test_set (file, "goals", "g2", "why", "because");
  lamp_clock_advance (file->clock, G_USEC_PER_SEC);
  lamp_edit_replace (edit, test_goal ("g2", NULL));
  lamp_edit_commit (edit, &error);
  g_assert_no_error (error);
  test_assert_sql (file, "SELECT parent, why, created_at, modified_at FROM goals WHERE id='g2'",
                   "NULL|NULL|2026-11-22T10:00:00.000Z|2026-11-22T10:00:01.000Z");
}

static void
a_new_record_gets_an_identifier_and_its_times (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Add");
  g_autoptr (LampRecord) record = NULL;
  LampRow *row = lamp_row_new (lamp_schema_find ("communities"));
  g_autofree char *id = NULL;

  lamp_row_set_text (row, "name", "Tom & <b>Jerry</b>");
  lamp_row_set_text (row, "kind", "team");
  id = g_strdup (lamp_edit_insert (edit, row));
  g_assert_true (lamp_edit_commit (edit, NULL));
  record = lamp_store_find (file->store, "communities", id);
  g_assert_cmpstr (lamp_record_get_title (record), ==, "Tom & <b>Jerry</b>");
  g_assert_cmpstr (lamp_record_get_text (record, "created_at"), ==, "2026-11-22T10:00:00.000Z");
}

static void
an_edit_of_one_field_leaves_what_another_program_wrote_in_the_others (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Set");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");
  g_autofree char *ignored = test_sql (file->path, "UPDATE goals SET why='elsewhere' WHERE id='g1'");

  lamp_edit_set_text (edit, goal, "title", "Here");
  g_assert_true (lamp_edit_commit (edit, NULL));
  test_assert_sql (file, "SELECT title, why FROM goals WHERE id='g1'", "Here|elsewhere");
}

#define SENTENCE(function) g_test_add_func ("/edit/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_reference_to_nothing_is_refused_by_its_name);
  SENTENCE (a_reference_may_name_what_the_same_step_adds_later);
  SENTENCE (a_parent_that_leads_back_is_refused);
  SENTENCE (a_second_record_of_one_identifier_is_refused);
  SENTENCE (a_pair_that_may_stand_once_is_refused_twice);
  SENTENCE (a_value_that_breaks_a_rule_is_refused_with_all_that_came_with_it);
  SENTENCE (a_record_that_has_gone_is_a_conflict);
  SENTENCE (what_is_moved_away_before_a_deletion_stays);
  SENTENCE (a_replacement_clears_what_it_does_not_name);
  SENTENCE (a_new_record_gets_an_identifier_and_its_times);
  SENTENCE (an_edit_of_one_field_leaves_what_another_program_wrote_in_the_others);

  return g_test_run ();
}
