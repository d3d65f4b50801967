/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-schema.h"

G_BEGIN_DECLS

/**
 * LampValueKind:
 * @LAMP_VALUE_NONE: absent
 * @LAMP_VALUE_TEXT: text
 * @LAMP_VALUE_INTEGER: an integer or boolean
 * @LAMP_VALUE_REAL: a finite number
 */
typedef enum
{
  LAMP_VALUE_NONE = 0,
  LAMP_VALUE_TEXT,
  LAMP_VALUE_INTEGER,
  LAMP_VALUE_REAL,
} LampValueKind;

/**
 * LampValue:
 *
 * The value of one field. Texts belong to the value.
 */
typedef struct
{
  LampValueKind kind;
  union
  {
    char *text;
    gint64 integer;
    double real;
  };
} LampValue;

/**
 * LampRow:
 * @type: its record type
 * @values: one for each of the type's fields
 *
 * A record as plain values: what the file, the exchange format and the rules pass around. Light enough to be made
 * five hundred thousand times. [class@Record] is the living object on top of it.
 */
struct _LampRow
{
  const LampRecordType *type;
  LampValue values[];
};

LampRow    *lamp_row_new          (const LampRecordType *type);
LampRow    *lamp_row_copy         (const LampRow        *self);
void        lamp_row_free         (LampRow              *self);
void        lamp_row_clear        (LampRow              *self);

void        lamp_value_clear      (LampValue            *self);
void        lamp_value_copy       (const LampValue      *self,
                                   LampValue            *to);
gboolean    lamp_value_equal      (const LampValue      *self,
                                   const LampValue      *other);

const LampValue *lamp_row_get     (const LampRow        *self,
                                   const char           *field);
const char *lamp_row_get_id       (const LampRow        *self);
const char *lamp_row_get_text     (const LampRow        *self,
                                   const char           *field);
gint64      lamp_row_get_integer  (const LampRow        *self,
                                   const char           *field);
double      lamp_row_get_real     (const LampRow        *self,
                                   const char           *field);
gboolean    lamp_row_has          (const LampRow        *self,
                                   const char           *field);
gboolean    lamp_row_is           (const LampRow        *self,
                                   const char           *field,
                                   const char           *text);
const char *lamp_row_get_title    (const LampRow        *self);

void        lamp_row_set_text     (LampRow              *self,
                                   const char           *field,
                                   const char           *text);
void        lamp_row_set_integer  (LampRow              *self,
                                   const char           *field,
                                   gint64                integer);
void        lamp_row_set_real     (LampRow              *self,
                                   const char           *field,
                                   double                real);
void        lamp_row_unset        (LampRow              *self,
                                   const char           *field);
gboolean    lamp_row_parse        (LampRow              *self,
                                   const char           *field,
                                   const char           *text,
                                   GError              **error);

void        lamp_row_set_defaults (LampRow              *self);
gboolean    lamp_row_equal        (const LampRow        *self,
                                   const LampRow        *other,
                                   gboolean              with_times);
gboolean    lamp_row_validate     (LampRow              *self,
                                   guint                *field,
                                   GError              **error);
gboolean    lamp_row_validate_field (LampRow            *self,
                                   guint                 field,
                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRow, lamp_row_free)

G_END_DECLS
