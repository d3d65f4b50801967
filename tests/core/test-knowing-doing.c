/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-knowing-doing.h"
#include "sample-rows.h"

/* How far what was learned has come into practice: practice S29. */

#define TODAY "2026-11-22"

/* A cycle whose professional learning was over on 1 September. */
static LampSnapshot *
new_learned (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "communities", "c", "name", "C", "kind", "team", NULL);
  sample_add (snapshot, "goals", "g", "community", "c", "level", "team", "title", "G", NULL);
  sample_add (snapshot, "cycles", "y", "community", "c", "title", "Y", "framework", "continuous-improvement", NULL);
  sample_add (snapshot, "stages", "learn", "cycle", "y", "position", "2", "title", "Learn", "characteristic",
              "professional-learning", "status", "done", "finished_on", "2026-09-01", NULL);

  return snapshot;
}

static void
assert_counts (LampSnapshot *snapshot,
               guint         n_learned,
               guint         n_practice,
               guint         n_applied,
               guint         n_shown,
               int           median_days)
{
  LampKnowingDoing figure;

  lamp_knowing_doing_count (&figure, snapshot, TODAY);
  g_assert_cmpuint (figure.n_learned, ==, n_learned);
  g_assert_cmpuint (figure.n_practice, ==, n_practice);
  g_assert_cmpuint (figure.n_applied, ==, n_applied);
  g_assert_cmpuint (figure.n_shown, ==, n_shown);
  g_assert_cmpint (figure.median_days, ==, median_days);
}

static void
a_stage_of_learning_goes_step_by_step_into_practice (void)
{
  g_autoptr (LampSnapshot) snapshot = new_learned ();

  assert_counts (snapshot, 1, 0, 0, 0, -1);
  sample_add (snapshot, "strategies", "x", "goal", "g", "cycle", "y", "title", "X", "practice", "Ask twice", NULL);
  assert_counts (snapshot, 1, 1, 0, 0, -1);
  sample_add (snapshot, "stages", "try", "cycle", "y", "position", "4", "title", "Try", "characteristic", "application",
              "status", "active", "started_on", "2026-09-22", NULL);
  assert_counts (snapshot, 1, 1, 1, 0, 21);
  sample_add (snapshot, "cycle_goals", "l", "cycle", "y", "goal", "g", NULL);
  sample_add (snapshot, "measurements", "before", "goal", "g", "measured_on", "2026-09-21", "value", "1", NULL);
  assert_counts (snapshot, 1, 1, 1, 0, 21);
  sample_add (snapshot, "measurements", "after", "goal", "g", "measured_on", "2026-10-01", "value", "2", NULL);
  assert_counts (snapshot, 1, 1, 1, 1, 21);
}

static void
what_is_tried_without_saying_what_changes_does_not_count (void)
{
  g_autoptr (LampSnapshot) snapshot = new_learned ();

  sample_add (snapshot, "stages", "try", "cycle", "y", "position", "4", "title", "Try", "characteristic", "application",
              "status", "done", "started_on", "2026-09-22", NULL);
  sample_add (snapshot, "evidence", "e", "stage", "try", "kind", "observation", "noted_on", "2026-10-01", "finding", "F",
              NULL);
  assert_counts (snapshot, 1, 0, 0, 0, -1);
  sample_add (snapshot, "strategies", "x", "goal", "g", "cycle", "y", "title", "X", "kind", "practice", "status", "dropped",
              NULL);
  assert_counts (snapshot, 1, 0, 0, 0, -1);
  sample_add (snapshot, "strategies", "z", "goal", "g", "cycle", "y", "title", "Z", "kind", "practice", NULL);
  assert_counts (snapshot, 1, 1, 1, 1, 21);
}

static void
a_training_counts_by_what_the_person_did_since (void)
{
  g_autoptr (LampSnapshot) snapshot = new_learned ();

  sample_add (snapshot, "people", "p", "name", "P", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "trainings", "t", "person", "p", "title", "T", "held_on", "2026-09-10", NULL);
  sample_add (snapshot, "trainings", "later", "person", "p", "title", "T", "held_on", "2026-12-10", NULL);
  assert_counts (snapshot, 2, 0, 0, 0, -1);
  sample_add (snapshot, "journal_entries", "old", "person", "p", "kind", "acted", "created_at", "2026-09-09T10:00:00.000Z",
              NULL);
  assert_counts (snapshot, 2, 0, 0, 0, -1);
  sample_add (snapshot, "journal_entries", "j", "person", "p", "kind", "acted", "created_at", "2026-09-15T10:00:00.000Z",
              NULL);
  assert_counts (snapshot, 2, 1, 0, 0, -1);
  sample_add (snapshot, "journal_entries", "k", "person", "p", "kind", "acted", "stage", "learn", "outcome", "It helped",
              "created_at", "2026-09-20T10:00:00.000Z", NULL);
  assert_counts (snapshot, 2, 1, 1, 1, 10);
}

