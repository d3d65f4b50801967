/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-connection.h"

#include <glib/gi18n-lib.h>

#include "lamp-sql.h"

/* How long another program's transaction is waited for. */
#define BUSY_MILLISECONDS 2000

struct _LampConnection
{
  sqlite3 *db;
  char *path;
  GHashTable *statements; /* SQL → sqlite3_stmt */
  sqlite3_stmt **typed;   /* by type and LampSql */
  guint n_typed;
};

static const char set_up[] =
  "PRAGMA foreign_keys=ON;"
  "PRAGMA trusted_schema=OFF;"
  "PRAGMA cell_size_check=ON;"
  "PRAGMA mmap_size=0;"
  "PRAGMA recursive_triggers=OFF;"
  "PRAGMA temp_store=FILE;"
  /* Before any change of the journal mode: what was measured to lose nothing in a power cut. */
  "PRAGMA synchronous=FULL;";

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* Opens a database as carefully as SQLite can. @flags are those of sqlite3_open_v2(). */
LampConnection *
lamp_connection_open (const char  *path,
                      int          flags,
                      GError     **error)
{
  g_autoptr (LampConnection) self = g_new0 (LampConnection, 1);
  guint n_types;

  lamp_schema_get_types (&n_types);
  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize);
  self->n_typed = n_types * LAMP_SQL_LAST;
  self->typed = g_new0 (sqlite3_stmt *, self->n_typed);
  if (sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
    {
      lamp_connection_fail (self, error);
      return NULL;
    }
  sqlite3_busy_timeout (self->db, BUSY_MILLISECONDS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  if (!lamp_connection_exec (self, set_up, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* Throws away all prepared statements. */
void
lamp_connection_forget (LampConnection *self)
{
  g_hash_table_remove_all (self->statements);
  for (guint i = 0; i < self->n_typed; i++)
    g_clear_pointer (&self->typed[i], sqlite3_finalize);
}

void
lamp_connection_free (LampConnection *self)
{
  if (self == NULL)
    return;
  lamp_connection_forget (self);
  g_hash_table_unref (self->statements);
  g_free (self->typed);
  sqlite3_close (self->db);
  g_free (self->path);
  g_free (self);
}

sqlite3 *
lamp_connection_get_db (LampConnection *self)
{
  return self->db;
}

const char *
lamp_connection_get_path (LampConnection *self)
{
  return self->path;
}

/* Whether closing leaves the write-ahead log beside the file as it is: a file that is refused is not to be written. */
void
lamp_connection_leave_log (LampConnection *self,
                           gboolean        leave)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, leave ? 1 : 0, NULL);
}

static void
set_error (LampConnection  *self,
           int              result,
           GError         **error)
{
  const char *detail = sqlite3_errmsg (self->db);
  g_autofree char *name = g_path_get_basename (self->path);

  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_BUSY,
                   _("Another program is writing to “%s”: wait a moment and try again."), name);
      break;
    case SQLITE_FULL:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_FULL,
                   _("The disk with “%s” is full, so nothing was changed: make room and try again."), name);
      break;
    case SQLITE_CORRUPT:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT,
                   _("“%s” is damaged (%s): restore it from a backup."), name, detail);
      break;
    case SQLITE_NOTADB:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_OURS, _("“%s” is not a Lamplighter file: choose another."), name);
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO,
                   _("“%s” may only be read (%s): check who may write to the file and its folder."), name, detail);
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_REFUSED,
                   _("The change breaks a rule of “%s” (%s), so nothing was changed."), name, detail);
      break;
    default:
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO,
                   _("“%s” could not be read or written (%s): check the disk and try again."), name, detail);
    }
}

/* Says what went wrong last. Returns FALSE. */
gboolean
lamp_connection_fail (LampConnection  *self,
                      GError         **error)
{
  set_error (self, sqlite3_extended_errcode (self->db), error);

  return FALSE;
}

gboolean
lamp_connection_exec (LampConnection  *self,
                      const char      *sql,
                      GError         **error)
{
  if (sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  return lamp_connection_fail (self, error);
}

static sqlite3_stmt *
prepare (LampConnection  *self,
         const char      *sql,
         GError         **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    lamp_connection_fail (self, error);

  return statement;
}

/* Gets a statement, prepared once for each connection; it goes back by lamp_statement_release(). */
sqlite3_stmt *
lamp_connection_prepare (LampConnection  *self,
                         const char      *sql,
                         GError         **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL)
    return statement;
  statement = prepare (self, sql, error);
  if (statement != NULL)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

/* Gets one of the statements that every record type has. */
sqlite3_stmt *
lamp_connection_prepare_typed (LampConnection        *self,
                               const LampRecordType  *type,
                               LampSql                sql,
                               GError               **error)
{
  guint place = lamp_schema_get_index (type) * LAMP_SQL_LAST + sql;

  g_assert (place < self->n_typed);

  if (self->typed[place] == NULL)
    {
      g_autofree char *text = lamp_sql_typed (type, sql);

      self->typed[place] = prepare (self, text, error);
    }

  return self->typed[place];
}

/* Steps a statement; @row says whether there is a row to read. */
gboolean
lamp_connection_step (LampConnection  *self,
                      sqlite3_stmt    *statement,
                      gboolean        *row,
                      GError         **error)
{
  int result = sqlite3_step (statement);

  *row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;

  return lamp_connection_fail (self, error);
}

/* Runs a statement that has no rows to give, and gives it back. */
gboolean
lamp_connection_run (LampConnection  *self,
                     sqlite3_stmt    *statement,
                     GError         **error)
{
  gboolean row;
  gboolean ran = lamp_connection_step (self, statement, &row, error);

  lamp_statement_release (statement);

  return ran;
}

/* Asks a question whose answer is one integer; no row or NULL answers 0. */
gboolean
lamp_connection_ask (LampConnection  *self,
                     const char      *sql,
                     gint64          *answer,
                     GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (self, sql, error);
  gboolean row;

  if (statement == NULL || !lamp_connection_step (self, statement, &row, error))
    return FALSE;
  *answer = row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

gboolean
lamp_connection_begin (LampConnection  *self,
                       GError         **error)
{
  return lamp_connection_exec (self, "BEGIN IMMEDIATE", error);
}

/* Commits; if that fails, everything is as it was. */
gboolean
lamp_connection_commit (LampConnection  *self,
                        GError         **error)
{
  if (lamp_connection_exec (self, "COMMIT", error))
    return TRUE;
  lamp_connection_rollback (self);

  return FALSE;
}

void
lamp_connection_rollback (LampConnection *self)
{
  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

/* Gives a statement back, so that it holds no lock and no text. */
void
lamp_statement_release (sqlite3_stmt *statement)
{
  if (statement == NULL)
    return;
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
}

/* Binds a text that outlives the statement's run, or NULL. */
void
lamp_statement_bind_text (sqlite3_stmt *statement,
                          int           index,
                          const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_STATIC);
}

const char *
lamp_statement_get_text (sqlite3_stmt *statement,
                         int           column)
{
  return (const char *) sqlite3_column_text (statement, column);
}
