/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cli-table.h"

#include <glib/gi18n.h>

#include "lamp-cli.h"
#include "lamp-source.h"
#include "lamp-table.h"

/* Tables in: what a spreadsheet's rows become is told by a map. */

static LampTableMap *
read_map (const char  *name,
          GError     **error)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) local = NULL;
  gsize length;

  if (g_file_get_contents (name, &json, &length, &local))
    return lamp_table_map_parse (json, (gssize) length, error);
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, local->message);

  return NULL;
}

static LampCsv *
read_table (const char  *name,
            GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) local = NULL;
  LampCsv *csv = lamp_csv_read (file, NULL, &local);

  if (csv == NULL)
    g_set_error_literal (error, LAMP_ERROR, local->domain == LAMP_ERROR ? local->code : LAMP_ERROR_NOT_FOUND,
                         local->message);

  return csv;
}

static void
print_problems (const char      *table,
                LampTableResult *result)
{
  for (guint i = 0; i < result->problems->len; i++)
    {
      const LampTableProblem *problem = result->problems->pdata[i];
      g_autofree char *where = lamp_table_problem_dup_place (problem);

      g_printerr ("%s, %s: %s\n", table, where, problem->message);
    }
}

static GStrv
sum_up (LampTableResult *result)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  if (result->n_left_out > 0)
    g_strv_builder_take (notes, g_strdup_printf (ngettext ("%u row of the table was left out.",
                                                           "%u rows of the table were left out.", result->n_left_out),
                                                 result->n_left_out));
  if (result->n_unchanged > 0)
    g_strv_builder_take (notes, g_strdup_printf (ngettext ("%u record was so already.", "%u records were so already.",
                                                           result->n_unchanged),
                                                 result->n_unchanged));

  return g_strv_builder_end (notes);
}

/**
 * lamp_cli_open_table:
 * @name: a table
 * @map_name: a map for it
 * @community: (nullable): where it belongs
 * @notes: (out) (transfer full): what became of it, in sentences
 * @error: where to put an error of [error@Error]
 *
 * Makes a document of the exchange format out of a table, and says on standard error what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the document
 */
GInputStream *
lamp_cli_open_table (const char  *name,
                     const char  *map_name,
                     const char  *community,
                     GStrv       *notes,
                     GError     **error)
{
  g_autoptr (LampSnapshot) existing = lamp_snapshot_read (lamp_cli_get_path (), NULL, error);
  g_autoptr (LampTableMap) map = existing != NULL ? read_map (map_name, error) : NULL;
  g_autoptr (LampCsv) csv = map != NULL ? read_table (name, error) : NULL;
  g_autoptr (LampTableResult) result = NULL;
  g_autoptr (GBytes) json = NULL;
  g_autofree char *base = g_path_get_basename (name);

  if (csv == NULL)
    return NULL;
  lamp_table_map_place (map, existing, community);
  result = lamp_table_apply (map, csv, existing, NULL, error);
  if (result == NULL)
    return NULL;
  print_problems (base, result);
  *notes = sum_up (result);
  json = lamp_snapshot_to_json (result->snapshot);

  return g_memory_input_stream_new_from_bytes (json);
}

static char *type_name;
static char *community;

static const GOptionEntry options[] = {
  { "type", 't', 0, G_OPTION_ARG_STRING, &type_name, N_("What the rows are (default: what its columns look like)"), N_("TYPE") },
  { "community", 'c', 0, G_OPTION_ARG_STRING, &community, N_("The community that they belong to"), N_("ID") },
  { NULL },
};

static LampExit
run_map (char **arguments)
{
  const LampRecordType *type = type_name != NULL ? lamp_schema_find (type_name) : NULL;
  g_autoptr (LampCsv) csv = NULL;
  g_autoptr (LampTableMap) map = NULL;
  g_autofree char *json = NULL;
  GError *error = NULL;

  if (type_name != NULL && type == NULL)
    return lamp_cli_misuse (_("There is no record type “%s”."), type_name);
  csv = read_table (arguments[0], &error);
  if (csv == NULL)
    return lamp_cli_refuse (error);
  map = lamp_table_map_guess (csv, type != NULL ? type : lamp_table_guess_type (csv), community);
  json = lamp_table_map_to_json (map);
  g_print ("%s\n", json);

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_table[] = {
  { "map", N_("TABLE"), N_("Print a map for a table, to correct and to import the table with"),
    N_("A map says what each row of a table becomes. In what fills a field, “{Column}” stands for the row’s cell;\n"
       "“words” translate what the table says into what the field says. Then: import --map MAP TABLE"),
    options, 1, 1, run_map },
  { NULL },
};
