/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"

G_BEGIN_DECLS

/* Each of these is one step in Undo. */

LampRecord *lamp_series_save        (LampSession *session,
                                     LampRow     *series,
                                     GPtrArray   *times,
                                     GPtrArray   *moves);
LampRecord *lamp_series_create_next (LampSession *session,
                                     LampRecord  *series);
gboolean    lamp_series_end         (LampSession *session,
                                     LampRecord  *series);

G_END_DECLS
