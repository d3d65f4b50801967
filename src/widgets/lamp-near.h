/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

GHashTable *lamp_near_list_members (LampStore  *store,
                                    const char *community);
GHashTable *lamp_near_list         (LampStore  *store,
                                    LampRecord *record,
                                    const char *type);

G_END_DECLS
