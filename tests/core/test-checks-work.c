/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sample-checks.h"

/* The checks of the work itself: members, conversation, meetings, cycles and their stages: practice S01 to S14, S40 to
 * S59. */

static void
a_school_with_nobody_from_outside_hears_itself (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "W-OUTSIDE", "school");
  sample_add (snapshot, "people", "ana", "name", "Ana", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "memberships", "m", "community", "team", "person", "ana", NULL);
  assert_found (snapshot, "W-OUTSIDE", "school");
  assert_not_found (snapshot, "W-OUTSIDE", "team");
  sample_add (snapshot, "people", "ben", "name", "Ben", "sector", "parents", "wall", "outside", NULL);
  sample_add (snapshot, "memberships", "n", "community", "team", "person", "ben", "until", "2026-11-21", NULL);
  assert_found (snapshot, "W-OUTSIDE", "school");
  sample_set (snapshot, "memberships", "n", "until", NULL);
  assert_not_found (snapshot, "W-OUTSIDE", "school");
}

static void
a_team_has_a_purpose_a_cadence_and_a_goal (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "C-NO-PURPOSE", "team");
  assert_not_found (snapshot, "C-NO-GOAL", "team");
  assert_not_found (snapshot, "C-NO-CADENCE", "team");
  sample_set (snapshot, "communities", "team", "purpose", NULL);
  sample_set (snapshot, "goals", "t", "status", "met");
  sample_add (snapshot, "meetings", "m", "community", "team", "title", "M", "starts_at", "2026-11-16T07:41", NULL);
  assert_found (snapshot, "C-NO-PURPOSE", "team");
  assert_found (snapshot, "C-NO-GOAL", "team");
  assert_found (snapshot, "C-NO-CADENCE", "team");
  sample_set (snapshot, "communities", "team", "cadence_weeks", "2");
  assert_not_found (snapshot, "C-NO-CADENCE", "team");
}

static void
four_people_take_on_the_four_parts (void)
{
  static const char * const functions[] = { "conversation", "history", "support", "learning" };
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);

      sample_add (snapshot, "people", id, "name", id, "sector", "educators", "wall", "inside", NULL);
      sample_add (snapshot, "memberships", id, "community", "team", "person", id, "function", functions[i], NULL);
    }
  assert_not_found (snapshot, "C-FUNCTIONS", "team");
  sample_set (snapshot, "memberships", "p2", "function", NULL);
  assert_found (snapshot, "C-FUNCTIONS", "team");
  sample_set (snapshot, "people", "p3", "group_size", "20");
  assert_not_found (snapshot, "C-FUNCTIONS", "team");
}

static void
six_communities_are_too_many_for_one_person (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "people", "ana", "name", "Ana", "sector", "educators", "wall", "inside", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *id = g_strdup_printf ("c%u", i);

      assert_not_found (snapshot, "W-OVERLOAD", "ana");
      sample_add (snapshot, "communities", id, "name", id, "kind", "network", NULL);
      sample_add (snapshot, "memberships", id, "community", id, "person", "ana", NULL);
    }
  assert_found (snapshot, "W-OVERLOAD", "ana");
  sample_set (snapshot, "people", "ana", "group_size", "30");
  assert_not_found (snapshot, "W-OVERLOAD", "ana");
}

static void
who_facilitates_a_team_has_learned_it (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "people", "ana", "name", "Ana", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "memberships", "m", "community", "team", "person", "ana", "role", "facilitator", NULL);
  assert_found (snapshot, "R-UNTRAINED", "m");
  sample_add (snapshot, "trainings", "t", "person", "ana", "title", "Listening", NULL);
  assert_not_found (snapshot, "R-UNTRAINED", "m");
}

static void
a_rating_rests_on_something_and_a_term_has_a_visit (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "ratings", "r", "community", "team", "scale", "attributes", "item", "Shared practice", "value", "3",
              NULL);
  assert_found (snapshot, "C-ATTRIBUTE", "r");
  sample_set (snapshot, "ratings", "r", "note", "Five visits");
  assert_not_found (snapshot, "C-ATTRIBUTE", "r");
  assert_not_found (snapshot, "W-NO-VISIT", NULL);
  sample_add (snapshot, "meetings", "m", "community", "team", "title", "M", "starts_at", "2026-11-16T07:41", NULL);
  sample_add (snapshot, "visits", "v", "visited_on", "2026-05-01", NULL);
  assert_found (snapshot, "W-NO-VISIT", NULL);
  sample_set (snapshot, "visits", "v", "visited_on", "2026-10-01");
  assert_not_found (snapshot, "W-NO-VISIT", NULL);
}

