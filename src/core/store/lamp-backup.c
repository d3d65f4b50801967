/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-backup.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "lamp-file.h"
#include "lamp-thin.h"

static gboolean
fail_by_errno (const char  *path,
               GError     **error)
{
  int saved = errno;

  g_set_error (error, LAMP_ERROR, saved == ENOSPC || saved == EDQUOT ? LAMP_ERROR_FULL : LAMP_ERROR_IO,
               _("The backup “%s” could not be written (%s): make room or choose another folder."), path,
               g_strerror (saved));

  return FALSE;
}

static gboolean
sync_path (const char  *path,
           int          flags,
           GError     **error)
{
  int descriptor = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = descriptor >= 0 && fsync (descriptor) == 0;

  if (!synced)
    fail_by_errno (path, error);
  if (descriptor >= 0)
    close (descriptor);

  return synced;
}

/* The SHA-256 of a file, in hexadecimal. */
char *
lamp_backup_sum (const char  *path,
                 GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (1 << 16);
  gssize length = -1;

  while (stream != NULL && (length = g_input_stream_read (G_INPUT_STREAM (stream), buffer, 1 << 16, NULL, error)) > 0)
    g_checksum_update (checksum, buffer, length);
  lamp_file_translate (path, error);

  return length == 0 ? g_strdup (g_checksum_get_string (checksum)) : NULL;
}

/* Writes PATH.sha256 so that `sha256sum -c` understands it. */
static gboolean
write_sum (const char  *path,
           GError     **error)
{
  g_autofree char *sum = lamp_backup_sum (path, error);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *sum_path = g_strconcat (path, ".sha256", NULL);
  g_autofree char *line = g_strdup_printf ("%s  %s\n", sum, name);
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  gboolean written = sum != NULL && g_file_set_contents_full (sum_path, line, -1, flags, 0600, error);

  lamp_file_translate (sum_path, error);

  return written;
}

static gboolean
vacuum_into (LampConnection  *connection,
             const char      *path,
             GError         **error)
{
  sqlite3_stmt *statement = lamp_connection_prepare (connection, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, path);

  return lamp_connection_run (connection, statement, error);
}

static gboolean
put_in_place (const char  *aside,
              const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *sum_path = g_strconcat (path, ".sha256", NULL);

  g_unlink (sum_path); /* it speaks of what is being replaced */
  if (g_rename (aside, path) != 0)
    return fail_by_errno (path, error);

  return write_sum (path, error) && sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

/* Writes a copy of the file, for its owner alone: aside, synced, then put in place with its SHA-256. */
gboolean
lamp_backup_write (LampConnection  *connection,
                   const char      *path,
                   GError         **error)
{
  g_autofree char *aside = g_strdup_printf ("%s.%08x.part", path, g_random_int ());

  if (!lamp_file_make_folder (path, error) || !lamp_file_make_private (aside, error))
    return FALSE;
  if (vacuum_into (connection, aside, error) && sync_path (aside, O_RDWR, error) && put_in_place (aside, path, error))
    return TRUE;
  g_unlink (aside);

  return FALSE;
}

/* Where an automatic backup stands: in backups/ beside the file. */
char *
lamp_backup_locate (LampConnection *connection,
                    const char     *name)
{
  g_autofree char *folder = g_path_get_dirname (lamp_connection_get_path (connection));

  return g_build_filename (folder, "backups", name, NULL);
}

void
lamp_backup_remove (const char *path)
{
  g_autofree char *sum_path = g_strconcat (path, ".sha256", NULL);

  g_unlink (path);
  g_unlink (sum_path);
}

/* Takes a backup into backups/ beside the file, and thins those that are there. Returns: (transfer full): its path */
char *
lamp_backup_auto (LampConnection  *connection,
                  LampClock       *clock,
                  const char      *reason,
                  GError         **error)
{
  g_autofree char *stem = lamp_thin_get_stem (lamp_connection_get_path (connection));
  g_autofree char *at = g_strdelimit (lamp_clock_dup_instant (clock), ":", '-');
  g_autofree char *path = NULL;

  for (guint i = 1; path == NULL || g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *count = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s.%s.%s%s.lamplighter", stem, at, reason, count);

      g_free (path);
      path = lamp_backup_locate (connection, name);
    }
  if (!lamp_backup_write (connection, path, error))
    return NULL;
  lamp_thin (connection, path);

  return g_steal_pointer (&path);
}
