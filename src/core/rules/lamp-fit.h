/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LAMP_FIT_DEFAULT:
 *
 * Stands for a bound that nobody has set: see [struct@FitStep].
 */
#define LAMP_FIT_DEFAULT (-1)

/**
 * LampFitStep:
 * @seconds: what it should have, 0 or more
 * @minimum: the least it can do with, or %LAMP_FIT_DEFAULT: half of @seconds, but a minute at least
 * @maximum: the most it can use, or %LAMP_FIT_DEFAULT: half as much again as @seconds
 * @is_protected: never shortened and never extended, as reflection and debrief are
 *
 * A step of a protocol or an item of an agenda, as far as its time goes. Bounds on the wrong side of @seconds count
 * as @seconds.
 */
typedef struct
{
  int seconds;
  int minimum;
  int maximum;
  gboolean is_protected;
} LampFitStep;

/**
 * LampFitMode:
 * @LAMP_FIT_SHORTEN: one way: what is too long is shortened, what is short enough stays
 * @LAMP_FIT_BOTH_WAYS: what leaves time over is extended too
 *
 * Which way a fit may go.
 */
typedef enum
{
  LAMP_FIT_SHORTEN = 1,
  LAMP_FIT_BOTH_WAYS,
} LampFitMode;

/**
 * LampFitResult:
 * @fits: whether the steps fit the slot; when not, they are left as they were
 * @planned: the sum before
 * @total: the sum after
 * @missing: when it does not fit: by how much even the shortest steps are over the slot
 * @spare: when it fits: what the slot has left
 * @n_changed: how many steps have another time than before
 *
 * What became of a fit, in the unit in which it was asked for: seconds or minutes.
 */
typedef struct
{
  gboolean fits;
  int planned;
  int total;
  int missing;
  int spare;
  guint n_changed;
} LampFitResult;

/**
 * LampFitChange:
 * @title: a step's name
 * @before: its seconds before
 * @after: its seconds after
 * @is_protected: whether it is protected
 *
 * What a fit does to a step.
 */
typedef struct
{
  const char *title;
  int before;
  int after;
  gboolean is_protected;
} LampFitChange;

LampFitResult lamp_fit                (const LampFitStep  *steps,
                                       guint               n_steps,
                                       int                 slot,
                                       LampFitMode         mode,
                                       int                *seconds);
LampFitResult lamp_fit_whole_minutes  (const LampFitStep  *steps,
                                       guint               n_steps,
                                       int                 slot,
                                       LampFitMode         mode,
                                       int                *minutes);
LampFitStep   lamp_fit_step_from_row  (const LampRow      *row);
int           lamp_fit_step_get_minimum (const LampFitStep *step);
int           lamp_fit_step_get_maximum (const LampFitStep *step);
LampFitResult lamp_fit_rows           (GPtrArray          *rows,
                                       int                 slot,
                                       LampFitMode         mode,
                                       int                *minutes);

char         *lamp_fit_describe       (GPtrArray          *rows,
                                       const int          *minutes,
                                       const LampFitResult *result);
char         *lamp_fit_describe_price (const char * const *titles,
                                       const LampFitStep  *steps,
                                       guint               n_steps,
                                       int                 slot,
                                       int                 extra);
char         *lamp_fit_describe_cost  (const LampFitChange *changes,
                                       guint               n_changes,
                                       int                 extra,
                                       int                 late);
char         *lamp_fit_dup_time       (int                 seconds);

G_END_DECLS
