/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-board-private.h"

#define ME_KEPT_AS "me"

/* Keeping with the file. A file that cannot be written keeps nothing, which is no reason to stop anybody. */

/*< private >
 * lamp_goal_board_dup_local:
 * @self: a board
 * @name: what it is called
 *
 * Returns: (transfer full) (nullable): what is kept with the file
 */
char *
lamp_goal_board_dup_local (LampGoalBoard *self,
                           const char    *name)
{
  g_autoptr (GError) error = NULL;
  char *text = lamp_store_dup_local (lamp_session_get_store (lamp_goal_board_get_session (self)), name, &error);

  if (error)
    g_debug ("“%s” could not be read: %s", name, error->message);

  return text;
}

/*< private >
 * lamp_goal_board_set_local:
 * @self: a board
 * @name: what it is called
 * @text: (nullable): what to keep with the file
 */
void
lamp_goal_board_set_local (LampGoalBoard *self,
                           const char    *name,
                           const char    *text)
{
  g_autoptr (GError) error = NULL;

  if (!lamp_store_set_local (lamp_session_get_store (lamp_goal_board_get_session (self)), name, text, &error))
    g_debug ("“%s” could not be kept: %s", name, error->message);
}

/*< private >
 * lamp_goal_sight_init:
 * @self: a board that has its session
 *
 * Reads what was remembered with the file.
 */
void
lamp_goal_sight_init (LampGoalBoard *self)
{
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded_now = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->found = g_ptr_array_new ();
  self->words = g_strdup ("");
  self->me = lamp_goal_board_dup_local (self, ME_KEPT_AS);
  lamp_goal_folds_read (self);
}

/*< private >
 * lamp_goal_sight_clear:
 * @self: a board that goes
 */
void
lamp_goal_sight_clear (LampGoalBoard *self)
{
  g_clear_pointer (&self->picture, lamp_goal_outline_free);
  g_clear_pointer (&self->folded, g_hash_table_unref);
  g_clear_pointer (&self->folded_now, g_hash_table_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->me, g_free);
}

/* Asking. */

typedef struct
{
  LampGoalBoard *board;
  LampGoalSieve *sieve;
} Question;

static gboolean
is_asked_for (const LampRow *goal,
              gpointer       data)
{
  Question *question = data;

  if (!lamp_board_includes (LAMP_BOARD (question->board), goal))
    return FALSE;
  question->board->n_goals++;
  if (!lamp_goal_sieve_passes (goal, question->sieve))
    return FALSE;
  question->board->n_found++;

  return TRUE;
}

/* In the order of the tree, and after them those that are only in the tray. */
static void
list_found (LampGoalBoard *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_set_size (self->found, 0);
  for (guint i = 0; i < self->outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (self->outline->nodes, LampOutlineNode, i);

      if (node->goal && !node->is_context && g_hash_table_add (seen, (gpointer) node->goal))
        g_ptr_array_add (self->found, (gpointer) node->goal);
    }
  for (guint i = 0; i < self->outline->tray->len; i++)
    if (g_hash_table_add (seen, self->outline->tray->pdata[i]))
      g_ptr_array_add (self->found, self->outline->tray->pdata[i]);
}

static void
forget_me_when_gone (LampGoalBoard *self)
{
  if (!self->me || lamp_snapshot_find (lamp_goal_board_get_snapshot (self), "people", self->me))
    return;

  g_clear_pointer (&self->me, g_free);
  self->traits &= ~LAMP_GOAL_MINE;
  lamp_goal_board_set_local (self, ME_KEPT_AS, NULL);
}

/*< private >
 * lamp_goal_sight_read:
 * @self: a board whose snapshot is new
 *
 * Finds what is asked for.
 */
void
lamp_goal_sight_read (LampGoalBoard *self)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (lamp_goal_board_get_session (self)));
  g_autoptr (LampGoalSieve) sieve = NULL;
  Question question;

  forget_me_when_gone (self);
  if (g_set_str (&self->words, lamp_session_get_search (lamp_goal_board_get_session (self))))
    g_hash_table_remove_all (self->folded_now);
  sieve = lamp_goal_sieve_new (lamp_goal_board_get_snapshot (self), self->traits, self->words, self->me, today);
  question = (Question) { self, sieve };
  self->n_goals = self->n_found = 0;
  self->outline = lamp_goal_outline_new (lamp_goal_board_get_snapshot (self), is_asked_for, &question);
  list_found (self);
  lamp_goal_folds_apply (self);
}

/**
 * lamp_goal_board_get_traits:
 * @self: a board
 *
 * Returns: what is asked of goals beside the words searched for
 */
