/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-alignment.h"
#include "lamp-forest.h"
#include "lamp-goal-change.h"
#include "sample-rows.h"

/* all → school → (early → secret, late) in the community c; another school beside it. */
static LampSnapshot *
new_plan (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "goals", "all", "level", "system", "title", "All", "community", "c", "position", "0", NULL);
  sample_add (snapshot, "goals", "school", "level", "school", "title", "School", "parent", "all", "community", "c",
              "position", "0", NULL);
  sample_add (snapshot, "goals", "other", "level", "school", "title", "Other", "parent", "all", "community", "d",
              "position", "1", NULL);
  sample_add (snapshot, "goals", "early", "level", "team", "title", "Early", "parent", "school", "community", "c",
              "position", "0", "status", "met", NULL);
  sample_add (snapshot, "goals", "late", "level", "team", "title", "Late", "parent", "school", "community", "d",
              "position", "1", NULL);
  sample_add (snapshot, "goals", "secret", "level", "individual", "title", "Secret", "parent", "early", "community",
              "c", "position", "0", NULL);

  return snapshot;
}

static const LampRow *
goal (LampSnapshot *snapshot,
      const char   *id)
{
  return lamp_snapshot_find (snapshot, "goals", id);
}

static gboolean
is_deleted (LampGoalChange *change,
            const char     *id)
{
  for (guint i = 0; i < change->deleted->len; i++)
    if (g_str_equal (lamp_row_get_id (change->deleted->pdata[i]), id))
      return TRUE;

  return FALSE;
}

/* The snapshot as it is when the change has been carried out, as the store does it. */
static LampSnapshot *
carry_out (LampSnapshot   *before,
           LampGoalChange *change)
{
  static const char * const types[] = { "goals", "goal_links" };
  LampSnapshot *after = lamp_snapshot_new ();

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    for (guint i = 0; i < lamp_snapshot_get (before, types[t])->len; i++)
      {
        const LampRow *row = lamp_snapshot_get (before, types[t])->pdata[i];
        gboolean goes = g_ptr_array_find (change->deleted, row, NULL);

        if (t == 1)
          goes = goes || is_deleted (change, lamp_row_get_text (row, "goal"))
                 || is_deleted (change, lamp_row_get_text (row, "supports"));
        if (!goes)
          lamp_snapshot_take (after, lamp_row_copy (lamp_goal_change_find (change, row)));
      }
  for (guint i = 0; i < change->added->len; i++)
    lamp_snapshot_take (after, lamp_row_copy (change->added->pdata[i]));

  return after;
}

static char *
list_children (LampSnapshot *snapshot,
               const char   *id)
{
  g_autoptr (GPtrArray) rows = lamp_snapshot_list_by (snapshot, "goals", "parent", id);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", lamp_row_get_title (rows->pdata[i]));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_children (LampSnapshot *snapshot,
                 const char   *id,
                 const char   *expected)
{
  g_autofree char *children = list_children (snapshot, id);

  g_assert_cmpstr (children, ==, expected);
}

static void
a_promoted_goal_stands_beside_what_it_supported (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) change = lamp_goal_change_promote (before, goal (before, "early"));
  g_autoptr (LampSnapshot) after = carry_out (before, change);

  g_assert_cmpstr (lamp_row_get_text (goal (after, "early"), "level"), ==, "school");
  assert_children (after, "all", "School Early Other");
  assert_children (after, "school", "Late");
  assert_children (after, "early", "Secret");
}

static void
what_is_private_stays_so_when_it_is_promoted (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) change = lamp_goal_change_promote (before, goal (before, "secret"));
  g_autoptr (LampSnapshot) after = carry_out (before, change);

  g_assert_cmpstr (lamp_row_get_text (goal (after, "secret"), "level"), ==, "team");
  g_assert_true (lamp_goal_is_private (goal (after, "secret")));
}

