/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-private.h"

/* What happens to a run. Each event brings the spans up to its moment, does what it does, and re-times the rest. */

/**
 * lamp_run_start:
 * @self: a run
 * @moment: now
 *
 * Begins the meeting with the first open item. A late start shortens what follows at once, as far as that is wanted.
 *
 * Returns: whether it was READY
 */
gboolean
lamp_run_start (LampRun             *self,
                const LampRunMoment *moment)
{
  if (self->state != LAMP_RUN_READY)
    return FALSE;

  self->state = LAMP_RUN_RUNNING;
  self->began_at = moment->utc;
  lamp_run_set_moment (self, moment);
  lamp_run_enter (self, lamp_run_get_successor (self));

  return TRUE;
}

gboolean
lamp_run_pause (LampRun             *self,
                const LampRunMoment *moment)
{
  if (self->state != LAMP_RUN_RUNNING)
    return FALSE;

  lamp_run_advance (self, moment);
  self->state = LAMP_RUN_PAUSED;
  self->pause = 0;

  return TRUE;
}

gboolean
lamp_run_resume (LampRun             *self,
                 const LampRunMoment *moment)
{
  if (self->state != LAMP_RUN_PAUSED)
    return FALSE;

  lamp_run_advance (self, moment);
  self->state = LAMP_RUN_RUNNING;
  self->pause = 0;
  lamp_run_refit (self);

  return TRUE;
}

static void
leave_as (LampRun     *self,
          LampRunMark  mark)
{
  LampRunEntry *entry = lamp_run_get_entry (self, self->current);

  if (entry != NULL && entry->mark == LAMP_RUN_OPEN)
    entry->mark = mark;
}

/**
 * lamp_run_end:
 * @self: a run
 * @moment: now
 *
 * Ends the meeting. The item that was under way has been discussed.
 *
 * Returns: whether it was under way
 */
gboolean
lamp_run_end (LampRun             *self,
              const LampRunMoment *moment)
{
  const LampRunEntry *entry = lamp_run_get_entry (self, self->current);

  if (!lamp_run_is_under_way (self))
    return FALSE;

  lamp_run_advance (self, moment);
  if (entry != NULL && entry->spent > 0)
    leave_as (self, LAMP_RUN_DISCUSSED);
  self->state = LAMP_RUN_OVER;
  self->pause = 0;

  return TRUE;
}

/* Takes the meeting up again in a pause; the time since it was left belongs to nothing. */
static void
take_up (LampRun             *self,
         const LampRunMoment *moment)
{
  gint64 since;

  self->state = LAMP_RUN_PAUSED;
  since = lamp_run_get_since (self, moment);
  self->elapsed += since;
  self->left_out += since;
  self->pause = 0;
  lamp_run_set_moment (self, moment);
}

/**
 * lamp_run_reopen:
 * @self: a run
 * @moment: now
 *
 * Takes up a meeting that was ended too soon: PAUSED, at the item at which it ended.
 *
 * Returns: whether it was OVER
 */
gboolean
lamp_run_reopen (LampRun             *self,
                 const LampRunMoment *moment)
{
  if (self->state != LAMP_RUN_OVER)
    return FALSE;

  take_up (self, moment);
  if (self->current >= 0)
    lamp_run_enter (self, self->current);

  return TRUE;
}

/**
 * lamp_run_take_up:
 * @self: a run that is READY
 * @moment: now
 * @began_at: when the meeting began, µs since 1970
 * @ended_at: when it ended
 *
 * Takes up a meeting of which only the records are left: PAUSED, at the first item that was not discussed. What
 * elapsed and was not spent on an item counts as left out.
 *
 * Returns: whether it was READY and the times are in order
 */
gboolean
lamp_run_take_up (LampRun             *self,
                  const LampRunMoment *moment,
                  gint64               began_at,
                  gint64               ended_at)
{
  gint64 spent = 0;
  int index;

  if (self->state != LAMP_RUN_READY || ended_at < began_at)
    return FALSE;

  for (guint i = 0; i < self->items->len; i++)
    spent += lamp_run_get_entry (self, (int) i)->spent;
  self->began_at = began_at;
  self->elapsed = MAX (spent, ended_at - began_at);
  self->left_out = self->elapsed - spent;
  lamp_run_set_moment (self, moment);
  self->at.utc = MIN (moment->utc, began_at + self->elapsed);
  self->at.boottime = moment->boottime - (moment->utc - self->at.utc);
  take_up (self, moment);
  index = lamp_run_get_successor (self);
  lamp_run_enter (self, index >= 0 ? index : (int) self->items->len - 1);

  return TRUE;
}

/**
 * lamp_run_set_spent:
 * @self: a run that is READY
 * @index: an item
 * @seconds: what was spent on it when the meeting was run before
 * @mark: what became of it
 *
 * Tells what the records say, before [func@run_take_up].
 *
 * Returns: whether it was READY
 */
