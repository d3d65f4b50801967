/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-alignment.h"
#include "lamp-forest.h"
#include "lamp-rollup.h"
#include "sample-rows.h"

/* A system goal, a school goal under it, and a team goal under that. */
static LampSnapshot *
new_line (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "communities", "c", "name", "Third Grade", "kind", "team", NULL);
  sample_add (snapshot, "goals", "system", "level", "system", "title", "All read", "community", "c", NULL);
  sample_add (snapshot, "goals", "school", "level", "school", "title", "We read", "parent", "system", "community", "c",
              NULL);
  sample_add (snapshot, "goals", "team", "level", "team", "title", "Grade 3 reads", "parent", "school", "community",
              "c", NULL);

  return snapshot;
}

static void
a_goal_may_support_one_of_its_own_or_a_higher_level (void)
{
  g_autoptr (LampSnapshot) snapshot = new_line ();
  g_autofree char *reason = NULL;

  sample_add (snapshot, "goals", "other", "level", "team", "title", "Another", NULL);
  g_assert_true (lamp_alignment_allows (snapshot, "team", "school", &reason));
  g_assert_null (reason);
  g_assert_true (lamp_alignment_allows (snapshot, "team", "system", NULL));
  g_assert_true (lamp_alignment_allows (snapshot, "team", "other", NULL));
  g_assert_true (lamp_alignment_allows (snapshot, "team", NULL, NULL));
}

static void
assert_refused (LampSnapshot *snapshot,
                const char   *goal,
                const char   *parent,
                const char   *words)
{
  g_autofree char *reason = NULL;

  g_assert_false (lamp_alignment_allows (snapshot, goal, parent, NULL));
  g_assert_false (lamp_alignment_allows (snapshot, goal, parent, &reason));
  g_assert_nonnull (strstr (reason, words));
}

static void
a_goal_never_supports_itself_a_lower_one_or_one_that_rests_on_it (void)
{
  g_autoptr (LampSnapshot) snapshot = new_line ();

  sample_add (snapshot, "goals", "sub", "level", "system", "title", "Some read", "parent", "system", NULL);
  assert_refused (snapshot, "team", "team", "itself");
  assert_refused (snapshot, "school", "team", "lower level");
  assert_refused (snapshot, "system", "sub", "circle");
  assert_refused (snapshot, "system", "gone", "no longer");
  assert_refused (snapshot, "gone", "system", "no longer");
}

static void
the_whole_line_reads_as_one_sentence (void)
{
  g_autoptr (LampSnapshot) snapshot = new_line ();
  g_autofree char *line = lamp_alignment_sentence (snapshot, "team");
  g_autofree char *top = lamp_alignment_sentence (snapshot, "system");
  g_autofree char *none = lamp_alignment_sentence (snapshot, "gone");
  g_autofree char *alone = NULL;

  sample_add (snapshot, "goals", "alone", "level", "team", "title", "Tom & <b>Jerry</b>", NULL);
  alone = lamp_alignment_sentence (snapshot, "alone");
  g_assert_cmpstr (line, ==,
                   "“Grade 3 reads” (Team) supports “We read” (School), which supports “All read” (School system).");
  g_assert_cmpstr (top, ==,
                   "“All read” (School system) stands at the top, and is itself supported by “We read” (School).");
  g_assert_cmpstr (alone, ==, "“Tom & <b>Jerry</b>” (Team) supports no other goal.");
  g_assert_cmpstr (none, ==, "");
}

static void
assert_sentence (LampSnapshot *snapshot,
                 const char   *goal,
                 const char   *expected)
{
  g_autofree char *sentence = lamp_alignment_sentence (snapshot, goal);

  g_assert_cmpstr (sentence, ==, expected);
}

