/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-inspect.h"

#include <glib/gi18n-lib.h>

#include "lamp-rows.h"
#include "lamp-sql.h"

static gboolean
say_each (LampConnection  *connection,
          const char      *sql,
          const char      *sentence,
          GPtrArray       *found,
          GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (row)
    {
      g_auto (GStrv) parts = NULL;

      if (!lamp_connection_step (connection, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      parts = g_strsplit (sentence, "%s", 2);
      g_ptr_array_add (found, g_strconcat (parts[0], lamp_statement_get_text (statement, 0), parts[1], NULL));
    }

  return TRUE;
}

/* Pages, references, and records that are both there and remembered as deleted. */
gboolean
lamp_inspect_pages (LampConnection  *connection,
                    GPtrArray       *found,
                    GError         **error)
{
  if (!say_each (connection, "SELECT \"integrity_check\" FROM pragma_integrity_check WHERE \"integrity_check\"<>'ok'",
                 _("The file is damaged: %s."), found, error)
      || !say_each (connection,
                    "SELECT \"table\"||' '||ifnull(\"rowid\",'')||' → '||\"parent\" FROM pragma_foreign_key_check",
                    _("A reference leads to nothing: %s."), found, error))
    return FALSE;
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT d.\"id\" FROM \"deleted\" d JOIN \"%s\" r ON r.\"id\"=d.\"id\" "
                                              "WHERE d.\"type\"='%s'",
                                              (*type)->name, (*type)->name);

      if (!say_each (connection, sql, _("“%s” is there and remembered as deleted."), found, error))
        return FALSE;
    }

  return TRUE;
}

static void
judge (LampRow   *row,
       GPtrArray *found)
{
  g_autoptr (LampRow) canonical = lamp_row_copy (row);
  g_autoptr (GError) error = NULL;

  if (!lamp_row_validate (canonical, NULL, &error))
    g_ptr_array_add (found,
                     /* Translators: the kind of record, its identifier, what is wrong with it */
                     g_strdup_printf (_("The %s “%s” breaks a rule: %s"), lamp_record_type_get_singular (row->type),
                                      lamp_row_get_id (row), error->message));
}

static gboolean
judge_type (LampConnection        *connection,
            const LampRecordType  *type,
            GPtrArray             *found,
            GError               **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare_typed (connection, type, LAMP_SQL_ALL, error);
  g_autoptr (LampRow) row = lamp_row_new (type);
  gboolean more = TRUE;

  if (statement == NULL)
    return FALSE;
  while (more)
    {
      if (!lamp_connection_step (connection, statement, &more, error))
        return FALSE;
      if (!more)
        break;
      lamp_rows_fill (row, statement);
      judge (row, found);
    }

  return TRUE;
}

/* Every row by the rules of its type. */
gboolean
lamp_inspect_rows (LampConnection  *connection,
                   GPtrArray       *found,
                   GError         **error)
{
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    if (!judge_type (connection, *type, found, error))
      return FALSE;

  return TRUE;
}

/* The search index holds the words of every record and no others. */
gboolean
lamp_inspect_search (LampConnection  *connection,
                     GPtrArray       *found,
                     GError         **error)
{
  gint64 stale;

  if (!lamp_connection_ask (connection, "SELECT \"stale\" FROM \"state\"", &stale, error))
    return FALSE;
  if (stale) /* it is made anew before it is used */
    return TRUE;
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *sql = lamp_sql_search_compare (*type);

      if (sql != NULL && !say_each (connection, sql, _("The search does not know “%s” as it is."), found, error))
        return FALSE;
    }

  return TRUE;
}
