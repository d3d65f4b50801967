/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-record.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lamp-date.h"

/**
 * LampRecord:
 *
 * The living object for one record of a file. There is one for each record that is in use (the store keeps them by
 * identifier), and its properties are its type's fields, with `-` for `_`. They are read-only: a change goes through
 * the store and comes back as a notification, whoever made it: a view, undo, an import.
 *
 * Each record type has a subclass of its own, registered from the declaration, so `LampGoal:title` can be bound.
 */
typedef struct
{
  LampRow *row;
  gboolean deleted;
} LampRecordPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (LampRecord, lamp_record, G_TYPE_OBJECT)

/**
 * LampRecord::deleted:
 * @self: the record
 *
 * The record has gone from the file. Views let go of it.
 */
static guint deleted_signal;

static LampRow *
row_of (LampRecord *self)
{
  LampRecordPrivate *priv = lamp_record_get_instance_private (self);

  return priv->row;
}

static void
lamp_record_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  const LampRow *row = row_of (LAMP_RECORD (object));
  const LampValue *held = &row->values[property_id - 1];

  if (G_VALUE_HOLDS_STRING (value))
    g_value_set_string (value, held->kind == LAMP_VALUE_TEXT ? held->text : NULL);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    g_value_set_boolean (value, held->kind == LAMP_VALUE_INTEGER && held->integer != 0);
  else if (G_VALUE_HOLDS_INT64 (value))
    g_value_set_int64 (value, held->kind == LAMP_VALUE_INTEGER ? held->integer : 0);
  else if (G_VALUE_HOLDS_DOUBLE (value))
    g_value_set_double (value, held->kind == LAMP_VALUE_REAL ? held->real : 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
lamp_record_finalize (GObject *object)
{
  LampRecordPrivate *priv = lamp_record_get_instance_private (LAMP_RECORD (object));

  lamp_row_free (priv->row);

  G_OBJECT_CLASS (lamp_record_parent_class)->finalize (object);
}

static void
lamp_record_class_init (LampRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lamp_record_finalize;

  deleted_signal = g_signal_new ("deleted", LAMP_TYPE_RECORD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_record_init (LampRecord *self)
{
}

static GParamSpec *
field_to_pspec (const LampField *field)
{
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_NICK | G_PARAM_STATIC_BLURB | G_PARAM_EXPLICIT_NOTIFY;

  if (field->type == LAMP_FIELD_INT)
    return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  if (field->type == LAMP_FIELD_BOOL)
    return g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
  if (field->type == LAMP_FIELD_REAL)
    return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);

  return g_param_spec_string (name, NULL, NULL, NULL, flags);
}

static void
subclass_init (gpointer klass,
               gpointer class_data)
{
  const LampRecordType *type = class_data;

  LAMP_RECORD_CLASS (klass)->record_type = type;
  G_OBJECT_CLASS (klass)->get_property = lamp_record_get_property; /* GObject does not inherit it */
  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autoptr (GParamSpec) pspec = g_param_spec_ref_sink (field_to_pspec (&type->fields[i]));

      g_object_class_install_property (klass, i + 1, pspec);
    }
}

/**
 * lamp_record_type_get_gtype:
 * @self: a record type
 *
 * Gets the [class@Record] subclass whose properties are the type's fields.
 *
 * Returns: the class
 */
GType
lamp_record_type_get_gtype (const LampRecordType *self)
{
  static GMutex mutex;
  GType gtype;

  g_mutex_lock (&mutex);
  gtype = g_type_from_name (self->class_name);
  if (gtype == G_TYPE_INVALID)
    {
      GTypeInfo info = {
        .class_size = sizeof (LampRecordClass),
        .class_init = subclass_init,
        .class_data = self,
        .instance_size = sizeof (LampRecord),
      };

      gtype = g_type_register_static (LAMP_TYPE_RECORD, self->class_name, &info, G_TYPE_FLAG_NONE);
    }
  g_mutex_unlock (&mutex);

  return gtype;
}

/**
 * lamp_record_new:
 * @row: (transfer full): its values
 *
 * Makes a record. Only the store does this for records of a file.
 *
 * Returns: (transfer full): the record
 */
LampRecord *
lamp_record_new (LampRow *row)
{
  LampRecord *self;
  LampRecordPrivate *priv;

  g_return_val_if_fail (row != NULL, NULL);

  self = g_object_new (lamp_record_type_get_gtype (row->type), NULL);
  priv = lamp_record_get_instance_private (self);
  priv->row = row;

  return self;
}

/**
 * lamp_record_get_record_type:
 * @self: a record
 *
 * Returns: (transfer none): its type
 */
const LampRecordType *
lamp_record_get_record_type (LampRecord *self)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), NULL);

  return LAMP_RECORD_GET_CLASS (self)->record_type;
}

/**
 * lamp_record_is:
 * @self: (nullable): a record
 * @type_name: the name of a record type, such as "goals"
 *
 * Returns: whether @self is of that type
 */
gboolean
lamp_record_is (LampRecord *self,
                const char *type_name)
{
  return self != NULL && g_strcmp0 (lamp_record_get_record_type (self)->name, type_name) == 0;
}

/**
 * lamp_record_get_row:
 * @self: a record
 *
 * Returns: (transfer none): its values as they stand; they change when the record does
 */
const LampRow *
lamp_record_get_row (LampRecord *self)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), NULL);

  return row_of (self);
}

/**
 * lamp_record_take_row:
 * @self: a record
 * @row: (transfer full): its new values, of the same type
 *
 * Replaces the values and notifies each property that changed, once. Only the store does this.
 */
