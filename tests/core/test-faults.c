/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lamp-loader.h"
#include "lamp-test-file.h"
#include "lamp-test-vfs.h"

/* A disk that is full or fails at each of its writes, and a program that is killed: nothing of a step, or all of it. */

typedef gboolean (*Act) (TestFile *file, GError **error);

static TestFile *
file_with_goals (void)
{
  TestFile *file = test_file_new ();

  test_insert (file, test_community ("c"));
  test_insert (file, test_goal ("g1", NULL));
  test_insert (file, test_goal ("g2", "g1"));

  return file;
}

static TestFile *template;

/* The same each time, made once. */
static TestFile *
new_file (void)
{
  if (template == NULL)
    {
      template = file_with_goals ();
      test_file_close (template);
    }

  return test_file_copy (template);
}

static gboolean
act_edit (TestFile  *file,
          GError   **error)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (file->store, "Edit");
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");
  g_autofree char *long_text = g_strnfill (20000, 'x');

  lamp_edit_set_text (edit, goal, "title", "Edited");
  lamp_edit_set_text (edit, goal, "why", long_text);
  lamp_edit_insert (edit, test_goal ("g3", "g2"));

  return lamp_edit_commit (edit, error);
}

static gboolean
act_undo (TestFile  *file,
          GError   **error)
{
  return lamp_store_undo (file->store, NULL, error);
}

static gboolean
put_some (TestFile  *file,
          guint64    expected,
          guint      rows,
          GError   **error)
{
  g_autoptr (LampLoader) loader = lamp_loader_new (file->path, file->clock, "Import", expected, error);
  LampPut put;

  for (guint i = 0; loader != NULL && i < rows; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autoptr (LampRow) person = test_person (id);

      if (!lamp_loader_put (loader, person, FALSE, &put, error))
        return FALSE;
    }

  return loader != NULL && lamp_loader_commit (loader, error);
}

static gboolean
act_load (TestFile  *file,
          GError   **error)
{
  return put_some (file, 40, 40, error);
}

static gboolean
act_bulk (TestFile  *file,
          GError   **error)
{
  return put_some (file, 20000, 40, error);
}

static gboolean
act_backup (TestFile  *file,
            GError   **error)
{
  g_autofree char *path = g_build_filename (file->folder, "saved.lamplighter", NULL);

  if (!lamp_store_backup (file->store, path, error))
    return FALSE;
  test_disk_fail (0, 0, FALSE);
  g_assert_true (lamp_file_verify (path, NULL));

  return TRUE;
}

/* Lets one write fail and looks at what is left. Returns whether any write came to fail. */
static gboolean
fail_once (TestFile *file,
           Act       act,
           guint     at,
           int       with,
           gboolean  sticky)
{
  g_autofree char *before = test_dump (file->path);
  g_autofree char *after = NULL;
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g1");
  g_autofree char *title = g_strdup (lamp_record_get_title (goal));
  g_autoptr (GError) error = NULL;
  gboolean done, failed;

  test_disk_fail (at, with, sticky);
  done = act (file, &error);
  failed = test_disk_has_failed ();
  test_disk_fail (0, 0, FALSE);
  g_assert_true (failed || done);
  if (!done)
    {
      g_assert_cmpuint (error->domain, ==, LAMP_ERROR);
      g_assert_true (error->code == LAMP_ERROR_FULL || error->code == LAMP_ERROR_IO);
      g_assert_cmpstr (lamp_record_get_title (goal), ==, title);
    }
  test_file_reopen (file);
  after = test_dump (file->path);
  if (!done)
    g_assert_cmpstr (after, ==, before);

  return failed;
}

/* Lets each of the first writes fail, then those in strides, or it would take long; each one
 * with LAMP_TEST_TURNS. */
static void
fail_everywhere (Act      act,
                 int      with,
                 gboolean sticky)
{
  gboolean failed = TRUE;
  guint stride = g_getenv ("LAMP_TEST_TURNS") == NULL ? 2 : G_MAXUINT;

  for (guint at = 1; failed; at += 1 + at / stride)
    {
      g_autoptr (TestFile) file = new_file ();
      g_autoptr (GPtrArray) wrong = NULL;

      failed = fail_once (file, act, at, with, sticky);
      wrong = lamp_store_verify (file->store, NULL);
      g_assert_cmpuint (wrong->len, ==, 0);
      test_insert (file, test_person ("after"));
    }
}

static void
fail_act (gconstpointer act)
{
  test_disk_install ();
  fail_everywhere (*(const Act *) act, SQLITE_FULL, TRUE);
  fail_everywhere (*(const Act *) act, SQLITE_IOERR_WRITE, FALSE);
  test_disk_uninstall ();
}

/* What a child does until it is killed: it says each step that was reported done. */
typedef void (*Toil) (const char *path, int said);

static void
say (int said)
{
  g_assert_cmpint (write (said, ".", 1), ==, 1);
}

