/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-error.h"

G_BEGIN_DECLS

typedef struct _LampField      LampField;
typedef struct _LampRecordType LampRecordType;
typedef struct _LampRow        LampRow;

/**
 * LampFieldType:
 * @LAMP_FIELD_ID: the record's identifier
 * @LAMP_FIELD_TEXT: one line, at most 500 characters
 * @LAMP_FIELD_LONG_TEXT: lines, at most 100,000 characters
 * @LAMP_FIELD_INT: a 64-bit integer
 * @LAMP_FIELD_REAL: a finite number
 * @LAMP_FIELD_BOOL: yes or no
 * @LAMP_FIELD_DATE: "YYYY-MM-DD"
 * @LAMP_FIELD_TIME: local wall time, "YYYY-MM-DDTHH:MM"
 * @LAMP_FIELD_INSTANT: RFC 3339 in UTC with milliseconds
 * @LAMP_FIELD_ENUM: one of the field's choices
 * @LAMP_FIELD_FLAGS: any of the field's choices; a JSON array of words, kept in the order of the choices
 * @LAMP_FIELD_REF: the identifier of a record of the field's target type
 * @LAMP_FIELD_COUNTS: a JSON object of option → whole number, 0 or more
 * @LAMP_FIELD_EXTRA: a JSON object of members that this version does not know
 *
 * What a field holds. In a [struct@Value], booleans and integers are integers, reals are reals, and all others
 * are text (flags, counts and extra as compact JSON).
 */
typedef enum
{
  LAMP_FIELD_ID = 1,
  LAMP_FIELD_TEXT,
  LAMP_FIELD_LONG_TEXT,
  LAMP_FIELD_INT,
  LAMP_FIELD_REAL,
  LAMP_FIELD_BOOL,
  LAMP_FIELD_DATE,
  LAMP_FIELD_TIME,
  LAMP_FIELD_INSTANT,
  LAMP_FIELD_ENUM,
  LAMP_FIELD_FLAGS,
  LAMP_FIELD_REF,
  LAMP_FIELD_COUNTS,
  LAMP_FIELD_EXTRA,
} LampFieldType;

/**
 * LampFieldFlags:
 * @LAMP_REQUIRED: a record without it is refused
 * @LAMP_SEARCHED: its words are found by the full-text search
 * @LAMP_HIDDEN: not shown in the default form
 * @LAMP_ACYCLIC: following the reference may never come back
 * @LAMP_UNIQUE: together with the type's other unique fields it stands only once
 */
typedef enum
{
  LAMP_FIELD_FLAGS_NONE = 0,
  LAMP_REQUIRED = 1 << 0,
  LAMP_SEARCHED = 1 << 1,
  LAMP_HIDDEN = 1 << 2,
  LAMP_ACYCLIC = 1 << 3,
  LAMP_UNIQUE = 1 << 4,
} LampFieldFlags;

/**
 * LampOnDelete:
 * @LAMP_CASCADE: the record goes with what it refers to
 * @LAMP_CLEAR: the reference is emptied
 *
 * What happens to a record when what it refers to is deleted.
 */
typedef enum
{
  LAMP_CASCADE = 1,
  LAMP_CLEAR,
} LampOnDelete;

/**
 * LampChoice:
 * @nick: the word in the file
 * @label: what a person reads, marked for translation with the context "choice"
 */
typedef struct
{
  const char *nick;
  const char *label;
} LampChoice;

/**
 * LampField:
 * @name: column, JSON member and (with `-` for `_`) property
 * @type: what it holds
 * @flags: how it behaves
 * @label: what a person reads, marked for translation with the context "field"
 * @choices: (nullable): for enum and flags, ended by a %NULL nick
 * @target: (nullable): for references, the name of the record type
 * @on_delete: for references
 * @minimum: for integers
 * @maximum: for integers; both 0 for no bounds
 * @fallback: (nullable): what a new record made in the window starts with, as text
 *
 * One field of a record type.
 */
struct _LampField
{
  const char *name;
  LampFieldType type;
  LampFieldFlags flags;
  const char *label;
  const LampChoice *choices;
  const char *target;
  LampOnDelete on_delete;
  gint64 minimum;
  gint64 maximum;
  const char *fallback;
};

/**
 * LampRowCheck:
 * @row: a row whose fields are each valid
 * @field: (out): the index of the field to blame
 * @message: (out) (transfer full): one sentence that says what is wrong
 *
 * Judges what is special about a type: rules that involve more than one field.
 *
 * Returns: whether the row may stand
 */
typedef gboolean (*LampRowCheck) (const LampRow *row,
                                  guint         *field,
                                  char         **message);

/**
 * LampRecordType:
 * @name: table and JSON member, plural, such as "agenda_items"
 * @class_name: the name of its [class@Record] subclass, such as "LampAgendaItem"
 * @singular: "agenda item", marked for translation with the context "type"
 * @plural: "Agenda items", marked for translation with the context "type"
 * @title: the field that names a record
 * @order: (nullable): the field that orders siblings, "position" or a date
 * @private: whether it never leaves the machine without being asked for
 * @fields: all fields: `id` first, then the type's own, then `created_at`, `modified_at`, `extra`
 * @n_fields: how many
 * @check: (nullable): what is special about it
 *
 * A record type, declared once. Its table, JSON, validation, JSON Schema, properties and default form are derived.
 */
struct _LampRecordType
{
  const char *name;
  const char *class_name;
  const char *singular;
  const char *plural;
  const char *title;
  const char *order;
  gboolean private;
  const LampField *fields;
  guint n_fields;
  LampRowCheck check;
};

/**
 * LAMP_SCHEMA_VERSION:
 *
 * The version of the table layout, `PRAGMA user_version` of a file.
 */
#define LAMP_SCHEMA_VERSION 1

/**
 * LAMP_TEXT_LIMIT:
 *
 * Characters in one line of text.
 */
#define LAMP_TEXT_LIMIT 500

/**
 * LAMP_LONG_TEXT_LIMIT:
 *
 * Characters in a long text.
 */
#define LAMP_LONG_TEXT_LIMIT 100000

const LampRecordType * const *lamp_schema_get_types (guint *n_types);
const LampRecordType *lamp_schema_find              (const char *name);
guint                 lamp_schema_get_index         (const LampRecordType *type);

int              lamp_record_type_find_field        (const LampRecordType *self,
                                                     const char           *name);
const char      *lamp_record_type_get_singular      (const LampRecordType *self);
const char      *lamp_record_type_get_plural        (const LampRecordType *self);
GType            lamp_record_type_get_gtype         (const LampRecordType *self);

const char      *lamp_field_get_label               (const LampField      *self);
const char      *lamp_field_get_choice_label        (const LampField      *self,
                                                     const char           *nick);
gboolean         lamp_field_has_choice              (const LampField      *self,
                                                     const char           *nick,
                                                     gssize                length);

G_END_DECLS
