/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-store-private.h"

/* What this machine has under way. It is part of the file, so that it survives a crash with it, but no record: it is
 * neither journaled nor searched nor exchanged, and undo never touches it. */

/**
 * lamp_store_dup_local:
 * @self: a store
 * @name: what it is called, such as "run"
 * @error: where to put an error of [error@Error]
 *
 * Reads what [method@Store.set_local] put there.
 *
 * Returns: (transfer full) (nullable): the text; %NULL without @error when there is none
 */
char *
lamp_store_dup_local (LampStore   *self,
                      const char  *name,
                      GError     **error)
{
  LampConnection *connection;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row = FALSE;

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!lamp_store_check_open (self, error))
    return NULL;
  connection = lamp_store_get_connection (self);
  statement = lamp_connection_prepare (connection, "SELECT \"value\" FROM \"local\" WHERE \"name\"=?1", error);
  if (statement == NULL)
    return NULL;
  lamp_statement_bind_text (statement, 1, name);
  if (!lamp_connection_step (connection, statement, &row, error) || !row)
    return NULL;

  return g_strdup (lamp_statement_get_text (statement, 0));
}

/**
 * lamp_store_set_local:
 * @self: a store
 * @name: what it is called
 * @value: (nullable): the text, UTF-8; %NULL takes it away
 * @error: where to put an error of [error@Error]
 *
 * Keeps a text with the file, in a transaction of its own; when this returns it is on the disk.
 *
 * Returns: whether it was written
 */
gboolean
lamp_store_set_local (LampStore   *self,
                      const char  *name,
                      const char  *value,
                      GError     **error)
{
  LampConnection *connection;
  g_autoptr (sqlite3_stmt) statement = NULL;

  g_return_val_if_fail (LAMP_IS_STORE (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  if (!lamp_store_check_open (self, error))
    return FALSE;
  connection = lamp_store_get_connection (self);
  statement = lamp_connection_prepare (connection,
                                       value != NULL ? "INSERT INTO \"local\" VALUES(?1,?2) ON CONFLICT DO UPDATE SET "
                                                       "\"value\"=excluded.\"value\""
                                                     : "DELETE FROM \"local\" WHERE \"name\"=?1",
                                       error);
  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, name);
  if (value != NULL)
    lamp_statement_bind_text (statement, 2, value);

  return lamp_connection_run (connection, statement, error);
}
