/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "lamp-cli-paper.h"
#include "lamp-protocols.h"
#include "lamp-report.h"

/* Paper: the agenda and the minutes of a meeting, and the protocols that come with the program. */

static char *format_word;
static char *paper_word;
static char *output;

static const GOptionEntry format_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_word, N_("What it looks like: text (as without it), markdown, html or pdf"),
    N_("FORMAT") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write it into this file instead of standard output"),
    N_("PATH") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_word, N_("Of a PDF: a4 or letter; without it, what is usual here"),
    N_("PAPER") },
  { NULL },
};

static GBytes *
make_report (LampStore         *store,
             const char        *meeting,
             LampReportKind     kind,
             LampReportFormat   format,
             LampPaperSize      size,
             GError           **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (store, error);
  g_autoptr (GPtrArray) document = NULL;
  char *text;

  if (snapshot != NULL)
    document = lamp_report_meeting_document (snapshot, meeting, kind, NULL, error);
  if (document == NULL)
    return NULL;
  if (format == LAMP_REPORT_PDF)
    {
      g_autofree char *author = lamp_report_dup_author (snapshot, meeting);
      LampPaperSetup setup;

      lamp_paper_setup_init (&setup, size);
      return lamp_cli_make_pdf (store, document, &setup, author, error);
    }
  text = lamp_report_format (document, format);

  return g_bytes_new_take (text, strlen (text));
}

static LampExit
print_report (const char     *meeting,
              LampReportKind  kind)
{
  LampReportFormat format = LAMP_REPORT_TEXT;
  LampPaperSize size = lamp_paper_size_get_usual ();
  g_autoptr (LampStore) store = NULL;
  g_autoptr (GBytes) report = NULL;
  GError *error = NULL;

  if (format_word != NULL && !lamp_report_format_parse (format_word, &format))
    return lamp_cli_misuse (_("There is no format “%s”. There are: text, markdown, html, pdf."), format_word);
  if (paper_word != NULL && !lamp_paper_size_parse (paper_word, &size))
    return lamp_cli_misuse (_("There is no paper “%s”. There are: a4, letter."), paper_word);
  store = lamp_cli_open (LAMP_STORE_NONE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  report = make_report (store, meeting, kind, format, size, &error);
  if (report == NULL)
    return lamp_cli_refuse (error);

  return lamp_cli_write (output, report);
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

  if (bytes == NULL)
    return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no protocol “%s”."), name));

  return lamp_cli_write (NULL, bytes);
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
