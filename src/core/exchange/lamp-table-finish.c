/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-table-private.h"
#include "lamp-table-value.h"

/* When every row has been read: what refers to what, and who can stand. */

/* What validation wants and an import gives: taken out again before anything is handed over. */
#define SOME_INSTANT "1970-01-01T00:00:00.000Z"

char *
lamp_table_key (const char *type,
                const char *id)
{
  return g_strconcat (type, "\t", id, NULL);
}

static void
note_title (LampTableReader *self,
            const LampRow   *row)
{
  const char *title = lamp_row_get_title (row);
  g_autofree char *folded = title != NULL ? g_utf8_casefold (title, -1) : NULL;
  g_autofree char *key = folded != NULL ? lamp_table_key (row->type->name, folded) : NULL;
  const char *known = key != NULL ? g_hash_table_lookup (self->titles, key) : NULL;

  if (key == NULL)
    return;
  if (known == NULL)
    g_hash_table_insert (self->titles, g_steal_pointer (&key), g_strdup (lamp_row_get_id (row)));
  else if (strcmp (known, lamp_row_get_id (row)) != 0)
    g_hash_table_insert (self->titles, g_steal_pointer (&key), g_strdup (""));
}

static void
note_titles (LampTableReader *self,
             const char      *type)
{
  GPtrArray *rows = lamp_snapshot_get (self->existing, type);

  for (guint i = 0; i < rows->len; i++)
    note_title (self, rows->pdata[i]);
  for (guint i = 0; i < self->made->len; i++)
    {
      LampTableMade *made = self->made->pdata[i];

      if (g_strcmp0 (made->row->type->name, type) == 0)
        note_title (self, made->row);
    }
}

/* What a reference means: an identifier first, and then what names a record, if it names one only. */
static char *
resolve (LampTableReader *self,
         const char      *type,
         const char      *text)
{
  g_autofree char *id = lamp_table_make_id (text);
  g_autofree char *key = lamp_table_key (type, id);
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *by_title = lamp_table_key (type, folded);
  g_autofree char *mark = lamp_table_key (type, "");
  const char *found;

  if (lamp_snapshot_find (self->existing, type, id) != NULL || g_hash_table_contains (self->by_id, key))
    return g_steal_pointer (&id);
  if (!g_hash_table_contains (self->titles, mark))
    {
      g_hash_table_insert (self->titles, g_steal_pointer (&mark), g_strdup (""));
      note_titles (self, type);
    }
  found = g_hash_table_lookup (self->titles, by_title);

  return g_strdup (found != NULL && *found != '\0' ? found : NULL);
}

static void
resolve_references (LampTableReader *self)
{
  for (guint i = 0; i < self->references->len; i++)
    {
      LampTableReference *reference = &g_array_index (self->references, LampTableReference, i);
      g_autofree char *id = resolve (self, reference->field->target, reference->text);

      if (id != NULL)
        lamp_row_set_text (reference->made->row, reference->field->name, id);
      else
        // Translators: the first is a field such as "Aligns with", the second what a table says there
        lamp_table_tell_in (self->result, reference->number, reference->column,
                            g_strdup_printf (_ ("“%s” names nothing that is in the file or in the table: “%s”."),
                                             lamp_field_get_label (reference->field), reference->text));
    }
}

static gboolean
comes_back (LampTableReader     *self,
            const LampTableMade *made,
            const LampField     *field)
{
  const char *type = made->row->type->name;
  const char *at = lamp_row_get_text (made->row, field->name);
  const char *mark = NULL;

  /* A mark that is set anew after 1, 2, 4, 8 … steps is met again on any way that goes round elsewhere. */
  for (gsize steps = 0; at != NULL && g_strcmp0 (at, mark) != 0; steps++)
    {
      g_autofree char *key = lamp_table_key (type, at);
      const LampTableMade *next = g_hash_table_lookup (self->by_id, key);
      const LampRow *row = next != NULL ? next->row : lamp_snapshot_find (self->existing, type, at);

      if (next == made)
        return TRUE;
      if ((steps & (steps + 1)) == 0)
        mark = at;
      at = row != NULL ? lamp_row_get_text (row, field->name) : NULL;
    }

  return FALSE;
}

static void
break_cycles (LampTableReader *self)
{
  for (guint i = 0; i < self->made->len; i++)
    {
      LampTableMade *made = self->made->pdata[i];

      for (guint j = 0; j < made->row->type->n_fields; j++)
        {
          const LampField *field = &made->row->type->fields[j];

          if (!(field->flags & LAMP_ACYCLIC) || !comes_back (self, made, field))
            continue;
          lamp_row_unset (made->row, field->name);
          lamp_table_tell (
              self->result, made->number, FALSE,
              g_strdup_printf (_ ("“%s” leads back to the row itself: left out."), lamp_field_get_label (field)));
        }
    }
}

