/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-private.h"

/* Making a run, and the passing of its time. Time is kept as spans up to a moment; every event first brings them up to
 * its own. A run that was kept as text and read again therefore needs nothing but the next moment to be where it would
 * be if the program had never died. */

/**
 * lamp_run_moment:
 * @clock: a clock
 *
 * Returns: what it shows now; its boot id belongs to the clock
 */
LampRunMoment
lamp_run_moment (LampClock *clock)
{
  LampRunMoment moment = {
    .boottime = lamp_clock_get_boottime (clock),
    .utc = lamp_clock_get_utc (clock),
    .boot_id = lamp_clock_get_boot_id (clock),
  };

  return moment;
}

/* A step within the bounds that a run keeps to. */
LampFitStep
lamp_run_normalize_step (const LampFitStep *step)
{
  LampFitStep normal = {
    .seconds = CLAMP (step->seconds, 0, LAMP_RUN_MOST_SECONDS),
    .minimum = MAX (step->minimum, LAMP_FIT_DEFAULT),
    .maximum = MAX (step->maximum, LAMP_FIT_DEFAULT),
    .is_protected = step->is_protected != FALSE,
  };

  return normal;
}

LampRunEntry *
lamp_run_entry_new (const LampRunItem *item)
{
  LampRunEntry *self = g_new0 (LampRunEntry, 1);

  self->id = g_strdup (item->id);
  self->title = g_strdup (item->title);
  self->step = lamp_run_normalize_step (&item->step);
  self->allotted = self->step.seconds;

  return self;
}

static LampRunEntry *
copy_entry (const LampRunEntry *entry,
            gpointer            user_data)
{
  LampRunEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->id = g_strdup (entry->id);
  copy->title = g_strdup (entry->title);

  return copy;
}

void
lamp_run_entry_free (LampRunEntry *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self);
}

static LampRunSeat *
copy_seat (const LampRunSeat *seat,
           gpointer           user_data)
{
  LampRunSeat *copy = g_new (LampRunSeat, 1);

  copy->name = g_strdup (seat->name);
  copy->turns = seat->turns;

  return copy;
}

void
lamp_run_seat_free (LampRunSeat *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * lamp_run_new:
 * @meeting: the meeting's id
 * @planned_start: when it was to begin, µs since 1970, or 0
 * @slot_seconds: how long it may take
 * @items: (array length=n_items): its agenda in order; of two with one id the first counts
 * @n_items: how many
 *
 * Returns: (transfer full): a run that is READY
 */
LampRun *
lamp_run_new (const char        *meeting,
              gint64             planned_start,
              int                slot_seconds,
              const LampRunItem *items,
              guint              n_items)
{
  static const LampRunMoment never = { 0, 0, "" };
  LampRun *self = g_new0 (LampRun, 1);

  self->meeting = g_strdup (meeting);
  self->adapt = LAMP_RUN_ADAPT_SHORTEN;
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_entry_free);
  self->gone = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_entry_free);
  self->seats = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_run_seat_free);
  self->current = -1;
  lamp_run_set_moment (self, &never);
  lamp_run_set_slot (self, &never, planned_start, slot_seconds);
  lamp_run_set_items (self, &never, items, n_items);

  return self;
}

/**
 * lamp_run_copy:
 * @self: a run
 *
 * Returns: (transfer full): one that goes its own way from here
 */
LampRun *
lamp_run_copy (const LampRun *self)
{
  LampRun *copy = g_memdup2 (self, sizeof *self);

  copy->meeting = g_strdup (self->meeting);
  copy->boot_id = g_strdup (self->boot_id);
  copy->at.boot_id = copy->boot_id;
  copy->items = g_ptr_array_copy (self->items, (GCopyFunc) copy_entry, NULL);
  copy->gone = g_ptr_array_copy (self->gone, (GCopyFunc) copy_entry, NULL);
  copy->seats = g_ptr_array_copy (self->seats, (GCopyFunc) copy_seat, NULL);
  copy->opening = g_strdup (self->opening);
  copy->previous = g_strdup (self->previous);

  return copy;
}

/**
 * lamp_run_free:
 * @self: (transfer full): a run
 *
 * Frees a run.
 */
void
lamp_run_free (LampRun *self)
{
  g_free (self->meeting);
  g_free (self->boot_id);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->gone);
  g_ptr_array_unref (self->seats);
  g_free (self->opening);
  g_free (self->previous);
  g_free (self);
}

const char *
lamp_run_get_meeting (const LampRun *self)
{
  return self->meeting;
}

LampRunState
lamp_run_get_state (const LampRun *self)
{
  return self->state;
}

LampRunAdapt
lamp_run_get_adapt (const LampRun *self)
{
  return self->adapt;
}

guint
lamp_run_get_n_items (const LampRun *self)
{
  return self->items->len;
}

/**
 * lamp_run_find_item:
 * @self: a run
 * @id: an agenda item's identifier
 *
 * Returns: its index, or -1
 */
