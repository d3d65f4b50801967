/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-backup.h"
#include "lamp-bulk.h"
#include "lamp-file.h"

/* The sum that stands beside a backup; NULL if there is none. */
static char *
read_sum (const char *path)
{
  g_autofree char *sum_path = g_strconcat (path, ".sha256", NULL);
  char *line = NULL;

  if (!g_file_get_contents (sum_path, &line, NULL, NULL))
    return NULL;
  line[strcspn (line, " \n")] = '\0';

  return line;
}

static gboolean
check_sum (const char  *path,
           GError     **error)
{
  g_autofree char *expected = read_sum (path);
  g_autofree char *found = NULL;
  g_autofree char *name = g_path_get_basename (path);

  if (expected == NULL)
    return TRUE;
  found = lamp_backup_sum (path, error);
  if (found == NULL)
    return FALSE;
  if (strcmp (expected, found) == 0)
    return TRUE;
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT,
               _("The backup “%s” is not what was written (its SHA-256 differs): use another backup."), name);

  return FALSE;
}

/**
 * lamp_file_verify:
 * @path: a backup, or any file that no store has open
 * @error: where to put an error of [error@Error]
 *
 * Checks that a file is whole: its SHA-256, if that stands beside it, its pages, its tables and its references. The
 * file is only read.
 *
 * Returns: whether it is whole
 */
gboolean
lamp_file_verify (const char  *path,
                  GError     **error)
{
  g_autoptr (LampConnection) connection = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no file “%s”: choose another."), path);
      return FALSE;
    }
  if (!check_sum (path, error))
    return FALSE;
  connection = lamp_file_attach (path, TRUE, error);

  return connection != NULL && lamp_file_check_whole (connection, error);
}