void
lamp_record_take_row (LampRecord *self,
                      LampRow    *row)
{
  LampRecordPrivate *priv = lamp_record_get_instance_private (self);
  g_autoptr (LampRow) before = NULL;

  g_return_if_fail (LAMP_IS_RECORD (self));
  g_return_if_fail (row != NULL && row->type == priv->row->type);

  before = priv->row;
  priv->row = row;
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < row->type->n_fields; i++)
    if (!lamp_value_equal (&before->values[i], &row->values[i]))
      {
        g_autofree char *name = g_strdelimit (g_strdup (row->type->fields[i].name), "_", '-');

        g_object_notify (G_OBJECT (self), name);
      }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lamp_record_mark_deleted:
 * @self: a record
 *
 * Says that the record has gone from the file. Only the store does this.
 */
void
lamp_record_mark_deleted (LampRecord *self)
{
  LampRecordPrivate *priv = lamp_record_get_instance_private (self);

  g_return_if_fail (LAMP_IS_RECORD (self));

  if (priv->deleted)
    return;
  priv->deleted = TRUE;
  g_signal_emit (self, deleted_signal, 0);
}

/**
 * lamp_record_is_deleted:
 * @self: a record
 *
 * Returns: whether the record has gone from the file
 */
gboolean
lamp_record_is_deleted (LampRecord *self)
{
  LampRecordPrivate *priv = lamp_record_get_instance_private (self);

  g_return_val_if_fail (LAMP_IS_RECORD (self), TRUE);

  return priv->deleted;
}

/**
 * lamp_record_get_id:
 * @self: a record
 *
 * Returns: (transfer none): its identifier
 */
const char *
lamp_record_get_id (LampRecord *self)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), NULL);

  return lamp_row_get_id (row_of (self));
}

/**
 * lamp_record_get_title:
 * @self: a record
 *
 * Returns: (transfer none): what names it, never %NULL
 */
const char *
lamp_record_get_title (LampRecord *self)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), "");

  return lamp_row_get_title (row_of (self));
}

/**
 * lamp_record_get_text:
 * @self: a record
 * @field: the name of a field that holds text
 *
 * Returns: (transfer none) (nullable): the text, %NULL if absent
 */
const char *
lamp_record_get_text (LampRecord *self,
                      const char *field)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), NULL);

  return lamp_row_get_text (row_of (self), field);
}

/**
 * lamp_record_get_integer:
 * @self: a record
 * @field: the name of an integer field
 *
 * Returns: the integer, 0 if absent
 */
gint64
lamp_record_get_integer (LampRecord *self,
                         const char *field)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), 0);

  return lamp_row_get_integer (row_of (self), field);
}

/**
 * lamp_record_get_real:
 * @self: a record
 * @field: the name of a field that holds a number
 *
 * Returns: the number, 0 if absent
 */
double
lamp_record_get_real (LampRecord *self,
                      const char *field)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), 0);

  return lamp_row_get_real (row_of (self), field);
}

/**
 * lamp_record_get_boolean:
 * @self: a record
 * @field: the name of a boolean field
 *
 * Returns: the boolean, %FALSE if absent
 */
gboolean
lamp_record_get_boolean (LampRecord *self,
                         const char *field)
{
  return lamp_record_get_integer (self, field) != 0;
}

/**
 * lamp_record_has:
 * @self: a record
 * @field: the name of a field
 *
 * Returns: whether the field has a value
 */
gboolean
lamp_record_has (LampRecord *self,
                 const char *field)
{
  g_return_val_if_fail (LAMP_IS_RECORD (self), FALSE);

  return lamp_row_has (row_of (self), field);
}

static char *
flags_to_display (const LampField *field,
                  const char      *json)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  JsonArray *words = json_node_get_array (node);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (words); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            lamp_field_get_choice_label (field, json_array_get_string_element (words, i)));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * lamp_record_dup_display:
 * @self: a record
 * @field: the name of a field
 *
 * Gets a value as a person reads it: the label of a choice, a date by locale, yes or no. A reference stays an
 * identifier, as only the store knows what it names.
 *
 * Returns: (transfer full): plain text, empty if the field is absent
 */
char *
lamp_record_dup_display (LampRecord *self,
                         const char *field)
{
  const LampRow *row = lamp_record_get_row (self);
  int index = lamp_record_type_find_field (row->type, field);
  const LampField *declared;
  const LampValue *value;

  g_return_val_if_fail (index >= 0, NULL);

  declared = &row->type->fields[index];
  value = &row->values[index];
  if (value->kind == LAMP_VALUE_NONE)
    return g_strdup ("");
  if (value->kind == LAMP_VALUE_REAL)
    return g_strdup_printf ("%'.10g", value->real);
  if (declared->type == LAMP_FIELD_BOOL)
    return g_strdup (value->integer ? C_ ("boolean", "Yes") : C_ ("boolean", "No"));
  if (value->kind == LAMP_VALUE_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  if (declared->type == LAMP_FIELD_ENUM)
    return g_strdup (lamp_field_get_choice_label (declared, value->text));
  if (declared->type == LAMP_FIELD_FLAGS)
    return flags_to_display (declared, value->text);
  if (declared->type == LAMP_FIELD_DATE)
    return lamp_date_dup_display (value->text);
  if (declared->type == LAMP_FIELD_TIME)
    return lamp_time_dup_display (value->text);

  return g_strdup (value->text);
}
