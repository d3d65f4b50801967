/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The words in which record types are declared (private to core/model). */

#include <glib/gi18n-lib.h>

#include "lamp-row.h"

#define ID { "id", LAMP_FIELD_ID, LAMP_REQUIRED | LAMP_HIDDEN, NC_ ("field", "Identifier") }
#define TIMES_AND_EXTRA                                                                                    \
  { "created_at", LAMP_FIELD_INSTANT, LAMP_REQUIRED | LAMP_HIDDEN, NC_ ("field", "Created") },             \
  { "modified_at", LAMP_FIELD_INSTANT, LAMP_REQUIRED | LAMP_HIDDEN, NC_ ("field", "Changed") },            \
  { "extra", LAMP_FIELD_EXTRA, LAMP_HIDDEN, NC_ ("field", "Other") }

#define TEXT(name, label, flags) { name, LAMP_FIELD_TEXT, flags, label }
#define LONG_TEXT(name, label, flags) { name, LAMP_FIELD_LONG_TEXT, flags, label }
#define INT(name, label, flags, minimum, maximum, fallback) \
  { name, LAMP_FIELD_INT, flags, label, NULL, NULL, 0, minimum, maximum, fallback }
#define REAL(name, label, flags) { name, LAMP_FIELD_REAL, flags, label }
#define BOOL(name, label) { name, LAMP_FIELD_BOOL, 0, label }
#define DATE(name, label, flags) { name, LAMP_FIELD_DATE, flags, label }
#define TIME(name, label, flags) { name, LAMP_FIELD_TIME, flags, label }
#define INSTANT(name, label) { name, LAMP_FIELD_INSTANT, LAMP_HIDDEN, label }
#define ENUM(name, label, flags, choices, fallback) \
  { name, LAMP_FIELD_ENUM, flags, label, choices, NULL, 0, 0, 0, fallback }
#define FLAGS(name, label, choices) { name, LAMP_FIELD_FLAGS, 0, label, choices }
#define REF(name, label, flags, target, on_delete) { name, LAMP_FIELD_REF, flags, label, NULL, target, on_delete }
#define COUNTS(name, label) { name, LAMP_FIELD_COUNTS, 0, label }
#define POSITION(flags) INT ("position", NC_ ("field", "Position"), (flags) | LAMP_HIDDEN, 0, G_MAXINT32, "0")

#define RECORD_TYPE(ident, class_name_, singular_, plural_, title_, ...) \
  const LampRecordType lamp_type_##ident = {                             \
    .name = #ident,                                                      \
    .class_name = class_name_,                                           \
    .singular = singular_,                                               \
    .plural = plural_,                                                   \
    .title = title_,                                                     \
    .fields = ident##_fields,                                            \
    .n_fields = G_N_ELEMENTS (ident##_fields),                           \
    __VA_ARGS__                                                          \
  }

extern const LampChoice lamp_choices_status[];
extern const LampChoice lamp_choices_activity[];

/* Fails a check: blames @name and says @sentence. */
gboolean lamp_row_refuse (const LampRow *row,
                          const char    *name,
                          const char    *sentence,
                          guint         *field,
                          char         **message);
gboolean lamp_row_in_order (const LampRow *row,
                            const char    *from,
                            const char    *to,
                            guint         *field,
                            char         **message);
