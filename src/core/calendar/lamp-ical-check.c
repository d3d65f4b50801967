/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-ical-read.h"

/* A calendar is looked over before libical reads it: libical repairs what it can, which is right for one event with a
 * mistake in it and wrong for half a file, and it frees components that stand in each other by calling itself. */

#define DEEPEST 8
#define MOST_COMPONENTS 20000

typedef struct
{
  GPtrArray *open;      /* (element-type utf8): the components that have begun */
  guint line;
  guint n_components;
} Scan;

static const char *
skip_mark (const char *bytes,
           gsize      *length)
{
  static const char mark[] = "\xef\xbb\xbf";

  if (*length < 3 || memcmp (bytes, mark, 3) != 0)
    return bytes;
  *length -= 3;

  return bytes + 3;
}

/**
 * lamp_ical_is_one:
 * @bytes: a file
 * @length: its length
 *
 * Returns: whether it begins as a calendar of RFC 5545 does
 */
gboolean
lamp_ical_is_one (const char *bytes,
                  gsize       length)
{
  static const char begin[] = "BEGIN:VCALENDAR";

  bytes = skip_mark (bytes, &length);
  while (length > 0 && g_ascii_isspace (*bytes))
    {
      bytes++;
      length--;
    }

  return length >= strlen (begin) && g_ascii_strncasecmp (bytes, begin, strlen (begin)) == 0;
}

static gboolean
refuse (Scan        *self,
        const char  *sentence,
        GError     **error)
{
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT, C_("calendar", "Line %u: %s"), self->line, sentence);

  return FALSE;
}

static gboolean
take_line (Scan        *self,
           const char  *line,
           GError     **error)
{
  if (g_ascii_strncasecmp (line, "BEGIN:", 6) == 0)
    {
      if (self->open->len >= DEEPEST || ++self->n_components > MOST_COMPONENTS)
        return refuse (self, _("this calendar has too many parts to be read."), error);
      g_ptr_array_add (self->open, g_strstrip (g_ascii_strup (line + 6, -1)));
    }
  else if (g_ascii_strncasecmp (line, "END:", 4) == 0)
    {
      g_autofree char *name = g_strstrip (g_ascii_strup (line + 4, -1));

      if (self->open->len == 0 || strcmp (name, self->open->pdata[self->open->len - 1]) != 0)
        return refuse (self, _("this calendar is damaged: a part ends that has not begun."), error);
      g_ptr_array_set_size (self->open, (int) self->open->len - 1);
    }

  return TRUE;
}

static gboolean
scan (const char  *text,
      GError     **error)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Scan self = { .open = open };

  for (guint i = 0; lines[i] != NULL; i++)
    {
      self.line = i + 1;
      if (!take_line (&self, lines[i], error))
        return FALSE;
    }
  if (open->len > 0)
    return refuse (&self, _("this calendar is cut off before its end; get the file again."), error);

  return TRUE;
}

/* Lines end as they do here, whatever system they come from. */
static char *
normalize_lines (const char *bytes,
                 gsize       length)
{
  GString *text = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (bytes[i] != '\r')
      g_string_append_c (text, bytes[i]);
    else if (i + 1 == length || bytes[i + 1] != '\n')
      g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/* A line that begins with a space goes on where the last one ended, be it in the middle of a character. */
static void
unfold (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (from[0] == '\n' && (from[1] == ' ' || from[1] == '\t'))
      from++;
    else
      *to++ = *from;
  *to = '\0';
}

/**
 * lamp_ical_check:
 * @bytes: a file
 * @length: its length
 * @error: where to put an error
 *
 * Looks whether a file is a whole calendar in UTF-8 that can be read without harm.
 *
 * Returns: (transfer full) (nullable): its text, unfolded, with lines that end in a line feed; %NULL with one sentence
 */
char *
lamp_ical_check (const char  *bytes,
                 gsize        length,
                 GError     **error)
{
  g_autofree char *text = NULL;

  if (length > LAMP_ICAL_MOST_BYTES)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_TOO_LARGE,
                   _("The file is larger than any school calendar: over 8 MB."));
      return NULL;
    }
  if (!lamp_ical_is_one (bytes, length))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT,
                   _("The file is no calendar: an .ics file begins with BEGIN:VCALENDAR."));
      return NULL;
    }
  bytes = skip_mark (bytes, &length);
  text = memchr (bytes, '\0', length) == NULL ? normalize_lines (bytes, length) : NULL;
  if (text != NULL && !scan (text, error))
    return NULL;
  if (text != NULL)
    unfold (text);
  if (text == NULL || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_UTF8,
                   _("The calendar is not in UTF-8; export it again in that encoding."));
      return NULL;
    }

  return g_steal_pointer (&text);
}
