/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Which automatic backups stay (private to core/store). */

#include "lamp-connection.h"

G_BEGIN_DECLS

char      *lamp_thin_get_stem (const char      *path);
GPtrArray *lamp_thin_choose   (GPtrArray       *names,
                               const char      *stem,
                               GHashTable      *needed);
void       lamp_thin          (LampConnection  *connection,
                               const char      *newest);

G_END_DECLS
