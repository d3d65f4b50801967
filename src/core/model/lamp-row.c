/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-row.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-declare.h"
#include "lamp-id.h"

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

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;

  return TRUE;
}

static gboolean
validate_text (const LampField  *field,
               LampValue        *value,
               GError          **error)
{
  glong limit = field->type == LAMP_FIELD_LONG_TEXT ? LAMP_LONG_TEXT_LIMIT : LAMP_TEXT_LIMIT;

  if (!is_ascii (value->text))
    {
      char *normal = g_utf8_normalize (value->text, -1, G_NORMALIZE_NFC);

      if (normal == NULL)
        {
          g_set_error (error, LAMP_ERROR, LAMP_ERROR_UTF8, _("“%s” is not UTF-8 text."), lamp_field_get_label (field));
          return FALSE;
        }
      g_free (value->text);
      value->text = normal;
    }
  if (strlen (value->text) > (gsize) limit && g_utf8_strlen (value->text, -1) > limit)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_TOO_LONG, _("“%s” is longer than %ld characters: shorten it."),
                   lamp_field_get_label (field), limit);
      return FALSE;
    }
  if (field->type == LAMP_FIELD_TEXT && strpbrk (value->text, "\n\r") != NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_TOO_LONG, _("“%s” holds one line only: take out the line breaks."),
                   lamp_field_get_label (field));
      return FALSE;
    }
  if (*value->text == '\0' && (field->flags & LAMP_REQUIRED))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_REQUIRED, _("“%s” is empty: it is needed."), lamp_field_get_label (field));
      return FALSE;
    }

  return TRUE;
}

static gboolean
validate_instant (const LampField  *field,
                  LampValue        *value,
                  GError          **error)
{
  gint64 usec;
  char *canonical;

  if (!lamp_instant_parse (value->text, &usec))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_DATE,
                   _("“%s” is not a moment such as 2026-11-22T10:00:00.000Z: “%s”."), lamp_field_get_label (field),
                   value->text);
      return FALSE;
    }
  canonical = lamp_instant_format (usec);
  g_free (value->text);
  value->text = canonical;

  return TRUE;
}

/* Words in the order of the choices, each once. */
static gboolean
validate_flags (const LampField  *field,
                LampValue        *value,
                GError          **error)
{
  g_autoptr (JsonNode) node = json_from_string (value->text, NULL);
  g_autoptr (GString) canonical = g_string_new ("[");
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      const char *word = JSON_NODE_HOLDS_VALUE (element) ? json_node_get_string (element) : NULL;

      if (word == NULL || !lamp_field_has_choice (field, word, -1))
        {
          g_set_error (error, LAMP_ERROR, LAMP_ERROR_ENUM, _("“%s” cannot be “%s”."), lamp_field_get_label (field),
                       word != NULL ? word : "?");
          return FALSE;
        }
      g_hash_table_add (words, (gpointer) word);
    }
  if (array == NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_TYPE, _("“%s” wants a list of words."), lamp_field_get_label (field));
      return FALSE;
    }
  for (const LampChoice *choice = field->choices; choice->nick != NULL; choice++)
    if (g_hash_table_contains (words, choice->nick))
      g_string_append_printf (canonical, "%s\"%s\"", canonical->len > 1 ? "," : "", choice->nick);
  g_string_append_c (canonical, ']');
  g_free (value->text);
  value->text = g_string_free (g_steal_pointer (&canonical), FALSE);

  return TRUE;
}

static gboolean
counts_are_whole (JsonObject *object)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *l = members; l != NULL; l = l->next)
    {
      JsonNode *count = json_object_get_member (object, l->data);

      if (!JSON_NODE_HOLDS_VALUE (count) || json_node_get_value_type (count) != G_TYPE_INT64 || json_node_get_int (count) < 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
validate_object (const LampField  *field,
                 LampValue        *value,
                 GError          **error)
{
  g_autoptr (JsonNode) node = json_from_string (value->text, NULL);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node)
      && (field->type != LAMP_FIELD_COUNTS || counts_are_whole (json_node_get_object (node))))
    return TRUE;
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_TYPE, _("“%s” wants options, each with its count."),
               lamp_field_get_label (field));

  return FALSE;
}

static gboolean
validate_integer (const LampField  *field,
                  const LampValue  *value,
                  GError          **error)
{
  g_autofree char *is = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (field->minimum == 0 && field->maximum == 0)
    return TRUE;
  if (value->integer >= field->minimum && value->integer <= field->maximum)
    return TRUE;
  is = g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);
  from = g_strdup_printf ("%" G_GINT64_FORMAT, field->minimum);
  to = g_strdup_printf ("%" G_GINT64_FORMAT, field->maximum);
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_RANGE, _("“%s” is %s; it goes from %s to %s."),
               lamp_field_get_label (field), is, from, to);

  return FALSE;
}

static LampValueKind
kind_of (LampFieldType type)
{
  switch (type)
    {
    case LAMP_FIELD_INT:
    case LAMP_FIELD_BOOL:
      return LAMP_VALUE_INTEGER;
    case LAMP_FIELD_REAL:
      return LAMP_VALUE_REAL;
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
      return LAMP_VALUE_TEXT;
    }
}

