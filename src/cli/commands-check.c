/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "lamp-cli.h"
#include "lamp-edit.h"
#include "lamp-error.h"
#include "lamp-finding.h"

/* The checks: what they find, what is set aside, and what can be mended at once. */

static gboolean as_json;
static gboolean is_strict;
static gboolean show_all;
static gboolean show_figures;
static char *reason;

static const GOptionEntry check_options[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print JSON"), NULL },
  { "all", 'a', 0, G_OPTION_ARG_NONE, &show_all, N_("Print what has been set aside, too"), NULL },
  { "figures", 0, 0, G_OPTION_ARG_NONE, &show_figures,
    N_("Print the figures that are counted from the checks, and their formulas"), NULL },
  { "strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, N_("End with status 1 when a finding is an error"), NULL },
  { NULL },
};

static const GOptionEntry silence_options[] = {
  { "reason", 'r', 0, G_OPTION_ARG_STRING, &reason, N_("Why it is set aside"), N_("TEXT") },
  { NULL },
};

static LampPillarFigure figures[LAMP_N_PILLARS];
static LampKnowingDoing doing;

/* What the checks find in the file, and the figures; NULL after saying why there is nothing to say. */
static GPtrArray *
find_all (LampStore *store)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_store_get_clock (store));
  GError *error = NULL;
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (store, &error);

  if (snapshot == NULL)
    {
      lamp_cli_refuse (error);
      return NULL;
    }
  lamp_knowing_doing_count (&doing, snapshot, today);

  return lamp_checks_run (snapshot, today, figures);
}

/* Takes out what has been set aside, unless it was asked for. */
static guint
choose (GPtrArray *findings)
{
  guint n_silent = 0;

  for (guint i = 0; i < findings->len;)
    {
      const LampFinding *finding = findings->pdata[i];

      n_silent += finding->silence != NULL;
      if (finding->silence != NULL && !show_all)
        g_ptr_array_remove_index (findings, i);
      else
        i++;
    }

  return n_silent;
}

static gboolean
has_error (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (finding->check->severity == LAMP_SEVERITY_ERROR && finding->silence == NULL)
        return TRUE;
    }

  return FALSE;
}

static void
print_cell (const char *text)
{
  g_autofree char *cell = g_strdup (text);

  g_print ("%s", g_strdelimit (cell, "\t\n\r", ' '));
}

static void
print_finding (const LampFinding *finding)
{
  g_print ("%s\t%s\t%s\t", finding->check->code, finding->type != NULL ? finding->type->name : "",
           finding->id != NULL ? finding->id : "");
  print_cell (finding->what);
  if (finding->silence != NULL)
    {
      /* Translators: marks a finding that has been set aside; the reason follows */
      g_print ("\t%s ", _("set aside:"));
      print_cell (finding->reason);
    }
  g_print ("\n");
}

static void
print_findings (GPtrArray *findings)
{
  if (as_json)
    {
      g_autofree char *json = lamp_findings_to_json (findings);

      g_print ("%s\n", json);
      return;
    }
  for (guint i = 0; i < findings->len; i++)
    print_finding (findings->pdata[i]);
}

static void
say_numbers (guint n_findings,
             guint n_silent)
{
  lamp_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u finding.", "%u findings.", n_findings), n_findings);
  if (n_silent > 0)
    lamp_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u set aside.", "%u set aside.", n_silent), n_silent);
}

static void
print_figure (LampPillar pillar)
{
  g_autofree char *formula = lamp_pillar_dup_formula (pillar);

  /* Translators: a pillar, how many places keep the rules, how many were judged, and how that is counted. */
  g_print (_("%s: %u of %u\n%s\n\n"), lamp_pillar_get_label (pillar), figures[pillar].kept, figures[pillar].judged,
           formula);
}

static void
print_figures (void)
{
  g_autofree char *words = lamp_knowing_doing_dup_words (&doing);
  g_autofree char *formula = lamp_knowing_doing_dup_formula ();
  g_autofree char *json = as_json ? lamp_figures_to_json (figures, &doing) : NULL;

  if (json != NULL)
    {
      g_print ("%s\n", json);
      return;
    }
  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    print_figure ((LampPillar) i);
  g_print ("%s: %s\n%s\n", _("From knowing to doing"), words, formula);
}

static LampExit
run_check (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (GPtrArray) findings = store != NULL ? find_all (store) : NULL;
  guint n_findings, n_silent;

  if (findings == NULL)
    return LAMP_EXIT_REFUSED;
  n_findings = findings->len;
  n_silent = choose (findings);
  if (show_figures)
    print_figures ();
  else
    print_findings (findings);
  if (!as_json && !show_figures)
    say_numbers (n_findings - n_silent, n_silent);

  return is_strict && has_error (findings) ? LAMP_EXIT_REFUSED : LAMP_EXIT_DONE;
}

/* The finding of a check about a record, or about the whole file when @id is NULL. */
static const LampFinding *
find_one (GPtrArray  *findings,
          const char *code,
          const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (g_str_equal (finding->check->code, code) && g_strcmp0 (finding->id, id) == 0)
        return finding;
    }

  return NULL;
}

