/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sys/stat.h>

#include "lamp-loader.h"
#include "lamp-test-file.h"

static void
a_new_file_is_for_its_owner_alone (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *folder = g_path_get_dirname (file->path);
  struct stat stat_file, stat_folder;

  g_assert_cmpint (stat (file->path, &stat_file), ==, 0);
  g_assert_cmpint (stat (folder, &stat_folder), ==, 0);
  g_assert_cmpuint (stat_file.st_mode & 0777, ==, 0600);
  g_assert_cmpuint (stat_folder.st_mode & 0777, ==, 0700);
  test_assert_sql (file, "PRAGMA application_id", "1281453424");
  test_assert_sql (file, "PRAGMA user_version", "1");
  test_assert_sql (file, "PRAGMA journal_mode", "wal");
}

static void
what_was_inserted_is_found_listed_and_kept (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GListModel) goals = lamp_store_list (file->store, "goals");
  g_autoptr (GListModel) children = lamp_store_list_by (file->store, "goals", "parent", "g1");
  g_autoptr (LampRecord) found = NULL;
  g_autoptr (LampSnapshot) snapshot = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 0);
  test_insert (file, test_community ("c"));
  test_insert (file, test_goal ("g1", NULL));
  test_insert (file, test_goal ("g2", "g1"));
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 1);
  found = g_list_model_get_item (children, 0);
  g_assert_cmpstr (lamp_record_get_id (found), ==, "g2");
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 2);
  test_file_reopen (file);
  snapshot = lamp_store_snapshot (file->store, NULL);
  g_assert_nonnull (lamp_snapshot_find (snapshot, "goals", "g2"));
}

static void
an_undo_survives_a_restart (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL;

  test_insert (file, test_community ("c"));
  test_insert (file, test_goal ("g1", NULL));
  test_insert (file, test_goal ("g2", "g1"));
  before = test_dump (file->path);
  lamp_clock_advance (file->clock, G_USEC_PER_SEC);
  test_delete (file, "communities", "c");
  after = test_dump (file->path);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 0);
  test_file_reopen (file);
  lamp_clock_advance (file->clock, G_USEC_PER_SEC);
  test_undo (file);
  undone = test_dump (file->path);
  g_assert_cmpstr (undone, ==, before);
  test_file_reopen (file);
  test_redo (file);
  redone = test_dump (file->path);
  g_assert_cmpstr (redone, ==, after);
}

static void
a_load_is_read_back_by_a_cursor (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampLoader) loader = NULL;
  g_autoptr (LampCursor) cursor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LampRow) community = test_community ("c");
  const LampRow *row;
  LampPut put;

  loader = lamp_loader_new (file->path, file->clock, "Import", 20000, &error);
  g_assert_no_error (error);
  g_assert_true (lamp_loader_put (loader, community, FALSE, &put, &error));
  g_assert_cmpint (put, ==, LAMP_PUT_ADDED);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%05u", i);
      g_autoptr (LampRow) goal = test_goal (id, i > 0 ? "g00000" : NULL);

      g_assert_true (lamp_loader_put (loader, goal, FALSE, &put, &error));
    }
  lamp_loader_commit (loader, &error);
  g_assert_no_error (error);
  lamp_store_reload (file->store);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 20000);
  cursor = lamp_cursor_new (file->path, &error);
  g_assert_true (lamp_cursor_start (cursor, lamp_schema_find ("goals"), &error));
  g_assert_true (lamp_cursor_next (cursor, &row, &error));
  g_assert_cmpstr (lamp_row_get_id (row), ==, "g00000");
  test_undo (file);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 0);
  test_redo (file);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 20000);
}

static void
what_is_under_way_stays_with_the_file_but_is_no_step (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *kept = NULL, *gone = NULL;

  g_assert_null (lamp_store_dup_local (file->store, "run", NULL));
  g_assert_true (lamp_store_set_local (file->store, "run", "first", NULL));
  g_assert_true (lamp_store_set_local (file->store, "run", "second", NULL));
  test_file_reopen (file);
  kept = lamp_store_dup_local (file->store, "run", NULL);
  g_assert_cmpstr (kept, ==, "second");
  test_assert_sql (file, "SELECT count(*) FROM journal", "0");
  g_assert_false (lamp_store_undo (file->store, NULL, NULL));
  g_assert_true (lamp_store_set_local (file->store, "run", NULL, NULL));
  gone = lamp_store_dup_local (file->store, "run", NULL);
  g_assert_null (gone);
}

#define SENTENCE(function) g_test_add_func ("/store/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_new_file_is_for_its_owner_alone);
  SENTENCE (what_was_inserted_is_found_listed_and_kept);
  SENTENCE (an_undo_survives_a_restart);
  SENTENCE (a_load_is_read_back_by_a_cursor);
  SENTENCE (what_is_under_way_stays_with_the_file_but_is_no_step);

  return g_test_run ();
}
