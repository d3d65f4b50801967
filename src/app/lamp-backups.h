/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-clock.h"

G_BEGIN_DECLS

/**
 * LampBackup:
 * @path: (type filename): the file
 * @when: when it was made
 * @reason: why, translated, for a person to read
 * @size: in bytes
 *
 * An automatic backup of a file.
 */
typedef struct
{
  char *path;
  GDateTime *when;
  const char *reason;
  goffset size;
} LampBackup;

void       lamp_backup_free          (LampBackup          *self);
GPtrArray *lamp_backups_list        (const char          *path);
gboolean   lamp_backups_is_due      (const char          *path,
                                     LampClock           *clock);
void       lamp_backups_make_async  (const char          *path,
                                     LampClock           *clock,
                                     const char          *reason,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
char      *lamp_backups_make_finish (GAsyncResult        *result,
                                     GError             **error);

G_END_DECLS
