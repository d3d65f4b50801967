/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-loader.h"
#include "lamp-test-file.h"

static TestFile *
file_with_goals (void)
{
  TestFile *file = test_file_new ();

  test_insert (file, test_community ("c"));
  test_insert (file, test_goal ("g1", NULL));
  test_insert (file, test_goal ("g2", "g1"));
  test_set (file, "goals", "g1", "title", "Réading every day");
  test_set (file, "goals", "g2", "title", "Counting");
  test_set (file, "goals", "g2", "why", "Reading maps needs numbers; \"quotes\" AND (brackets) NEAR * do no harm");

  return file;
}

/* The identifiers of the hits, in order, between commas. */
static char *
search (TestFile   *file,
        const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = lamp_store_search (file->store, words, 10, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? "," : "", ((LampHit *) hits->pdata[i])->id);

  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
assert_found (TestFile   *file,
              const char *words,
              const char *expected)
{
  g_autofree char *found = search (file, words);

  g_assert_cmpstr (found, ==, expected);
}

static void
a_word_is_found_without_its_accents_and_by_its_beginning (void)
{
  g_autoptr (TestFile) file = file_with_goals ();

  assert_found (file, "READ", "g1,g2");
  assert_found (file, "réading", "g1,g2");
  assert_found (file, "eading", "");
  assert_found (file, "every read", "g1");
  assert_found (file, "ever read", "");
}

static void
operators_in_what_a_person_types_do_nothing (void)
{
  static const char * const typed[] = {
    "\"quotes\"", "AND",      "(brackets)", "NEAR", "title:counting", "-counting",           "*",
    "\"",         "",         " ",          "a\"b", "^reading",       "reading OR counting", "'; DROP TABLE goals; --",
    "{x y}:z",    "\xff\xfe", "NOT"
  };
  g_autoptr (TestFile) file = file_with_goals ();

  assert_found (file, "quotes AND brackets", "g2");
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *found = search (file, typed[i]);

      g_assert_nonnull (found);
    }
  assert_found (file, "*", "");
  assert_found (file, "reading OR counting", "");
}

static void
what_is_edited_deleted_and_undone_is_found_as_it_is (void)
{
  g_autoptr (TestFile) file = file_with_goals ();

  test_set (file, "goals", "g1", "title", "Writing");
  assert_found (file, "reading", "g2");
  assert_found (file, "writing", "g1");
  test_undo (file);
  assert_found (file, "writing", "");
  test_delete (file, "communities", "c");
  assert_found (file, "reading", "");
  test_undo (file);
  assert_found (file, "reading", "g1,g2");
  test_assert_sql (file, "SELECT stale FROM state", "0");
}

static void
a_snippet_shows_the_words_around (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (GPtrArray) hits = lamp_store_search (file->store, "number", 1, NULL);
  LampHit *hit = hits->pdata[0];

  g_assert_cmpstr (hit->title, ==, "Counting");
  g_assert_cmpstr (hit->type->name, ==, "goals");
  g_assert_nonnull (strstr (hit->snippet, "maps needs \002numbers\003"));
}

static void
a_large_import_is_found_at_the_next_search (void)
{
  g_autoptr (TestFile) file = file_with_goals ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LampLoader) loader = lamp_loader_new (file->path, file->clock, "Import", 10001, &error);
  g_autoptr (LampRow) person = test_person ("reader");
  g_autoptr (GPtrArray) wrong = NULL;
  LampPut put;

  g_assert_no_error (error);
  g_assert_true (lamp_loader_put (loader, person, FALSE, &put, &error));
  g_assert_true (lamp_loader_commit (loader, &error));
  lamp_store_reload (file->store);
  test_assert_sql (file, "SELECT stale FROM state", "1");
  test_set (file, "goals", "g2", "title", "Reading numbers");
  assert_found (file, "read", "reader,g1,g2");
  test_assert_sql (file, "SELECT stale FROM state", "0");
  test_set (file, "people", "reader", "name", "Writer");
  assert_found (file, "read", "g1,g2");
  wrong = lamp_store_verify (file->store, &error);
  g_assert_cmpuint (wrong->len, ==, 0);
}

#define SENTENCE(function) g_test_add_func ("/search/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_word_is_found_without_its_accents_and_by_its_beginning);
  SENTENCE (operators_in_what_a_person_types_do_nothing);
  SENTENCE (what_is_edited_deleted_and_undone_is_found_as_it_is);
  SENTENCE (a_snippet_shows_the_words_around);
  SENTENCE (a_large_import_is_found_at_the_next_search);

  return g_test_run ();
}
