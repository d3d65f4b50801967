/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-relations.h"
#include "lamp-rows.h"
#include "lamp-steps.h"

/* Undo writes what the journal says was before, last change first; redo writes what was after. Nothing is written
 * over that the journal does not know. */

static void
set_from_node (LampRow         *row,
               const LampField *field,
               JsonNode        *node)
{
  GType kind = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (kind == G_TYPE_INT64)
    lamp_row_set_integer (row, field->name, json_node_get_int (node));
  else if (kind == G_TYPE_STRING && field->type == LAMP_FIELD_REAL) /* see json_of() in lamp-triggers.c */
    lamp_row_set_real (row, field->name, g_ascii_strtod (json_node_get_string (node), NULL));
  else if (kind == G_TYPE_STRING)
    lamp_row_set_text (row, field->name, json_node_get_string (node));
}

/* Reads a row from the journal; fields that it does not have are absent. NULL if @json is no object. */
LampRow *
lamp_step_parse (const LampRecordType *type,
                 const char           *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonObject *object = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  LampRow *row;

  if (object == NULL)
    return NULL;
  row = lamp_row_new (type);
  for (guint i = 0; i < type->n_fields; i++)
    {
      JsonNode *member = json_object_get_member (object, type->fields[i].name);

      if (member != NULL)
        set_from_node (row, &type->fields[i], member);
    }

  return row;
}

static gboolean
conflict (const char  *what,
          GError     **error)
{
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_CONFLICT,
               /* Translators: the title or identifier of a record */
               _("“%s” has been changed by something else meanwhile, so nothing was undone or redone."), what);

  return FALSE;
}

static gboolean
same (const LampRow *a,
      const LampRow *b)
{
  return (a == NULL && b == NULL) || (a != NULL && b != NULL && lamp_row_equal (a, b, TRUE));
}

static gboolean
write_over (LampConnection        *connection,
            const LampRecordType  *type,
            const char            *id,
            const LampRow         *from,
            const LampRow         *to,
            GError               **error)
{
  if (to == NULL)
    return lamp_rows_delete (connection, type, id, error);
  if (from == NULL)
    return lamp_rows_insert (connection, to, error);

  return lamp_rows_update (connection, to, error);
}

static gboolean
replay_record (LampConnection        *connection,
               const LampRecordType  *type,
               const char            *id,
               const char            *from_json,
               const char            *to_json,
               GError               **error)
{
  g_autoptr (LampRow) from = from_json != NULL ? lamp_step_parse (type, from_json) : NULL;
  g_autoptr (LampRow) to = to_json != NULL ? lamp_step_parse (type, to_json) : NULL;
  g_autoptr (LampRow) now = NULL;

  if (!lamp_rows_find (connection, type, id, &now, error))
    return FALSE;
  if (!same (now, from))
    return conflict (now != NULL ? lamp_row_get_title (now) : from != NULL ? lamp_row_get_title (from) : id, error);

  return write_over (connection, type, id, from, to, error);
}

static gboolean
replay_deleted (LampConnection  *connection,
                const char      *record,
                const char      *from,
                const char      *to,
                GError         **error)
{
  const char *slash = strchr (record, '/');
  g_autofree char *type = slash != NULL ? g_strndup (record, slash - record) : NULL;
  g_autofree char *now = NULL;

  if (slash == NULL)
    return conflict (record, error);
  if (!lamp_deleted_find (connection, type, slash + 1, &now, error))
    return FALSE;
  if (g_strcmp0 (now, from) != 0)
    return conflict (slash + 1, error);

  return lamp_deleted_put (connection, type, slash + 1, to, error);
}

static gboolean
replay_one (LampConnection  *connection,
            sqlite3_stmt    *entry,
            gboolean         forward,
            GError         **error)
{
  const char *name = lamp_statement_get_text (entry, 0);
  const char *record = lamp_statement_get_text (entry, 1);
  const char *from = lamp_statement_get_text (entry, forward ? 2 : 3);
  const char *to = lamp_statement_get_text (entry, forward ? 3 : 2);
  const LampRecordType *type = lamp_schema_find (name);

  if (type != NULL)
    return replay_record (connection, type, record, from, to, error);
  if (g_strcmp0 (name, "deleted") == 0)
    return replay_deleted (connection, record, from, to, error);

  return conflict (record, error);
}

/* After the replay: nothing may refer to what is gone, and nothing that came back may refer to nothing. */
static gboolean
check_record (LampConnection        *connection,
              const LampRecordType  *type,
              const char            *id,
              GError               **error)
{
  g_autoptr (LampRow) row = NULL;
  g_autoptr (GError) refused = NULL;
  gboolean is_free;

  if (!lamp_rows_find (connection, type, id, &row, error))
    return FALSE;
  if (row == NULL)
    {
      if (!lamp_relations_is_free (connection, type, id, &is_free, error))
        return FALSE;
      return is_free || conflict (id, error);
    }
  if (lamp_relations_check (connection, row, &refused))
    return TRUE;
  if (g_error_matches (refused, LAMP_ERROR, LAMP_ERROR_REFERENCE)
      || g_error_matches (refused, LAMP_ERROR, LAMP_ERROR_CYCLE))
    return conflict (lamp_row_get_title (row), error);
  g_propagate_error (error, g_steal_pointer (&refused));

  return FALSE;
}

static gboolean
check_step (LampConnection  *connection,
            gint64           step,
            GError         **error)
{
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (connection, "SELECT DISTINCT \"type\",\"record\" FROM \"journal\" WHERE \"step\"=?1", error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step);
  while (row)
    {
      const LampRecordType *type;

      if (!lamp_connection_step (connection, statement, &row, error))
        return FALSE;
      type = row ? lamp_schema_find (lamp_statement_get_text (statement, 0)) : NULL;
      if (type != NULL && !check_record (connection, type, lamp_statement_get_text (statement, 1), error))
        return FALSE;
    }

  return TRUE;
}

/* Undoes a step, or with @forward redoes it, inside a transaction with foreign keys off: the journal says all that
 * goes and comes. Fails with LAMP_ERROR_CONFLICT where the file does not say what the journal does. */
gboolean
lamp_step_replay (LampConnection  *connection,
                  gint64           step,
                  gboolean         forward,
                  GError         **error)
{
  static const char ascending[] = "SELECT \"type\",\"record\",\"before\",\"after\" FROM \"journal\" WHERE \"step\"=?1 "
                                  "ORDER BY \"seq\"";
  static const char descending[] = "SELECT \"type\",\"record\",\"before\",\"after\" FROM \"journal\" WHERE \"step\"=?1 "
                                   "ORDER BY \"seq\" DESC";
  g_autoptr (sqlite3_stmt) entries = lamp_connection_prepare (connection, forward ? ascending : descending, error);
  gboolean row = TRUE;

  if (entries == NULL)
    return FALSE;
  sqlite3_bind_int64 (entries, 1, step);
  while (row)
    {
      if (!lamp_connection_step (connection, entries, &row, error))
        return FALSE;
      if (row && !replay_one (connection, entries, forward, error))
        return FALSE;
    }

  return check_step (connection, step, error);
}
