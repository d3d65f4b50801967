/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-snapshot.h"

G_BEGIN_DECLS

GStrv         lamp_protocols_list_files (void);
GBytes       *lamp_protocols_read_file  (const char  *name,
                                         GError     **error);
LampSnapshot *lamp_protocols_load       (GError     **error);

G_END_DECLS
