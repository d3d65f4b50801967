/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "lamp-cli.h"

/* The file as a whole: new, backup, verify, stats. */

static LampExit
run_new (char **arguments)
{
  g_autoptr (LampStore) store = NULL;

  if (g_file_test (lamp_cli_get_path (), G_FILE_TEST_EXISTS))
    return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_REFUSED, _("“%s” is there already; it stays as it is."),
                                         lamp_cli_get_path ()));
  store = lamp_cli_open (LAMP_STORE_CREATE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  lamp_cli_say (_("“%s” is ready."), lamp_cli_get_path ());

  return LAMP_EXIT_DONE;
}

static LampExit
run_backup (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  if (arguments[0] == NULL)
    made = lamp_store_backup_auto (store, "manual", &error);
  else if (lamp_store_backup (store, arguments[0], &error))
    made = g_strdup (arguments[0]);
  if (made == NULL)
    return lamp_cli_refuse (g_steal_pointer (&error));
  g_print ("%s\n", made);

  return LAMP_EXIT_DONE;
}

static LampExit
run_verify (char **arguments)
{
  g_autoptr (LampStore) store = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  if (arguments[0] != NULL)
    {
      if (!lamp_file_verify (arguments[0], &error))
        return lamp_cli_refuse (g_steal_pointer (&error));
      lamp_cli_say (_("“%s” is whole."), arguments[0]);
      return LAMP_EXIT_DONE;
    }
  store = lamp_cli_open (LAMP_STORE_NONE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  faults = lamp_store_verify (store, &error);
  if (faults == NULL)
    return lamp_cli_refuse (g_steal_pointer (&error));
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("%s: %s\n", lamp_error_code_get_nick (LAMP_ERROR_CORRUPT), (const char *) faults->pdata[i]);
  if (faults->len > 0)
    return LAMP_EXIT_REFUSED;
  lamp_cli_say (_("“%s” is whole."), lamp_cli_get_path ());

  return LAMP_EXIT_DONE;
}

static LampExit
run_stats (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  for (guint i = 0; types[i] != NULL; i++)
    {
      guint64 n = lamp_store_count (store, types[i]->name);

      if (n > 0)
        g_print ("%s\t%" G_GUINT64_FORMAT "\n", types[i]->name, n);
    }

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_file[] = {
  { "new", NULL, N_("Make an empty file"), NULL, NULL, 0, 0, run_new },
  { "backup", N_("[COPY]"), N_("Copy the file safely and print the copy’s name"),
    N_("Without COPY it goes into the folder “backups” beside the file, where old copies are thinned out."), NULL, 0, 1,
    run_backup },
  { "verify", N_("[COPY]"), N_("Check that the file, or a backup of it, is whole"), NULL, NULL, 0, 1, run_verify },
  { "stats", NULL, N_("Print how many records of each type there are"), NULL, NULL, 0, 0, run_stats },
  { NULL },
};
