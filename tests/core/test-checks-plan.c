/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-alignment.h"
#include "sample-checks.h"

/* The checks of the plan as a whole, of strategies and of support: practice S20 to S35, S55. */

static void
a_plan_with_goals_needs_a_vision_at_its_top (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "V-MISSING", "district");
  sample_set (snapshot, "communities", "district", "purpose", NULL);
  assert_found (snapshot, "V-MISSING", "district");
  assert_not_found (snapshot, "V-MISSING", "school");
  sample_set (snapshot, "goals", "d", "status", "dropped");
  assert_not_found (snapshot, "V-MISSING", "district");
}

static void
goals_are_for_students_and_for_educators (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "G-AUDIENCE", "team");
  sample_set (snapshot, "goals", "t", "audience", "student");
  assert_found (snapshot, "G-AUDIENCE", "team");
  sample_add (snapshot, "goals", "u", "community", "team", "level", "team", "title", "We learn", "parent", "s", "audience",
              "educator", NULL);
  assert_not_found (snapshot, "G-AUDIENCE", "team");
  sample_set (snapshot, "goals", "t", "audience", NULL);
  assert_found (snapshot, "G-AUDIENCE", "team");
  sample_set (snapshot, "communities", "team", "kind", "network");
  assert_not_found (snapshot, "G-AUDIENCE", "team");
}

static void
an_action_plan_has_near_and_far_goals (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "G-HORIZON", "team");
  sample_set (snapshot, "communities", "team", "kind", "action-team");
  assert_found (snapshot, "G-HORIZON", "team");
  sample_set (snapshot, "goals", "t", "horizon", "short");
  assert_found (snapshot, "G-HORIZON", "team");
  sample_add (snapshot, "goals", "u", "community", "team", "level", "team", "title", "Far", "parent", "s", "horizon", "long",
              NULL);
  assert_not_found (snapshot, "G-HORIZON", "team");
}

static void
what_others_align_with_says_why (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "G-NO-WHY", "s");
  assert_not_found (snapshot, "G-NO-WHY", "t");
  sample_set (snapshot, "goals", "s", "why", NULL);
  assert_found (snapshot, "G-NO-WHY", "s");
  sample_set (snapshot, "goals", "t", "is_priority", "yes");
  assert_found (snapshot, "G-NO-WHY", "t");
  sample_set (snapshot, "goals", "t", "private", "yes");
  assert_not_found (snapshot, "G-NO-WHY", "t");
}

static void
a_school_carries_five_goals_and_not_six (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("more%u", i);

      sample_add (snapshot, "goals", id, "community", "school", "level", "school", "title", id, "parent", "d", NULL);
    }
  assert_not_found (snapshot, "G-TOO-MANY", "school");
  sample_add (snapshot, "goals", "sixth", "community", "school", "level", "school", "title", "Sixth", "parent", "d", NULL);
  assert_found (snapshot, "G-TOO-MANY", "school");
  sample_set (snapshot, "goals", "sixth", "status", "met");
  assert_not_found (snapshot, "G-TOO-MANY", "school");
}

static void
what_one_person_learns_serves_a_team_or_a_school (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "goals", "i", "community", "team", "level", "individual", "title", "SECRET", "parent", "t", NULL);
  assert_not_found (snapshot, "G-INDIVIDUAL", "i");
  sample_set (snapshot, "goals", "i", "parent", "d");
  assert_found (snapshot, "G-INDIVIDUAL", "i");
  sample_add (snapshot, "goal_links", "l", "goal", "i", "supports", "t", NULL);
  assert_not_found (snapshot, "G-INDIVIDUAL", "i");
  sample_set (snapshot, "goals", "i", "parent", NULL);
  sample_set (snapshot, "goal_links", "l", "supports", "gone");
  assert_found (snapshot, "G-ORPHAN", "i");
  assert_not_found (snapshot, "G-INDIVIDUAL", "i");
}

static void
a_community_whose_goals_touch_no_other_is_alone (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "F-ALONE", "team");
  sample_add (snapshot, "communities", "far", "name", "Far", "kind", "team", NULL);
  sample_add (snapshot, "goals", "f", "community", "far", "level", "team", "title", "Alone", NULL);
  sample_add (snapshot, "goals", "g", "community", "far", "level", "team", "title", "Beside", "parent", "f", NULL);
  assert_found (snapshot, "F-ALONE", "far");
  sample_add (snapshot, "goal_links", "l", "goal", "g", "supports", "f", NULL);
  assert_found (snapshot, "F-ALONE", "far");
  sample_set (snapshot, "goal_links", "l", "supports", "s");
  assert_not_found (snapshot, "F-ALONE", "far");
  sample_set (snapshot, "goal_links", "l", "supports", "f");
  sample_set (snapshot, "goals", "t", "parent", "f");
  assert_not_found (snapshot, "F-ALONE", "far");
}

