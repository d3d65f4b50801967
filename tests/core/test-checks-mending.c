/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sample-checks.h"

/* What holds of the checks whatever a file says: a mended finding is gone and nothing graver is there instead, what is
 * set aside is still found, and the order of the records does not matter. And what is offered for single ones. */

#define DAY "2026-11-22T10:00:00.000Z"

/* A valid record of any type, as a file would take it: what has to be there is there, and references lead somewhere. */
static void
add_random (LampSnapshot         *snapshot,
            const LampRecordType *type,
            guint                 number,
            guint                 n_records)
{
  static const char * const words[] = { "Read", "daily", "write", "together", "with", "every", "student", "students" };
  g_autofree char *id = g_strdup_printf ("r%u", number);
  LampRow *row = sample_add (snapshot, type->name, id, "created_at", DAY, "modified_at", DAY, NULL);

  for (guint f = 1; f < type->n_fields; f++)
    {
      const LampField *field = &type->fields[f];
      gboolean is_acyclic = (field->flags & LAMP_ACYCLIC) != 0 && !g_str_equal (type->name, "goals");
      g_autofree char *other = g_strdup_printf ("r%d", g_test_rand_int_range (0, (int) (is_acyclic ? MAX (number, 1)
                                                                                                   : n_records)));
      g_autofree char *day = g_strdup_printf ("20%d-%02d-15", g_test_rand_int_range (25, 28), g_test_rand_int_range (1, 13));
      g_autofree char *text = g_strjoin (" ", words[g_test_rand_int_range (0, 8)], words[g_test_rand_int_range (0, 8)],
                                         words[g_test_rand_int_range (0, 8)], NULL);
      guint n_choices = 0;

      while (field->choices != NULL && field->choices[n_choices].nick != NULL)
        n_choices++;
      if ((field->flags & LAMP_REQUIRED) == 0 && g_test_rand_int_range (0, 4) == 0)
        continue;
      if (field->type == LAMP_FIELD_REF && !(is_acyclic && number == 0))
        lamp_row_set_text (row, field->name, other);
      else if (field->type == LAMP_FIELD_ENUM)
        lamp_row_set_text (row, field->name, field->choices[g_test_rand_int_range (0, (int) n_choices)].nick);
      else if (field->type == LAMP_FIELD_DATE)
        lamp_row_set_text (row, field->name, day);
      else if (field->type == LAMP_FIELD_BOOL)
        lamp_row_set_integer (row, field->name, g_test_rand_int_range (0, 2));
      else if (field->type == LAMP_FIELD_TEXT && (field->flags & LAMP_HIDDEN) == 0 && !g_str_has_suffix (field->name, "_at"))
        lamp_row_set_text (row, field->name, text);
    }
  if (g_str_equal (type->name, "problems"))
    lamp_row_unset (row, "resolved_on");
}

static LampSnapshot *
new_random (void)
{
  static const char * const types[] = { "communities", "people", "memberships", "goals", "goal_links", "measurements",
                                        "policies", "supports", "strategies", "cycles", "cycle_goals", "stages", "evidence",
                                        "problems" };
  LampSnapshot *snapshot = lamp_snapshot_new ();
  guint n_records = (guint) g_test_rand_int_range (1, 9);

  for (guint i = 0; i < n_records * G_N_ELEMENTS (types); i++)
    add_random (snapshot, lamp_schema_find (types[i / n_records]), i % n_records, n_records);

  return snapshot;
}

/* A copy with its rows the other way round, and one of them changed if @changed is given. */
static LampSnapshot *
copy_turned (LampSnapshot  *snapshot,
             const LampRow *changed)
{
  LampSnapshot *copy = lamp_snapshot_new ();
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint t = 0; t < n_types; t++)
    {
      GPtrArray *rows = lamp_snapshot_get (snapshot, types[t]->name);

      for (guint i = rows->len; i > 0; i--)
        {
          const LampRow *row = rows->pdata[i - 1];
          gboolean is_changed = changed != NULL && changed->type == row->type
                                && g_str_equal (lamp_row_get_id (changed), lamp_row_get_id (row));

          lamp_snapshot_take (copy, lamp_row_copy (is_changed ? changed : row));
        }
    }

  return copy;
}

