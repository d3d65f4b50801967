/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"

G_BEGIN_DECLS

/* Each of these is one step in Undo. */

gboolean    lamp_backlog_add      (LampSession *session,
                                   const char  *series,
                                   const char  *title);
LampRecord *lamp_backlog_take     (LampSession *session,
                                   LampRecord  *waiting,
                                   LampRecord  *meeting);
gboolean    lamp_backlog_put_back (LampSession *session,
                                   GPtrArray   *items,
                                   LampRecord  *meeting);

G_END_DECLS
