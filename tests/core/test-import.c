/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-test-document.h"

/* What an import makes of the file that is there: what is newer, replaced, copied or deleted, and what is refused. */

#define HEAD "{\"format\":\"lamplighter\",\"version\":1"
#define C "{\"id\":\"c\",\"name\":\"C\",\"kind\":\"team\",\"modified_at\":\"2026-01-01T00:00:00Z\"}"
#define GOAL(id, more) \
  "{\"id\":\"" id "\",\"community\":\"c\",\"level\":\"team\",\"title\":\"T\"," \
  "\"modified_at\":\"2026-01-01T00:00:00Z\"" more "}"

static void
assert_problem (LampImportReport *report,
                guint             index,
                const char       *code,
                const char       *pointer)
{
  const LampProblem *problem;

  g_assert_cmpuint (report->problems->len, >, index);
  problem = report->problems->pdata[index];
  g_assert_cmpstr (lamp_error_code_get_nick (problem->code), ==, code);
  g_assert_cmpstr (problem->pointer, ==, pointer);
}

/* Imports what must be refused, and holds that the file is as it was. */
static LampImportReport *
refuse (TestFile       *file,
        const char     *json,
        LampImportMode  mode)
{
  g_autofree char *before = test_bytes (file->path);
  g_autofree char *after = NULL;
  LampImportOptions options = { .mode = mode };
  g_autoptr (GError) error = NULL;
  LampImportReport *report = test_try_import (file, json, &options, &error);

  after = test_bytes (file->path);
  g_assert_nonnull (error);
  g_assert_true (error->domain == LAMP_ERROR);
  g_assert_cmpuint (report->n_problems, >, 0);
  g_assert_cmpint (error->code, ==, ((LampProblem *) report->problems->pdata[0])->code);
  g_assert_cmpstr (before, ==, after);

  return report;
}

static void
a_record_is_made_no_later_than_it_is_changed (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) report = test_import (file, HEAD ",\"communities\":[" C "]}", LAMP_IMPORT_MERGE);
  g_autoptr (LampRecord) record = lamp_store_find (file->store, "communities", "c");

  g_assert_cmpstr (lamp_record_get_text (record, "created_at"), ==, "2026-01-01T00:00:00.000Z");
}

static void
the_newer_record_wins_and_the_older_is_listed (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  static const char older[] = HEAD ",\"goals\":[" GOAL ("g", "") "," GOAL ("h", ",\"why\":\"older\"") "]}";
  static const char newer[] = HEAD ",\"goals\":[{\"id\":\"g\",\"community\":\"c\",\"level\":\"team\",\"title\":\"New\","
                                   "\"modified_at\":\"2026-06-01T00:00:00Z\"}]}";
  LampImportOptions take_older = { .mode = LAMP_IMPORT_MERGE, .take_older = TRUE };
  g_autoptr (LampImportReport) base = test_import (file, HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("g", "") ","
                                                   GOAL ("h", "") "]}", LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) up = test_import (file, newer, LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) down = test_import (file, older, LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) forced = NULL;
  g_autoptr (LampRecord) goal = lamp_store_find (file->store, "goals", "g");
  const LampProblem *conflict;

  g_assert_cmpuint (up->changed, ==, 1);
  g_assert_cmpuint (down->n_conflicts, ==, 2);
  conflict = down->conflicts->pdata[0];
  g_assert_cmpstr (conflict->pointer, ==, "/goals/0");
  g_assert_cmpint (conflict->code, ==, LAMP_ERROR_CONFLICT);
  g_assert_cmpstr (lamp_record_get_text (goal, "title"), ==, "New");
  forced = test_try_import (file, older, &take_older, NULL);
  g_assert_cmpuint (forced->changed, ==, 2);
  g_assert_cmpstr (lamp_record_get_text (goal, "title"), ==, "T");
}

static void
replacing_takes_a_backup_and_leaves_only_what_is_new (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) old = test_import (file, HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("g", "") "]}",
                                                  LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) new = test_import (file, HEAD ",\"communities\":[{\"id\":\"d\",\"name\":\"D\","
                                                  "\"kind\":\"school\"}]}", LAMP_IMPORT_REPLACE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 0);
  g_assert_cmpuint (lamp_store_count (file->store, "communities"), ==, 1);
  g_assert_nonnull (new->backup);
  g_assert_true (lamp_file_verify (new->backup, &error));
  g_assert_no_error (error);
  test_undo (file);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 1);
}

