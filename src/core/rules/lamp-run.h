/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-clock.h"
#include "lamp-fit.h"

G_BEGIN_DECLS

/**
 * LampRunMoment:
 * @boottime: microseconds on the clock that never jumps and goes on while the machine sleeps
 * @utc: microseconds since 1970-01-01 00:00 UTC, by the wall clock
 * @boot_id: (not nullable): names the start of the machine since which @boottime counts
 *
 * When something happens. Within one boot spans are measured by @boottime, so that neither sleep nor a changed wall
 * clock matters; across a restart of the machine the wall clock bridges the gap.
 */
typedef struct
{
  gint64 boottime;
  gint64 utc;
  const char *boot_id;
} LampRunMoment;

/**
 * LampRunItem:
 * @id: the agenda item's identifier
 * @title: its title
 * @step: its planned seconds, its bounds, and whether it is protected
 *
 * An item as it is planned: what is handed to a run.
 */
typedef struct
{
  const char *id;
  const char *title;
  LampFitStep step;
} LampRunItem;

/**
 * LampRunState:
 * @LAMP_RUN_READY: not yet begun
 * @LAMP_RUN_RUNNING: the current item's clock runs
 * @LAMP_RUN_PAUSED: begun, and nobody's clock runs; the end of the slot comes nearer all the same
 * @LAMP_RUN_OVER: ended
 *
 * How a meeting stands.
 */
typedef enum
{
  LAMP_RUN_READY = 0,
  LAMP_RUN_RUNNING,
  LAMP_RUN_PAUSED,
  LAMP_RUN_OVER,
} LampRunState;

/**
 * LampRunPhase:
 * @LAMP_RUN_FINE: more than a fifth of the item's time is left
 * @LAMP_RUN_ORANGE: a fifth or less is left
 * @LAMP_RUN_RED: a twentieth or less is left
 * @LAMP_RUN_PAST: nothing is left
 *
 * How urgent the current item is (peers B1).
 */
typedef enum
{
  LAMP_RUN_FINE = 0,
  LAMP_RUN_ORANGE,
  LAMP_RUN_RED,
  LAMP_RUN_PAST,
} LampRunPhase;

/**
 * LampRunMark:
 * @LAMP_RUN_OPEN: still to come, under way, or left for another item before it was done
 * @LAMP_RUN_DISCUSSED: done
 * @LAMP_RUN_SKIPPED: passed over; its time is given back
 *
 * What became of an item.
 */
typedef enum
{
  LAMP_RUN_OPEN = 0,
  LAMP_RUN_DISCUSSED,
  LAMP_RUN_SKIPPED,
} LampRunMark;

/**
 * LampRunAdapt:
 * @LAMP_RUN_ADAPT_OFF: every item keeps its planned time
 * @LAMP_RUN_ADAPT_SHORTEN: one way: what is still to come is shortened when time is lost
 * @LAMP_RUN_ADAPT_BOTH_WAYS: two ways: it is extended too when time is won
 *
 * What happens to the items still to come when the meeting leaves its plan (peers B5). Protected items always keep
 * their time. When the plan and the time there is are more than %LAMP_RUN_GIVE_UP_SECONDS apart nothing is adapted.
 */
typedef enum
{
  LAMP_RUN_ADAPT_OFF = 0,
  LAMP_RUN_ADAPT_SHORTEN,
  LAMP_RUN_ADAPT_BOTH_WAYS,
} LampRunAdapt;

/**
 * LAMP_RUN_GIVE_UP_SECONDS:
 *
 * A deviation above this is not made up by adapting, and a start that is further from the planned one makes the slot
 * count from the real start.
 */
#define LAMP_RUN_GIVE_UP_SECONDS (15 * 60)

/**
 * LampRunFigures:
 * @state: how the meeting stands
 * @current: index of the current item, the first to come when %LAMP_RUN_READY; -1 when there is none
 * @next: index of the item that [func@run_next] goes to; -1 when nothing follows
 * @phase: how urgent the current item is
 * @spent: seconds spent on the current item, over all its visits
 * @allotted: seconds that it has
 * @left: @allotted less @spent; negative when it is over its time
 * @behind: how far the meeting is behind its plan; negative when ahead. What is done counts with its planned time,
 *   whatever was adapted since
 * @late: how late the meeting began (or would begin now, when %LAMP_RUN_READY) against its planned start; negative
 *   when early; 0 when no start is planned
 * @overrun: how long after the end of the slot it will end as things stand; negative when before
 * @ends_at: when it will end as things stand, µs since 1970; when it ended, if %LAMP_RUN_OVER
 * @slot_ends_at: when the slot ends, µs since 1970
 * @elapsed: seconds since it began, pauses included
 * @meeting_left: seconds until the slot ends; negative after it
 * @paused: seconds of all pauses
 * @pause: seconds of the pause that is under way
 *
 * All there is to show at one moment. Seconds are whole.
 */
