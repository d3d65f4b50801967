/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cli.h"

#include <glib/gi18n.h>

static char *path;

static const GOptionEntry common_options[] = {
  { "file", 'f', 0, G_OPTION_ARG_FILENAME, &path, N_("Use this file instead of the usual one"), N_("PATH") },
  { NULL },
};

/**
 * lamp_cli_get_path:
 *
 * Returns: (transfer none): the file that the command works on
 */
const char *
lamp_cli_get_path (void)
{
  if (path == NULL)
    path = g_build_filename (g_get_user_data_dir (), "lamplighter", "community.lamplighter", NULL);

  return path;
}

static gboolean
make_folder (void)
{
  g_autofree char *folder = g_path_get_dirname (lamp_cli_get_path ());

  return g_file_test (folder, G_FILE_TEST_IS_DIR) || g_mkdir_with_parents (folder, 0700) == 0;
}

/**
 * lamp_cli_open:
 * @flags: how to open
 *
 * Opens the file that the command works on, and says so when it cannot be.
 *
 * Returns: (transfer full) (nullable): the store
 */
LampStore *
lamp_cli_open (LampStoreFlags flags)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  g_autoptr (GError) error = NULL;
  LampStore *store;

  if (flags & LAMP_STORE_CREATE)
    make_folder ();
  store = lamp_store_open (lamp_cli_get_path (), flags, clock, &error);
  if (store == NULL)
    lamp_cli_refuse (g_steal_pointer (&error));

  return store;
}

/**
 * lamp_cli_say:
 * @format: a printf() format for a translated sentence
 * @...: its arguments
 *
 * Tells the person something, on standard error: standard output is for data.
 */
void
lamp_cli_say (const char *format,
              ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", sentence);
}

/**
 * lamp_cli_refuse:
 * @error: (transfer full): why
 *
 * Says why something was not done.
 *
 * Returns: %LAMP_EXIT_REFUSED
 */
LampExit
lamp_cli_refuse (GError *error)
{
  g_autoptr (GError) owned = error;

  if (owned->domain == LAMP_ERROR)
    g_printerr ("%s: %s\n", lamp_error_code_get_nick ((LampErrorCode) owned->code), owned->message);
  else
    g_printerr ("%s: %s\n", lamp_error_code_get_nick (LAMP_ERROR_IO), owned->message);

  return LAMP_EXIT_REFUSED;
}

/**
 * lamp_cli_refuse_as:
 * @code: what kind of thing stands against it
 * @message: (transfer full): why, one translated sentence
 *
 * Says why something was not done.
 *
 * Returns: %LAMP_EXIT_REFUSED
 */
LampExit
lamp_cli_refuse_as (LampErrorCode  code,
                    char          *message)
{
  g_autofree char *owned = message;

  return lamp_cli_refuse (g_error_new_literal (LAMP_ERROR, (int) code, owned));
}

/**
 * lamp_cli_misuse:
 * @format: a printf() format for a translated sentence
 * @...: its arguments
 *
 * Says what is wrong with the command line.
 *
 * Returns: %LAMP_EXIT_USAGE
 */
LampExit
lamp_cli_misuse (const char *format,
                 ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s: %s\n", lamp_error_code_get_nick (LAMP_ERROR_USAGE), sentence);
  /* Translators: %s is a command that can be typed */
  g_printerr (_("Try “%s --help”."), g_get_prgname ());
  g_printerr ("\n");

  return LAMP_EXIT_USAGE;
}

static GOptionContext *
make_context (const LampCommand *self)
{
  GOptionContext *context = g_option_context_new (self->arguments);

  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, self->summary);
  if (self->description != NULL)
    g_option_context_set_description (context, self->description);
  if (self->options != NULL)
    g_option_context_add_main_entries (context, self->options, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common_options, GETTEXT_PACKAGE);

  return context;
}

/**
 * lamp_command_run:
 * @self: a command
 * @argc: how many words there are
 * @argv: the command's name and the words after it
 *
 * Reads the options and runs a command. With `--help` the process ends here.
 *
 * Returns: with what to end
 */
LampExit
lamp_command_run (const LampCommand  *self,
                  int                 argc,
                  char              **argv)
{
  g_autoptr (GOptionContext) context = make_context (self);
  g_autofree char *name = g_strdup_printf ("lamplighter-cli %s", self->name);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = g_strdupv (argv);

  g_set_prgname (name);
  if (!g_option_context_parse_strv (context, &words, &error))
    return lamp_cli_misuse ("%s", error->message);
  argc = (int) g_strv_length (words) - 1;
  if (argc < self->min_arguments)
    return lamp_cli_misuse (_("Something is missing: %s."), self->arguments);
  if (argc > self->max_arguments)
    return lamp_cli_misuse (_("“%s” is one argument too many."), words[self->max_arguments + 1]);

  return self->run (words + 1);
}
