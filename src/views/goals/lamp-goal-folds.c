/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-board-private.h"

#include "lamp-alignment.h"

#define KEPT_AS "goals.folded"

/*< private >
 * lamp_goal_folds_read:
 * @self: a board
 *
 * Reads what was remembered with the file.
 */
void
lamp_goal_folds_read (LampGoalBoard *self)
{
  g_autofree char *text = lamp_goal_board_dup_local (self, KEPT_AS);
  g_auto (GStrv) ids = g_strsplit (text ? text : "", " ", -1);

  for (guint i = 0; ids[i]; i++)
    if (*ids[i])
      g_hash_table_add (self->folded, g_strdup (ids[i]));
}

/* Goals that are gone are let go of. */
static void
write_folded (LampGoalBoard *self)
{
  g_autoptr (GPtrArray) ids = g_hash_table_get_keys_as_ptr_array (self->folded);
  g_autoptr (GString) text = g_string_new (NULL);

  g_ptr_array_sort_values (ids, (GCompareFunc) g_strcmp0);
  for (guint i = 0; i < ids->len; i++)
    if (lamp_snapshot_find (lamp_goal_board_get_snapshot (self), "goals", ids->pdata[i]))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", (char *) ids->pdata[i]);
  lamp_goal_board_set_local (self, KEPT_AS, text->len > 0 ? text->str : NULL);
}

static GHashTable *
get_folded (LampGoalBoard *self)
{
  return lamp_goal_board_is_narrowed (self) ? self->folded_now : self->folded;
}

/*< private >
 * lamp_goal_folds_apply:
 * @self: a board whose outline is new
 *
 * Leaves out of the picture what is folded.
 */
void
lamp_goal_folds_apply (LampGoalBoard *self)
{
  g_clear_pointer (&self->picture, lamp_goal_outline_free);
  self->picture = lamp_goal_outline_fold (self->outline, get_folded (self));
}

static void
folds_changed (LampGoalBoard *self)
{
  if (!lamp_goal_board_is_narrowed (self))
    write_folded (self);
  lamp_goal_folds_apply (self);
  g_signal_emit_by_name (self, "folded");
}

/* What is selected would be hidden: then the goal that hides it is. */
static void
select_what_hides (LampGoalBoard *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self);
  g_autoptr (GPtrArray) line = NULL;
  const LampRow *hiding = NULL;

  if (!selected)
    return;
  line = lamp_alignment_get_line (lamp_goal_board_get_snapshot (self), lamp_row_get_id (selected));
  for (guint i = 1; i < line->len; i++)
    if (lamp_goal_board_is_folded (self, line->pdata[i]))
      hiding = line->pdata[i];
  if (hiding)
    lamp_goal_board_select (self, hiding);
}

/**
 * lamp_goal_board_get_picture:
 * @self: a board
 *
 * Returns: (transfer none): the outline without what is folded, until "changed" or "folded"
 */
LampGoalOutline *
lamp_goal_board_get_picture (LampGoalBoard *self)
{
  return self->picture;
}

/**
 * lamp_goal_board_is_folded:
 * @self: a board
 * @goal: a goal of the snapshot
 *
 * Returns: whether what supports the goal is hidden, if anything does
 */
gboolean
lamp_goal_board_is_folded (LampGoalBoard *self,
                           const LampRow *goal)
{
  g_return_val_if_fail (LAMP_IS_GOAL_BOARD (self), FALSE);

  return g_hash_table_contains (get_folded (self), lamp_row_get_id (goal));
}

/**
 * lamp_goal_board_set_folded:
 * @self: a board
 * @goal: a goal of the snapshot
 * @folded: whether to hide what supports it
 *
 * If the selected goal is hidden by it, this goal is selected.
 */
