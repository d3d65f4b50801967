/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <sys/stat.h>
#include <utime.h>

#include "lamp-backups.h"
#include "lamp-places.h"
#include "lamp-test-file.h"

/* Dates a file, and with it what SQLite keeps beside it, to a moment of the test's clock. */
static void
touch (const char *path,
       gint64      utc_usec)
{
  struct utimbuf times = { utc_usec / G_USEC_PER_SEC, utc_usec / G_USEC_PER_SEC };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static char *
make_backup (TestFile   *file,
             const char *reason)
{
  g_autoptr (GError) error = NULL;
  char *backup = lamp_store_backup_auto (file->store, reason, &error);

  g_assert_no_error (error);

  return backup;
}

static void
a_backup_of_the_day_is_due_once_and_only_after_a_change (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  gint64 now = lamp_clock_get_utc (file->clock);
  g_autofree char *backup = NULL;

  test_insert (file, test_community ("c"));
  g_assert_true (lamp_backups_is_due (file->path, file->clock));
  backup = make_backup (file, "daily");
  test_file_close (file);
  touch (file->path, now + 60 * G_USEC_PER_SEC);
  touch (backup, now);
  g_assert_false (lamp_backups_is_due (file->path, file->clock));

  lamp_clock_advance (file->clock, G_TIME_SPAN_DAY);
  g_assert_true (lamp_backups_is_due (file->path, file->clock));
  touch (file->path, now - 60 * G_USEC_PER_SEC);
  g_assert_false (lamp_backups_is_due (file->path, file->clock));
}

static void
backups_are_listed_newest_first_with_their_reason (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  gint64 now = lamp_clock_get_utc (file->clock);
  g_autofree char *older = NULL;
  g_autofree char *newer = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  const LampBackup *first;

  test_insert (file, test_community ("c"));
  older = make_backup (file, "daily");
  newer = make_backup (file, "manual");
  touch (older, now - 60 * G_USEC_PER_SEC);
  touch (newer, now);
  backups = lamp_backups_list (file->path);
  g_assert_cmpuint (backups->len, ==, 2);
  first = backups->pdata[0];
  g_assert_cmpstr (first->path, ==, newer);
  g_assert_cmpstr (first->reason, ==, "By hand");
  g_assert_cmpint (first->size, >, 0);
}

static void
what_is_set_aside_is_kept (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  test_insert (file, test_community ("c"));
  test_file_close (file);
  before = test_bytes (file->path);
  aside = lamp_places_move_aside (file->path, file->clock, &error);
  g_assert_no_error (error);
  g_assert_false (g_file_test (file->path, G_FILE_TEST_EXISTS));
  after = test_bytes (aside);
  g_assert_cmpstr (after, ==, before);
  g_unlink (aside);
}

static void
a_copy_is_for_its_owner_alone_and_replaces_nothing (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GFile) source = g_file_new_for_path (file->path);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  struct stat status;

  test_file_close (file);
  first = lamp_places_copy_in (source, NULL);
  second = lamp_places_copy_in (source, NULL);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_cmpstr (first, !=, second);
  g_assert_cmpint (stat (first, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backups/a_backup_of_the_day_is_due_once_and_only_after_a_change",
                   a_backup_of_the_day_is_due_once_and_only_after_a_change);
  g_test_add_func ("/backups/backups_are_listed_newest_first_with_their_reason",
                   backups_are_listed_newest_first_with_their_reason);
  g_test_add_func ("/places/what_is_set_aside_is_kept", what_is_set_aside_is_kept);
  g_test_add_func ("/places/a_copy_is_for_its_owner_alone_and_replaces_nothing",
                   a_copy_is_for_its_owner_alone_and_replaces_nothing);

  return g_test_run ();
}
