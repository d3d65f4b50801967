/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-run.h"

G_BEGIN_DECLS

/* µs; G_USEC_PER_SEC is an int, and an hour of them is more than an int holds. */
#define LAMP_RUN_SECOND G_GINT64_CONSTANT (1000000)

/* Planned and added seconds of an item stay within a day. */
#define LAMP_RUN_MOST_SECONDS (24 * 60 * 60)

/**
 * LampRunEntry:
 * @id: the agenda item's identifier
 * @title: its title
 * @step: as it is planned
 * @extra: seconds that were added to it by hand while it was the current one
 * @allotted: the seconds that it has; adapted until it is entered, and its own from then on
 * @is_entered: whether it has been the current one
 * @spent: µs
 * @mark: what became of it
 *
 * An item as it is run.
 */
typedef struct
{
  char *id;
  char *title;
  LampFitStep step;
  int extra;
  int allotted;
  gboolean is_entered;
  gint64 spent;
  LampRunMark mark;
} LampRunEntry;

/**
 * LampRunSeat:
 * @name: a person's id or a label
 * @turns: how often they have spoken
 *
 * Whose turns are counted.
 */
typedef struct
{
  char *name;
  int turns;
} LampRunSeat;

/* All spans are µs, and told up to the moment @at; what has passed since is added by whoever asks. */
struct _LampRun
{
  char *meeting;
  gint64 planned_start;
  int slot; /* seconds */
  LampRunState state;
  LampRunAdapt adapt;
  gint64 began_at;
  gint64 elapsed;
  gint64 paused;
  gint64 pause;
  gint64 left_out;
  LampRunMoment at;
  char *boot_id;     /* of at */
  GPtrArray *items;  /* (element-type LampRunEntry), in order */
  GPtrArray *gone;   /* those taken off the agenda after time was spent on them */
  int current;       /* -1: none */
  char *opening;     /* (nullable): id of the item that the meeting began with */
  char *previous;    /* (nullable): id of the item that was left for the current one */
  GPtrArray *seats;  /* (element-type LampRunSeat) */
};

/* lamp-run.c */
LampFitStep   lamp_run_normalize_step (const LampFitStep   *step);
LampRunEntry *lamp_run_entry_new     (const LampRunItem   *item);
void          lamp_run_entry_free    (LampRunEntry        *self);
void          lamp_run_seat_free     (LampRunSeat         *self);
LampRunEntry *lamp_run_get_entry     (const LampRun       *self,
                                      int                  index);
LampRunEntry *lamp_run_find_entry    (const LampRun       *self,
                                      const char          *id);
gboolean      lamp_run_is_under_way  (const LampRun       *self);
gint64        lamp_run_get_since     (const LampRun       *self,
                                      const LampRunMoment *moment);
void          lamp_run_set_moment    (LampRun             *self,
                                      const LampRunMoment *moment);
void          lamp_run_advance       (LampRun             *self,
                                      const LampRunMoment *moment);

/* lamp-run-plan.c: at the moment `at` of the run */
int           lamp_run_get_successor (const LampRun       *self);
gint64        lamp_run_get_late      (const LampRun       *self,
                                      gint64               began_at);
gint64        lamp_run_get_deadline  (const LampRun       *self);
gint64        lamp_run_get_need      (const LampRunEntry  *entry);
void          lamp_run_refit         (LampRun             *self);
void          lamp_run_enter         (LampRun             *self,
                                      int                  index);

G_END_DECLS
