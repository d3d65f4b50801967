/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-backup.h"
#include "lamp-bulk.h"
#include "lamp-file.h"
#include "lamp-inspect.h"
#include "lamp-steps.h"

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

/**
 * lamp_store_verify:
 * @self: a store
 * @error: where to put an error of [error@Error]
 *
 * Checks everything: pages, tables, references, each record by the rules of its type, the search, and that the history
 * ends where the file stands.
 *
 * Returns: (transfer full) (element-type utf8): what is wrong, a sentence each; empty if the file is whole. %NULL if it
 *   could not be read
 */
GPtrArray *
lamp_store_verify (LampStore  *self,
                   GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) foreign = NULL;
  LampConnection *connection;

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);

  if (!lamp_store_check_open (self, error))
    return NULL;
  connection = lamp_store_get_connection (self);
  if (!lamp_file_check_schema (connection, &foreign))
    g_ptr_array_add (found, g_strdup (foreign->message));
  if (!lamp_inspect_pages (connection, found, error) || !lamp_inspect_rows (connection, found, error)
      || !lamp_inspect_search (connection, found, error) || !lamp_inspect_journal (connection, found, error))
    return NULL;

  return g_steal_pointer (&found);
}

/**
 * lamp_store_backup:
 * @self: a store
 * @path: where to write it, in a folder of the program's own; what is there is replaced when the new one is whole
 * @error: where to put an error of [error@Error]
 *
 * Writes a copy of the file, for its owner alone, and its SHA-256 beside it in PATH.sha256, as `sha256sum -c` wants it.
 *
 * Returns: whether it was written
 */
gboolean
lamp_store_backup (LampStore   *self,
                   const char  *path,
                   GError     **error)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return lamp_store_check_open (self, error) && lamp_backup_write (lamp_store_get_connection (self), path, error);
}

/**
 * lamp_store_backup_auto:
 * @self: a store
 * @reason: a word that becomes part of the name: letters, digits, dashes
 * @error: where to put an error of [error@Error]
 *
 * Writes a copy of the file into backups/ beside it. Of those that are there the newest of each of the last 12 days, 10
 * weeks and 9 months stay, the newest five, and those that undo stands on.
 *
 * Returns: (transfer full): its path, or %NULL
 */
char *
lamp_store_backup_auto (LampStore   *self,
                        const char  *reason,
                        GError     **error)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);
  g_return_val_if_fail (reason != NULL && strchr (reason, '/') == NULL, NULL);

  if (!lamp_store_check_open (self, error))
    return NULL;

  return lamp_backup_auto (lamp_store_get_connection (self), lamp_store_get_clock (self), reason, error);
}
