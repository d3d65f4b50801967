/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-record.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "lamp-json-names.h"
#include "lamp-json-text.h"

struct _LampJsonFiller
{
  LampJsonReader *reader;
  LampProblems *problems;
  char *now;
  LampRow *row;              /* the one being filled */
  guint64 refused;           /* its fields that have been complained of: bit i for field i */
  guint next;                /* the field that is likely to come next */
  GString *extra;            /* its unknown members, as an object that is not closed yet; empty for none */
  LampJsonNames *extra_names;
};

/**
 * lamp_json_filler_new:
 * @reader: what to read from
 * @problems: where to put what is wrong
 * @now: the moment for records that carry none
 *
 * Returns: (transfer full): a filler
 */
LampJsonFiller *
lamp_json_filler_new (LampJsonReader *reader,
                      LampProblems   *problems,
                      const char     *now)
{
  LampJsonFiller *self = g_new0 (LampJsonFiller, 1);

  self->reader = reader;
  self->problems = problems;
  self->now = g_strdup (now);
  self->extra = g_string_new (NULL);

  return self;
}

void
lamp_json_filler_free (LampJsonFiller *self)
{
  if (self == NULL)
    return;
  g_free (self->now);
  g_string_free (self->extra, TRUE);
  lamp_json_names_free (self->extra_names);
  g_free (self);
}

/* Complains of the place where the reader stands. */
static void
complain (LampJsonFiller *self,
          LampErrorCode   code,
          const char     *sentence)
{
  g_autofree char *pointer = NULL;

  if (!lamp_problems_is_full (self->problems))
    pointer = lamp_json_reader_dup_pointer (self->reader);
  lamp_problems_add (self->problems, code, pointer, sentence);
}

/* Complains of the value that began with @token, and reads past it. */
static gboolean
complain_of_value (LampJsonFiller  *self,
                   LampJsonToken    token,
                   LampErrorCode    code,
                   const char      *sentence,
                   GError         **error)
{
  complain (self, code, sentence);

  return lamp_json_reader_skip (self->reader, token, error);
}

static int
find_field (LampJsonFiller *self)
{
  const LampRecordType *type = self->row->type;
  const char *name = lamp_json_reader_get_text (self->reader, NULL);

  /* Members mostly come in the order of the declaration, some left out. */
  for (guint i = 0; i < type->n_fields; i++)
    {
      guint field = self->next + i < type->n_fields ? self->next + i : self->next + i - type->n_fields;

      if (strcmp (type->fields[field].name, name) == 0)
        {
          self->next = field + 1 < type->n_fields ? field + 1 : 0;
          return (int) field;
        }
    }

  return -1;
}

static void
take_text (LampValue *value,
           char      *text)
{
  lamp_value_clear (value);
  value->kind = LAMP_VALUE_TEXT;
  value->text = text;
}

/* A number without a fraction counts as whole however it is written (1.0, 1e2), as JSON Schema has it. */
static gboolean
parse_whole (const char     *text,
             gint64         *whole,
             LampErrorCode  *code,
             const char    **sentence)
{
  double real;

  *code = LAMP_ERROR_NUMBER;
  *sentence = _("This number is too large: 64 bits do not hold it.");
  if (strpbrk (text, ".eE") == NULL)
    {
      errno = 0;
      *whole = g_ascii_strtoll (text, NULL, 10);
      return errno == 0;
    }
  real = g_ascii_strtod (text, NULL);
  if (real != trunc (real))
    {
      *code = LAMP_ERROR_TYPE;
      *sentence = _("A whole number is wanted here.");
      return FALSE;
    }
  if (fabs (real) > 9007199254740992.0)
    return FALSE;
  *whole = (gint64) real;

  return TRUE;
}

static gboolean
fill_integer (LampJsonFiller *self,
              LampValue      *value)
{
  LampErrorCode code;
  const char *sentence;

  if (!parse_whole (lamp_json_reader_get_text (self->reader, NULL), &value->integer, &code, &sentence))
    {
      complain (self, code, sentence);
      return FALSE;
    }
  value->kind = LAMP_VALUE_INTEGER;

  return TRUE;
}

