/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lamp-generate.h"
#include "lamp-loader.h"
#include "lamp-test-document.h"

/* What leaves, and that it can always come back. */

static gboolean
put_row (const LampRow  *row,
         gpointer        data,
         GError        **error)
{
  LampPut put;

  return lamp_loader_put (data, row, TRUE, &put, error);
}

static TestFile *
district_new (void)
{
  TestFile *file = test_file_new ();
  LampGenerateOptions options = { .people = 130, .goals = 90, .meetings = 40, .seed = g_test_rand_int_range (0, 1000) };
  g_autoptr (GError) error = NULL;
  g_autoptr (LampLoader) loader = lamp_loader_new (file->path, file->clock, "Generate", 0, &error);

  g_assert_no_error (error);
  g_assert_true (lamp_generate (&options, put_row, loader, &error));
  g_assert_true (lamp_loader_commit (loader, &error));
  lamp_store_reload (file->store);

  return file;
}

static TestFile *
random_new (void)
{
  TestFile *file = test_file_new ();
  g_autoptr (GPtrArray) rows = test_random_rows (6);
  g_autofree char *json = test_rows_to_json (rows);
  g_autoptr (LampImportReport) report = test_import (file, json, LAMP_IMPORT_MERGE);

  return file;
}

/* Exports a part and brings it into an empty file: whatever is left out, the rest stands by itself. */
static GPtrArray *
carry_over (TestFile           *file,
            LampExportOptions   options,
            LampExportSummary **summary)
{
  g_autofree char *json = test_export_with (file, options, summary);
  g_autoptr (TestFile) other = test_file_new ();
  g_autoptr (LampImportReport) report = test_import (other, json, LAMP_IMPORT_MERGE);
  GPtrArray *rows = test_read_rows (other);

  g_assert_cmpuint (report->added, ==, rows->len);

  return rows;
}

static guint
count (GPtrArray  *rows,
       const char *type)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += g_str_equal (((LampRow *) rows->pdata[i])->type->name, type);

  return n;
}

static void
every_part_of_a_file_stands_by_itself (void)
{
  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (TestFile) file = i % 4 == 0 ? district_new () : random_new ();
      g_autoptr (GPtrArray) all = test_read_rows (file);
      LampExportOptions options = { .with_private = (i & 1) != 0, .without_people = (i & 2) != 0 };
      g_autoptr (LampExportSummary) summary = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      guint64 n = 0;
      guint n_types;

      if (i >= 8)
        options.community = lamp_row_get_id (all->pdata[i % count (all, "communities")]);
      rows = carry_over (file, options, &summary);
      lamp_schema_get_types (&n_types);
      for (guint t = 0; t < n_types; t++)
        n += summary->per_type[t];
      g_assert_cmpuint (n, ==, rows->len);
      g_assert_cmpuint (rows->len, >, 0);
      g_assert_cmpuint (rows->len, <=, all->len);
      if (options.without_people)
        {
          g_assert_cmpuint (count (rows, "people"), ==, 0);
          g_assert_cmpuint (count (rows, "memberships"), ==, 0);
          g_assert_cmpuint (count (rows, "journal_entries"), ==, 0);
        }
    }
}

static void
what_is_private_stays_unless_asked_for (void)
{
  g_autoptr (TestFile) file = district_new ();
  g_autoptr (LampExportSummary) shared = NULL;
  g_autoptr (LampExportSummary) backup = NULL;
  g_autoptr (GPtrArray) part = carry_over (file, (LampExportOptions) { 0 }, &shared);
  g_autoptr (GPtrArray) whole = carry_over (file, (LampExportOptions) { .with_private = TRUE }, &backup);
  guint n_private = 0;

  for (guint i = 0; i < part->len; i++)
    {
      const LampRow *row = part->pdata[i];

      g_assert_false (g_str_equal (row->type->name, "goals") && lamp_row_get_integer (row, "private"));
    }
  for (guint i = 0; i < whole->len; i++)
    {
      const LampRow *row = whole->pdata[i];

      n_private += g_str_equal (row->type->name, "goals") && lamp_row_get_integer (row, "private");
    }
  g_assert_cmpuint (n_private, >, 0);
  g_assert_cmpuint (shared->left_out_private, ==, n_private);
  g_assert_cmpuint (backup->left_out_private, ==, 0);
  g_assert_cmpuint (count (whole, "goals") - count (part, "goals"), ==, n_private);
}