static void
the_same_words_twice_are_one_goal_unless_one_carries_the_other (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "goals", "z", "community", "school", "level", "school", "title", "third GRADE  reads!", "parent", "d",
              NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (sample_find (findings, "F-DUPLICATE", "z")->other, ==, "t");
  g_assert_null (sample_find (findings, "F-DUPLICATE", "t"));
  sample_set (snapshot, "goals", "t", "parent", "z");
  assert_not_found (snapshot, "F-DUPLICATE", "z");
  sample_set (snapshot, "goals", "t", "parent", "s");
  sample_set (snapshot, "goals", "z", "private", "yes");
  assert_not_found (snapshot, "F-DUPLICATE", "z");
}

static void
a_plan_for_all_names_who_is_behind_and_its_results_say_of_whom_they_are (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "E-NO-FOCUS", "school");
  sample_set (snapshot, "goals", "s", "equity_focus", NULL);
  assert_found (snapshot, "E-NO-FOCUS", "school");
  assert_not_found (snapshot, "E-NO-FOCUS", "team");
  assert_not_found (snapshot, "E-NO-GROUPS", "d");
  sample_add (snapshot, "measurements", "m", "goal", "d", "measured_on", "2026-10-01", "value", "5", NULL);
  assert_found (snapshot, "E-NO-GROUPS", "d");
  sample_set (snapshot, "measurements", "m", "note", "Newcomers: 3");
  assert_not_found (snapshot, "E-NO-GROUPS", "d");
}

static void
a_mandate_is_looked_at_again (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "strategies", "x", "goal", "s", "title", "Longer periods", "origin", "shared", "theory", "T", NULL);
  assert_not_found (snapshot, "T-MANDATED", "x");
  sample_set (snapshot, "strategies", "x", "origin", "mandated");
  assert_found (snapshot, "T-MANDATED", "x");
  sample_set (snapshot, "strategies", "x", "revisit_on", "2027-02-01");
  assert_not_found (snapshot, "T-MANDATED", "x");
  sample_set (snapshot, "strategies", "x", "revisit_on", NULL);
  sample_set (snapshot, "goals", "s", "status", "dropped");
  assert_not_found (snapshot, "T-MANDATED", "x");
}

static void
a_structure_changes_something_in_practice (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "strategies", "x", "goal", "s", "title", "Longer periods", "kind", "structure", "theory", "T", NULL);
  assert_found (snapshot, "T-STRUCTURE", "x");
  sample_set (snapshot, "strategies", "x", "practice", "Two tasks a period");
  assert_not_found (snapshot, "T-STRUCTURE", "x");
  sample_set (snapshot, "strategies", "x", "practice", NULL);
  sample_add (snapshot, "strategies", "y", "goal", "s", "title", "Tasks", "kind", "practice", NULL);
  assert_not_found (snapshot, "T-STRUCTURE", "x");
  assert_found (snapshot, "T-THEORY", "y");
  assert_not_found (snapshot, "T-THEORY", "x");
}

static void
support_is_for_a_goal (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "supports", "x", "kind", "time", "title", "An hour", "goal", "gone", NULL);
  assert_found (snapshot, "P-NO-GOAL", "x");
  sample_set (snapshot, "supports", "x", "goal", "s");
  assert_not_found (snapshot, "P-NO-GOAL", "x");
}

static void
a_tame_problem_stays_solved_and_a_wicked_one_is_looked_at_again (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "problems", "x", "community", "team", "title", "Keys", "kind", "tame", "reopened", "1", NULL);
  assert_not_found (snapshot, "B-TAME", "x");
  assert_not_found (snapshot, "B-NO-LOOK", "x");
  sample_set (snapshot, "problems", "x", "reopened", "2");
  assert_found (snapshot, "B-TAME", "x");
  sample_set (snapshot, "problems", "x", "kind", "wicked");
  assert_not_found (snapshot, "B-TAME", "x");
  assert_found (snapshot, "B-NO-LOOK", "x");
  sample_set (snapshot, "problems", "x", "next_look_on", "2026-12-01");
  assert_not_found (snapshot, "B-NO-LOOK", "x");
}

