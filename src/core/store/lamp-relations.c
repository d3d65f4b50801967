/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-relations.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-rows.h"

#define MILLISECOND 1000

static char *
touched_key (const LampRow *row)
{
  return g_strconcat (row->type->name, "/", lamp_row_get_id (row), NULL);
}

static gboolean
is_touched (LampChange    *change,
            const LampRow *row)
{
  g_autofree char *key = touched_key (row);

  return change->touched != NULL && g_hash_table_contains (change->touched, key);
}

static void
touch (LampChange    *change,
       const LampRow *row)
{
  if (change->touched != NULL)
    g_hash_table_add (change->touched, touched_key (row));
}

/* The moment of a change: now, but always later than the one before, even if the clock is coarse or was moved back. */
char *
lamp_change_later (const char *previous,
                   const char *now)
{
  gint64 previous_usec, now_usec;

  if (previous == NULL || g_strcmp0 (now, previous) > 0)
    return g_strdup (now);
  if (!lamp_instant_parse (previous, &previous_usec) || !lamp_instant_parse (now, &now_usec))
    return g_strdup (now);

  return lamp_instant_format (MAX (now_usec, previous_usec + MILLISECOND));
}

/* Says by their labels what may stand together only once, where a table has refused a row for it. */
static gboolean
explain_pair (LampChange     *change,
              const LampRow  *row,
              GError        **error)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  if (sqlite3_extended_errcode (lamp_connection_get_db (change->connection)) != SQLITE_CONSTRAINT_UNIQUE)
    return FALSE;
  for (guint i = 0; i < row->type->n_fields; i++)
    if (row->type->fields[i].flags & LAMP_UNIQUE)
      g_string_append_printf (labels, labels->len > 0 ? ", “%s”" : "“%s”",
                              lamp_field_get_label (&row->type->fields[i]));
  g_clear_error (error);
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_DUPLICATE_ID,
               /* Translators: the kind of record, and the labels of the fields that may stand together only once */
               _("There is a %s with the same %s already: change that one instead."),
               lamp_record_type_get_singular (row->type), labels->str);

  return FALSE;
}

/* Adds a record, stamped. */
gboolean
lamp_change_insert (LampChange  *change,
                    LampRow     *row,
                    GError     **error)
{
  lamp_row_set_times (row, change->now, change->now);
  touch (change, row);

  if (!lamp_rows_insert (change->connection, row, error))
    return explain_pair (change, row, error);

  return lamp_deleted_put (change->connection, row->type->name, lamp_row_get_id (row), NULL, error);
}

/* Writes a changed record, stamped. */
gboolean
lamp_change_update (LampChange     *change,
                    LampRow        *row,
                    const LampRow  *before,
                    GError        **error)
{
  g_autofree char *modified = is_touched (change, row)
                                  ? g_strdup (lamp_row_get_modified (before))
                                  : lamp_change_later (lamp_row_get_modified (before), change->now);

  lamp_row_set_times (row, lamp_row_get_created (before), modified);
  touch (change, row);

  return lamp_rows_update (change->connection, row, error) || explain_pair (change, row, error);
}

/* The records of @type whose @field names @id. */
static gboolean
list_referring (LampConnection        *connection,
                const LampRecordType  *type,
                const LampField       *field,
                const char            *id,
                GPtrArray            **rows,
                GError               **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"id\" FROM \"%s\" WHERE \"%s\"=?1 ORDER BY \"id\"", type->name,
                                          field->name);
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, sql, error);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, id);
  while (found)
    {
      if (!lamp_connection_step (connection, statement, &found, error))
        return FALSE;
      if (found)
        g_ptr_array_add (ids, g_strdup (lamp_statement_get_text (statement, 0)));
    }
  *rows = g_steal_pointer (&ids);

  return TRUE;
}

static gboolean
release_one (LampChange            *change,
             const LampRecordType  *type,
             const LampField       *field,
             const char            *id,
             GError               **error)
{
  g_autoptr (LampRow) row = NULL;
  g_autoptr (LampRow) cleared = NULL;

  if (!lamp_rows_find (change->connection, type, id, &row, error))
    return FALSE;
  if (row == NULL) /* gone with another reference */
    return TRUE;
  if (field->on_delete == LAMP_CASCADE)
    return lamp_change_delete (change, row, error);
  cleared = lamp_row_copy (row);
  lamp_row_unset (cleared, field->name);

  return lamp_change_update (change, cleared, row, error);
}

