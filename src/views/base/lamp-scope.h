/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampScope:
 *
 * What belongs to a community and those that are part of it, at one moment: their identifiers, and those of the people
 * who are members. Asking is cheap, since a map asks of everybody.
 */
typedef struct _LampScope LampScope;

LampScope *lamp_scope_new           (GListModel  *communities,
                                     GListModel  *memberships,
                                     const char  *whole);
void       lamp_scope_free          (LampScope   *self);
gboolean   lamp_scope_has_community (LampScope   *self,
                                     const char  *id);
gboolean   lamp_scope_has_person    (LampScope   *self,
                                     const char  *id);

G_END_DECLS
