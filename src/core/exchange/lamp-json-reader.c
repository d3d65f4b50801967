/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-json-names.h"
#include "lamp-json-scanner.h"
#include "lamp-json-text.h"

/* json-glib's strict parser is right about RFC 8259, but as of 1.10 it swallows duplicate members, infinities, clamped
 * integers and \u0000; and handed one record at a time it takes 7.7 µs for one (587,258 records in 4.5 s), three times
 * what SQLite takes to insert it bare. What it would swallow has to be lexed here anyway, so this reader goes the rest
 * of the way, in 1 µs; the tests hold it against json-glib on thousands of documents. */

typedef struct
{
  gboolean is_array;
  gboolean wants_value; /* an object whose member has been named */
  gboolean has_any;
  guint64 index;        /* of an array's element */
} Frame;

struct _LampJsonReader
{
  LampJsonScanner scanner;
  LampJsonNames *names;
  guint depth;
  Frame frames[LAMP_JSON_DEPTH_LIMIT];
};

/**
 * lamp_json_reader_new:
 * @stream: what to read from, from where it stands
 * @cancellable: (nullable): to stop
 *
 * Returns: (transfer full): a reader
 */
LampJsonReader *
lamp_json_reader_new (GInputStream *stream,
                      GCancellable *cancellable)
{
  LampJsonReader *self = g_new0 (LampJsonReader, 1);

  lamp_json_scanner_init (&self->scanner, stream, cancellable);
  self->names = lamp_json_names_new ();

  return self;
}

/**
 * lamp_json_reader_free:
 * @self: (nullable): a reader
 *
 * Frees a reader.
 */
void
lamp_json_reader_free (LampJsonReader *self)
{
  if (self == NULL)
    return;
  lamp_json_scanner_clear (&self->scanner);
  lamp_json_names_free (self->names);
  g_free (self);
}

/**
 * lamp_json_reader_get_text:
 * @self: a reader
 * @length: (out) (optional): its length in bytes
 *
 * Returns: (transfer none): the last name, string (both unescaped) or number (as written)
 */
const char *
lamp_json_reader_get_text (LampJsonReader *self,
                           gsize          *length)
{
  if (length != NULL)
    *length = self->scanner.text->len;

  return self->scanner.text->str;
}

/**
 * lamp_json_reader_get_position:
 * @self: a reader
 *
 * Returns: how many bytes have been read
 */
guint64
lamp_json_reader_get_position (LampJsonReader *self)
{
  return lamp_json_scanner_get_position (&self->scanner);
}

/**
 * lamp_json_reader_get_index:
 * @self: a reader, somewhere in an array
 *
 * Returns: the place in the innermost array of the element that is being read, from 0
 */
guint64
lamp_json_reader_get_index (LampJsonReader *self)
{
  for (guint i = self->depth; i > 0; i--)
    if (self->frames[i - 1].is_array)
      return self->frames[i - 1].index;

  g_return_val_if_reached (0);
}

/**
 * lamp_json_reader_set_limit:
 * @self: a reader
 * @bytes: how much may come from here; 0 for no limit
 *
 * Bounds the value that is about to be read.
 */
void
lamp_json_reader_set_limit (LampJsonReader *self,
                            guint64         bytes)
{
  self->scanner.limit = bytes > 0 ? lamp_json_reader_get_position (self) + bytes : 0;
}

/**
 * lamp_json_reader_dup_pointer:
 * @self: a reader
 *
 * Returns: (transfer full): where the reader stands, as a JSON Pointer (RFC 6901)
 */
char *
lamp_json_reader_dup_pointer (LampJsonReader *self)
{
  GString *pointer = g_string_new (NULL);
  guint n_objects = 0;

  for (guint i = 0; i < self->depth; i++)
    {
      const Frame *frame = &self->frames[i];
      const char *name;
      gsize length;

      if (frame->is_array && frame->has_any)
        g_string_append_printf (pointer, "/%" G_GUINT64_FORMAT, frame->index);
      if (frame->is_array)
        continue;
      name = lamp_json_names_get_last (self->names, n_objects++, &length);
      if (name != NULL)
        lamp_json_append_token (pointer, name, length);
    }

  return g_string_free (pointer, FALSE);
}