static gboolean
release_field (LampChange            *change,
               const LampRecordType  *type,
               const LampField       *field,
               const char            *target,
               GError               **error)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (!list_referring (change->connection, type, field, target, &ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!release_one (change, type, field, ids->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* Deletes a record and what goes with it, and empties the references to it. The tables would do the same by
 * themselves, but here cleared records get their new modified_at and every deletion its moment. */
gboolean
lamp_change_delete (LampChange     *change,
                    const LampRow  *row,
                    GError        **error)
{
  const char *id = lamp_row_get_id (row);
  g_autofree char *at = lamp_change_later (lamp_row_get_modified (row), change->now);

  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    for (guint i = 0; i < (*type)->n_fields; i++)
      if (g_strcmp0 ((*type)->fields[i].target, row->type->name) == 0
          && !release_field (change, *type, &(*type)->fields[i], id, error))
        return FALSE;

  return lamp_rows_delete (change->connection, row->type, id, error)
         && lamp_deleted_put (change->connection, row->type->name, id, at, error);
}

static gboolean
exists (LampConnection        *connection,
        const LampRecordType  *type,
        const char            *id,
        gboolean              *found,
        GError               **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"id\"=?1", type->name);
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, id);

  return lamp_connection_step (connection, statement, found, error);
}

/* What a record's @field names; NULL if nothing. */
static gboolean
find_parent (LampConnection        *connection,
             const LampRecordType  *type,
             const LampField       *field,
             const char            *id,
             char                 **parent,
             GError               **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE \"id\"=?1", field->name, type->name);
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, sql, error);
  gboolean row;

  *parent = NULL;
  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, id);
  if (!lamp_connection_step (connection, statement, &row, error))
    return FALSE;
  if (row)
    *parent = g_strdup (lamp_statement_get_text (statement, 0));

  return TRUE;
}

/* Goes up from @target and says whether that leads to the row itself. (A recursive SELECT makes a temporary table each
 * time, which costs a hundred times as much.) */
static gboolean
comes_back (LampConnection   *connection,
            const LampRow    *row,
            const LampField  *field,
            const char       *target,
            gboolean         *result,
            GError          **error)
{
  g_autoptr (GHashTable) passed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *at = g_strdup (target);

  *result = FALSE;
  while (at != NULL && !*result)
    {
      char *next = NULL;

      *result = g_str_equal (at, lamp_row_get_id (row));
      if (!*result && !find_parent (connection, row->type, field, at, &next, error))
        {
          g_free (at);
          return FALSE;
        }
      if (!g_hash_table_add (passed, at)) /* a ring that the row does not stand on */
        g_clear_pointer (&next, g_free);
      at = next;
    }

  return TRUE;
}

/* Tests one field of a row that has been written: @code is LAMP_ERROR_REFERENCE if it names nothing,
 * LAMP_ERROR_CYCLE if it leads back, 0 if it is sound or no reference. */
gboolean
lamp_relations_test (LampConnection  *connection,
                     const LampRow   *row,
                     guint            index,
                     LampErrorCode   *code,
                     GError         **error)
{
  const LampField *field = &row->type->fields[index];
  const LampValue *value = &row->values[index];
  gboolean found, back = FALSE;

  *code = 0;
  if (field->target == NULL || value->kind != LAMP_VALUE_TEXT)
    return TRUE;
  if (!exists (connection, lamp_schema_find (field->target), value->text, &found, error))
    return FALSE;
  if (found && (field->flags & LAMP_ACYCLIC) && !comes_back (connection, row, field, value->text, &back, error))
    return FALSE;
  *code = !found ? LAMP_ERROR_REFERENCE : back ? LAMP_ERROR_CYCLE : 0;

  return TRUE;
}

static gboolean
refuse (const LampRow  *row,
        guint           index,
        LampErrorCode   code,
        GError        **error)
{
  const char *label = lamp_field_get_label (&row->type->fields[index]);
  const char *singular = lamp_record_type_get_singular (row->type);

  if (code == LAMP_ERROR_REFERENCE)
    g_set_error (error, LAMP_ERROR, code,
                 /* Translators: a field's label, the kind of record, its title, an identifier */
                 _("“%s” of the %s “%s” names “%s”, which does not exist: choose another."), label, singular,
                 lamp_row_get_title (row), row->values[index].text);
  else
    g_set_error (error, LAMP_ERROR, code,
                 /* Translators: a field's label, the kind of record, its title */
                 _("“%s” of the %s “%s” leads back to itself: choose one that does not stand under it."), label, singular,
                 lamp_row_get_title (row));

  return FALSE;
}

/* Checks the references of a row that has been written. */
gboolean
lamp_relations_check (LampConnection  *connection,
                      const LampRow   *row,
                      GError         **error)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      LampErrorCode code;

      if (!lamp_relations_test (connection, row, i, &code, error))
        return FALSE;
      if (code != 0)
        return refuse (row, i, code, error);
    }

  return TRUE;
}

/* Asks whether no record refers to this one. */
gboolean
lamp_relations_is_free (LampConnection        *connection,
                        const LampRecordType  *target,
                        const char            *id,
                        gboolean              *is_free,
                        GError               **error)
{
  *is_free = TRUE;
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL && *is_free; type++)
    for (guint i = 0; i < (*type)->n_fields && *is_free; i++)
      {
        g_autoptr (GPtrArray) ids = NULL;

        if (g_strcmp0 ((*type)->fields[i].target, target->name) != 0)
          continue;
        if (!list_referring (connection, *type, &(*type)->fields[i], id, &ids, error))
          return FALSE;
        *is_free = ids->len == 0;
      }

  return TRUE;
}
