/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-error.h"
#include "lamp-opening.h"
#include "lamp-test-file.h"

static void
what_was_opened_ahead_is_handed_over_once (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  test_insert (file, test_community ("c"));
  test_file_close (file);
  opening = lamp_opening_begin (file->path, file->clock);
  g_assert_nonnull (opening);
  file->store = lamp_opening_take (opening, file->path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lamp_store_count (file->store, "communities"), ==, 1);
  g_assert_null (lamp_opening_take (opening, file->path, &error));
  g_assert_no_error (error);
}

static void
another_file_is_opened_in_the_usual_way (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  test_file_close (file);
  opening = lamp_opening_begin (file->path, file->clock);
  g_assert_null (lamp_opening_take (opening, "/nowhere/else.lamplighter", &error));
  g_assert_no_error (error);
}

static void
a_file_that_is_not_there_is_not_made (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *path = g_strconcat (file->path, ".none", NULL);

  g_assert_null (lamp_opening_begin (path, file->clock));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
why_a_file_cannot_be_opened_is_told (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampOpening) opening = NULL;
  g_autoptr (GError) error = NULL;

  test_file_close (file);
  g_assert_true (g_file_set_contents (file->path, "Not a database, but a letter to the parents.", -1, NULL));
  opening = lamp_opening_begin (file->path, file->clock);
  g_assert_null (lamp_opening_take (opening, file->path, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_OURS);
}

#define SENTENCE(function) g_test_add_func ("/opening/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (what_was_opened_ahead_is_handed_over_once);
  SENTENCE (another_file_is_opened_in_the_usual_way);
  SENTENCE (a_file_that_is_not_there_is_not_made);
  SENTENCE (why_a_file_cannot_be_opened_is_told);

  return g_test_run ();
}
