/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-outline.h"
#include "lamp-goal-sieve.h"
#include "sample-rows.h"

#define TODAY "2026-11-20"

static LampSnapshot *
make_school (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "people", "ruth", "name", "Ruth Adeyemi", NULL);
  sample_add (snapshot, "goals", "read", "level", "system", "title", "Everyone reads", "rollup", "children", NULL);
  sample_add (snapshot, "goals", "third", "level", "school", "parent", "read", "title", "Third graders read",
              "owner", "ruth", "due", "2026-11-01", "is_priority", "true", NULL);
  sample_add (snapshot, "goals", "aloud", "level", "team", "parent", "third", "title", "Reading aloud",
              "due", "2026-11-20", "why", "Voices carry", NULL);
  sample_add (snapshot, "goals", "late", "level", "team", "parent", "third", "title", "Long ago",
              "due", "2026-01-01", "status", "met", NULL);
  sample_add (snapshot, "goals", "secret", "level", "individual", "parent", "aloud", "title", "Everyone must not know",
              "owner", "ruth", "due", "2026-01-01", "is_priority", "true", NULL);
  sample_add (snapshot, "goals", "idle", "level", "school", "parent", "read", "title", "Nobody carries this", NULL);
  sample_add (snapshot, "measurements", "m", "goal", "third", "value", "4", "measured_on", "2026-10-01", NULL);

  return snapshot;
}

/* The identifiers of the goals that pass, in the order in which they were made. */
static void
assert_passes (LampGoalTraits  traits,
               const char     *words,
               const char     *me,
               const char     *expected)
{
  g_autoptr (LampSnapshot) snapshot = make_school ();
  g_autoptr (LampGoalSieve) sieve = lamp_goal_sieve_new (snapshot, traits, words, me, TODAY);
  GPtrArray *goals = lamp_snapshot_get (snapshot, "goals");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < goals->len; i++)
    if (lamp_goal_sieve_passes (goals->pdata[i], sieve))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", lamp_row_get_id (goals->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
who_asks_for_nothing_gets_everything (void)
{
  assert_passes (0, "", NULL, "read third aloud late secret idle");
  assert_passes (0, "  ", NULL, "read third aloud late secret idle");
}

static void
mine_are_those_that_i_own_and_the_private_ones_are_counted (void)
{
  assert_passes (LAMP_GOAL_MINE, "", "ruth", "third secret");
  assert_passes (LAMP_GOAL_MINE, "", "nobody", "");
}

static void
nothing_is_mine_before_i_have_said_who_i_am (void)
{
  assert_passes (LAMP_GOAL_MINE, "", NULL, "");
}

static void
a_goal_is_overdue_from_the_day_after_unless_it_is_finished (void)
{
  assert_passes (LAMP_GOAL_OVERDUE, "", NULL, "third");
}

static void
a_goal_is_measured_when_what_its_progress_comes_from_is (void)
{
  assert_passes (LAMP_GOAL_UNMEASURED, "", NULL, "aloud idle");
}

static void
a_school_goal_that_nothing_carries_is_stalled (void)
{
  assert_passes (LAMP_GOAL_STALLED, "", NULL, "idle");
}

static void
two_traits_mean_both (void)
{
  assert_passes (LAMP_GOAL_PRIORITY | LAMP_GOAL_OVERDUE, "", NULL, "third");
  assert_passes (LAMP_GOAL_PRIORITY | LAMP_GOAL_STALLED, "", NULL, "");
}

static void
words_are_looked_for_in_all_that_is_written_and_in_the_owner (void)
{
  assert_passes (0, "READ", NULL, "read third aloud");
  assert_passes (0, "voice aloud", NULL, "aloud");
  assert_passes (0, "adeyemi", NULL, "third");
  assert_passes (LAMP_GOAL_PRIORITY, "aloud", NULL, "");
}

static void
a_private_goal_tells_nobody_what_it_says_or_how_it_stands (void)
{
  assert_passes (0, "know", NULL, "");
  assert_passes (LAMP_GOAL_PRIORITY, "", NULL, "third");
  assert_passes (LAMP_GOAL_MINE | LAMP_GOAL_OVERDUE, "", "ruth", "third");
  assert_passes (LAMP_GOAL_MINE, "know", "ruth", "");
}

/* Random forests. */

