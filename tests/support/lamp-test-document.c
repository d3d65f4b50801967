/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-test-document.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-loader.h"

static guint
below (guint limit)
{
  return (guint) g_test_rand_int_range (0, (gint32) limit);
}

static char *
random_text (gboolean is_long)
{
  static const char * const pieces[] = { "Tom & <b>Jerry</b>", "é", "ß", "日本", "🏮", " ", "\"", "\\", "/", "~", "x",
                                         "'", "0", "\xe2\x80\xa8", "\x7f", "مرحبا", "\t", "\n", "\r\n" };
  g_autoptr (GString) text = g_string_new ("a");

  for (guint n = below (6); n > 0; n--)
    g_string_append (text, pieces[below (is_long ? G_N_ELEMENTS (pieces) : G_N_ELEMENTS (pieces) - 3)]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
random_flags (const LampField *field)
{
  g_autoptr (GString) words = g_string_new ("[");

  for (const LampChoice *choice = field->choices; choice->nick != NULL; choice++)
    if (g_test_rand_bit ())
      g_string_append_printf (words, "%s\"%s\"", words->len > 1 ? "," : "", choice->nick);
  g_string_append_c (words, ']');

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
random_object (LampFieldType type)
{
  static const char * const counts[] = { "{}", "{\"for\":3}", "{\"a/b\":0,\"é \\\"\":9007199254740993}" };
  static const char * const extras[] = {
    "{\"mascot\":\"owl\"}",
    "{\"z\":1,\"a\":[],\"o\":{}}",
    "{\"é~/\\\"\":{\"deep\":[1,2.50,-0.0,1e5,{\"x\":null,\"y\":[true,false,[]]}]},\"n\":12345678901234567890}",
  };

  return g_strdup (type == LAMP_FIELD_COUNTS ? counts[below (3)] : extras[below (3)]);
}

static double
random_real (void)
{
  static const double reals[] = { 0, 0.1, -1.5, 87, 1e-7, 123456789.125, 1e300, 5e-324, 0.30000000000000004 };

  return g_test_rand_bit () ? reals[below (G_N_ELEMENTS (reals))] : g_test_rand_double_range (-1000, 1000);
}

static char *
random_day (void)
{
  return lamp_date_add_days ("2000-01-01", (int) below (20000));
}

static char *
random_text_of (const LampField *field)
{
  g_autofree char *day = random_day ();
  guint n_choices = 0;

  switch (field->type)
    {
    case LAMP_FIELD_DATE:
      return g_steal_pointer (&day);
    case LAMP_FIELD_TIME:
      return g_strdup_printf ("%sT%02u:%02u", day, below (24), below (60));
    case LAMP_FIELD_INSTANT:
      return g_strdup_printf ("%sT%02u:%02u:%02u.%03uZ", day, below (24), below (60), below (60), below (1000));
    case LAMP_FIELD_ENUM:
      while (field->choices[n_choices].nick != NULL)
        n_choices++;
      return g_strdup (field->choices[below (n_choices)].nick);
    case LAMP_FIELD_FLAGS:
      return random_flags (field);
    case LAMP_FIELD_COUNTS:
    case LAMP_FIELD_EXTRA:
      return random_object (field->type);
    case LAMP_FIELD_LONG_TEXT:
      return random_text (TRUE);
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_ID:
    case LAMP_FIELD_INT:
    case LAMP_FIELD_REAL:
    case LAMP_FIELD_BOOL:
    case LAMP_FIELD_REF:
    default:
      return random_text (FALSE);
    }
}

static char *
id_of (const char *type,
       guint       number)
{
  return g_strdup_printf ("%.20s:%u.x_-", type, number);
}

static void
fill (LampRow *row,
      guint    number,
      guint    n_per_type)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const LampField *field = &row->type->fields[i];
      gboolean is_own = g_strcmp0 (field->target, row->type->name) == 0;
      g_autofree char *text = NULL;

      if (i > 0 && !(field->flags & LAMP_REQUIRED) && below (3) == 0)
        continue;
      if (field->type == LAMP_FIELD_INT)
        lamp_row_set_integer (row, field->name,
                              field->minimum + (gint64) below ((guint) MIN (field->maximum - field->minimum, 100) + 1));
      else if (field->type == LAMP_FIELD_BOOL)
        lamp_row_set_integer (row, field->name, g_test_rand_bit ());
      else if (field->type == LAMP_FIELD_REAL)
        lamp_row_set_real (row, field->name, random_real ());
      else if (field->type == LAMP_FIELD_ID)
        text = id_of (row->type->name, number);
      /* Names the like of it only upwards, so that nothing goes round. */
      else if (field->type == LAMP_FIELD_REF && (!is_own || number > 0))
        text = id_of (field->target, below (is_own ? number : n_per_type));
      else if (field->type != LAMP_FIELD_REF)
        text = random_text_of (field);
      if (text != NULL)
        lamp_row_set_text (row, field->name, text);
    }
}

/* What is unique is unique here too: the first pair of references tells. */
static gboolean
is_pair_new (GPtrArray     *rows,
             const LampRow *row)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *other = rows->pdata[i];
      gboolean is_same = other->type == row->type;
      gboolean has_any = FALSE;

      for (guint f = 0; is_same && f < row->type->n_fields; f++)
        if (row->type->fields[f].flags & LAMP_UNIQUE)
          {
            has_any = TRUE;
            is_same = lamp_value_equal (&row->values[f], &other->values[f]);
          }
      if (is_same && has_any)
        return FALSE;
    }

  return TRUE;
}

