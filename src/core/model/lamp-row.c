/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-row.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * lamp_value_clear:
 * @self: a value
 *
 * Makes a value absent.
 */
void
lamp_value_clear (LampValue *self)
{
  if (self->kind == LAMP_VALUE_TEXT)
    g_free (self->text);
  self->kind = LAMP_VALUE_NONE;
  self->text = NULL;
}

/**
 * lamp_value_copy:
 * @self: a value
 * @to: an absent value
 *
 * Copies a value into another.
 */
void
lamp_value_copy (const LampValue *self,
                 LampValue       *to)
{
  *to = *self;
  if (self->kind == LAMP_VALUE_TEXT)
    to->text = g_strdup (self->text);
}

/**
 * lamp_value_equal:
 * @self: a value
 * @other: another
 *
 * Returns: whether both are the same
 */
gboolean
lamp_value_equal (const LampValue *self,
                  const LampValue *other)
{
  if (self->kind != other->kind)
    return FALSE;
  switch (self->kind)
    {
    case LAMP_VALUE_NONE:
      return TRUE;
    case LAMP_VALUE_TEXT:
      return strcmp (self->text, other->text) == 0;
    case LAMP_VALUE_INTEGER:
      return self->integer == other->integer;
    case LAMP_VALUE_REAL:
      return self->real == other->real;
    default:
      g_assert_not_reached ();
    }
}

/**
 * lamp_row_new:
 * @type: a record type
 *
 * Makes a row with no value in it.
 *
 * Returns: (transfer full): the row
 */
LampRow *
lamp_row_new (const LampRecordType *type)
{
  LampRow *self;

  g_return_val_if_fail (type != NULL, NULL);

  self = g_malloc0 (sizeof (LampRow) + type->n_fields * sizeof (LampValue));
  self->type = type;

  return self;
}

/**
 * lamp_row_copy:
 * @self: a row
 *
 * Returns: (transfer full): a copy
 */
LampRow *
lamp_row_copy (const LampRow *self)
{
  LampRow *copy = lamp_row_new (self->type);

  for (guint i = 0; i < self->type->n_fields; i++)
    lamp_value_copy (&self->values[i], &copy->values[i]);

  return copy;
}

/**
 * lamp_row_clear:
 * @self: a row
 *
 * Makes all its values absent, so that the row can be filled again.
 */
void
lamp_row_clear (LampRow *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    lamp_value_clear (&self->values[i]);
}

/**
 * lamp_row_free:
 * @self: (nullable): a row
 *
 * Frees a row.
 */
void
lamp_row_free (LampRow *self)
{
  if (self == NULL)
    return;
  lamp_row_clear (self);
  g_free (self);
}

/**
 * lamp_row_get:
 * @self: a row
 * @field: the name of one of its type's fields
 *
 * Returns: (transfer none): the value
 */
const LampValue *
lamp_row_get (const LampRow *self,
              const char    *field)
{
  static const LampValue none;
  int index = lamp_record_type_find_field (self->type, field);

  g_return_val_if_fail (index >= 0, &none);

  return &self->values[index];
}

/**
 * lamp_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its identifier
 */
const char *
lamp_row_get_id (const LampRow *self)
{
  return self->values[0].kind == LAMP_VALUE_TEXT ? self->values[0].text : NULL;
}

/**
 * lamp_row_get_text:
 * @self: a row
 * @field: the name of a field that holds text
 *
 * Returns: (transfer none) (nullable): the text, %NULL if absent
 */
const char *
lamp_row_get_text (const LampRow *self,
                   const char    *field)
{
  const LampValue *value = lamp_row_get (self, field);

  return value->kind == LAMP_VALUE_TEXT ? value->text : NULL;
}

/**
 * lamp_row_get_integer:
 * @self: a row
 * @field: the name of an integer or boolean field
 *
 * Returns: the integer, 0 if absent
 */
gint64
lamp_row_get_integer (const LampRow *self,
                      const char    *field)
{
  const LampValue *value = lamp_row_get (self, field);

  return value->kind == LAMP_VALUE_INTEGER ? value->integer : 0;
}

