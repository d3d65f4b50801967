/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-clock.h"

G_BEGIN_DECLS

/* Where the files live: $XDG_DATA_HOME/lamplighter, readable by nobody else. */
char     *lamp_places_dup_folder  (void);
char     *lamp_places_dup_default (void);
char     *lamp_places_dup_example (void);
char     *lamp_places_dup_backups (const char  *path);
gboolean  lamp_places_copy_private (GFile      *from,
                                   GFile       *to,
                                   GError     **error);
char     *lamp_places_copy_in     (GFile       *file,
                                   GError     **error);
char     *lamp_places_move_aside  (const char  *path,
                                   LampClock   *clock,
                                   GError     **error);

G_END_DECLS