static void
what_is_said_of_a_strategy_keeps_a_private_goal_private (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *json = NULL;

  sample_add (snapshot, "goals", "i", "community", "team", "level", "individual", "title", "SECRET", "parent", "d", NULL);
  sample_add (snapshot, "goals", "j", "community", "team", "level", "individual", "title", "SECRET", "parent", "i", NULL);
  sample_add (snapshot, "goals", "k", "community", "team", "level", "team", "title", "Open", "parent", "i", NULL);
  sample_add (snapshot, "strategies", "x", "goal", "i", "title", "SECRET", "kind", "structure", "origin", "mandated", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_nonnull (sample_find (findings, "T-MANDATED", "x"));
  g_assert_nonnull (sample_find (findings, "G-INDIVIDUAL", "i"));
  g_assert_nonnull (sample_find (findings, "G-INVERTED", "k"));
  json = lamp_findings_to_json (findings);
  g_assert_null (strstr (json, "SECRET"));
}

/* What the checks on twins and on individuals find, by their definitions and no cleverness. */
static void
count_by_definition (LampSnapshot *snapshot,
                     guint        *twins,
                     guint        *individuals)
{
  GPtrArray *goals = lamp_snapshot_get (snapshot, "goals");

  for (guint i = 0; i < goals->len; i++)
    {
      const LampRow *goal = goals->pdata[i];
      const LampRow *above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent"));
      const LampRow *first = goal;
      gboolean is_carried = FALSE;

      for (guint other = 0; other < goals->len; other++)
        if (lamp_goal_get_rank (goal) < 3 && lamp_goal_get_rank (goals->pdata[other]) < 3
            && g_str_equal (lamp_row_get_title (goals->pdata[other]), lamp_row_get_title (goal))
            && strcmp (lamp_row_get_id (goals->pdata[other]), lamp_row_get_id (first)) < 0)
          first = goals->pdata[other];
      *twins += first != goal && !lamp_row_is (goal, "parent", lamp_row_get_id (first))
                && !lamp_row_is (first, "parent", lamp_row_get_id (goal));
      for (; above != NULL; above = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (above, "parent")))
        is_carried |= lamp_goal_get_rank (above) == 1 || lamp_goal_get_rank (above) == 2;
      *individuals += lamp_goal_get_rank (goal) == 3 && lamp_row_has (goal, "parent") && !is_carried;
    }
}

static void
what_is_found_in_random_plans_is_what_the_definitions_say (void)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
      guint size = (guint) g_test_rand_int_range (1, 40);
      g_autoptr (GPtrArray) findings = NULL;
      guint twins = 0, individuals = 0, found_twins = 0, found_individuals = 0;

      for (guint i = 0; i < size; i++)
        {
          g_autofree char *id = g_strdup_printf ("g%02u", i);
          g_autofree char *title = g_strdup_printf ("Title %d", g_test_rand_int_range (0, 12));
          g_autofree char *parent = g_strdup_printf ("g%02d", i > 0 ? g_test_rand_int_range (0, (int) i) : 0);

          sample_add (snapshot, "goals", id, "level", levels[g_test_rand_int_range (0, 4)], "title", title, "parent",
                      i > 0 && g_test_rand_int_range (0, 4) > 0 ? parent : NULL, NULL);
        }
      count_by_definition (snapshot, &twins, &individuals);
      findings = lamp_checks_run (snapshot, TODAY, NULL);
      for (guint i = 0; i < findings->len; i++)
        {
          const LampFinding *finding = findings->pdata[i];

          found_twins += g_str_equal (finding->check->code, "F-DUPLICATE");
          found_individuals += g_str_equal (finding->check->code, "G-INDIVIDUAL");
        }
      g_assert_cmpuint (found_twins, ==, twins);
      g_assert_cmpuint (found_individuals, ==, individuals);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/checks-plan/" #name, name)
  ADD (a_plan_with_goals_needs_a_vision_at_its_top);
  ADD (goals_are_for_students_and_for_educators);
  ADD (an_action_plan_has_near_and_far_goals);
  ADD (what_others_align_with_says_why);
  ADD (a_school_carries_five_goals_and_not_six);
  ADD (what_one_person_learns_serves_a_team_or_a_school);
  ADD (a_community_whose_goals_touch_no_other_is_alone);
  ADD (the_same_words_twice_are_one_goal_unless_one_carries_the_other);
  ADD (a_plan_for_all_names_who_is_behind_and_its_results_say_of_whom_they_are);
  ADD (a_mandate_is_looked_at_again);
  ADD (a_structure_changes_something_in_practice);
  ADD (support_is_for_a_goal);
  ADD (a_tame_problem_stays_solved_and_a_wicked_one_is_looked_at_again);
  ADD (what_is_said_of_a_strategy_keeps_a_private_goal_private);
  ADD (what_is_found_in_random_plans_is_what_the_definitions_say);

  return g_test_run ();
}