/* Fills a list of words. Which words there are is for the reader to say here, since it knows the place of each. */
static gboolean
fill_flags (LampJsonFiller   *self,
            const LampField  *field,
            LampValue        *value,
            GError          **error)
{
  g_autoptr (GString) words = g_string_new ("[");
  LampJsonToken token;
  gsize length;

  while (lamp_json_reader_next (self->reader, &token, error))
    {
      const char *word = lamp_json_reader_get_text (self->reader, &length);

      if (token == LAMP_JSON_ARRAY_END)
        {
          g_string_append_c (words, ']');
          take_text (value, g_string_free (g_steal_pointer (&words), FALSE));
          return TRUE;
        }
      if (token != LAMP_JSON_STRING)
        {
          if (!complain_of_value (self, token, LAMP_ERROR_TYPE, _("A word is wanted here."), error))
            return FALSE;
        }
      else if (!lamp_field_has_choice (field, word, (gssize) length))
        complain (self, LAMP_ERROR_ENUM, _("This word is not among the choices."));
      else
        {
          if (words->len > 1)
            g_string_append_c (words, ',');
          lamp_json_append_string (words, word, length);
        }
    }

  return FALSE;
}

static gboolean
fill_count (LampJsonFiller  *self,
            GString         *counts,
            GError         **error)
{
  LampJsonToken token;
  LampErrorCode code;
  const char *sentence;
  gint64 count;
  gsize length;
  const char *name = lamp_json_reader_get_text (self->reader, &length);

  if (counts->len > 1)
    g_string_append_c (counts, ',');
  lamp_json_append_string (counts, name, length);
  if (!lamp_json_reader_next (self->reader, &token, error))
    return FALSE;
  if (token != LAMP_JSON_NUMBER)
    return complain_of_value (self, token, LAMP_ERROR_TYPE, _("A whole number is wanted here."), error);
  if (!parse_whole (lamp_json_reader_get_text (self->reader, NULL), &count, &code, &sentence))
    complain (self, code, sentence);
  else if (count < 0)
    complain (self, LAMP_ERROR_RANGE, _("A count is 0 or more."));
  else
    g_string_append_printf (counts, ":%" G_GINT64_FORMAT, count);

  return TRUE;
}

static gboolean
fill_counts (LampJsonFiller  *self,
             LampValue       *value,
             GError         **error)
{
  g_autoptr (GString) counts = g_string_new ("{");
  LampJsonToken token;

  while (lamp_json_reader_next (self->reader, &token, error))
    {
      if (token == LAMP_JSON_OBJECT_END)
        {
          g_string_append_c (counts, '}');
          take_text (value, g_string_free (g_steal_pointer (&counts), FALSE));
          return TRUE;
        }
      if (!fill_count (self, counts, error))
        return FALSE;
    }

  return FALSE;
}

/* Keeps a member that this version does not know. Its name has been read. */
static gboolean
keep_member (LampJsonFiller  *self,
             GError         **error)
{
  gsize length;
  const char *name = lamp_json_reader_get_text (self->reader, &length);
  gboolean is_new;
  LampJsonToken token;

  if (self->extra->len == 0)
    {
      g_clear_pointer (&self->extra_names, lamp_json_names_free);
      self->extra_names = lamp_json_names_new ();
      lamp_json_names_open (self->extra_names);
      g_string_append_c (self->extra, '{');
    }
  is_new = lamp_json_names_add (self->extra_names, name, length);
  if (self->extra->len > 1)
    g_string_append_c (self->extra, ',');
  lamp_json_append_string (self->extra, name, length);
  g_string_append_c (self->extra, ':');
  if (!is_new)
    complain (self, LAMP_ERROR_DUPLICATE_MEMBER, _("The record has this member twice: keep one."));
  if (!lamp_json_reader_next (self->reader, &token, error))
    return FALSE;

  return lamp_json_reader_capture (self->reader, token, self->extra, error);
}

