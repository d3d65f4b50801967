/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-promise.h"

#include "lamp-date.h"

#define SOON_DAYS 7

/**
 * lamp_promise_judge:
 * @due: (nullable): the day on which a commitment is due
 * @done_on: (nullable): the day on which it was kept
 * @today: today
 *
 * Returns: how it stands
 */
LampPromise
lamp_promise_judge (const char *due,
                    const char *done_on,
                    const char *today)
{
  int days;

  if (done_on != NULL && *done_on != '\0')
    return LAMP_PROMISE_DONE;
  if (!lamp_date_is_valid (due) || !lamp_date_is_valid (today))
    return LAMP_PROMISE_UNDATED;
  days = lamp_date_days_between (today, due);
  if (days < 0)
    return LAMP_PROMISE_OVERDUE;
  if (days == 0)
    return LAMP_PROMISE_TODAY;

  return days <= SOON_DAYS ? LAMP_PROMISE_SOON : LAMP_PROMISE_LATER;
}
