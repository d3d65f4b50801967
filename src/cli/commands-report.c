/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "lamp-cli.h"
#include "lamp-protocols.h"
#include "lamp-report.h"

/* Paper: the agenda and the minutes of a meeting, and the protocols that come with the program. */

static char *format_word;

static const GOptionEntry format_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("What it looks like: text (as without it), markdown or html"),
    N_("FORMAT") },
  { NULL },
};

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

static LampExit
print_report (const char     *meeting,
              LampReportKind  kind)
{
  LampReportFormat format = LAMP_REPORT_TEXT;
  g_autoptr (LampStore) store = NULL;
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autofree char *report = NULL;
  GError *error = NULL;

  if (format_word != NULL && !lamp_report_format_parse (format_word, &format))
    return lamp_cli_misuse (_("There is no format “%s”. There are: text, markdown, html."), format_word);
  store = lamp_cli_open (LAMP_STORE_NONE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  snapshot = lamp_store_snapshot (store, &error);
  if (snapshot != NULL)
    report = lamp_report_meeting (snapshot, meeting, kind, format, &error);
  if (report == NULL)
    return lamp_cli_refuse (error);

  return print_bytes (report, strlen (report));
}

static LampExit
run_agenda (char **arguments)
{
  return print_report (arguments[0], LAMP_REPORT_AGENDA);
}

static LampExit
run_minutes (char **arguments)
{
  return print_report (arguments[0], LAMP_REPORT_MINUTES);
}

static LampExit
run_running_sheet (char **arguments)
{
  return print_report (arguments[0], LAMP_REPORT_RUNNING_SHEET);
}

static LampExit
run_timing (char **arguments)
{
  return print_report (arguments[0], LAMP_REPORT_TIMING);
}

static LampExit
print_protocol (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autoptr (GBytes) bytes = lamp_protocols_read_file (file, NULL);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no protocol “%s”."), name));
  text = g_bytes_get_data (bytes, &length);

  return print_bytes (text, length);
}

static LampExit
run_protocols (char **arguments)
{
  g_auto (GStrv) names = lamp_protocols_list_files ();

  if (arguments[0] != NULL)
    return print_protocol (arguments[0]);
  for (guint i = 0; names[i] != NULL; i++)
    g_print ("%.*s\n", (int) strcspn (names[i], "."), names[i]);

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_report[] = {
  { "agenda", N_("ID"), N_("Print the agenda of a meeting"), NULL, format_options, 1, 1, run_agenda },
  { "minutes", N_("ID"), N_("Print the minutes of a meeting, whatever its state"), NULL, format_options, 1, 1,
    run_minutes },
  { "running-sheet", N_("ID"), N_("Print what the facilitator of a meeting has in hand"), NULL, format_options, 1, 1,
    run_running_sheet },
  { "timing", N_("ID"), N_("Print the time planned and the time taken at a meeting"), NULL, format_options, 1, 1,
    run_timing },
  { "protocols", N_("[NAME]"), N_("Print the names of the protocols that come with the program, or one of them"),
    N_("What is printed of one is a file that can be changed and imported, so that a school can put in its own text."),
    NULL, 0, 1, run_protocols },
  { NULL },
};