/* The members of a member called "extra" are members of the record that this version does not know. */
static gboolean
keep_members (LampJsonFiller  *self,
              GError         **error)
{
  LampJsonToken token;

  while (lamp_json_reader_next (self->reader, &token, error))
    {
      if (token == LAMP_JSON_OBJECT_END)
        return TRUE;
      if (find_field (self) >= 0)
        {
          complain (self, LAMP_ERROR_DUPLICATE_MEMBER,
                    _("This is a member of the record itself: move it out of “extra”."));
          if (!lamp_json_reader_next (self->reader, &token, error)
              || !lamp_json_reader_skip (self->reader, token, error))
            return FALSE;
        }
      else if (!keep_member (self, error))
        return FALSE;
    }

  return FALSE;
}

static const char *
wanted (LampFieldType type)
{
  switch (type)
    {
    case LAMP_FIELD_INT:
      return _("A whole number is wanted here.");
    case LAMP_FIELD_REAL:
      return _("A number is wanted here.");
    case LAMP_FIELD_BOOL:
      return _("Either true or false is wanted here.");
    case LAMP_FIELD_FLAGS:
      return _("A list of words is wanted here.");
    case LAMP_FIELD_COUNTS:
      return _("An object of options and their counts is wanted here.");
    case LAMP_FIELD_EXTRA:
      return _("An object is wanted here.");
    case LAMP_FIELD_ID:
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_LONG_TEXT:
    case LAMP_FIELD_DATE:
    case LAMP_FIELD_TIME:
    case LAMP_FIELD_INSTANT:
    case LAMP_FIELD_ENUM:
    case LAMP_FIELD_REF:
    default:
      return _("A text is wanted here.");
    }
}

static gboolean
suits (LampFieldType type,
       LampJsonToken token)
{
  switch (type)
    {
    case LAMP_FIELD_INT:
    case LAMP_FIELD_REAL:
      return token == LAMP_JSON_NUMBER;
    case LAMP_FIELD_BOOL:
      return token == LAMP_JSON_TRUE || token == LAMP_JSON_FALSE;
    case LAMP_FIELD_FLAGS:
      return token == LAMP_JSON_ARRAY_START;
    case LAMP_FIELD_COUNTS:
    case LAMP_FIELD_EXTRA:
      return token == LAMP_JSON_OBJECT_START;
    case LAMP_FIELD_ID:
    case LAMP_FIELD_TEXT:
    case LAMP_FIELD_LONG_TEXT:
    case LAMP_FIELD_DATE:
    case LAMP_FIELD_TIME:
    case LAMP_FIELD_INSTANT:
    case LAMP_FIELD_ENUM:
    case LAMP_FIELD_REF:
    default:
      return token == LAMP_JSON_STRING;
    }
}

/* Fills a field with a value that suits it and has begun with @token. */
static gboolean
fill_value (LampJsonFiller  *self,
            guint            index,
            LampJsonToken    token,
            gboolean        *is_filled,
            GError         **error)
{
  const LampField *field = &self->row->type->fields[index];
  LampValue *value = &self->row->values[index];
  guint64 before = self->problems->n;
  gboolean could_read = TRUE;
  gsize length;
  const char *text;

  if (field->type == LAMP_FIELD_INT)
    fill_integer (self, value);
  else if (field->type == LAMP_FIELD_REAL)
    {
      value->kind = LAMP_VALUE_REAL;
      /* Adding 0 makes -0 a 0, as SQLite would. */
      value->real = g_ascii_strtod (lamp_json_reader_get_text (self->reader, NULL), NULL) + 0.0;
    }
  else if (field->type == LAMP_FIELD_BOOL)
    {
      value->kind = LAMP_VALUE_INTEGER;
      value->integer = token == LAMP_JSON_TRUE;
    }
  else if (field->type == LAMP_FIELD_FLAGS)
    could_read = fill_flags (self, field, value, error);
  else if (field->type == LAMP_FIELD_COUNTS)
    could_read = fill_counts (self, value, error);
  else if (field->type == LAMP_FIELD_EXTRA)
    could_read = keep_members (self, error);
  else
    {
      text = lamp_json_reader_get_text (self->reader, &length);
      take_text (value, g_strndup (text, length));
    }
  *is_filled = self->problems->n == before;

  return could_read;
}

