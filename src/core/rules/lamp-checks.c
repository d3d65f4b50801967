/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"

#include <stdarg.h>

#include "lamp-alignment.h"
#include "lamp-date.h"

static const LampRule * const areas[] = {
  lamp_rules_alignment,
  lamp_rules_plan,
  lamp_rules_goals,
  lamp_rules_strategies,
  lamp_rules_community,
  lamp_rules_members,
  lamp_rules_cycles,
  lamp_rules_stages,
  lamp_rules_meetings,
  lamp_rules_conversation,
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
 * All that there is to read of a check is in it and in lamp_check_get_title (), _why () and _action (): what it looks for,
 * how grave that is, why it matters, where the practice says so, what to do, and whether it may be mended at once.
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

/* A code and the record that it is set aside for; a file as a whole has no record. */
static char *
make_key (const char *code,
          const char *id)
{
  return g_strconcat (code, " ", id, NULL);
}

static GHashTable *
find_silences (LampSnapshot *snapshot)
{
  GHashTable *silences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *rows = lamp_snapshot_get (snapshot, "silences");

  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *row = rows->pdata[i];
      const char *code = lamp_row_get_text (row, "code");

      if (code != NULL)
        g_hash_table_insert (silences, make_key (code, lamp_row_get_text (row, "record")), (gpointer) row);
    }

  return silences;
}

static const LampRow *
find_silence (LampJudging       *self,
              const LampFinding *finding)
{
  g_autofree char *key = make_key (finding->check->code, finding->id);

  return g_hash_table_lookup (self->silences, key);
}

void
lamp_judging_keep (LampJudging *self)
{
  self->figures[self->check->pillar].judged++;
  self->figures[self->check->pillar].kept++;
}

/* Takes @what, and with it the fix and the second record that have been named. @row is NULL for the whole file. */
void
lamp_judging_find (LampJudging   *self,
                   const LampRow *row,
                   char          *what)
{
  LampFinding *finding = g_new0 (LampFinding, 1);
  const LampRow *silence;

  finding->check = self->check;
  finding->type = row != NULL ? row->type : NULL;
  finding->id = row != NULL ? g_strdup (lamp_row_get_id (row)) : NULL;
  finding->other = self->other != NULL ? g_strdup (lamp_row_get_id (self->other)) : NULL;
  finding->what = what;
  finding->fix = g_steal_pointer (&self->fix);
  self->other = NULL;
  g_ptr_array_add (self->findings, finding);
  silence = find_silence (self, finding);
  if (silence == NULL)
    self->figures[self->check->pillar].judged++;
  else
    {
      finding->silence = g_strdup (lamp_row_get_id (silence));
      finding->reason = g_strdup (lamp_row_get_text (silence, "reason"));
    }
}

/* Says what is wrong with the row that is judged: `return lamp_judging_break (self, _("…"), …)`. */
LampVerdict
lamp_judging_break (LampJudging *self,
                    const char  *format,
                    ...)
{
  va_list arguments;

  g_assert (self->what == NULL);
  va_start (arguments, format);
  self->what = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  return LAMP_BROKEN;
}

/* Offers a fix with what is found next. Takes @fix, which may be NULL. */
void
lamp_judging_offer (LampJudging *self,
                    LampFix     *fix)
{
  g_assert (fix == NULL || self->check->can_mend);
  lamp_fix_free (self->fix);
  self->fix = fix;
}

/* Keeps a text until the next place is judged. Takes @text. */
const char *
lamp_judging_keep_text (LampJudging *self,
                        char        *text)
{
  g_ptr_array_add (self->names, text);

  return text;
}

/* What a person calls a row; the words of a private goal are nobody else's business. */
const char *
lamp_judging_name (LampJudging   *self,
                   const LampRow *row)
{
  if (g_str_equal (row->type->name, "goals"))
    return lamp_judging_keep_text (self, lamp_goal_dup_public_title (self->snapshot, row));

  return lamp_row_get_title (row);
}

/* The record that a reference leads to, or NULL. */
const LampRow *
lamp_judging_get (LampJudging   *self,
                  const LampRow *row,
                  const char    *field)
{
  const LampField *reference = &row->type->fields[lamp_record_type_find_field (row->type, field)];

  self->steps++;

  return lamp_snapshot_find (self->snapshot, reference->target, lamp_row_get_text (row, field));
}

