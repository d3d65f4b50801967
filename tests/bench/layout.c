/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <malloc.h>
#include <stdio.h>

#include "lamp-tree-layout.h"

/* layout DOT: lays out goal trees of 100 to 100,000 goals and prints "goals nanoseconds-per-goal" for each, the median
 * of several runs; writes the tree of 10,000 to DOT, in the language of Graphviz, for another program to lay out. */

#define SEED 7

static LampTreeNode *
make_tree (guint n)
{
  LampTreeNode *nodes = g_new0 (LampTreeNode, n);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < n; i++)
    {
      /* A plan's shape: one in a hundred stands at the top, the rest under one of the sixty before it. */
      gboolean is_root = i % 100 == 0;

      nodes[i].parent = is_root ? -1 : (int) i - 1 - g_rand_int_range (rand, 0, (gint32) MIN (i % 100, 60));
      nodes[i].level = is_root ? 0 : MIN (nodes[nodes[i].parent].level + 1, LAMP_TREE_LEVELS - 1);
      nodes[i].height = 78;
    }

  return nodes;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

static double
measure (const LampTreeNode *nodes,
         guint               n)
{
  static const LampTreeSize size = { 150, 40, 8, 18 };
  gint64 times[15];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gint64 start = g_get_monotonic_time ();
      guint rounds = MAX (1, 10000 / n);

      for (guint round = 0; round < rounds; round++)
        lamp_tree_layout_free (lamp_tree_layout_new (nodes, n, &size));
      times[i] = (g_get_monotonic_time () - start) * 1000 / rounds;
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare);

  return (double) times[G_N_ELEMENTS (times) / 2] / n;
}

static void
write_dot (const LampTreeNode *nodes,
           guint               n,
           const char         *path)
{
  g_autoptr (GString) text = g_string_new ("digraph goals { rankdir=LR; node [shape=box, fixedsize=true, width=2, height=1];\n");

  for (guint i = 0; i < n; i++)
    if (nodes[i].parent >= 0)
      g_string_append_printf (text, "n%d -> n%u;\n", nodes[i].parent, i);
    else
      g_string_append_printf (text, "n%u;\n", i);
  g_string_append (text, "}\n");
  g_file_set_contents (path, text->str, (gssize) text->len, NULL);
}

int
main (int    argc,
      char **argv)
{
  static const guint sizes[] = { 100, 1000, 10000, 100000 };

  /* Memory that was given back stays with the program, so that what is measured is the layout and not the kernel. */
  mallopt (M_MMAP_THRESHOLD, 1 << 30);
  mallopt (M_TRIM_THRESHOLD, 1 << 30);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree LampTreeNode *nodes = make_tree (sizes[i]);

      printf ("%u %.1f\n", sizes[i], measure (nodes, sizes[i]));
      if (sizes[i] == 10000 && argc > 1)
        write_dot (nodes, sizes[i], argv[1]);
    }

  return 0;
}
