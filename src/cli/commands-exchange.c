/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "lamp-cli.h"
#include "lamp-cli-table.h"
#include "lamp-export.h"
#include "lamp-source.h"

/* JSON in and out: import, export, schema. */

static char *mode;
static gboolean dry_run;
static gboolean take_older;
static char *map;
static char *target;

static const GOptionEntry import_options[] = {
  { "mode", 'm', 0, G_OPTION_ARG_STRING, &mode,
    N_("How records meet those that are there: merge (the default: the newer wins), replace, copy"), N_("MODE") },
  { "dry-run", 'n', 0, G_OPTION_ARG_NONE, &dry_run, N_("Only say what would be done"), NULL },
  { "take-older", 0, 0, G_OPTION_ARG_NONE, &take_older,
    N_("Merge: take the imported record also where the file’s is newer"), NULL },
  { "map", 0, 0, G_OPTION_ARG_FILENAME, &map, N_("FILE is a table: this map says what its rows become"), N_("MAP") },
  { "community", 'c', 0, G_OPTION_ARG_STRING, &target, N_("With a map: the community that the rows belong to"),
    N_("ID") },
  { NULL },
};

static LampImportMode
parse_mode (void)
{
  static const struct { const char *name; LampImportMode mode; } modes[] = {
    { "merge", LAMP_IMPORT_MERGE }, { "replace", LAMP_IMPORT_REPLACE }, { "copy", LAMP_IMPORT_COPY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_strcmp0 (mode != NULL ? mode : "merge", modes[i].name) == 0)
      return modes[i].mode;

  return 0;
}

static gboolean
is_standard (const char *name)
{
  return name == NULL || strcmp (name, "-") == 0;
}

/* GIO's errors become ours: what a person named is not there. */
static GInputStream *
open_input (const char  *name,
            LampClock   *clock,
            char       **label,
            GStrv       *notes,
            GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *base = NULL;
  GInputStream *stream;

  if (is_standard (name))
    {
      *label = g_strdup (_("Import"));
      return g_unix_input_stream_new (STDIN_FILENO, FALSE);
    }
  file = g_file_new_for_commandline_arg (name);
  base = g_file_get_basename (file);
  /* Translators: %s is the name of a file; this is what Undo takes back */
  *label = g_strdup_printf (_("Import %s"), base);
  if (map != NULL)
    return lamp_cli_open_table (name, map, target, notes, error);
  stream = lamp_source_open (file, clock, notes, NULL, &local);
  if (stream == NULL)
    g_set_error_literal (error, LAMP_ERROR, local->domain == LAMP_ERROR ? local->code : LAMP_ERROR_NOT_FOUND,
                         local->message);

  return stream;
}

static void
remove_if_new (gboolean is_new)
{
  static const char * const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; is_new && i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (lamp_cli_get_path (), suffixes[i], NULL);

      g_unlink (name);
    }
}

static void
print_problems (GPtrArray *problems,
                guint64    n)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const LampProblem *problem = problems->pdata[i];

      g_printerr ("%s%s%s: %s\n", lamp_error_code_get_nick (problem->code), *problem->pointer != '\0' ? " " : "",
                  problem->pointer, problem->message);
    }
  if (n > problems->len)
    {
      g_autofree char *all = g_strdup_printf ("%" G_GUINT64_FORMAT, n);

      lamp_cli_say (_("… and more: %s problems in all."), all);
    }
}

static LampExit
report_import (const LampImportOptions *options,
               LampImportReport        *report,
               gboolean                 was_accepted,
               GError                  *error)
{
  g_autofree char *text = NULL;

  if (!was_accepted && report->n_problems == 0)
    return lamp_cli_refuse (error);
  g_clear_error (&error);
  if (!was_accepted)
    {
      print_problems (report->problems, report->n_problems);
      return LAMP_EXIT_REFUSED;
    }
  text = lamp_import_report_to_text (report);
  if (options->dry_run)
    g_print ("%s\n", _("Nothing has been written. It would be:"));
  g_print ("%s\n", text);
  if (report->backup != NULL)
    lamp_cli_say (_("A backup was taken first: %s"), report->backup);

  return LAMP_EXIT_DONE;
}

/* Makes sure that there is a file of ours to import into. */
static gboolean
prepare (void)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_CREATE);

  return store != NULL;
}

