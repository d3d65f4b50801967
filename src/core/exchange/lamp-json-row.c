/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-row.h"

#include <string.h>

#include "lamp-export.h"
#include "lamp-json-text.h"

static void
append_line (GString *out,
             guint    indent)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

static void
append_value (GString         *out,
              const LampField *field,
              const LampValue *value,
              guint            indent)
{
  if (value->kind == LAMP_VALUE_REAL)
    lamp_json_append_real (out, value->real);
  else if (value->kind == LAMP_VALUE_INTEGER && field->type == LAMP_FIELD_BOOL)
    g_string_append (out, value->integer != 0 ? "true" : "false");
  else if (value->kind == LAMP_VALUE_INTEGER)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, value->integer);
  else if (field->type == LAMP_FIELD_FLAGS || field->type == LAMP_FIELD_COUNTS)
    lamp_json_append_pretty (out, value->text, indent);
  else
    lamp_json_append_string (out, value->text, strlen (value->text));
}

/**
 * lamp_json_append_row:
 * @out: where to append
 * @row: a record
 * @indent: how far the line stands in on which its object begins
 * @omitted: fields to leave out: bit i for field i
 *
 * Appends a record as the exchange format has it: its members in the order of the declaration, absent ones left out,
 * then those that this version does not know, as they came.
 */
void
lamp_json_append_row (GString       *out,
                      const LampRow *row,
                      guint          indent,
                      guint64        omitted)
{
  guint n_fields = row->type->n_fields;
  const LampValue *extra = &row->values[n_fields - 1];
  const char *separator = "";

  g_string_append_c (out, '{');
  for (guint i = 0; i + 1 < n_fields; i++)
    {
      if (row->values[i].kind == LAMP_VALUE_NONE || (omitted >> i & 1) != 0)
        continue;
      g_string_append (out, separator);
      append_line (out, indent + 2);
      lamp_json_append_string (out, row->type->fields[i].name, strlen (row->type->fields[i].name));
      g_string_append (out, ": ");
      append_value (out, &row->type->fields[i], &row->values[i], indent + 2);
      separator = ",";
    }
  if (extra->kind == LAMP_VALUE_TEXT && (omitted >> (n_fields - 1) & 1) == 0)
    lamp_json_append_members (out, extra->text, indent + 2);
  append_line (out, indent);
  g_string_append_c (out, '}');
}

/**
 * lamp_row_to_json:
 * @row: a record
 * @indent: how far the line stands in on which its object begins
 *
 * Returns: (transfer full): the record, as the export writes it
 */
char *
lamp_row_to_json (const LampRow *row,
                  guint          indent)
{
  GString *out = g_string_new (NULL);

  g_return_val_if_fail (row != NULL, NULL);

  lamp_json_append_row (out, row, indent, 0);

  return g_string_free (out, FALSE);
}