typedef struct
{
  LampRunState state;
  int current;
  int next;
  LampRunPhase phase;
  int spent;
  int allotted;
  int left;
  int behind;
  int late;
  int overrun;
  gint64 ends_at;
  gint64 slot_ends_at;
  int elapsed;
  int meeting_left;
  int paused;
  int pause;
} LampRunFigures;

/**
 * LampRunPlace:
 * @id: the item's identifier
 * @title: its title
 * @planned: its planned seconds
 * @allotted: the seconds that it has as things stand
 * @spent: the seconds spent on it
 * @is_protected: whether its time is never adapted
 * @mark: what became of it
 * @starts_at: when it is expected to begin, µs since 1970; 0 when it has begun or does not come
 *
 * One item of a run at one moment. Texts belong to the run.
 */
typedef struct
{
  const char *id;
  const char *title;
  int planned;
  int allotted;
  int spent;
  gboolean is_protected;
  LampRunMark mark;
  gint64 starts_at;
} LampRunPlace;

/**
 * LampRun:
 *
 * A meeting that is run: a pure machine of states, READY → RUNNING ⇄ PAUSED → OVER. It asks no clock: everything that
 * happens is told with its moment, and what it says about a moment depends on nothing else. At any time
 *
 *     elapsed = what was spent on all items + pauses + what was left out
 *
 * holds to the microsecond.
 *
 * Whatever changes the run returns whether it did: %FALSE means that this cannot be done in this state (there is no
 * next item, the meeting is not under way) and that nothing has changed.
 */
typedef struct _LampRun LampRun;

/* A moment of a clock. */
LampRunMoment lamp_run_moment          (LampClock            *clock);

/* Making one. @planned_start: µs since 1970, or 0 when none is planned. Items may be none. */
LampRun      *lamp_run_new             (const char           *meeting,  /* the meeting's id */
                                        gint64                planned_start,
                                        int                   slot_seconds,
                                        const LampRunItem    *items,
                                        guint                 n_items);
LampRun      *lamp_run_copy            (const LampRun        *self);
void          lamp_run_free            (LampRun              *self);
const char   *lamp_run_get_meeting     (const LampRun        *self);

/* What happens. */
gboolean      lamp_run_start           (LampRun              *self,     /* READY → RUNNING, the first item open */
                                        const LampRunMoment  *moment);
gboolean      lamp_run_pause           (LampRun              *self,     /* RUNNING → PAUSED */
                                        const LampRunMoment  *moment);
gboolean      lamp_run_resume          (LampRun              *self,     /* PAUSED → RUNNING */
                                        const LampRunMoment  *moment);
gboolean      lamp_run_end             (LampRun              *self,     /* → OVER; the current item counts as */
                                        const LampRunMoment  *moment);  /* discussed when it was under way */
gboolean      lamp_run_reopen          (LampRun              *self,     /* OVER → PAUSED; the time since is left out */
                                        const LampRunMoment  *moment);
gboolean      lamp_run_next            (LampRun              *self,     /* discussed; on to the next open item, */
                                        const LampRunMoment  *moment);  /* also one that was left behind */
gboolean      lamp_run_back            (LampRun              *self,     /* to the item before in the order; its */
                                        const LampRunMoment  *moment);  /* clock goes on where it stood */
gboolean      lamp_run_skip            (LampRun              *self,     /* as next, but not discussed: what is */
                                        const LampRunMoment  *moment);  /* left of its time is given back */
gboolean      lamp_run_go_to           (LampRun              *self,     /* the item that is left stays open */
                                        const LampRunMoment  *moment,
                                        guint                 index);
int           lamp_run_add_seconds     (LampRun              *self,     /* ± on the current item: accepts the */
                                        const LampRunMoment  *moment,   /* price. Returns what was added: no item */
                                        int                   seconds);       /* has less than nothing */
gboolean      lamp_run_set_mark        (LampRun              *self,     /* any item but the current one: tick it */
                                        const LampRunMoment  *moment,   /* off, skip it, open it again */
                                        guint                 index,
                                        LampRunMark           mark);
gboolean      lamp_run_set_adapt       (LampRun              *self,     /* any state but OVER; SHORTEN at first */
                                        const LampRunMoment  *moment,
                                        LampRunAdapt          adapt);
