/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-files.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which files are tables, and where the maps for them are kept. */

/* A map is a page of text. */
#define MAP_LIMIT (1024 * 1024)

/* How a text file that is none of ours begins, after white space. */
static gboolean
begins_as_json (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[64];
  gsize length = 0;

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head, &length, NULL, NULL))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (head[i]))
      return head[i] == '{';

  return FALSE;
}

/**
 * lamp_table_is_table:
 * @file: a file
 *
 * Returns: whether its name is that of a table, and it does not begin as a document of ours does
 */
gboolean
lamp_table_is_table (GFile *file)
{
  static const char *const endings[] = { ".csv", ".tsv", ".tab", ".txt", NULL };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  for (guint i = 0; lower != NULL && endings[i] != NULL; i++)
    if (g_str_has_suffix (lower, endings[i]))
      return !begins_as_json (file);

  return FALSE;
}

/**
 * lamp_table_read_map:
 * @file: a map
 * @error: where to put an error of [error@Error] or [error@Gio.IOErrorEnum]
 *
 * Returns: (transfer full) (nullable): the map
 */
LampTableMap *
lamp_table_read_map (GFile   *file,
                     GError **error)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autofree char *json = NULL;
  gsize length = 0;

  if (stream == NULL)
    return NULL;
  json = g_malloc (MAP_LIMIT);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), json, MAP_LIMIT, &length, NULL, error))
    return NULL;

  return lamp_table_map_parse (json, (gssize) length, error);
}

/* Tables of the same columns have the same map, in whatever order of rows. */
static char *
make_key (LampCsv *csv)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *digest = NULL;

  for (guint i = 0; i < lamp_csv_get_n_columns (csv); i++)
    {
      g_autofree char *folded = g_utf8_casefold (lamp_csv_get_header (csv, i), -1);

      g_string_append (names, folded);
      g_string_append_c (names, '\t');
    }
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, names->str, (gssize) names->len);

  return g_strconcat ("table-map-", digest, NULL);
}

/**
 * lamp_table_recall_map:
 * @store: a file
 * @csv: a table
 *
 * Returns: (transfer full) (nullable): the map that was used last for a table with the same columns
 */
LampTableMap *
lamp_table_recall_map (LampStore *store,
                       LampCsv   *csv)
{
  g_autofree char *key = make_key (csv);
  g_autofree char *json = lamp_store_dup_local (store, key, NULL);

  return json != NULL ? lamp_table_map_parse (json, -1, NULL) : NULL;
}

/**
 * lamp_table_keep_map:
 * @store: a file
 * @csv: a table
 * @map: the map that was used for it
 *
 * Keeps a map for the next table with the same columns, on this machine, with the file. Should that fail, the next
 * table is guessed at anew.
 */
void
lamp_table_keep_map (LampStore    *store,
                     LampCsv      *csv,
                     LampTableMap *map)
{
  g_autofree char *key = make_key (csv);
  g_autofree char *json = lamp_table_map_to_json (map);
  g_autoptr (GError) error = NULL;

  if (!lamp_store_set_local (store, key, json, &error))
    g_debug ("The map of a table is not kept: %s", error->message);
}
