/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream that can be read again and again (private to core/exchange). */

GInputStream *lamp_spool      (GInputStream  *stream,
                               GCancellable  *cancellable,
                               GError       **error);
gboolean      lamp_spool_size (GInputStream  *stream,
                               guint64       *size,
                               GError       **error);
gboolean      lamp_spool_rewind (GInputStream *stream,
                               GError       **error);

G_END_DECLS
