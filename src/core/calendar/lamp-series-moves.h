/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampSeriesMove:
 * @meeting: a meeting that is still to come; belongs to the snapshot
 * @starts_at: when it is to be
 * @minutes: how long
 *
 * What a change of its series does to a meeting.
 */
typedef struct
{
  const LampRow *meeting;
  char *starts_at;
  gint64 minutes;
} LampSeriesMove;

void       lamp_series_move_free  (LampSeriesMove *self);
gboolean   lamp_series_may_move   (LampSnapshot   *snapshot,
                                   const LampRow  *meeting,
                                   const char     *now);
GPtrArray *lamp_series_plan_moves (LampSnapshot   *snapshot,
                                   const LampRow  *series,
                                   const char     *now,
                                   GError        **error);

G_END_DECLS