static void
a_goal_without_a_word_on_it_is_private_when_it_is_one_persons (void)
{
  static const char json[] =
    "{\"format\":\"lamplighter\",\"version\":1,"
    "\"communities\":[{\"id\":\"c\",\"name\":\"C\",\"kind\":\"team\"}],\"goals\":["
    "{\"id\":\"a\",\"community\":\"c\",\"level\":\"individual\",\"title\":\"T\"},"
    "{\"id\":\"b\",\"community\":\"c\",\"level\":\"individual\",\"title\":\"T\",\"private\":false},"
    "{\"id\":\"d\",\"community\":\"c\",\"level\":\"team\",\"title\":\"T\",\"parent\":\"a\"}],"
    "\"visits\":[{\"id\":\"v\",\"focus\":\"F\"}],"
    "\"journal_entries\":[{\"id\":\"j\",\"private\":false},{\"id\":\"k\"}]}";
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (LampImportReport) report = test_import (file, json, LAMP_IMPORT_MERGE);
  g_autoptr (LampExportSummary) summary = NULL;
  g_autofree char *out = test_export_with (file, (LampExportOptions) { 0 }, &summary);

  g_assert_cmpuint (summary->left_out_private, ==, 3);
  g_assert_null (strstr (out, "\"id\": \"a\""));
  g_assert_nonnull (strstr (out, "\"id\": \"b\""));
  g_assert_nonnull (strstr (out, "\"id\": \"d\""));
  g_assert_null (strstr (out, "\"parent\""));
  g_assert_nonnull (strstr (out, "\"id\": \"j\""));
  g_assert_null (strstr (out, "\"id\": \"k\""));
  g_assert_null (strstr (out, "\"visits\""));
}

static void
a_community_takes_its_parts_and_its_people_along (void)
{
  g_autoptr (TestFile) file = district_new ();
  LampExportOptions one = { .community = "c-0000001", .with_private = TRUE };
  LampExportOptions top = { .community = "c-0000000", .with_private = TRUE };
  g_autoptr (GPtrArray) school = carry_over (file, one, NULL);
  g_autoptr (GPtrArray) district = carry_over (file, top, NULL);
  g_autoptr (GPtrArray) all = test_read_rows (file);

  g_assert_cmpuint (count (school, "communities"), >, 1);
  g_assert_cmpuint (count (school, "communities"), <, count (all, "communities"));
  g_assert_cmpuint (count (school, "people"), >, 0);
  g_assert_cmpuint (count (school, "people"), <, count (all, "people"));
  g_assert_cmpuint (count (school, "agenda_items"), >, 0);
  g_assert_cmpuint (count (school, "stages"), >, 0);
  g_assert_cmpuint (count (district, "communities"), ==, count (all, "communities"));
  g_assert_cmpuint (count (district, "people"), ==, count (all, "people"));
  for (guint i = 0; i < school->len; i++)
    if (g_str_equal (lamp_row_get_id (school->pdata[i]), "c-0000001"))
      g_assert_false (lamp_row_has (school->pdata[i], "parent"));
}