/* Makes valid records of every type. */
GPtrArray *
test_random_rows (guint n_per_type)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint t = 0; types[t] != NULL; t++)
    for (guint i = 0; i < n_per_type; i++)
      for (;;)
        {
          g_autoptr (LampRow) row = lamp_row_new (types[t]);

          fill (row, i, n_per_type);
          if (!lamp_row_validate (row, NULL, NULL) || !is_pair_new (rows, row))
            continue;
          g_ptr_array_add (rows, g_steal_pointer (&row));
          break;
        }

  return rows;
}

static void
add_member (JsonObject      *object,
            const LampField *field,
            const LampValue *value)
{
  if (value->kind == LAMP_VALUE_NONE)
    return;
  if (field->type == LAMP_FIELD_BOOL)
    json_object_set_boolean_member (object, field->name, value->integer != 0);
  else if (value->kind == LAMP_VALUE_INTEGER)
    json_object_set_int_member (object, field->name, value->integer);
  else if (value->kind == LAMP_VALUE_REAL)
    json_object_set_double_member (object, field->name, value->real);
  else if (field->type == LAMP_FIELD_FLAGS || field->type == LAMP_FIELD_COUNTS)
    json_object_set_member (object, field->name, json_from_string (value->text, NULL));
  else if (field->type != LAMP_FIELD_EXTRA)
    json_object_set_string_member (object, field->name, value->text);
}

/* The members that are not known stand as they are in the text: json-glib cannot hold every number. */
static char *
row_to_text (const LampRow *row)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  const LampValue *extra = &row->values[row->type->n_fields - 1];
  g_autofree char *text = NULL;
  guint offset = below (row->type->n_fields);

  /* In any order. */
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      guint field = (i + offset) % row->type->n_fields;

      add_member (object, &row->type->fields[field], &row->values[field]);
    }
  json_node_set_object (node, object);
  text = json_to_string (node, g_test_rand_bit ());
  if (extra->kind == LAMP_VALUE_NONE)
    return g_steal_pointer (&text);
  if (g_test_rand_bit ())
    return g_strdup_printf ("{\"extra\": %s,%s", extra->text, text + 1);

  return g_strdup_printf ("{%.*s,%s", (int) strlen (extra->text) - 2, extra->text + 1, text + 1);
}

/* Writes a document by other means than the export does. */
char *
test_rows_to_json (GPtrArray *rows)
{
  GString *json = g_string_new ("{\"version\": 1.0e0");
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  guint n_types;
  guint offset;

  lamp_schema_get_types (&n_types);
  offset = below (n_types);
  for (guint t = 0; t < n_types; t++)
    {
      const LampRecordType *type = types[(t + offset) % n_types];
      const char *separator = "";

      g_string_append_printf (json, ",\n\"%s\": [", type->name);
      for (guint i = 0; i < rows->len; i++)
        if (((LampRow *) rows->pdata[i])->type == type)
          {
            g_autofree char *text = row_to_text (rows->pdata[i]);

            g_string_append_printf (json, "%s%s", separator, text);
            separator = ", ";
          }
      g_string_append_c (json, ']');
    }
  g_string_append (json, ",\"format\":\"lamplighter\"}");

  return g_string_free (json, FALSE);
}

const LampRow *
test_rows_find (GPtrArray     *rows,
                const LampRow *like)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *row = rows->pdata[i];

      if (row->type == like->type && g_str_equal (lamp_row_get_id (row), lamp_row_get_id (like)))
        return row;
    }

  return NULL;
}

LampImportReport *
test_try_import (TestFile                 *file,
                 const char               *json,
                 const LampImportOptions  *options,
                 GError                  **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (json, (gssize) strlen (json), NULL);
  LampImportOptions own = *options;
  LampImportReport *report = NULL;

  own.clock = file->clock;
  lamp_import_json (stream, file->path, &own, NULL, NULL, NULL, &report, error);
  g_assert_nonnull (report);
  if (file->store != NULL)
    lamp_store_reload (file->store);

  return report;
}

LampImportReport *
test_import (TestFile       *file,
             const char     *json,
             LampImportMode  mode)
{
  LampImportOptions options = { .mode = mode };
  g_autoptr (GError) error = NULL;
  LampImportReport *report = test_try_import (file, json, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_problems, ==, 0);

  return report;
}

char *
test_export_with (TestFile           *file,
                  LampExportOptions   options,
                  LampExportSummary **summary)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  options.exported_at = TEST_MOMENT;
  options.clock = file->clock;
  lamp_export_json (file->path, stream, &options, NULL, NULL, NULL, summary, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
test_export (TestFile *file)
{
  return test_export_with (file, (LampExportOptions) { .with_private = TRUE }, NULL);
}

GPtrArray *
test_read_rows (TestFile *file)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (LampCursor) cursor = lamp_cursor_new (file->path, &error);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  const LampRow *row;

  g_assert_no_error (error);
  for (guint i = 0; types[i] != NULL; i++)
    {
      lamp_cursor_start (cursor, types[i], &error);
      g_assert_no_error (error);
      while (lamp_cursor_next (cursor, &row, &error) && row != NULL)
        g_ptr_array_add (rows, lamp_row_copy (row));
      g_assert_no_error (error);
    }

  return rows;
}
