/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-files.h"

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

static void
on_place_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  const char *text = g_task_get_task_data (task);
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (file != NULL
      && g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                  G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * lamp_table_save_async:
 * @parent: (nullable): the window to ask in
 * @title: what is saved
 * @name: a name to begin with
 * @text: (transfer full): what is written
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Asks for a place and writes a text there, for nobody else to read.
 */
void
lamp_table_save_async (GtkWindow           *parent,
                       const char          *title,
                       const char          *name,
                       char                *text,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, lamp_table_save_async);
  g_task_set_task_data (task, text, g_free);
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, parent, NULL, on_place_chosen, task);
}

/**
 * lamp_table_save_finish:
 * @result: what the callback was given
 * @error: where to put an error of [error@Gio.IOErrorEnum] or [error@Gtk.DialogError]
 *
 * Returns: whether the text has been written
 */
gboolean
lamp_table_save_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
