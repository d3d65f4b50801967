/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-splice.h"

/* Beyond so many splices one that replaces the differing middle is cheaper for whoever listens. */
#define MAX_SPLICES 64

typedef struct
{
  guint start;      /* where the differing middle starts, in both */
  guint n_old;      /* its length in the old sequence */
  guint n_target;
  guint8 *keep_old; /* for each of the middle: whether it stays in place */
  guint8 *keep_target;
} Middle;

/* Where each of the target's middle stood in the old middle, -1 if it is new. */
static int *
old_places (gpointer *old,
            gpointer *target,
            Middle   *middle)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
  int *result = g_new (int, MAX (middle->n_target, 1));

  for (guint i = 0; i < middle->n_old; i++)
    g_hash_table_insert (places, old[middle->start + i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < middle->n_target; i++)
    result[i] = (int) GPOINTER_TO_UINT (g_hash_table_lookup (places, target[middle->start + i])) - 1;

  return result;
}

/* The length of the longest run that ends with a smaller place than @place: binary search in the ends of the best
 * runs of each length. */
static guint
find_length (const int *places,
             const int *ends,
             guint      length,
             int        place)
{
  guint low = 0, high = length;

  while (low < high)
    {
      guint between = (low + high) / 2;

      if (places[ends[between]] < place)
        low = between + 1;
      else
        high = between;
    }

  return low;
}

/* Marks the most that can stay: the longest increasing subsequence of old places. */
static void
mark_staying (gpointer *old,
              gpointer *target,
              Middle   *middle)
{
  g_autofree int *places = old_places (old, target, middle);
  g_autofree int *ends = g_new (int, MAX (middle->n_target, 1));
  g_autofree int *previous = g_new (int, MAX (middle->n_target, 1));
  guint longest = 0;

  for (guint i = 0; i < middle->n_target; i++)
    {
      guint length;

      if (places[i] < 0)
        continue;
      length = find_length (places, ends, longest, places[i]);
      previous[i] = length > 0 ? ends[length - 1] : -1;
      ends[length] = (int) i;
      longest = MAX (longest, length + 1);
    }
  for (int i = longest > 0 ? ends[longest - 1] : -1; i >= 0; i = previous[i])
    {
      middle->keep_target[i] = 1;
      middle->keep_old[places[i]] = 1;
    }
}

/* Goes through both middles; calls @func (nullable) for each place where they differ, and counts those. */
static guint
walk (Middle         *middle,
      LampSpliceFunc  func,
      gpointer        data)
{
  guint i = 0, j = 0, position = middle->start, splices = 0;

  while (i < middle->n_old || j < middle->n_target)
    {
      guint removed = 0, added = 0;

      while (i + removed < middle->n_old && !middle->keep_old[i + removed])
        removed++;
      while (j + added < middle->n_target && !middle->keep_target[j + added])
        added++;
      if (removed > 0 || added > 0)
        splices++;
      if (func != NULL && (removed > 0 || added > 0))
        func (data, position, removed, middle->start + j, added);
      i += removed + 1;
      j += added + 1;
      position += added + 1;
    }

  return splices;
}

/* Calls @func for each splice that turns @old into @target, by identity, in order; each is told in terms of the
 * sequence as the ones before have left it. @old is not looked at once @func has been called. */
void
lamp_splice (gpointer       *old,
             guint           n_old,
             gpointer       *target,
             guint           n_target,
             LampSpliceFunc  func,
             gpointer        data)
{
  guint start = 0, end = 0;
  g_autofree guint8 *keep_old = NULL;
  g_autofree guint8 *keep_target = NULL;
  Middle middle;

  while (start < n_old && start < n_target && old[start] == target[start])
    start++;
  while (end < n_old - start && end < n_target - start && old[n_old - 1 - end] == target[n_target - 1 - end])
    end++;
  middle = (Middle) { start, n_old - start - end, n_target - start - end };
  if (middle.n_old == 0 && middle.n_target == 0)
    return;
  middle.keep_old = keep_old = g_new0 (guint8, MAX (middle.n_old, 1));
  middle.keep_target = keep_target = g_new0 (guint8, MAX (middle.n_target, 1));
  mark_staying (old, target, &middle);
  if (walk (&middle, NULL, NULL) > MAX_SPLICES)
    func (data, start, middle.n_old, start, middle.n_target);
  else
    walk (&middle, func, data);
}