static void
a_promoted_goal_keeps_what_stands_higher_still (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) change = NULL;
  g_autoptr (LampGoalChange) top = NULL;

  sample_add (before, "goals", "direct", "level", "team", "title", "Direct", "parent", "all", "position", "7", NULL);
  change = lamp_goal_change_promote (before, goal (before, "direct"));
  g_assert_cmpstr (lamp_row_get_text (change->written->pdata[0], "parent"), ==, "all");
  g_assert_cmpint (lamp_row_get_integer (change->written->pdata[0], "position"), ==, 7);
  g_assert_null (lamp_goal_change_promote (before, goal (before, "all")));
  top = lamp_goal_change_promote (before, goal (before, "school"));
  g_assert_cmpstr (lamp_row_get_text (top->written->pdata[0], "level"), ==, "system");
  g_assert_false (lamp_row_has (top->written->pdata[0], "parent"));
}

static void
links_that_would_lead_downwards_go (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) up = NULL;
  g_autoptr (LampGoalChange) down = NULL;

  sample_add (before, "goal_links", "aside", "goal", "early", "supports", "late", NULL);
  sample_add (before, "goal_links", "same", "goal", "early", "supports", "all", NULL);
  sample_add (before, "goal_links", "high", "goal", "early", "supports", "other", NULL);
  up = lamp_goal_change_promote (before, goal (before, "early"));
  g_assert_true (is_deleted (up, "aside"));
  g_assert_true (is_deleted (up, "same")); /* it is what it supports now */
  g_assert_false (is_deleted (up, "high"));
  sample_add (before, "goal_links", "from", "goal", "other", "supports", "school", NULL);
  down = lamp_goal_change_demote (before, goal (before, "school"));
  g_assert_true (is_deleted (down, "from"));
}

static void
a_demoted_goal_lets_its_equals_stand_beside_it (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) change = NULL;
  g_autoptr (LampSnapshot) after = NULL;

  sample_add (before, "goals", "part", "level", "school", "title", "Part", "parent", "school", NULL);
  change = lamp_goal_change_demote (before, goal (before, "school"));
  after = carry_out (before, change);
  g_assert_cmpstr (lamp_row_get_text (goal (after, "school"), "level"), ==, "team");
  assert_children (after, "all", "School Other Part");
  assert_children (after, "school", "Early Late");
  g_assert_null (lamp_goal_change_demote (before, goal (before, "early")));
}

static void
a_goal_changes_its_community_with_those_that_shared_it (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) alone = lamp_goal_change_transfer (before, goal (before, "school"), "e", FALSE);
  g_autoptr (LampGoalChange) all = lamp_goal_change_transfer (before, goal (before, "school"), "e", TRUE);

  g_assert_cmpuint (alone->written->len, ==, 1);
  g_assert_cmpuint (all->written->len, ==, 3);
  g_assert_cmpuint (lamp_goal_count_of_its_own (before, goal (before, "school")), ==, 2);
  g_assert_cmpstr (lamp_row_get_text (lamp_goal_change_find (all, goal (before, "secret")), "community"), ==, "e");
  g_assert_cmpstr (lamp_row_get_text (lamp_goal_change_find (all, goal (before, "late")), "community"), ==, "d");
}

static void
a_copy_starts_anew_right_after_the_first (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (0);
  g_autoptr (LampGoalChange) change = lamp_goal_change_duplicate (before, goal (before, "early"), FALSE, clock);
  g_autoptr (LampSnapshot) after = carry_out (before, change);

  g_assert_cmpuint (change->added->len, ==, 1);
  assert_children (after, "school", "Early Early (copy) Late");
  g_assert_cmpstr (lamp_row_get_text (change->added->pdata[0], "status"), ==, "not-started");
}