void
lamp_goal_board_set_folded (LampGoalBoard *self,
                            const LampRow *goal,
                            gboolean       folded)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  if (folded == lamp_goal_board_is_folded (self, goal))
    return;

  if (folded)
    g_hash_table_add (get_folded (self), g_strdup (lamp_row_get_id (goal)));
  else
    g_hash_table_remove (get_folded (self), lamp_row_get_id (goal));
  select_what_hides (self);
  folds_changed (self);
}

/**
 * lamp_goal_board_can_fold:
 * @self: a board
 * @goal: (nullable): a goal of the snapshot
 *
 * Returns: whether anything that is asked for supports the goal
 */
gboolean
lamp_goal_board_can_fold (LampGoalBoard *self,
                          const LampRow *goal)
{
  g_return_val_if_fail (LAMP_IS_GOAL_BOARD (self), FALSE);

  for (guint i = 0; goal && i < self->outline->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (self->outline->nodes, LampOutlineNode, i);

      if (node->goal == goal)
        return node->n_below > 0;
    }

  return FALSE;
}

/**
 * lamp_goal_board_fold_from:
 * @self: a board
 * @rank: the lowest level to be seen: 0 for the school system to 3 for individuals
 *
 * Folds the goals of that level and below, but for those with goals of their own level below them, and unfolds the
 * others.
 */
void
lamp_goal_board_fold_from (LampGoalBoard *self,
                           int            rank)
{
  GArray *nodes;
  GHashTable *folded;

  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  nodes = self->outline->nodes;
  folded = get_folded (self);
  g_hash_table_remove_all (folded);
  for (guint i = 0; i < nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (nodes, LampOutlineNode, i);
      const LampOutlineNode *parent = node->parent >= 0 ? &g_array_index (nodes, LampOutlineNode, node->parent) : NULL;

      if (node->goal && node->n_below > 0 && (int) node->level >= rank)
        g_hash_table_add (folded, g_strdup (lamp_row_get_id (node->goal)));
      if (parent && (int) node->level <= rank)
        g_hash_table_remove (folded, lamp_row_get_id (parent->goal));
    }
  select_what_hides (self);
  folds_changed (self);
}

/**
 * lamp_goal_board_fold_all:
 * @self: a board
 *
 * Folds every goal that another supports.
 */
void
lamp_goal_board_fold_all (LampGoalBoard *self)
{
  lamp_goal_board_fold_from (self, -1);
}

/**
 * lamp_goal_board_unfold_all:
 * @self: a board
 *
 * Hides nothing any longer.
 */
void
lamp_goal_board_unfold_all (LampGoalBoard *self)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  g_hash_table_remove_all (get_folded (self));
  folds_changed (self);
}

static gboolean
unfold_above (LampGoalBoard *self,
              const LampRow *goal)
{
  g_autoptr (GPtrArray) line = lamp_alignment_get_line (lamp_goal_board_get_snapshot (self), lamp_row_get_id (goal));
  gboolean changed = FALSE;

  for (guint i = 1; i < line->len; i++)
    changed |= g_hash_table_remove (get_folded (self), lamp_row_get_id (line->pdata[i]));

  return changed;
}

/**
 * lamp_goal_board_uncover:
 * @self: a board
 * @goal: a goal of the snapshot
 *
 * Unfolds what hides a goal.
 */
void
lamp_goal_board_uncover (LampGoalBoard *self,
                         const LampRow *goal)
{
  g_return_if_fail (LAMP_IS_GOAL_BOARD (self));

  if (unfold_above (self, goal))
    folds_changed (self);
}

/*< private >
 * lamp_goal_folds_settle:
 * @self: a board that has been read
 *
 * What is selected is never hidden by a fold.
 */
void
lamp_goal_folds_settle (LampGoalBoard *self)
{
  const LampRow *selected = lamp_goal_board_get_selected (self);

  if (!selected || !unfold_above (self, selected))
    return;
  if (!lamp_goal_board_is_narrowed (self))
    write_folded (self);
  lamp_goal_folds_apply (self);
}
