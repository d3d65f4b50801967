/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-run-private.h"

/* What there is to show at a moment. Nothing is changed: what has passed since the spans were told is added here. */

/* Whole seconds, downwards, so that a clock that counts down shows a new second when it has come. */
static int
to_seconds (gint64 usec)
{
  gint64 seconds = usec >= 0 ? usec / LAMP_RUN_SECOND : -((-usec + LAMP_RUN_SECOND - 1) / LAMP_RUN_SECOND);

  return (int) CLAMP (seconds, G_MININT32, G_MAXINT32);
}

static gint64
get_spent (const LampRun *self,
           int            index,
           gint64         since)
{
  gint64 spent = lamp_run_get_entry (self, index)->spent;

  return index == self->current && self->state == LAMP_RUN_RUNNING ? spent + since : spent;
}

/* What an item still needs at a moment. */
static gint64
get_need (const LampRun *self,
          int            index,
          gint64         since)
{
  const LampRunEntry *entry = lamp_run_get_entry (self, index);

  if (entry->mark != LAMP_RUN_OPEN)
    return 0;

  return MAX (0, entry->allotted * LAMP_RUN_SECOND - get_spent (self, index, since));
}

static LampRunPhase
judge_phase (int left,
             int allotted)
{
  if (left <= 0)
    return LAMP_RUN_PAST;
  if (left * 20 <= allotted)
    return LAMP_RUN_RED;

  return left * 5 <= allotted ? LAMP_RUN_ORANGE : LAMP_RUN_FINE;
}

static void
look_at_current (const LampRun  *self,
                 gint64          since,
                 LampRunFigures *figures)
{
  const LampRunEntry *entry = lamp_run_get_entry (self, figures->current);

  if (entry == NULL)
    return;
  figures->spent = to_seconds (get_spent (self, figures->current, since));
  figures->allotted = entry->allotted;
  figures->left = figures->allotted - figures->spent;
  figures->phase = judge_phase (figures->left, figures->allotted);
}

/* How far the plan has come: what is done counts as planned, what is under way up to what was planned for it. */
static gint64
get_position (const LampRun *self,
              gint64         since)
{
  gint64 position = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      const LampRunEntry *entry = self->items->pdata[i];
      gint64 planned = entry->step.seconds * LAMP_RUN_SECOND;

      if (entry->mark != LAMP_RUN_OPEN)
        position += planned;
      else if (entry->is_entered)
        position += MIN (planned, get_spent (self, (int) i, since));
    }

  return position;
}

static gint64
get_all_needs (const LampRun *self,
               gint64         since)
{
  gint64 needs = 0;

  for (guint i = 0; i < self->items->len; i++)
    needs += get_need (self, (int) i, since);

  return needs;
}

/* Before it begins: as if it began as planned, or now when that has gone by. */
static gint64
get_expected_start (const LampRun       *self,
                    const LampRunMoment *moment)
{
  return MAX (moment->utc, self->planned_start);
}

static void
look_ahead (const LampRun       *self,
            const LampRunMoment *moment,
            LampRunFigures      *figures)
{
  gint64 start = get_expected_start (self, moment);
  gint64 late = lamp_run_get_late (self, start);

  figures->current = lamp_run_get_successor (self);
  if (self->planned_start != 0)
    figures->late = to_seconds (moment->utc - self->planned_start);
  figures->behind = to_seconds (late);
  figures->ends_at = start + get_all_needs (self, 0);
  figures->slot_ends_at = start - late + self->slot * LAMP_RUN_SECOND;
  figures->meeting_left = to_seconds (figures->slot_ends_at - moment->utc);
}

static void
look_at_meeting (const LampRun       *self,
                 const LampRunMoment *moment,
                 gint64               since,
                 LampRunFigures      *figures)
{
  gint64 elapsed = self->elapsed + since;
  gint64 late = self->planned_start != 0 ? self->began_at - self->planned_start : 0;
  gint64 deadline = lamp_run_get_deadline (self);
  gint64 now = self->state == LAMP_RUN_OVER ? lamp_run_get_ended_at (self) : moment->utc;
  gint64 needs = self->state == LAMP_RUN_OVER ? 0 : get_all_needs (self, since);
  gint64 pausing = self->state == LAMP_RUN_PAUSED ? since : 0;

  figures->late = to_seconds (late);
  figures->elapsed = to_seconds (elapsed);
  figures->meeting_left = to_seconds (deadline - elapsed);
  figures->paused = to_seconds (self->paused + pausing);
  figures->pause = to_seconds (self->pause + pausing);
  figures->behind = to_seconds (elapsed + lamp_run_get_late (self, self->began_at) - get_position (self, since));
  figures->ends_at = now + needs;
  figures->slot_ends_at = now + deadline - elapsed;
}

/**
 * lamp_run_look:
 * @self: a run
 * @moment: now
 * @figures: (out): all there is to show
 *
 * Says how the meeting stands.
 */