static void
a_copy_with_its_supporting_goals_leaves_the_private_ones (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (0);
  g_autoptr (LampGoalChange) change = NULL;
  g_autoptr (LampSnapshot) after = NULL;
  const LampRow *link;

  sample_add (before, "goal_links", "within", "goal", "early", "supports", "late", "rationale", "R", NULL);
  change = lamp_goal_change_duplicate (before, goal (before, "school"), TRUE, clock);
  after = carry_out (before, change);
  assert_children (after, "all", "School School (copy) Other");
  assert_children (after, lamp_row_get_id (change->added->pdata[0]), "Early Late");
  g_assert_cmpuint (change->added->len, ==, 4);
  link = change->added->pdata[3];
  g_assert_cmpstr (lamp_row_get_text (link, "rationale"), ==, "R");
  g_assert_cmpstr (lamp_row_get_text (link, "supports"), ==, lamp_row_get_id (change->added->pdata[2]));
}

static void
those_below_a_deleted_goal_take_its_place (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) alone = lamp_goal_change_remove (before, goal (before, "school"), FALSE);
  g_autoptr (LampGoalChange) all = lamp_goal_change_remove (before, goal (before, "school"), TRUE);
  g_autoptr (LampGoalChange) top = lamp_goal_change_remove (before, goal (before, "all"), FALSE);
  g_autoptr (LampSnapshot) after = carry_out (before, alone);
  g_autoptr (LampSnapshot) rest = carry_out (before, all);
  g_autoptr (LampSnapshot) roots = carry_out (before, top);

  assert_children (after, "all", "Early Late Other");
  g_assert_cmpuint (lamp_snapshot_get (rest, "goals")->len, ==, 2);
  g_assert_false (lamp_row_has (goal (roots, "school"), "parent"));
  g_assert_false (lamp_row_has (goal (roots, "other"), "parent"));
}

static void
a_goal_is_put_among_others_at_its_place (void)
{
  g_autoptr (LampSnapshot) before = new_plan ();
  g_autoptr (LampGoalChange) change = NULL;
  g_autoptr (LampSnapshot) after = NULL;

  sample_add (before, "goal_links", "link", "goal", "tom", "supports", "school", NULL);
  sample_add (before, "goals", "tom", "level", "team", "title", "Tom", NULL);
  change = lamp_goal_change_align (before, goal (before, "tom"), goal (before, "school"), goal (before, "late"));
  after = carry_out (before, change);
  assert_children (after, "school", "Early Tom Late");
  g_assert_true (is_deleted (change, "link"));
}

/* Random forests: levels never upside down, no circle, also by “also supports”. */

static LampSnapshot *
new_random_plan (guint n)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };
  LampSnapshot *snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *above = g_strdup_printf ("g%d", g_test_rand_int_range (0, MAX ((int) i, 1)));
      g_autofree char *link = g_strdup_printf ("l%u", i);
      LampRow *row = sample_add (snapshot, "goals", id, "title", id, "level", levels[g_test_rand_int_range (0, 4)],
                                 "community", g_test_rand_bit () ? "c" : "d", NULL);

      lamp_row_set_integer (row, "position", g_test_rand_int_range (0, 4));
      if (i > 0 && g_test_rand_int_range (0, 5) > 0 && lamp_alignment_allows (snapshot, id, above, NULL))
        lamp_row_set_text (row, "parent", above);
      g_free (above);
      above = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) i + 1));
      if (lamp_alignment_judge (snapshot, id, above, LAMP_SUPPORT_ALSO, NULL))
        sample_add (snapshot, "goal_links", link, "goal", id, "supports", above, NULL);
    }

  return snapshot;
}

