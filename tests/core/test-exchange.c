/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-test-document.h"

/* Documents into a file and out again: all of them or nothing, and always the same. */

#define HEAD "{\"format\":\"lamplighter\",\"version\":1"

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
  ADD (the_real_plan_arrives_whole);
  ADD (unknown_members_stay_and_leave_again);
  ADD (a_cancelled_import_leaves_everything_as_it_was);
  ADD (a_stream_that_cannot_be_rewound_is_read_all_the_same);
  ADD (a_thread_brings_it_in_and_out);
  ADD (a_file_that_is_not_there_is_an_error_not_a_crash);
  ADD (a_spoiled_document_is_all_or_nothing);

  return g_test_run ();
}
