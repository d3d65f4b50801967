/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lamp-backup.h"
#include "lamp-file.h"
#include "lamp-loader.h"
#include "lamp-migrate.h"
#include "lamp-test-file.h"

/* Opens what must be refused; the bytes may not have changed, nor may anything lie beside them. */
static void
assert_refused (TestFile      *file,
                LampErrorCode  code,
                const char    *named)
{
  g_autofree char *before = test_bytes (file->path);
  g_autofree char *after = NULL;
  g_autofree char *wal = g_strconcat (file->path, "-wal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_store_open (file->path, LAMP_STORE_CREATE, file->clock, &error));
  g_assert_error (error, LAMP_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, named));
  after = test_bytes (file->path);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static TestFile *
closed_file_after (const char *sql)
{
  TestFile *file = test_file_new ();
  g_autofree char *ignored = NULL;

  test_insert (file, test_community ("c"));
  test_insert (file, test_goal ("g", NULL));
  test_file_close (file);
  ignored = test_sql (file->path, sql);

  return file;
}

static void
a_file_of_a_newer_version_is_refused_untouched (void)
{
  g_autoptr (TestFile) file = closed_file_after ("PRAGMA user_version=7");

  assert_refused (file, LAMP_ERROR_NEWER_FILE, "version 7");
}

static void
a_database_of_another_program_is_refused (void)
{
  g_autoptr (TestFile) file = closed_file_after ("PRAGMA application_id=42");

  assert_refused (file, LAMP_ERROR_NOT_OURS, "community.lamplighter");
}

static void
a_file_that_is_no_database_is_refused (void)
{
  static const char * const contents[] = { "hello", "SQLite format 3", "{\"format\":\"lamplighter\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (TestFile) file = closed_file_after ("SELECT 1");

      g_assert_true (g_file_set_contents (file->path, contents[i], -1, NULL));
      assert_refused (file, LAMP_ERROR_NOT_OURS, "community.lamplighter");
    }
}

static void
an_empty_file_is_filled_only_when_asked (void)
{
  g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file->path, "", 0, NULL));
  g_assert_null (lamp_store_open (file->path, LAMP_STORE_NONE, file->clock, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_OURS);
  test_file_open (file);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 0);
}

static void
a_file_that_is_not_there_is_made_only_when_asked (void)
{
  g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
  g_autoptr (GError) error = NULL;

  g_remove (file->path);
  g_assert_null (lamp_store_open (file->path, LAMP_STORE_NONE, file->clock, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (file->path, G_FILE_TEST_EXISTS));
}

static void
what_somebody_planted_is_not_run (void)
{
  static const char * const planted[] = {
    "CREATE TRIGGER evil AFTER UPDATE ON goals BEGIN DELETE FROM people; END",
    "CREATE VIEW evil AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM c) SELECT x FROM c",
    "CREATE TABLE evil(x)",
    "CREATE INDEX evil ON goals(title)",
    "DROP TRIGGER goals_UPDATE; CREATE TRIGGER goals_UPDATE AFTER UPDATE ON goals BEGIN DELETE FROM people; END",
  };

  for (guint i = 0; i < G_N_ELEMENTS (planted); i++)
    {
      g_autoptr (TestFile) file = closed_file_after (planted[i]);

      assert_refused (file, LAMP_ERROR_NOT_OURS, i < 4 ? "evil" : "goals_UPDATE");
    }
}

static void
a_file_that_lacks_something_is_refused (void)
{
  g_autoptr (TestFile) file = closed_file_after ("DROP TRIGGER goals_UPDATE");

  assert_refused (file, LAMP_ERROR_CORRUPT, "missing");
}

static void
a_dangling_reference_is_damage (void)
{
  g_autoptr (TestFile) file = closed_file_after ("UPDATE goals SET community='nowhere'");

  assert_refused (file, LAMP_ERROR_CORRUPT, "goals");
}

/* A page of garbage somewhere in the middle: found, or in a page that nothing uses; never a crash, never a change. */
static void
garbage_in_a_file_is_found_and_left_alone (void)
{
  guint found = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
      g_autofree char *content = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (LampStore) store = NULL;
      gsize length, page;

      g_assert_true (g_file_get_contents (file->path, &content, &length, NULL));
      page = 4096 * (gsize) g_test_rand_int_range (1, (gint32) (length / 4096));
      for (guint b = 0; b < 4096; b++)
        content[page + b] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents (file->path, content, (gssize) length, NULL));
      before = test_bytes (file->path);
      store = lamp_store_open (file->path, LAMP_STORE_NONE, file->clock, &error);
      found += store == NULL;
      if (store != NULL)
        continue;
      g_assert_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT);
      after = test_bytes (file->path);
      g_assert_cmpstr (after, ==, before);
    }
  g_assert_cmpuint (found, >=, 15);
}