/* Whether what @row supports, in either way, ever leads back to it. */
static gboolean
goes_round (LampSnapshot  *snapshot,
            const LampRow *row)
{
  g_autoptr (GPtrArray) reached = g_ptr_array_new ();

  g_ptr_array_add (reached, (gpointer) row);
  for (guint i = 0; i < reached->len; i++)
    {
      GPtrArray *links = lamp_snapshot_find_by (snapshot, "goal_links", "goal", lamp_row_get_id (reached->pdata[i]));

      for (guint j = 0; j <= links->len; j++)
        {
          const char *id = j < links->len ? lamp_row_get_text (links->pdata[j], "supports")
                                          : lamp_row_get_text (reached->pdata[i], "parent");
          const LampRow *above = goal (snapshot, id);

          if (above == row)
            return TRUE;
          if (above != NULL && !g_ptr_array_find (reached, above, NULL))
            g_ptr_array_add (reached, (gpointer) above);
        }
    }

  return FALSE;
}

static gboolean
is_upright (LampSnapshot *snapshot)
{
  GPtrArray *goals = lamp_snapshot_get (snapshot, "goals");
  GPtrArray *links = lamp_snapshot_get (snapshot, "goal_links");

  for (guint i = 0; i < goals->len; i++)
    {
      const LampRow *above = goal (snapshot, lamp_row_get_text (goals->pdata[i], "parent"));

      if (above != NULL && lamp_goal_get_rank (above) > lamp_goal_get_rank (goals->pdata[i]))
        return FALSE;
    }
  for (guint i = 0; i < links->len; i++)
    if (lamp_goal_get_rank (goal (snapshot, lamp_row_get_text (links->pdata[i], "supports")))
        > lamp_goal_get_rank (goal (snapshot, lamp_row_get_text (links->pdata[i], "goal"))))
      return FALSE;

  return TRUE;
}

static gboolean
is_in_order (LampSnapshot *snapshot)
{
  GPtrArray *goals = lamp_snapshot_get (snapshot, "goals");

  for (guint i = 0; i < goals->len; i++)
    if (goes_round (snapshot, goals->pdata[i]))
      return FALSE;

  return is_upright (snapshot);
}

static gboolean
has_doubles (LampSnapshot *snapshot)
{
  GPtrArray *links = lamp_snapshot_get (snapshot, "goal_links");

  for (guint i = 0; i < links->len; i++)
    {
      const LampRow *row = goal (snapshot, lamp_row_get_text (links->pdata[i], "goal"));

      if (lamp_row_is (links->pdata[i], "supports", lamp_row_get_text (row, "parent")))
        return TRUE;
    }

  return FALSE;
}

/* An alignment is allowed if, and only if, what comes of it has no circle and is not upside down. */
static void
what_is_on_offer_is_what_keeps_the_forest_in_order (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n = (guint) g_test_rand_int_range (2, 14);
      g_autoptr (LampSnapshot) before = new_random_plan (n);
      g_autofree char *child = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) n));
      g_autofree char *above = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) n));
      g_autofree char *reason = NULL;
      gboolean is_there = lamp_row_is (goal (before, child), "parent", above);
      gboolean on_offer = lamp_alignment_judge (before, child, above, LAMP_SUPPORT_FIRST, &reason);
      g_autoptr (LampGoalChange) change = lamp_goal_change_align (before, goal (before, child), goal (before, above), NULL);
      g_autoptr (LampSnapshot) after = carry_out (before, change);

      g_assert_true (is_in_order (before));
      g_assert_cmpint (on_offer, ==, is_in_order (after) && !is_there);
      g_assert_cmpint (on_offer, ==, reason == NULL);
      g_assert_false (on_offer && has_doubles (after));
    }
}

static void
what_is_also_supported_keeps_the_forest_in_order_too (void)
{
  for (guint round = 0; round < 400; round++)
    {
      guint n = (guint) g_test_rand_int_range (2, 14);
      g_autoptr (LampSnapshot) plan = new_random_plan (n);
      g_autofree char *child = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) n));
      g_autofree char *above = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) n));
      gboolean is_there = lamp_row_is (goal (plan, child), "parent", above);
      GPtrArray *links = lamp_snapshot_find_by (plan, "goal_links", "goal", child);
      gboolean on_offer = lamp_alignment_judge (plan, child, above, LAMP_SUPPORT_ALSO, NULL);

      for (guint i = 0; i < links->len; i++)
        is_there |= lamp_row_is (links->pdata[i], "supports", above);
      sample_add (plan, "goal_links", "new", "goal", child, "supports", above, NULL);
      g_assert_cmpint (on_offer, ==, is_in_order (plan) && !is_there);
    }
}