/**
 * lamp_row_get_real:
 * @self: a row
 * @field: the name of a field that holds a number
 *
 * Returns: the number, 0 if absent
 */
double
lamp_row_get_real (const LampRow *self,
                   const char    *field)
{
  const LampValue *value = lamp_row_get (self, field);

  return value->kind == LAMP_VALUE_REAL ? value->real : value->kind == LAMP_VALUE_INTEGER ? (double) value->integer : 0;
}

/**
 * lamp_row_has:
 * @self: a row
 * @field: the name of a field
 *
 * Returns: whether the field has a value
 */
gboolean
lamp_row_has (const LampRow *self,
              const char    *field)
{
  return lamp_row_get (self, field)->kind != LAMP_VALUE_NONE;
}

/**
 * lamp_row_is:
 * @self: a row
 * @field: the name of a field that holds text
 * @text: a text, such as the word of a choice
 *
 * Returns: whether the field holds just that
 */
gboolean
lamp_row_is (const LampRow *self,
             const char    *field,
             const char    *text)
{
  return g_strcmp0 (lamp_row_get_text (self, field), text) == 0;
}

/**
 * lamp_row_get_title:
 * @self: a row
 *
 * Gets what names the record: its title field, or failing that its identifier.
 *
 * Returns: (transfer none): the title, never %NULL
 */
const char *
lamp_row_get_title (const LampRow *self)
{
  const char *title = self->type->title != NULL ? lamp_row_get_text (self, self->type->title) : NULL;

  if (title == NULL)
    title = lamp_row_get_id (self);

  return title != NULL ? title : "";
}

static LampValue *
value_to_set (LampRow    *self,
              const char *field)
{
  int index = lamp_record_type_find_field (self->type, field);

  g_return_val_if_fail (index >= 0, NULL);
  lamp_value_clear (&self->values[index]);

  return &self->values[index];
}

/**
 * lamp_row_set_text:
 * @self: a row
 * @field: the name of a field that holds text
 * @text: (nullable): the text; %NULL makes it absent
 *
 * Sets a text. Whether it is allowed is for [method@Row.validate] to say.
 */
void
lamp_row_set_text (LampRow    *self,
                   const char *field,
                   const char *text)
{
  g_autofree char *copy = g_strdup (text);
  LampValue *value = value_to_set (self, field);

  if (value == NULL || copy == NULL)
    return;
  value->kind = LAMP_VALUE_TEXT;
  value->text = g_steal_pointer (&copy);
}

/**
 * lamp_row_set_integer:
 * @self: a row
 * @field: the name of an integer or boolean field
 * @integer: the integer
 *
 * Sets an integer or, with 0 and 1, a boolean.
 */
void
lamp_row_set_integer (LampRow    *self,
                      const char *field,
                      gint64      integer)
{
  LampValue *value = value_to_set (self, field);

  if (value == NULL)
    return;
  value->kind = LAMP_VALUE_INTEGER;
  value->integer = integer;
}

/**
 * lamp_row_set_real:
 * @self: a row
 * @field: the name of a field that holds a number
 * @real: a finite number
 *
 * Sets a number.
 */
void
lamp_row_set_real (LampRow    *self,
                   const char *field,
                   double      real)
{
  LampValue *value = value_to_set (self, field);

  if (value == NULL)
    return;
  value->kind = LAMP_VALUE_REAL;
  value->real = real;
}

/**
 * lamp_row_unset:
 * @self: a row
 * @field: the name of a field
 *
 * Makes a field absent.
 */
void
lamp_row_unset (LampRow    *self,
                const char *field)
{
  value_to_set (self, field);
}