gboolean
lamp_run_set_spent (LampRun     *self,
                    guint        index,
                    int          seconds,
                    LampRunMark  mark)
{
  LampRunEntry *entry = lamp_run_get_entry (self, (int) index);

  if (self->state != LAMP_RUN_READY || entry == NULL)
    return FALSE;

  entry->spent = MAX (0, seconds) * LAMP_RUN_SECOND;
  entry->mark = mark;
  entry->is_entered = entry->spent > 0;

  return TRUE;
}

/**
 * lamp_run_next:
 * @self: a run
 * @moment: now
 *
 * Goes on: the current item has been discussed. Items that were left behind by going elsewhere come after the last.
 *
 * Returns: whether there was one to go on to
 */
gboolean
lamp_run_next (LampRun             *self,
               const LampRunMoment *moment)
{
  int successor = lamp_run_get_successor (self);

  if (!lamp_run_is_under_way (self) || successor < 0)
    return FALSE;

  lamp_run_advance (self, moment);
  leave_as (self, LAMP_RUN_DISCUSSED);
  lamp_run_enter (self, successor);

  return TRUE;
}

gboolean
lamp_run_back (LampRun             *self,
               const LampRunMoment *moment)
{
  return self->current > 0 && lamp_run_go_to (self, moment, (guint) self->current - 1);
}

/**
 * lamp_run_skip:
 * @self: a run
 * @moment: now
 *
 * Passes over the current item: what is left of its time is given back. The last one stays the current one until the
 * meeting ends, so that the time that passes has a place.
 *
 * Returns: whether there was anything to skip
 */
gboolean
lamp_run_skip (LampRun             *self,
               const LampRunMoment *moment)
{
  const LampRunEntry *entry = lamp_run_get_entry (self, self->current);
  int successor = lamp_run_get_successor (self);

  if (!lamp_run_is_under_way (self) || entry == NULL || (successor < 0 && entry->mark != LAMP_RUN_OPEN))
    return FALSE;

  lamp_run_advance (self, moment);
  leave_as (self, LAMP_RUN_SKIPPED);
  if (successor >= 0)
    lamp_run_enter (self, successor);

  return TRUE;
}

/**
 * lamp_run_go_to:
 * @self: a run
 * @moment: now
 * @index: an item, also one that has been discussed or skipped
 *
 * Goes to any item; its clock goes on where it stood. The one that is left stays open and comes again.
 *
 * Returns: whether the meeting is under way and there is such an item
 */
gboolean
lamp_run_go_to (LampRun             *self,
                const LampRunMoment *moment,
                guint                index)
{
  if (!lamp_run_is_under_way (self) || index >= self->items->len || (int) index == self->current)
    return FALSE;

  lamp_run_advance (self, moment);
  lamp_run_enter (self, (int) index);

  return TRUE;
}

/**
 * lamp_run_add_seconds:
 * @self: a run
 * @moment: now
 * @seconds: how much more the current item gets, or less
 *
 * Gives the current item time by hand, be it protected or not; what follows is re-timed.
 *
 * Returns: what was added
 */
int
lamp_run_add_seconds (LampRun             *self,
                      const LampRunMoment *moment,
                      int                  seconds)
{
  LampRunEntry *entry = lamp_run_get_entry (self, self->current);
  int added;

  if (!lamp_run_is_under_way (self) || entry == NULL)
    return 0;

  lamp_run_advance (self, moment);
  added = (int) CLAMP ((gint64) entry->allotted + seconds, 0, LAMP_RUN_MOST_SECONDS) - entry->allotted;
  entry->allotted += added;
  entry->extra += added;
  lamp_run_refit (self);

  return added;
}

gboolean
lamp_run_set_mark (LampRun             *self,
                   const LampRunMoment *moment,
                   guint                index,
                   LampRunMark          mark)
{
  LampRunEntry *entry = lamp_run_get_entry (self, (int) index);

  if (self->state == LAMP_RUN_OVER || entry == NULL || (int) index == self->current || entry->mark == mark)
    return FALSE;

  lamp_run_advance (self, moment);
  entry->mark = mark;
  if (lamp_run_is_under_way (self) && self->current < 0 && mark == LAMP_RUN_OPEN)
    lamp_run_enter (self, (int) index);
  lamp_run_refit (self);

  return TRUE;
}

gboolean
lamp_run_set_adapt (LampRun             *self,
                    const LampRunMoment *moment,
                    LampRunAdapt         adapt)
{
  if (self->state == LAMP_RUN_OVER || self->adapt == adapt)
    return FALSE;

  lamp_run_advance (self, moment);
  self->adapt = adapt;
  lamp_run_refit (self);

  return TRUE;
}
