/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-private.h"

/* What is put right afterwards, and what changes on the agenda while the meeting goes on. */

/* Moves whole seconds from one place to another, either way; neither goes below nothing. Returns what was moved. */
static int
move_seconds (gint64 *from,
              gint64 *to,
              int     seconds)
{
  gint64 moved = CLAMP (seconds, -(*to / LAMP_RUN_SECOND), *from / LAMP_RUN_SECOND);

  *from -= moved * LAMP_RUN_SECOND;
  *to += moved * LAMP_RUN_SECOND;

  return (int) moved;
}

/**
 * lamp_run_correct_start:
 * @self: a run
 * @moment: now
 * @seconds: how much earlier the meeting really began; negative: later
 *
 * Puts a forgotten start right (peers B8). The item that opened the meeting gets the time; the end of the slot stays
 * where it is.
 *
 * Returns: the seconds by which the beginning was moved
 */
int
lamp_run_correct_start (LampRun             *self,
                        const LampRunMoment *moment,
                        int                  seconds)
{
  LampRunEntry *opening = lamp_run_find_entry (self, self->opening);
  gint64 *spent = opening != NULL ? &opening->spent : &self->left_out;
  gint64 before = LAMP_RUN_MOST_SECONDS * LAMP_RUN_SECOND;
  int moved;

  if (!lamp_run_is_under_way (self))
    return 0;

  lamp_run_advance (self, moment);
  moved = move_seconds (&before, spent, seconds);
  self->began_at -= moved * LAMP_RUN_SECOND;
  self->elapsed += moved * LAMP_RUN_SECOND;
  lamp_run_refit (self);

  return moved;
}

/**
 * lamp_run_correct_item:
 * @self: a run
 * @moment: now
 * @seconds: how much earlier the current item really began; negative: later
 *
 * Puts right that somebody forgot to go on: the time comes from the item that was left for this one.
 *
 * Returns: the seconds by which its beginning was moved; no more than the other item has
 */
int
lamp_run_correct_item (LampRun             *self,
                       const LampRunMoment *moment,
                       int                  seconds)
{
  LampRunEntry *entry = lamp_run_get_entry (self, self->current);
  LampRunEntry *previous = lamp_run_find_entry (self, self->previous);
  int moved;

  if (!lamp_run_is_under_way (self) || entry == NULL || previous == NULL || previous == entry)
    return 0;

  lamp_run_advance (self, moment);
  moved = move_seconds (&previous->spent, &entry->spent, seconds);
  lamp_run_refit (self);

  return moved;
}

/**
 * lamp_run_leave_out:
 * @self: a run
 * @moment: now
 * @seconds: how much of the time that was counted for the current item was not spent on it
 *
 * Takes out a gap, such as the minutes that the machine was dead for while everybody waited.
 *
 * Returns: the seconds that were taken out
 */
int
lamp_run_leave_out (LampRun             *self,
                    const LampRunMoment *moment,
                    int                  seconds)
{
  LampRunEntry *entry = lamp_run_get_entry (self, self->current);
  int moved;

  if (!lamp_run_is_under_way (self) || entry == NULL)
    return 0;

  lamp_run_advance (self, moment);
  moved = move_seconds (&entry->spent, &self->left_out, seconds);
  lamp_run_refit (self);

  return moved;
}

/**
 * lamp_run_set_slot:
 * @self: a run
 * @moment: now
 * @planned_start: when the meeting was to begin, µs since 1970, or 0
 * @slot_seconds: how long it may take
 *
 * Takes over another plan for the meeting.
 *
 * Returns: whether it is another
 */
gboolean
lamp_run_set_slot (LampRun             *self,
                   const LampRunMoment *moment,
                   gint64               planned_start,
                   int                  slot_seconds)
{
  slot_seconds = CLAMP (slot_seconds, 0, LAMP_RUN_MOST_SECONDS);
  if (self->planned_start == planned_start && self->slot == slot_seconds)
    return FALSE;

  lamp_run_advance (self, moment);
  self->planned_start = planned_start;
  self->slot = slot_seconds;
  lamp_run_refit (self);

  return TRUE;
}

/* Takes the entry of that id out of @entries. (nullable) */
static LampRunEntry *
steal_entry (GPtrArray  *entries,
             const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (((LampRunEntry *) entries->pdata[i])->id, id))
      return g_ptr_array_steal_index (entries, i);

  return NULL;
}

