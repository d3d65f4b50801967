/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "lamp-cli.h"
#include "lamp-export.h"
#include "lamp-loader.h"

/* Looking: list, show, search. */

static gboolean as_json;

static const GOptionEntry json_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
  { NULL },
};

/* A cell of a table of tabs and lines. */
static void
print_cell (const char *text)
{
  g_autofree char *cell = g_strdup (text);

  g_print ("%s", g_strdelimit (cell, "\t\n\r", ' '));
}

static void
print_in_list (const LampRow *row,
               gboolean       is_first)
{
  if (as_json)
    {
      g_autofree char *json = lamp_row_to_json (row, 2);

      g_print ("%s\n  %s", is_first ? "" : ",", json);
      return;
    }
  g_print ("%s\t", lamp_row_get_id (row));
  print_cell (lamp_row_get_title (row));
  g_print ("\n");
}

static gboolean
list_rows (LampCursor            *cursor,
           const LampRecordType  *type,
           gboolean              *has_any,
           GError               **error)
{
  const LampRow *row;

  if (!lamp_cursor_start (cursor, type, error))
    return FALSE;
  for (*has_any = FALSE;; *has_any = TRUE)
    {
      if (!lamp_cursor_next (cursor, &row, error))
        return FALSE;
      if (row == NULL)
        return TRUE;
      print_in_list (row, !*has_any);
    }
}

static LampExit
refuse_type (const char *name)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; types[i] != NULL; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", types[i]->name);

  return lamp_cli_misuse (_("There is no type “%s”. There are: %s."), name, names->str);
}

static LampExit
run_list (char **arguments)
{
  const LampRecordType *type = lamp_schema_find (arguments[0]);
  g_autoptr (LampStore) store = NULL;
  g_autoptr (LampCursor) cursor = NULL;
  GError *error = NULL;
  gboolean has_any;

  if (type == NULL)
    return refuse_type (arguments[0]);
  store = lamp_cli_open (LAMP_STORE_NONE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  cursor = lamp_cursor_new (lamp_cli_get_path (), &error);
  if (as_json)
    g_print ("[");
  if (cursor == NULL || !list_rows (cursor, type, &has_any, &error))
    return lamp_cli_refuse (error);
  if (as_json)
    g_print (has_any ? "\n]\n" : "]\n");

  return LAMP_EXIT_DONE;
}

static void
print_record (LampRecord *record)
{
  const LampRecordType *type = lamp_record_get_record_type (record);

  g_print ("%s\n", lamp_record_type_get_singular (type));
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (!lamp_record_has (record, type->fields[i].name))
        continue;
      text = lamp_record_dup_display (record, type->fields[i].name);
      g_print ("%s: %s\n", lamp_field_get_label (&type->fields[i]), text);
    }
}

static LampExit
run_show (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (LampRecord) record = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  record = lamp_store_find_any (store, arguments[0]);
  if (record == NULL)
    return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no record “%s”."),
                                         arguments[0]));
  if (as_json)
    {
      g_autofree char *json = lamp_row_to_json (lamp_record_get_row (record), 0);

      g_print ("%s\n", json);
    }
  else
    print_record (record);

  return LAMP_EXIT_DONE;
}

static void
print_hit (const LampHit *hit)
{
  g_autofree char *snippet = g_strdelimit (g_strdup (hit->snippet != NULL ? hit->snippet : ""), "\002\003", '*');

  g_print ("%s\t%s\t", hit->type->name, hit->id);
  print_cell (hit->title);
  g_print ("\t");
  print_cell (snippet);
  g_print ("\n");
}

static LampExit
run_search (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autofree char *words = g_strjoinv (" ", arguments);
  g_autoptr (GPtrArray) hits = NULL;
  GError *error = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  hits = lamp_store_search (store, words, 100, &error);
  if (hits == NULL)
    return lamp_cli_refuse (error);
  for (guint i = 0; i < hits->len; i++)
    print_hit (hits->pdata[i]);

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_look[] = {
  { "list", N_("TYPE"), N_("Print the records of a type, one a line"), NULL, json_options, 1, 1, run_list },
  { "show", N_("ID"), N_("Print a record"), NULL, json_options, 1, 1, run_show },
  { "search", N_("WORDS"), N_("Find records by their words, best first"), NULL, NULL, 1, G_MAXINT, run_search },
  { NULL },
};