static gboolean
has_finding (GPtrArray         *findings,
             const LampFinding *asked)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (finding->check == asked->check && g_strcmp0 (finding->id, asked->id) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
assert_mended (LampSnapshot      *snapshot,
               GPtrArray         *before,
               const LampFinding *finding)
{
  const LampRow *row = lamp_snapshot_find (snapshot, finding->fix->type->name, finding->fix->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (LampRow) mended = lamp_fix_apply (finding->fix, row, &error);
  g_autoptr (LampSnapshot) copy = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_no_error (error);
  copy = copy_turned (snapshot, mended);
  after = lamp_checks_run (copy, TODAY, NULL);
  if (has_finding (after, finding))
    g_error ("%s of %s is still there after “%s”", finding->check->code, finding->id, finding->fix->label);
  for (guint i = 0; i < after->len; i++)
    {
      const LampFinding *other = after->pdata[i];

      if (other->check->severity == LAMP_SEVERITY_ERROR && !has_finding (before, other))
        g_error ("“%s” for %s of %s brings %s of %s", finding->fix->label, finding->check->code, finding->id,
                 other->check->code, other->id);
    }
}

static void
each_fix_makes_its_finding_vanish_and_brings_no_contradiction (void)
{
  g_autoptr (GHashTable) mended = g_hash_table_new (NULL, NULL);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr (LampSnapshot) snapshot = new_random ();
      g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, TODAY, NULL);

      for (guint i = 0; i < findings->len; i++)
        {
          const LampFinding *finding = findings->pdata[i];

          if (finding->fix == NULL)
            continue;
          g_assert_true (finding->check->can_mend);
          assert_mended (snapshot, findings, finding);
          g_hash_table_add (mended, (gpointer) finding->check);
        }
    }
  for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
    if ((*check)->can_mend && !g_str_equal ((*check)->code, "B-TAME"))
      g_test_message ("%s was%s mended", (*check)->code, g_hash_table_contains (mended, *check) ? "" : " never");
}

static char *
to_line (const LampFinding *finding)
{
  return g_strdup_printf ("%s %s %s %s %s %s", finding->check->code, finding->id, finding->other, finding->what,
                          finding->fix != NULL ? finding->fix->id : NULL, finding->fix != NULL ? finding->fix->value : NULL);
}

static void
the_order_of_the_records_does_not_matter (void)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (LampSnapshot) snapshot = new_random ();
      g_autoptr (LampSnapshot) turned = copy_turned (snapshot, NULL);
      LampPillarFigure figures[LAMP_N_PILLARS], turned_figures[LAMP_N_PILLARS];
      g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, TODAY, figures);
      g_autoptr (GPtrArray) turned_findings = lamp_checks_run (turned, TODAY, turned_figures);

      for (guint i = 0; i < MIN (findings->len, turned_findings->len); i++)
        {
          g_autofree char *line = to_line (findings->pdata[i]);
          g_autofree char *turned_line = to_line (turned_findings->pdata[i]);

          g_assert_cmpstr (line, ==, turned_line);
        }
      g_assert_cmpuint (findings->len, ==, turned_findings->len);
      g_assert_cmpmem (figures, sizeof figures, turned_figures, sizeof turned_figures);
    }
}

static void
what_is_set_aside_is_found_all_the_same_and_nothing_else_is_silent (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LampSnapshot) snapshot = new_random ();
      g_autoptr (GPtrArray) before = lamp_checks_run (snapshot, TODAY, NULL);
      g_autoptr (GPtrArray) after = NULL;
      g_autoptr (GHashTable) aside = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < before->len; i++)
        {
          const LampFinding *finding = before->pdata[i];
          g_autofree char *key = g_strconcat (finding->check->code, " ", finding->id, NULL);
          g_autofree char *id = g_strdup_printf ("s%u", i);
          LampRow *silence;

          if (g_test_rand_bit () || !g_hash_table_add (aside, g_strdup (key)))
            continue;
          silence = lamp_finding_to_silence (finding, "Because", TODAY);
          lamp_row_set_text (silence, "id", id);
          lamp_snapshot_take (snapshot, silence);
        }
      after = lamp_checks_run (snapshot, TODAY, NULL);
      g_assert_cmpuint (after->len, ==, before->len);
      for (guint i = 0; i < after->len; i++)
        {
          const LampFinding *finding = after->pdata[i];
          g_autofree char *key = g_strconcat (finding->check->code, " ", finding->id, NULL);

          g_assert_true (has_finding (before, finding));
          g_assert_true ((finding->silence != NULL) == g_hash_table_contains (aside, key));
        }
    }
}

