/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "lamp-date.h"
#include "lamp-test-file.h"
#include "lamp-thin.h"

static char *
backup (TestFile *file)
{
  char *path = g_build_filename (file->folder, "copy", "saved.lamplighter", NULL);
  g_autoptr (GError) error = NULL;

  lamp_store_backup (file->store, path, &error);
  g_assert_no_error (error);

  return path;
}

static void
flip_a_byte (const char *path,
             gsize       at)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (at, <, length);
  content[at] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
}

static void
a_backup_is_private_and_says_its_sum (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *path = backup (file);
  g_autofree char *sum_path = g_strconcat (path, ".sha256", NULL);
  g_autofree char *bytes = test_bytes (path);
  g_autofree char *expected = g_strdup_printf ("%s  saved.lamplighter\n", bytes);
  g_autofree char *sum = NULL;
  struct stat stat_path;

  g_assert_true (g_file_get_contents (sum_path, &sum, NULL, NULL));
  g_assert_cmpstr (sum, ==, expected);
  g_assert_cmpint (stat (path, &stat_path), ==, 0);
  g_assert_cmpuint (stat_path.st_mode & 0777, ==, 0600);
  g_assert_true (lamp_file_verify (path, NULL));
}

static void
a_backup_with_one_wrong_bit_is_refused (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *path = backup (file);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct stat stat_path;

  test_insert (file, test_community ("c"));
  before = test_dump (file->path);
  g_assert_cmpint (stat (path, &stat_path), ==, 0);
  flip_a_byte (path, (gsize) g_test_rand_int_range (200, (gint32) stat_path.st_size));
  g_assert_false (lamp_store_restore (file->store, path, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT);
  after = test_dump (file->path);
  g_assert_cmpstr (after, ==, before);
}

static void
a_file_that_is_not_there_is_not_found (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lamp_file_verify ("/nowhere/at-all.lamplighter", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
}

static void
restoring_can_itself_be_undone_and_redone (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *path = NULL, *saved = NULL, *later = NULL, *now = NULL;
  g_autoptr (LampRecord) held = NULL;
  g_autoptr (GListModel) goals = lamp_store_list (file->store, "goals");
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  test_insert (file, test_community ("c"));
  test_insert (file, test_goal ("g1", NULL));
  path = backup (file);
  saved = test_dump (file->path);
  test_insert (file, test_goal ("g2", NULL));
  test_set (file, "goals", "g1", "title", "Later");
  later = test_dump (file->path);
  held = lamp_store_find (file->store, "goals", "g1");
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 2);

  lamp_store_restore (file->store, path, &error);
  g_assert_no_error (error);
  now = test_dump (file->path);
  g_assert_cmpstr (now, ==, saved);
  g_assert_cmpstr (lamp_record_get_title (held), ==, "g1");
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 1);

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *undone = NULL, *redone = NULL;

      test_file_reopen (file);
      test_undo (file);
      undone = test_dump (file->path);
      g_assert_cmpstr (undone, ==, later);
      test_redo (file);
      redone = test_dump (file->path);
      g_assert_cmpstr (redone, ==, saved);
    }
  test_undo (file);
  lamp_store_undo (file->store, &label, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Set");
}

static void
restoring_leaves_nothing_lying_about (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *path = backup (file);
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint files = 0;

  g_assert_true (lamp_store_restore (file->store, path, NULL));
  dir = g_dir_open (backups, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_assert_false (g_str_has_prefix (name, "."));
      files++;
    }
  g_assert_cmpuint (files, ==, 2);
}

static void
an_undo_whose_backup_is_gone_leaves_everything (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *path = backup (file);
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *backups = g_build_filename (folder, "backups", NULL);
  g_autofree char *aside = g_build_filename (folder, "aside", NULL);
  g_autoptr (GError) error = NULL;

  test_insert (file, test_community ("c"));
  g_assert_true (lamp_store_restore (file->store, path, NULL));
  g_assert_cmpint (g_rename (backups, aside), ==, 0);
  g_assert_false (lamp_store_undo (file->store, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
  g_assert_cmpint (g_rename (aside, backups), ==, 0);
  test_undo (file);
  g_assert_cmpuint (lamp_store_count (file->store, "communities"), ==, 1);
}

static void
old_backups_are_thinned_by_day_week_and_month (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) needed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) gone = NULL;
  g_autoptr (GPtrArray) again = NULL;
  guint kept;

  for (int day = 0; day < 700; day++)
    for (guint hour = 8; hour < 11; hour++)
      {
        g_autofree char *date = lamp_date_add_days ("2025-01-01", day);

        g_ptr_array_add (names, g_strdup_printf ("community.%sT%02u-00-00.000Z.start.lamplighter", date, hour));
      }
  g_ptr_array_add (names, g_strdup ("other.2025-01-01T08-00-00.000Z.start.lamplighter"));
  g_ptr_array_add (names, g_strdup ("a letter.odt"));
  g_hash_table_add (needed, names->pdata[0]);
  gone = lamp_thin_choose (names, "community", needed);
  kept = names->len - gone->len;
  /* 12 days, the weeks and months beyond them, two more of the last day, one more of the day before; the oldest, on
   * which undo stands; and the two that are none of ours. */
  g_assert_cmpuint (kept, >=, 12 + 8 + 6 + 3);
  g_assert_cmpuint (kept, <=, 12 + 10 + 9 + 3 + 3);
  for (guint i = 0; i < gone->len; i++)
    {
      guint index;

      g_assert_true (g_str_has_prefix (gone->pdata[i], "community."));
      g_assert_true (g_ptr_array_find_with_equal_func (names, gone->pdata[i], g_str_equal, &index));
      g_assert_cmpuint (index, >, 0);
      g_ptr_array_remove_index (names, index);
    }
  again = lamp_thin_choose (names, "community", needed);
  g_assert_cmpuint (again->len, ==, 0);
}

static void
automatic_backups_of_one_moment_do_not_overwrite_each_other (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *first = lamp_store_backup_auto (file->store, "start", NULL);
  g_autofree char *second = lamp_store_backup_auto (file->store, "start", NULL);

  g_assert_cmpstr (first, !=, second);
  g_assert_true (lamp_file_verify (first, NULL));
  g_assert_true (lamp_file_verify (second, NULL));
}

#define SENTENCE(function) g_test_add_func ("/backup/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_backup_is_private_and_says_its_sum);
  SENTENCE (a_backup_with_one_wrong_bit_is_refused);
  SENTENCE (a_file_that_is_not_there_is_not_found);
  SENTENCE (restoring_can_itself_be_undone_and_redone);
  SENTENCE (restoring_leaves_nothing_lying_about);
  SENTENCE (an_undo_whose_backup_is_gone_leaves_everything);
  SENTENCE (old_backups_are_thinned_by_day_week_and_month);
  SENTENCE (automatic_backups_of_one_moment_do_not_overwrite_each_other);

  return g_test_run ();
}