static void
a_copy_gets_new_names_throughout (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GPtrArray) rows = test_random_rows (3);
  g_autofree char *json = test_rows_to_json (rows);
  g_autoptr (LampImportReport) first = test_import (file, json, LAMP_IMPORT_COPY);
  g_autoptr (LampImportReport) second = test_import (file, json, LAMP_IMPORT_COPY);
  g_autoptr (GPtrArray) read = test_read_rows (file);
  g_autoptr (GPtrArray) faults = lamp_store_verify (file->store, NULL);

  g_assert_cmpuint (first->added, ==, rows->len);
  g_assert_cmpuint (second->added, ==, rows->len);
  g_assert_cmpuint (read->len, ==, 2 * rows->len);
  g_assert_cmpuint (faults->len, ==, 0);
  for (guint i = 0; i < rows->len; i++)
    g_assert_null (test_rows_find (read, rows->pdata[i]));
}

static void
a_copy_keeps_what_it_refers_to_outside (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  static const char outside[] = HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("g", "") "]}";
  g_autoptr (LampImportReport) base = test_import (file, outside, LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) copy = test_import (file, HEAD ",\"goals\":[" GOAL ("h", ",\"parent\":\"g\"") ","
                                                   GOAL ("i", ",\"parent\":\"h\"") "]}", LAMP_IMPORT_COPY);
  g_autoptr (GPtrArray) rows = test_read_rows (file);
  const char *copied = NULL;
  const char *parent_of_other = NULL;

  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 3);
  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *row = rows->pdata[i];

      if (g_str_equal (row->type->name, "communities") || !lamp_row_has (row, "parent"))
        continue;
      g_assert_cmpstr (lamp_row_get_text (row, "community"), ==, "c");
      if (g_str_equal (lamp_row_get_text (row, "parent"), "g"))
        copied = lamp_row_get_id (row);
      else
        parent_of_other = lamp_row_get_text (row, "parent");
    }
  g_assert_nonnull (copied);
  g_assert_cmpstr (copied, ==, parent_of_other);
}

static void
a_dry_run_says_the_same_and_writes_nothing (void)
{
  g_autoptr (GPtrArray) rows = test_random_rows (2);
  g_autofree char *json = test_rows_to_json (rows);

  for (LampImportMode mode = LAMP_IMPORT_MERGE; mode <= LAMP_IMPORT_COPY; mode++)
    {
      g_autoptr (TestFile) file = test_file_new ();
      LampImportOptions options = { .mode = mode, .dry_run = TRUE };
      g_autofree char *before = test_bytes (file->path);
      g_autoptr (LampImportReport) dry = test_try_import (file, json, &options, NULL);
      g_autofree char *after = test_bytes (file->path);
      g_autoptr (LampImportReport) wet = test_import (file, json, mode);
      g_autofree char *said = lamp_import_report_to_text (dry);
      g_autofree char *done = lamp_import_report_to_text (wet);

      g_assert_cmpstr (said, ==, done);
      g_assert_cmpstr (before, ==, after);
      g_assert_null (dry->backup);
    }
}

static void
rules_between_records_are_named_where_they_are_broken (void)
{
  static const struct { const char *json; const char *code; const char *pointer; } cases[] = {
    { HEAD ",\"goals\":[" GOAL ("g", "") "]}", "reference", "/goals/0/community" },
    { HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("f", "") "," GOAL ("g", ",\"parent\":\"x\"") "]}", "reference",
      "/goals/1/parent" },
    { HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("g", ",\"parent\":\"c\"") "]}", "reference",
      "/goals/0/parent" },
    { HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("g", ",\"parent\":\"g\"") "]}", "cycle", "/goals/0/parent" },
    { HEAD ",\"communities\":[" C "," C "]}", "duplicate-id", "/communities/1/id" },
    { HEAD ",\"communities\":[" C "],\"people\":[{\"id\":\"p\",\"name\":\"P\",\"sector\":\"educators\","
           "\"wall\":\"inside\"}],"
           "\"memberships\":[{\"id\":\"m\",\"community\":\"c\",\"person\":\"p\"},"
           "{\"id\":\"n\",\"community\":\"c\",\"person\":\"p\"}]}", "duplicate-id", "/memberships/1/community" },
  };

  for (LampImportMode mode = LAMP_IMPORT_MERGE; mode <= LAMP_IMPORT_COPY; mode++)
    for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_autoptr (TestFile) file = test_file_new ();
        g_autoptr (LampImportReport) report = refuse (file, cases[i].json, mode);

        /* Which of two that share a pair comes first is told by their identifiers, and a copy's are new. */
        if (mode == LAMP_IMPORT_COPY && i == 5)
          g_assert_cmpint (((LampProblem *) report->problems->pdata[0])->code, ==, LAMP_ERROR_DUPLICATE_ID);
        else
          assert_problem (report, 0, cases[i].code, cases[i].pointer);
        g_assert_cmpuint (report->added + report->changed + report->unchanged, ==, 0);
      }
}

