/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "lamp-cli.h"
#include "lamp-locale.h"

static const LampCommand * const tables[] = {
  lamp_commands_file, lamp_commands_exchange, lamp_commands_look, lamp_commands_check, lamp_commands_report,
  lamp_commands_table, lamp_commands_agenda, lamp_commands_calendar, lamp_commands_goals,
  lamp_commands_history, lamp_commands_generate,
};

static const LampCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const LampCommand *command = tables[i]; command->name != NULL; command++)
      if (strcmp (command->name, name) == 0)
        return command;

  return NULL;
}

static void
print_help (void)
{
  g_print ("%s\n  lamplighter-cli %s\n\n%s\n\n%s\n", _("Usage:"), _("COMMAND [OPTION…]"),
           _("Works on the records of learning communities without a window."), _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const LampCommand *command = tables[i]; command->name != NULL; command++)
      g_print ("  %-14s %s\n", command->name, _(command->summary));
  g_print ("\n%s\n", _("“lamplighter-cli COMMAND --help” tells more. “-” stands for standard input or output.\n"
                       "Exit status: 0 done, 1 refused, 2 wrong usage."));
}

int
main (int    argc,
      char **argv)
{
  const LampCommand *command;

  lamp_locale_init (LOCALEDIR);
  g_set_prgname ("lamplighter-cli");
  if (argc < 2)
    return lamp_cli_misuse (_("A command is missing."));
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return LAMP_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("lamplighter-cli %s\n", PACKAGE_VERSION);
      return LAMP_EXIT_DONE;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    return lamp_cli_misuse (_("There is no command “%s”."), argv[1]);

  return lamp_command_run (command, argc - 1, argv + 1);
}
