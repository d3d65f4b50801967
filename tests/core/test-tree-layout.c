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

/* A tree whose levels are all the right way up, with no chain longer than a level has columns. */
static LampTreeNode *
make_honest_tree (guint n)
{
  LampTreeNode *nodes = g_new0 (LampTreeNode, n);

  for (guint i = 0; i < n; i++)
    {
      nodes[i].parent = i == 0 ? -1 : g_test_rand_int_range (0, i);
      nodes[i].level = i == 0 ? 0 : nodes[nodes[i].parent].level + 1;
      if (nodes[i].level == LAMP_TREE_LEVELS)
        {
          nodes[i].level = 1;
          nodes[i].parent = 0;
        }
      nodes[i].height = 40;
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
      g_autofree LampTreeNode *nodes = make_honest_tree (n);
      g_autoptr (LampTreeLayout) layout = lamp_tree_layout_new (nodes, n, &size);

      for (guint i = 0; i < n; i++)
        {
          double first = G_MAXDOUBLE, last = -G_MAXDOUBLE;

          for (guint j = 0; j < n; j++)
            if (nodes[j].parent == (int) i)
              {
                first = MIN (first, middle (&layout->boxes[j]));
                last = MAX (last, middle (&layout->boxes[j]));
              }
          if (last >= first)
            g_assert_cmpfloat_with_epsilon (middle (&layout->boxes[i]), (first + last) / 2, 1e-6);
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

static void
a_new_last_goal_moves_none_of_its_elders_apart (void)
{
  g_autofree LampTreeNode *nodes = make_honest_tree (81);
  g_autoptr (LampTreeLayout) before = lamp_tree_layout_new (nodes, 80, &size);
  g_autoptr (LampTreeLayout) after = NULL;

  nodes[80] = (LampTreeNode) { -1, 0, 40 };
  after = lamp_tree_layout_new (nodes, 81, &size);
  for (guint i = 0; i < 80; i++)
    {
      g_assert_cmpfloat (before->boxes[i].x, ==, after->boxes[i].x);
      g_assert_cmpfloat (before->boxes[i].y, ==, after->boxes[i].y);
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
  g_test_add_func ("/tree/a_new_last_goal_moves_none_of_its_elders_apart", a_new_last_goal_moves_none_of_its_elders_apart);
  g_test_add_func ("/tree/nothing_needs_no_room", nothing_needs_no_room);

  return g_test_run ();
}
