/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

GHashTable *lamp_field_advice_find (LampStore  *store,
                                    LampRecord *record);

G_END_DECLS