static LampExit
refuse_unknown (const char *code,
                const char *id)
{
  if (lamp_check_find (code) == NULL)
    return lamp_cli_refuse_as (LAMP_ERROR_NOT_FOUND, g_strdup_printf (_("There is no check “%s”."), code));
  if (id == NULL)
    return lamp_cli_refuse_as (LAMP_ERROR_NOT_FOUND,
                               g_strdup_printf (_("The check “%s” finds nothing in the file as a whole."), code));

  return lamp_cli_refuse_as (LAMP_ERROR_NOT_FOUND,
                             g_strdup_printf (_("The check “%s” finds nothing about “%s”."), code, id));
}

static LampExit
commit (LampEdit *edit)
{
  GError *error = NULL;

  return lamp_edit_commit (edit, &error) ? LAMP_EXIT_DONE : lamp_cli_refuse (error);
}

static LampExit
run_silence (char **arguments)
{
  g_autoptr (LampStore) store = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (LampEdit) edit = NULL;
  g_autofree char *today = NULL;
  const LampFinding *finding;

  if (reason == NULL || *g_strstrip (reason) == '\0')
    return lamp_cli_misuse (_("Say why with --reason: it is what others will read."));
  store = lamp_cli_open (LAMP_STORE_NONE);
  findings = store != NULL ? find_all (store) : NULL;
  if (findings == NULL)
    return LAMP_EXIT_REFUSED;
  finding = find_one (findings, arguments[0], arguments[1]);
  if (finding == NULL)
    return refuse_unknown (arguments[0], arguments[1]);
  if (finding->silence != NULL)
    return lamp_cli_refuse_as (LAMP_ERROR_REFUSED,
                               g_strdup_printf (_("It has been set aside already: %s"), finding->reason));
  today = lamp_clock_dup_today (lamp_store_get_clock (store));
  edit = lamp_edit_new (store, _("Set Finding Aside"));
  lamp_edit_insert (edit, lamp_finding_to_silence (finding, reason, today));

  return commit (edit);
}

/* By the records themselves and not by what is found: what is set aside may have been mended since. */
static LampExit
run_unsilence (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (GListModel) silences = NULL;
  g_autoptr (LampEdit) edit = NULL;

  if (store == NULL)
    return LAMP_EXIT_REFUSED;
  silences = lamp_store_list (store, "silences");
  edit = lamp_edit_new (store, _("Bring Finding Back"));
  for (guint i = 0; i < g_list_model_get_n_items (silences); i++)
    {
      g_autoptr (LampRecord) silence = g_list_model_get_item (silences, i);

      if (g_strcmp0 (lamp_record_get_text (silence, "code"), arguments[0]) == 0
          && g_strcmp0 (lamp_record_get_text (silence, "record"), arguments[1]) == 0)
        lamp_edit_delete (edit, silence);
    }
  if (lamp_edit_is_empty (edit))
    return lamp_cli_refuse_as (LAMP_ERROR_NOT_FOUND,
                               g_strdup_printf (_("No finding of “%s” has been set aside there."), arguments[0]));

  return commit (edit);
}

static LampExit
run_mend (char **arguments)
{
  g_autoptr (LampStore) store = lamp_cli_open (LAMP_STORE_NONE);
  g_autoptr (GPtrArray) findings = store != NULL ? find_all (store) : NULL;
  g_autoptr (LampRecord) record = NULL;
  g_autoptr (LampEdit) edit = NULL;
  const LampFinding *finding;
  GError *error = NULL;
  LampRow *row;

  if (findings == NULL)
    return LAMP_EXIT_REFUSED;
  finding = find_one (findings, arguments[0], arguments[1]);
  if (finding == NULL)
    return refuse_unknown (arguments[0], arguments[1]);
  if (finding->fix == NULL)
    return lamp_cli_refuse_as (LAMP_ERROR_REFUSED,
                               g_strdup_printf (_("This takes a person: %s"), lamp_check_get_action (finding->check)));
  record = lamp_store_find (store, finding->fix->type->name, finding->fix->id);
  row = lamp_fix_apply (finding->fix, lamp_record_get_row (record), &error);
  if (row == NULL)
    return lamp_cli_refuse (error);
  edit = lamp_edit_new (store, finding->fix->label);
  lamp_edit_replace (edit, row);
  lamp_cli_say ("%s", finding->fix->label);

  return commit (edit);
}

const LampCommand lamp_commands_check[] = {
  { "check", NULL, N_("Hold the records against the rules of the practice"),
    N_("Findings are advice: the exit status is 0 whether or not there are any, unless --strict is given."),
    check_options, 0, 0, run_check },
  { "mend", N_("CODE ID"), N_("Mend a finding at once, where that is safe"), NULL, NULL, 2, 2, run_mend },
  { "silence", N_("CODE [ID]"), N_("Set a finding aside, with the reason"),
    N_("Without ID it is the finding about the file as a whole. It is kept in the file and can be undone."),
    silence_options, 1, 2, run_silence },
  { "unsilence", N_("CODE [ID]"), N_("Bring back a finding that was set aside"), NULL, NULL, 1, 2, run_unsilence },
  { NULL },
};
