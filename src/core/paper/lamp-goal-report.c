/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-goal-chart.h"
#include "lamp-goal-coverage.h"
#include "lamp-goal-plan.h"
#include "lamp-picture-write.h"

/* How far a goal stands further in than what it supports. */
#define INDENT "\u2003"
#define INDENT_AT_MOST 6

static void
add_counts (LampGoalPlan *plan,
            LampDocument *document)
{
  guint counts[4] = { 0 };
  guint n_private = 0;

  for (guint i = 0; i < plan->nodes->len; i++)
    {
      const LampPlanNode *node = lamp_goal_plan_get (plan, i);

      counts[MIN (node->level, 3)] += node->goal != NULL;
      n_private += node->n_private;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *count = g_strdup_printf ("%u", counts[i]);

      if (counts[i] > 0)
        lamp_document_add_fact (document, lamp_goal_plan_get_level_label (i), count);
    }
  if (n_private > 0)
    {
      g_autofree char *count = g_strdup_printf ("%u", n_private);

      lamp_document_add_fact (document, _("Private, individual"), count);
    }
}

static void
add_head (LampGoalPlan *plan,
          LampDocument *document,
          const char   *today)
{
  const LampPillarFigure *figure = &plan->figures[LAMP_PILLAR_ALIGNMENT];
  g_autofree char *kept = g_strdup_printf (C_("report", "%u of %u places keep the rules"), figure->kept, figure->judged);
  g_autofree char *day = lamp_date_dup_display (today);
  g_autofree char *words = NULL;
  LampKnowingDoing doing;

  lamp_document_add_fact (document, C_("report", "As of"), day);
  add_counts (plan, document);
  if (plan->community == NULL && figure->judged > 0)
    lamp_document_add_fact (document, lamp_pillar_get_label (LAMP_PILLAR_ALIGNMENT), kept);
  lamp_knowing_doing_count (&doing, plan->snapshot, today);
  words = lamp_knowing_doing_dup_words (&doing);
  if (plan->community == NULL && doing.n_learned > 0)
    lamp_document_add_fact (document, C_("report", "From knowing to doing"), words);
}

static char *
dup_indented (LampGoalPlan       *plan,
              const LampPlanNode *node)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = lamp_goal_plan_dup_title (plan, node);

  for (guint i = 0; i < MIN (node->depth, INDENT_AT_MOST); i++)
    g_string_append (text, INDENT);
  g_string_append (text, title);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What is short stays on one line. */
static char *
dup_unbroken (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  return g_strjoinv ("\u00a0", words);
}

static void
add_goal (LampGoalPlan            *plan,
          LampDocument            *document,
          const LampPlanNode      *node,
          const LampReportOptions *options)
{
  g_autofree char *title = dup_indented (plan, node);
  g_autofree char *percent = lamp_goal_plan_dup_percent (plan, node);
  g_autofree char *date = node->goal != NULL ? lamp_date_dup_display (lamp_row_get_text (node->goal, "due")) : NULL;
  g_autofree char *due = dup_unbroken (date);
  g_autofree char *status = dup_unbroken (lamp_goal_plan_get_label (node, "status"));
  g_autofree char *progress = dup_unbroken (percent);
  const char *owner = options->without_people ? NULL : lamp_goal_plan_get_name (plan, node, "owner");

  lamp_document_add (document, LAMP_BLOCK_ROW, title, lamp_goal_plan_get_level_label (node->level),
                     owner != NULL ? owner : "", due, status, progress, lamp_goal_plan_get_codes (plan, node), NULL);
}

static void
add_outline (LampGoalPlan            *plan,
             LampDocument            *document,
             const LampReportOptions *options)
{
  lamp_document_add_heading (document, 2, C_("report", "Goals"));
  if (plan->nodes->len == 0)
    {
      lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, _("There are no goals yet."), NULL);
      return;
    }
  lamp_document_add (document, LAMP_BLOCK_COLUMNS, C_("report", "Goal"), C_("report", "Level"), C_("report", "Owner"),
                     C_("report", "Due"), C_("report", "Status"), C_("report", "Progress"), C_("report", "Checks"), NULL);
  for (guint i = 0; i < plan->nodes->len; i++)
    add_goal (plan, document, lamp_goal_plan_get (plan, i), options);
}

/* A rule that is not kept: what it is, why it matters, where it is not kept. */
static void
add_rule (LampGoalPlan    *plan,
          LampDocument    *document,
          const LampCheck *check)
{
  g_autofree char *heading = g_strdup_printf (C_("report", "%s (%s, %s)"), lamp_check_get_title (check), check->code,
                                              lamp_severity_get_label (check->severity));

  lamp_document_add_heading (document, 3, heading);
  lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, lamp_check_get_why (check), NULL);
  for (guint i = 0; i < plan->findings->len; i++)
    {
      const LampFinding *finding = plan->findings->pdata[i];

      if (finding->check == check)
        lamp_document_add (document, LAMP_BLOCK_POINT, finding->what, NULL);
    }
}

static gboolean
is_broken (LampGoalPlan    *plan,
           const LampCheck *check)
{
  for (guint i = 0; i < plan->findings->len; i++)
    if (((const LampFinding *) plan->findings->pdata[i])->check == check)
      return TRUE;

  return FALSE;
}

