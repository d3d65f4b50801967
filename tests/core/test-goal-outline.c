/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-alignment.h"
#include "lamp-goal-outline.h"

static void
add_goal (LampSnapshot *snapshot,
          const char   *id,
          const char   *level,
          const char   *parent,
          int           position)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("goals"));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "title", id);
  lamp_row_set_text (row, "community", "c");
  lamp_row_set_text (row, "level", level);
  lamp_row_set_text (row, "parent", parent);
  lamp_row_set_integer (row, "position", position);
  lamp_snapshot_take (snapshot, row);
}

/* "a b(c) …": the goals in their order, each with its parent; "*" and a number for private ones. */
static char *
spell (LampGoalOutline *outline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (outline->nodes, LampOutlineNode, i);
      const LampOutlineNode *parent = NULL;

      g_assert_cmpint (node->parent, <, (int) i);
      if (node->parent >= 0)
        parent = &g_array_index (outline->nodes, LampOutlineNode, node->parent);
      if (i > 0)
        g_string_append_c (text, ' ');
      if (node->goal == NULL)
        g_string_append_printf (text, "*%u", node->privates->len);
      else
        g_string_append (text, lamp_row_get_id (node->goal));
      if (parent != NULL)
        g_string_append_printf (text, "(%s)", lamp_row_get_id (parent->goal));
      if (node->is_context)
        g_string_append_c (text, '~');
    }

  return g_string_free (text, FALSE);
}

static LampSnapshot *
make_district (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  add_goal (snapshot, "read", "system", NULL, 1);
  add_goal (snapshot, "count", "system", NULL, 0);
  add_goal (snapshot, "school", "school", "read", 0);
  add_goal (snapshot, "late", "team", "school", 2);
  add_goal (snapshot, "early", "team", "school", 1);
  add_goal (snapshot, "mine", "individual", "early", 0);
  add_goal (snapshot, "yours", "individual", "early", 1);
  add_goal (snapshot, "lone", "team", NULL, 0);
  add_goal (snapshot, "adrift", "school", NULL, 0);
  add_goal (snapshot, "drifting", "team", "adrift", 0);
  add_goal (snapshot, "alone", "individual", NULL, 0);

  return snapshot;
}

static void
siblings_stand_by_position_and_private_goals_are_a_number (void)
{
  g_autoptr (LampSnapshot) snapshot = make_district ();
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, NULL, NULL);
  g_autofree char *text = spell (outline);

  g_assert_cmpstr (text, ==, "count read school(read) early(school) *2(early) late(school) adrift drifting(adrift)");
}

static void
every_goal_that_aligns_with_nothing_is_in_the_tray (void)
{
  g_autoptr (LampSnapshot) snapshot = make_district ();
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, NULL, NULL);

  g_assert_cmpuint (outline->tray->len, ==, 2);
  g_assert_cmpstr (lamp_row_get_id (outline->tray->pdata[0]), ==, "adrift");
  g_assert_cmpstr (lamp_row_get_id (outline->tray->pdata[1]), ==, "lone");
  g_assert_cmpuint (outline->private_tray->len, ==, 1);
}

static gboolean
is_called (const LampRow *goal,
           gpointer       data)
{
  return g_str_equal (lamp_row_get_id (goal), data);
}

static void
a_filter_never_hides_what_a_goal_supports (void)
{
  g_autoptr (LampSnapshot) snapshot = make_district ();
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, is_called, (gpointer) "late");
  g_autofree char *text = spell (outline);

  g_assert_cmpstr (text, ==, "read~ school(read)~ late(school)");
  g_assert_cmpuint (outline->tray->len, ==, 0);
}

static void
a_circle_is_shown_so_that_it_can_be_mended (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autoptr (LampGoalOutline) outline = NULL;
  g_autofree char *text = NULL;

  add_goal (snapshot, "a", "team", "b", 0);
  add_goal (snapshot, "b", "team", "a", 0);
  add_goal (snapshot, "me", "team", "me", 0);
  outline = lamp_goal_outline_new (snapshot, NULL, NULL);
  text = spell (outline);
  g_assert_cmpstr (text, ==, "me a b(a)");
}

static char *
spell_folded (LampGoalOutline *outline,
              const char      *ids)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);
  g_autoptr (LampGoalOutline) rest = NULL;

  for (guint i = 0; words[i]; i++)
    g_hash_table_add (folded, words[i]);
  rest = lamp_goal_outline_fold (outline, folded);
  g_assert_cmpuint (rest->tray->len, ==, outline->tray->len);

  return spell (rest);
}

