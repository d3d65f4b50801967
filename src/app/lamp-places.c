/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-places.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lamp-error.h"

/**
 * lamp_places_dup_folder:
 *
 * Gets the folder of the files, and makes it (0700) where there is none.
 *
 * Returns: (transfer full) (type filename): its path
 */
char *
lamp_places_dup_folder (void)
{
  char *folder = g_build_filename (g_get_user_data_dir (), "lamplighter", NULL);

  /* Where this fails, opening the file in it says why. */
  g_mkdir_with_parents (folder, 0700);

  return folder;
}

static char *
dup_in_folder (const char *name)
{
  g_autofree char *folder = lamp_places_dup_folder ();

  return g_build_filename (folder, name, NULL);
}

/**
 * lamp_places_dup_default:
 *
 * Returns: (transfer full) (type filename): the person's own file
 */
char *
lamp_places_dup_default (void)
{
  return dup_in_folder ("community.lamplighter");
}

/**
 * lamp_places_dup_example:
 *
 * Returns: (transfer full) (type filename): the file of the example community
 */
char *
lamp_places_dup_example (void)
{
  return dup_in_folder ("example.lamplighter");
}

/**
 * lamp_places_dup_backups:
 * @path: (type filename): a file
 *
 * Returns: (transfer full) (type filename): the folder where its automatic backups are
 */
char *
lamp_places_dup_backups (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_build_filename (folder, "backups", NULL);
}

/* The first of NAME.EXT, NAME-2.EXT, … that does not exist. */
static char *
dup_free_path (const char *name)
{
  const char *dot = strrchr (name, '.');
  g_autofree char *stem = g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
  char *path = dup_in_folder (name);

  for (guint i = 2; g_file_test (path, G_FILE_TEST_EXISTS); i++)
    {
      g_autofree char *other = g_strdup_printf ("%s-%u%s", stem, i, dot != NULL ? dot : "");

      g_free (path);
      path = dup_in_folder (other);
    }

  return path;
}

/**
 * lamp_places_copy_private:
 * @from: a file
 * @to: where to copy it; nothing may be there
 * @error: where to put what went wrong
 *
 * Copies a file, readable by nobody else from the first byte on.
 *
 * Returns: whether it was done
 */
gboolean
lamp_places_copy_private (GFile   *from,
                          GFile   *to,
                          GError **error)
{
  g_autoptr (GFileInputStream) in = g_file_read (from, NULL, error);
  g_autoptr (GFileOutputStream) out = NULL;

  if (in == NULL)
    return FALSE;

  out = g_file_create (to, G_FILE_CREATE_PRIVATE, NULL, error);

  return out != NULL && g_output_stream_splice (G_OUTPUT_STREAM (out), G_INPUT_STREAM (in),
                                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE
                                                  | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) >= 0;
}

/**
 * lamp_places_copy_in:
 * @file: a file that the person picked
 * @error: where to put what went wrong
 *
 * Copies a file into the folder under a name that is free, readable by nobody else: a live file is never opened where
 * the person picked it, which may be a portal, a stick or a network folder.
 *
 * Returns: (transfer full) (type filename) (nullable): the copy
 */
char *
lamp_places_copy_in (GFile   *file,
                     GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *path = dup_free_path (name);
  g_autoptr (GFile) copy = g_file_new_for_path (path);

  if (!lamp_places_copy_private (file, copy, error))
    return NULL;

  return g_steal_pointer (&path);
}

/**
 * lamp_places_move_aside:
 * @path: (type filename): a file that cannot be opened
 * @clock: tells the time, which becomes part of the name
 * @error: where to put what went wrong
 *
 * Renames a file and what SQLite keeps beside it, so that a new one can take its place and nothing is lost.
 *
 * Returns: (transfer full) (type filename) (nullable): where it is now
 */
char *
lamp_places_move_aside (const char  *path,
                        LampClock   *clock,
                        GError     **error)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };
  g_autofree char *stamp = g_strdelimit (lamp_clock_dup_instant (clock), ":", '-');
  g_autofree char *aside = g_strdup_printf ("%s.aside-%s", path, stamp);

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      if (g_file_test (from, G_FILE_TEST_EXISTS) && g_rename (from, to) != 0)
        {
          int code = errno;

          g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO, _("“%s” could not be moved aside: %s."), from,
                       g_strerror (code));
          return NULL;
        }
    }

  return g_steal_pointer (&aside);
}