static const LampFix *
get_fix (GPtrArray  *findings,
         const char *code,
         const char *id)
{
  const LampFinding *finding = sample_find (findings, code, id);

  g_assert_nonnull (finding);

  return finding->fix;
}

static void
an_orphan_is_aligned_where_there_is_one_goal_above_alone (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "goals", "o", "community", "team", "level", "team", "title", "Alone", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (get_fix (findings, "G-ORPHAN", "o")->value, ==, "s");
  g_assert_cmpstr (get_fix (findings, "G-ORPHAN", "o")->label, ==, "Align with “School reads”");
  sample_add (snapshot, "goals", "s2", "community", "school", "level", "school", "title", "Second", "parent", "d", NULL);
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_null (get_fix (findings, "G-ORPHAN", "o"));
}

static void
what_carries_a_priority_is_not_taken_away (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  /* The team's goal is all that is done for the priority of the system. */
  sample_add (snapshot, "goals", "p", "community", "district", "level", "system", "title", "First of all", "is_priority",
              "yes", NULL);
  sample_add (snapshot, "goals", "i", "community", "team", "level", "individual", "title", "I", "parent", "p", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_null (get_fix (findings, "G-INDIVIDUAL", "i"));
}

static void
progress_from_goals_that_are_not_there_is_taken_from_its_own (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_set (snapshot, "goals", "s", "rollup", "children");
  assert_not_found (snapshot, "G-ROLLUP", "s");
  sample_set (snapshot, "goals", "t", "status", "dropped");
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (get_fix (findings, "G-ROLLUP", "s")->value, ==, "own");
}

static void
assert_twins (const char *one,
              const char *other,
              gboolean    expected)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "goals", "x", "community", "team", "level", "team", "title", one, "parent", "s", NULL);
  sample_add (snapshot, "goals", "y", "community", "team", "level", "team", "title", other, "parent", "s", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_true ((sample_find (findings, "F-DUPLICATE", "y") != NULL) == expected);
}

static void
goals_say_the_same_in_other_words_order_and_with_a_slip (void)
{
  assert_twins ("Every child reads", "every CHILD, reads!", TRUE);
  assert_twins ("Reading for all students", "For all students: reading", TRUE);
  assert_twins ("Every student reads daily", "Every students reads daily", TRUE);
  assert_twins ("Cafés de lecture", "Cafes de lecture", TRUE);
  assert_twins ("All write reports", "All write repotrs", TRUE);
  assert_twins ("Grade 3 reads daily", "Grade 4 reads daily", FALSE);
  assert_twins ("Third grade reads daily", "Sixth grade reads daily", FALSE);
  assert_twins ("Team A reads daily", "Team B reads daily", FALSE);
  assert_twins ("Reading", "Leading", FALSE);
  assert_twins ("Read daily", "Read daily at home", FALSE);
  assert_twins ("!!!", "???", FALSE);
}

static void
a_goal_that_aligns_with_nothing_can_support_its_twin (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "goals", "x", "community", "team", "level", "team", "title", "Third grade reads.", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (get_fix (findings, "F-DUPLICATE", "x")->value, ==, "t");
  sample_set (snapshot, "goals", "x", "parent", "s");
  g_clear_pointer (&findings, g_ptr_array_unref);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_null (get_fix (findings, "F-DUPLICATE", "x"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/checks-mending/" #name, name)
  ADD (each_fix_makes_its_finding_vanish_and_brings_no_contradiction);
  ADD (the_order_of_the_records_does_not_matter);
  ADD (what_is_set_aside_is_found_all_the_same_and_nothing_else_is_silent);
  ADD (an_orphan_is_aligned_where_there_is_one_goal_above_alone);
  ADD (what_carries_a_priority_is_not_taken_away);
  ADD (progress_from_goals_that_are_not_there_is_taken_from_its_own);
  ADD (goals_say_the_same_in_other_words_order_and_with_a_slip);
  ADD (a_goal_that_aligns_with_nothing_can_support_its_twin);

  return g_test_run ();
}