static void
give_position (LampTableReader *self,
               LampRow         *row)
{
  gint64 next = GPOINTER_TO_INT (g_hash_table_lookup (self->positions, row->type));

  if (lamp_record_type_find_field (row->type, "position") < 0 || lamp_row_has (row, "position"))
    return;
  if (!g_hash_table_contains (self->positions, row->type))
    {
      GPtrArray *rows = lamp_snapshot_get (self->existing, row->type->name);

      for (guint i = 0; i < rows->len; i++)
        next = MAX (next, lamp_row_get_integer (rows->pdata[i], "position") + 1);
    }
  lamp_row_set_integer (row, "position", next);
  g_hash_table_insert (self->positions, (gpointer) row->type, GINT_TO_POINTER ((int) next + 1));
}

/* Individual goals are private unless somebody says otherwise (practice S24). */
static void
keep_private (LampRow *row)
{
  if (lamp_record_type_find_field (row->type, "private") >= 0 && !lamp_row_has (row, "private")
      && (row->type->private || lamp_row_is (row, "level", "individual")))
    lamp_row_set_integer (row, "private", 1);
}

static void
prepare_new (LampTableReader *self)
{
  for (guint i = 0; i < self->made->len; i++)
    {
      LampTableMade *made = self->made->pdata[i];

      if (made->before != NULL)
        continue;
      give_position (self, made->row);
      keep_private (made->row);
      lamp_row_set_text (made->row, "created_at", SOME_INSTANT);
      lamp_row_set_text (made->row, "modified_at", SOME_INSTANT);
    }
}

/* Takes out the records that cannot stand; returns whether there were any. */
static gboolean
drop_invalid (LampTableReader *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->made->len; i++)
    {
      LampTableMade *made = self->made->pdata[i];
      g_autofree char *key = lamp_table_key (made->row->type->name, lamp_row_get_id (made->row));
      g_autoptr (GError) error = NULL;

      if (lamp_row_validate (made->row, NULL, &error))
        {
          self->made->pdata[i] = self->made->pdata[kept];
          self->made->pdata[kept++] = made;
          continue;
        }
      // Translators: %s is a sentence that says what is wrong with the row
      lamp_table_tell (self->result, made->number, TRUE,
                       g_strdup_printf (_ ("%s The row is left out."), error->message));
      g_hash_table_remove (self->by_id, key);
    }
  if (kept == self->made->len)
    return FALSE;
  g_ptr_array_set_size (self->made, (int) kept);

  return TRUE;
}

/* Empties references to records that were left out. */
static void
forget_dropped (LampTableReader *self,
                LampTableMade   *made)
{
  for (guint i = 0; i < made->row->type->n_fields; i++)
    {
      const LampField *field = &made->row->type->fields[i];
      const char *id = field->target != NULL ? lamp_row_get_text (made->row, field->name) : NULL;
      g_autofree char *key = id != NULL ? lamp_table_key (field->target, id) : NULL;

      if (key == NULL || g_hash_table_contains (self->by_id, key)
          || lamp_snapshot_find (self->existing, field->target, id) != NULL)
        continue;
      lamp_row_unset (made->row, field->name);
      lamp_table_tell (self->result, made->number, FALSE,
                       g_strdup_printf (_ ("“%s” names a row that is left out."), lamp_field_get_label (field)));
    }
}

static void
judge (LampTableReader *self)
{
  while (drop_invalid (self))
    for (guint i = 0; i < self->made->len; i++)
      forget_dropped (self, self->made->pdata[i]);
}

static void
hand_over (LampTableReader *self)
{
  LampTableResult *result = self->result;

  for (guint i = 0; i < self->made->len; i++)
    {
      LampTableMade *made = self->made->pdata[i];

      lamp_table_note_outcome (result, made);
      if (made->before != NULL && lamp_row_equal (made->row, made->before, FALSE))
        {
          result->n_unchanged++;
          continue;
        }
      result->n_added += made->before == NULL ? 1 : 0;
      result->n_changed += made->before != NULL ? 1 : 0;
      lamp_row_unset (made->row, "modified_at");
      if (made->before == NULL)
        lamp_row_unset (made->row, "created_at");
      lamp_snapshot_take (result->snapshot, g_steal_pointer (&made->row));
    }
}

/* From the records that rows have made to those that can be imported. */
void
lamp_table_finish (LampTableReader *self)
{
  resolve_references (self);
  break_cycles (self);
  prepare_new (self);
  judge (self);
  hand_over (self);
}
