/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-loader-private.h"
#include "lamp-relations.h"
#include "lamp-rows.h"
#include "lamp-sql.h"

/* The rules between records. After a bulk load each rule is one statement over the whole file; after a small one the
 * rows that it touched are looked at one by one. */

typedef struct
{
  LampConnection *connection;
  guint limit;
  GPtrArray *broken;
} Check;

/**
 * lamp_broken_free:
 * @self: (nullable): a broken rule
 *
 * Frees it.
 */
void
lamp_broken_free (LampBroken *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->value);
  g_free (self);
}

static void
add_broken (Check                *check,
            const LampRecordType *type,
            guint                 field,
            LampErrorCode         code,
            const char           *id,
            const char           *value)
{
  LampBroken *broken = g_new0 (LampBroken, 1);

  broken->type = type;
  broken->id = g_strdup (id);
  broken->field = field;
  broken->code = code;
  broken->value = g_strdup (value);
  g_ptr_array_add (check->broken, broken);
}

static gboolean
is_full (Check *check)
{
  return check->broken->len >= check->limit;
}

/* Runs a query for (id, value) of rows that break a rule. */
static gboolean
add_found (Check                 *check,
           const LampRecordType  *type,
           guint                  field,
           LampErrorCode          code,
           const char            *sql,
           GError               **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (check->connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (row && !is_full (check))
    {
      if (!lamp_connection_step (check->connection, statement, &row, error))
        return FALSE;
      if (row)
        add_broken (check, type, field, code, lamp_statement_get_text (statement, 0),
                    lamp_statement_get_text (statement, 1));
    }

  return TRUE;
}

static gboolean
check_references (Check                 *check,
                  const LampRecordType  *type,
                  guint                  index,
                  GError               **error)
{
  const LampField *field = &type->fields[index];
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\",\"%s\" FROM \"%s\" r WHERE \"%s\" IS NOT NULL AND NOT EXISTS "
                                          "(SELECT 1 FROM \"%s\" t WHERE t.\"id\"=r.\"%s\")",
                                          field->name, type->name, field->name, field->target, field->name);

  return add_found (check, type, index, LAMP_ERROR_REFERENCE, sql, error);
}

/* Rows that cannot be reached from a root stand on or under a ring; those whose own chain comes back are on it. */
static gboolean
check_rings (Check                 *check,
             const LampRecordType  *type,
             guint                  index,
             GError               **error)
{
  const char *f = type->fields[index].name;
  const char *t = type->name;
  g_autofree char *count = NULL;
  g_autofree char *list = NULL;
  gint64 unreached;

  count = g_strdup_printf (
      "WITH RECURSIVE reached(id) AS (SELECT \"id\" FROM \"%s\" r WHERE \"%s\" IS NULL OR NOT EXISTS "
      "(SELECT 1 FROM \"%s\" p WHERE p.\"id\"=r.\"%s\") "
      "UNION ALL SELECT c.\"id\" FROM reached CROSS JOIN \"%s\" c ON c.\"%s\"=reached.id) "
      "SELECT (SELECT count(*) FROM \"%s\")-(SELECT count(*) FROM reached)",
      t, f, t, f, t, f, t);
  if (!lamp_connection_ask (check->connection, count, &unreached, error))
    return FALSE;
  if (unreached == 0)
    return TRUE;
  list = g_strdup_printf (
      "SELECT \"id\",\"%s\" FROM \"%s\" r WHERE \"id\" IN (WITH RECURSIVE up(id) AS (SELECT r.\"%s\" "
      "UNION SELECT p.\"%s\" FROM up CROSS JOIN \"%s\" p ON p.\"id\"=up.id WHERE p.\"%s\" IS NOT NULL) "
      "SELECT id FROM up)",
      f, t, f, f, t, f);

  return add_found (check, type, index, LAMP_ERROR_CYCLE, list, error);
}

static guint
first_unique (const LampRecordType *type)
{
  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & LAMP_UNIQUE)
      return i;

  g_assert_not_reached ();
}