/* From one level to four, over a gap, with branches above and below. */
static void
every_shape_of_line_reads_well (void)
{
  g_autoptr (LampSnapshot) snapshot = new_line ();

  sample_add (snapshot, "goals", "mine", "level", "individual", "title", "SECRET", "parent", "team", "community", "c",
              NULL);
  assert_sentence (snapshot, "mine", "“Private goal (Third Grade)” (Individual) supports “Grade 3 reads” (Team), which "
                   "supports “We read” (School), which supports “All read” (School system).");
  assert_sentence (snapshot, "team", "“Grade 3 reads” (Team) supports “We read” (School), which supports “All read” "
                   "(School system), and is itself supported by 1 goal.");
  assert_sentence (snapshot, "school", "“We read” (School) supports “All read” (School system), and is itself supported "
                   "by “Grade 3 reads” (Team).");
  sample_add (snapshot, "goals", "skip", "level", "team", "title", "Skip", "parent", "system", "community", "c", NULL);
  assert_sentence (snapshot, "skip", "“Skip” (Team) supports “All read” (School system).");
  assert_sentence (snapshot, "system", "“All read” (School system) stands at the top, and is itself supported by 2 goals.");
  sample_add (snapshot, "goal_links", "l1", "goal", "skip", "supports", "school", NULL);
  assert_sentence (snapshot, "skip", "“Skip” (Team) supports “All read” (School system), and also supports “We read” "
                   "(School).");
  assert_sentence (snapshot, "school", "“We read” (School) supports “All read” (School system), and is itself supported "
                   "by 2 goals.");
  sample_add (snapshot, "goals", "loose", "level", "team", "title", "Loose", "community", "c", NULL);
  sample_add (snapshot, "goal_links", "l2", "goal", "loose", "supports", "school", NULL);
  assert_sentence (snapshot, "loose", "“Loose” (Team) also supports “We read” (School).");
  sample_add (snapshot, "goal_links", "l3", "goal", "loose", "supports", "system", NULL);
  assert_sentence (snapshot, "loose", "“Loose” (Team) also supports 2 goals.");
}

static void
a_private_goal_keeps_its_words (void)
{
  g_autoptr (LampSnapshot) snapshot = new_line ();
  g_autofree char *sentence = NULL;
  g_autofree char *shared = NULL;

  sample_add (snapshot, "goals", "mine", "level", "individual", "title", "SECRET", "parent", "team", "community", "c",
              NULL);
  sample_add (snapshot, "goals", "told", "level", "individual", "title", "Told", "private", "no", NULL);
  sentence = lamp_alignment_sentence (snapshot, "mine");
  shared = lamp_alignment_sentence (snapshot, "told");
  g_assert_null (strstr (sentence, "SECRET"));
  g_assert_nonnull (strstr (sentence, "Third Grade"));
  g_assert_nonnull (strstr (shared, "Told"));
}

static void
a_line_that_comes_back_to_itself_ends (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autoptr (GPtrArray) line = NULL;
  g_autofree char *sentence = NULL;

  sample_add (snapshot, "goals", "a", "level", "team", "title", "A", "parent", "b", NULL);
  sample_add (snapshot, "goals", "b", "level", "team", "title", "B", "parent", "a", NULL);
  line = lamp_alignment_get_line (snapshot, "a");
  sentence = lamp_alignment_sentence (snapshot, "a");
  g_assert_cmpuint (line->len, ==, 2);
  g_assert_cmpstr (sentence, ==, "“A” (Team) supports “B” (Team), and is itself supported by “B” (Team).");
}

static void
only_high_goals_in_work_can_stall (void)
{
  g_autoptr (LampSnapshot) snapshot = new_line ();

  sample_add (snapshot, "goals", "bare", "level", "school", "title", "B", NULL);
  sample_add (snapshot, "goals", "met", "level", "system", "title", "M", "status", "met", NULL);
  g_assert_true (lamp_alignment_is_stalled (snapshot, lamp_snapshot_find (snapshot, "goals", "bare")));
  g_assert_false (lamp_alignment_is_stalled (snapshot, lamp_snapshot_find (snapshot, "goals", "met")));
  g_assert_false (lamp_alignment_is_stalled (snapshot, lamp_snapshot_find (snapshot, "goals", "system")));
  g_assert_false (lamp_alignment_is_stalled (snapshot, lamp_snapshot_find (snapshot, "goals", "team")));
}

