/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "lamp-cli.h"

/* What has been done: undo, redo, history. */

static int limit = 20;

static const GOptionEntry history_options[] = {
  { "limit", 'l', 0, G_OPTION_ARG_INT, &limit, N_("How many steps to print; 20 if not given"), N_("N") },
  { NULL },
};

static LampExit
run_undo (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  if (!lamp_store_undo (store, &label, &error))
    return lamp_cli_refuse (error);
  lamp_cli_say (_("Undone: %s"), label);

  return LAMP_EXIT_DONE;
}

static LampExit
run_redo (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autofree char *label = NULL;
  GError *error = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  if (!lamp_store_redo (store, &label, &error))
    return lamp_cli_refuse (error);
  lamp_cli_say (_("Redone: %s"), label);

  return LAMP_EXIT_DONE;
}

static LampExit
run_history (char **arguments)
{
  g_autoptr (LampStore) store = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (limit < 1)
    return lamp_cli_misuse (_("The number of steps is 1 or more."));
  store = lamp_cli_open (LAMP_STORE_NONE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  steps = lamp_store_get_history (store, (guint) limit);
  for (guint i = 0; i < steps->len; i++)
    {
      const LampStep *step = steps->pdata[i];

      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%u\t%s\n", step->step, step->at, step->undone ? "undone" : "done",
               step->n_changes, step->label);
    }

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_history[] = {
  { "undo", NULL, N_("Take back the last step"), NULL, NULL, 0, 0, run_undo },
  { "redo", NULL, N_("Do again what was taken back"), NULL, NULL, 0, 0, run_redo },
  { "history", NULL, N_("Print what has been done, newest first"),
    N_("Each line has a step’s number, its moment, whether it is undone, how many records it changed, and its name."),
    history_options, 0, 0, run_history },
  { NULL },
};