static LampSnapshot *
make_random_forest (guint n)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };
  static const char * const people[] = { "ruth", "tomasz", "ngozi" };
  LampSnapshot *snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *parent = i > 0 ? g_strdup_printf ("g%d", g_test_rand_int_range (0, i)) : NULL;
      LampRow *row = sample_add (snapshot, "goals", id, "title", id, NULL);

      lamp_row_set_text (row, "level", levels[g_test_rand_int_range (0, 4)]);
      lamp_row_set_text (row, "parent", g_test_rand_int_range (0, 6) ? parent : NULL);
      lamp_row_set_text (row, "owner", people[g_test_rand_int_range (0, 3)]);
      lamp_row_set_integer (row, "is_priority", g_test_rand_bit ());
      lamp_row_set_text (row, "due", g_test_rand_bit () ? "2026-11-01" : "2026-12-01");
    }

  return snapshot;
}

static const LampOutlineNode *
get_node (LampGoalOutline *outline,
          guint            index)
{
  return &g_array_index (outline->nodes, LampOutlineNode, index);
}

/* Whether something below a node is not there for the sake of others. */
static gboolean *
find_above_matches (LampGoalOutline *outline)
{
  gboolean *above = g_new0 (gboolean, outline->nodes->len + 1);

  for (guint i = outline->nodes->len; i > 0; i--)
    {
      const LampOutlineNode *node = get_node (outline, i - 1);

      if (node->parent >= 0 && (above[i - 1] || !node->goal || !node->is_context))
        above[node->parent] = TRUE;
    }

  return above;
}

static void
what_passes_is_shown_whole_with_its_line_and_nothing_else (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LampSnapshot) snapshot = make_random_forest (g_test_rand_int_range (1, 120));
      LampGoalTraits traits = g_test_rand_int_range (1, 1 << LAMP_GOAL_N_TRAITS);
      g_autoptr (LampGoalSieve) sieve = lamp_goal_sieve_new (snapshot, traits, "", "ruth", TODAY);
      g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, lamp_goal_sieve_passes, sieve);
      g_autofree gboolean *above = find_above_matches (outline);

      for (guint i = 0; i < outline->nodes->len; i++)
        {
          const LampOutlineNode *node = get_node (outline, i);

          if (node->goal)
            {
              g_assert_cmpint (node->is_context, ==, !lamp_goal_sieve_passes (node->goal, sieve));
              g_assert_true (!node->is_context || above[i]);
            }
          for (guint j = 0; node->privates && j < node->privates->len; j++)
            g_assert_true (lamp_goal_sieve_passes (node->privates->pdata[j], sieve));
        }
    }
}

static void
everything_that_passes_is_somewhere_to_be_seen (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (LampSnapshot) snapshot = make_random_forest (g_test_rand_int_range (1, 120));
      LampGoalTraits traits = g_test_rand_int_range (1, 1 << LAMP_GOAL_N_TRAITS);
      g_autoptr (LampGoalSieve) sieve = lamp_goal_sieve_new (snapshot, traits, "", "ruth", TODAY);
      g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, lamp_goal_sieve_passes, sieve);
      GPtrArray *goals = lamp_snapshot_get (snapshot, "goals");
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint i = 0; i < outline->tray->len; i++)
        g_hash_table_add (seen, outline->tray->pdata[i]);
      for (guint i = 0; i < outline->private_tray->len; i++)
        g_hash_table_add (seen, outline->private_tray->pdata[i]);
      for (guint i = 0; i < outline->nodes->len; i++)
        {
          const LampOutlineNode *node = get_node (outline, i);

          if (node->goal)
            g_hash_table_add (seen, (gpointer) node->goal);
          for (guint j = 0; node->privates && j < node->privates->len; j++)
            g_hash_table_add (seen, node->privates->pdata[j]);
        }
      for (guint i = 0; i < goals->len; i++)
        if (lamp_goal_sieve_passes (goals->pdata[i], sieve))
          g_assert_true (g_hash_table_contains (seen, goals->pdata[i]));
    }
}

#define ADD(function) g_test_add_func ("/sieve/" #function, function)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (who_asks_for_nothing_gets_everything);
  ADD (mine_are_those_that_i_own_and_the_private_ones_are_counted);
  ADD (nothing_is_mine_before_i_have_said_who_i_am);
  ADD (a_goal_is_overdue_from_the_day_after_unless_it_is_finished);
  ADD (a_goal_is_measured_when_what_its_progress_comes_from_is);
  ADD (a_school_goal_that_nothing_carries_is_stalled);
  ADD (two_traits_mean_both);
  ADD (words_are_looked_for_in_all_that_is_written_and_in_the_owner);
  ADD (a_private_goal_tells_nobody_what_it_says_or_how_it_stands);
  ADD (what_passes_is_shown_whole_with_its_line_and_nothing_else);
  ADD (everything_that_passes_is_somewhere_to_be_seen);

  return g_test_run ();
}
