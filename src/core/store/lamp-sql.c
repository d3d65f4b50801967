/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-sql.h"

#include <string.h>

#include "lamp-triggers.h"

/* Names come from the declarations, not from people; they are quoted because some are words of SQL. */

static const char *
column_type (const LampField *field)
{
  switch (field->type)
    {
    case LAMP_FIELD_INT:
    case LAMP_FIELD_BOOL:
      return "INTEGER";
    case LAMP_FIELD_REAL:
      return "REAL";
    case LAMP_FIELD_ID:
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_LONG_TEXT:
    case LAMP_FIELD_DATE:
    case LAMP_FIELD_TIME:
    case LAMP_FIELD_INSTANT:
    case LAMP_FIELD_ENUM:
    case LAMP_FIELD_FLAGS:
    case LAMP_FIELD_REF:
    case LAMP_FIELD_COUNTS:
    case LAMP_FIELD_EXTRA:
    default:
      return "TEXT";
    }
}

static void
append_column (GString         *sql,
               const LampField *field)
{
  g_string_append_printf (sql, "\"%s\" %s", field->name, column_type (field));
  if (field->type == LAMP_FIELD_ID)
    g_string_append (sql, " PRIMARY KEY");
  if (field->flags & LAMP_REQUIRED)
    g_string_append (sql, " NOT NULL");
  if (field->target != NULL)
    g_string_append_printf (sql, " REFERENCES \"%s\"(\"id\") ON DELETE %s DEFERRABLE INITIALLY DEFERRED", field->target,
                            field->on_delete == LAMP_CASCADE ? "CASCADE" : "SET NULL");
}

static char *
table_sql (const LampRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "CREATE TABLE \"%s\"(", type->name);
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      append_column (sql, &type->fields[i]);
    }
  g_string_append (sql, ") STRICT");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* The columns of a type, quoted, in the order of its fields. */
char *
lamp_sql_columns (const LampRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\"", i > 0 ? "," : "", type->fields[i].name);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
insert_sql (const LampRecordType *type,
            const char           *columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO \"%s\"(%s) VALUES(", type->name, columns);
  for (guint i = 0; i < type->n_fields; i++)
    g_string_append_printf (sql, "%s?%u", i > 0 ? "," : "", i + 1);
  g_string_append_c (sql, ')');

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
update_sql (const LampRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_append_printf (sql, "UPDATE \"%s\" SET ", type->name);
  for (guint i = 1; i < type->n_fields; i++)
    g_string_append_printf (sql, "%s\"%s\"=?%u", i > 1 ? "," : "", type->fields[i].name, i + 1);
  g_string_append (sql, " WHERE \"id\"=?1");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* One of the statements that every type has; parameter n is field n - 1. */
char *
lamp_sql_typed (const LampRecordType *type,
                LampSql               sql)
{
  g_autofree char *columns = lamp_sql_columns (type);

  switch (sql)
    {
    case LAMP_SQL_FIND:
      return g_strdup_printf ("SELECT %s,rowid FROM \"%s\" WHERE \"id\"=?1", columns, type->name);
    case LAMP_SQL_ALL:
      return g_strdup_printf ("SELECT %s FROM \"%s\" ORDER BY \"id\"", columns, type->name);
    case LAMP_SQL_INSERT:
      return insert_sql (type, columns);
    case LAMP_SQL_UPDATE:
      return update_sql (type);
    case LAMP_SQL_DELETE:
      return g_strdup_printf ("DELETE FROM \"%s\" WHERE \"id\"=?1", type->name);
    case LAMP_SQL_LAST:
    default:
      g_assert_not_reached ();
    }
}

char *
lamp_sql_reference_index (const LampRecordType *type,
                          const LampField      *field)
{
  return g_strdup_printf ("CREATE INDEX \"%s_%s\" ON \"%s\"(\"%s\")", type->name, field->name, type->name, field->name);
}

char *
lamp_sql_unique_index (const LampRecordType *type)
{
  g_autoptr (GString) columns = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & LAMP_UNIQUE)
      g_string_append_printf (columns, "%s\"%s\"", columns->len > 0 ? "," : "", type->fields[i].name);
  if (columns->len == 0)
    return NULL;

  return g_strdup_printf ("CREATE UNIQUE INDEX \"%s_unique\" ON \"%s\"(%s)", type->name, type->name, columns->str);
}

