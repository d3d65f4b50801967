/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lamp-backup.h"
#include "lamp-bulk.h"
#include "lamp-file.h"

/* Copies a backup to a private place, so that it can be brought up to this version without being touched, and so that
 * nothing is ever opened where a person keeps it. */
static char *
copy_aside (LampStore   *self,
            const char  *path,
            GError     **error)
{
  g_autofree char *name = g_strdup_printf (".restore-%08x", g_random_int ());
  g_autofree char *aside = lamp_backup_locate (lamp_store_get_connection (self), name);
  g_autoptr (GFile) from = g_file_new_for_path (path);
  g_autoptr (GFile) to = g_file_new_for_path (aside);

  if (!lamp_file_make_folder (aside, error) || !lamp_file_make_private (aside, error))
    return NULL;
  if (g_file_copy (from, to, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL, NULL, error)
      && g_chmod (aside, 0600) == 0)
    return g_steal_pointer (&aside);
  lamp_file_translate (path, error);
  lamp_backup_remove (aside);

  return NULL;
}

/* Checks the copy, and migrates it if it is of an older version. */
static gboolean
bring_up (const char  *aside,
          LampClock   *clock,
          GError     **error)
{
  g_autoptr (LampConnection) connection = lamp_file_open (aside, LAMP_STORE_NONE, clock, error);

  return connection != NULL && lamp_connection_exec (connection, "PRAGMA journal_mode=DELETE", error);
}

typedef struct
{
  const char *label;
  const char *at;
  const char *before; /* the name of the backup of what was there */
} Restored;

static gboolean
record_restored (LampConnection  *connection,
                 gpointer         data,
                 GError         **error)
{
  Restored *restored = data;

  return lamp_step_record_bulk (connection, restored->label, restored->at, restored->before, 0, error);
}

static gboolean
take (LampStore   *self,
      const char  *aside,
      GError     **error)
{
  LampConnection *connection = lamp_store_get_connection (self);
  g_autofree char *at = lamp_clock_dup_instant (lamp_store_get_clock (self));
  g_autofree char *before = lamp_backup_auto (connection, lamp_store_get_clock (self), "restore", error);
  g_autofree char *before_name = before != NULL ? g_path_get_basename (before) : NULL;
  Restored restored = { _("Restore Backup"), at, before_name };

  return before != NULL && lamp_bulk_take_content (connection, aside, record_restored, &restored, error);
}

/**
 * lamp_store_restore:
 * @self: a store
 * @path: a backup
 * @error: where to put an error of [error@Error]
 *
 * Goes back to a backup, after checking it and after a backup of what is there now. All records are replaced; the
 * history stays and gets one step more, so that even this can be undone.
 *
 * Returns: whether it was done; if not, everything is as it was
 */
gboolean
lamp_store_restore (LampStore   *self,
                    const char  *path,
                    GError     **error)
{
  g_autofree char *aside = NULL;
  gboolean done;

  g_return_val_if_fail (LAMP_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!lamp_store_check_open (self, error) || !lamp_file_verify (path, error))
    return FALSE;
  lamp_store_catch_up (self);
  aside = copy_aside (self, path, error);
  if (aside == NULL)
    return FALSE;
  done = bring_up (aside, lamp_store_get_clock (self), error) && take (self, aside, error);
  lamp_backup_remove (aside);
  if (!done)
    return FALSE;
  lamp_store_queue_all (self);
  lamp_store_refresh (self);

  return TRUE;
}
