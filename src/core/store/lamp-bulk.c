/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-bulk.h"

#include <glib/gi18n-lib.h>

#include "lamp-backup.h"
#include "lamp-file.h"
#include "lamp-sql.h"

/* Takes the triggers away, inside a transaction: what follows is not journaled, and search will be rebuilt. */
gboolean
lamp_bulk_drop_triggers (LampConnection  *connection,
                         GError         **error)
{
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (connection,
                             "SELECT group_concat('DROP TRIGGER \"'||\"name\"||'\";','') FROM sqlite_schema "
                             "WHERE \"type\"='trigger'",
                             error);
  g_autofree char *sql = NULL;
  gboolean row;

  if (statement == NULL || !lamp_connection_step (connection, statement, &row, error))
    return FALSE;
  sql = g_strdup (row ? lamp_statement_get_text (statement, 0) : NULL);
  sqlite3_reset (statement);

  return (sql == NULL || lamp_connection_exec (connection, sql, error))
         && lamp_connection_exec (connection, "UPDATE \"state\" SET \"stale\"=1", error);
}

gboolean
lamp_bulk_add_triggers (LampConnection  *connection,
                        GError         **error)
{
  g_autoptr (GPtrArray) triggers = g_ptr_array_new_with_free_func (g_free);

  lamp_sql_add_triggers (triggers);
  for (guint i = 0; i < triggers->len; i++)
    if (!lamp_connection_exec (connection, triggers->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
copy_table (LampConnection  *connection,
            const char      *table,
            const char      *columns,
            GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM main.\"%s\";"
                                          "INSERT INTO main.\"%s\"(%s) SELECT %s FROM taken.\"%s\"",
                                          table, table, columns, columns, table);

  return lamp_connection_exec (connection, sql, error);
}

static gboolean
copy_tables (LampConnection  *connection,
             GError         **error)
{
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *columns = lamp_sql_columns (*type);

      if (!copy_table (connection, (*type)->name, columns, error))
        return FALSE;
    }

  return copy_table (connection, "deleted", "\"type\",\"id\",\"at\"", error);
}

static gboolean
take_attached (LampConnection  *connection,
               gboolean       (*inside) (LampConnection *connection, gpointer data, GError **error),
               gpointer         data,
               GError         **error)
{
  gboolean done = lamp_connection_begin (connection, error)
                  && lamp_bulk_drop_triggers (connection, error)
                  && copy_tables (connection, error)
                  && lamp_bulk_add_triggers (connection, error)
                  && inside (connection, data, error)
                  && lamp_connection_commit (connection, error);

  lamp_connection_rollback (connection);

  return done;
}

/* Replaces all records by those of a file that has been checked, in one transaction in which @inside has the last
 * word: history and journal stay. */
gboolean
lamp_bulk_take_content (LampConnection  *connection,
                        const char      *path,
                        gboolean       (*inside) (LampConnection *connection, gpointer data, GError **error),
                        gpointer         data,
                        GError         **error)
{
  sqlite3_stmt *attach = lamp_connection_prepare (connection, "ATTACH ?1 AS taken", error);
  gboolean done;

  if (attach == NULL)
    return FALSE;
  lamp_statement_bind_text (attach, 1, path);
  if (!lamp_connection_run (connection, attach, error))
    return FALSE;
  done = lamp_connection_exec (connection, "PRAGMA foreign_keys=OFF", error)
         && take_attached (connection, inside, data, error);
  lamp_connection_exec (connection, "PRAGMA foreign_keys=ON", NULL);
  lamp_connection_forget (connection);
  lamp_connection_exec (connection, "DETACH taken", NULL);

  return done;
}

typedef struct
{
  gint64 step;
  gboolean forward;
  const char *after; /* the name of the backup that will redo */
} Travel;

static gboolean
finish_travel (LampConnection  *connection,
               gpointer         data,
               GError         **error)
{
  Travel *travel = data;
  sqlite3_stmt *statement;

  if (!lamp_step_mark (connection, travel->step, !travel->forward, error))
    return FALSE;
  if (travel->after == NULL)
    return TRUE;
  statement = lamp_connection_prepare (connection, "UPDATE \"history\" SET \"after\"=?2 WHERE \"step\"=?1", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, travel->step);
  lamp_statement_bind_text (statement, 2, travel->after);

  return lamp_connection_run (connection, statement, error);
}

/* Undoes or redoes a step that points at a backup. Undoing takes a backup of what was there, by which it is redone. */
gboolean
lamp_bulk_travel (LampStore     *store,
                  LampStepInfo  *info,
                  gboolean       forward,
                  GError       **error)
{
  LampConnection *connection = lamp_store_get_connection (store);
  g_autofree char *target = lamp_backup_locate (connection, forward ? info->after : info->before);
  g_autofree char *after = NULL;
  g_autofree char *after_name = NULL;
  Travel travel = { info->step, forward, NULL };

  if (!lamp_file_verify (target, error))
    return FALSE;
  if (!forward)
    {
      after = lamp_backup_auto (connection, lamp_store_get_clock (store), "undo", error);
      if (after == NULL)
        return FALSE;
      travel.after = after_name = g_path_get_basename (after);
    }
  if (!lamp_bulk_take_content (connection, target, finish_travel, &travel, error))
    return FALSE;
  lamp_store_queue_all (store);

  return TRUE;
}
