/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-tree-layout.h"

static const LampTreeSize size = { 200, 60, 12, 30 };

static LampTreeNode *
make_random_forest (guint n)
{
  LampTreeNode *nodes = g_new0 (LampTreeNode, n);

  for (guint i = 0; i < n; i++)
    {
      nodes[i].parent = i == 0 || g_test_rand_int_range (0, 8) == 0 ? -1 : g_test_rand_int_range (0, i);
      nodes[i].level = g_test_rand_int_range (0, LAMP_TREE_LEVELS);
      if (nodes[i].parent >= 0 && g_test_rand_int_range (0, 5) != 0) /* mostly the right way up */
        nodes[i].level = MIN (nodes[nodes[i].parent].level + g_test_rand_int_range (0, 2), LAMP_TREE_LEVELS - 1);
      nodes[i].height = g_test_rand_int_range (20, 120);
    }

  return nodes;
}

static gboolean
overlap (const LampBox *a,
         const LampBox *b)
{
  const double slack = 1e-6;

  return a->x < b->x + b->width - slack && b->x < a->x + a->width - slack
         && a->y < b->y + b->height - slack && b->y < a->y + a->height - slack;
}

static void
no_two_goals_lie_on_each_other (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = g_test_rand_int_range (1, 200);
      g_autofree LampTreeNode *nodes = make_random_forest (n);
      g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, n, &size);

      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          g_assert_false (overlap (&layout->boxes[i], &layout->boxes[j]));
    }
}

static void
every_goal_stands_within_its_level_and_the_picture (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = g_test_rand_int_range (1, 200);
      g_autofree LampTreeNode *nodes = make_random_forest (n);
      g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, n, &size);
      double highest = G_MAXDOUBLE;

      for (guint i = 0; i < n; i++)
        {
          const LampBox *box = &layout->boxes[i];
          const LampBox *level = &layout->levels[nodes[i].level];

          g_assert_cmpfloat (box->x, >=, level->x);
          g_assert_cmpfloat (box->x + box->width, <=, level->x + level->width);
          g_assert_cmpfloat (box->y, >=, -1e-6);
          g_assert_cmpfloat (box->y + box->height, <=, layout->extents.height + 1e-6);
          highest = MIN (highest, box->y);
        }
      g_assert_cmpfloat_with_epsilon (highest, 0, 1e-6);
    }
}

#define STEPS 6 /* columns that a level has */

/* Trees whose levels are all the right way up, some of them skipped, some the same again, with no chain longer than a
 * level has columns: so that every parent can stand in the middle of its children. */
static LampTreeNode *
make_honest_forest (guint n)
{
  LampTreeNode *nodes = g_new0 (LampTreeNode, n);
  g_autofree guint *steps = g_new0 (guint, n);

  for (guint i = 0; i < n; i++)
    {
      int parent = i == 0 || g_test_rand_int_range (0, 12) == 0 ? -1 : g_test_rand_int_range (0, (int) i);
      guint deeper = (guint) g_test_rand_int_range (0, 3);

      if (parent >= 0 && nodes[parent].level + deeper >= LAMP_TREE_LEVELS)
        parent = -1;
      if (parent >= 0 && deeper == 0 && steps[parent] == STEPS - 1)
        parent = -1;
      nodes[i].parent = parent;
      nodes[i].level = parent >= 0 ? nodes[parent].level + deeper : deeper;
      nodes[i].height = g_test_rand_int_range (20, 120);
      steps[i] = parent >= 0 && deeper == 0 ? steps[parent] + 1 : 0;
    }

  return nodes;
}

static double
middle (const LampBox *box)
{
  return box->y + box->height / 2;
}