static LampGoalChange *
change_at_random (LampSnapshot  *plan,
                  const LampRow *row,
                  LampClock     *clock)
{
  switch (g_test_rand_int_range (0, 5))
    {
    case 0:
      return lamp_goal_change_promote (plan, row);
    case 1:
      return lamp_goal_change_demote (plan, row);
    case 2:
      return lamp_goal_change_transfer (plan, row, "e", g_test_rand_bit ());
    case 3:
      return lamp_goal_change_duplicate (plan, row, g_test_rand_bit (), clock);
    default:
      return lamp_goal_change_remove (plan, row, g_test_rand_bit ());
    }
}

static void
no_change_ever_brings_the_forest_out_of_order (void)
{
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (0);

  for (guint round = 0; round < 400; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 14);
      g_autoptr (LampSnapshot) before = new_random_plan (n);
      g_autofree char *id = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) n));
      g_autoptr (LampGoalChange) change = change_at_random (before, goal (before, id), clock);
      g_autoptr (LampSnapshot) after = change ? carry_out (before, change) : NULL;

      g_assert_true (after == NULL || is_in_order (after));
      g_assert_false (after != NULL && has_doubles (after));
      for (guint i = 0; change != NULL && i < change->written->len; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpstr (lamp_row_get_id (change->written->pdata[i]), !=, lamp_row_get_id (change->written->pdata[j]));
    }
}

static void
thousands_below_are_no_burden (void)
{
  g_autoptr (LampSnapshot) plan = lamp_snapshot_new ();
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (0);
  g_autoptr (LampGoalChange) removed = NULL;
  g_autoptr (LampGoalChange) alone = NULL;
  g_autoptr (LampGoalChange) copied = NULL;

  sample_add (plan, "goals", "all", "level", "system", "title", "All", NULL);
  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *above = g_strdup_printf ("g%u", i / 3 - 1);

      sample_add (plan, "goals", id, "level", "team", "title", id, "parent", i < 3 || i % 2 ? "all" : above, NULL);
    }
  removed = lamp_goal_change_remove (plan, goal (plan, "all"), TRUE);
  alone = lamp_goal_change_remove (plan, goal (plan, "all"), FALSE);
  copied = lamp_goal_change_duplicate (plan, goal (plan, "all"), TRUE, clock);
  g_assert_cmpuint (removed->deleted->len, ==, 20001);
  g_assert_cmpuint (alone->written->len, >, 10000);
  g_assert_cmpuint (copied->added->len, ==, 20001);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/goal-change/" #name, name)
  ADD (a_promoted_goal_stands_beside_what_it_supported);
  ADD (what_is_private_stays_so_when_it_is_promoted);
  ADD (a_promoted_goal_keeps_what_stands_higher_still);
  ADD (links_that_would_lead_downwards_go);
  ADD (a_demoted_goal_lets_its_equals_stand_beside_it);
  ADD (a_goal_changes_its_community_with_those_that_shared_it);
  ADD (a_copy_starts_anew_right_after_the_first);
  ADD (a_copy_with_its_supporting_goals_leaves_the_private_ones);
  ADD (those_below_a_deleted_goal_take_its_place);
  ADD (a_goal_is_put_among_others_at_its_place);
  ADD (what_is_on_offer_is_what_keeps_the_forest_in_order);
  ADD (what_is_also_supported_keeps_the_forest_in_order_too);
  ADD (no_change_ever_brings_the_forest_out_of_order);
  ADD (thousands_below_are_no_burden);
#undef ADD

  return g_test_run ();
}