static const char * const own_tables[] = {
  /* While `step` is set, triggers write the journal under it; while `stale` is set, search is rebuilt before use. */
  "CREATE TABLE \"state\"(\"one\" INTEGER PRIMARY KEY CHECK (\"one\" = 1), \"step\" INTEGER, "
  "\"steps\" INTEGER NOT NULL, \"stale\" INTEGER NOT NULL) STRICT",
  "CREATE TABLE \"history\"(\"step\" INTEGER PRIMARY KEY, \"label\" TEXT NOT NULL, \"at\" TEXT NOT NULL, "
  "\"undone\" INTEGER NOT NULL DEFAULT 0, \"changes\" INTEGER NOT NULL, \"bytes\" INTEGER NOT NULL, "
  "\"before\" TEXT, \"after\" TEXT) STRICT",
  "CREATE TABLE \"journal\"(\"seq\" INTEGER PRIMARY KEY, \"step\" INTEGER NOT NULL, \"type\" TEXT NOT NULL, "
  "\"record\" TEXT NOT NULL, \"before\" TEXT, \"after\" TEXT) STRICT",
  "CREATE TABLE \"deleted\"(\"type\" TEXT NOT NULL, \"id\" TEXT NOT NULL, \"at\" TEXT NOT NULL, "
  "PRIMARY KEY (\"type\", \"id\")) STRICT, WITHOUT ROWID",
  /* What this machine has under way, such as a meeting that is run: no record, so neither journaled nor exchanged. */
  "CREATE TABLE \"local\"(\"name\" TEXT PRIMARY KEY, \"value\" TEXT NOT NULL) STRICT, WITHOUT ROWID",
};

/* The table of the full-text search. It keeps the texts, so that it can show the words around what was found. */
const char *
lamp_sql_search_table (void)
{
  return "CREATE VIRTUAL TABLE \"search\" USING fts5(\"title\", \"text\", \"type\" UNINDEXED, \"record\" UNINDEXED, "
         "tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')";
}

void
lamp_sql_add_tables (GPtrArray *statements)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (own_tables); i++)
    g_ptr_array_add (statements, g_strdup (own_tables[i]));
  g_ptr_array_add (statements, g_strdup (lamp_sql_search_table ()));
  for (; *types != NULL; types++)
    g_ptr_array_add (statements, table_sql (*types));
}

void
lamp_sql_add_indexes (GPtrArray *statements)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  g_ptr_array_add (statements, g_strdup ("CREATE INDEX \"journal_step\" ON \"journal\"(\"step\")"));
  for (; *types != NULL; types++)
    {
      char *unique = lamp_sql_unique_index (*types);

      for (guint i = 0; i < (*types)->n_fields; i++)
        if ((*types)->fields[i].target != NULL)
          g_ptr_array_add (statements, lamp_sql_reference_index (*types, &(*types)->fields[i]));
      if (unique != NULL)
        g_ptr_array_add (statements, unique);
    }
}

void
lamp_sql_add_triggers (GPtrArray *statements)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  lamp_triggers_add_for_deleted (statements);
  for (; *types != NULL; types++)
    {
      lamp_triggers_add_journal (*types, statements);
      lamp_triggers_add_search (*types, statements);
    }
}

/* Everything that stands in a file's sqlite_schema with a text, in the order in which it is made. */
GPtrArray *
lamp_sql_schema (void)
{
  GPtrArray *statements = g_ptr_array_new_with_free_func (g_free);

  lamp_sql_add_tables (statements);
  lamp_sql_add_indexes (statements);
  lamp_sql_add_triggers (statements);

  return statements;
}
