/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cli-paper.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "lamp-date.h"

/* Bytes as they are: a page says of itself that it is UTF-8, whatever the terminal's encoding. */
static LampExit
print_bytes (const char *bytes,
             gsize       length)
{
  if (fwrite (bytes, 1, length, stdout) == length && fflush (stdout) == 0)
    return LAMP_EXIT_DONE;

  return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_IO, _("Standard output cannot be written: %s."),
                                       g_strerror (errno)));
}

/**
 * lamp_cli_write:
 * @output: (nullable): the name of a file; %NULL or "-" for standard output
 * @bytes: what to write
 *
 * Writes a report where it was asked for: a file aside, then renamed into its place.
 *
 * Returns: with what to end
 */
LampExit
lamp_cli_write (const char *output,
                GBytes     *bytes)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (output == NULL || strcmp (output, "-") == 0)
    return print_bytes (data, length);
  file = g_file_new_for_commandline_arg (output);
  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, NULL, &error))
    return LAMP_EXIT_DONE;

  return lamp_cli_refuse (g_error_new_literal (LAMP_ERROR, LAMP_ERROR_IO, error->message));
}

/**
 * lamp_cli_make_pdf:
 * @store: whose clock says when it is made
 * @document: a report
 * @setup: the paper
 * @author: (nullable): whose it is
 * @error: where to put an error of [error@Error]
 *
 * Returns: (transfer full) (nullable): the report as a PDF file
 */
GBytes *
lamp_cli_make_pdf (LampStore             *store,
                   LampDocument          *document,
                   const LampPaperSetup  *setup,
                   const char            *author,
                   GError               **error)
{
  LampClock *clock = lamp_store_get_clock (store);
  g_autofree char *now = lamp_clock_dup_instant (clock);
  g_autofree char *today = lamp_clock_dup_today (clock);
  g_autofree char *day = lamp_date_dup_display (today);
  LampPagesInfo info = { .author = author, .made_at = now };
  g_autoptr (LampPages) pages = lamp_pages_new (document, setup, day);

  if (!lamp_pages_finish (pages, NULL, NULL, NULL, error))
    return NULL;

  return lamp_pages_to_pdf (pages, &info, NULL, error);
}
