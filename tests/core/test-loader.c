/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-loader.h"
#include "lamp-test-file.h"

/* Over this a load is journaled as one step that points at a backup. */
#define BULK 10001

static LampRow *
at (LampRow    *row,
    const char *modified)
{
  lamp_row_set_text (row, "modified_at", modified);

  return row;
}

static LampLoader *
begin (TestFile *file,
       guint64   expected)
{
  g_autoptr (GError) error = NULL;
  LampLoader *loader = lamp_loader_new (file->path, file->clock, "Import plan.json", expected, &error);

  g_assert_no_error (error);

  return loader;
}

static void
put_as (LampLoader *loader,
        LampRow    *row,
        gboolean    take_older,
        LampPut     expected)
{
  g_autoptr (LampRow) owned = row;
  g_autoptr (GError) error = NULL;
  LampPut put = 0;

  lamp_loader_put (loader, owned, take_older, &put, &error);
  g_assert_no_error (error);
  g_assert_cmpint (put, ==, (int) expected);
}

static void
put (LampLoader *loader,
     LampRow    *row,
     LampPut     expected)
{
  put_as (loader, row, FALSE, expected);
}

static void
bury (LampLoader *loader,
      const char *type,
      const char *id,
      const char *when,
      LampPut     expected)
{
  g_autoptr (GError) error = NULL;
  LampPut result = 0;

  lamp_loader_bury (loader, lamp_schema_find (type), id, when, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result, ==, (int) expected);
}

static void
finish (TestFile   *file,
        LampLoader *loader)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) wrong = NULL;

  lamp_loader_commit (loader, &error);
  g_assert_no_error (error);
  lamp_loader_free (loader);
  lamp_store_reload (file->store);
  wrong = lamp_store_verify (file->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (wrong->len, ==, 0);
}

/* Everything that holds for a small load must hold for a large one. */
static const guint64 sizes[] = { 3, BULK };

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

static void
the_newer_of_two_stays (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      LampLoader *loader = begin (file, sizes[i]);
      LampRow *newer = at (test_goal ("g1", NULL), "2027-01-01T00:00:00.000Z");
      LampRow *older = at (test_goal ("g2", NULL), "2025-01-01T00:00:00.000Z");

      lamp_row_set_text (newer, "title", "Newer");
      lamp_row_set_text (older, "title", "Older");
      put (loader, newer, LAMP_PUT_CHANGED);
      put (loader, older, LAMP_PUT_KEPT);
      put (loader, at (test_community ("c"), "2027-01-01T00:00:00.000Z"), LAMP_PUT_UNCHANGED);
      put (loader, test_goal ("g3", "g1"), LAMP_PUT_ADDED);
      finish (file, loader);
      test_assert_sql (file, "SELECT title, modified_at FROM goals ORDER BY id",
                       "Newer|2027-01-01T00:00:00.000Z\ng2|2026-11-22T10:00:00.000Z\ng3|2026-01-01T00:00:00.000Z");
      test_assert_sql (file, "SELECT modified_at FROM communities", "2026-11-22T10:00:00.000Z");
      test_assert_sql (file, "SELECT label, changes FROM history ORDER BY step DESC LIMIT 1", "Import plan.json|2");
    }
}

static void
the_older_is_taken_when_asked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      LampLoader *loader = begin (file, sizes[i]);
      LampRow *older = at (test_goal ("g2", NULL), "2025-01-01T00:00:00.000Z");

      lamp_row_set_text (older, "title", "Older");
      put_as (loader, older, TRUE, LAMP_PUT_CHANGED);
      finish (file, loader);
      test_assert_sql (file, "SELECT title FROM goals WHERE id='g2'", "Older");
    }
}

static void
what_comes_twice_is_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      LampLoader *loader = begin (file, sizes[i]);

      put (loader, test_goal ("new", NULL), LAMP_PUT_ADDED);
      put (loader, test_goal ("new", NULL), LAMP_PUT_TWICE);
      put (loader, test_goal ("g1", NULL), LAMP_PUT_UNCHANGED);
      put (loader, test_goal ("g1", "g2"), LAMP_PUT_TWICE);
      lamp_loader_free (loader);
    }
}

