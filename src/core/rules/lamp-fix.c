/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-fix.h"

/**
 * lamp_fix_new:
 * @row: the record to change
 * @field: (not nullable): the name of one of its fields; it stays with the program
 * @value: (nullable): its new value as a person would type it, %NULL to clear it
 * @label: (transfer full): what the button and Undo say, translated
 *
 * Returns: (transfer full): what would mend a finding
 */
LampFix *
lamp_fix_new (const LampRow *row,
              const char    *field,
              const char    *value,
              char          *label)
{
  LampFix *self = g_new0 (LampFix, 1);

  self->type = row->type;
  self->id = g_strdup (lamp_row_get_id (row));
  self->field = field;
  self->value = g_strdup (value);
  self->label = label;

  return self;
}

/**
 * lamp_fix_free:
 * @self: (nullable): a fix
 *
 * Frees a fix.
 */
void
lamp_fix_free (LampFix *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->value);
  g_free (self->label);
  g_free (self);
}

/**
 * lamp_fix_apply:
 * @self: a fix
 * @row: the record as it is now
 * @error: where to put an error of [error@Error]
 *
 * Makes the record as it is when it is mended. The record may have changed since the finding: what its type does not
 * allow any more is refused.
 *
 * Returns: (transfer full) (nullable): the changed copy, to be put into an edit
 */
LampRow *
lamp_fix_apply (const LampFix  *self,
                const LampRow  *row,
                GError        **error)
{
  g_autoptr (LampRow) changed = NULL;
  guint field;

  g_return_val_if_fail (row->type == self->type, NULL);
  g_return_val_if_fail (g_str_equal (lamp_row_get_id (row), self->id), NULL);

  changed = lamp_row_copy (row);
  if (self->value == NULL)
    lamp_row_unset (changed, self->field);
  else if (!lamp_row_parse (changed, self->field, self->value, error))
    return NULL;
  if (!lamp_row_validate (changed, &field, error))
    return NULL;

  return g_steal_pointer (&changed);
}