LampGoalTraits
lamp_goal_board_get_traits (LampGoalBoard *self)
{
  g_return_val_if_fail (LAMP_IS_GOAL_BOARD (self), 0);

  return self->traits;
}

/**
 * lamp_goal_board_set_traits:
 * @self: a board
 * @traits: what goals have to have; 0 for nothing
 *
 * Shows only such goals, and for context what they support.
 */
void
lamp_goal_board_set_traits (LampGoalBoard  *self,
                            LampGoalTraits  traits)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  if (traits == self->traits)
    return;

  self->traits = traits;
  g_hash_table_remove_all (self->folded_now);
  lamp_goal_board_refresh (self);
}

/**
 * lamp_goal_board_is_narrowed:
 * @self: a board
 *
 * Returns: whether only some goals are asked for, by traits or by words; a chosen community is no such question
 */
gboolean
lamp_goal_board_is_narrowed (LampGoalBoard *self)
{
  g_return_val_if_fail (LAMP_IS_GOAL_BOARD (self), FALSE);

  return self->traits != 0 || *self->words != '\0';
}

/**
 * lamp_goal_board_widen:
 * @self: a board
 *
 * Asks for everything again, and takes the words back that were searched for.
 */
void
lamp_goal_board_widen (LampGoalBoard *self)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  self->traits = 0;
  g_hash_table_remove_all (self->folded_now);
  lamp_session_set_search (lamp_goal_board_get_session (self), "");
  lamp_goal_board_refresh (self);
}

/**
 * lamp_goal_board_dup_me:
 * @self: a board
 *
 * Returns: (transfer full) (nullable): the person who asks for their own goals; %NULL while nobody has said so
 */
LampRecord *
lamp_goal_board_dup_me (LampGoalBoard *self)
{
  g_return_val_if_fail (LAMP_IS_GOAL_BOARD (self), NULL);

  return self->me ? lamp_store_find (lamp_session_get_store (lamp_goal_board_get_session (self)), "people", self->me)
                  : NULL;
}

/**
 * lamp_goal_board_set_me:
 * @self: a board
 * @person: who sits here
 *
 * Remembers it with the file on this machine.
 */
void
lamp_goal_board_set_me (LampGoalBoard *self,
                        LampRecord    *person)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));
  g_return_if_fail (lamp_record_is (person, "people"));

  if (!g_set_str (&self->me, lamp_record_get_id (person)))
    return;

  lamp_goal_board_set_local (self, ME_KEPT_AS, self->me);
  lamp_goal_board_refresh (self);
}

/* What was found. */

/**
 * lamp_goal_board_count:
 * @self: a board
 *
 * Returns: how many goals there are in the chosen community, private ones too
 */
guint
lamp_goal_board_count (LampGoalBoard *self)
{
  return self->n_goals;
}

/**
 * lamp_goal_board_count_found:
 * @self: a board
 *
 * Returns: how many of them are what is asked for
 */
guint
lamp_goal_board_count_found (LampGoalBoard *self)
{
  return self->n_found;
}

/**
 * lamp_goal_board_shows:
 * @self: a board
 * @goal: a goal of the snapshot
 *
 * Returns: whether it can be found among what is asked for
 */
gboolean
lamp_goal_board_shows (LampGoalBoard *self,
                       const LampRow *goal)
{
  return g_ptr_array_find (self->found, goal, NULL);
}

/**
 * lamp_goal_board_get_place:
 * @self: a board
 * @of: (out): how many can be gone to
 *
 * Returns: which of them is selected, from 1 on; 0 when none is
 */
guint
lamp_goal_board_get_place (LampGoalBoard *self,
                           guint         *of)
{
  const LampRow *selected = lamp_goal_board_get_selected (self);
  guint place = 0;

  *of = self->found->len;

  return selected && g_ptr_array_find (self->found, selected, &place) ? place + 1 : 0;
}

/**
 * lamp_goal_board_find:
 * @self: a board
 * @by: 1 for the next, -1 for the one before
 *
 * Selects the next of the goals that are asked for, after the last the first.
 *
 * Returns: (transfer none) (nullable): the goal; %NULL when there is none
 */
const LampRow *
lamp_goal_board_find (LampGoalBoard *self,
                      int            by)
{
  guint place, of;

  g_return_val_if_fail (LAMP_IS_GOAL_BOARD (self), NULL);

  if (lamp_board_is_stale (LAMP_BOARD (self)))
    lamp_goal_board_refresh (self);
  place = lamp_goal_board_get_place (self, &of);
  if (of == 0)
    return NULL;

  if (by > 0)
    place = place < of ? place + 1 : 1;
  else
    place = place > 1 ? place - 1 : of;
  lamp_goal_board_select (self, self->found->pdata[place - 1]);

  return self->found->pdata[place - 1];
}