static void
a_parent_stands_in_the_middle_of_its_children (void)
{
  for (guint round = 0; round < 30; round++)
    {
      guint n = g_test_rand_int_range (2, 150);
      g_autofree LampTreeNode *nodes = make_honest_forest (n);
      g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, n, &size);

      for (guint i = 0; i < n; i++)
        {
          const LampBox *first = NULL, *last = NULL;

          for (guint j = 0; j < n; j++)
            if (nodes[j].parent == (int) i)
              {
                first = first ? first : &layout->boxes[j];
                last = &layout->boxes[j];
              }
          if (first != NULL)
            g_assert_cmpfloat_with_epsilon (middle (&layout->boxes[i]), (middle (first) + middle (last)) / 2, 1e-6);
        }
    }
}

static void
siblings_stand_in_their_order (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = g_test_rand_int_range (2, 150);
      g_autofree LampTreeNode *nodes = make_random_forest (n);
      g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, n, &size);
      g_autofree int *before = g_new (int, n + 1);

      for (guint i = 0; i <= n; i++)
        before[i] = -1;
      for (guint i = 0; i < n; i++)
        {
          int *older = &before[nodes[i].parent + 1];

          if (*older >= 0)
            g_assert_cmpfloat (layout->boxes[*older].y, <=, layout->boxes[i].y + 1e-6);
          *older = i;
        }
    }
}

static void
a_chain_as_long_as_it_likes_is_laid_out (void)
{
  const guint n = 100000;
  g_autofree LampTreeNode *nodes = g_new0 (LampTreeNode, n);
  g_autoptr (LampTreeLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    nodes[i] = (LampTreeNode) { (int) i - 1, 2, 40 };
  layout = lamp_tree_layout_new (nodes, n, &size);
  for (guint i = 1; i < n; i++)
    g_assert_false (overlap (&layout->boxes[i], &layout->boxes[i - 1]));
  g_assert_cmpfloat (layout->extents.width, <, 2000);
}

static gboolean
is_within (const LampTreeNode *nodes,
           int                 index,
           int                 ancestor)
{
  while (index >= 0 && index != ancestor)
    index = nodes[index].parent;

  return index >= 0;
}

static gboolean
have_same_columns (const LampTreeLayout *a,
                   const LampTreeLayout *b)
{
  for (guint i = 0; i < LAMP_TREE_LEVELS; i++)
    if (a->levels[i].width != b->levels[i].width)
      return FALSE;

  return TRUE;
}

/* Below every goal that is not above the one that has changed, all stands as it stood. @places: where the nodes of
 * @after were in @before. */
static void
assert_only_the_line_of (const LampTreeNode   *nodes,
                         int                   changed,
                         const LampTreeLayout *before,
                         const LampTreeLayout *after,
                         const guint          *places)
{
  gboolean same_columns = have_same_columns (before, after);

  for (guint i = 0; i < after->n_boxes; i++)
    {
      int parent = nodes[i].parent;
      const LampBox *was, *is = &after->boxes[i];

      if (parent < 0 || places[i] >= before->n_boxes || is_within (nodes, changed, parent))
        continue;
      was = &before->boxes[places[i]];
      g_assert_cmpfloat_with_epsilon (is->y - after->boxes[parent].y, was->y - before->boxes[places[parent]].y, 1e-6);
      if (same_columns)
        g_assert_cmpfloat_with_epsilon (is->x - after->boxes[parent].x, was->x - before->boxes[places[parent]].x, 1e-6);
    }
}

static void
a_goal_that_is_added_moves_nothing_within_what_it_does_not_support (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint) g_test_rand_int_range (2, 150);
      g_autofree LampTreeNode *nodes = make_random_forest (n + 1);
      g_autofree guint *places = g_new (guint, n + 1);
      g_autoptr (LampTreeLayout) before = NULL;
      g_autoptr (LampTreeLayout) after = NULL;

      for (guint i = 0; i <= n; i++)
        places[i] = i;
      before = lamp_tree_layout_new (nodes, n, &size);
      after = lamp_tree_layout_new (nodes, n + 1, &size);
      assert_only_the_line_of (nodes, (int) n, before, after, places);
    }
}