static void
a_training_counts_when_the_person_helps_where_others_try (void)
{
  g_autoptr (LampSnapshot) snapshot = new_learned ();

  sample_add (snapshot, "people", "p", "name", "P", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "trainings", "t", "person", "p", "title", "T", "held_on", "2026-09-10", NULL);
  sample_add (snapshot, "stages", "try", "cycle", "y", "position", "4", "title", "Try", "characteristic", "application",
              "status", "active", "started_on", "2026-09-22", "local_support", "p", NULL);
  assert_counts (snapshot, 2, 1, 1, 0, 12);
}

static void
no_step_counts_more_than_the_one_before_it (void)
{
  static const char * const kinds[] = { "data", "professional-learning", "application", "monitoring" };
  static const char * const states[] = { "planned", "active", "done", "skipped" };

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (LampSnapshot) snapshot = new_learned ();
      LampKnowingDoing figure;
      guint n_learned = 1;

      for (guint i = 0; i < 12; i++)
        {
          g_autofree char *id = g_strdup_printf ("s%u", i);
          g_autofree char *cycle = g_strdup_printf ("y%d", g_test_rand_int_range (0, 3));
          g_autofree char *day = g_strdup_printf ("2026-%02d-10", g_test_rand_int_range (1, 13));
          const char *kind = kinds[g_test_rand_int_range (0, 4)];
          const char *state = states[g_test_rand_int_range (0, 4)];

          if (lamp_snapshot_find (snapshot, "cycles", cycle) == NULL)
            sample_add (snapshot, "cycles", cycle, "community", "c", "title", "C", "framework", "action-research", NULL);
          if (g_test_rand_bit ())
            sample_add (snapshot, "strategies", id, "goal", "g", "cycle", cycle, "title", "X", "kind", "practice", NULL);
          if (g_test_rand_bit ())
            sample_add (snapshot, "evidence", id, "stage", id, "kind", "survey", "noted_on", day, "finding", "F", NULL);
          sample_add (snapshot, "stages", id, "cycle", cycle, "position", "1", "title", id, "characteristic", kind, "status",
                      state, "started_on", day, NULL);
          n_learned += g_str_equal (kind, "professional-learning") && g_str_equal (state, "done");
        }
      lamp_knowing_doing_count (&figure, snapshot, TODAY);
      g_assert_cmpuint (figure.n_learned, ==, n_learned);
      g_assert_cmpuint (figure.n_practice, <=, figure.n_learned);
      g_assert_cmpuint (figure.n_applied, <=, figure.n_practice);
      g_assert_cmpuint (figure.n_shown, <=, figure.n_applied);
      g_assert_true ((figure.median_days >= 0) == (figure.n_applied > 0));
    }
}

static void
the_figure_is_said_in_words (void)
{
  LampKnowingDoing none = { .median_days = -1 };
  LampKnowingDoing some = { 7, 5, 4, 3, 21 };
  g_autofree char *nothing = lamp_knowing_doing_dup_words (&none);
  g_autofree char *words = lamp_knowing_doing_dup_words (&some);

  g_assert_cmpstr (nothing, ==, "No professional learning has been written down yet.");
  g_assert_cmpstr (words, ==, "Of 7 events of professional learning, 5 are to change practice, 4 have been tried at work, and "
                              "of 3 there is evidence. It took 21 days, as a median.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/knowing-doing/" #name, name)
  ADD (a_stage_of_learning_goes_step_by_step_into_practice);
  ADD (what_is_tried_without_saying_what_changes_does_not_count);
  ADD (a_training_counts_by_what_the_person_did_since);
  ADD (a_training_counts_when_the_person_helps_where_others_try);
  ADD (no_step_counts_more_than_the_one_before_it);
  ADD (the_figure_is_said_in_words);

  return g_test_run ();
}
