/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Snapshots for tests of the rules: row by row, or out of a JSON file, each record held against the schema. */

#include <json-glib/json-glib.h>

#include "lamp-snapshot.h"

/* Adds a record from pairs of a field and its value as text, ended by NULL. */
G_GNUC_NULL_TERMINATED G_GNUC_UNUSED static LampRow *
sample_add (LampSnapshot *snapshot,
            const char   *type,
            const char   *id,
            ...)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));
  g_autoptr (GError) error = NULL;
  const char *field;
  va_list pairs;

  lamp_row_set_text (row, "id", id);
  va_start (pairs, id);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      const char *value = va_arg (pairs, const char *);

      g_assert_true (lamp_row_parse (row, field, value, &error));
      g_assert_no_error (error);
    }
  va_end (pairs);
  lamp_snapshot_take (snapshot, row);

  return row;
}

G_GNUC_UNUSED static void
sample_set_member (LampRow    *row,
                   const char *name,
                   JsonNode   *node)
{
  int field = lamp_record_type_find_field (row->type, name);
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;
  g_autofree char *compact = NULL;

  if (field < 0)
    g_error ("%s has no field “%s”", row->type->name, name);
  if (type == G_TYPE_STRING)
    lamp_row_set_text (row, name, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    lamp_row_set_integer (row, name, json_node_get_boolean (node));
  else if (type == G_TYPE_DOUBLE || (type == G_TYPE_INT64 && row->type->fields[field].type == LAMP_FIELD_REAL))
    lamp_row_set_real (row, name, json_node_get_double (node));
  else if (type == G_TYPE_INT64)
    lamp_row_set_integer (row, name, json_node_get_int (node));
  else
    lamp_row_set_text (row, name, compact = json_to_string (node, FALSE));
}

G_GNUC_UNUSED static void
sample_add_object (LampSnapshot         *snapshot,
                   const LampRecordType *type,
                   JsonObject           *object)
{
  LampRow *row = lamp_row_new (type);
  g_autoptr (GList) names = json_object_get_members (object);
  g_autoptr (GError) error = NULL;
  guint field = 0;

  for (GList *l = names; l != NULL; l = l->next)
    sample_set_member (row, l->data, json_object_get_member (object, l->data));
  if (!lamp_row_has (row, "created_at"))
    lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  if (!lamp_row_has (row, "modified_at"))
    lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");
  if (!lamp_row_validate (row, &field, &error))
    g_error ("%s “%s”, %s: %s", type->name, lamp_row_get_id (row), type->fields[field].name, error->message);
  if (lamp_snapshot_find (snapshot, type->name, lamp_row_get_id (row)) != NULL)
    g_error ("%s “%s” stands twice", type->name, lamp_row_get_id (row));
  lamp_snapshot_take (snapshot, row);
}

G_GNUC_UNUSED static void
sample_assert_references (LampSnapshot *snapshot)
{
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    for (guint i = 0; i < lamp_snapshot_get (snapshot, types[t]->name)->len; i++)
      for (guint f = 0; f < types[t]->n_fields; f++)
        {
          const LampRow *row = lamp_snapshot_get (snapshot, types[t]->name)->pdata[i];
          const LampField *field = &types[t]->fields[f];

          if (field->target != NULL && lamp_row_has (row, field->name)
              && lamp_snapshot_find (snapshot, field->target, lamp_row_get_text (row, field->name)) == NULL)
            g_error ("%s “%s”: %s names “%s”, which does not exist", types[t]->name, lamp_row_get_id (row), field->name,
                     lamp_row_get_text (row, field->name));
        }
}

/* Reads a whole exchange file; ends the test with a sentence when a record breaks a rule of the schema. */
G_GNUC_UNUSED static LampSnapshot *
sample_load (const char *path)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  for (guint t = 0; t < n_types; t++)
    if (json_object_has_member (root, types[t]->name))
      {
        JsonArray *array = json_object_get_array_member (root, types[t]->name);

        for (guint i = 0; i < json_array_get_length (array); i++)
          sample_add_object (snapshot, types[t], json_array_get_object_element (array, i));
      }
  sample_assert_references (snapshot);

  return snapshot;
}
