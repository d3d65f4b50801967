/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-json-text.h"

#include <math.h>
#include <string.h>

static void
append_escape (GString *out,
               guchar   byte)
{
  static const char shorts[] = { ['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r',
                                 ['"'] = '"', ['\\'] = '\\' };

  if (shorts[byte] != 0)
    {
      g_string_append_c (out, '\\');
      g_string_append_c (out, shorts[byte]);
    }
  else
    g_string_append_printf (out, "\\u%04x", byte);
}

/**
 * lamp_json_append_string:
 * @out: where to append
 * @text: UTF-8
 * @length: its length in bytes
 *
 * Appends a JSON string. Only what RFC 8259 says must be escaped is.
 */
void
lamp_json_append_string (GString    *out,
                         const char *text,
                         gsize       length)
{
  const char *from = text;
  const char *end = text + length;

  g_string_append_c (out, '"');
  for (const char *p = text; p < end; p++)
    if ((guchar) *p < 0x20 || *p == '"' || *p == '\\')
      {
        g_string_append_len (out, from, p - from);
        append_escape (out, (guchar) *p);
        from = p + 1;
      }
  g_string_append_len (out, from, end - from);
  g_string_append_c (out, '"');
}

/**
 * lamp_json_append_real:
 * @out: where to append
 * @real: a finite number
 *
 * Appends the shortest decimal that reads back as the same number: 0.1, not 0.10000000000000001.
 */
void
lamp_json_append_real (GString *out,
                       double   real)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (isfinite (real));

  if (fabs (real) < 1e15 && real == trunc (real))
    {
      g_string_append_printf (out, "%" G_GINT64_FORMAT, (gint64) real);
      return;
    }
  for (int precision = 1; precision <= 17; precision++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", precision);
      g_ascii_formatd (digits, sizeof digits, format, real);
      if (g_ascii_strtod (digits, NULL) == real)
        break;
    }
  g_string_append (out, digits);
}

static void
append_line (GString *out,
             guint    indent)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < indent; i++)
    g_string_append_c (out, ' ');
}

static const char *
after_string (const char *json)
{
  for (json++; *json != '"' && *json != '\0'; json++)
    if (*json == '\\' && json[1] != '\0')
      json++;

  return *json == '"' ? json + 1 : json;
}

static const char *
after_space (const char *json)
{
  return json + strspn (json, " \t\n\r");
}

/* Appends the value that @json begins with and returns what follows it. */
static const char *
append_value (GString    *out,
              const char *json,
              guint       indent)
{
  guint depth = 0;

  do
    {
      json = after_space (json);
      if (*json == '"')
        {
          const char *end = after_string (json);

          g_string_append_len (out, json, end - json);
          json = end;
        }
      else if ((*json == '{' || *json == '[') && *after_space (json + 1) != '}' && *after_space (json + 1) != ']')
        {
          g_string_append_c (out, *json++);
          append_line (out, indent + 2 * ++depth);
        }
      else if (*json == '{' || *json == '[')
        {
          g_string_append_c (out, *json);
          json = after_space (json + 1);
          g_string_append_c (out, *json++);
        }
      else if ((*json == '}' || *json == ']') && depth > 0)
        {
          append_line (out, indent + 2 * --depth);
          g_string_append_c (out, *json++);
        }
      else if (*json == ',' && depth > 0)
        {
          g_string_append_c (out, *json++);
          append_line (out, indent + 2 * depth);
        }
      else if (*json == ':')
        {
          g_string_append (out, ": ");
          json++;
        }
      else
        {
          gsize length = strcspn (json, " \t\n\r,:]}");

          g_string_append_len (out, json, (gssize) length);
          json += MAX (length, *json != '\0');
        }
      json = after_space (json);
    }
  while (*json != '\0' && depth > 0);

  return json;
}

/**
 * lamp_json_append_pretty:
 * @out: where to append
 * @json: one valid JSON value, with or without white space
 * @indent: how far the line stands in on which it begins
 *
 * Appends a value over several lines, two spaces a level. Numbers and strings stay as they are written.
 */
void
lamp_json_append_pretty (GString    *out,
                         const char *json,
                         guint       indent)
{
  append_value (out, json, indent);
}

/**
 * lamp_json_append_members:
 * @out: where to append
 * @json: a valid JSON object
 * @indent: how far its members stand in
 *
 * Appends the members of an object to another object: before each a comma and a new line.
 */
void
lamp_json_append_members (GString    *out,
                          const char *json,
                          guint       indent)
{
  json = after_space (after_space (json) + 1);
  while (*json == '"')
    {
      const char *name = json;

      json = after_string (name);
      g_string_append_c (out, ',');
      append_line (out, indent);
      g_string_append_len (out, name, json - name);
      g_string_append (out, ": ");
      json = append_value (out, after_space (after_space (json) + 1), indent);
      if (*json == ',')
        json = after_space (json + 1);
    }
}

/**
 * lamp_json_append_token:
 * @pointer: a JSON Pointer
 * @token: the name of a member
 * @length: its length in bytes
 *
 * Appends one reference token, escaped as RFC 6901 wants: `~` as `~0`, `/` as `~1`.
 */
void
lamp_json_append_token (GString    *pointer,
                        const char *token,
                        gsize       length)
{
  g_string_append_c (pointer, '/');
  for (gsize i = 0; i < length; i++)
    if (token[i] == '~')
      g_string_append (pointer, "~0");
    else if (token[i] == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, token[i]);
}