static LampSnapshot *
new_measured (const char *baseline,
              const char *target,
              const char *value)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "goals", "g", "level", "team", "title", "G", "baseline", baseline, "target", target, "unit",
              "%", NULL);
  sample_add (snapshot, "measurements", "m2", "goal", "g", "measured_on", "2026-10-15", "value", value, NULL);
  sample_add (snapshot, "measurements", "m1", "goal", "g", "measured_on", "2026-09-15", "value", "-5000", NULL);

  return snapshot;
}

static void
assert_fraction (LampSnapshot *snapshot,
                 const char   *goal,
                 double        expected)
{
  g_autoptr (LampRollup) rollup = lamp_rollup_new (snapshot);
  g_autofree char *how = lamp_rollup_dup_how (rollup, goal);
  double fraction = -1;

  g_assert_true (lamp_rollup_get_fraction (rollup, goal, &fraction));
  g_assert_cmpfloat_with_epsilon (fraction, expected, 1e-9);
  g_assert_cmpuint (strlen (how), >, 10);
}

static void
assert_unknown (LampSnapshot *snapshot,
                const char   *goal,
                const char   *why)
{
  g_autoptr (LampRollup) rollup = lamp_rollup_new (snapshot);
  g_autofree char *how = lamp_rollup_dup_how (rollup, goal);

  g_assert_false (lamp_rollup_get_fraction (rollup, goal, NULL));
  g_assert_nonnull (strstr (how, why));
}

static void
the_latest_measurement_stands_between_baseline_and_target (void)
{
  g_autoptr (LampSnapshot) up = new_measured ("40", "80", "50");
  g_autoptr (LampSnapshot) down = new_measured ("30", "10", "15");
  g_autoptr (LampSnapshot) past = new_measured ("40", "80", "95");
  g_autoptr (LampSnapshot) behind = new_measured ("40", "80", "35");
  g_autoptr (LampSnapshot) huge = new_measured ("-1.7e308", "1.7e308", "0");
  g_autoptr (LampRollup) rollup = lamp_rollup_new (up);
  g_autofree char *how = lamp_rollup_dup_how (rollup, "g");

  assert_fraction (up, "g", 0.25);
  assert_fraction (down, "g", 0.75);
  assert_fraction (past, "g", 1);
  assert_fraction (behind, "g", 0);
  assert_fraction (huge, "g", 0.5);
  g_assert_cmpstr (lamp_row_get_id (lamp_rollup_get_latest (rollup, "g")), ==, "m2");
  g_assert_cmpstr (how, ==, "50 % on 15 Oct 2026, on the way from 40 % to 80 %.");
}

static void
what_cannot_be_known_is_not_guessed (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autoptr (LampSnapshot) flat = new_measured ("40", "40", "35");

  sample_add (snapshot, "goals", "new", "level", "team", "title", "N", "baseline", "1", "target", "2", NULL);
  sample_add (snapshot, "goals", "bare", "level", "team", "title", "B", "target", "2", NULL);
  sample_add (snapshot, "measurements", "m1", "goal", "bare", "measured_on", "2026-10-15", "value", "1", NULL);
  sample_add (snapshot, "goals", "aimless", "level", "team", "title", "A", NULL);
  sample_add (snapshot, "measurements", "m2", "goal", "aimless", "measured_on", "2026-10-15", "value", "1", NULL);
  sample_add (snapshot, "goals", "empty", "level", "school", "title", "E", "rollup", "children", NULL);
  sample_add (snapshot, "goals", "done", "level", "team", "title", "D", "status", "met", NULL);
  assert_unknown (snapshot, "new", "nothing has been measured");
  assert_unknown (snapshot, "bare", "no baseline");
  assert_unknown (snapshot, "aimless", "no target");
  assert_unknown (snapshot, "empty", "no goal that supports it");
  assert_unknown (snapshot, "gone", "");
  assert_unknown (flat, "g", "are the same");
  assert_fraction (snapshot, "done", 1);
}

