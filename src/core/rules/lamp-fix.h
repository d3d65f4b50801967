/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LampFix:
 * @type: the type of the record to change
 * @id: its identifier
 * @field: the field that gets another value
 * @value: (nullable): the value as [method@Row.parse] reads it; %NULL clears the field
 * @label: what the button and Undo say, translated
 *
 * What would mend a finding at once. It only says what to change: whoever applies it puts the changed row into an edit,
 * which makes it one step that can be taken back.
 */
typedef struct
{
  const LampRecordType *type;
  char *id;
  const char *field;
  char *value;
  char *label;
} LampFix;

LampFix *lamp_fix_new   (const LampRow  *row,
                         const char     *field,
                         const char     *value,
                         char           *label);
void     lamp_fix_free  (LampFix        *self);
LampRow *lamp_fix_apply (const LampFix  *self,
                         const LampRow  *row,
                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampFix, lamp_fix_free)

G_END_DECLS
