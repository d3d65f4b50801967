/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocols.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>

#include "lamp-error.h"
#include "lamp-protocols-resources.h"

/* The protocols that come with the program are documents of the exchange format, one file for a protocol with all its
 * variants, so that a school can export one, put its own or its licensed text into it and import it again. They are
 * bundled, small and our own: read whole, and judged like anybody's. */

#define FOLDER "/io/github/lamplighter_app/Lamplighter/protocols/"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/**
 * lamp_protocols_list_files:
 *
 * Returns: (transfer full): the names of the bundled documents, such as "tuning.json", in alphabetical order
 */
GStrv
lamp_protocols_list_files (void)
{
  GStrv names = g_resource_enumerate_children (lamp_protocols_get_resource (), FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);

  return names;
}

/**
 * lamp_protocols_read_file:
 * @name: one of [func@protocols_list_files]
 * @error: where to put an error of [error@Gio.ResourceError]
 *
 * Returns: (transfer full): the document as it is bundled, ready to be written to a file or to be imported
 */
GBytes *
lamp_protocols_read_file (const char  *name,
                          GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  return g_resource_lookup_data (lamp_protocols_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static gboolean
refuse (GError        **error,
        LampErrorCode   code,
        const char     *what)
{
  g_set_error (error, LAMP_ERROR, (int) code, "%s", what);

  return FALSE;
}

static gboolean
set_member (LampRow     *row,
            const char  *name,
            JsonNode    *value,
            GError     **error)
{
  if (lamp_record_type_find_field (row->type, name) < 0 || !JSON_NODE_HOLDS_VALUE (value))
    return refuse (error, LAMP_ERROR_TYPE, name);
  if (json_node_get_value_type (value) == G_TYPE_STRING)
    lamp_row_set_text (row, name, json_node_get_string (value));
  else
    lamp_row_set_integer (row, name, json_node_get_int (value));

  return TRUE;
}

static gboolean
read_record (JsonObject            *record,
             const LampRecordType  *type,
             LampSnapshot          *snapshot,
             GError               **error)
{
  g_autoptr (LampRow) row = lamp_row_new (type);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, record);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!set_member (row, name, value, error))
      return FALSE;
  if (!lamp_row_validate (row, NULL, error))
    return FALSE;
  if (lamp_snapshot_find (snapshot, type->name, lamp_row_get_id (row)) != NULL)
    return refuse (error, LAMP_ERROR_DUPLICATE_ID, lamp_row_get_id (row));
  lamp_snapshot_take (snapshot, g_steal_pointer (&row));

  return TRUE;
}

static gboolean
read_records (JsonObject    *document,
              const char    *type,
              LampSnapshot  *snapshot,
              GError       **error)
{
  JsonNode *records = json_object_get_member (document, type);
  JsonArray *array;

  if (records == NULL || !JSON_NODE_HOLDS_ARRAY (records))
    return refuse (error, LAMP_ERROR_FORMAT, type);
  array = json_node_get_array (records);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *record = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (record))
        return refuse (error, LAMP_ERROR_TYPE, type);
      if (!read_record (json_node_get_object (record), lamp_schema_find (type), snapshot, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_document (const char    *name,
               LampSnapshot  *snapshot,
               GError       **error)
{
  g_autoptr (GBytes) bytes = lamp_protocols_read_file (name, error);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize length;
  const char *text;
  JsonObject *document;

  if (bytes == NULL)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return refuse (error, LAMP_ERROR_FORMAT, name);
  document = json_node_get_object (json_parser_get_root (parser));

  return read_records (document, "protocols", snapshot, error)
         && read_records (document, "protocol_steps", snapshot, error);
}

/**
 * lamp_protocols_load:
 * @error: where to put an error
 *
 * Reads the protocols that come with the program. A school's own protocols are records of its file; both are rows, so
 * whoever shows them need not care.
 *
 * Returns: (transfer full) (nullable): a snapshot with `protocols` and `protocol_steps`, in the order of identifiers
 */
LampSnapshot *
lamp_protocols_load (GError **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_auto (GStrv) names = lamp_protocols_list_files ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!read_document (names[i], snapshot, error))
      {
        g_prefix_error (error, "%s: ", names[i]);
        return NULL;
      }
  lamp_snapshot_sort (snapshot);

  return g_steal_pointer (&snapshot);
}
