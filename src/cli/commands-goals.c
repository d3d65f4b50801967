/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "lamp-cli-paper.h"
#include "lamp-goal-report.h"
#include "lamp-picture-write.h"

/* The goals on paper: report goals. */

static char *format_word;
static char *part_word;
static char *paper_word;
static char *poster_word;
static char *community;
static char *output;
static gboolean without_people;

static const GOptionEntry report_options[] = {
  { "format", 0, 0, G_OPTION_ARG_STRING, &format_word,
    N_("What it looks like: text (as without it), markdown, html, pdf, csv, svg or png"), N_("FORMAT") },
  { "part", 0, 0, G_OPTION_ARG_STRING, &part_word, N_("Only the tree, the outline or the coverage"), N_("PART") },
  { "community", 'c', 0, G_OPTION_ARG_STRING, &community, N_("Only the goals of this community and of its parts"),
    N_("ID") },
  { "without-people", 0, 0, G_OPTION_ARG_NONE, &without_people, N_("Leave out whose the goals are"), NULL },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write it into this file instead of standard output"),
    N_("PATH") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_word, N_("Of a PDF: a4 or letter; without it, what is usual here"),
    N_("PAPER") },
  { "poster", 0, 0, G_OPTION_ARG_STRING, &poster_word,
    N_("Of a PDF: the tree alone, on that many pages to glue together, such as 3x2"), N_("COLUMNSxROWS") },
  { NULL },
};

typedef struct
{
  LampGoalReportKind kind;
  LampPaperSetup setup;
  LampReportOptions options;
} Order;

/* "3x2": up to twenty each way, four hundred pages. */
static gboolean
parse_poster (LampPaperSetup *setup)
{
  char *rest;

  setup->poster_columns = (guint) strtoul (poster_word, &rest, 10);
  if (rest == poster_word || (*rest != 'x' && *rest != 'X') || !g_ascii_isdigit (rest[1]))
    return FALSE;
  setup->poster_rows = (guint) strtoul (rest + 1, &rest, 10);

  return *rest == '\0' && setup->poster_columns >= 1 && setup->poster_columns <= 20 && setup->poster_rows >= 1
         && setup->poster_rows <= 20;
}

static gboolean
parse_part (LampGoalReportKind *kind)
{
  static const char * const parts[] = { "all", "tree", "outline", "coverage" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (part_word != NULL ? part_word : "all", parts[i]) == 0)
      {
        *kind = (LampGoalReportKind) (LAMP_GOAL_REPORT_ALL + i);
        return TRUE;
      }

  return FALSE;
}

static GBytes *
take_text (char *text)
{
  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static GBytes *
make_document (LampStore         *store,
               LampSnapshot      *snapshot,
               const Order       *order,
               LampReportFormat   format,
               const char        *today,
               GError           **error)
{
  g_autoptr (GPtrArray) document = lamp_goal_report_document (snapshot, community, order->kind, &order->options, today,
                                                              error);
  const LampRow *row;

  if (document == NULL)
    return NULL;
  row = lamp_snapshot_find (snapshot, "communities", community);
  if (format == LAMP_REPORT_PDF)
    return lamp_cli_make_pdf (store, document, &order->setup, row != NULL ? lamp_row_get_title (row) : NULL, error);

  return take_text (lamp_report_format (document, format));
}

static GBytes *
make_picture (LampSnapshot  *snapshot,
              const Order   *order,
              const char    *today,
              GError       **error)
{
  g_autoptr (LampPicture) picture = lamp_goal_report_picture (snapshot, community, &order->options, today, error);

  if (picture == NULL)
    return NULL;

  return strcmp (format_word, "svg") == 0 ? lamp_picture_to_svg (picture, error) : lamp_picture_to_png (picture, error);
}

static GBytes *
make_report (LampStore    *store,
             const Order  *order,
             GError      **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (store, error);
  g_autofree char *today = lamp_clock_dup_today (lamp_store_get_clock (store));
  LampReportFormat format = LAMP_REPORT_TEXT;

  if (snapshot == NULL)
    return NULL;
  if (format_word == NULL || lamp_report_format_parse (format_word, &format))
    return make_document (store, snapshot, order, format, today, error);
  if (strcmp (format_word, "csv") == 0)
    return take_text (lamp_goal_report_csv (snapshot, community, &order->options, today, error));

  return make_picture (snapshot, order, today, error);
}

static LampExit
print_goals (const Order *order)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (GBytes) report = NULL;
  GError *error = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  report = make_report (store, order, &error);

  return report != NULL ? lamp_cli_write (output, report) : lamp_cli_refuse (error);
}

static LampExit
run_report (char **arguments)
{
  static const char * const formats[] = { "text", "markdown", "html", "pdf", "csv", "svg", "png", NULL };
  Order order = { .options = { .without_people = without_people } };
  LampPaperSize size = lamp_paper_size_get_usual ();

  if (strcmp (arguments[0], "goals") != 0)
    return lamp_cli_misuse (_("There is no report “%s”. There are: goals."), arguments[0]);
  if (format_word != NULL && !g_strv_contains (formats, format_word))
    return lamp_cli_misuse (_("There is no format “%s”. There are: text, markdown, html, pdf, csv, svg, png."),
                            format_word);
  if (!parse_part (&order.kind))
    return lamp_cli_misuse (_("There is no part “%s”. There are: all, tree, outline, coverage."), part_word);
  if (paper_word != NULL && !lamp_paper_size_parse (paper_word, &size))
    return lamp_cli_misuse (_("There is no paper “%s”. There are: a4, letter."), paper_word);
  lamp_paper_setup_init (&order.setup, size);
  lamp_paper_setup_turn (&order.setup);
  if (poster_word != NULL && !parse_poster (&order.setup))
    return lamp_cli_misuse (_("“%s” is no poster: say how many pages beside and below each other, such as 3x2."),
                            poster_word);
  if (poster_word != NULL)
    order.kind = LAMP_GOAL_REPORT_TREE;

  return print_goals (&order);
}

const LampCommand lamp_commands_goals[] = {
  { "report", N_("goals"), N_("Print the goals: their tree, their outline with checks, who works on which"),
    N_("Private individual goals are only counted. Of csv, svg and png the part is given: the outline, the tree.\n"
       "In CSV a cell that a spreadsheet would take for a formula (it begins with = + - @, a tab, a carriage return\n"
       "or an apostrophe) has an apostrophe in front: take one away to have back what was there."),
    report_options, 1, 1, run_report },
  { NULL },
};
