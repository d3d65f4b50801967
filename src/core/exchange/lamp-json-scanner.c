/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-scanner.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "lamp-json-reader.h"

#define BUFFER_SIZE (128 * 1024)
#define NUMBER_LIMIT 1100

/**
 * lamp_json_scanner_init:
 * @self: a scanner, not yet in use
 * @stream: what to read from, from where it stands
 * @cancellable: (nullable): to stop
 *
 * Makes a scanner ready.
 */
void
lamp_json_scanner_init (LampJsonScanner *self,
                        GInputStream    *stream,
                        GCancellable    *cancellable)
{
  self->stream = g_object_ref (stream);
  g_set_object (&self->cancellable, cancellable);
  self->buffer = g_malloc (BUFFER_SIZE);
  self->at = self->end = self->buffer;
  self->text = g_string_sized_new (1024);
}

/**
 * lamp_json_scanner_clear:
 * @self: a scanner
 *
 * Frees what a scanner holds.
 */
void
lamp_json_scanner_clear (LampJsonScanner *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->buffer, g_free);
  g_string_free (self->text, TRUE);
}

/**
 * lamp_json_scanner_get_position:
 * @self: a scanner
 *
 * Returns: how many bytes have been read
 */
guint64
lamp_json_scanner_get_position (LampJsonScanner *self)
{
  return self->before + (guint64) (self->at - self->buffer);
}

gboolean
lamp_json_refuse (GError        **error,
                  LampErrorCode   code,
                  const char     *sentence)
{
  g_set_error_literal (error, LAMP_ERROR, code, sentence);

  return FALSE;
}

gboolean
lamp_json_refuse_large (GError **error)
{
  return lamp_json_refuse (error, LAMP_ERROR_TOO_LARGE, _("This is larger than 16 MiB: take it apart."));
}

/* Reads on. Returns whether there is a byte at `at`; at the end of the stream there is none and @error is not set. */
static gboolean
fill (LampJsonScanner  *self,
      GError          **error)
{
  gssize n;

  if (self->has_failed)
    return FALSE;
  self->before += (guint64) (self->end - self->buffer);
  self->at = self->end = self->buffer;
  n = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, self->cancellable, error);
  if (n <= 0)
    {
      self->has_failed = n < 0;
      return FALSE;
    }
  self->end = self->buffer + n;
  if (self->limit != 0 && self->before > self->limit)
    {
      self->has_failed = TRUE;
      return lamp_json_refuse_large (error);
    }
  if (self->before + (guint64) n > LAMP_JSON_FILE_LIMIT)
    {
      self->has_failed = TRUE;
      return lamp_json_refuse (error, LAMP_ERROR_TOO_LARGE, _("The file is larger than 1 GiB."));
    }

  return TRUE;
}

static gboolean
has_byte (LampJsonScanner  *self,
          GError          **error)
{
  return self->at < self->end || fill (self, error);
}

/* Something is needed here, and there is nothing. */
static gboolean
needs_byte (LampJsonScanner  *self,
            GError          **error)
{
  g_autoptr (GError) local = NULL;

  if (has_byte (self, &local))
    return TRUE;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->has_failed)
    return FALSE;

  return lamp_json_refuse (error, LAMP_ERROR_JSON,
                           self->has_begun ? _("The file ends in the middle: it was cut off.")
                                           : _("The file is empty."));
}

static gboolean
is_utf8_here (LampJsonScanner *self)
{
  gunichar c = g_utf8_get_char_validated ((const char *) self->at, self->end - self->at);

  return c != (gunichar) -1;
}

gboolean
lamp_json_scanner_refuse_byte (LampJsonScanner  *self,
                               GError          **error)
{
  if (*self->at >= 0x80 && !is_utf8_here (self))
    return lamp_json_refuse (error, LAMP_ERROR_UTF8, _("The file is not UTF-8 text: save it as UTF-8."));
  if (*self->at > 0x20 && *self->at < 0x7f)
    g_set_error (error, LAMP_ERROR, LAMP_ERROR_JSON, _("This is not JSON: “%c” may not stand here."), *self->at);
  else
    lamp_json_refuse (error, LAMP_ERROR_JSON, _("This is not JSON."));

  return FALSE;
}

