/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-triggers.h"

#include "lamp-sql.h"

/* A row of a type as JSON: `json_object ('id', NEW."id", …)`. json_object() writes reals with 15 digits, too few to
 * read the same number back; quote() writes as many as that needs. */
static char *
json_of (const LampRecordType *type,
         const char           *row)
{
  g_autoptr (GString) sql = g_string_new ("json_object(");

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LampField *field = &type->fields[i];

      g_string_append (sql, i > 0 ? "," : "");
      if (field->type == LAMP_FIELD_REAL)
        g_string_append_printf (sql, "'%s',iif(%s.\"%s\" IS NULL,NULL,quote(%s.\"%s\"))", field->name, row, field->name,
                                row, field->name);
      else
        g_string_append_printf (sql, "'%s',%s.\"%s\"", field->name, row, field->name);
    }
  g_string_append_c (sql, ')');

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static char *
journal_trigger (const char *table,
                 const char *event,
                 const char *type,
                 const char *record,
                 const char *before,
                 const char *after)
{
  return g_strdup_printf (
      "CREATE TRIGGER \"%s_%s\" AFTER %s ON \"%s\" WHEN (SELECT \"step\" FROM \"state\") IS NOT NULL "
      "BEGIN INSERT INTO \"journal\"(\"step\",\"type\",\"record\",\"before\",\"after\") "
      "VALUES((SELECT \"step\" FROM \"state\"),%s,%s,%s,%s); END",
      table, event, event, table, type, record, before, after);
}

void
lamp_triggers_add_journal (const LampRecordType *type,
                           GPtrArray            *statements)
{
  g_autofree char *name = g_strdup_printf ("'%s'", type->name);
  g_autofree char *before = json_of (type, "OLD");
  g_autofree char *after = json_of (type, "NEW");

  g_ptr_array_add (statements, journal_trigger (type->name, "INSERT", name, "NEW.\"id\"", "NULL", after));
  g_ptr_array_add (statements, journal_trigger (type->name, "UPDATE", name, "NEW.\"id\"", before, after));
  g_ptr_array_add (statements, journal_trigger (type->name, "DELETE", name, "OLD.\"id\"", before, "NULL"));
}

/* What was deleted when is journaled too, so that undo and redo bring it back to the millisecond: type "deleted",
 * record "TYPE/ID", and the moment before and after. */
void
lamp_triggers_add_for_deleted (GPtrArray *statements)
{
  const char *name = "'deleted'";
  const char *new_record = "NEW.\"type\"||'/'||NEW.\"id\"";
  const char *old_record = "OLD.\"type\"||'/'||OLD.\"id\"";

  g_ptr_array_add (statements, journal_trigger ("deleted", "INSERT", name, new_record, "NULL", "NEW.\"at\""));
  g_ptr_array_add (statements, journal_trigger ("deleted", "UPDATE", name, new_record, "OLD.\"at\"", "NEW.\"at\""));
  g_ptr_array_add (statements, journal_trigger ("deleted", "DELETE", name, old_record, "OLD.\"at\"", "NULL"));
}

static gboolean
is_title (const LampRecordType *type,
          const LampField      *field)
{
  return type->title != NULL && g_str_equal (type->title, field->name);
}

/* The searched words of a row as two values, title and text; NULL if the type has none. */
static char *
searched_values (const LampRecordType *type,
                 const char           *row)
{
  g_autoptr (GString) text = g_string_new ("char(10)");
  g_autofree char *title = NULL;
  gboolean has_text = FALSE;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const LampField *field = &type->fields[i];

      if (!(field->flags & LAMP_SEARCHED))
        continue;
      if (is_title (type, field))
        title = g_strdup_printf ("%s.\"%s\"", row, field->name);
      else
        g_string_append_printf (text, ",%s.\"%s\"", row, field->name);
      has_text = has_text || !is_title (type, field);
    }
  if (title == NULL && !has_text)
    return NULL;
  if (!has_text)
    return g_strdup_printf ("%s,''", title);

  return g_strdup_printf ("%s,concat_ws(%s)", title != NULL ? title : "''", text->str);
}