static void
a_goal_that_is_folded_moves_nothing_within_the_others (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = (guint) g_test_rand_int_range (2, 150), n_left = 0;
      int folded = g_test_rand_int_range (0, (int) n), changed = -1;
      g_autofree LampTreeNode *nodes = make_random_forest (n);
      g_autofree LampTreeNode *left = g_new0 (LampTreeNode, n);
      g_autofree guint *places = g_new0 (guint, n);
      g_autofree int *new_places = g_new0 (int, n);
      g_autoptr (LampTreeLayout) before = lamp_tree_layout_new (nodes, n, &size);
      g_autoptr (LampTreeLayout) after = NULL;

      for (guint i = 0; i < n; i++)
        if ((int) i == folded || !is_within (nodes, (int) i, folded))
          {
            left[n_left] = nodes[i];
            left[n_left].parent = nodes[i].parent >= 0 ? new_places[nodes[i].parent] : -1;
            places[n_left] = i;
            new_places[i] = (int) n_left;
            changed = (int) i == folded ? (int) n_left : changed;
            n_left++;
          }
      after = lamp_tree_layout_new (left, n_left, &size);
      assert_only_the_line_of (left, changed, before, after, places);
    }
}

static void
a_new_last_goal_moves_none_of_its_elders (void)
{
  g_autofree LampTreeNode *nodes = make_honest_forest (81);
  g_autoptr (LampTreeLayout) before = NULL;
  g_autoptr (LampTreeLayout) after = NULL;

  nodes[0].level = 0; /* its column is not a new one */
  before = lamp_tree_layout_new (nodes, 80, &size);
  nodes[80] = (LampTreeNode) { -1, 0, 40 };
  after = lamp_tree_layout_new (nodes, 81, &size);
  for (guint i = 0; i < 80; i++)
    {
      g_assert_cmpfloat (before->boxes[i].x, ==, after->boxes[i].x);
      g_assert_cmpfloat (before->boxes[i].y, ==, after->boxes[i].y);
    }
}

/* Forests of the shapes that go wrong first. */

static void
one_goal_alone_is_all_of_the_picture (void)
{
  static const LampTreeNode node = { -1, 3, 40 };
  g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (&node, 1, &size);

  g_assert_cmpfloat (layout->boxes[0].x, ==, 0);
  g_assert_cmpfloat (layout->boxes[0].y, ==, 0);
  g_assert_cmpfloat (layout->extents.width, ==, size.width);
  g_assert_cmpfloat (layout->extents.height, ==, 40);
  g_assert_cmpfloat (layout->levels[0].width, ==, 0);
  g_assert_cmpfloat (layout->levels[3].width, ==, size.width);
}

static void
a_star_of_ten_thousand_has_its_middle_in_the_middle (void)
{
  const guint n = 10001;
  g_autofree LampTreeNode *nodes = g_new0 (LampTreeNode, n);
  g_autoptr (LampTreeLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    nodes[i] = (LampTreeNode) { i == 0 ? -1 : 0, i == 0 ? 0 : 1, 40 };
  layout = lamp_tree_layout_new (nodes, n, &size);
  for (guint i = 2; i < n; i++)
    g_assert_cmpfloat_with_epsilon (layout->boxes[i].y - layout->boxes[i - 1].y, 40 + size.gap_y, 1e-6);
  g_assert_cmpfloat_with_epsilon (middle (&layout->boxes[0]), layout->extents.height / 2, 1e-6);
}

static void
goals_that_align_with_nothing_stand_in_one_row (void)
{
  const guint n = 1000;
  g_autofree LampTreeNode *nodes = g_new0 (LampTreeNode, n);
  g_autoptr (LampTreeLayout) layout = NULL;

  for (guint i = 0; i < n; i++)
    nodes[i] = (LampTreeNode) { -1, 2, 40 };
  layout = lamp_tree_layout_new (nodes, n, &size);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat (layout->boxes[i].x, ==, 0);
      g_assert_cmpfloat (layout->boxes[i].y, ==, i * (40 + size.gap_branch));
    }
}

