/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"
#include "sample-checks.h"

/* What a person does about a finding: sets it aside with a reason, or has it mended; and what finding costs. */

static void
a_finding_that_is_set_aside_is_marked_and_not_counted (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  LampPillarFigure counted[LAMP_N_PILLARS], left[LAMP_N_PILLARS];
  const LampFinding *finding;
  LampRow *silence;

  before = lamp_checks_run (snapshot, TODAY, counted);
  finding = sample_find (before, "G-NO-OWNER", "t");
  g_assert_null (finding->silence);
  silence = lamp_finding_to_silence (finding, "The <team> owns it", TODAY);
  lamp_row_set_text (silence, "id", "q");
  g_assert_cmpstr (lamp_row_get_text (silence, "silenced_on"), ==, TODAY);
  lamp_snapshot_take (snapshot, silence);

  after = lamp_checks_run (snapshot, TODAY, left);
  g_assert_cmpuint (after->len, ==, before->len);
  finding = sample_find (after, "G-NO-OWNER", "t");
  g_assert_cmpstr (finding->silence, ==, "q");
  g_assert_cmpstr (finding->reason, ==, "The <team> owns it");
  g_assert_null (sample_find (after, "G-NO-OWNER", "s")->silence);
  g_assert_null (sample_find (after, "G-NO-MEASURE", "t")->silence);
  g_assert_cmpuint (left[LAMP_PILLAR_RESPONSIBILITY].judged, ==, counted[LAMP_PILLAR_RESPONSIBILITY].judged - 1);
  g_assert_cmpuint (left[LAMP_PILLAR_RESPONSIBILITY].kept, ==, counted[LAMP_PILLAR_RESPONSIBILITY].kept);
}

static void
a_finding_of_the_whole_file_can_be_set_aside_too (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "meetings", "m", "community", "team", "title", "M", "starts_at", "2026-11-16T07:41", NULL);
  assert_found (snapshot, "W-NO-VISIT", NULL);
  sample_add (snapshot, "silences", "q", "code", "W-NO-VISIT", "reason", "We film instead", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (sample_find (findings, "W-NO-VISIT", NULL)->reason, ==, "We film instead");
}

/* Applies a fix to the snapshot as an edit would apply it to the file. */
static void
mend (LampSnapshot  *snapshot,
      const LampFix *fix)
{
  LampRow *row = (LampRow *) lamp_snapshot_find (snapshot, fix->type->name, fix->id);
  g_autoptr (GError) error = NULL;
  g_autoptr (LampRow) mended = NULL;

  lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");
  mended = lamp_fix_apply (fix, row, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < row->type->n_fields; i++)
    if (g_str_equal (row->type->fields[i].name, fix->field))
      {
        lamp_value_clear (&row->values[i]);
        lamp_value_copy (&mended->values[i], &row->values[i]);
      }
    else
      g_assert_true (lamp_value_equal (&mended->values[i], &row->values[i]));
}

static void
assert_mends (LampSnapshot *snapshot,
              const char   *code,
              const char   *id,
              const char   *field,
              const char   *value)
{
  g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, TODAY, NULL);
  const LampFinding *finding = sample_find (findings, code, id);

  g_assert_nonnull (finding);
  g_assert_nonnull (finding->fix);
  g_assert_cmpstr (finding->fix->field, ==, field);
  g_assert_cmpstr (finding->fix->value, ==, value);
  mend (snapshot, finding->fix);
  assert_not_found (snapshot, code, id);
}

static void
each_fix_mends_what_was_found_and_nothing_else (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "goals", "self", "community", "team", "level", "team", "title", "Self", "parent", "self", NULL);
  assert_mends (snapshot, "G-CYCLE", "self", "parent", "s");
  sample_add (snapshot, "goals", "skip", "community", "team", "level", "team", "title", "Skip", "parent", "d", NULL);
  assert_mends (snapshot, "G-SKIP", "skip", "parent", "s");
  sample_add (snapshot, "strategies", "x", "goal", "s", "title", "X", "origin", "mandated", NULL);
  assert_mends (snapshot, "T-MANDATED", "x", "revisit_on", "2027-02-14");
  sample_add (snapshot, "problems", "tame", "community", "team", "title", "T", "kind", "tame", "reopened", "2", NULL);
  assert_mends (snapshot, "B-TAME", "tame", "kind", "wicked");
  assert_mends (snapshot, "B-NO-LOOK", "tame", "next_look_on", "2026-12-20");
}