static void
a_community_that_is_not_there_is_refused (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  LampExportOptions options = { .community = "nowhere", .clock = file->clock };
  g_autoptr (GError) error = NULL;

  g_assert_false (lamp_export_json (file->path, NULL, &options, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
}

static void
a_moment_that_is_none_is_refused (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  LampExportOptions options = { .exported_at = "today", .clock = file->clock };
  g_autoptr (GError) error = NULL;

  g_assert_false (lamp_export_json (file->path, NULL, &options, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_DATE);
}

static void
an_empty_file_is_a_document_too (void)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autofree char *out = test_export (file);

  g_assert_cmpstr (out, ==, "{\n  \"format\": \"lamplighter\",\n  \"version\": 1,\n"
                            "  \"exported_at\": \"" TEST_MOMENT "\"\n}\n");
}

static void
an_exported_file_is_for_its_owner_alone (void)
{
  g_autoptr (TestFile) file = district_new ();
  g_autofree char *path = g_build_filename (file->folder, "out.json", NULL);
  g_autofree char *link = g_build_filename (file->folder, "link.json", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GFile) target = g_file_new_for_path (link);
  LampExportOptions options = { .exported_at = TEST_MOMENT, .with_private = TRUE, .clock = file->clock };
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents_full (path, "old", -1, G_FILE_SET_CONTENTS_NONE, 0644, NULL));
  g_assert_cmpint (symlink ("out.json", link), ==, 0);
  g_assert_true (lamp_export_json_to_file (file->path, target, &options, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &out, NULL, NULL));
  expected = test_export (file);
  g_assert_cmpstr (out, ==, expected);
}

static void
an_export_that_fails_leaves_what_was_there (void)
{
  g_autoptr (TestFile) file = district_new ();
  g_autofree char *path = g_build_filename (file->folder, "out.json", NULL);
  g_autofree char *out = NULL;
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  LampExportOptions options = { .clock = file->clock };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  guint n = 0;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (lamp_export_json_to_file (file->path, target, &options, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (path, &out, NULL, NULL));
  g_assert_cmpstr (out, ==, "old");
  dir = g_dir_open (file->folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    n += g_str_has_prefix (name, ".out.json");
  g_assert_cmpuint (n, ==, 0);
}

static void
the_same_seed_makes_the_same_district (void)
{
  g_autoptr (TestFile) one = test_file_new ();
  g_autoptr (TestFile) two = test_file_new ();
  TestFile *files[] = { one, two };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < 2; i++)
    {
      LampGenerateOptions options = { .people = 30, .goals = 25, .meetings = 9, .seed = 7 };
      g_autoptr (LampLoader) loader = lamp_loader_new (files[i]->path, files[i]->clock, "Generate", 0, NULL);

      g_assert_true (lamp_generate (&options, put_row, loader, NULL));
      g_assert_true (lamp_loader_commit (loader, NULL));
    }
  first = test_export (one);
  second = test_export (two);
  g_assert_cmpstr (first, ==, second);
}

static void
a_district_of_any_size_can_stand (void)
{
  static const int sizes[][3] = { { 0, 0, 0 }, { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 },
                                  { 1, 1, 1 }, { 7, 2, 3 }, { 61, 100, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (TestFile) file = test_file_new ();
      LampGenerateOptions options = { .people = sizes[i][0], .goals = sizes[i][1], .meetings = sizes[i][2],
                                      .seed = (int) i };
      g_autoptr (LampLoader) loader = lamp_loader_new (file->path, file->clock, "Generate", 0, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_true (lamp_generate (&options, put_row, loader, &error));
      g_assert_true (lamp_loader_commit (loader, &error));
      g_assert_no_error (error);
      lamp_store_reload (file->store);
      g_assert_cmpuint (lamp_store_count (file->store, "people"), ==, (guint64) options.people);
      g_assert_cmpuint (lamp_store_count (file->store, "goals"), ==, (guint64) options.goals);
      g_assert_cmpuint (lamp_store_count (file->store, "meetings"), ==, (guint64) options.meetings);
    }
}

static JsonObject *
descend (JsonObject *object,
         const char *path)
{
  g_auto (GStrv) names = g_strsplit (path, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_assert_true (json_object_has_member (object, names[i]));
      object = json_object_get_object_member (object, names[i]);
    }

  return object;
}

static void
the_schema_names_every_field_and_what_it_needs (void)
{
  g_autofree char *text = lamp_json_schema_to_text ();
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  JsonObject *root;

  g_assert_nonnull (node);
  root = json_node_get_object (node);
  for (guint t = 0; types[t] != NULL; t++)
    {
      JsonObject *record = descend (descend (root, "$defs"), types[t]->name);
      JsonArray *required = json_object_get_array_member (record, "required");
      guint n_required = 0;

      descend (descend (root, "properties"), types[t]->name);
      for (guint i = 0; i < types[t]->n_fields; i++)
        {
          JsonObject *field = descend (descend (record, "properties"), types[t]->fields[i].name);

          g_assert_cmpuint (json_object_get_size (field), >=, 2);
          n_required += (types[t]->fields[i].flags & LAMP_REQUIRED) && i + 3 < types[t]->n_fields;
        }
      g_assert_cmpuint (json_array_get_length (required), ==, n_required);
    }
  g_assert_cmpint (json_object_get_int_member (descend (root, "properties version"), "const"), ==, 1);
}

/* What a partial export rests on: what a record goes down with comes before it, people excepted, and nobody else is
 * referred to by what depends on people. */
static void
types_stand_after_what_they_cannot_be_without (void)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint t = 0; types[t] != NULL; t++)
    for (guint i = 0; i < types[t]->n_fields; i++)
      {
        const LampField *field = &types[t]->fields[i];

        if (field->type == LAMP_FIELD_REF && field->on_delete == LAMP_CASCADE)
          g_assert_cmpuint (lamp_schema_get_index (lamp_schema_find (field->target)), <, t);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/export/" #name, name)
  ADD (every_part_of_a_file_stands_by_itself);
  ADD (what_is_private_stays_unless_asked_for);
  ADD (a_goal_without_a_word_on_it_is_private_when_it_is_one_persons);
  ADD (a_community_takes_its_parts_and_its_people_along);
  ADD (a_community_that_is_not_there_is_refused);
  ADD (a_moment_that_is_none_is_refused);
  ADD (an_empty_file_is_a_document_too);
  ADD (an_exported_file_is_for_its_owner_alone);
  ADD (an_export_that_fails_leaves_what_was_there);
  ADD (the_same_seed_makes_the_same_district);
  ADD (a_district_of_any_size_can_stand);
  ADD (the_schema_names_every_field_and_what_it_needs);
  ADD (types_stand_after_what_they_cannot_be_without);

  return g_test_run ();
}