static void
toil_at_edits (const char *path,
               int         said)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  LampStore *store = lamp_store_open (path, LAMP_STORE_NONE, clock, NULL);

  for (;;)
    {
      g_autoptr (LampEdit) edit = lamp_edit_new (store, "Add");

      for (guint i = 0; i < 3; i++)
        {
          LampRow *goal = test_goal (NULL, "g1");

          lamp_row_set_text (goal, "title", "toil");
          lamp_edit_insert (edit, goal);
        }
      if (lamp_edit_commit (edit, NULL))
        say (said);
    }
}

static void
toil_at_loads (const char *path,
               guint64     expected,
               int         said)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();

  for (guint turn = 0;; turn++)
    {
      g_autoptr (LampLoader) loader = lamp_loader_new (path, clock, "Import", expected, NULL);
      LampPut put;

      for (guint i = 0; i < 300; i++)
        {
          g_autofree char *id = g_strdup_printf ("toil%u-%u", turn, i);
          g_autoptr (LampRow) goal = test_goal (id, "g1");

          lamp_row_set_text (goal, "title", "toil");
          lamp_loader_put (loader, goal, FALSE, &put, NULL);
        }
      if (lamp_loader_commit (loader, NULL))
        say (said);
    }
}

static void
toil_at_small_loads (const char *path,
                     int         said)
{
  toil_at_loads (path, 300, said);
}

static void
toil_at_large_loads (const char *path,
                     int         said)
{
  toil_at_loads (path, 20000, said);
}

static guint
count_said (int from)
{
  char buffer[256];
  gssize length;
  guint count = 0;

  while ((length = read (from, buffer, sizeof buffer)) > 0)
    count += (guint) length;

  return count;
}

/* Starts a child, kills it, and returns how many steps it said were done. */
static guint
kill_in_the_middle (const char *path,
                    Toil        toil)
{
  int ends[2];
  pid_t child;
  guint said;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (ends[0]);
      toil (path, ends[1]);
      _exit (1);
    }
  close (ends[1]);
  g_usleep ((gulong) g_test_rand_int_range (0, 120000));
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  waitpid (child, NULL, 0);
  said = count_said (ends[0]);
  close (ends[0]);

  return said;
}

static void
kill_often (Toil  toil,
            guint rows)
{
  const char *turns = g_getenv ("LAMP_TEST_TURNS");

  for (guint i = 0; i < (turns != NULL ? (guint) atoi (turns) : 12); i++)
    {
      g_autoptr (TestFile) file = new_file ();
      g_autoptr (GPtrArray) wrong = NULL;
      guint64 goals;
      guint said;

      test_file_close (file);
      said = kill_in_the_middle (file->path, toil);
      test_file_open (file);
      goals = lamp_store_count (file->store, "goals") - 2;
      g_assert_cmpuint (goals % rows, ==, 0);
      g_assert_cmpuint (goals / rows, >=, said);
      g_assert_cmpuint (goals / rows, <=, said + 1);
      wrong = lamp_store_verify (file->store, NULL);
      g_assert_cmpuint (wrong->len, ==, 0);
      for (; goals > 0; goals -= rows)
        test_undo (file);
      g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 2);
    }
}

static void
a_kill_in_an_edit_leaves_all_of_it_or_none (void)
{
  kill_often (toil_at_edits, 3);
}

static void
a_kill_in_a_small_load_leaves_all_of_it_or_none (void)
{
  kill_often (toil_at_small_loads, 300);
}

static void
a_kill_in_a_large_load_leaves_all_of_it_or_none (void)
{
  kill_often (toil_at_large_loads, 300);
}

int
main (int    argc,
      char **argv)
{
  static const Act acts[] = { act_edit, act_undo, act_load, act_bulk, act_backup };
  int result;

  g_test_init (&argc, &argv, NULL);
  /* First, while this process has opened no file that a child could inherit. */
  g_test_add_func ("/faults/a_kill_in_an_edit_leaves_all_of_it_or_none", a_kill_in_an_edit_leaves_all_of_it_or_none);
  g_test_add_func ("/faults/a_kill_in_a_small_load_leaves_all_of_it_or_none",
                   a_kill_in_a_small_load_leaves_all_of_it_or_none);
  g_test_add_func ("/faults/a_kill_in_a_large_load_leaves_all_of_it_or_none",
                   a_kill_in_a_large_load_leaves_all_of_it_or_none);
  g_test_add_data_func ("/faults/a_disk_that_fails_in_an_edit_leaves_nothing_of_it", &acts[0], fail_act);
  g_test_add_data_func ("/faults/a_disk_that_fails_in_an_undo_leaves_nothing_of_it", &acts[1], fail_act);
  g_test_add_data_func ("/faults/a_disk_that_fails_in_a_load_leaves_nothing_of_it", &acts[2], fail_act);
  g_test_add_data_func ("/faults/a_disk_that_fails_in_a_large_load_leaves_nothing_of_it", &acts[3], fail_act);
  g_test_add_data_func ("/faults/a_disk_that_fails_in_a_backup_leaves_nothing_of_it", &acts[4], fail_act);

  result = g_test_run ();
  g_clear_pointer (&template, test_file_free);

  return result;
}