static void
a_load_of_the_same_writes_nothing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      LampLoader *loader;

      test_file_reopen (file);
      before = test_bytes (file->path);
      loader = begin (file, sizes[i]);
      put (loader, test_community ("c"), LAMP_PUT_UNCHANGED);
      put (loader, at (test_goal ("g2", "g1"), "2027-01-01T00:00:00.000Z"), LAMP_PUT_UNCHANGED);
      finish (file, loader);
      test_file_reopen (file);
      after = test_bytes (file->path);
      g_assert_cmpstr (after, ==, before);
      test_assert_sql (file, "SELECT count(*) FROM history", "5");
    }
}

static void
rules_that_rows_break_together_are_listed (void)
{
  static const char expected[]
      = "goals g1 parent cycle g3\ngoals g3 parent cycle g1\ngoals x community reference nowhere\n"
        "goals x owner reference nobody\nmemberships m9 community duplicate-id c";

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      LampLoader *loader = begin (file, sizes[i]);
      LampRow *dangling = test_goal ("x", NULL);
      g_autoptr (GPtrArray) broken = NULL;
      g_autoptr (GPtrArray) one = NULL;
      g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autofree char *before = test_bytes (file->path);
      g_autofree char *after = NULL;
      g_autofree char *found = NULL;

      lamp_row_set_text (dangling, "community", "nowhere");
      lamp_row_set_text (dangling, "owner", "nobody");
      put (loader, dangling, LAMP_PUT_ADDED);
      put (loader, test_membership ("m9", "c", "p"), LAMP_PUT_ADDED);
      put (loader, at (test_goal ("g1", "g3"), "2027-01-01T00:00:00.000Z"), LAMP_PUT_CHANGED);
      put (loader, test_goal ("g3", "g1"), LAMP_PUT_ADDED);
      put (loader, test_goal ("below", "g3"), LAMP_PUT_ADDED);
      g_assert_true (lamp_loader_check (loader, 100, &broken, &error));
      for (guint b = 0; b < broken->len; b++)
        {
          LampBroken *rule = broken->pdata[b];

          g_ptr_array_add (lines, g_strdup_printf ("%s %s %s %s %s", rule->type->name, rule->id,
                                                   rule->type->fields[rule->field].name,
                                                   lamp_error_code_get_nick (rule->code), rule->value));
        }
      g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);
      g_ptr_array_add (lines, NULL);
      found = g_strjoinv ("\n", (char **) lines->pdata);
      g_assert_cmpstr (found, ==, expected);
      g_assert_true (lamp_loader_check (loader, 1, &one, &error));
      g_assert_cmpuint (one->len, ==, 1);
      g_assert_false (lamp_loader_commit (loader, &error));
      g_assert_nonnull (error);
      lamp_loader_free (loader);
      after = test_bytes (file->path);
      g_assert_cmpstr (after, ==, before);
    }
}

static void
news_of_a_deletion_deletes_what_was_not_changed_since (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      g_autofree char *before = NULL;
      g_autofree char *undone = NULL;
      LampLoader *loader;

      before = test_dump (file->path);
      loader = begin (file, sizes[i]);
      bury (loader, "goals", "g1", "2026-11-22T10:00:00.000Z", LAMP_PUT_KEPT);
      bury (loader, "people", "p", "2026-12-01T00:00:00.000Z", LAMP_PUT_CHANGED);
      bury (loader, "goals", "never", "2026-12-01T00:00:00.000Z", LAMP_PUT_ADDED);
      bury (loader, "goals", "never", "2026-12-01T00:00:00.000Z", LAMP_PUT_UNCHANGED);
      bury (loader, "goals", "never", "2026-12-02T00:00:00.000Z", LAMP_PUT_CHANGED);
      put (loader, at (test_goal ("never", NULL), "2026-12-01T12:00:00.000Z"), LAMP_PUT_KEPT);
      put (loader, at (test_goal ("never", NULL), "2026-12-03T00:00:00.000Z"), LAMP_PUT_ADDED);
      finish (file, loader);
      test_assert_sql (file, "SELECT * FROM deleted",
                       "memberships|m|2026-12-01T00:00:00.000Z\npeople|p|2026-12-01T00:00:00.000Z");
      test_undo (file);
      undone = test_dump (file->path);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
replacing_everything_can_be_undone_and_redone (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      g_autofree char *before = NULL, *after = NULL;
      LampLoader *loader;

      test_delete (file, "goals", "g2");
      before = test_dump (file->path);
      loader = begin (file, sizes[i]);
      g_assert_true (lamp_loader_clear (loader, NULL));
      put (loader, test_community ("c"), LAMP_PUT_ADDED);
      put (loader, test_goal ("g2", NULL), LAMP_PUT_ADDED);
      put (loader, test_goal ("g2", NULL), LAMP_PUT_TWICE);
      finish (file, loader);
      test_assert_sql (file, "SELECT (SELECT group_concat(id) FROM goals), (SELECT count(*) FROM people)", "g2|0");
      test_assert_sql (file, "SELECT count(*) FROM deleted", "0");
      after = test_dump (file->path);
      for (guint turn = 0; turn < 3; turn++)
        {
          g_autofree char *undone = NULL, *redone = NULL;

          test_undo (file);
          undone = test_dump (file->path);
          g_assert_cmpstr (undone, ==, before);
          test_file_reopen (file);
          test_redo (file);
          redone = test_dump (file->path);
          g_assert_cmpstr (redone, ==, after);
        }
    }
}

