/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-rows.h"

/* Puts the columns of a statement, which are the fields of the row's type in their order, into a row. */
void
lamp_rows_fill (LampRow      *row,
                sqlite3_stmt *statement)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      LampValue *value = &row->values[i];

      lamp_value_clear (value);
      switch (sqlite3_column_type (statement, (int) i))
        {
        case SQLITE_TEXT:
          value->kind = LAMP_VALUE_TEXT;
          value->text = g_strdup (lamp_statement_get_text (statement, (int) i));
          break;
        case SQLITE_INTEGER:
          value->kind = LAMP_VALUE_INTEGER;
          value->integer = sqlite3_column_int64 (statement, (int) i);
          break;
        case SQLITE_FLOAT:
          value->kind = LAMP_VALUE_REAL;
          value->real = sqlite3_column_double (statement, (int) i);
          break;
        default:
          break;
        }
    }
}

static void
bind_row (sqlite3_stmt  *statement,
          const LampRow *row)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const LampValue *value = &row->values[i];

      switch (value->kind)
        {
        case LAMP_VALUE_TEXT:
          lamp_statement_bind_text (statement, (int) i + 1, value->text);
          break;
        case LAMP_VALUE_INTEGER:
          sqlite3_bind_int64 (statement, (int) i + 1, value->integer);
          break;
        case LAMP_VALUE_REAL:
          sqlite3_bind_double (statement, (int) i + 1, value->real);
          break;
        case LAMP_VALUE_NONE:
        default:
          sqlite3_bind_null (statement, (int) i + 1);
        }
    }
}

/* Reads a record; @row is NULL if there is none. */
gboolean
lamp_rows_find (LampConnection        *connection,
                const LampRecordType  *type,
                const char            *id,
                LampRow              **row,
                GError               **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare_typed (connection, type, LAMP_SQL_FIND, error);
  gboolean found;

  *row = NULL;
  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, id);
  if (!lamp_connection_step (connection, statement, &found, error))
    return FALSE;
  if (found)
    {
      *row = lamp_row_new (type);
      lamp_rows_fill (*row, statement);
    }

  return TRUE;
}

static gboolean
write_row (LampConnection  *connection,
           const LampRow   *row,
           LampSql          sql,
           GError         **error)
{
  sqlite3_stmt *statement = lamp_connection_prepare_typed (connection, row->type, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_row (statement, row);

  return lamp_connection_run (connection, statement, error);
}

gboolean
lamp_rows_insert (LampConnection  *connection,
                  const LampRow   *row,
                  GError         **error)
{
  return write_row (connection, row, LAMP_SQL_INSERT, error);
}

gboolean
lamp_rows_update (LampConnection  *connection,
                  const LampRow   *row,
                  GError         **error)
{
  return write_row (connection, row, LAMP_SQL_UPDATE, error);
}

gboolean
lamp_rows_delete (LampConnection        *connection,
                  const LampRecordType  *type,
                  const char            *id,
                  GError               **error)
{
  sqlite3_stmt *statement = lamp_connection_prepare_typed (connection, type, LAMP_SQL_DELETE, error);

  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, id);

  return lamp_connection_run (connection, statement, error);
}

/* Says when a record was deleted; NULL if it was not. */
gboolean
lamp_deleted_find (LampConnection  *connection,
                   const char      *type,
                   const char      *id,
                   char           **at,
                   GError         **error)
{
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (connection, "SELECT \"at\" FROM \"deleted\" WHERE \"type\"=?1 AND \"id\"=?2", error);
  gboolean found;

  *at = NULL;
  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, type);
  lamp_statement_bind_text (statement, 2, id);
  if (!lamp_connection_step (connection, statement, &found, error))
    return FALSE;
  if (found)
    *at = g_strdup (lamp_statement_get_text (statement, 0));

  return TRUE;
}

/* Remembers when a record was deleted; NULL forgets it. */
gboolean
lamp_deleted_put (LampConnection  *connection,
                  const char      *type,
                  const char      *id,
                  const char      *at,
                  GError         **error)
{
  static const char put[] = "INSERT INTO \"deleted\"(\"type\",\"id\",\"at\") VALUES(?1,?2,?3) "
                            "ON CONFLICT DO UPDATE SET \"at\"=excluded.\"at\" WHERE \"at\" IS NOT excluded.\"at\"";
  static const char forget[] = "DELETE FROM \"deleted\" WHERE \"type\"=?1 AND \"id\"=?2";
  sqlite3_stmt *statement = lamp_connection_prepare (connection, at != NULL ? put : forget, error);

  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, type);
  lamp_statement_bind_text (statement, 2, id);
  if (at != NULL)
    lamp_statement_bind_text (statement, 3, at);

  return lamp_connection_run (connection, statement, error);
}

/* Every type ends with created_at, modified_at, extra. */

const char *
lamp_row_get_created (const LampRow *row)
{
  const LampValue *value = &row->values[row->type->n_fields - 3];

  return value->kind == LAMP_VALUE_TEXT ? value->text : NULL;
}

const char *
lamp_row_get_modified (const LampRow *row)
{
  const LampValue *value = &row->values[row->type->n_fields - 2];

  return value->kind == LAMP_VALUE_TEXT ? value->text : NULL;
}

void
lamp_row_set_times (LampRow    *row,
                    const char *created,
                    const char *modified)
{
  g_autofree char *created_copy = g_strdup (created);
  g_autofree char *modified_copy = g_strdup (modified);

  lamp_row_set_text (row, row->type->fields[row->type->n_fields - 3].name, created_copy);
  lamp_row_set_text (row, row->type->fields[row->type->n_fields - 2].name, modified_copy);
}
