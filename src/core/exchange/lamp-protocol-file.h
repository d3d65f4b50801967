/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-snapshot.h"

G_BEGIN_DECLS

GBytes       *lamp_protocol_file_write (LampSnapshot        *snapshot,
                                        const char * const  *protocols,
                                        const char          *now);
LampSnapshot *lamp_protocol_file_read  (GInputStream        *stream,
                                        GCancellable        *cancellable,
                                        GError             **error);
char         *lamp_protocol_dup_file_name (const LampRow    *protocol);

G_END_DECLS