static void
a_load_that_is_let_go_leaves_the_bytes_and_no_backup (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      g_autofree char *folder = g_path_get_dirname (file->path);
      g_autofree char *backups = g_build_filename (folder, "backups", NULL);
      g_autoptr (GDir) dir = NULL;
      g_autofree char *before = NULL, *after = NULL;
      LampLoader *loader;

      test_file_close (file);
      before = test_bytes (file->path);
      loader = begin (file, sizes[i]);
      put (loader, test_goal ("new", NULL), LAMP_PUT_ADDED);
      lamp_loader_free (loader);
      after = test_bytes (file->path);
      g_assert_cmpstr (after, ==, before);
      dir = g_dir_open (backups, 0, NULL);
      g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
      test_file_open (file);
    }
}

static void
pairs_may_change_places_within_a_load (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = file_with_goals ();
      LampLoader *loader;

      test_insert (file, test_person ("q"));
      test_insert (file, test_membership ("n", "c", "q"));
      loader = begin (file, sizes[i]);
      put (loader, at (test_membership ("m", "c", "q"), "2027-01-01T00:00:00.000Z"), LAMP_PUT_CHANGED);
      put (loader, at (test_membership ("n", "c", "p"), "2027-01-01T00:00:00.000Z"), LAMP_PUT_CHANGED);
      finish (file, loader);
      test_assert_sql (file, "SELECT id, person FROM memberships ORDER BY id", "m|q\nn|p");
    }
}

static void
a_cursor_sees_one_moment_however_long_it_reads (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (LampCursor) cursor = lamp_cursor_new (file->path, NULL);
  const LampRow *row;
  const char *type, *id, *when;

  g_assert_true (lamp_cursor_start (cursor, lamp_schema_find ("communities"), NULL));
  g_assert_true (lamp_cursor_next (cursor, &row, NULL));
  g_assert_cmpstr (lamp_row_get_id (row), ==, "c");
  test_delete (file, "communities", "c");
  g_assert_true (lamp_cursor_start (cursor, lamp_schema_find ("goals"), NULL));
  for (guint i = 1; i <= 2; i++)
    {
      g_assert_true (lamp_cursor_next (cursor, &row, NULL));
      g_assert_cmpint (lamp_row_get_id (row)[1], ==, (int) ('0' + i));
    }
  g_assert_true (lamp_cursor_next (cursor, &row, NULL));
  g_assert_null (row);
  g_assert_true (lamp_cursor_start_deleted (cursor, NULL));
  g_assert_true (lamp_cursor_next_deleted (cursor, &type, &id, &when, NULL));
  g_assert_null (type);
  g_clear_pointer (&cursor, lamp_cursor_free);
  cursor = lamp_cursor_new (file->path, NULL);
  g_assert_true (lamp_cursor_start_deleted (cursor, NULL));
  g_assert_true (lamp_cursor_next_deleted (cursor, &type, &id, &when, NULL));
  g_assert_cmpstr (type, ==, "communities");
  g_assert_cmpstr (id, ==, "c");
}

#define SENTENCE(function) g_test_add_func ("/loader/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (the_newer_of_two_stays);
  SENTENCE (the_older_is_taken_when_asked);
  SENTENCE (what_comes_twice_is_told);
  SENTENCE (a_load_of_the_same_writes_nothing);
  SENTENCE (rules_that_rows_break_together_are_listed);
  SENTENCE (news_of_a_deletion_deletes_what_was_not_changed_since);
  SENTENCE (replacing_everything_can_be_undone_and_redone);
  SENTENCE (a_load_that_is_let_go_leaves_the_bytes_and_no_backup);
  SENTENCE (pairs_may_change_places_within_a_load);
  SENTENCE (a_cursor_sees_one_moment_however_long_it_reads);

  return g_test_run ();
}