void
lamp_run_look (const LampRun       *self,
               const LampRunMoment *moment,
               LampRunFigures      *figures)
{
  gint64 since = lamp_run_get_since (self, moment);

  *figures = (LampRunFigures) { .state = self->state, .current = self->current, .next = -1 };
  if (self->state == LAMP_RUN_READY)
    look_ahead (self, moment, figures);
  else
    look_at_meeting (self, moment, since, figures);
  if (lamp_run_is_under_way (self))
    figures->next = lamp_run_get_successor (self);
  look_at_current (self, since, figures);
  figures->overrun = to_seconds (figures->ends_at - figures->slot_ends_at);
}

/**
 * lamp_run_get_until_tick:
 * @self: a run
 * @moment: now
 *
 * Returns: µs, 1 to a second, until what is shown in seconds is out of date
 */
gint64
lamp_run_get_until_tick (const LampRun       *self,
                         const LampRunMoment *moment)
{
  gint64 since = lamp_run_get_since (self, moment);
  gint64 shown = self->elapsed + since;

  if (self->state == LAMP_RUN_READY)
    shown = moment->utc - self->planned_start;
  else if (self->state == LAMP_RUN_PAUSED)
    shown = self->pause + since;
  else if (self->current >= 0)
    shown = get_spent (self, self->current, since);

  return LAMP_RUN_SECOND - (shown % LAMP_RUN_SECOND + LAMP_RUN_SECOND) % LAMP_RUN_SECOND;
}

/* When an item is expected to begin: after all that comes before it on the way through the open ones. */
static gint64
foresee_start (const LampRun       *self,
               const LampRunMoment *moment,
               gint64               since,
               int                  index)
{
  gint64 start = self->state == LAMP_RUN_READY ? get_expected_start (self, moment) : moment->utc;
  int n_items = (int) self->items->len;
  int first = MAX (0, self->current);

  for (int i = 0; i < n_items; i++)
    {
      int place = (first + i) % n_items;

      if (place == index)
        break;
      start += get_need (self, place, since);
    }

  return start;
}

/**
 * lamp_run_look_at_item:
 * @self: a run
 * @moment: now
 * @index: which item
 * @place: (out): how it stands; its texts belong to the run
 *
 * Says how one item stands.
 */
void
lamp_run_look_at_item (const LampRun       *self,
                       const LampRunMoment *moment,
                       guint                index,
                       LampRunPlace        *place)
{
  const LampRunEntry *entry = lamp_run_get_entry (self, (int) index);
  gint64 since = lamp_run_get_since (self, moment);

  g_return_if_fail (entry != NULL);

  *place = (LampRunPlace) {
    .id = entry->id,
    .title = entry->title,
    .planned = entry->step.seconds,
    .allotted = entry->allotted,
    .spent = to_seconds (get_spent (self, (int) index, since)),
    .is_protected = entry->step.is_protected,
    .mark = entry->mark,
  };
  if (entry->mark == LAMP_RUN_OPEN && (int) index != self->current && self->state != LAMP_RUN_OVER)
    place->starts_at = foresee_start (self, moment, since, (int) index);
}

/* What the change from one run to another is to the items that are still to come. */
static char *
describe_cost (const LampRun       *before,
               const LampRun       *after,
               const LampRunMoment *moment,
               int                  extra)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, TRUE, sizeof (LampFitChange));
  LampRunFigures figures;

  for (guint i = 0; i < before->items->len; i++)
    {
      const LampRunEntry *was = before->items->pdata[i];
      const LampRunEntry *is = after->items->pdata[i];
      LampFitChange change = { is->title, was->allotted, is->allotted, is->step.is_protected };

      if ((int) i != before->current && was->mark == LAMP_RUN_OPEN)
        g_array_append_val (changes, change);
    }
  lamp_run_look (after, moment, &figures);

  return lamp_fit_describe_cost ((const LampFitChange *) (gpointer) changes->data, changes->len, extra, figures.overrun);
}

/**
 * lamp_run_dup_price:
 * @self: a run
 * @moment: now
 * @seconds: what the current item is to get, or to give; 0: what it has taken by itself
 *
 * Says what an overrun costs before it is accepted (peers, "What none of them has" 1): exactly what
 * [func@run_add_seconds], or going on now, would do.
 *
 * Returns: (transfer full) (nullable): one translated line, plain text; %NULL when nothing is under way or, with 0,
 *   when the item is not over its time
 */
char *
lamp_run_dup_price (const LampRun       *self,
                    const LampRunMoment *moment,
                    int                  seconds)
{
  g_autoptr (LampRun) after = NULL;
  LampRunFigures figures;

  lamp_run_look (self, moment, &figures);
  if (!lamp_run_is_under_way (self) || figures.current < 0 || (seconds == 0 && figures.left >= 0))
    return NULL;

  after = lamp_run_copy (self);
  lamp_run_advance (after, moment);
  if (seconds != 0)
    seconds = lamp_run_add_seconds (after, moment, seconds);
  else
    lamp_run_refit (after);

  return describe_cost (self, after, moment, seconds != 0 ? seconds : -figures.left);
}