static LampExit
run_import (char **arguments)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (LampImportReport) report = NULL;
  g_autofree char *label = NULL;
  g_auto (GStrv) notes = NULL;
  gboolean is_new = !g_file_test (lamp_cli_get_path (), G_FILE_TEST_EXISTS);
  /* A table tells no times: what it says is wanted, whatever a clock said before. */
  LampImportOptions options = { .mode = parse_mode (), .dry_run = dry_run, .take_older = take_older || map != NULL,
                                .clock = clock };
  GError *error = NULL;
  gboolean was_accepted;

  if (options.mode == 0)
    return lamp_cli_misuse (_("There is no mode “%s”."), mode);
  if (map != NULL && (is_standard (arguments[0]) || options.mode != LAMP_IMPORT_MERGE))
    return lamp_cli_misuse (_("A map wants a table in a file, and merges it."));
  if (map != NULL && !prepare ())
    return LAMP_EXIT_REFUSED;
  stream = open_input (arguments[0], clock, &label, &notes, &error);
  if (stream == NULL)
    {
      remove_if_new (is_new);
      return lamp_cli_refuse (error);
    }
  if (!prepare ())
    return LAMP_EXIT_REFUSED;
  options.label = label;
  was_accepted = lamp_import_json (stream, lamp_cli_get_path (), &options, NULL, NULL, NULL, &report, &error);
  if (report != NULL)
    report->notes = g_steal_pointer (&notes);
  remove_if_new (is_new && (!was_accepted || dry_run));

  return report_import (&options, report, was_accepted, error);
}

static char *exported_at;
static char *community;
static gboolean without_people;
static gboolean without_private;

static const GOptionEntry export_options[] = {
  { "exported-at", 0, 0, G_OPTION_ARG_STRING, &exported_at, N_("Write this moment into the file instead of now"),
    N_("TIME") },
  { "community", 'c', 0, G_OPTION_ARG_STRING, &community, N_("Only this community, its parts and what belongs to them"),
    N_("ID") },
  { "without-people", 0, 0, G_OPTION_ARG_NONE, &without_people, N_("Leave out people and what is about one person"),
    NULL },
  { "without-private", 0, 0, G_OPTION_ARG_NONE, &without_private,
    N_("Leave out what is private: individual goals, journals, visits"), NULL },
  { NULL },
};

static void
print_summary (const LampExportSummary *summary)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; types[i] != NULL; i++)
    if (summary->per_type[i] > 0)
      g_string_append_printf (line, "%s%s %" G_GUINT64_FORMAT, line->len > 0 ? ", " : "", types[i]->name,
                              summary->per_type[i]);
  if (line->len == 0)
    g_string_append (line, _("nothing"));
  lamp_cli_say (_("Exported: %s."), line->str);
  if (summary->left_out_private > 0)
    {
      g_autofree char *n = g_strdup_printf ("%" G_GUINT64_FORMAT, summary->left_out_private);

      lamp_cli_say (_("Private records left out: %s."), n);
    }
}

/* Opening checks the file, and brings one of an older version up to date. */
static gboolean
check_file (void)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);

  return store != NULL;
}

static LampExit
run_export (char **arguments)
{
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  g_autoptr (LampExportSummary) summary = NULL;
  LampExportOptions options = { .exported_at = exported_at, .community = community, .without_people = without_people,
                                .with_private = !without_private, .clock = clock };
  GError *error = NULL;
  gboolean is_done;

  if (!check_file ())
    return LAMP_EXIT_REFUSED;
  if (is_standard (arguments[0]))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      is_done = lamp_export_json (lamp_cli_get_path (), stream, &options, NULL, NULL, NULL, &summary, &error);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (arguments[0]);

      is_done = lamp_export_json_to_file (lamp_cli_get_path (), file, &options, NULL, NULL, NULL, &summary, &error);
    }
  if (!is_done)
    return lamp_cli_refuse (error);
  print_summary (summary);

  return LAMP_EXIT_DONE;
}

static LampExit
run_schema (char **arguments)
{
  g_autofree char *schema = lamp_json_schema_to_text ();

  g_print ("%s", schema);

  return LAMP_EXIT_DONE;
}

const LampCommand lamp_commands_exchange[] = {
  { "import", N_("[FILE]"), N_("Read records from JSON or a roster: all of them, or none"),
    N_("Without FILE, or with “-”, JSON is read from standard input. A folder is read as a OneRoster 1.1 roster: staff by\n"
       "name, children only as groups by school and grade. When anything is wrong, nothing is written, and\n"
       "each problem is named with its code and its place. “replace” takes a backup first; “copy” brings the\n"
       "records in as new ones. With --map, FILE is a table (CSV): rows that cannot be read are left out and named."),
    import_options, 0, 1, run_import },
  { "export", N_("[JSON]"), N_("Write the records as JSON"),
    N_("Without JSON, or with “-”, they go to standard output. All of them are written, private ones too,\n"
       "unless an option says otherwise: look at what you pass on."),
    export_options, 0, 1, run_export },
  { "schema", NULL, N_("Print the JSON Schema of the format"), NULL, NULL, 0, 0, run_schema },
  { NULL },
};
