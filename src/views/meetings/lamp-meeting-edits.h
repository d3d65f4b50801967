/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"

G_BEGIN_DECLS

/* Each of these is one step in Undo. */

gboolean    lamp_meeting_is_locked    (LampRecord  *meeting);

LampRecord *lamp_item_create          (LampSession *session,
                                       LampRecord  *meeting,
                                       GListModel  *items);
gboolean    lamp_item_set_minutes     (LampSession *session,
                                       LampRecord  *item,
                                       int          minutes);

void        lamp_items_make_room      (LampEdit    *edit,
                                       GListModel  *items,
                                       guint        from,
                                       guint        gap);

LampRecord *lamp_outcome_create       (LampSession *session,
                                       LampRecord  *meeting,
                                       const char  *type,
                                       const char  *text);
gboolean    lamp_commitment_set_done  (LampSession *session,
                                       LampRecord  *commitment,
                                       gboolean     done);

G_END_DECLS
