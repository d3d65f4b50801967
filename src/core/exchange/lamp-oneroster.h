/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-clock.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

gboolean      lamp_oneroster_is_folder (GFile         *file);
LampSnapshot *lamp_oneroster_read      (GFile         *folder,
                                        LampClock     *clock,
                                        GStrv         *notes,
                                        GCancellable  *cancellable,
                                        GError       **error);

G_END_DECLS
