/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-loader-private.h"
#include "lamp-relations.h"
#include "lamp-rows.h"

#define WORD 32

/* Whether a row of the file has been put by this load before; from now on it has. One bit for each row. */
static gboolean
was_seen (LampLoaded *loaded,
          gint64      rowid)
{
  gpointer key = GSIZE_TO_POINTER ((gsize) (rowid / WORD));
  guint bit = 1u << (rowid % WORD);
  guint word;

  if (rowid > loaded->last)
    return TRUE;
  if (loaded->seen == NULL)
    loaded->seen = g_hash_table_new (NULL, NULL);
  word = GPOINTER_TO_UINT (g_hash_table_lookup (loaded->seen, key));
  g_hash_table_insert (loaded->seen, key, GUINT_TO_POINTER (word | bit));

  return (word & bit) != 0;
}

/* Reads what the file has under an identifier into `found`; @rowid is 0 if it has nothing. */
static gboolean
find_in_file (LampLoader            *self,
              const LampRecordType  *type,
              const char            *id,
              gint64                *rowid,
              GError               **error)
{
  LampLoaded *loaded = &self->loaded[lamp_schema_get_index (type)];
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare_typed (self->connection, type, LAMP_SQL_FIND, error);
  gboolean row;

  *rowid = 0;
  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, id);
  if (!lamp_connection_step (self->connection, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  if (loaded->found == NULL)
    loaded->found = lamp_row_new (type);
  lamp_rows_fill (loaded->found, statement);
  *rowid = sqlite3_column_int64 (statement, (int) type->n_fields);

  return TRUE;
}

static gboolean
put_over (LampLoader     *self,
          const LampRow  *row,
          gint64          rowid,
          gboolean        take_older,
          LampPut        *put,
          GError        **error)
{
  LampLoaded *loaded = &self->loaded[lamp_schema_get_index (row->type)];

  if (was_seen (loaded, rowid))
    {
      *put = LAMP_PUT_TWICE;
      return TRUE;
    }
  if (lamp_row_equal (row, loaded->found, FALSE))
    {
      *put = LAMP_PUT_UNCHANGED;
      return TRUE;
    }
  if (!take_older && g_strcmp0 (lamp_row_get_modified (row), lamp_row_get_modified (loaded->found)) <= 0)
    {
      *put = LAMP_PUT_KEPT;
      return TRUE;
    }
  *put = LAMP_PUT_CHANGED;
  self->changes++;

  return lamp_rows_update (self->connection, row, error);
}

static gboolean
put_new (LampLoader     *self,
         const LampRow  *row,
         LampPut        *put,
         GError        **error)
{
  g_autoptr (GError) failure = NULL;

  *put = LAMP_PUT_ADDED;
  if (lamp_rows_insert (self->connection, row, &failure))
    {
      self->changes++;
      return TRUE;
    }
  if (sqlite3_extended_errcode (lamp_connection_get_db (self->connection)) == SQLITE_CONSTRAINT_PRIMARYKEY)
    {
      *put = LAMP_PUT_TWICE;
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

/* The file may know that the record was deleted: then only a later change brings it back. */
static gboolean
put_where_none_is (LampLoader     *self,
                   const LampRow  *row,
                   gboolean        take_older,
                   LampPut        *put,
                   GError        **error)
{
  g_autofree char *at = NULL;
  const char *id = lamp_row_get_id (row);

  if (!self->any_deleted)
    return put_new (self, row, put, error);
  if (!lamp_deleted_find (self->connection, row->type->name, id, &at, error))
    return FALSE;
  if (at == NULL)
    return put_new (self, row, put, error);
  if (!take_older && g_strcmp0 (at, lamp_row_get_modified (row)) > 0)
    {
      *put = LAMP_PUT_KEPT;
      return TRUE;
    }

  return put_new (self, row, put, error)
         && (*put != LAMP_PUT_ADDED || lamp_deleted_put (self->connection, row->type->name, id, NULL, error));
}

/**
 * lamp_loader_put:
 * @self: a loader
 * @row: a valid row with its times
 * @take_older: whether to take it even if the file has a newer one, or knows that it was deleted later
 * @put: (out): what became of it
 * @error: where to put an error of [error@Error]
 *
 * Puts a row. Of two that differ the one with the later `modified_at` stays; where they differ in their times only,
 * the file's stays. References are judged by [method@Loader.check] once all rows are in.
 *
 * Returns: whether it could be written; it need not have been
 */
gboolean
lamp_loader_put (LampLoader     *self,
                 const LampRow  *row,
                 gboolean        take_older,
                 LampPut        *put,
                 GError        **error)
{
  LampLoaded *loaded;
  gint64 rowid = 0;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);
  g_return_val_if_fail (row != NULL && lamp_row_get_id (row) != NULL, FALSE);

  self->checked = FALSE;
  loaded = &self->loaded[lamp_schema_get_index (row->type)];
  if (!loaded->unpaired && !lamp_loader_drop_unique (self, row->type, error))
    return FALSE;
  /* Of a table that was empty the primary key itself says what comes twice. */
  if (loaded->last > 0 && !find_in_file (self, row->type, lamp_row_get_id (row), &rowid, error))
    return FALSE;
  if (rowid != 0)
    return put_over (self, row, rowid, take_older, put, error);

  return put_where_none_is (self, row, take_older, put, error);
}

static gboolean
bury_living (LampLoader            *self,
             const LampRecordType  *type,
             gint64                 rowid,
             const char            *id,
             const char            *at,
             LampPut               *put,
             GError               **error)
{
  LampLoaded *loaded = &self->loaded[lamp_schema_get_index (type)];
  LampChange change = { self->connection, at, NULL };

  if (was_seen (loaded, rowid))
    {
      *put = LAMP_PUT_TWICE;
      return TRUE;
    }
  if (g_strcmp0 (lamp_row_get_modified (loaded->found), at) >= 0)
    {
      *put = LAMP_PUT_KEPT;
      return TRUE;
    }
  *put = LAMP_PUT_CHANGED;
  self->changes++;
  self->any_deleted = TRUE;

  return lamp_loader_restore_indexes (self, error) && lamp_change_delete (&change, loaded->found, error);
}

/**
 * lamp_loader_bury:
 * @self: a loader
 * @type: a record type
 * @id: an identifier
 * @at: when the record was deleted, RFC 3339 in UTC with milliseconds
 * @put: (out): what became of it: %LAMP_PUT_ADDED if the file did not know the record, %LAMP_PUT_CHANGED if it was
 *   deleted now or is known to have been deleted later, %LAMP_PUT_UNCHANGED, %LAMP_PUT_KEPT if it has been changed
 *   since, %LAMP_PUT_TWICE if this load has put it
 * @error: where to put an error of [error@Error]
 *
 * Puts the news that a record was deleted: deletes it, with what goes with it, unless it has been changed since, and
 * remembers.
 *
 * Returns: whether it could be written
 */
gboolean
lamp_loader_bury (LampLoader            *self,
                  const LampRecordType  *type,
                  const char            *id,
                  const char            *at,
                  LampPut               *put,
                  GError               **error)
{
  g_autofree char *known = NULL;
  gint64 rowid;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);
  g_return_val_if_fail (type != NULL && id != NULL && at != NULL, FALSE);

  self->checked = FALSE;
  if (!find_in_file (self, type, id, &rowid, error)
      || !lamp_deleted_find (self->connection, type->name, id, &known, error))
    return FALSE;
  if (rowid != 0)
    return bury_living (self, type, rowid, id, at, put, error);
  *put = known == NULL ? LAMP_PUT_ADDED : g_strcmp0 (known, at) < 0 ? LAMP_PUT_CHANGED : LAMP_PUT_UNCHANGED;
  if (*put == LAMP_PUT_UNCHANGED)
    return TRUE;
  self->changes++;
  self->any_deleted = TRUE;

  return lamp_deleted_put (self->connection, type->name, id, at, error);
}
