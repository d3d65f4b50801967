/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-entry.h"

#include <glib/gi18n-lib.h>

struct _LampGoalEntry
{
  GObject parent_instance;

  char *name;
  GListStore *children;
  const LampRow *goal;      /* of the board's snapshot, until it is read anew */
  GPtrArray *privates;
  LampGoalEntry *parent;    /* (nullable): held by whoever made both */
  guint place;
  gboolean is_context;
  gboolean is_folded;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (LampGoalEntry, lamp_goal_entry, G_TYPE_OBJECT)

static void
lamp_goal_entry_finalize (GObject *object)
{
  LampGoalEntry *self = LAMP_GOAL_ENTRY (object);

  g_free (self->name);
  g_object_unref (self->children);
  g_clear_pointer (&self->privates, g_ptr_array_unref);

  G_OBJECT_CLASS (lamp_goal_entry_parent_class)->finalize (object);
}

static void
lamp_goal_entry_class_init (LampGoalEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_goal_entry_finalize;

  changed_signal = g_signal_new ("changed", LAMP_TYPE_GOAL_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
lamp_goal_entry_init (LampGoalEntry *self)
{
  self->children = g_list_store_new (LAMP_TYPE_GOAL_ENTRY);
}

/**
 * lamp_goal_entry_new:
 * @name: what stays the same of it
 *
 * Returns: (transfer full): a line that shows nothing yet
 */
LampGoalEntry *
lamp_goal_entry_new (const char *name)
{
  LampGoalEntry *self = g_object_new (LAMP_TYPE_GOAL_ENTRY, NULL);

  self->name = g_strdup (name);

  return self;
}

/**
 * lamp_goal_entry_get_name:
 * @self: a line
 *
 * Returns: (transfer none): what stays the same of it
 */
const char *
lamp_goal_entry_get_name (LampGoalEntry *self)
{
  return self->name;
}

/**
 * lamp_goal_entry_get_children:
 * @self: a line
 *
 * Returns: (transfer none): the lines of the goals that support it
 */
GListStore *
lamp_goal_entry_get_children (LampGoalEntry *self)
{
  return self->children;
}

/**
 * lamp_goal_entry_get_goal:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the goal; %NULL for a number of private goals
 */
const LampRow *
lamp_goal_entry_get_goal (LampGoalEntry *self)
{
  return self->goal;
}

/**
 * lamp_goal_entry_get_privates:
 * @self: a line
 *
 * Returns: (transfer none) (nullable) (element-type LampRow): the private goals
 */
GPtrArray *
lamp_goal_entry_get_privates (LampGoalEntry *self)
{
  return self->privates;
}

/**
 * lamp_goal_entry_get_parent:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the line that it stands under
 */
LampGoalEntry *
lamp_goal_entry_get_parent (LampGoalEntry *self)
{
  return self->parent;
}

/**
 * lamp_goal_entry_get_place:
 * @self: a line
 *
 * Returns: its place among all lines in the plan's own order
 */
guint
lamp_goal_entry_get_place (LampGoalEntry *self)
{
  return self->place;
}

/**
 * lamp_goal_entry_is_context:
 * @self: a line
 *
 * Returns: whether it is shown only for the sake of what supports it
 */
gboolean
lamp_goal_entry_is_context (LampGoalEntry *self)
{
  return self->is_context;
}

/**
 * lamp_goal_entry_is_folded:
 * @self: a line
 *
 * Returns: whether what stands under it is hidden
 */
gboolean
lamp_goal_entry_is_folded (LampGoalEntry *self)
{
  return self->is_folded;
}

/**
 * lamp_goal_entry_set_folded:
 * @self: a line
 * @folded: whether what stands under it is hidden
 */
void
lamp_goal_entry_set_folded (LampGoalEntry *self,
                            gboolean       folded)
{
  g_return_if_fail (LAMP_IS_GOAL_ENTRY (self));

  self->is_folded = folded;
}

/**
 * lamp_goal_entry_put:
 * @self: a line
 * @parent: (nullable): the line that it stands under, which must outlive that
 * @place: its place in the plan's own order
 * @is_context: whether it is shown only for the sake of what supports it
 *
 * Says where it stands.
 */
void
lamp_goal_entry_put (LampGoalEntry *self,
                     LampGoalEntry *parent,
                     guint          place,
                     gboolean       is_context)
{
  g_return_if_fail (LAMP_IS_GOAL_ENTRY (self));

  self->parent = parent;
  self->place = place;
  self->is_context = is_context;
}

/**
 * lamp_goal_entry_set:
 * @self: a line
 * @goal: (nullable): the goal
 * @privates: (nullable) (element-type LampRow): or the private goals
 *
 * Gives it what has been read anew; with neither it shows nothing.
 */
void
lamp_goal_entry_set (LampGoalEntry *self,
                     const LampRow *goal,
                     GPtrArray     *privates)
{
  g_return_if_fail (LAMP_IS_GOAL_ENTRY (self));

  self->goal = goal;
  g_clear_pointer (&self->privates, g_ptr_array_unref);
  self->privates = privates ? g_ptr_array_ref (privates) : NULL;
}

/**
 * lamp_goal_entry_tell:
 * @self: a line
 *
 * Tells those who show it that it, or what is below it, has been read anew.
 */
void
lamp_goal_entry_tell (LampGoalEntry *self)
{
  g_return_if_fail (LAMP_IS_GOAL_ENTRY (self));

  g_signal_emit (self, changed_signal, 0);
}

/**
 * lamp_goal_entry_dup_title:
 * @self: a line
 *
 * Returns: (transfer full): what stands on it
 */
char *
lamp_goal_entry_dup_title (LampGoalEntry *self)
{
  if (self->goal)
    return g_strdup (lamp_row_get_title (self->goal));
  if (!self->privates)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u individual goal", "%u individual goals", self->privates->len),
                          self->privates->len);
}

/**
 * lamp_goal_entry_dup_sentence:
 * @self: a line
 * @board: the board
 *
 * Returns: (transfer full): all that it shows, for those who do not see it
 */
char *
lamp_goal_entry_dup_sentence (LampGoalEntry *self,
                              LampGoalBoard *board)
{
  return self->goal ? lamp_goal_dup_sentence (board, self->goal) : lamp_goal_entry_dup_title (self);
}

/**
 * lamp_goal_entry_holds:
 * @self: a line
 * @goal: (nullable): a goal
 *
 * Returns: whether the line shows the goal, or counts it
 */
gboolean
lamp_goal_entry_holds (LampGoalEntry *self,
                       const LampRow *goal)
{
  return goal && (self->goal == goal || (self->privates && g_ptr_array_find (self->privates, goal, NULL)));
}

/**
 * lamp_goal_entries_sync:
 * @store: lines
 * @wanted: (element-type LampGoalEntry): the lines that it shall have
 *
 * Brings a list up to date by replacing only the stretch between what is the same at its start and at its end.
 */
void
lamp_goal_entries_sync (GListStore *store,
                        GPtrArray  *wanted)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint start = 0, end = 0;

  while (start < MIN (n, wanted->len))
    {
      g_autoptr (LampGoalEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), start);

      if (entry != wanted->pdata[start])
        break;
      start++;
    }
  while (end < MIN (n, wanted->len) - start)
    {
      g_autoptr (LampGoalEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), n - end - 1);

      if (entry != wanted->pdata[wanted->len - end - 1])
        break;
      end++;
    }
  if (start + end < MAX (n, wanted->len))
    g_list_store_splice (store, start, n - start - end, wanted->pdata + start, wanted->len - start - end);
}
