/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-clock.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

GInputStream *lamp_source_open       (GFile         *file,
                                      LampClock     *clock,
                                      GStrv         *notes,
                                      GCancellable  *cancellable,
                                      GError       **error);
GBytes       *lamp_snapshot_to_json  (LampSnapshot  *snapshot);

G_END_DECLS
