/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Backups of a connection's file (private to core/store). */

#include "lamp-clock.h"
#include "lamp-connection.h"

G_BEGIN_DECLS

gboolean  lamp_backup_write  (LampConnection  *connection,
                              const char      *path,
                              GError         **error);
char     *lamp_backup_auto   (LampConnection  *connection,
                              LampClock       *clock,
                              const char      *reason,
                              GError         **error);
char     *lamp_backup_locate (LampConnection  *connection,
                              const char      *name);
void      lamp_backup_remove (const char      *path);
char     *lamp_backup_sum    (const char      *path,
                              GError         **error);

G_END_DECLS
