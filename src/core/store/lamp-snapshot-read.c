/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-file.h"
#include "lamp-rows.h"
#include "lamp-store-private.h"

static gboolean
read_type (LampConnection        *connection,
           const LampRecordType  *type,
           LampSnapshot          *snapshot,
           GCancellable          *cancellable,
           GError               **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare_typed (connection, type, LAMP_SQL_ALL, error);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  while (found)
    {
      LampRow *row;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !lamp_connection_step (connection, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      row = lamp_row_new (type);
      lamp_rows_fill (row, statement);
      lamp_snapshot_take (snapshot, row);
    }

  return TRUE;
}

/* Reads everything in one read transaction; rows come sorted by identifier. */
LampSnapshot *
lamp_connection_snapshot (LampConnection  *connection,
                          GCancellable    *cancellable,
                          GError         **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  if (!lamp_connection_exec (connection, "BEGIN", error))
    return NULL;
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    if (!read_type (connection, *type, snapshot, cancellable, error))
      {
        lamp_connection_rollback (connection);
        return NULL;
      }
  if (!lamp_connection_commit (connection, error))
    return NULL;

  return g_steal_pointer (&snapshot);
}

/**
 * lamp_snapshot_read:
 * @path: a file
 * @cancellable: (nullable): to stop early
 * @error: where to put an error of [error@Error]
 *
 * Reads everything of a file, as it stands at one moment, on a connection of its own: for a thread.
 *
 * Returns: (transfer full): the snapshot, or %NULL
 */
LampSnapshot *
lamp_snapshot_read (const char    *path,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr (LampConnection) connection = lamp_file_attach (path, TRUE, error);

  return connection != NULL ? lamp_connection_snapshot (connection, cancellable, error) : NULL;
}
