/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-private.h"

/* What is still to come against the time there is. Items are re-timed when something happens, not with every second:
 * what stands on the screen stays until somebody does something, and the price of an overrun can be told before it is
 * paid. They are always fitted from their planned times, so that time won again goes back to where it was taken. An
 * item that has been entered keeps the time it then had. */

/**
 * lamp_run_get_successor:
 * @self: a run
 *
 * Returns: the index of the next open item after the current one, else of the first one left behind; -1 for none
 */
int
lamp_run_get_successor (const LampRun *self)
{
  int n_items = (int) self->items->len;

  for (int i = 1; i <= n_items; i++)
    {
      int index = (self->current + i) % n_items;

      if (index != self->current && lamp_run_get_entry (self, index)->mark == LAMP_RUN_OPEN)
        return index;
    }

  return -1;
}

/* By how much the slot begins before the meeting does. Who starts at another time of the day altogether has moved the
 * meeting: then the slot begins with it. */
gint64
lamp_run_get_late (const LampRun *self,
                   gint64         began_at)
{
  gint64 late = self->planned_start != 0 ? began_at - self->planned_start : 0;

  return ABS (late) <= LAMP_RUN_GIVE_UP_SECONDS * LAMP_RUN_SECOND ? late : 0;
}

/* The end of the slot, on the line of what elapses from the beginning. */
gint64
lamp_run_get_deadline (const LampRun *self)
{
  return self->slot * LAMP_RUN_SECOND - lamp_run_get_late (self, self->began_at);
}

/* What an item that is still to be dealt with needs as things stand. */
gint64
lamp_run_get_need (const LampRunEntry *entry)
{
  if (entry->mark != LAMP_RUN_OPEN)
    return 0;

  return MAX (0, entry->allotted * LAMP_RUN_SECOND - entry->spent);
}

static gboolean
is_adaptable (const LampRunEntry *entry)
{
  return entry->mark == LAMP_RUN_OPEN && !entry->is_entered;
}

/* What is left of the slot for the items that can be adapted, in whole seconds. */
static gint64
get_room (const LampRun *self)
{
  gint64 room = lamp_run_get_deadline (self) - self->elapsed;

  for (guint i = 0; i < self->items->len; i++)
    {
      const LampRunEntry *entry = self->items->pdata[i];

      if (!is_adaptable (entry))
        room -= lamp_run_get_need (entry);
    }

  return room >= 0 ? room / LAMP_RUN_SECOND : -((-room + LAMP_RUN_SECOND - 1) / LAMP_RUN_SECOND);
}

/* Fits as well as it can be done: at their shortest when even that is too long. */
static void
fit_steps (const LampRun     *self,
           const LampFitStep *steps,
           guint              n_steps,
           int               *seconds)
{
  LampFitMode mode = self->adapt == LAMP_RUN_ADAPT_BOTH_WAYS ? LAMP_FIT_BOTH_WAYS : LAMP_FIT_SHORTEN;
  gint64 room = get_room (self);
  LampFitResult result = lamp_fit (steps, n_steps, G_MAXINT, LAMP_FIT_SHORTEN, seconds);
  int slot = (int) CLAMP (room, 0, G_MAXINT);

  if (self->adapt == LAMP_RUN_ADAPT_OFF || ABS (result.planned - room) > LAMP_RUN_GIVE_UP_SECONDS)
    return;
  result = lamp_fit (steps, n_steps, slot, mode, seconds);
  if (!result.fits)
    lamp_fit (steps, n_steps, slot + result.missing, mode, seconds);
}

/* Gives each item that has not been entered the time it has as things stand. */
void
lamp_run_refit (LampRun *self)
{
  g_autofree LampFitStep *steps = g_new0 (LampFitStep, self->items->len + 1);
  g_autofree int *seconds = g_new0 (int, self->items->len + 1);
  guint n_steps = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const LampRunEntry *entry = self->items->pdata[i];

      if (is_adaptable (entry))
        steps[n_steps++] = entry->step;
    }
  if (lamp_run_is_under_way (self))
    fit_steps (self, steps, n_steps, seconds);
  else
    lamp_fit (steps, n_steps, G_MAXINT, LAMP_FIT_SHORTEN, seconds);
  n_steps = 0;
  for (guint i = 0; i < self->items->len; i++)
    {
      LampRunEntry *entry = self->items->pdata[i];

      if (is_adaptable (entry))
        entry->allotted = seconds[n_steps++];
    }
}

/* Makes an item the current one, with the time it has as things stand now, or with its own if it had begun before. */
void
lamp_run_enter (LampRun *self,
                int      index)
{
  LampRunEntry *left = lamp_run_get_entry (self, self->current);
  LampRunEntry *entry = lamp_run_get_entry (self, index);

  if (left != NULL && left != entry)
    g_set_str (&self->previous, left->id);
  self->current = index;
  if (entry != NULL)
    entry->mark = LAMP_RUN_OPEN;
  lamp_run_refit (self);
  if (entry == NULL)
    return;
  if (self->opening == NULL)
    g_set_str (&self->opening, entry->id);
  entry->is_entered = TRUE;
  lamp_run_refit (self);
}
