/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-table-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What would happen to each record of a table, in words for the person who decides. */

static void
outcome_free (gpointer data)
{
  LampTableOutcome *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->changes);
  g_free (self);
}

GPtrArray *
lamp_table_outcomes_new (void)
{
  return g_ptr_array_new_with_free_func (outcome_free);
}

/* What a field says, as short as it can be said; "" for nothing. */
static char *
dup_words (const LampField *field,
           const LampValue *value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  switch (value->kind)
    {
    case LAMP_VALUE_INTEGER:
      if (field->type == LAMP_FIELD_BOOL)
        return g_strdup (value->integer != 0 ? C_ ("field", "yes") : C_ ("field", "no"));
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
    case LAMP_VALUE_REAL:
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g", value->real));
    case LAMP_VALUE_TEXT:
      if (field->type == LAMP_FIELD_ENUM)
        return g_strdup (lamp_field_get_choice_label (field, value->text));
      return g_strdup (value->text);
    case LAMP_VALUE_NONE:
    default:
      return g_strdup ("");
    }
}

static void
append_change (GString         *out,
               const LampField *field,
               const LampValue *before,
               const LampValue *after)
{
  g_autofree char *from = dup_words (field, before);
  g_autofree char *to = dup_words (field, after);
  const char *label = lamp_field_get_label (field);

  g_string_append (out, out->len > 0 ? "; " : "");
  if (field->type == LAMP_FIELD_REF || field->type == LAMP_FIELD_LONG_TEXT)
    g_string_append (out, label);
  else if (before->kind == LAMP_VALUE_NONE)
    // Translators: a field and what it says from now on: “Status: Met”
    g_string_append_printf (out, C_ ("change", "%s: %s"), label, to);
  else
    // Translators: a field, what it says and what it says from now on: “Status: In progress → Met”
    g_string_append_printf (out, C_ ("change", "%s: %s → %s"), label, from, to);
}

static char *
dup_changes (const LampTableMade *made)
{
  const LampRecordType *type = made->row->type;
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < type->n_fields; i++)
    if (type->fields[i].type != LAMP_FIELD_INSTANT
        && !lamp_value_equal (&made->before->values[i], &made->row->values[i]))
      append_change (out, &type->fields[i], &made->before->values[i], &made->row->values[i]);

  return g_string_free (out, FALSE);
}

/* Notes what would happen to a record that can stand. */
void
lamp_table_note_outcome (LampTableResult *self,
                         LampTableMade   *made)
{
  LampTableOutcome *outcome = g_new0 (LampTableOutcome, 1);
  const char *title = lamp_row_get_title (made->row);

  outcome->row = made->number;
  outcome->type = made->row->type;
  outcome->id = g_strdup (lamp_row_get_id (made->row));
  outcome->title = g_strdup (title != NULL ? title : outcome->id);
  if (made->before == NULL)
    outcome->fate = LAMP_TABLE_ADDED;
  else if (lamp_row_equal (made->row, made->before, FALSE))
    outcome->fate = LAMP_TABLE_UNCHANGED;
  else
    {
      outcome->fate = LAMP_TABLE_CHANGED;
      outcome->changes = dup_changes (made);
    }
  g_ptr_array_add (self->outcomes, outcome);
}