static char *
searched_change (const LampRecordType *type)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].flags & LAMP_SEARCHED)
      g_string_append_printf (sql, "%sOLD.\"%s\" IS NOT NEW.\"%s\"", sql->len > 0 ? " OR " : "", type->fields[i].name,
                              type->fields[i].name);

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* A row's place in the index: 64 types at most. */
static char *
search_rowid (const LampRecordType *type,
              const char           *row)
{
  guint index = lamp_schema_get_index (type);

  g_assert (index < 64);

  return g_strdup_printf ("%s.rowid*64+%u", row, index);
}

static char *
search_insert (const LampRecordType *type,
               const char           *values)
{
  g_autofree char *rowid = search_rowid (type, "NEW");

  return g_strdup_printf ("INSERT INTO \"search\"(rowid,\"title\",\"text\",\"type\",\"record\") "
                          "VALUES(%s,%s,'%s',NEW.\"id\");",
                          rowid, values, type->name);
}

static char *
search_delete (const LampRecordType *type)
{
  g_autofree char *rowid = search_rowid (type, "OLD");

  return g_strdup_printf ("DELETE FROM \"search\" WHERE rowid=%s;", rowid);
}

void
lamp_triggers_add_search (const LampRecordType *type,
                          GPtrArray            *statements)
{
  static const char frame[] = "CREATE TRIGGER \"%s_search_%s\" AFTER %s ON \"%s\" "
                              "WHEN (SELECT \"stale\" FROM \"state\")=0%s BEGIN %s %s END";
  g_autofree char *values = searched_values (type, "NEW");
  g_autofree char *inserts = NULL;
  g_autofree char *deletes = search_delete (type);
  g_autofree char *changed = searched_change (type);
  g_autofree char *and_changed = g_strdup_printf (" AND (%s)", changed);

  if (values == NULL)
    return;
  inserts = search_insert (type, values);
  g_ptr_array_add (statements, g_strdup_printf (frame, type->name, "INSERT", "INSERT", type->name, "", inserts, ""));
  g_ptr_array_add (statements,
                   g_strdup_printf (frame, type->name, "UPDATE", "UPDATE", type->name, and_changed, deletes, inserts));
  g_ptr_array_add (statements, g_strdup_printf (frame, type->name, "DELETE", "DELETE", type->name, "", deletes, ""));
}

/* Fills the index with all rows of a type. */
char *
lamp_sql_search_fill (const LampRecordType *type)
{
  g_autofree char *values = searched_values (type, "r");
  g_autofree char *rowid = search_rowid (type, "r");

  if (values == NULL)
    return NULL;

  return g_strdup_printf ("INSERT INTO \"search\"(rowid,\"title\",\"text\",\"type\",\"record\") "
                          "SELECT %s,%s,'%s',r.\"id\" FROM \"%s\" r",
                          rowid, values, type->name, type->name);
}

/* Lists the identifiers of rows of a type that the index does not have as they are, and of what it has and the type
 * has not. */
char *
lamp_sql_search_compare (const LampRecordType *type)
{
  g_autofree char *values = searched_values (type, "r");
  g_autofree char *rowid = search_rowid (type, "r");

  if (values == NULL)
    return NULL;

  return g_strdup_printf ("SELECT r.\"id\" FROM \"%s\" r LEFT JOIN \"search\" s ON s.rowid=%s "
                          "WHERE s.\"record\" IS NOT r.\"id\" OR (s.\"title\",s.\"text\") IS NOT (%s) "
                          "UNION ALL SELECT s.\"record\" FROM \"search\" s WHERE s.\"type\"='%s' AND NOT EXISTS "
                          "(SELECT 1 FROM \"%s\" r WHERE r.\"id\"=s.\"record\")",
                          type->name, rowid, values, type->name, type->name);
}