static void
an_alignment_upside_down_is_turned_where_one_level_is_plainly_wrong (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "goals", "a", "community", "team", "level", "school", "title", "A", "parent", "t", NULL);
  assert_mends (snapshot, "G-INVERTED", "a", "level", "team");
  sample_set (snapshot, "goals", "s", "level", "team");
  sample_add (snapshot, "goals", "b", "community", "school", "level", "school", "title", "B", "parent", "s", NULL);
  assert_mends (snapshot, "G-INVERTED", "b", "level", "school");
  sample_add (snapshot, "goals", "c", "community", "school", "level", "school", "title", "C", "parent", "t", NULL);
  assert_mends (snapshot, "G-INVERTED", "c", "parent", "d");
}

static void
a_jump_with_two_ways_down_is_left_to_a_person (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "goals", "other", "community", "school", "level", "school", "title", "Other", "parent", "d", NULL);
  sample_add (snapshot, "goals", "skip", "community", "team", "level", "team", "title", "Skip", "parent", "d", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_null (sample_find (findings, "G-SKIP", "skip")->fix);
}

static void
a_solved_problem_is_not_called_wicked_by_a_button (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (LampFix) fix = NULL;
  g_autoptr (GError) error = NULL;

  sample_add (snapshot, "problems", "x", "community", "team", "title", "T", "kind", "tame", "reopened", "2", "resolved_on",
              "2026-11-01", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_null (sample_find (findings, "B-TAME", "x")->fix);
  fix = lamp_fix_new (lamp_snapshot_find (snapshot, "problems", "x"), "kind", "wicked", g_strdup ("Call It Wicked"));
  g_assert_null (lamp_fix_apply (fix, lamp_snapshot_find (snapshot, "problems", "x"), &error));
  g_assert_nonnull (error);
}

static void
each_pillar_says_how_its_figure_is_counted (void)
{
  for (int pillar = 0; pillar < LAMP_N_PILLARS; pillar++)
    {
      g_autofree char *formula = lamp_pillar_dup_formula ((LampPillar) pillar);

      for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
        {
          g_autofree char *pattern = g_strdup_printf ("(^|[ ,])%s[,.]", (*check)->code);

          g_assert_true (g_regex_match_simple (pattern, formula, 0, 0) == ((*check)->pillar == (LampPillar) pillar));
        }
    }
}

static void
no_code_stands_twice (void)
{
  for (const LampCheck * const *check = lamp_checks_get_all (NULL); *check != NULL; check++)
    g_assert_true (lamp_check_find ((*check)->code) == *check);
}

/* A district of @size goals, with what hangs on them in proportion; everything refers to something. */
static LampSnapshot *
new_large (guint size)
{
  LampSnapshot *snapshot = sample_new_district ();
  static const char * const levels[] = { "school", "team", "team", "individual" };

  for (guint i = 0; i < size; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *title = g_strdup_printf ("Goal %u", i % (size / 2));
      g_autofree char *parent = i < 10 ? g_strdup ("d") : g_strdup_printf ("g%u", i / 10);
      g_autofree char *link = g_strdup_printf ("l%u", i);

      sample_add (snapshot, "goals", id, "level", levels[i % 4], "title", title, "parent", parent, "community",
                  i % 3 == 0 ? "school" : "team", NULL);
      sample_add (snapshot, "goal_links", link, "goal", id, "supports", "s", NULL);
      sample_add (snapshot, "strategies", id, "goal", id, "title", title, "kind", "structure", "origin", "mandated", NULL);
      sample_add (snapshot, "problems", id, "community", "team", "title", title, "kind", "wicked", NULL);
    }

  return snapshot;
}

static guint64
count_steps (guint size)
{
  g_autoptr (LampSnapshot) snapshot = new_large (size);
  guint64 steps = 0;
  g_autoptr (GPtrArray) findings = lamp_checks_run_counted (snapshot, TODAY, NULL, &steps);

  g_assert_cmpuint (findings->len, >, size);

  return steps;
}

static void
twice_the_goals_are_twice_the_work (void)
{
  guint64 small = count_steps (5000);
  guint64 large = count_steps (10000);

  g_assert_cmpuint (small, >, 5000 * 10);
  g_assert_cmpuint (large, <, small * 21 / 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/checks-set-aside/" #name, name)
  ADD (a_finding_that_is_set_aside_is_marked_and_not_counted);
  ADD (a_finding_of_the_whole_file_can_be_set_aside_too);
  ADD (each_fix_mends_what_was_found_and_nothing_else);
  ADD (an_alignment_upside_down_is_turned_where_one_level_is_plainly_wrong);
  ADD (a_jump_with_two_ways_down_is_left_to_a_person);
  ADD (a_solved_problem_is_not_called_wicked_by_a_button);
  ADD (each_pillar_says_how_its_figure_is_counted);
  ADD (no_code_stands_twice);
  ADD (twice_the_goals_are_twice_the_work);

  return g_test_run ();
}
