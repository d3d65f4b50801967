/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "lamp-cli.h"
#include "lamp-generate.h"
#include "lamp-loader.h"

/* A plausible district, for benchmarks and for trying things out. */

static LampGenerateOptions options = { .people = 200, .goals = 120, .meetings = 60, .seed = 1 };

static const GOptionEntry generate_options[] = {
  { "people", 'p', 0, G_OPTION_ARG_INT, &options.people, N_("How many people and groups; 200 if not given"), N_("N") },
  { "goals", 'g', 0, G_OPTION_ARG_INT, &options.goals, N_("How many goals; 120 if not given"), N_("N") },
  { "meetings", 'm', 0, G_OPTION_ARG_INT, &options.meetings, N_("How many meetings; 60 if not given"), N_("N") },
  { "seed", 's', 0, G_OPTION_ARG_INT, &options.seed, N_("The same seed makes the same records; 1 if not given"),
    N_("N") },
  { NULL },
};

static gboolean
put_row (const LampRow  *row,
         gpointer        data,
         GError        **error)
{
  LampPut put;

  return lamp_loader_put (data, row, TRUE, &put, error);
}

static gboolean
count_row (const LampRow  *row,
           gpointer        data,
           GError        **error)
{
  guint64 *n = data;

  (*n)++;

  return TRUE;
}

static gboolean
load (guint64   n_rows,
      GError  **error)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  g_autoptr (LampLoader) loader = lamp_loader_new (lamp_cli_get_path (), clock, _("Generate"), n_rows, error);

  return loader != NULL && lamp_generate (&options, put_row, loader, error) && lamp_loader_commit (loader, error);
}

static LampExit
run_generate (char **arguments)
{
  g_autoptr (LampStore) store = NULL;
  g_autofree char *count = NULL;
  GError *error = NULL;
  guint64 n_rows = 0;

  if (options.people < 0 || options.goals < 0 || options.meetings < 0)
    return lamp_cli_misuse (_("A number of records is 0 or more."));
  store = lamp_cli_open (LAMP_STORE_CREATE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  lamp_generate (&options, count_row, &n_rows, NULL);
  if (!load (n_rows, &error))
    return lamp_cli_refuse (error);
  count = g_strdup_printf ("%" G_GUINT64_FORMAT, n_rows);
  /* Translators: %s is a number of records */
  lamp_cli_say (_("Generated %s records."), count);

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_generate[] = {
  { "generate", NULL, N_("Fill the file with a plausible, made-up district"), NULL, generate_options, 0, 0,
    run_generate },
  { NULL },
};