static gboolean
parse_boolean (const char *text,
               gint64     *value)
{
  static const char * const yes[] = { "true", "yes", "1", NULL };
  static const char * const no[] = { "false", "no", "0", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  *value = g_strv_contains (yes, lower);

  return *value || g_strv_contains (no, lower);
}

static gboolean
parse_real (const char *text,
            double     *value)
{
  g_autofree char *point = g_strdelimit (g_strdup (text), ",", '.');
  char *end = NULL;

  *value = g_ascii_strtod (point, &end);

  return end != point && *end == '\0' && isfinite (*value);
}

/**
 * lamp_row_parse:
 * @self: a row
 * @field: the name of a field
 * @text: (nullable): what a person typed, or a cell of a table; blank makes the field absent
 * @error: where to put an error of [error@Error]
 *
 * Reads a text as the field's type wants it and sets it: numbers with a point or a comma, "yes" and "no" for
 * booleans, the words of the file for choices.
 *
 * Returns: whether the text could be read; if not, the row is as it was
 */
gboolean
lamp_row_parse (LampRow     *self,
                const char  *field,
                const char  *text,
                GError     **error)
{
  int index = lamp_record_type_find_field (self->type, field);
  const LampField *declared;
  g_autofree char *stripped = g_strdup (text != NULL ? text : "");
  gint64 integer;
  double real;

  g_return_val_if_fail (index >= 0, FALSE);

  declared = &self->type->fields[index];
  if (*g_strstrip (stripped) == '\0')
    {
      lamp_value_clear (&self->values[index]);
      return TRUE;
    }
  switch (declared->type)
    {
    case LAMP_FIELD_INT:
      if (!g_ascii_string_to_signed (stripped, 10, G_MININT64, G_MAXINT64, &integer, NULL))
        break;
      lamp_row_set_integer (self, field, integer);
      return lamp_row_validate_field (self, (guint) index, error);
    case LAMP_FIELD_BOOL:
      if (!parse_boolean (stripped, &integer))
        break;
      lamp_row_set_integer (self, field, integer);
      return TRUE;
    case LAMP_FIELD_REAL:
      if (!parse_real (stripped, &real))
        break;
      lamp_row_set_real (self, field, real);
      return TRUE;
    case LAMP_FIELD_ID:
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_LONG_TEXT:
    case LAMP_FIELD_DATE:
    case LAMP_FIELD_TIME:
    case LAMP_FIELD_INSTANT:
    case LAMP_FIELD_ENUM:
    case LAMP_FIELD_FLAGS:
    case LAMP_FIELD_REF:
    case LAMP_FIELD_COUNTS:
    case LAMP_FIELD_EXTRA:
    default:
      {
        LampValue before;

        lamp_value_copy (&self->values[index], &before);
        lamp_row_set_text (self, field, declared->type == LAMP_FIELD_LONG_TEXT ? text : stripped);
        if (!lamp_row_validate_field (self, (guint) index, error))
          {
            lamp_value_clear (&self->values[index]);
            self->values[index] = before;
            return FALSE;
          }
        lamp_value_clear (&before);
        return TRUE;
      }
    }
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_TYPE, _("“%s” cannot be “%s”."), lamp_field_get_label (declared), stripped);

  return FALSE;
}

/**
 * lamp_row_set_defaults:
 * @self: a row
 *
 * Gives each absent field what a new record starts with. Individual goals, journal entries and the like start
 * private (practice S24).
 */
void
lamp_row_set_defaults (LampRow *self)
{
  for (guint i = 0; i < self->type->n_fields; i++)
    if (self->values[i].kind == LAMP_VALUE_NONE && self->type->fields[i].fallback != NULL)
      lamp_row_parse (self, self->type->fields[i].name, self->type->fields[i].fallback, NULL);
  if (lamp_record_type_find_field (self->type, "private") >= 0 && !lamp_row_has (self, "private")
      && (self->type->private || g_strcmp0 (lamp_row_get_text (self, "level"), "individual") == 0))
    lamp_row_set_integer (self, "private", 1);
}

/**
 * lamp_row_equal:
 * @self: a row
 * @other: a row of the same type
 * @with_times: whether `created_at` and `modified_at` count
 *
 * Returns: whether both say the same
 */
gboolean
lamp_row_equal (const LampRow *self,
                const LampRow *other,
                gboolean       with_times)
{
  g_return_val_if_fail (self->type == other->type, FALSE);

  for (guint i = 0; i < self->type->n_fields; i++)
    {
      gboolean is_time = i + 3 == self->type->n_fields || i + 2 == self->type->n_fields;

      if ((with_times || !is_time) && !lamp_value_equal (&self->values[i], &other->values[i]))
        return FALSE;
    }

  return TRUE;
}