/* An item that has begun gets or gives what its plan got or lost; one that has not is re-timed anyway. */
static void
follow_plan (LampRunEntry      *entry,
             const LampRunItem *item)
{
  LampFitStep step = lamp_run_normalize_step (&item->step);

  g_set_str (&entry->title, item->title);
  entry->allotted = CLAMP (entry->allotted + step.seconds - entry->step.seconds, 0, LAMP_RUN_MOST_SECONDS);
  entry->step = step;
}

/* The agenda in its new order; those with the same id as an earlier one are passed over. What is taken from @old and
 * @gone is no longer there. */
static GPtrArray *
arrange (GPtrArray         *old,
         GPtrArray         *gone,
         const LampRunItem *items,
         guint              n_items)
{
  GPtrArray *arranged = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_entry_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_items; i++)
    {
      LampRunEntry *entry;

      if (!g_hash_table_add (seen, (gpointer) items[i].id))
        continue;
      entry = steal_entry (old, items[i].id);
      if (entry == NULL)
        entry = steal_entry (gone, items[i].id);
      if (entry == NULL)
        entry = lamp_run_entry_new (&items[i]);
      else
        follow_plan (entry, &items[i]);
      g_ptr_array_add (arranged, entry);
    }

  return arranged;
}

/* Keeps what was spent on items that are no longer there. */
static void
keep_gone (LampRun   *self,
           GPtrArray *old)
{
  while (old->len > 0)
    {
      LampRunEntry *entry = g_ptr_array_steal_index (old, 0);

      if (entry->is_entered || entry->spent > 0)
        g_ptr_array_add (self->gone, entry);
      else
        lamp_run_entry_free (entry);
    }
}

/* Finds the place from which to go on: that of @current, or of the last of those before it that are still there. */
static int
find_place (const LampRun     *self,
            const char *const *before,
            int                current)
{
  for (int i = current; i >= 0; i--)
    {
      int index = lamp_run_find_item (self, before[i]);

      if (index >= 0)
        return index;
    }

  return -1;
}

/* After the agenda has changed: stays with the current item, or goes on where it was. */
static void
stay_or_go_on (LampRun           *self,
               const char *const *before,
               int                current)
{
  const char *id = current >= 0 ? before[current] : NULL;

  self->current = find_place (self, before, current);
  if (id != NULL && self->current >= 0 && g_str_equal (lamp_run_get_entry (self, self->current)->id, id))
    return;
  if (lamp_run_is_under_way (self))
    {
      int successor = lamp_run_get_successor (self);

      self->current = -1;
      if (id != NULL)
        g_set_str (&self->previous, id);
      if (successor < 0 && self->items->len > 0)
        successor = (int) self->items->len - 1;
      lamp_run_enter (self, successor);
    }
}

static GStrv
list_ids (GPtrArray *entries)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (builder, ((LampRunEntry *) entries->pdata[i])->id);

  return g_strv_builder_end (builder);
}

static gboolean
entry_says (const LampRunEntry *entry,
            const LampRunItem  *item)
{
  LampFitStep step = lamp_run_normalize_step (&item->step);

  return g_strcmp0 (entry->id, item->id) == 0 && g_strcmp0 (entry->title, item->title) == 0
         && entry->step.seconds == step.seconds && entry->step.minimum == step.minimum
         && entry->step.maximum == step.maximum && entry->step.is_protected == step.is_protected;
}

static gboolean
says_nothing_new (const LampRun     *self,
                  const LampRunItem *items,
                  guint              n_items)
{
  if (n_items != self->items->len)
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    if (!entry_says (self->items->pdata[i], &items[i]))
      return FALSE;

  return TRUE;
}

/**
 * lamp_run_set_items:
 * @self: a run
 * @moment: now
 * @items: (array length=n_items): the agenda as it is now, in order
 * @n_items: how many
 *
 * Follows the agenda: items added, removed, moved or edited while the meeting is run. When the current item is gone
 * the next open one takes its place. An agenda that is the same as before re-times nothing.
 *
 * Returns: whether anything is different
 */
gboolean
lamp_run_set_items (LampRun             *self,
                    const LampRunMoment *moment,
                    const LampRunItem   *items,
                    guint                n_items)
{
  g_auto (GStrv) before = list_ids (self->items);
  g_autoptr (GPtrArray) old = g_ptr_array_ref (self->items);
  int current = self->current;

  if (says_nothing_new (self, items, n_items))
    return FALSE;

  lamp_run_advance (self, moment);
  g_ptr_array_unref (self->items);
  self->items = arrange (old, self->gone, items, n_items);
  keep_gone (self, old);
  stay_or_go_on (self, (const char *const *) before, current);
  lamp_run_refit (self);

  return TRUE;
}