static gboolean
enter (LampJsonReader  *self,
       gboolean         is_array,
       GError         **error)
{
  if (self->depth == LAMP_JSON_DEPTH_LIMIT)
    return lamp_json_refuse (error, LAMP_ERROR_DEPTH, _("Lists and objects are nested deeper than 64."));
  self->scanner.at++;
  self->frames[self->depth++] = (Frame) { .is_array = is_array };
  if (!is_array)
    lamp_json_names_open (self->names);

  return TRUE;
}

static gboolean
read_value (LampJsonReader  *self,
            LampJsonToken   *token,
            GError         **error)
{
  if (!lamp_json_scanner_needs_token (&self->scanner, error))
    return FALSE;
  switch (*self->scanner.at)
    {
    case '{':
      *token = LAMP_JSON_OBJECT_START;
      return enter (self, FALSE, error);
    case '[':
      *token = LAMP_JSON_ARRAY_START;
      return enter (self, TRUE, error);
    case '"':
      *token = LAMP_JSON_STRING;
      return lamp_json_scanner_read_string (&self->scanner, error);
    case 't':
      *token = LAMP_JSON_TRUE;
      return lamp_json_scanner_read_word (&self->scanner, "true", error);
    case 'f':
      *token = LAMP_JSON_FALSE;
      return lamp_json_scanner_read_word (&self->scanner, "false", error);
    case 'n':
      *token = LAMP_JSON_NULL;
      return lamp_json_scanner_read_word (&self->scanner, "null", error);
    default:
      *token = LAMP_JSON_NUMBER;
      if (*self->scanner.at != '-' && !g_ascii_isdigit (*self->scanner.at))
        return lamp_json_scanner_refuse_byte (&self->scanner, error);
      return lamp_json_scanner_read_number (&self->scanner, error);
    }
}

static void
leave (LampJsonReader *self)
{
  self->scanner.at++;
  if (!self->frames[--self->depth].is_array)
    lamp_json_names_close (self->names);
}

static gboolean
read_name (LampJsonReader  *self,
           Frame           *frame,
           GError         **error)
{
  if (!lamp_json_scanner_needs_token (&self->scanner, error))
    return FALSE;
  if (*self->scanner.at != '"')
    return lamp_json_scanner_refuse_byte (&self->scanner, error);
  if (!lamp_json_scanner_read_string (&self->scanner, error))
    return FALSE;
  if (!lamp_json_names_add (self->names, self->scanner.text->str, self->scanner.text->len))
    return lamp_json_refuse (error, LAMP_ERROR_DUPLICATE_MEMBER, _("An object names this member twice: keep one."));
  if (lamp_json_names_get_size (self->names) > LAMP_JSON_RECORD_LIMIT)
    return lamp_json_refuse_large (error);
  if (!lamp_json_scanner_needs_token (&self->scanner, error))
    return FALSE;
  if (*self->scanner.at != ':')
    return lamp_json_scanner_refuse_byte (&self->scanner, error);
  self->scanner.at++;
  frame->wants_value = TRUE;

  return TRUE;
}