LampRunAdapt  lamp_run_get_adapt       (const LampRun        *self);

/* Put right afterwards. Seconds may be negative. Each returns what could be done of it, in seconds. */
int           lamp_run_correct_start   (LampRun              *self,     /* the meeting began so much earlier; the */
                                        const LampRunMoment  *moment,   /* item that opened it gets the time */
                                        int                   seconds);
int           lamp_run_correct_item    (LampRun              *self,     /* the current item began so much earlier; */
                                        const LampRunMoment  *moment,   /* the one that was left for it gives the */
                                        int                   seconds);       /* time */
int           lamp_run_leave_out       (LampRun              *self,     /* so much of the current item's time is */
                                        const LampRunMoment  *moment,   /* not to be counted for it */
                                        int                   seconds);

/* The plan changes while it runs. Items are known by their id: spent time and marks stay, order and times are taken
 * over; one that is gone keeps its time until it comes back (undo). What says nothing new changes nothing. */
gboolean      lamp_run_set_items       (LampRun              *self,
                                        const LampRunMoment  *moment,
                                        const LampRunItem    *items,
                                        guint                 n_items);
gboolean      lamp_run_set_slot        (LampRun              *self,
                                        const LampRunMoment  *moment,
                                        gint64                planned_start,
                                        int                   slot_seconds);
/* Taking up a meeting that was run, closed and opened again, from what its records say: READY → PAUSED. First
 * set_spent for each item. The time since @ended_at is left out. */
gboolean      lamp_run_set_spent       (LampRun              *self,     /* only while READY */
                                        guint                 index,
                                        int                   seconds,
                                        LampRunMark           mark);
gboolean      lamp_run_take_up         (LampRun              *self,
                                        const LampRunMoment  *moment,
                                        gint64                began_at,
                                        gint64                ended_at);

/* What to show. Nothing is changed by looking. */
LampRunState  lamp_run_get_state       (const LampRun        *self);
void          lamp_run_look            (const LampRun        *self,
                                        const LampRunMoment  *moment,
                                        LampRunFigures       *figures);       /* (out) */
guint         lamp_run_get_n_items     (const LampRun        *self);
void          lamp_run_look_at_item    (const LampRun        *self,
                                        const LampRunMoment  *moment,
                                        guint                 index,
                                        LampRunPlace         *place);   /* (out) */
/* µs until a clock shows another second: that of the current item, of the pause, or the wall's before it begins. */
gint64        lamp_run_get_until_tick  (const LampRun        *self,
                                        const LampRunMoment  *moment);
int           lamp_run_find_item       (const LampRun        *self,     /* its index, or -1 */
                                        const char           *id);
/* What it costs to give the current item so many seconds more, before it is accepted: "+3: feedback 15 → 12,
 * reflection stays 5". With 0: what it has cost that the item has run over by itself; NULL when it has not.
 * (transfer full) (nullable); one translated line, plain text; times are minutes. */
char         *lamp_run_dup_price       (const LampRun        *self,
                                        const LampRunMoment  *moment,
                                        int                   seconds);

/* For the record, at the close. 0 while there is none. The end is the beginning plus what really elapsed, whatever
 * was done to the wall clock meanwhile. */
gint64        lamp_run_get_began_at    (const LampRun        *self);
gint64        lamp_run_get_ended_at    (const LampRun        *self);

/* Voice balance: turns taken, by seat: a person's id or whatever the facilitator calls it. Only for their eyes. */
int           lamp_run_add_turns       (LampRun              *self,     /* ±; never below 0; returns what it has now */
                                        const char           *seat,
                                        int                   turns);
int           lamp_run_get_turns       (const LampRun        *self,
                                        const char           *seat);
guint         lamp_run_get_n_seats     (const LampRun        *self);    /* in the order of their first turn */
const char   *lamp_run_get_seat        (const LampRun        *self,
                                        guint                 index,
                                        int                  *turns);   /* (out) (optional) */
void          lamp_run_clear_turns     (LampRun              *self);

/* Kept as text so that nothing is lost: @moment is the heartbeat. */
char         *lamp_run_to_text         (LampRun              *self,
                                        const LampRunMoment  *moment);
LampRun      *lamp_run_from_text       (const char           *text,     /* the same second of the same meeting, */
                                        const LampRunMoment  *moment,   /* as if the program had never died */
                                        int                  *away,     /* (out) (optional): seconds since the */
                                        GError              **error);   /* last heartbeat */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRun, lamp_run_free)

G_END_DECLS