static void
a_level_that_nobody_has_takes_no_room (void)
{
  static const LampTreeNode nodes[] = { { -1, 0, 40 }, { 0, 3, 40 } };
  g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, G_N_ELEMENTS (nodes), &size);

  g_assert_cmpfloat (layout->boxes[1].x, ==, size.width + size.gap_x);
  g_assert_cmpfloat (layout->boxes[1].y, ==, 0);
  g_assert_cmpfloat (layout->levels[1].width, ==, 0);
  g_assert_cmpfloat (layout->levels[2].width, ==, 0);
}

static void
a_goal_that_supports_one_of_its_level_stands_a_closer_step_on (void)
{
  static const LampTreeNode nodes[] = { { -1, 0, 40 }, { 0, 0, 40 }, { 1, 1, 40 } };
  g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, G_N_ELEMENTS (nodes), &size);
  double step = layout->boxes[1].x - layout->boxes[0].x;

  g_assert_cmpfloat (step, >, size.width);
  g_assert_cmpfloat (step, <, size.width + size.gap_x);
  g_assert_cmpfloat (layout->boxes[2].x, ==, layout->boxes[1].x + size.width + size.gap_x);
  g_assert_cmpfloat (layout->levels[0].width, ==, step + size.width);
}

/* Every leaf that supports a goal of its own level is tucked under it. */
static void
tuck_leaves (LampTreeNode *nodes,
             guint         n)
{
  g_autofree gboolean *has_children = g_new0 (gboolean, n);

  for (guint i = 0; i < n; i++)
    if (nodes[i].parent >= 0)
      has_children[nodes[i].parent] = TRUE;
  for (guint i = 0; i < n; i++)
    nodes[i].is_tucked = !has_children[i];
}

static void
a_tucked_goal_stands_under_the_one_that_it_supports (void)
{
  for (guint round = 0; round < 60; round++)
    {
      guint n = g_test_rand_int_range (1, 200);
      g_autofree LampTreeNode *nodes = make_random_forest (n);
      g_autoptr (LampTreeLayout) layout = NULL;

      tuck_leaves (nodes, n);
      layout = lamp_tree_layout_new (nodes, n, &size);
      for (guint i = 0; i < n; i++)
        {
          const LampBox *box = &layout->boxes[i];
          const LampBox *level = &layout->levels[nodes[i].level];

          for (guint j = 0; j < i; j++)
            g_assert_false (overlap (box, &layout->boxes[j]));
          g_assert_cmpfloat (box->x, >=, level->x);
          g_assert_cmpfloat (box->x + box->width, <=, level->x + level->width);
          g_assert_cmpfloat (box->x + box->width, <=, layout->extents.width);
          g_assert_cmpfloat (box->y + box->height, <=, layout->extents.height + 1e-6);
          if (nodes[i].is_tucked && nodes[i].parent >= 0 && nodes[nodes[i].parent].level == nodes[i].level)
            {
              g_assert_cmpfloat (box->x, ==, layout->boxes[nodes[i].parent].x + LAMP_TREE_TUCK);
              g_assert_cmpfloat (box->y, >, layout->boxes[nodes[i].parent].y);
            }
        }
    }
}

static void
a_tucked_goal_leaves_its_elder_in_the_middle_and_takes_no_column (void)
{
  static const LampTreeNode nodes[] = { { -1, 0, 40, FALSE }, { 0, 0, 40, TRUE }, { 0, 1, 40, FALSE }, { 0, 1, 40, FALSE } };
  g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, G_N_ELEMENTS (nodes), &size);

  g_assert_cmpfloat (middle (&layout->boxes[0]), ==, (middle (&layout->boxes[2]) + middle (&layout->boxes[3])) / 2);
  g_assert_cmpfloat (layout->boxes[1].y, ==, layout->boxes[0].y + 40 + size.gap_y);
  g_assert_cmpfloat (layout->boxes[2].x, ==, size.width + LAMP_TREE_TUCK + size.gap_x);
}