static void
another_program_that_writes_makes_an_edit_wait_and_fail (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Add");
  g_autoptr (LampLoader) loader = lamp_loader_new (file->path, file->clock, "Import", 1, NULL);
  g_autoptr (GError) error = NULL;

  lamp_edit_insert (edit, test_community ("c"));
  g_assert_false (lamp_edit_commit (edit, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_BUSY);
  g_clear_pointer (&loader, lamp_loader_free);
  g_assert_true (lamp_edit_commit (edit, NULL));
}

static void
a_file_opened_for_reading_is_not_written (void)
{
  g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
  g_autofree char *before = test_bytes (file->path);
  g_autofree char *after = NULL;
  g_autoptr (LampStore) store = lamp_store_open (file->path, LAMP_STORE_READ_ONLY, file->clock, NULL);
  g_autoptr (LampEdit) edit = lamp_edit_new (store, "Add");
  g_autoptr (LampRecord) goal = lamp_store_find (store, "goals", "g");
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (goal);
  lamp_edit_insert (edit, test_community ("d"));
  g_assert_false (lamp_edit_commit (edit, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_IO);
  g_assert_true (lamp_store_close (store, NULL));
  after = test_bytes (file->path);
  g_assert_cmpstr (after, ==, before);
}

static void
closing_leaves_one_file (void)
{
  g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpstr (g_dir_read_name (dir), ==, "community.lamplighter");
  g_assert_null (g_dir_read_name (dir));
}

/* A file of version 1, as text: its layout, and a little in it. Written anew with LAMP_TEST_WRITE, which is right until
 * version 1 has been released; from then on a changed layout needs a higher LAMP_SCHEMA_VERSION and a migration. */
static void
write_fixture (const char *path)
{
  static const char sample[] =
    "INSERT INTO state VALUES(1,NULL,2,1);\n"
    "INSERT INTO communities(id,name,kind,created_at,modified_at) VALUES"
    "('c','Riverside','team','2026-11-22T10:00:00.000Z','2026-11-22T10:00:00.000Z');\n"
    "INSERT INTO goals(id,community,level,title,target,created_at,modified_at) VALUES"
    "('g','c','team','Read every day',12.5,'2026-11-22T10:00:00.000Z','2026-11-22T10:00:00.000Z');\n"
    "INSERT INTO deleted VALUES('goals','old','2026-11-22T10:00:00.000Z');\n";
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *layout = test_sql (file->path, "SELECT sql||';' FROM sqlite_schema WHERE sql IS NOT NULL "
                                                  "AND name NOT GLOB 'search_*' ORDER BY rowid");
  g_autofree char *text = g_strdup_printf ("PRAGMA application_id=%d;\nPRAGMA user_version=%d;\n%s%s",
                                           LAMP_APPLICATION_ID, LAMP_SCHEMA_VERSION, layout, sample);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
a_file_of_version_1_opens_with_all_that_is_in_it (void)
{
  g_autofree char *fixture = g_test_build_filename (G_TEST_DIST, "core", "version-1.sql", NULL);
  g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;
  g_autofree char *ignored = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) wrong = NULL;

  if (g_getenv ("LAMP_TEST_WRITE") != NULL)
    write_fixture (fixture);
  g_assert_true (g_file_get_contents (fixture, &sql, NULL, NULL));
  g_assert_true (g_file_set_contents (file->path, "", 0, NULL));
  ignored = test_sql (file->path, sql);
  file->store = lamp_store_open (file->path, LAMP_STORE_NONE, file->clock, &error);
  g_assert_no_error (error);
  test_assert_sql (file, "SELECT title, target FROM goals", "Read every day|12.5");
  hits = lamp_store_search (file->store, "river", 1, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  test_delete (file, "communities", "c");
  test_undo (file);
  wrong = lamp_store_verify (file->store, &error);
  g_assert_cmpuint (wrong->len, ==, 0);
}

static gboolean
add_table (LampConnection  *connection,
           GError         **error)
{
  return lamp_connection_exec (connection, "CREATE TABLE newer(x TEXT) STRICT", error);
}

static gboolean
add_half_and_fail (LampConnection  *connection,
                   GError         **error)
{
  return lamp_connection_exec (connection, "CREATE TABLE half(x TEXT) STRICT", error)
         && lamp_connection_exec (connection, "CREATE TABLE half(x TEXT) STRICT", error);
}

static void
migrations_run_once_each_after_a_backup_and_one_that_fails_leaves_no_trace (void)
{
  static const LampMigration migrations[] = { { 1, NULL }, { 2, add_table }, { 3, add_half_and_fail } };
  g_autoptr (TestFile) file = closed_file_after ("SELECT 1");
  g_autoptr (LampConnection) connection = lamp_connection_open (file->path, SQLITE_OPEN_READWRITE, NULL);
  g_autofree char *folder = lamp_backup_locate (connection, "");
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (lamp_migrate_by (connection, migrations, 2, file->clock, &error));
  test_assert_sql (file, "PRAGMA user_version", "2");
  g_assert_true (lamp_migrate_by (connection, migrations, 2, file->clock, &error));
  g_assert_false (lamp_migrate_by (connection, migrations, 3, file->clock, &error));
  test_assert_sql (file, "PRAGMA user_version", "2");
  test_assert_sql (file, "SELECT name FROM sqlite_schema WHERE name IN ('newer','half')", "newer");
  dir = g_dir_open (folder, 0, NULL);
  for (guint i = 0; i < 4; i++) /* two backups with their sums */
    g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

/* What a program that was killed leaves behind: the file, and the log with its last steps. */
static TestFile *
file_left_by_a_killed_program (const char *sql)
{
  g_autoptr (TestFile) living = test_file_new ();
  g_autofree char *wal = g_strconcat (living->path, "-wal", NULL);
  TestFile *left;
  g_autofree char *left_wal = NULL;
  g_autofree char *content = NULL;
  g_autofree char *ignored = NULL;
  gsize length;

  test_insert (living, test_community ("c"));
  ignored = test_sql (living->path, sql);
  left = test_file_copy (living);
  test_file_close (left);
  left_wal = g_strconcat (left->path, "-wal", NULL);
  g_assert_true (g_file_get_contents (living->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (left->path, content, (gssize) length, NULL));
  g_clear_pointer (&content, g_free);
  g_assert_true (g_file_get_contents (wal, &content, &length, NULL));
  g_assert_true (g_file_set_contents (left_wal, content, (gssize) length, NULL));

  return left;
}

static void
the_log_that_a_killed_program_left_is_taken_in (void)
{
  g_autoptr (TestFile) file = file_left_by_a_killed_program ("PRAGMA user_version=1"); /* writes page 1 */
  g_autofree char *content = NULL;
  gsize length;

  /* The power went while the first page was being written: the log has it whole. */
  g_assert_true (g_file_get_contents (file->path, &content, &length, NULL));
  memset (content, 0x55, 512);
  g_assert_true (g_file_set_contents (file->path, content, (gssize) length, NULL));
  test_file_open (file);
  g_assert_cmpuint (lamp_store_count (file->store, "communities"), ==, 1);
}

static void
a_newer_file_with_a_log_is_left_with_its_log (void)
{
  g_autoptr (TestFile) file = file_left_by_a_killed_program ("PRAGMA user_version=7");
  g_autofree char *wal = g_strconcat (file->path, "-wal", NULL);
  g_autofree char *before = test_bytes (file->path), *wal_before = test_bytes (wal);
  g_autofree char *after = NULL, *wal_after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_store_open (file->path, LAMP_STORE_CREATE, file->clock, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NEWER_FILE);
  after = test_bytes (file->path);
  wal_after = test_bytes (wal);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (wal_after, ==, wal_before);
}

/* What another program finds: whether this one still holds SQLite's lock for readers (see “File Locking” in its
 * documentation: 510 bytes, two after the first gigabyte). */
static gboolean
is_locked_for_others (const char *path)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    {
      struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000 + 2, .l_len = 510 };
      int descriptor = open (path, O_RDWR | O_CLOEXEC);

      _exit (descriptor >= 0 && fcntl (descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

static void
one_more_connection_lets_go_of_no_lock (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autoptr (LampStore) again = NULL;
  g_autoptr (GError) error = NULL;

  test_insert (file, test_community ("c"));
  g_assert_true (is_locked_for_others (file->path));
  snapshot = lamp_snapshot_read (file->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_locked_for_others (file->path));
  again = lamp_store_open (file->path, LAMP_STORE_NONE, file->clock, &error);
  g_assert_no_error (error);
  g_assert_true (lamp_store_close (again, &error));
  g_assert_no_error (error);
  g_assert_true (is_locked_for_others (file->path));
}

#define SENTENCE(function) g_test_add_func ("/open/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_file_of_a_newer_version_is_refused_untouched);
  SENTENCE (a_database_of_another_program_is_refused);
  SENTENCE (a_file_that_is_no_database_is_refused);
  SENTENCE (an_empty_file_is_filled_only_when_asked);
  SENTENCE (a_file_that_is_not_there_is_made_only_when_asked);
  SENTENCE (what_somebody_planted_is_not_run);
  SENTENCE (a_file_that_lacks_something_is_refused);
  SENTENCE (a_dangling_reference_is_damage);
  SENTENCE (garbage_in_a_file_is_found_and_left_alone);
  SENTENCE (another_program_that_writes_makes_an_edit_wait_and_fail);
  SENTENCE (a_file_opened_for_reading_is_not_written);
  SENTENCE (one_more_connection_lets_go_of_no_lock);
  SENTENCE (closing_leaves_one_file);
  SENTENCE (the_log_that_a_killed_program_left_is_taken_in);
  SENTENCE (a_newer_file_with_a_log_is_left_with_its_log);
  SENTENCE (a_file_of_version_1_opens_with_all_that_is_in_it);
  SENTENCE (migrations_run_once_each_after_a_backup_and_one_that_fails_leaves_no_trace);

  return g_test_run ();
}