static void
a_folded_goal_hides_all_that_is_below_it (void)
{
  g_autoptr (LampSnapshot) snapshot = make_district ();
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, NULL, NULL);
  g_autofree char *school = spell_folded (outline, "school early");
  g_autofree char *early = spell_folded (outline, "early late nobody");

  g_assert_cmpstr (school, ==, "count read school(read) adrift drifting(adrift)");
  g_assert_cmpstr (early, ==, "count read school(read) early(school) late(school) adrift drifting(adrift)");
}

static void
a_folded_goal_tells_how_many_it_hides_with_the_private_ones (void)
{
  g_autoptr (LampSnapshot) snapshot = make_district ();
  g_autoptr (LampGoalOutline) outline = lamp_goal_outline_new (snapshot, NULL, NULL);
  g_autoptr (GHashTable) folded = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (LampGoalOutline) rest = NULL;

  g_hash_table_add (folded, (gpointer) "read");
  g_hash_table_add (folded, (gpointer) "count"); /* nothing supports it */
  rest = lamp_goal_outline_fold (outline, folded);
  g_assert_false (g_array_index (rest->nodes, LampOutlineNode, 0).is_folded);
  g_assert_true (g_array_index (rest->nodes, LampOutlineNode, 1).is_folded);
  g_assert_cmpuint (g_array_index (rest->nodes, LampOutlineNode, 1).n_below, ==, 5);
}

static void
assert_tray_holds_all_orphans (LampSnapshot    *snapshot,
                               LampGoalOutline *outline)
{
  GPtrArray *goals = lamp_snapshot_get (snapshot, "goals");

  for (guint i = 0; i < goals->len; i++)
    {
      const LampRow *goal = goals->pdata[i];
      gboolean is_orphan = g_strcmp0 (lamp_row_get_text (goal, "level"), "system") != 0
                           && lamp_row_get_text (goal, "parent") == NULL;
      gboolean is_private = lamp_goal_is_private (goal);

      g_assert_true (g_ptr_array_find (outline->tray, goal, NULL) == (is_orphan && !is_private));
      g_assert_true (!is_orphan || !is_private || g_ptr_array_find (outline->private_tray, goal, NULL));
    }
}

static void
random_forests_lose_nobody (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autoptr (LampGoalOutline) outline = NULL;
  static const char * const levels[] = { "system", "school", "team", "individual" };
  const guint n = 3000;
  guint seen = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *parent = g_strdup_printf ("g%d", g_test_rand_int_range (0, n));

      add_goal (snapshot, id, levels[g_test_rand_int_range (0, 4)], g_test_rand_bit () ? parent : NULL,
                g_test_rand_int_range (0, 5));
    }
  outline = lamp_goal_outline_new (snapshot, NULL, NULL);
  assert_tray_holds_all_orphans (snapshot, outline);
  for (guint i = 0; i < outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (outline->nodes, LampOutlineNode, i);

      seen += node->goal ? !node->is_unaligned : node->privates->len;
    }
  /* Private goals that support each other in a circle, or are only supported, have nowhere to be counted. */
  g_assert_cmpuint (seen + outline->tray->len + outline->private_tray->len, <=, n);
  g_assert_cmpuint (seen + outline->tray->len + outline->private_tray->len, >, n * 9 / 10);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/outline/siblings_stand_by_position_and_private_goals_are_a_number",
                   siblings_stand_by_position_and_private_goals_are_a_number);
  g_test_add_func ("/outline/every_goal_that_aligns_with_nothing_is_in_the_tray",
                   every_goal_that_aligns_with_nothing_is_in_the_tray);
  g_test_add_func ("/outline/a_filter_never_hides_what_a_goal_supports", a_filter_never_hides_what_a_goal_supports);
  g_test_add_func ("/outline/a_circle_is_shown_so_that_it_can_be_mended", a_circle_is_shown_so_that_it_can_be_mended);
  g_test_add_func ("/outline/a_folded_goal_hides_all_that_is_below_it", a_folded_goal_hides_all_that_is_below_it);
  g_test_add_func ("/outline/a_folded_goal_tells_how_many_it_hides_with_the_private_ones",
                   a_folded_goal_tells_how_many_it_hides_with_the_private_ones);
  g_test_add_func ("/outline/random_forests_lose_nobody", random_forests_lose_nobody);

  return g_test_run ();
}
