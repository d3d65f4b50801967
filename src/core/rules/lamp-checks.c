/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"

static const LampRule * const areas[] = {
  lamp_rules_alignment,
  lamp_rules_goals,
  lamp_rules_community,
  lamp_rules_meetings,
};

static GPtrArray *
list_checks (void)
{
  GPtrArray *checks = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    for (const LampRule *rule = areas[i]; rule->check.code != NULL; rule++)
      g_ptr_array_add (checks, (gpointer) &rule->check);
  g_ptr_array_add (checks, NULL);

  return checks;
}

/**
 * lamp_checks_get_all:
 * @n_checks: (out) (optional): how many there are
 *
 * Returns: (transfer none) (array zero-terminated=1): every check, ended by %NULL
 */
const LampCheck * const *
lamp_checks_get_all (guint *n_checks)
{
  static GPtrArray *checks;

  if (g_once_init_enter_pointer (&checks))
    g_once_init_leave_pointer (&checks, list_checks ());
  if (n_checks != NULL)
    *n_checks = checks->len - 1;

  return (const LampCheck * const *) checks->pdata;
}

/**
 * lamp_check_find:
 * @code: (nullable): a stable code, such as "G-ORPHAN"
 *
 * Returns: (transfer none) (nullable): the check of that code
 */
const LampCheck *
lamp_check_find (const char *code)
{
  for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
    if (g_strcmp0 ((*check)->code, code) == 0)
      return *check;

  return NULL;
}

void
lamp_judging_keep (LampJudging *self)
{
  self->figures[self->check->pillar].judged++;
  self->figures[self->check->pillar].kept++;
}

/* Takes @what. @row is NULL for the whole file. */
void
lamp_judging_find (LampJudging   *self,
                   const LampRow *row,
                   char          *what)
{
  LampFinding *finding = g_new0 (LampFinding, 1);

  finding->check = self->check;
  finding->type = row != NULL ? row->type : NULL;
  finding->id = row != NULL ? g_strdup (lamp_row_get_id (row)) : NULL;
  finding->what = what;
  g_ptr_array_add (self->findings, finding);
  self->figures[self->check->pillar].judged++;
}

/* Whether a membership holds today: it has begun and not ended. */
gboolean
lamp_is_member_now (const LampRow *membership,
                    const char    *today)
{
  const char *since = lamp_row_get_text (membership, "since");
  const char *until = lamp_row_get_text (membership, "until");

  return (since == NULL || g_strcmp0 (since, today) <= 0) && (until == NULL || g_strcmp0 (until, today) >= 0);
}

/* By gravity, code and identifier; findings that share all three stay in the order they were found. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const LampFinding *left = *(const LampFinding * const *) a;
  const LampFinding *right = *(const LampFinding * const *) b;
  int order = (int) left->check->severity - (int) right->check->severity;

  if (order == 0)
    order = g_strcmp0 (left->check->code, right->check->code);
  if (order == 0)
    order = g_strcmp0 (left->id, right->id);

  return order;
}

/**
 * lamp_checks_run:
 * @snapshot: what is judged; the order of its rows does not matter
 * @today: the day on which it is judged, "YYYY-MM-DD"
 * @figures: (out caller-allocates) (array fixed-size=3) (optional): a figure for each pillar, by [enum@Pillar]
 *
 * Holds a file against every check, in time that grows with its size and no faster.
 *
 * Each check names the records it can judge: a check on owners judges every goal that is not dropped, a check on
 * overlong meetings every meeting that is not closed. A pillar's figure counts, over all checks of that pillar, such
 * judgements (`judged`) and those in which the rule holds (`kept`), so that `judged - kept` is the number of findings
 * that the figure opens. A record judged by two checks counts twice. Where nothing can be judged both are 0 and there
 * is no figure to show. Nobody rates themselves, and no figure belongs to a person (practice S26, S85).
 *
 * Returns: (transfer full) (element-type LampFinding): what was found, the gravest first, then by code and identifier
 */
GPtrArray *
lamp_checks_run (LampSnapshot     *snapshot,
                 const char       *today,
                 LampPillarFigure *figures)
{
  g_autoptr (LampForest) goals = NULL;
  LampJudging judging = { .snapshot = snapshot, .today = today };

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  judging.goals = goals = lamp_forest_new (snapshot, "goals", "parent");
  judging.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_finding_free);
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    for (const LampRule *rule = areas[i]; rule->check.code != NULL; rule++)
      {
        judging.check = &rule->check;
        rule->judge (&judging);
      }
  g_ptr_array_sort (judging.findings, compare_findings);
  for (guint i = 0; figures != NULL && i < LAMP_N_PILLARS; i++)
    figures[i] = judging.figures[i];

  return judging.findings;
}
