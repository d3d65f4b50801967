/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampPromise:
 * @LAMP_PROMISE_OVERDUE: its day has passed
 * @LAMP_PROMISE_TODAY: it is due today
 * @LAMP_PROMISE_SOON: within the next seven days
 * @LAMP_PROMISE_LATER: after that
 * @LAMP_PROMISE_UNDATED: it has no day
 * @LAMP_PROMISE_DONE: it has been kept
 *
 * How a commitment stands.
 */
typedef enum
{
  LAMP_PROMISE_OVERDUE = 0,
  LAMP_PROMISE_TODAY,
  LAMP_PROMISE_SOON,
  LAMP_PROMISE_LATER,
  LAMP_PROMISE_UNDATED,
  LAMP_PROMISE_DONE,
} LampPromise;

LampPromise lamp_promise_judge (const char *due,
                                const char *done_on,
                                const char *today);

G_END_DECLS
