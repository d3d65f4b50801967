/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-test-document.h"

/* Documents into a file and out again: all of them or nothing, and always the same. */

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
random_documents_of_every_type_arrive_whole (void)
{
  for (guint round = 0; round < 12; round++)
    {
      g_autoptr (TestFile) file = test_file_new ();
      g_autoptr (GPtrArray) rows = test_random_rows (1 + round % 6);
      g_autofree char *json = test_rows_to_json (rows);
      g_autoptr (LampImportReport) report = test_import (file, json, LAMP_IMPORT_MERGE);
      g_autoptr (GPtrArray) read = test_read_rows (file);

      g_assert_cmpuint (report->added, ==, rows->len);
      g_assert_cmpuint (read->len, ==, rows->len);
      for (guint i = 0; i < rows->len; i++)
        {
          const LampRow *row = rows->pdata[i];
          const LampRow *found = test_rows_find (read, row);

          g_assert_nonnull (found);
          if (!lamp_row_equal (row, found, TRUE))
            {
              g_autofree char *sent = lamp_row_to_json (row, 0);
              g_autofree char *arrived = lamp_row_to_json (found, 0);

              g_assert_cmpstr (arrived, ==, sent);
            }
        }
    }
}

static void
an_export_comes_back_to_the_byte (void)
{
  for (guint round = 0; round < 8; round++)
    {
      g_autoptr (TestFile) one = test_file_new ();
      g_autoptr (TestFile) two = test_file_new ();
      g_autoptr (GPtrArray) rows = test_random_rows (3);
      g_autofree char *json = test_rows_to_json (rows);
      g_autoptr (LampImportReport) there = test_import (one, json, LAMP_IMPORT_MERGE);
      g_autofree char *first = test_export (one);
      g_autoptr (LampImportReport) back = test_import (two, first, LAMP_IMPORT_MERGE);
      g_autofree char *second = test_export (two);
      g_autoptr (JsonNode) node = json_from_string (first, NULL);

      g_assert_cmpuint (back->added, ==, rows->len);
      g_assert_cmpstr (first, ==, second);
      g_assert_nonnull (node);
    }
}

static void
a_second_import_changes_nothing (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GPtrArray) rows = test_random_rows (3);
  g_autofree char *json = test_rows_to_json (rows);
  g_autoptr (LampImportReport) first = test_import (file, json, LAMP_IMPORT_MERGE);
  g_autofree char *before = test_export (file);
  g_autoptr (LampImportReport) second = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autofree char *after = NULL;

  lamp_clock_advance (file->clock, G_TIME_SPAN_DAY);
  second = test_import (file, json, LAMP_IMPORT_MERGE);
  after = test_export (file);
  history = lamp_store_get_history (file->store, 10);
  g_assert_cmpuint (second->unchanged, ==, rows->len);
  g_assert_cmpuint (second->added + second->changed + second->deleted + second->n_conflicts, ==, 0);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (history->len, ==, 1);
}