static gboolean
fill_member (LampJsonFiller  *self,
             GError         **error)
{
  int index = find_field (self);
  gboolean is_filled = FALSE;
  LampJsonToken token;

  if (index < 0)
    return keep_member (self, error);
  if (!lamp_json_reader_next (self->reader, &token, error))
    return FALSE;
  if (suits (self->row->type->fields[index].type, token))
    {
      if (!fill_value (self, (guint) index, token, &is_filled, error))
        return FALSE;
    }
  else if (!complain_of_value (self, token, LAMP_ERROR_TYPE,
                               token == LAMP_JSON_NULL ? _("A member without a value is left out, never null.")
                                                       : wanted (self->row->type->fields[index].type),
                               error))
    return FALSE;
  if (!is_filled)
    self->refused |= G_GUINT64_CONSTANT (1) << index;

  return TRUE;
}

/* Without `modified_at` a record is as of now; without `created_at` it was made no later than it was changed. */
static void
fill_times (LampJsonFiller *self)
{
  guint created = self->row->type->n_fields - 3;
  guint modified = created + 1;
  LampValue *values = self->row->values;

  if (values[modified].kind == LAMP_VALUE_NONE)
    take_text (&values[modified], g_strdup (self->now));
  else if (values[created].kind == LAMP_VALUE_NONE && lamp_row_validate_field (self->row, modified, NULL))
    take_text (&values[created], g_strdup (values[modified].text));
  if (values[created].kind == LAMP_VALUE_NONE)
    take_text (&values[created], g_strdup (self->now));
}

static void
judge (LampJsonFiller *self,
       guint           field,
       LampErrorCode   code,
       const char     *sentence)
{
  g_autofree char *pointer = lamp_json_reader_dup_pointer (self->reader);

  lamp_problems_add_in (self->problems, code, pointer, self->row->type->fields[field].name, sentence);
}

static void
check_values (LampJsonFiller *self)
{
  const LampRecordType *type = self->row->type;
  guint64 before = self->problems->n;
  g_autofree char *sentence = NULL;
  guint blamed = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      g_autoptr (GError) error = NULL;

      if ((self->refused >> i & 1) == 0 && !lamp_row_validate_field (self->row, i, &error))
        judge (self, i, (LampErrorCode) error->code, error->message);
    }
  if (self->refused == 0 && self->problems->n == before && type->check != NULL
      && !type->check (self->row, &blamed, &sentence))
    judge (self, blamed, LAMP_ERROR_RULE, sentence);
}

/**
 * lamp_json_filler_read:
 * @self: a filler
 * @row: a row to fill; what it held is cleared
 * @is_valid: (out): whether the row may stand; if not, the problems say why
 * @error: where to put an error of the reader
 *
 * Reads a record. Its object has just begun.
 *
 * Returns: whether the object could be read to its end
 */
gboolean
lamp_json_filler_read (LampJsonFiller  *self,
                       LampRow         *row,
                       gboolean        *is_valid,
                       GError         **error)
{
  guint64 before = self->problems->n;
  LampJsonToken token;

  g_assert (row->type->n_fields <= 64);

  lamp_row_clear (row);
  self->row = row;
  self->refused = 0;
  self->next = 0;
  g_string_truncate (self->extra, 0);
  for (;;)
    {
      if (!lamp_json_reader_next (self->reader, &token, error))
        return FALSE;
      if (token == LAMP_JSON_OBJECT_END)
        break;
      if (!fill_member (self, error))
        return FALSE;
    }
  if (self->extra->len > 0)
    {
      g_string_append_c (self->extra, '}');
      take_text (&row->values[row->type->n_fields - 1], g_strndup (self->extra->str, self->extra->len));
    }
  fill_times (self);
  check_values (self);
  *is_valid = self->problems->n == before;

  return TRUE;
}
