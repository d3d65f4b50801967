/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-session.h"

G_BEGIN_DECLS

/* What a person does with a school's own protocols. Each is one step in Undo. */

LampRecord *lamp_protocol_create          (LampSession  *session);
LampRecord *lamp_protocol_make_own        (LampSession  *session,
                                           LampSnapshot *snapshot,
                                           const char   *protocol);
LampRecord *lamp_protocol_create_template (LampSession  *session,
                                           LampRecord   *meeting,
                                           GListModel   *items);
guint       lamp_protocols_take_in        (LampSession  *session,
                                           LampSnapshot *snapshot,
                                           GPtrArray    *protocols);
gboolean    lamp_protocol_delete          (LampSession  *session,
                                           const char   *protocol);

LampRecord *lamp_step_create              (LampSession  *session,
                                           LampRecord   *protocol,
                                           GListModel   *steps);
gboolean    lamp_steps_place              (LampSession  *session,
                                           GListModel   *steps,
                                           guint         from,
                                           guint         before);
gboolean    lamp_step_set_minutes         (LampSession  *session,
                                           LampRecord   *step,
                                           int           minutes);

LampSnapshot *lamp_protocols_snapshot     (LampStore    *store);
gboolean    lamp_protocol_is_same         (LampSnapshot *snapshot,
                                           const char   *protocol,
                                           LampSnapshot *other,
                                           const char   *other_protocol);

G_END_DECLS