static void
a_hand_written_file_without_times_changes_nothing_twice_either (void)
{
  static const char json[] = HEAD ",\"communities\":[{\"id\":\"c\",\"name\":\"C\",\"kind\":\"team\"}]}";
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) first = test_import (file, json, LAMP_IMPORT_MERGE);
  g_autoptr (LampRecord) record = lamp_store_find (file->store, "communities", "c");
  g_autoptr (LampImportReport) second = NULL;
  g_autoptr (GPtrArray) history = NULL;

  g_assert_cmpstr (lamp_record_get_text (record, "created_at"), ==, TEST_MOMENT);
  g_assert_cmpstr (lamp_record_get_text (record, "modified_at"), ==, TEST_MOMENT);
  lamp_clock_advance (file->clock, G_TIME_SPAN_DAY);
  second = test_import (file, json, LAMP_IMPORT_MERGE);
  history = lamp_store_get_history (file->store, 10);
  g_assert_cmpuint (second->unchanged, ==, 1);
  g_assert_cmpuint (history->len, ==, 1);
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
the_real_plan_arrives_whole (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "real", "nc-strategic-plan.json",
                                                 NULL);
  g_autofree char *json = NULL;
  g_autoptr (TestFile) one = NULL;
  g_autoptr (TestFile) two = NULL;
  g_autoptr (LampImportReport) first = NULL;
  g_autoptr (LampImportReport) second = NULL;
  g_autoptr (LampImportReport) third = NULL;
  g_autofree char *out = NULL;
  g_autofree char *again = NULL;

  if (!g_file_get_contents (path, &json, NULL, NULL))
    {
      g_test_skip ("the real files are not here");
      return;
    }
  one = test_file_new ();
  two = test_file_new ();
  first = test_import (one, json, LAMP_IMPORT_MERGE);
  second = test_import (one, json, LAMP_IMPORT_MERGE);
  g_assert_cmpuint (first->per_type[lamp_schema_get_index (lamp_schema_find ("communities"))], ==, 1);
  g_assert_cmpuint (first->per_type[lamp_schema_get_index (lamp_schema_find ("goals"))], ==, 200);
  g_assert_cmpuint (first->per_type[lamp_schema_get_index (lamp_schema_find ("measurements"))], ==, 21);
  g_assert_cmpuint (first->added, ==, 222);
  g_assert_cmpuint (second->unchanged, ==, 222);
  out = test_export (one);
  third = test_import (two, out, LAMP_IMPORT_MERGE);
  again = test_export (two);
  g_assert_cmpstr (out, ==, again);
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
unknown_members_stay_and_leave_again (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) report =
    test_import (file, HEAD ",\"communities\":[{\"mascot\":{\"kind\":\"owl\",\"tags\":[]},\"id\":\"c\",\"name\":\"C\","
                 "\"extra\":{\"big\":123456789012345678901234567890},\"kind\":\"team\"}]}", LAMP_IMPORT_MERGE);
  g_autofree char *out = test_export (file);

  g_assert_nonnull (strstr (out, "      \"modified_at\": \"" TEST_MOMENT "\",\n"
                                 "      \"mascot\": {\n"
                                 "        \"kind\": \"owl\",\n"
                                 "        \"tags\": []\n"
                                 "      },\n"
                                 "      \"big\": 123456789012345678901234567890\n"
                                 "    }\n"));
}

static void
cancel_half_way (double   done,
                 gpointer data)
{
  if (done > 0.5)
    g_cancellable_cancel (data);
}

static void
a_cancelled_import_leaves_everything_as_it_was (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) rows = test_random_rows (120);
  g_autofree char *json = test_rows_to_json (rows);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (json, (gssize) strlen (json), NULL);
  g_autofree char *before = test_bytes (file->path);
  g_autofree char *after = NULL;
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .clock = file->clock };
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (lamp_import_json (stream, file->path, &options, cancel_half_way, cancellable, cancellable, &report,
                                    &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = test_bytes (file->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (lamp_store_count (file->store, "communities"), ==, 0);
}

static void
a_stream_that_cannot_be_rewound_is_read_all_the_same (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GPtrArray) rows = test_random_rows (20);
  g_autofree char *json = test_rows_to_json (rows);
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_data (json, (gssize) strlen (json), NULL);
  g_autoptr (GConverter) converter = G_CONVERTER (g_charset_converter_new ("UTF-8", "UTF-8", NULL));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, converter);
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .clock = file->clock };
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream)));
  lamp_import_json (stream, file->path, &options, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, rows->len);
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
note_progress (double   done,
               gpointer data)
{
  double *last = data;

  g_assert_true (g_main_context_is_owner (g_main_context_default ()));
  g_assert_cmpfloat (done, >=, *last);
  *last = done;
}

static void
a_thread_brings_it_in_and_out (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GPtrArray) rows = test_random_rows (60);
  g_autofree char *json = test_rows_to_json (rows);
  g_autofree char *path = g_build_filename (file->folder, "plan.json", NULL);
  g_autofree char *out = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GFile) document = g_file_new_for_path (path);
  LampImportOptions import = { .mode = LAMP_IMPORT_MERGE, .clock = file->clock };
  LampExportOptions export = { .exported_at = TEST_MOMENT, .with_private = TRUE, .clock = file->clock };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (LampExportSummary) summary = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;
  double done = 0;

  g_assert_true (g_file_set_contents (path, json, -1, NULL));
  lamp_import_json_async (document, file->path, &import, note_progress, &done, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lamp_import_json_finish (result, &report, &error));
  g_assert_cmpuint (report->added, ==, rows->len);
  g_assert_cmpfloat (done, ==, 1);
  lamp_store_reload (file->store);
  history = lamp_store_get_history (file->store, 1);
  g_assert_cmpstr (((LampStep *) history->pdata[0])->label, ==, "Import plan.json");
  done = 0;
  lamp_export_json_async (file->path, document, &export, note_progress, &done, NULL, keep_result, &second);
  while (second == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (lamp_export_json_finish (second, &summary, &error));
  g_assert_true (g_file_get_contents (path, &out, NULL, NULL));
  expected = test_export (file);
  g_assert_cmpstr (out, ==, expected);
  g_assert_cmpfloat (done, ==, 1);
}