static void
a_goal_that_rolls_up_stands_at_the_mean_of_what_counts (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autoptr (LampRollup) rollup = NULL;
  g_autofree char *how = NULL;

  sample_add (snapshot, "goals", "top", "level", "system", "title", "T", "rollup", "children", NULL);
  sample_add (snapshot, "goals", "mid", "level", "school", "title", "M", "rollup", "children", "parent", "top", NULL);
  sample_add (snapshot, "goals", "a", "level", "team", "title", "A", "status", "met", "parent", "mid", NULL);
  sample_add (snapshot, "goals", "b", "level", "team", "title", "B", "baseline", "0", "target", "10", "parent", "mid",
              NULL);
  sample_add (snapshot, "measurements", "m", "goal", "b", "measured_on", "2026-10-15", "value", "5", NULL);
  sample_add (snapshot, "goals", "unknown", "level", "team", "title", "U", "parent", "mid", NULL);
  sample_add (snapshot, "goals", "dropped", "level", "team", "title", "D", "status", "dropped", "baseline", "0",
              "target", "1", "parent", "mid", NULL);
  sample_add (snapshot, "measurements", "n", "goal", "dropped", "measured_on", "2026-10-15", "value", "0", NULL);
  sample_add (snapshot, "goals", "private", "level", "individual", "title", "P", "baseline", "0", "target", "1",
              "parent", "mid", NULL);
  sample_add (snapshot, "measurements", "o", "goal", "private", "measured_on", "2026-10-15", "value", "0", NULL);
  assert_fraction (snapshot, "mid", 0.75);
  assert_fraction (snapshot, "top", 0.75);
  rollup = lamp_rollup_new (snapshot);
  how = lamp_rollup_dup_how (rollup, "mid");
  g_assert_cmpstr (how, ==, "The mean of 2 goals that support it: 100 %, 50 %. 1 more has no figure yet. "
                   "1 dropped one is left out. 1 private one is left out.");
}

static LampSnapshot *
new_random_forest (guint size)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };
  LampSnapshot *snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < size; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *parent = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) size));
      g_autofree char *value = g_strdup_printf ("%d", g_test_rand_int_range (-20, 120));
      gboolean has_parent = g_test_rand_int_range (0, 4) != 0;

      sample_add (snapshot, "goals", id, "level", levels[g_test_rand_int_range (0, 4)], "title", id, "parent",
                  has_parent ? parent : NULL, "rollup", g_test_rand_bit () ? "own" : "children", "private", "no",
                  "baseline", "0", "target", "100", NULL);
      if (g_test_rand_bit ())
        sample_add (snapshot, "measurements", id, "goal", id, "measured_on", "2026-10-15", "value", value, NULL);
    }

  return snapshot;
}

/* The definition, taken at its word. */
static gboolean
fraction_by_definition (LampSnapshot *snapshot,
                        const char   *id,
                        double       *fraction)
{
  const LampRow *goal = lamp_snapshot_find (snapshot, "goals", id);
  GPtrArray *children = lamp_snapshot_find_by (snapshot, "goals", "parent", id);
  const LampRow *measurement = lamp_snapshot_find (snapshot, "measurements", id);
  guint n = 0;
  double sum = 0;

  if (strcmp (lamp_row_get_text (goal, "rollup"), "own") == 0)
    {
      if (measurement == NULL)
        return FALSE;
      *fraction = CLAMP (lamp_row_get_real (measurement, "value") / 100, 0, 1);
      return TRUE;
    }
  for (guint i = 0; i < children->len; i++)
    {
      double part;

      if (!fraction_by_definition (snapshot, lamp_row_get_id (children->pdata[i]), &part))
        continue;
      sum += part;
      n++;
    }
  *fraction = sum / n;

  return n > 0;
}

static gboolean
leads_into_a_cycle (LampForest *forest,
                    guint       place)
{
  gboolean in_order = FALSE;

  for (guint i = 0; i < forest->n_order; i++)
    in_order |= forest->order[i] == place;

  return !in_order;
}

