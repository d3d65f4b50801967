/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-csv-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-error.h"

/* From the bytes that a spreadsheet wrote to UTF-8. Excel writes UTF-16 as “Unicode Text” and, on Windows, plain “CSV”
 * in the code page of the machine: Windows-1252 wherever Western European languages are written. */

/* What Windows-1252 has where Latin-1 has control characters; 0 for what neither has. */
static const guint16 windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
  0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
  0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static char *
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_UTF8, message);

  return NULL;
}

static gboolean
begins_with (const char *bytes,
             gsize       length,
             const char *mark,
             gsize       mark_length)
{
  return length >= mark_length && memcmp (bytes, mark, mark_length) == 0;
}

static char *
decode_utf16 (const char  *bytes,
              gsize        length,
              gboolean     big_endian,
              GError     **error)
{
  g_autofree gunichar2 *units = g_new (gunichar2, length / 2 + 1);
  glong n_read = 0;
  char *text;

  for (gsize i = 0; i < length / 2; i++)
    {
      guint8 low = (guint8) bytes[2 * i + (big_endian ? 1 : 0)];
      guint8 high = (guint8) bytes[2 * i + (big_endian ? 0 : 1)];

      /* g_utf16_to_utf8() would take it for the end. */
      if (low == 0 && high == 0)
        return refuse (error, _("The file is no table: it holds bytes that are no text."));
      units[i] = (gunichar2) (low | high << 8);
    }
  text = g_utf16_to_utf8 (units, (glong) (length / 2), &n_read, NULL, NULL);

  return text != NULL ? text : refuse (error, _("The file is no table: it holds bytes that are no text."));
}

static char *
decode_windows_1252 (const char  *bytes,
                     gsize        length,
                     GError     **error)
{
  g_autoptr (GString) text = g_string_sized_new (length + length / 8);

  for (gsize i = 0; i < length; i++)
    {
      guint8 byte = (guint8) bytes[i];
      gunichar character = byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte;

      if (character == 0)
        return refuse (error, _("The file is no table: it holds bytes that are no text."));
      g_string_append_unichar (text, character);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What no text has: a picture, a program, a file of another kind. */
static gboolean
is_text (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guint8) *text < 0x20 && strchr ("\t\n\v\f\r", *text) == NULL)
      return FALSE;

  return TRUE;
}

static char *
decode (const char   *bytes,
        gsize         length,
        const char  **encoding,
        GError      **error)
{
  if (begins_with (bytes, length, "PK\x03\x04", 4) || begins_with (bytes, length, "\xd0\xcf\x11\xe0", 4))
    return refuse (error, _("This is a spreadsheet’s own file: open it there and save it as “CSV”."));
  *encoding = "UTF-16";
  if (begins_with (bytes, length, "\xff\xfe", 2))
    return decode_utf16 (bytes + 2, length - 2, FALSE, error);
  if (begins_with (bytes, length, "\xfe\xff", 2))
    return decode_utf16 (bytes + 2, length - 2, TRUE, error);
  if (memchr (bytes, '\0', length) != NULL)
    return refuse (error, _("The file is no table: it holds bytes that are no text."));
  *encoding = "UTF-8";
  if (begins_with (bytes, length, "\xef\xbb\xbf", 3) && g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes + 3, length - 3);
  if (g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  *encoding = "Windows-1252";

  return decode_windows_1252 (bytes, length, error);
}

/* The bytes of a table as UTF-8 without a mark; sets @encoding to the name of what they were. */
char *
lamp_csv_decode (const char   *bytes,
                 gsize         length,
                 const char  **encoding,
                 GError      **error)
{
  g_autofree char *text = length > 0 ? decode (bytes, length, encoding, error) : g_strdup ("");

  if (text == NULL)
    return NULL;
  if (!is_text (text))
    return refuse (error, _("The file is no table: it holds bytes that are no text."));

  return g_steal_pointer (&text);
}
