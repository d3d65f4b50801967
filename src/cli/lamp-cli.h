/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-import.h"
#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampExit:
 * @LAMP_EXIT_DONE: what was asked for is done
 * @LAMP_EXIT_REFUSED: it is not, and why is on standard error, as `code pointer: sentence` or `code: sentence`
 * @LAMP_EXIT_USAGE: the command line is wrong
 *
 * With what a command ends.
 */
typedef enum
{
  LAMP_EXIT_DONE = 0,
  LAMP_EXIT_REFUSED = 1,
  LAMP_EXIT_USAGE = 2,
} LampExit;

/**
 * LampCommand:
 * @name: the subcommand
 * @arguments: (nullable): what it takes, as help shows it
 * @summary: what it does, one line, marked for translation
 * @description: (nullable): what else there is to know, marked for translation
 * @options: its options, ended by a %NULL name; `--file` is added
 * @min_arguments: how many arguments it wants
 * @max_arguments: how many it takes
 * @run: does it
 *
 * A subcommand. A few of them share a file, which has a table of them, and the options' values as its variables: a
 * process runs one command once.
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  const char *description;
  const GOptionEntry *options;
  int min_arguments;
  int max_arguments;
  LampExit (*run) (char **arguments);
} LampCommand;

extern const LampCommand lamp_commands_agenda[];
extern const LampCommand lamp_commands_check[];
extern const LampCommand lamp_commands_calendar[];
extern const LampCommand lamp_commands_exchange[];
extern const LampCommand lamp_commands_file[];
extern const LampCommand lamp_commands_generate[];
extern const LampCommand lamp_commands_goals[];
extern const LampCommand lamp_commands_history[];
extern const LampCommand lamp_commands_look[];
extern const LampCommand lamp_commands_report[];
extern const LampCommand lamp_commands_table[];

LampExit    lamp_command_run      (const LampCommand *self,
                                   int                argc,
                                   char             **argv);

const char *lamp_cli_get_path     (void);
LampStore  *lamp_cli_open         (LampStoreFlags     flags);
LampExit    lamp_cli_refuse       (GError            *error);
LampExit    lamp_cli_refuse_as    (LampErrorCode      code,
                                   char              *message);
LampExit    lamp_cli_misuse       (const char        *format,
                                   ...) G_GNUC_PRINTF (1, 2);
void        lamp_cli_say          (const char        *format,
                                   ...) G_GNUC_PRINTF (1, 2);

G_END_DECLS