/* White space, then a byte. */
gboolean
lamp_json_scanner_skip_space (LampJsonScanner  *self,
                              GError          **error)
{
  do
    {
      const guchar *p = self->at;

      while (p < self->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
        p++;
      self->at = p;
      if (p < self->end)
        return TRUE;
    }
  while (fill (self, error));

  return FALSE;
}

gboolean
lamp_json_scanner_needs_token (LampJsonScanner  *self,
                               GError          **error)
{
  g_autoptr (GError) local = NULL;

  if (lamp_json_scanner_skip_space (self, &local))
    return TRUE;
  if (local == NULL)
    return needs_byte (self, error);
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}

/* One byte order mark is passed over, as RFC 8259 lets a parser do: some editors on Windows write one. */
gboolean
lamp_json_scanner_skip_mark (LampJsonScanner  *self,
                             GError          **error)
{
  static const guchar mark[] = { 0xef, 0xbb, 0xbf };

  for (guint i = 0; i < G_N_ELEMENTS (mark); i++)
    {
      if (!needs_byte (self, error))
        return FALSE;
      if (*self->at != mark[i])
        return i == 0 || lamp_json_refuse (error, LAMP_ERROR_UTF8, _("The file is not UTF-8 text: save it as UTF-8."));
      self->at++;
    }

  return TRUE;
}

static gboolean
read_hex (LampJsonScanner  *self,
          gunichar         *c,
          GError          **error)
{
  *c = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!needs_byte (self, error))
        return FALSE;
      if (!g_ascii_isxdigit (*self->at))
        return lamp_json_refuse (error, LAMP_ERROR_JSON, _("After “\\u” four hexadecimal digits must follow."));
      *c = *c << 4 | (gunichar) g_ascii_xdigit_value ((char) *self->at++);
    }

  return TRUE;
}

static gboolean
read_low_surrogate (LampJsonScanner  *self,
                    gunichar         *c,
                    GError          **error)
{
  gunichar low = 0;

  for (guint i = 0; i < 2; i++)
    {
      if (!needs_byte (self, error))
        return FALSE;
      if (*self->at != "\\u"[i])
        return lamp_json_refuse (error, LAMP_ERROR_JSON, _("Half a character: a surrogate stands alone."));
      self->at++;
    }
  if (!read_hex (self, &low, error))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return lamp_json_refuse (error, LAMP_ERROR_JSON, _("Half a character: a surrogate stands alone."));
  *c = 0x10000 + ((*c - 0xd800) << 10) + (low - 0xdc00);

  return TRUE;
}

static gboolean
read_unicode (LampJsonScanner  *self,
              GError          **error)
{
  gunichar c;

  if (!read_hex (self, &c, error))
    return FALSE;
  if (c == 0)
    return lamp_json_refuse (error, LAMP_ERROR_JSON, _("A text may not hold the character zero."));
  if (c >= 0xdc00 && c <= 0xdfff)
    return lamp_json_refuse (error, LAMP_ERROR_JSON, _("Half a character: a surrogate stands alone."));
  if (c >= 0xd800 && c <= 0xdbff && !read_low_surrogate (self, &c, error))
    return FALSE;
  g_string_append_unichar (self->text, c);

  return TRUE;
}

static gboolean
read_escape (LampJsonScanner  *self,
             GError          **error)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape;

  if (!needs_byte (self, error))
    return FALSE;
  if (*self->at == 'u')
    {
      self->at++;
      return read_unicode (self, error);
    }
  escape = *self->at != '\0' ? strchr (escapes, *self->at) : NULL;
  if (escape == NULL)
    return lamp_json_refuse (error, LAMP_ERROR_JSON, _("There is no such escape after “\\”."));
  self->at++;
  g_string_append_c (self->text, meanings[escape - escapes]);

  return TRUE;
}

#define EACH_BYTE(byte) (G_GUINT64_CONSTANT (0x0101010101010101) * (byte))

/* Whether any of eight bytes is a quotation mark, a backslash, a control character or beyond ASCII. */
static inline gboolean
is_any_special (guint64 bytes)
{
  guint64 quote = bytes ^ EACH_BYTE ('"');
  guint64 backslash = bytes ^ EACH_BYTE ('\\');
  guint64 special = (quote - EACH_BYTE (1)) | (backslash - EACH_BYTE (1)) | (bytes - EACH_BYTE (0x20)) | bytes;

  return (special & EACH_BYTE (0x80)) != 0;
}