int
lamp_run_find_item (const LampRun *self,
                    const char    *id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (g_strcmp0 (lamp_run_get_entry (self, (int) i)->id, id) == 0)
      return (int) i;

  return -1;
}

/* (nullable): for -1 */
LampRunEntry *
lamp_run_get_entry (const LampRun *self,
                    int            index)
{
  return index >= 0 && (guint) index < self->items->len ? self->items->pdata[index] : NULL;
}

/* (nullable): also among those that are gone */
LampRunEntry *
lamp_run_find_entry (const LampRun *self,
                     const char    *id)
{
  int index = id != NULL ? lamp_run_find_item (self, id) : -1;

  if (index >= 0)
    return lamp_run_get_entry (self, index);
  for (guint i = 0; i < self->gone->len; i++)
    if (g_strcmp0 (((LampRunEntry *) self->gone->pdata[i])->id, id) == 0)
      return self->gone->pdata[i];

  return NULL;
}

gboolean
lamp_run_is_under_way (const LampRun *self)
{
  return self->state == LAMP_RUN_RUNNING || self->state == LAMP_RUN_PAUSED;
}

/* µs since the moment up to which the spans are told: never negative, whatever was done to the clocks. */
gint64
lamp_run_get_since (const LampRun       *self,
                    const LampRunMoment *moment)
{
  if (!lamp_run_is_under_way (self))
    return 0;
  if (g_str_equal (moment->boot_id, self->boot_id))
    return MAX (0, moment->boottime - self->at.boottime);

  return MAX (0, moment->utc - self->at.utc);
}

void
lamp_run_set_moment (LampRun             *self,
                     const LampRunMoment *moment)
{
  g_set_str (&self->boot_id, moment->boot_id);
  self->at = *moment;
  self->at.boot_id = self->boot_id;
}

/* Brings all spans up to a moment. */
void
lamp_run_advance (LampRun             *self,
                  const LampRunMoment *moment)
{
  LampRunEntry *entry = lamp_run_get_entry (self, self->current);
  gint64 since = lamp_run_get_since (self, moment);

  if (!lamp_run_is_under_way (self))
    return;
  self->elapsed += since;
  if (self->state == LAMP_RUN_PAUSED)
    {
      self->paused += since;
      self->pause += since;
    }
  else if (entry != NULL)
    entry->spent += since;
  else
    self->left_out += since;
  lamp_run_set_moment (self, moment);
}

/**
 * lamp_run_get_began_at:
 * @self: a run
 *
 * Returns: when the meeting began, µs since 1970; 0 while it has not
 */
gint64
lamp_run_get_began_at (const LampRun *self)
{
  return self->began_at;
}

/**
 * lamp_run_get_ended_at:
 * @self: a run
 *
 * Returns: its beginning plus what elapsed until it ended, µs since 1970; 0 while it has not ended
 */
gint64
lamp_run_get_ended_at (const LampRun *self)
{
  return self->state == LAMP_RUN_OVER ? self->began_at + self->elapsed : 0;
}

static LampRunSeat *
find_seat (const LampRun *self,
           const char    *name)
{
  for (guint i = 0; i < self->seats->len; i++)
    {
      LampRunSeat *seat = self->seats->pdata[i];

      if (g_str_equal (seat->name, name))
        return seat;
    }

  return NULL;
}

/**
 * lamp_run_add_turns:
 * @self: a run
 * @seat: who spoke: a person's id, or whatever the facilitator calls the seat
 * @turns: how often; negative takes back
 *
 * Counts turns for the voice balance.
 *
 * Returns: how many the seat has now, 0 or more
 */
int
lamp_run_add_turns (LampRun    *self,
                    const char *seat,
                    int         turns)
{
  LampRunSeat *found = find_seat (self, seat);

  if (found == NULL)
    {
      found = g_new0 (LampRunSeat, 1);
      found->name = g_strdup (seat);
      g_ptr_array_add (self->seats, found);
    }
  found->turns = (int) CLAMP ((gint64) found->turns + turns, 0, G_MAXINT32);

  return found->turns;
}

int
lamp_run_get_turns (const LampRun *self,
                    const char    *seat)
{
  const LampRunSeat *found = find_seat (self, seat);

  return found != NULL ? found->turns : 0;
}

guint
lamp_run_get_n_seats (const LampRun *self)
{
  return self->seats->len;
}

/**
 * lamp_run_get_seat:
 * @self: a run
 * @index: which of those that were counted, in the order of their first turn
 * @turns: (out) (optional): how often they have spoken
 *
 * Returns: the seat's name
 */
const char *
lamp_run_get_seat (const LampRun *self,
                   guint          index,
                   int           *turns)
{
  const LampRunSeat *seat;

  g_return_val_if_fail (index < self->seats->len, NULL);

  seat = self->seats->pdata[index];
  if (turns != NULL)
    *turns = seat->turns;

  return seat->name;
}

void
lamp_run_clear_turns (LampRun *self)
{
  g_ptr_array_set_size (self->seats, 0);
}
