/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-backups.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lamp-date.h"
#include "lamp-places.h"
#include "lamp-store.h"

/**
 * lamp_backup_free:
 * @self: (nullable): a backup
 *
 * Frees what is known of a backup; the backup stays.
 */
void
lamp_backup_free (LampBackup *self)
{
  if (self == NULL)
    return;

  g_free (self->path);
  g_clear_pointer (&self->when, g_date_time_unref);
  g_free (self);
}

/* The word in the name of a backup, STEM.MOMENT.WORD.lamplighter, or WORD-2 where there were two in one moment. */
static const char *
reason_to_text (const char *name)
{
  static const struct
  {
    const char *word;
    const char *text;
  } reasons[] = {
    { ".daily", NC_ ("backup", "Daily") },
    { ".manual", NC_ ("backup", "By hand") },
    { ".import", NC_ ("backup", "Before an import") },
    { ".restore", NC_ ("backup", "Before a restore") },
    { ".undo", NC_ ("backup", "Before an undo") },
    { ".migrate", NC_ ("backup", "Before a new version") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strstr (name, reasons[i].word) != NULL)
      return g_dpgettext2 (GETTEXT_PACKAGE, "backup", reasons[i].text);

  return C_("backup", "Automatic");
}

static LampBackup *
look_at (const char *folder,
         const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  LampBackup *backup;
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return NULL;

  backup = g_new0 (LampBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->when = g_date_time_new_from_unix_local (status.st_mtime);
  backup->reason = reason_to_text (name);
  backup->size = status.st_size;

  return backup;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return g_date_time_compare ((*(LampBackup **) b)->when, (*(LampBackup **) a)->when);
}

static char *
dup_stem (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  char *dot = strrchr (name, '.');

  return g_strndup (name, dot != NULL ? (gsize) (dot - name) : strlen (name));
}

/**
 * lamp_backups_list:
 * @path: (type filename): a file
 *
 * Returns: (transfer full) (element-type LampBackup): its automatic backups, newest first
 */
GPtrArray *
lamp_backups_list (const char *path)
{
  GPtrArray *backups = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_backup_free);
  g_autofree char *folder = lamp_places_dup_backups (path);
  g_autofree char *stem = dup_stem (path);
  g_autofree char *prefix = g_strconcat (stem, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".lamplighter"))
      {
        LampBackup *backup = look_at (folder, name);

        if (backup != NULL)
          g_ptr_array_add (backups, backup);
      }
  g_ptr_array_sort (backups, compare_newest_first);

  return backups;
}

/* When a file was last written to; what is not checkpointed yet counts. */
static gint64
last_written (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf status;
  gint64 written = 0;

  if (g_stat (path, &status) == 0)
    written = status.st_mtime;
  if (g_stat (wal, &status) == 0 && status.st_size > 0)
    written = MAX (written, (gint64) status.st_mtime);

  return written;
}

/**
 * lamp_backups_is_due:
 * @path: (type filename): a file that is not open
 * @clock: tells which day it is
 *
 * Tells whether it is time for the backup of the day: none was made today, and something has changed since the last.
 *
 * Returns: whether it is
 */
gboolean
lamp_backups_is_due (const char *path,
                     LampClock  *clock)
{
  g_autoptr (GPtrArray) backups = lamp_backups_list (path);
  g_autofree char *today = lamp_clock_dup_today (clock);
  g_autofree char *day = NULL;
  LampBackup *newest = backups->len > 0 ? backups->pdata[0] : NULL;
  gint64 written = last_written (path);

  if (newest == NULL)
    return written > 0;

  day = g_date_time_format (newest->when, "%Y-%m-%d");

  return !g_str_equal (day, today) && written > g_date_time_to_unix (newest->when);
}

typedef struct
{
  char *path;
  char *reason;
  LampClock *clock;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->clock);
  g_free (job->path);
  g_free (job->reason);
  g_free (job);
}

/* On a connection of its own, so that the window goes on. */
static void
make_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (LampStore) store = lamp_store_open (job->path, LAMP_STORE_READ_ONLY, job->clock, &error);
  char *made = store != NULL ? lamp_store_backup_auto (store, job->reason, &error) : NULL;

  if (store != NULL)
    lamp_store_close (store, NULL);
  if (made != NULL)
    g_task_return_pointer (task, made, g_free);
  else
    g_task_return_error (task, error);
}

/**
 * lamp_backups_make_async:
 * @path: (type filename): a file, which may be open
 * @clock: tells the time
 * @reason: one word for the backup's name, such as "daily"
 * @cancellable: (nullable): to stop waiting
 * @callback: called when it is made
 * @user_data: for @callback
 *
 * Makes a backup beside the file, in a thread.
 */
void
lamp_backups_make_async (const char          *path,
                         LampClock           *clock,
                         const char          *reason,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->path = g_strdup (path);
  job->reason = g_strdup (reason);
  job->clock = g_object_ref (clock);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, make_in_thread);
}

/**
 * lamp_backups_make_finish:
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (type filename) (nullable): the backup
 */
char *
lamp_backups_make_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
