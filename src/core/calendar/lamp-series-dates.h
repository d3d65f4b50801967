/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampOccurrence:
 * @starts_at: the wall time that the series' rule names
 * @closure: (nullable): why there is no school on that day
 * @meeting: (nullable): the meeting that stands for it, perhaps moved to another day
 *
 * One time at which a series meets by its rule. Rows belong to the snapshot.
 */
typedef struct
{
  char *starts_at;
  const LampRow *closure;
  const LampRow *meeting;
} LampOccurrence;

/**
 * LampSeriesTime:
 * @n_meetings: how many meetings
 * @minutes: how long they are together
 *
 * The time that a series has.
 */
typedef struct
{
  guint n_meetings;
  gint64 minutes;
} LampSeriesTime;

void            lamp_occurrence_free      (LampOccurrence *self);
GPtrArray      *lamp_series_occurrences   (LampSnapshot   *snapshot,
                                           const LampRow  *series,
                                           const char     *from,
                                           const char     *to,
                                           guint           limit,
                                           GError        **error);
char           *lamp_series_find_next     (LampSnapshot   *snapshot,
                                           const LampRow  *series,
                                           const char     *from,
                                           GError        **error);
LampSeriesTime  lamp_series_sum_until     (LampSnapshot   *snapshot,
                                           const LampRow  *series,
                                           const char     *from,
                                           const char     *until);
char           *lamp_series_time_describe (const LampSeriesTime *self,
                                           const char           *until);

G_END_DECLS