static void
a_file_that_is_not_there_is_an_error_not_a_crash (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GFile) document = g_file_new_for_path ("/nowhere/at/all.json");
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .clock = file->clock };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  lamp_import_json_async (document, file->path, &options, NULL, NULL, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (lamp_import_json_finish (result, &report, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (report);
}

/* Whatever stands in a document, it is taken whole or not at all, and what is taken can leave and come back. */
static void
a_spoiled_document_is_all_or_nothing (void)
{
  static const char stuff[] = "{}[]\",:0e.-+\\utn \n\x7f\x80\xc3zA9";
  guint n_taken = 0;
  guint n_refused = 0;

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (TestFile) file = test_file_new ();
      g_autoptr (GPtrArray) rows = test_random_rows (1);
      g_autofree char *json = test_rows_to_json (rows);
      LampImportOptions options = { .mode = LAMP_IMPORT_MERGE };
      g_autoptr (LampImportReport) report = NULL;
      g_autofree char *before = test_bytes (file->path);
      g_autofree char *out = NULL;
      gint32 length = (gint32) strlen (json);

      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        json[g_test_rand_int_range (0, length)] = stuff[g_test_rand_int_range (0, sizeof stuff - 1)];
      report = test_try_import (file, json, &options, NULL);
      n_taken += report->n_problems == 0;
      n_refused += report->n_problems > 0;
      if (report->n_problems > 0)
        {
          g_autofree char *after = test_bytes (file->path);

          g_assert_cmpstr (before, ==, after);
          g_assert_cmpuint (report->problems->len, >, 0);
          continue;
        }
      out = test_export (file);
      {
        g_autoptr (TestFile) other = test_file_new ();
        g_autoptr (LampImportReport) back = test_import (other, out, LAMP_IMPORT_MERGE);
        g_autofree char *again = test_export (other);

        g_assert_cmpuint (back->added, ==, report->added);
        g_assert_cmpstr (out, ==, again);
      }
    }
  g_assert_cmpuint (n_taken, >, 0);
  g_assert_cmpuint (n_refused, >, 0);
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
#define ADD(name) g_test_add_func ("/exchange/" #name, name)
  ADD (random_documents_of_every_type_arrive_whole);
  ADD (an_export_comes_back_to_the_byte);
  ADD (a_second_import_changes_nothing);
  ADD (a_hand_written_file_without_times_changes_nothing_twice_either);
  ADD (a_record_is_made_no_later_than_it_is_changed);
  ADD (the_real_plan_arrives_whole);
  ADD (the_newer_record_wins_and_the_older_is_listed);
  ADD (replacing_takes_a_backup_and_leaves_only_what_is_new);
  ADD (a_copy_gets_new_names_throughout);
  ADD (a_copy_keeps_what_it_refers_to_outside);
  ADD (a_dry_run_says_the_same_and_writes_nothing);
  ADD (rules_between_records_are_named_where_they_are_broken);
  ADD (parents_that_go_round_are_all_named);
  ADD (a_reference_into_the_file_that_is_there_holds);
  ADD (what_was_deleted_elsewhere_is_deleted_here);
  ADD (unknown_members_stay_and_leave_again);
  ADD (a_cancelled_import_leaves_everything_as_it_was);
  ADD (a_stream_that_cannot_be_rewound_is_read_all_the_same);
  ADD (a_thread_brings_it_in_and_out);
  ADD (a_file_that_is_not_there_is_an_error_not_a_crash);
  ADD (a_spoiled_document_is_all_or_nothing);
  ADD (a_large_import_names_the_backup_that_undo_goes_back_to);
  ADD (a_report_reads_as_a_sentence);

  return g_test_run ();
}