/* Four meetings, a week apart, that have been held. */
static void
add_held (LampSnapshot *snapshot,
          guint         n_meetings)
{
  for (guint i = 0; i < n_meetings; i++)
    {
      g_autofree char *id = g_strdup_printf ("held%u", i);
      g_autofree char *day = g_strdup_printf ("2026-10-%02uT07:41", 1 + 7 * i);

      sample_add (snapshot, "meetings", id, "community", "team", "title", id, "starts_at", day, "state", "closed",
                  "facilitator", "ana", NULL);
    }
}

static void
norms_are_written_down_and_looked_at_again (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  assert_not_found (snapshot, "N-REVIEW", "team");
  add_held (snapshot, 4);
  assert_found (snapshot, "N-REVIEW", "team");
  sample_add (snapshot, "norms", "n", "community", "team", "text", "We begin on time", "adopted_on", "2026-09-01", NULL);
  assert_found (snapshot, "N-REVIEW", "team");
  sample_set (snapshot, "norms", "n", "reviewed_on", "2026-10-08");
  assert_not_found (snapshot, "N-REVIEW", "team");
}

static void
a_role_goes_round (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();
  g_autoptr (LampSnapshot) three = sample_new_district ();

  sample_add (snapshot, "people", "ana", "name", "Ana", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "people", "ben", "name", "Ben", "sector", "educators", "wall", "inside", NULL);
  sample_add (three, "people", "ana", "name", "Ana", "sector", "educators", "wall", "inside", NULL);
  add_held (snapshot, 4);
  add_held (three, 3);
  assert_found (snapshot, "R-SAME", "team");
  assert_not_found (three, "R-SAME", "team");
  sample_set (snapshot, "meetings", "held2", "facilitator", "ben");
  assert_not_found (snapshot, "R-SAME", "team");
}

static void
an_agenda_looks_back_says_why_and_is_not_all_logistics (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "meetings", "m", "community", "team", "title", "M", "starts_at", "2026-11-23T07:41", NULL);
  assert_not_found (snapshot, "M-NO-REFLECTION", "m");
  sample_add (snapshot, "agenda_items", "i", "meeting", "m", "position", "0", "title", "Buses", "kind", "logistics", "minutes",
              "21", NULL);
  assert_found (snapshot, "M-NO-REFLECTION", "m");
  assert_found (snapshot, "M-NO-WHY", "m");
  assert_found (snapshot, "M-LOGISTICS", "m");
  sample_add (snapshot, "agenda_items", "j", "meeting", "m", "position", "1", "title", "Look back", "kind", "reflection",
              "minutes", "21", "why", "W", NULL);
  assert_not_found (snapshot, "M-NO-REFLECTION", "m");
  assert_not_found (snapshot, "M-LOGISTICS", "m");
  sample_set (snapshot, "agenda_items", "i", "why", "W");
  assert_not_found (snapshot, "M-NO-WHY", "m");
  sample_set (snapshot, "meetings", "m", "state", "closed");
  sample_set (snapshot, "agenda_items", "j", "kind", "logistics");
  assert_not_found (snapshot, "M-NO-REFLECTION", "m");
}

static void
a_team_meets_within_the_workday (void)
{
  static const struct { const char *starts_at; gboolean is_found; } times[] = {
    { "2026-11-23T07:41", FALSE }, { "2026-11-23T06:59", TRUE }, { "2026-11-23T17:59", FALSE }, { "2026-11-23T18:00", TRUE },
    { "2026-11-28T10:00", TRUE }, { "2026-11-16T22:00", FALSE },
  };
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "meetings", "m", "community", "team", "title", "M", "starts_at", "2026-11-23T07:41", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      sample_set (snapshot, "meetings", "m", "starts_at", times[i].starts_at);
      if (times[i].is_found)
        assert_found (snapshot, "C-OUTSIDE-WORKDAY", "m");
      else
        assert_not_found (snapshot, "C-OUTSIDE-WORKDAY", "m");
    }
  sample_set (snapshot, "meetings", "m", "starts_at", "2026-11-28T10:00");
  sample_set (snapshot, "communities", "team", "kind", "action-team");
  assert_not_found (snapshot, "C-OUTSIDE-WORKDAY", "m");
}