static void
parents_that_go_round_are_all_named (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) report =
    refuse (file, HEAD ",\"communities\":[" C "],\"goals\":["
            GOAL ("a", ",\"parent\":\"b\"") "," GOAL ("b", ",\"parent\":\"d\"") ","
            GOAL ("d", ",\"parent\":\"a\"") "," GOAL ("e", ",\"parent\":\"a\"") "]}",
            LAMP_IMPORT_MERGE);

  g_assert_cmpuint (report->n_problems, ==, 3);
  assert_problem (report, 0, "cycle", "/goals/0/parent");
  assert_problem (report, 1, "cycle", "/goals/1/parent");
  assert_problem (report, 2, "cycle", "/goals/2/parent");
}

static void
a_reference_into_the_file_that_is_there_holds (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) first = test_import (file, HEAD ",\"communities\":[" C "]}", LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) second = test_import (file, HEAD ",\"goals\":[" GOAL ("g", "") "]}", LAMP_IMPORT_MERGE);

  g_assert_cmpuint (second->added, ==, 1);
}

static void
what_was_deleted_elsewhere_is_deleted_here (void)
{
  static const char base[] = HEAD ",\"communities\":[" C "],\"goals\":[" GOAL ("g", "") "," GOAL ("h", "") "]}";
  static const char news[] = HEAD ",\"deleted\":[{\"type\":\"goals\",\"id\":\"g\",\"at\":\"2026-05-01T00:00:00Z\"},"
                                  "{\"type\":\"goals\",\"id\":\"h\",\"at\":\"2025-05-01T00:00:00Z\"}],"
                                  "\"communities\":[" C "]}";
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (TestFile) other = test_file_new ();
  g_autoptr (LampImportReport) first = test_import (file, base, LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) second = test_import (file, news, LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) third = test_import (file, news, LAMP_IMPORT_MERGE);
  g_autofree char *out = test_export (file);
  g_autoptr (LampImportReport) there = test_import (other, out, LAMP_IMPORT_MERGE);
  g_autofree char *again = test_export (other);

  g_assert_cmpuint (second->deleted, ==, 1);
  g_assert_cmpuint (third->deleted, ==, 0);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 1);
  g_assert_nonnull (strstr (out, "\"deleted\": [\n    {\n      \"type\": \"goals\",\n      \"id\": \"g\",\n"));
  g_assert_cmpstr (out, ==, again);
}

static void
a_large_import_names_the_backup_that_undo_goes_back_to (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GString) json = g_string_new (HEAD ",\"communities\":[" C "],\"goals\":[");
  g_autoptr (LampImportReport) first = NULL;
  g_autoptr (LampImportReport) second = NULL;

  for (guint i = 0; i < 10001; i++)
    g_string_append_printf (json, "%s{\"id\":\"g%u\",\"community\":\"c\",\"level\":\"team\",\"title\":\"T\"}",
                            i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  first = test_import (file, json->str, LAMP_IMPORT_MERGE);
  second = test_import (file, json->str, LAMP_IMPORT_MERGE);
  g_assert_cmpuint (first->added, ==, 10002);
  g_assert_nonnull (first->backup);
  g_assert_true (g_file_test (first->backup, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (second->unchanged, ==, 10002);
  g_assert_null (second->backup);
  test_undo (file);
  g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, 0);
}

static void
a_report_reads_as_a_sentence (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) nothing = test_import (file, HEAD "}", LAMP_IMPORT_MERGE);
  g_autoptr (LampImportReport) refused = refuse (file, "{}", LAMP_IMPORT_MERGE);
  g_autofree char *none = lamp_import_report_to_text (nothing);
  g_autofree char *no = lamp_import_report_to_text (refused);

  g_assert_cmpstr (none, ==, "nothing to import");
  g_assert_cmpstr (no, ==, "1 refused\nformat: This is not a Lamplighter file: it has no member “format”.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/import/" #name, name)
  ADD (a_record_is_made_no_later_than_it_is_changed);
  ADD (the_newer_record_wins_and_the_older_is_listed);
  ADD (replacing_takes_a_backup_and_leaves_only_what_is_new);
  ADD (a_copy_gets_new_names_throughout);
  ADD (a_copy_keeps_what_it_refers_to_outside);
  ADD (a_dry_run_says_the_same_and_writes_nothing);
  ADD (rules_between_records_are_named_where_they_are_broken);
  ADD (parents_that_go_round_are_all_named);
  ADD (a_reference_into_the_file_that_is_there_holds);
  ADD (what_was_deleted_elsewhere_is_deleted_here);
  ADD (a_large_import_names_the_backup_that_undo_goes_back_to);
  ADD (a_report_reads_as_a_sentence);

  return g_test_run ();
}