/* Lists the rows whose pair stands before them already. */
static gboolean
list_pairs (Check                 *check,
            const LampRecordType  *type,
            GError               **error)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  guint first = first_unique (type);
  g_autofree char *sql = NULL;

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & LAMP_UNIQUE)
      g_string_append_printf (columns, "%s\"%s\"", columns->len > 0 ? "," : "", type->fields[i].name);
  sql = g_strdup_printf ("SELECT \"id\",\"%s\" FROM (SELECT \"id\",\"%s\",row_number() OVER (PARTITION BY %s ORDER BY \"id\") "
                         "AS n FROM \"%s\") WHERE n > 1",
                         type->fields[first].name, type->fields[first].name, columns->str, type->name);

  return add_found (check, type, first, LAMP_ERROR_DUPLICATE_ID, sql, error);
}

/* Puts a unique index back; if that fails, a pair stands twice. */
static gboolean
check_pairs (LampLoader            *self,
             Check                 *check,
             const LampRecordType  *type,
             GError               **error)
{
  LampLoaded *loaded = &self->loaded[lamp_schema_get_index (type)];
  g_autofree char *unique = lamp_sql_unique_index (type);
  g_autoptr (GError) failure = NULL;

  if (!loaded->unpaired || unique == NULL)
    return TRUE;
  if (lamp_connection_exec (self->connection, unique, &failure))
    {
      loaded->unpaired = FALSE;
      return TRUE;
    }
  if ((sqlite3_errcode (lamp_connection_get_db (self->connection)) & 0xff) == SQLITE_CONSTRAINT)
    return list_pairs (check, type, error);
  g_propagate_error (error, g_steal_pointer (&failure));

  return FALSE;
}

static gboolean
check_whole_type (Check                 *check,
                  const LampRecordType  *type,
                  GError               **error)
{
  for (guint i = 0; i < type->n_fields && !is_full (check); i++)
    {
      if (type->fields[i].target == NULL)
        continue;
      if (!check_references (check, type, i, error))
        return FALSE;
      if ((type->fields[i].flags & LAMP_ACYCLIC) && !is_full (check) && !check_rings (check, type, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_row (Check          *check,
           const LampRow  *row,
           GError        **error)
{
  for (guint i = 0; i < row->type->n_fields && !is_full (check); i++)
    {
      LampErrorCode code;

      if (!lamp_relations_test (check->connection, row, i, &code, error))
        return FALSE;
      if (code != 0)
        add_broken (check, row->type, i, code, lamp_row_get_id (row), row->values[i].text);
    }

  return TRUE;
}

/* Looks at the rows that stand in the journal of this load. */
static gboolean
check_touched (Check   *check,
               GError **error)
{
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (check->connection,
                             "SELECT DISTINCT \"type\",\"record\" FROM \"journal\" "
                             "WHERE \"step\"=(SELECT \"step\" FROM \"state\") AND \"type\"<>'deleted'",
                             error);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  while (found && !is_full (check))
    {
      g_autoptr (LampRow) row = NULL;

      if (!lamp_connection_step (check->connection, statement, &found, error))
        return FALSE;
      if (found && !lamp_rows_find (check->connection, lamp_schema_find (lamp_statement_get_text (statement, 0)),
                                    lamp_statement_get_text (statement, 1), &row, error))
        return FALSE;
      if (row != NULL && !check_row (check, row, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * lamp_loader_check:
 * @self: a loader that has been given all rows
 * @limit: list at most so many
 * @broken: (out) (transfer full) (element-type LampBroken): the rules that are broken; empty if the rows are sound
 * @error: where to put an error of [error@Error]
 *
 * Checks the rules between records: references to nothing, chains of parents that come back, pairs that stand twice.
 *
 * Returns: whether they could be checked
 */
gboolean
lamp_loader_check (LampLoader  *self,
                   guint        limit,
                   GPtrArray  **broken,
                   GError     **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_broken_free);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  Check check;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  check = (Check) { self->connection, MAX (limit, 1), found };
  if (!lamp_loader_restore_indexes (self, error) || (!self->bulk && !check_touched (&check, error)))
    return FALSE;
  for (guint i = 0; i < self->n_types && !is_full (&check); i++)
    if (!check_pairs (self, &check, types[i], error) || (self->bulk && !check_whole_type (&check, types[i], error)))
      return FALSE;
  self->checked = found->len == 0;
  *broken = g_steal_pointer (&found);

  return TRUE;
}
