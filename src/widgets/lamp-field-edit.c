/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-field-edit.h"

#include <glib/gi18n-lib.h>

static void
set_value (LampEdit        *edit,
           LampRecord      *record,
           const LampField *field,
           const LampValue *value)
{
  switch (value->kind)
    {
    case LAMP_VALUE_TEXT:
      lamp_edit_set_text (edit, record, field->name, value->text);
      break;
    case LAMP_VALUE_INTEGER:
      lamp_edit_set_integer (edit, record, field->name, value->integer);
      break;
    case LAMP_VALUE_REAL:
      lamp_edit_set_real (edit, record, field->name, value->real);
      break;
    case LAMP_VALUE_NONE:
    default:
      lamp_edit_unset (edit, record, field->name);
      break;
    }
}

/**
 * lamp_field_edit_new:
 * @store: the file
 * @record: a record
 * @field: one of its fields
 * @text: (nullable): what a person made of it, as [method@Row.parse] reads it
 * @error: return location for why it may not stand, one sentence
 *
 * Makes the one step that writes what a person made of a field.
 *
 * Returns: (transfer full) (nullable): the edit, empty when nothing would change; %NULL when it may not stand
 */
LampEdit *
lamp_field_edit_new (LampStore       *store,
                     LampRecord      *record,
                     const LampField *field,
                     const char      *text,
                     GError         **error)
{
  const LampRow *before = lamp_record_get_row (record);
  guint index = (guint) (field - before->type->fields);
  g_autoptr (LampRow) row = lamp_row_copy (before);
  g_autofree char *label = NULL;
  LampEdit *edit;
  gboolean is_changed;
  guint blamed;

  if (!lamp_row_parse (row, field->name, text, error))
    return NULL;
  is_changed = !lamp_value_equal (&row->values[index], &before->values[index]);
  if (is_changed && !lamp_row_validate (row, &blamed, error))
    return NULL;

  // Translators: a step in Undo: the value of a field was changed; %s is the field, such as “Title”
  label = g_strdup_printf (_("Change %s"), lamp_field_get_label (field));
  edit = lamp_edit_new (store, label);
  if (is_changed)
    set_value (edit, record, field, &row->values[index]);

  return edit;
}
