/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-import.h"

G_BEGIN_DECLS

/**
 * LampRelay:
 *
 * Carries progress from the thread that works to the one that waits, a hundred times at most. (Private to
 * core/exchange.)
 */
typedef struct _LampRelay LampRelay;

LampRelay *lamp_relay_new  (LampProgress  progress,
                            gpointer      progress_data);
void       lamp_relay_free (LampRelay    *self);
void       lamp_relay_tell (double        done,
                            gpointer      relay);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRelay, lamp_relay_free)

G_END_DECLS