/* The rows of a type that refer to @row. */
GPtrArray *
lamp_judging_list (LampJudging   *self,
                   const char    *type,
                   const char    *field,
                   const LampRow *row)
{
  GPtrArray *rows = lamp_snapshot_find_by (self->snapshot, type, field, lamp_row_get_id (row));

  self->steps += 1 + rows->len;

  return rows;
}

/* The day that was so many days ago; negative for one to come. */
const char *
lamp_judging_days_ago (LampJudging *self,
                       int          days)
{
  return lamp_judging_keep_text (self, lamp_date_add_days (self->today, -days));
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

gboolean
lamp_row_has_words (const LampRow *row,
                    const char    *field)
{
  const char *text = lamp_row_get_text (row, field);

  return text != NULL && *text != '\0';
}

/* A goal that somebody works on or will. */
gboolean
lamp_goal_is_live (const LampRow *goal)
{
  return !lamp_goal_is_finished (goal);
}

static void
judge_row (LampJudging    *self,
           const LampRule *rule,
           const LampRow  *row,
           guint           place)
{
  LampVerdict verdict = rule->judge_row (self, row, place);

  g_assert ((verdict == LAMP_BROKEN) == (self->what != NULL));
  if (verdict == LAMP_KEPT)
    lamp_judging_keep (self);
  else if (verdict == LAMP_BROKEN)
    lamp_judging_find (self, row, g_steal_pointer (&self->what));
  g_ptr_array_set_size (self->names, 0);
  g_clear_pointer (&self->fix, lamp_fix_free);
  self->other = NULL;
}

/* The one walk: a rule judges each row of its type, or finds its places by itself. */
static void
judge (LampJudging    *self,
       const LampRule *rule)
{
  GPtrArray *rows;

  self->check = &rule->check;
  if (rule->judge != NULL)
    {
      rule->judge (self);
      g_ptr_array_set_size (self->names, 0);
      return;
    }
  rows = lamp_snapshot_get (self->snapshot, rule->type);
  self->facts = rule->prepare != NULL ? rule->prepare (self) : NULL;
  self->steps += rows->len;
  for (guint i = 0; i < rows->len; i++)
    judge_row (self, rule, rows->pdata[i], i);
  g_clear_pointer (&self->facts, g_free);
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

/* As lamp_checks_run (), and counts the rows that it looks at. */
GPtrArray *
lamp_checks_run_counted (LampSnapshot     *snapshot,
                         const char       *today,
                         LampPillarFigure *figures,
                         guint64          *steps)
{
  g_autoptr (LampForest) goals = lamp_forest_new (snapshot, "goals", "parent");
  g_autoptr (GHashTable) silences = find_silences (snapshot);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  LampJudging judging = { .snapshot = snapshot, .today = today, .goals = goals, .silences = silences, .names = names };

  judging.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_finding_free);
  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    for (const LampRule *rule = areas[i]; rule->check.code != NULL; rule++)
      judge (&judging, rule);
  g_clear_pointer (&judging.only_goals, g_hash_table_unref);
  g_ptr_array_sort (judging.findings, compare_findings);
  for (guint i = 0; figures != NULL && i < LAMP_N_PILLARS; i++)
    figures[i] = judging.figures[i];
  if (steps != NULL)
    *steps = judging.steps;

  return judging.findings;
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
 * What has been set aside by a record of `silences` (the code, the identifier of the record or none for the whole file,
 * and a reason) is found all the same and says so; it counts in no figure.
 *
 * Returns: (transfer full) (element-type LampFinding): what was found, the gravest first, then by code and identifier
 */
GPtrArray *
lamp_checks_run (LampSnapshot     *snapshot,
                 const char       *today,
                 LampPillarFigure *figures)
{
  g_return_val_if_fail (LAMP_IS_SNAPSHOT (snapshot), NULL);
  g_return_val_if_fail (today != NULL, NULL);

  return lamp_checks_run_counted (snapshot, today, figures, NULL);
}