/* Appends what needs no thought; tells whether any of it was not ASCII. */
static gboolean
append_run (LampJsonScanner *self)
{
  const guchar *p = self->at;
  guint64 bytes;
  guchar all = 0;

  for (; self->end - p >= 8; p += 8)
    {
      memcpy (&bytes, p, sizeof bytes);
      if (is_any_special (bytes))
        break;
    }
  for (; p < self->end && *p >= 0x20 && *p != '"' && *p != '\\'; p++)
    all |= *p;
  g_string_append_len (self->text, (const char *) self->at, p - self->at);
  self->at = p;

  return all >= 0x80;
}

gboolean
lamp_json_scanner_read_string (LampJsonScanner  *self,
                               GError          **error)
{
  gboolean has_more_than_ascii = FALSE;

  g_string_truncate (self->text, 0);
  for (self->at++;;)
    {
      has_more_than_ascii |= append_run (self);
      if (self->text->len > LAMP_JSON_RECORD_LIMIT)
        return lamp_json_refuse_large (error);
      if (!needs_byte (self, error))
        return FALSE;
      if (*self->at == '"')
        break;
      if (*self->at == '\\')
        {
          self->at++;
          if (!read_escape (self, error))
            return FALSE;
        }
      else if (*self->at < 0x20)
        return lamp_json_refuse (error, LAMP_ERROR_JSON,
                                 _("A control character stands in a text: write it as an escape, such as \\n."));
    }
  self->at++;
  if (has_more_than_ascii && !g_utf8_validate_len (self->text->str, self->text->len, NULL))
    return lamp_json_refuse (error, LAMP_ERROR_UTF8, _("A text is not UTF-8: save the file as UTF-8."));

  return TRUE;
}

static gboolean
append_digits (LampJsonScanner  *self,
               GError          **error)
{
  if (!needs_byte (self, error))
    return FALSE;
  if (!g_ascii_isdigit (*self->at))
    return lamp_json_scanner_refuse_byte (self, error);
  while (has_byte (self, error) && g_ascii_isdigit (*self->at))
    {
      g_string_append_c (self->text, (char) *self->at++);
      if (self->text->len > NUMBER_LIMIT)
        return lamp_json_refuse (error, LAMP_ERROR_NUMBER, _("A number has too many digits."));
    }

  return !self->has_failed;
}

static gboolean
takes (LampJsonScanner  *self,
       const char       *any_of,
       GError          **error)
{
  if (!has_byte (self, error) || *self->at == '\0' || strchr (any_of, *self->at) == NULL)
    return FALSE;
  g_string_append_c (self->text, (char) *self->at++);

  return TRUE;
}

static gboolean
check_number (LampJsonScanner  *self,
              GError          **error)
{
  if (self->text->len > 18 && !isfinite (g_ascii_strtod (self->text->str, NULL)))
    return lamp_json_refuse (error, LAMP_ERROR_NUMBER, _("A number is too large to be held."));
  if (strpbrk (self->text->str, "eE") != NULL && !isfinite (g_ascii_strtod (self->text->str, NULL)))
    return lamp_json_refuse (error, LAMP_ERROR_NUMBER, _("A number is too large to be held."));

  return TRUE;
}

gboolean
lamp_json_scanner_read_number (LampJsonScanner  *self,
                               GError          **error)
{
  g_string_truncate (self->text, 0);
  takes (self, "-", error);
  if (takes (self, "0", error))
    {
      if (self->at < self->end && g_ascii_isdigit (*self->at))
        return lamp_json_refuse (error, LAMP_ERROR_JSON, _("A number may not begin with 0."));
    }
  else if (!append_digits (self, error))
    return FALSE;
  if (takes (self, ".", error) && !append_digits (self, error))
    return FALSE;
  if (!self->has_failed && takes (self, "eE", error))
    {
      takes (self, "+-", error);
      if (self->has_failed || !append_digits (self, error))
        return FALSE;
    }

  return !self->has_failed && check_number (self, error);
}

gboolean
lamp_json_scanner_read_word (LampJsonScanner  *self,
                             const char       *word,
                             GError          **error)
{
  for (; *word != '\0'; word++)
    {
      if (!needs_byte (self, error))
        return FALSE;
      if (*self->at != (guchar) *word)
        return lamp_json_scanner_refuse_byte (self, error);
      self->at++;
    }

  return TRUE;
}
