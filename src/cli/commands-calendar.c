/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "lamp-calendar-export.h"
#include "lamp-cli.h"
#include "lamp-closure-import.h"
#include "lamp-edit.h"

/* Calendars: days without school in, meetings out. */

static char *community;
static char *output;
static gboolean dry_run;
static gboolean with_past;

static const GOptionEntry closures_options[] = {
  { "community", 0, 0, G_OPTION_ARG_STRING, &community,
    N_("Whose school is closed on these days; without it, the topmost community"), N_("ID") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would be done"), NULL },
  { "past", 0, 0, G_OPTION_ARG_NONE, &with_past, N_("Take what is over too"), NULL },
  { NULL },
};

static const GOptionEntry calendar_options[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write it; without it, to standard output"),
    N_("FILE") },
  { NULL },
};

/* The community that is part of no other, the first of them by its identifier. */
static const char *
find_topmost (LampSnapshot *snapshot)
{
  GPtrArray *communities = lamp_snapshot_get (snapshot, "communities");

  for (guint i = 0; i < communities->len; i++)
    if (!lamp_row_has (communities->pdata[i], "parent"))
      return lamp_row_get_id (communities->pdata[i]);

  return NULL;
}

static const char *
choose_community (LampSnapshot  *snapshot,
                  GError       **error)
{
  const char *id = community != NULL ? community : find_topmost (snapshot);

  if (id != NULL && lamp_snapshot_find (snapshot, "communities", id) != NULL)
    return id;
  if (id == NULL)
    g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no community whose school could be closed."));
  else
    g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no community “%s”."), id);

  return NULL;
}

static void
print_found (const LampFoundClosure *found)
{
  const char *last = lamp_row_get_text (found->row, lamp_row_has (found->row, "ends_on") ? "ends_on" : "starts_on");

  g_print ("%s %s  %s (%s)\n", lamp_row_get_text (found->row, "starts_on"), last, lamp_row_get_title (found->row),
           lamp_closure_state_get_label (found->state));
}

static LampExit
take (LampStore         *store,
      LampClosureImport *import)
{
  LampEdit *edit = lamp_edit_new (store, _("Import Closures"));
  g_autoptr (LampEdit) owned = edit;
  guint n_taken = lamp_closure_import_count_chosen (import);
  GError *error = NULL;

  for (guint i = 0; i < import->found->len; i++)
    print_found (import->found->pdata[i]);
  if (!dry_run && n_taken > 0)
    {
      lamp_closure_import_apply (import, edit);
      if (!lamp_edit_commit (edit, &error))
        return lamp_cli_refuse (error);
    }
  lamp_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u closure taken, %u there already, %u over, %u that may be no holiday.",
                             "%u closures taken, %u there already, %u over, %u that may be no holiday.", n_taken),
                n_taken, lamp_closure_import_count (import, LAMP_CLOSURE_THERE),
                lamp_closure_import_count (import, LAMP_CLOSURE_PAST),
                lamp_closure_import_count (import, LAMP_CLOSURE_PART));
  if (dry_run)
    lamp_cli_say (_("Nothing was written."));

  return LAMP_EXIT_DONE;
}

static LampExit
run_closures (char **arguments)
{
  g_autoptr (LampStore) store = NULL;
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autoptr (LampClosureImport) import = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *today = NULL;
  const char *whose = NULL;
  GError *error = NULL;

  if (strcmp (arguments[0], "import") != 0)
    return lamp_cli_misuse (_("“%s” is not what can be done with closures: “closures import FILE”."), arguments[0]);
  store = lamp_cli_open (LAMP_STORE_NONE);
  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  today = lamp_clock_dup_today (lamp_store_get_clock (store));
  file = g_file_new_for_commandline_arg (strcmp (arguments[1], "-") == 0 ? "/dev/stdin" : arguments[1]);
  snapshot = lamp_store_snapshot (store, &error);
  if (snapshot != NULL)
    whose = choose_community (snapshot, &error);
  if (whose != NULL)
    import = lamp_closure_import_read (snapshot, whose, today, file, NULL, &error);
  if (import == NULL)
    return lamp_cli_refuse (error);
  for (guint i = 0; with_past && i < import->found->len; i++)
    {
      LampFoundClosure *found = import->found->pdata[i];

      found->chosen |= found->state == LAMP_CLOSURE_PAST;
    }

  return take (store, import);
}

static LampExit
write_text (const char *text)
{
  g_autoptr (GError) reason = NULL;

  if (output == NULL || strcmp (output, "-") == 0)
    {
      if (fwrite (text, 1, strlen (text), stdout) == strlen (text) && fflush (stdout) == 0)
        return LAMP_EXIT_DONE;
      return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_IO, _("Standard output cannot be written: %s."),
                                           g_strerror (errno)));
    }
  if (g_file_set_contents_full (output, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &reason))
    return LAMP_EXIT_DONE;

  return lamp_cli_refuse (g_error_new (LAMP_ERROR, LAMP_ERROR_IO, _("“%s” cannot be written: %s."), output,
                                       reason->message));
}

static LampExit
run_calendar (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autofree char *today = NULL;
  g_autofree char *text = NULL;
  GError *error = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  today = lamp_clock_dup_today (lamp_store_get_clock (store));
  snapshot = lamp_store_snapshot (store, &error);
  if (snapshot != NULL)
    text = lamp_calendar_export (snapshot, arguments[0], today, &error);
  if (text == NULL)
    return lamp_cli_refuse (error);

  return write_text (text);
}

const LampCommand lamp_commands_calendar[] = {
  { "closures", N_("import FILE"), N_("Take days without school from a calendar"),
    N_("FILE is a calendar (.ics) or a table (.csv) whose first row names “date” and “title”. What takes whole days\n"
       "is taken; importing it again changes nothing. No meeting of a series falls on these days."),
    closures_options, 2, 2, run_closures },
  { "calendar", N_("ID"), N_("Write a meeting or a series as a calendar (.ics)"),
    N_("Titles, places, purposes and agendas are written. People, goals, what is off the record and what was said are\n"
       "not."),
    calendar_options, 1, 1, run_calendar },
  { NULL },
};