static gboolean
read_outside (LampJsonReader  *self,
              LampJsonToken   *token,
              GError         **error)
{
  g_autoptr (GError) local = NULL;

  if (!self->scanner.has_begun)
    {
      if (!lamp_json_scanner_skip_mark (&self->scanner, error)
          || !lamp_json_scanner_needs_token (&self->scanner, error))
        return FALSE;
      self->scanner.has_begun = TRUE;
      return read_value (self, token, error);
    }
  *token = LAMP_JSON_END;
  if (lamp_json_scanner_skip_space (&self->scanner, &local))
    return *self->scanner.at >= 0x80
             ? lamp_json_scanner_refuse_byte (&self->scanner, error)
             : lamp_json_refuse (error, LAMP_ERROR_JSON, _("Something follows the end of the document: remove it."));
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* Between the values of an array or the members of an object: its end, or a comma. */
static gboolean
read_next_of (LampJsonReader  *self,
              Frame           *frame,
              LampJsonToken   *token,
              GError         **error)
{
  if (!lamp_json_scanner_needs_token (&self->scanner, error))
    return FALSE;
  if (*self->scanner.at == (frame->is_array ? ']' : '}'))
    {
      *token = frame->is_array ? LAMP_JSON_ARRAY_END : LAMP_JSON_OBJECT_END;
      leave (self);
      return TRUE;
    }
  if (frame->has_any)
    {
      if (*self->scanner.at != ',')
        return lamp_json_scanner_refuse_byte (&self->scanner, error);
      self->scanner.at++;
      frame->index++;
    }
  frame->has_any = TRUE;
  if (frame->is_array)
    return read_value (self, token, error);
  *token = LAMP_JSON_NAME;

  return read_name (self, frame, error);
}

/**
 * lamp_json_reader_next:
 * @self: a reader
 * @token: (out): what was read
 * @error: where to put an error: of [error@Error] for the document, %G_IO_ERROR for the stream
 *
 * Reads the next token. After an error the reader is of no more use, except to say where it stands.
 *
 * Returns: whether there was one, %LAMP_JSON_END included
 */
gboolean
lamp_json_reader_next (LampJsonReader  *self,
                       LampJsonToken   *token,
                       GError         **error)
{
  Frame *frame;

  if (self->scanner.limit != 0 && lamp_json_reader_get_position (self) > self->scanner.limit)
    return lamp_json_refuse_large (error);
  if (self->depth == 0)
    return read_outside (self, token, error);
  frame = &self->frames[self->depth - 1];
  if (!frame->wants_value)
    return read_next_of (self, frame, token, error);
  frame->wants_value = FALSE;

  return read_value (self, token, error);
}

static gboolean
opens (LampJsonToken token)
{
  return token == LAMP_JSON_OBJECT_START || token == LAMP_JSON_ARRAY_START;
}

/**
 * lamp_json_reader_skip:
 * @self: a reader
 * @first: the token just read, with which a value began
 * @error: where to put an error
 *
 * Reads the rest of a value and drops it.
 *
 * Returns: whether it could be read
 */
gboolean
lamp_json_reader_skip (LampJsonReader  *self,
                       LampJsonToken    first,
                       GError         **error)
{
  guint outside = self->depth - (opens (first) ? 1 : 0);
  LampJsonToken token;

  while (self->depth > outside)
    if (!lamp_json_reader_next (self, &token, error))
      return FALSE;

  return TRUE;
}

static void
append_token (LampJsonReader *self,
              LampJsonToken   token,
              GString        *out)
{
  static const char * const words[] = {
    [LAMP_JSON_OBJECT_START] = "{", [LAMP_JSON_OBJECT_END] = "}", [LAMP_JSON_ARRAY_START] = "[",
    [LAMP_JSON_ARRAY_END] = "]",    [LAMP_JSON_TRUE] = "true",    [LAMP_JSON_FALSE] = "false",
    [LAMP_JSON_NULL] = "null",
  };
  gboolean is_end = token == LAMP_JSON_OBJECT_END || token == LAMP_JSON_ARRAY_END;

  if (!is_end && out->len > 0 && strchr ("{[:,", out->str[out->len - 1]) == NULL)
    g_string_append_c (out, ',');
  if (token == LAMP_JSON_NAME || token == LAMP_JSON_STRING)
    lamp_json_append_string (out, self->scanner.text->str, self->scanner.text->len);
  else if (token == LAMP_JSON_NUMBER)
    g_string_append_len (out, self->scanner.text->str, (gssize) self->scanner.text->len);
  else
    g_string_append (out, words[token]);
  if (token == LAMP_JSON_NAME)
    g_string_append_c (out, ':');
}

/**
 * lamp_json_reader_capture:
 * @self: a reader
 * @first: the token just read, with which a value began
 * @out: where to append it
 * @error: where to put an error
 *
 * Reads the rest of a value and appends all of it as compact JSON, with numbers as they are written. When @out ends
 * in a value, a comma comes first.
 *
 * Returns: whether it could be read
 */
gboolean
lamp_json_reader_capture (LampJsonReader  *self,
                          LampJsonToken    first,
                          GString         *out,
                          GError         **error)
{
  guint outside = self->depth - (opens (first) ? 1 : 0);
  LampJsonToken token = first;

  append_token (self, first, out);
  while (self->depth > outside)
    {
      if (!lamp_json_reader_next (self, &token, error))
        return FALSE;
      append_token (self, token, out);
    }

  return TRUE;
}
