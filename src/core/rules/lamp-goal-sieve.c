/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-sieve.h"

#include "lamp-alignment.h"
#include "lamp-due.h"
#include "lamp-forest.h"

struct _LampGoalSieve
{
  LampSnapshot *snapshot;
  LampGoalTraits traits;
  char *words;
  char *me;
  char *today;
  GHashTable *measured;  /* (nullable): the rows of which something has been measured; only while that is asked */
};

static gboolean
is_dropped (const LampRow *goal)
{
  return g_strcmp0 (lamp_row_get_text (goal, "status"), "dropped") == 0;
}

/* By its own measurements or, where its progress comes from the goals that support it, by those of one of them. */
static GHashTable *
find_measured (LampSnapshot *snapshot)
{
  GHashTable *measured = g_hash_table_new (NULL, NULL);
  g_autoptr (LampForest) forest = lamp_forest_new (snapshot, "goals", "parent");

  for (guint i = 0; i < forest->rows->len; i++)
    if (lamp_snapshot_find_by (snapshot, "measurements", "goal", lamp_row_get_id (forest->rows->pdata[i]))->len > 0)
      g_hash_table_add (measured, forest->rows->pdata[i]);
  for (guint i = 0; i < forest->n_order; i++)
    {
      const LampRow *goal = forest->rows->pdata[forest->order[i]];
      int parent = forest->parents[forest->order[i]];

      if (parent >= 0 && g_hash_table_contains (measured, goal) && !is_dropped (goal) && !lamp_goal_is_private (goal)
          && g_strcmp0 (lamp_row_get_text (forest->rows->pdata[parent], "rollup"), "children") == 0)
        g_hash_table_add (measured, forest->rows->pdata[parent]);
    }

  return measured;
}

/**
 * lamp_goal_sieve_new:
 * @snapshot: a snapshot; it must stay as long as the sieve
 * @traits: what a goal has to have; 0 for nothing
 * @words: words that have to be in what is written of it, or begin one there, in any order; "" for none
 * @me: (nullable): the identifier of the person who asks; without it nothing is theirs
 * @today: the date, `YYYY-MM-DD`
 *
 * Returns: (transfer full): a sieve
 */
LampGoalSieve *
lamp_goal_sieve_new (LampSnapshot   *snapshot,
                     LampGoalTraits  traits,
                     const char     *words,
                     const char     *me,
                     const char     *today)
{
  LampGoalSieve *self = g_new0 (LampGoalSieve, 1);

  self->snapshot = snapshot;
  self->traits = traits;
  self->words = g_strstrip (g_strdup (words));
  self->me = g_strdup (me);
  self->today = g_strdup (today);
  if (traits & LAMP_GOAL_UNMEASURED)
    self->measured = find_measured (snapshot);

  return self;
}

/**
 * lamp_goal_sieve_free:
 * @self: (transfer full) (nullable): a sieve
 */
void
lamp_goal_sieve_free (LampGoalSieve *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->measured, g_hash_table_unref);
  g_free (self->words);
  g_free (self->me);
  g_free (self->today);
  g_free (self);
}

static void
append_words (GString    *text,
              const char *words)
{
  if (words == NULL)
    return;

  g_string_append (text, words);
  g_string_append_c (text, '\n');
}

/* What is written of it, and the name of its owner. */
static gboolean
has_words (LampGoalSieve *self,
           const LampRow *goal)
{
  static const char * const fields[] = { "title", "why", "measure", "equity_focus" };
  const LampRow *owner = lamp_snapshot_find (self->snapshot, "people", lamp_row_get_text (goal, "owner"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    append_words (text, lamp_row_get_text (goal, fields[i]));
  if (owner != NULL)
    append_words (text, lamp_row_get_title (owner));

  return g_str_match_string (self->words, text->str, TRUE);
}

static gboolean
is_mine (LampGoalSieve *self,
         const LampRow *goal)
{
  return self->me != NULL && g_strcmp0 (lamp_row_get_text (goal, "owner"), self->me) == 0;
}

static gboolean
is_overdue (LampGoalSieve *self,
            const LampRow *goal)
{
  const char *due = lamp_row_get_text (goal, "due");

  return due != NULL && lamp_due_judge (due, self->today) == LAMP_DUE_OVER && !lamp_goal_is_finished (goal);
}

static gboolean
is_unmeasured (LampGoalSieve *self,
               const LampRow *goal)
{
  return !lamp_goal_is_finished (goal) && !g_hash_table_contains (self->measured, goal);
}

/**
 * lamp_goal_sieve_passes:
 * @goal: a goal of the snapshot
 * @self: a sieve
 *
 * Its form is that of a [callback@GoalFilter].
 *
 * Returns: whether the goal has all that is asked for
 */
gboolean
lamp_goal_sieve_passes (const LampRow *goal,
                        gpointer       self)
{
  LampGoalSieve *sieve = self;
  LampGoalTraits traits = sieve->traits;

  if ((traits & LAMP_GOAL_MINE) && !is_mine (sieve, goal))
    return FALSE;
  if (lamp_goal_is_private (goal))
    return (traits & ~LAMP_GOAL_MINE) == 0 && *sieve->words == '\0';

  return (!(traits & LAMP_GOAL_PRIORITY) || lamp_row_get_integer (goal, "is_priority"))
         && (!(traits & LAMP_GOAL_OVERDUE) || is_overdue (sieve, goal))
         && (!(traits & LAMP_GOAL_STALLED) || lamp_alignment_is_stalled (sieve->snapshot, goal))
         && (!(traits & LAMP_GOAL_UNMEASURED) || is_unmeasured (sieve, goal))
         && (*sieve->words == '\0' || has_words (sieve, goal));
}