/* Fails with a sentence that names the field and quotes what it holds. */
#define REFUSE(code, sentence)                                                                            \
  G_STMT_START                                                                                            \
  {                                                                                                       \
    g_set_error (error, LAMP_ERROR, code, sentence, lamp_field_get_label (field), value->text);           \
    return FALSE;                                                                                         \
  }                                                                                                       \
  G_STMT_END

static gboolean
validate_present (const LampField  *field,
                  LampValue        *value,
                  GError          **error)
{
  switch (field->type)
    {
    case LAMP_FIELD_ID:
    case LAMP_FIELD_REF:
      if (!lamp_id_is_valid (value->text))
        REFUSE (LAMP_ERROR_ID,
                _("“%s” is not an identifier of 1 to 64 letters, digits, dots, dashes, colons or underlines: “%s”."));
      return TRUE;
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_LONG_TEXT:
      return validate_text (field, value, error);
    case LAMP_FIELD_INT:
      return validate_integer (field, value, error);
    case LAMP_FIELD_REAL:
    case LAMP_FIELD_BOOL:
      return TRUE;
    case LAMP_FIELD_DATE:
      if (!lamp_date_is_valid (value->text))
        REFUSE (LAMP_ERROR_DATE, _("“%s” is not a date such as 2026-11-22: “%s”."));
      return TRUE;
    case LAMP_FIELD_TIME:
      if (!lamp_time_is_valid (value->text))
        REFUSE (LAMP_ERROR_DATE, _("“%s” is not a time such as 2026-11-22T07:41: “%s”."));
      return TRUE;
    case LAMP_FIELD_INSTANT:
      return validate_instant (field, value, error);
    case LAMP_FIELD_ENUM:
      if (!lamp_field_has_choice (field, value->text, -1))
        REFUSE (LAMP_ERROR_ENUM, _("“%s” cannot be “%s”."));
      return TRUE;
    case LAMP_FIELD_FLAGS:
      return validate_flags (field, value, error);
    case LAMP_FIELD_COUNTS:
    case LAMP_FIELD_EXTRA:
      return validate_object (field, value, error);
    default:
      g_assert_not_reached ();
    }
}

/**
 * lamp_row_validate_field:
 * @self: a row
 * @field: the index of a field
 * @error: where to put an error of [error@Error]
 *
 * Checks one value against its declaration and brings it into its canonical form (text in NFC, instants in UTC,
 * flags in order).
 *
 * Returns: whether the value may stand
 */
gboolean
lamp_row_validate_field (LampRow  *self,
                         guint     field,
                         GError  **error)
{
  const LampField *declared;
  LampValue *value;

  g_return_val_if_fail (field < self->type->n_fields, FALSE);

  declared = &self->type->fields[field];
  value = &self->values[field];
  if (value->kind == LAMP_VALUE_NONE)
    {
      if (!(declared->flags & LAMP_REQUIRED))
        return TRUE;
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_REQUIRED, _("“%s” is missing: it is needed."),
                   lamp_field_get_label (declared));
      return FALSE;
    }
  if (value->kind != kind_of (declared->type))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_TYPE, _("“%s” holds the wrong kind of value."),
                   lamp_field_get_label (declared));
      return FALSE;
    }

  return validate_present (declared, value, error);
}

/**
 * lamp_row_validate:
 * @self: a row
 * @field: (out) (optional): the index of the field to blame
 * @error: where to put an error of [error@Error]
 *
 * Checks every value and then what is special about the type. References are only checked for their shape: whether
 * what they name exists is for the store to say.
 *
 * Returns: whether the row may stand
 */
gboolean
lamp_row_validate (LampRow  *self,
                   guint    *field,
                   GError  **error)
{
  g_autofree char *message = NULL;
  guint blamed = 0;

  for (guint i = 0; i < self->type->n_fields; i++)
    if (!lamp_row_validate_field (self, i, error))
      {
        if (field != NULL)
          *field = i;
        return FALSE;
      }
  if (self->type->check == NULL || self->type->check (self, &blamed, &message))
    return TRUE;
  if (field != NULL)
    *field = blamed;
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_RULE, message);

  return FALSE;
}

gboolean
lamp_row_refuse (const LampRow  *row,
                 const char     *name,
                 const char     *sentence,
                 guint          *field,
                 char          **message)
{
  *field = (guint) lamp_record_type_find_field (row->type, name);
  *message = g_strdup (sentence);

  return FALSE;
}

gboolean
lamp_row_in_order (const LampRow  *row,
                   const char     *from,
                   const char     *to,
                   guint          *field,
                   char          **message)
{
  const char *start = lamp_row_get_text (row, from);
  const char *end = lamp_row_get_text (row, to);

  if (start == NULL || end == NULL || strcmp (start, end) <= 0)
    return TRUE;

  return lamp_row_refuse (row, to, _("The end lies before the beginning: exchange the two dates."), field, message);
}