static void
every_random_forest_rolls_up_as_defined (void)
{
  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (LampSnapshot) snapshot = new_random_forest ((guint) g_test_rand_int_range (1, 60));
      g_autoptr (LampRollup) rollup = lamp_rollup_new (snapshot);
      g_autoptr (LampForest) forest = lamp_forest_new (snapshot, "goals", "parent");

      for (guint i = 0; i < forest->rows->len; i++)
        {
          const char *id = lamp_row_get_id (forest->rows->pdata[i]);
          double expected = 0, fraction = 0;
          gboolean known = lamp_rollup_get_fraction (rollup, id, &fraction);

          if (leads_into_a_cycle (forest, i))
            {
              g_assert_false (known);
              continue;
            }
          g_assert_cmpint (known, ==, fraction_by_definition (snapshot, id, &expected));
          if (known)
            g_assert_cmpfloat_with_epsilon (fraction, expected, 1e-9);
        }
    }
}

static void
what_is_allowed_never_makes_a_cycle (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (LampSnapshot) before = new_random_forest ((guint) g_test_rand_int_range (2, 12));
      g_autoptr (LampForest) forest = lamp_forest_new (before, "goals", "parent");
      guint child = (guint) g_test_rand_int_range (0, (int) forest->rows->len);
      guint above = (guint) g_test_rand_int_range (0, (int) forest->rows->len);
      g_autoptr (LampForest) after = NULL;
      LampRow *goal = forest->rows->pdata[child];
      const char *parent = lamp_row_get_id (forest->rows->pdata[above]);

      if (!lamp_alignment_allows (before, lamp_row_get_id (goal), parent, NULL))
        continue;
      lamp_row_set_text (goal, "parent", parent);
      after = lamp_forest_new (before, "goals", "parent");
      g_assert_cmpuint (after->n_order, >=, forest->n_order);
      g_assert_cmpint (lamp_goal_get_rank (forest->rows->pdata[above]), <=, lamp_goal_get_rank (goal));
    }
}

static void
a_chain_of_a_hundred_thousand_goals_is_no_burden (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *parent = g_strdup_printf ("g%u", i + 1);

      sample_add (snapshot, "goals", id, "level", "team", "title", id, "parent", i < 99999 ? parent : NULL, "rollup",
                  i == 0 ? "own" : "children", "status", "met", NULL);
    }
  assert_fraction (snapshot, "g99999", 1);
  g_assert_false (lamp_alignment_allows (snapshot, "g99999", "g0", NULL));
  sentence = lamp_alignment_sentence (snapshot, "g0");
  g_assert_cmpuint (strlen (sentence), >, 1000000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/alignment/a_goal_may_support_one_of_its_own_or_a_higher_level",
                   a_goal_may_support_one_of_its_own_or_a_higher_level);
  g_test_add_func ("/alignment/a_goal_never_supports_itself_a_lower_one_or_one_that_rests_on_it",
                   a_goal_never_supports_itself_a_lower_one_or_one_that_rests_on_it);
  g_test_add_func ("/alignment/the_whole_line_reads_as_one_sentence", the_whole_line_reads_as_one_sentence);
  g_test_add_func ("/alignment/every_shape_of_line_reads_well", every_shape_of_line_reads_well);
  g_test_add_func ("/alignment/a_private_goal_keeps_its_words", a_private_goal_keeps_its_words);
  g_test_add_func ("/alignment/a_line_that_comes_back_to_itself_ends", a_line_that_comes_back_to_itself_ends);
  g_test_add_func ("/alignment/only_high_goals_in_work_can_stall", only_high_goals_in_work_can_stall);
  g_test_add_func ("/alignment/what_is_allowed_never_makes_a_cycle", what_is_allowed_never_makes_a_cycle);
  g_test_add_func ("/alignment/a_chain_of_a_hundred_thousand_goals_is_no_burden",
                   a_chain_of_a_hundred_thousand_goals_is_no_burden);
  g_test_add_func ("/rollup/the_latest_measurement_stands_between_baseline_and_target",
                   the_latest_measurement_stands_between_baseline_and_target);
  g_test_add_func ("/rollup/what_cannot_be_known_is_not_guessed", what_cannot_be_known_is_not_guessed);
  g_test_add_func ("/rollup/a_goal_that_rolls_up_stands_at_the_mean_of_what_counts",
                   a_goal_that_rolls_up_stands_at_the_mean_of_what_counts);
  g_test_add_func ("/rollup/every_random_forest_rolls_up_as_defined", every_random_forest_rolls_up_as_defined);

  return g_test_run ();
}