static void
add_findings (LampGoalPlan *plan,
              LampDocument *document)
{
  guint n_checks;
  const LampCheck * const *checks = lamp_checks_get_all (&n_checks);

  lamp_document_add_heading (document, 2, C_("report", "What to look at"));
  if (plan->findings->len == 0)
    lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, _("Nothing: these goals keep all the rules."), NULL);
  for (LampSeverity severity = LAMP_SEVERITY_ERROR; severity <= LAMP_SEVERITY_HINT; severity++)
    for (guint i = 0; i < n_checks; i++)
      if (checks[i]->severity == severity && is_broken (plan, checks[i]))
        add_rule (plan, document, checks[i]);
  if (plan->n_set_aside > 0)
    {
      g_autofree char *aside
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more has been set aside with a reason.",
                                        "%u more have been set aside with a reason.", plan->n_set_aside),
                           plan->n_set_aside);

      lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, aside, NULL);
    }
  if (plan->n_hidden > 0)
    {
      g_autofree char *hidden
        = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more is about a private goal and is not listed.",
                                        "%u more are about private goals and are not listed.", plan->n_hidden),
                           plan->n_hidden);

      lamp_document_add (document, LAMP_BLOCK_PARAGRAPH, hidden, NULL);
    }
}

static void
add_tree (LampGoalPlan            *plan,
          LampDocument            *document,
          const LampReportOptions *options)
{
  /* Translators: ltr, or rtl where the language is written from right to left */
  gboolean is_mirrored = g_str_equal (C_("text direction", "ltr"), "rtl");
  g_autoptr (LampPicture) picture = lamp_goal_chart_new (plan, options->without_people, is_mirrored);
  g_autofree char *words = lamp_goal_chart_dup_words (plan);

  lamp_picture_keep_svg (picture);
  lamp_document_add_picture (document, C_("report", "The tree of goals"), words, picture);
}

static void
add_title (LampGoalPlan *plan,
           LampDocument *document)
{
  g_autofree char *title = NULL;

  if (plan->community != NULL)
    // Translators: the heading of a report about goals; %s is the name of a community
    title = g_strdup_printf (_("Goals: %s"), lamp_row_get_title (plan->community));
  else
    title = g_strdup (_("Goals of all communities"));
  lamp_document_add_heading (document, 1, title);
}

/**
 * lamp_goal_report_document:
 * @snapshot: all that the file knows
 * @community: (nullable): the identifier of a community, whose goals and those of whose parts are meant; %NULL for all
 * @kind: what it tells
 * @options: (nullable): what stays here
 * @today: the day by which the rules are judged
 * @error: where to put an error of [error@Error]
 *
 * Writes a report of the goals. Private goals are a number in it, and not more.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL if there is no such community
 */
LampDocument *
lamp_goal_report_document (LampSnapshot             *snapshot,
                           const char               *community,
                           LampGoalReportKind        kind,
                           const LampReportOptions  *options,
                           const char               *today,
                           GError                  **error)
{
  static const LampReportOptions everything;
  g_autoptr (LampGoalPlan) plan = lamp_goal_plan_new (snapshot, community, today, error);
  LampDocument *document;

  g_return_val_if_fail (kind >= LAMP_GOAL_REPORT_ALL && kind <= LAMP_GOAL_REPORT_COVERAGE, NULL);

  if (plan == NULL)
    return NULL;
  if (options == NULL)
    options = &everything;
  document = lamp_document_new ();
  add_title (plan, document);
  if (kind != LAMP_GOAL_REPORT_TREE)
    add_head (plan, document, today);
  if (kind == LAMP_GOAL_REPORT_ALL || kind == LAMP_GOAL_REPORT_OUTLINE)
    {
      add_outline (plan, document, options);
      add_findings (plan, document);
    }
  if (kind == LAMP_GOAL_REPORT_ALL || kind == LAMP_GOAL_REPORT_COVERAGE)
    lamp_goal_coverage_write (plan, document);
  if (kind == LAMP_GOAL_REPORT_ALL || kind == LAMP_GOAL_REPORT_TREE)
    add_tree (plan, document, options);

  return document;
}

/**
 * lamp_goal_report_picture:
 * @snapshot: all that the file knows
 * @community: (nullable): the identifier of a community, or %NULL for all
 * @options: (nullable): what stays here
 * @today: the day by which the rules are judged
 * @error: where to put an error of [error@Error]
 *
 * Returns: (transfer full) (nullable): the tree of goals as a drawing, or %NULL if there is no such community
 */
LampPicture *
lamp_goal_report_picture (LampSnapshot             *snapshot,
                          const char               *community,
                          const LampReportOptions  *options,
                          const char               *today,
                          GError                  **error)
{
  g_autoptr (LampGoalPlan) plan = lamp_goal_plan_new (snapshot, community, today, error);

  if (plan == NULL)
    return NULL;

  /* Translators: ltr, or rtl where the language is written from right to left */
  return lamp_goal_chart_new (plan, options != NULL && options->without_people,
                              g_str_equal (C_("text direction", "ltr"), "rtl"));
}

/**
 * lamp_goal_report_dup_file_name:
 * @snapshot: all that the file knows
 * @community: (nullable): the identifier of a community, or %NULL for all
 * @today: the day
 * @suffix: what the name ends in, without the full stop
 *
 * Returns: (transfer full): a name for the file, such as "2026-11-22 Goals, Riverside.pdf"
 */
char *
lamp_goal_report_dup_file_name (LampSnapshot *snapshot,
                                const char   *community,
                                const char   *today,
                                const char   *suffix)
{
  const LampRow *row = community != NULL ? lamp_snapshot_find (snapshot, "communities", community) : NULL;
  g_autofree char *name = g_strdelimit (g_strdup (row != NULL ? lamp_row_get_title (row) : ""), "/\\:*?\"<>|\n\r\t", '-');
  g_autofree char *short_name = g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 60));

  if (row == NULL)
    // Translators: the name of a file: the day, then how the name ends
    return g_strdup_printf (_("%s Goals.%s"), today, suffix);

  // Translators: the name of a file: the day, the name of a community, how the name ends
  return g_strdup_printf (_("%s Goals, %s.%s"), today, short_name, suffix);
}