static void
what_was_learned_is_acted_on_and_nobody_is_named (void)
{
  g_autoptr (LampSnapshot) snapshot = sample_new_district ();

  sample_add (snapshot, "journal_entries", "l", "person", "ana", "kind", "learned", NULL);
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (snapshot, "journal_entries", "l"), "created_at",
                     "2026-11-10T08:00:00.000Z");
  assert_not_found (snapshot, "J-NO-ACT", NULL);
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (snapshot, "journal_entries", "l"), "created_at",
                     "2026-09-01T08:00:00.000Z");
  assert_found (snapshot, "J-NO-ACT", NULL);
  sample_add (snapshot, "journal_entries", "a", "person", "ana", "kind", "acted", NULL);
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (snapshot, "journal_entries", "a"), "created_at",
                     "2026-09-20T08:00:00.000Z");
  assert_not_found (snapshot, "J-NO-ACT", NULL);
}

/* A cycle of the team with its seven stages, all planned. */
static LampSnapshot *
new_cycle (void)
{
  static const char * const characteristics[] = { "data", "shared-goals", "professional-learning", "strategies",
                                                  "application", "monitoring", "evaluation" };
  LampSnapshot *snapshot = sample_new_district ();

  sample_add (snapshot, "cycles", "c", "community", "team", "title", "Cycle", "framework", "continuous-improvement",
              "starts_on", "2026-09-01", "ends_on", "2027-01-31", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (characteristics); i++)
    {
      g_autofree char *position = g_strdup_printf ("%u", i);

      sample_add (snapshot, "stages", characteristics[i], "cycle", "c", "position", position, "characteristic",
                  characteristics[i], "title", characteristics[i], "status", "planned", NULL);
    }

  return snapshot;
}

static void
a_planned_cycle_is_left_in_peace (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();
  g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, TODAY, NULL);

  for (guint i = 0; i < findings->len; i++)
    g_assert_false (g_str_has_prefix (((const LampFinding *) findings->pdata[i])->check->code, "Y-"));
}

static void
stages_come_in_their_order (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_set (snapshot, "stages", "shared-goals", "status", "active");
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (sample_find (findings, "Y-ORDER", "shared-goals")->other, ==, "data");
  sample_set (snapshot, "stages", "data", "status", "skipped");
  assert_not_found (snapshot, "Y-ORDER", "shared-goals");
  assert_found (snapshot, "Y-SKIPPED", "data");
  sample_set (snapshot, "stages", "data", "why", "Done in June");
  assert_not_found (snapshot, "Y-SKIPPED", "data");
}

static void
data_and_goals_are_of_both_sides (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();

  sample_set (snapshot, "stages", "data", "status", "done");
  assert_found (snapshot, "Y-BOTH", "data");
  assert_found (snapshot, "Y-EMPTY", "data");
  sample_add (snapshot, "evidence", "e", "stage", "data", "kind", "student-data", "about", "student", "noted_on",
              "2026-09-10", "finding", "F", NULL);
  assert_found (snapshot, "Y-BOTH", "data");
  assert_not_found (snapshot, "Y-EMPTY", "data");
  sample_add (snapshot, "evidence", "f", "stage", "data", "kind", "survey", "about", "educator", "noted_on", "2026-09-10",
              "finding", "F", NULL);
  assert_not_found (snapshot, "Y-BOTH", "data");
  sample_set (snapshot, "stages", "shared-goals", "status", "done");
  assert_found (snapshot, "Y-BOTH", "shared-goals");
  sample_add (snapshot, "cycle_goals", "g", "cycle", "c", "goal", "t", NULL);
  assert_not_found (snapshot, "Y-BOTH", "shared-goals");
  assert_not_found (snapshot, "Y-EMPTY", "shared-goals");
}

static void
learning_strategies_and_application_have_what_they_need (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();

  sample_set (snapshot, "stages", "professional-learning", "status", "done");
  sample_set (snapshot, "stages", "strategies", "status", "done");
  sample_set (snapshot, "stages", "application", "status", "active");
  assert_found (snapshot, "Y-AREAS", "professional-learning");
  assert_found (snapshot, "Y-SOURCE", "strategies");
  assert_found (snapshot, "Y-SUPPORT", "application");
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (snapshot, "stages", "professional-learning"), "learning_areas",
                     "[\"content\"]");
  sample_add (snapshot, "strategies", "x", "goal", "t", "cycle", "c", "title", "X", "source", "A study", NULL);
  sample_add (snapshot, "people", "ana", "name", "Ana", "sector", "educators", "wall", "inside", NULL);
  sample_set (snapshot, "stages", "application", "local_support", "ana");
  assert_not_found (snapshot, "Y-AREAS", "professional-learning");
  assert_not_found (snapshot, "Y-SOURCE", "strategies");
  assert_not_found (snapshot, "Y-SUPPORT", "application");
}