/* Each node is stacked once, and climbed from at most once. */
static void
the_work_grows_with_the_number_of_goals_alone (void)
{
  for (guint shape = 0; shape < 4; shape++)
    for (guint n = 1; n <= 100000; n *= 10)
      {
        g_autofree LampTreeNode *nodes = make_random_forest (n);
        g_autoptr (LampTreeLayout) layout = NULL;

        for (guint i = 0; i < n && shape > 0; i++) /* a chain, a star, nothing but roots */
          nodes[i].parent = shape == 1 ? (int) i - 1 : shape == 2 && i > 0 ? 0 : -1;
        layout = lamp_tree_layout_new (nodes, n, &size);
        g_assert_cmpuint (layout->n_steps, >=, n);
        g_assert_cmpuint (layout->n_steps, <=, 2 * n);
      }
}

static void
nothing_needs_no_room (void)
{
  g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (NULL, 0, &size);

  g_assert_cmpfloat (layout->extents.width, ==, 0);
  g_assert_cmpfloat (layout->extents.height, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tree/no_two_goals_lie_on_each_other", no_two_goals_lie_on_each_other);
  g_test_add_func ("/tree/every_goal_stands_within_its_level_and_the_picture",
                   every_goal_stands_within_its_level_and_the_picture);
  g_test_add_func ("/tree/a_parent_stands_in_the_middle_of_its_children", a_parent_stands_in_the_middle_of_its_children);
  g_test_add_func ("/tree/siblings_stand_in_their_order", siblings_stand_in_their_order);
  g_test_add_func ("/tree/a_chain_as_long_as_it_likes_is_laid_out", a_chain_as_long_as_it_likes_is_laid_out);
  g_test_add_func ("/tree/a_goal_that_is_added_moves_nothing_within_what_it_does_not_support",
                   a_goal_that_is_added_moves_nothing_within_what_it_does_not_support);
  g_test_add_func ("/tree/a_goal_that_is_folded_moves_nothing_within_the_others",
                   a_goal_that_is_folded_moves_nothing_within_the_others);
  g_test_add_func ("/tree/a_new_last_goal_moves_none_of_its_elders", a_new_last_goal_moves_none_of_its_elders);
  g_test_add_func ("/tree/one_goal_alone_is_all_of_the_picture", one_goal_alone_is_all_of_the_picture);
  g_test_add_func ("/tree/a_star_of_ten_thousand_has_its_middle_in_the_middle",
                   a_star_of_ten_thousand_has_its_middle_in_the_middle);
  g_test_add_func ("/tree/goals_that_align_with_nothing_stand_in_one_row",
                   goals_that_align_with_nothing_stand_in_one_row);
  g_test_add_func ("/tree/a_level_that_nobody_has_takes_no_room", a_level_that_nobody_has_takes_no_room);
  g_test_add_func ("/tree/a_goal_that_supports_one_of_its_level_stands_a_closer_step_on",
                   a_goal_that_supports_one_of_its_level_stands_a_closer_step_on);
  g_test_add_func ("/tree/a_tucked_goal_stands_under_the_one_that_it_supports",
                   a_tucked_goal_stands_under_the_one_that_it_supports);
  g_test_add_func ("/tree/a_tucked_goal_leaves_its_elder_in_the_middle_and_takes_no_column",
                   a_tucked_goal_leaves_its_elder_in_the_middle_and_takes_no_column);
  g_test_add_func ("/tree/the_work_grows_with_the_number_of_goals_alone",
                   the_work_grows_with_the_number_of_goals_alone);
  g_test_add_func ("/tree/nothing_needs_no_room", nothing_needs_no_room);

  return g_test_run ();
}
