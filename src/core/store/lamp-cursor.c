/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-file.h"
#include "lamp-loader.h"
#include "lamp-rows.h"

struct _LampCursor
{
  LampConnection *connection;
  sqlite3_stmt *statement; /* of the connection */
  LampRow *row;            /* filled again and again */
};

/**
 * lamp_cursor_new:
 * @path: a file
 * @error: where to put an error of [error@Error]
 *
 * Begins to read a file. All that the cursor gives is of one moment: that of the first row.
 *
 * Returns: (transfer full): the cursor, or %NULL
 */
LampCursor *
lamp_cursor_new (const char  *path,
                 GError     **error)
{
  g_autoptr (LampConnection) connection = NULL;
  LampCursor *self;

  g_return_val_if_fail (path != NULL, NULL);

  connection = lamp_file_attach (path, TRUE, error);
  if (connection == NULL || !lamp_connection_exec (connection, "BEGIN", error))
    return NULL;
  self = g_new0 (LampCursor, 1);
  self->connection = g_steal_pointer (&connection);

  return self;
}

static void
stop (LampCursor *self)
{
  g_clear_pointer (&self->statement, lamp_statement_release);
  g_clear_pointer (&self->row, lamp_row_free);
}

/**
 * lamp_cursor_free:
 * @self: (nullable): a cursor
 *
 * Ends the reading.
 */
void
lamp_cursor_free (LampCursor *self)
{
  if (self == NULL)
    return;
  stop (self);
  lamp_connection_rollback (self->connection);
  lamp_connection_free (self->connection);
  g_free (self);
}

/**
 * lamp_cursor_start:
 * @self: a cursor
 * @type: a record type
 * @error: where to put an error of [error@Error]
 *
 * Begins with the rows of a type, in the order of their identifiers.
 *
 * Returns: whether they can be read
 */
gboolean
lamp_cursor_start (LampCursor            *self,
                   const LampRecordType  *type,
                   GError               **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (type != NULL, FALSE);

  stop (self);
  self->statement = lamp_connection_prepare_typed (self->connection, type, LAMP_SQL_ALL, error);
  self->row = lamp_row_new (type);

  return self->statement != NULL;
}

/**
 * lamp_cursor_next:
 * @self: a cursor that was started with a type
 * @row: (out) (transfer none) (nullable): the next row, valid until the next call; %NULL at the end
 * @error: where to put an error of [error@Error]
 *
 * Reads a row.
 *
 * Returns: whether it could be read
 */
gboolean
lamp_cursor_next (LampCursor      *self,
                  const LampRow  **row,
                  GError         **error)
{
  gboolean found;

  g_return_val_if_fail (self != NULL && self->statement != NULL && self->row != NULL, FALSE);

  *row = NULL;
  if (!lamp_connection_step (self->connection, self->statement, &found, error))
    return FALSE;
  if (found)
    {
      lamp_rows_fill (self->row, self->statement);
      *row = self->row;
    }

  return TRUE;
}

/**
 * lamp_cursor_start_deleted:
 * @self: a cursor
 * @error: where to put an error of [error@Error]
 *
 * Begins with what has been deleted, by type and identifier.
 *
 * Returns: whether it can be read
 */
gboolean
lamp_cursor_start_deleted (LampCursor  *self,
                           GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  stop (self);
  self->statement = lamp_connection_prepare (
      self->connection, "SELECT \"type\",\"id\",\"at\" FROM \"deleted\" ORDER BY \"type\",\"id\"", error);

  return self->statement != NULL;
}

/**
 * lamp_cursor_next_deleted:
 * @self: a cursor that was started with what has been deleted
 * @type: (out) (transfer none) (nullable): the record type's name; %NULL at the end. All three are valid until the
 *   next call
 * @id: (out) (transfer none) (nullable): the identifier
 * @at: (out) (transfer none) (nullable): when, RFC 3339
 * @error: where to put an error of [error@Error]
 *
 * Reads what was deleted next.
 *
 * Returns: whether it could be read
 */
gboolean
lamp_cursor_next_deleted (LampCursor   *self,
                          const char  **type,
                          const char  **id,
                          const char  **at,
                          GError      **error)
{
  gboolean found;

  g_return_val_if_fail (self != NULL && self->statement != NULL && self->row == NULL, FALSE);

  *type = *id = *at = NULL;
  if (!lamp_connection_step (self->connection, self->statement, &found, error))
    return FALSE;
  if (found)
    {
      *type = lamp_statement_get_text (self->statement, 0);
      *id = lamp_statement_get_text (self->statement, 1);
      *at = lamp_statement_get_text (self->statement, 2);
    }

  return TRUE;
}
