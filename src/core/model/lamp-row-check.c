/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-row.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-declare.h"
#include "lamp-id.h"

/* What the declaration asks of a row, and what a row is told that does not give it. */

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

  if (lamp_instant_is_canonical (value->text))
    return TRUE;
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
