/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-csv-write.h"

#include <string.h>

/* A spreadsheet takes a cell that begins with one of these for a formula and reckons it, whatever quotes are around it
 * (OWASP, CSV Injection). An apostrophe in front makes it a text; so that taking it away again gives back what was
 * there, a text that begins with an apostrophe gets one, too. */
#define DANGEROUS "=+-@\t\r'"

static gboolean
is_dangerous (const char *text)
{
  return *text != '\0' && strchr (DANGEROUS, *text) != NULL;
}

/**
 * lamp_csv_guard:
 * @text: a text
 *
 * Returns: (transfer full): the text, which no spreadsheet takes for a formula
 */
char *
lamp_csv_guard (const char *text)
{
  return g_strconcat (is_dangerous (text) ? "'" : "", text, NULL);
}

/**
 * lamp_csv_unguard:
 * @text: what lamp_csv_guard() made
 *
 * Returns: (transfer full): what it was made of
 */
char *
lamp_csv_unguard (const char *text)
{
  return g_strdup (*text == '\'' && is_dangerous (text + 1) ? text + 1 : text);
}

static void
append_cell (GString    *out,
             const char *text)
{
  g_autofree char *guarded = lamp_csv_guard (text);

  if (strpbrk (guarded, "\",;\t\r\n'") == NULL)
    {
      g_string_append (out, guarded);
      return;
    }
  g_string_append_c (out, '"');
  for (const char *at = guarded; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *at);
    }
  g_string_append_c (out, '"');
}

/**
 * lamp_csv_append_row:
 * @out: where to
 * @cells: texts, ended by %NULL
 *
 * Adds a row of comma-separated values as RFC 4180 has them, none of which starts a formula.
 */
void
lamp_csv_append_row (GString            *out,
                     const char * const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, cells[i]);
    }
  g_string_append (out, "\r\n");
}
