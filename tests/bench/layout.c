/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <malloc.h>
#include <stdio.h>
#include <time.h>

#include "lamp-tree-layout.h"

/* layout DOT: lays out goal trees of 100 to 100,000 goals and prints "goals nanoseconds-per-goal" for each, the median
 * of several rounds in which the sizes take turns; writes the tree of 10,000 to DOT, in the language of Graphviz, for
 * another program to lay out.
 *
 * Each turn lays out 100,000 goals in all, in as many different forests as it takes: one small forest again and again
 * would never leave the processor's cache, nor surprise it, and what is compared would be the machine's memory. */

#define GOALS 100000
#define ROUNDS 25
#define SEED 7

static const guint sizes[] = { 100, 1000, 10000, GOALS };

static void
make_tree (LampTreeNode *nodes,
           guint         n,
           GRand        *rand)
{
  for (guint i = 0; i < n; i++)
    {
      /* A plan's shape: one in a hundred stands at the top, the rest under one of the sixty before it. */
      gboolean is_root = i % 100 == 0;

      nodes[i].parent = is_root ? -1 : (int) i - 1 - g_rand_int_range (rand, 0, (gint32) MIN (i % 100, 60));
      nodes[i].level = is_root ? 0 : MIN (nodes[nodes[i].parent].level + 1, LAMP_TREE_LEVELS - 1);
      nodes[i].height = 78;
    }
}

static LampTreeNode *
make_trees (guint n)
{
  LampTreeNode *nodes = g_new0 (LampTreeNode, GOALS);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < GOALS; i += n)
    make_tree (&nodes[i], n, rand);

  return nodes;
}

static gint64
get_now (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);

  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 one = *(const gint64 *) a, two = *(const gint64 *) b;

  return one < two ? -1 : one > two;
}

/* Microseconds. */
static gint64
measure (const LampTreeNode *nodes,
         guint               n)
{
  static const LampTreeSize size = { 150, 40, 8, 18 };
  gint64 start = get_now ();

  for (guint i = 0; i < GOALS; i += n)
    lamp_tree_layout_free (lamp_tree_layout_new (&nodes[i], n, &size));

  return get_now () - start;
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
  LampTreeNode *trees[G_N_ELEMENTS (sizes)];
  gint64 times[G_N_ELEMENTS (sizes)][ROUNDS];

  /* Memory that was given back stays with the program, so that what is measured is the layout and not the kernel. */
  mallopt (M_MMAP_THRESHOLD, 32 << 20); /* glibc takes no more */
  mallopt (M_TRIM_THRESHOLD, 1 << 30);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    trees[i] = make_trees (sizes[i]);
  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      times[i][round] = measure (trees[i], sizes[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      qsort (times[i], ROUNDS, sizeof (gint64), compare);
      printf ("%u %.1f\n", sizes[i], (double) times[i][ROUNDS / 2] * 1000 / GOALS);
      if (sizes[i] == 10000 && argc > 1)
        write_dot (trees[i], sizes[i], argv[1]);
      g_free (trees[i]);
    }

  return 0;
}