static void
monitoring_measures_twice_and_evaluation_judges (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();

  sample_set (snapshot, "stages", "monitoring", "status", "done");
  sample_set (snapshot, "stages", "evaluation", "status", "done");
  sample_add (snapshot, "cycle_goals", "g", "cycle", "c", "goal", "t", NULL);
  sample_add (snapshot, "measurements", "m", "goal", "t", "measured_on", "2026-10-01", "value", "5", NULL);
  sample_add (snapshot, "measurements", "old", "goal", "t", "measured_on", "2026-05-01", "value", "5", NULL);
  assert_found (snapshot, "Y-MEASURES", "monitoring");
  sample_set (snapshot, "measurements", "old", "measured_on", "2026-11-01");
  assert_not_found (snapshot, "Y-MEASURES", "monitoring");
  assert_found (snapshot, "Y-VERDICT", "evaluation");
  assert_found (snapshot, "Y-LESSONS", "evaluation");
  sample_set (snapshot, "stages", "evaluation", "verdict", "Keep");
  sample_set (snapshot, "stages", "evaluation", "what_worked", "Talk");
  assert_not_found (snapshot, "Y-VERDICT", "evaluation");
  assert_found (snapshot, "Y-LESSONS", "evaluation");
  sample_set (snapshot, "stages", "evaluation", "why", "Because");
  assert_not_found (snapshot, "Y-LESSONS", "evaluation");
}

static void
what_was_learned_reaches_the_classroom (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();

  assert_not_found (snapshot, "K-DOING", "c");
  sample_set (snapshot, "stages", "professional-learning", "status", "done");
  assert_not_found (snapshot, "K-DOING", "c");
  sample_set (snapshot, "stages", "application", "starts_on", "2026-10-01");
  assert_found (snapshot, "K-DOING", "c");
  sample_set (snapshot, "stages", "application", "status", "active");
  assert_not_found (snapshot, "K-DOING", "c");
  sample_set (snapshot, "stages", "application", "characteristic", "data");
  assert_found (snapshot, "K-DOING", "c");
  assert_found (snapshot, "Y-MISSING", "c");
}

static void
a_reform_meets_the_whole_faculty (void)
{
  g_autoptr (LampSnapshot) snapshot = new_cycle ();

  assert_not_found (snapshot, "Y-FACULTY", "c");
  sample_set (snapshot, "cycles", "c", "framework", "school-reform");
  assert_found (snapshot, "Y-FACULTY", "c");
  sample_add (snapshot, "meetings", "m", "community", "school", "title", "All", "starts_at", "2027-01-12T14:00", NULL);
  assert_not_found (snapshot, "Y-FACULTY", "c");
  sample_set (snapshot, "meetings", "m", "starts_at", "2027-03-12T14:00");
  assert_found (snapshot, "Y-FACULTY", "c");
  sample_set (snapshot, "cycles", "c", "starts_on", "2026-11-20");
  assert_not_found (snapshot, "Y-FACULTY", "c");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/checks-work/" #name, name)
  ADD (a_school_with_nobody_from_outside_hears_itself);
  ADD (a_team_has_a_purpose_a_cadence_and_a_goal);
  ADD (four_people_take_on_the_four_parts);
  ADD (six_communities_are_too_many_for_one_person);
  ADD (who_facilitates_a_team_has_learned_it);
  ADD (a_rating_rests_on_something_and_a_term_has_a_visit);
  ADD (norms_are_written_down_and_looked_at_again);
  ADD (a_role_goes_round);
  ADD (an_agenda_looks_back_says_why_and_is_not_all_logistics);
  ADD (a_team_meets_within_the_workday);
  ADD (what_was_learned_is_acted_on_and_nobody_is_named);
  ADD (a_planned_cycle_is_left_in_peace);
  ADD (stages_come_in_their_order);
  ADD (data_and_goals_are_of_both_sides);
  ADD (learning_strategies_and_application_have_what_they_need);
  ADD (monitoring_measures_twice_and_evaluation_judges);
  ADD (what_was_learned_reaches_the_classroom);
  ADD (a_reform_meets_the_whole_faculty);

  return g_test_run ();
}
