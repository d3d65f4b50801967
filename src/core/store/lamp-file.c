/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lamp-migrate.h"
#include "lamp-sql.h"

/* The first bytes of a database, see https://www.sqlite.org/fileformat.html */
#define HEADER_SIZE 100
#define USER_VERSION_OFFSET 60
#define APPLICATION_ID_OFFSET 68
#define WRITE_FORMAT_OFFSET 18
static const char magic[16] = "SQLite format 3";

static gboolean
fail_by_errno (const char  *path,
               GError     **error)
{
  int saved = errno;
  LampErrorCode code = saved == ENOSPC || saved == EDQUOT ? LAMP_ERROR_FULL
                       : saved == ENOENT                  ? LAMP_ERROR_NOT_FOUND
                                                          : LAMP_ERROR_IO;

  g_set_error (error, LAMP_ERROR, code, _("“%s” could not be opened (%s): check the name and who may use it."), path,
               g_strerror (saved));

  return FALSE;
}

/* Turns an error of GLib's into one of ours. */
void
lamp_file_translate (const char  *path,
                     GError     **error)
{
  g_autoptr (GError) cause = NULL;
  LampErrorCode code = LAMP_ERROR_IO;

  if (error == NULL || *error == NULL || (*error)->domain == LAMP_ERROR)
    return;
  cause = g_steal_pointer (error);
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
      || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    code = LAMP_ERROR_FULL;
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    code = LAMP_ERROR_NOT_FOUND;
  g_set_error (error, LAMP_ERROR, code, _("“%s” could not be read or written (%s): check the name and who may use it."),
               path, cause->message);
}

/* Makes the folder of a file, for its owner alone, where there is none. */
gboolean
lamp_file_make_folder (const char  *path,
                       GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_mkdir_with_parents (folder, 0700) == 0 || fail_by_errno (folder, error);
}

/* Makes an empty file for its owner alone. SQLite would make it readable for all. */
gboolean
lamp_file_make_private (const char  *path,
                        GError     **error)
{
  int descriptor = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (descriptor < 0)
    return fail_by_errno (path, error);
  close (descriptor);

  return TRUE;
}

static guint32
read_number (const guint8 *header,
             gsize         offset)
{
  guint32 number;

  memcpy (&number, header + offset, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
refuse_foreign (const char  *path,
                GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);

  g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_OURS, _("“%s” is not a Lamplighter file: choose another."), name);

  return FALSE;
}

static gboolean
refuse_newer (const char  *path,
              gint64       version,
              GError     **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *needed = g_strdup_printf ("%" G_GINT64_FORMAT, version);

  g_set_error (error, LAMP_ERROR, LAMP_ERROR_NEWER_FILE,
               _("“%s” was written by a newer Lamplighter: it needs one that knows files of version %s, and this one "
                 "knows version %d. Update Lamplighter; the file was left as it is."),
               name, needed, LAMP_SCHEMA_VERSION);

  return FALSE;
}

/* Reads the first bytes as SQLite itself would, without letting it look at them. To open and close the file beside SQLite
 * would let go of every lock that this process holds on it, and another program would then clear away the log that we
 * still write to: https://www.sqlite.org/howtocorrupt.html, section 2.2. */
static gssize
read_header (const char *path,
             guint8      header[HEADER_SIZE])
{
  sqlite3 *db = NULL;
  sqlite3_file *file = NULL;
  sqlite3_int64 size = -1;
  int result = sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY | SQLITE_OPEN_EXRESCODE, NULL);
  int saved = db != NULL ? sqlite3_system_errno (db) : ENOMEM;

  if (result == SQLITE_OK)
    result = sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
  if (result == SQLITE_OK)
    result = file->pMethods->xFileSize (file, &size);
  size = MIN (size, HEADER_SIZE);
  if (result == SQLITE_OK && size > 0)
    result = file->pMethods->xRead (file, header, (int) size, 0);
  sqlite3_close (db);
  errno = saved != 0 ? saved : EIO;

  return result == SQLITE_OK ? size : -1;
}

static gboolean
has_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* Judges a file by its first bytes, before SQLite may touch it. Where there is a log beside it they may have been
 * half written when the power went, and only SQLite can say what they are. */
static gboolean
check_header (const char  *path,
              gboolean    *is_empty,
              gboolean    *has_wal,
              GError     **error)
{
  guint8 header[HEADER_SIZE];
  gssize length = read_header (path, header);

  *is_empty = length == 0;
  *has_wal = length == HEADER_SIZE && header[WRITE_FORMAT_OFFSET] == 2;
  if (length < 0)
    return fail_by_errno (path, error);
  if (has_log (path))
    {
      *is_empty = FALSE;
      *has_wal = TRUE;
      return TRUE;
    }
  if (length == 0)
    return TRUE;
  if (length < HEADER_SIZE || memcmp (header, magic, sizeof magic) != 0)
    return refuse_foreign (path, error);
  if (read_number (header, APPLICATION_ID_OFFSET) != LAMP_APPLICATION_ID)
    return refuse_foreign (path, error);
  if (read_number (header, USER_VERSION_OFFSET) > LAMP_SCHEMA_VERSION)
    return refuse_newer (path, read_number (header, USER_VERSION_OFFSET), error);

  return TRUE;
}

static gboolean
check_identity (LampConnection  *connection,
                GError         **error)
{
  gint64 application, version;

  if (!lamp_connection_ask (connection, "PRAGMA application_id", &application, error)
      || !lamp_connection_ask (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != LAMP_APPLICATION_ID || version < 1)
    return refuse_foreign (lamp_connection_get_path (connection), error);
  if (version > LAMP_SCHEMA_VERSION)
    return refuse_newer (lamp_connection_get_path (connection), version, error);

  return TRUE;
}

static gboolean
is_expected (const char *type,
             const char *name,
             const char *sql,
             GHashTable *expected)
{
  static const char * const of_search[]
    = { "search_data", "search_idx", "search_content", "search_docsize", "search_config", NULL };

  if (sql == NULL)
    return g_str_has_prefix (name, "sqlite_autoindex_");
  if (g_hash_table_remove (expected, sql))
    return TRUE;

  /* sqlite_stat1 and the like are SQLite's own, should somebody have run ANALYZE. */
  return g_str_equal (type, "table") && (g_strv_contains (of_search, name) || g_str_has_prefix (name, "sqlite_stat"));
}

/* Compares what stands in the file with what we make: a file that somebody sent may hold triggers and views of its
 * own, and SQLite would run them. */
gboolean
lamp_file_check_schema (LampConnection  *connection,
                        GError         **error)
{
  g_autoptr (GPtrArray) statements = lamp_sql_schema ();
  g_autoptr (GHashTable) expected = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (connection, "SELECT \"type\",\"name\",\"sql\" FROM sqlite_schema", error);
  gboolean row = TRUE;

  for (guint i = 0; i < statements->len; i++)
    g_hash_table_add (expected, statements->pdata[i]);
  if (statement == NULL)
    return FALSE;
  while (row)
    {
      const char *name;

      if (!lamp_connection_step (connection, statement, &row, error))
        return FALSE;
      name = row ? lamp_statement_get_text (statement, 1) : NULL;
      if (!row
          || is_expected (lamp_statement_get_text (statement, 0), name, lamp_statement_get_text (statement, 2),
                          expected))
        continue;
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOT_OURS,
                   _("The file holds “%s”, which Lamplighter did not put there, so it was not opened: restore a backup."), name);
      return FALSE;
    }
  if (g_hash_table_size (expected) == 0)
    return TRUE;
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT, _("Parts of the file are missing: restore it from a backup."));

  return FALSE;
}

static gboolean
refuse_damaged (LampConnection  *connection,
                const char      *detail,
                GError         **error)
{
  g_autofree char *name = g_path_get_basename (lamp_connection_get_path (connection));

  g_set_error (error, LAMP_ERROR, LAMP_ERROR_CORRUPT, _("“%s” is damaged (%s): restore it from a backup."), name, detail);

  return FALSE;
}

/* Checks every page and every reference: a quarter of a second for 42 MB, measured. */
gboolean
lamp_file_check_whole (LampConnection  *connection,
                       GError         **error)
{
  g_autoptr (sqlite3_stmt) pages = lamp_connection_prepare (connection, "PRAGMA integrity_check(1)", error);
  g_autoptr (sqlite3_stmt) references = lamp_connection_prepare (connection, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (pages == NULL || references == NULL || !lamp_connection_step (connection, pages, &row, error))
    return FALSE;
  if (!row || g_strcmp0 (lamp_statement_get_text (pages, 0), "ok") != 0)
    return refuse_damaged (connection, row ? lamp_statement_get_text (pages, 0) : "?", error);
  if (!lamp_connection_step (connection, references, &row, error))
    return FALSE;

  return !row || refuse_damaged (connection, lamp_statement_get_text (references, 0), error);
}

static gboolean
sync_folder (const char  *path,
             GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int descriptor = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean synced = descriptor >= 0 && fsync (descriptor) == 0;

  if (!synced)
    fail_by_errno (folder, error);
  if (descriptor >= 0)
    close (descriptor);

  return synced;
}

/* Puts a file in place unless another program has just made one there. */
static gboolean
put_in_place (const char  *aside,
              const char  *path,
              gboolean     over,
              GError     **error)
{
  if (!over && link (aside, path) == 0)
    return g_unlink (aside) == 0 || fail_by_errno (aside, error);
  if (!over && errno == EEXIST)
    return g_unlink (aside) == 0 || fail_by_errno (aside, error);

  return g_rename (aside, path) == 0 || fail_by_errno (path, error);
}

/* Makes a file aside and puts it in place when it is whole, so that a power cut leaves a whole one or none. */
static gboolean
create_file (const char  *path,
             gboolean     over,
             GError     **error)
{
  g_autofree char *aside = g_strdup_printf ("%s.new-%08x", path, g_random_int ());
  g_autoptr (LampConnection) connection = NULL;
  gboolean made;

  if (!lamp_file_make_folder (path, error) || !lamp_file_make_private (aside, error))
    return FALSE;
  connection = lamp_connection_open (aside, SQLITE_OPEN_READWRITE, error);
  made = connection != NULL && lamp_migrate_create (connection, error);
  g_clear_pointer (&connection, lamp_connection_free);
  if (made && put_in_place (aside, path, over, error))
    return sync_folder (path, error);
  g_unlink (aside);

  return FALSE;
}

/* Sees to it that there is a file which looks like ours. */
static gboolean
prepare_place (const char      *path,
               LampStoreFlags   flags,
               GError         **error)
{
  gboolean may_create = (flags & LAMP_STORE_CREATE) != 0;
  gboolean is_empty, has_wal;

  if (may_create && !g_file_test (path, G_FILE_TEST_EXISTS) && !create_file (path, FALSE, error))
    return FALSE;
  if (!check_header (path, &is_empty, &has_wal, error))
    return FALSE;
  if (is_empty)
    return may_create ? create_file (path, TRUE, error) : refuse_foreign (path, error);

  return TRUE;
}

/* Opens a file for the store: creates, checks and migrates it. */
LampConnection *
lamp_file_open (const char      *path,
                LampStoreFlags   flags,
                LampClock       *clock,
                GError         **error)
{
  g_autoptr (LampConnection) connection = NULL;
  gboolean read_only = (flags & LAMP_STORE_READ_ONLY) != 0;
  gboolean logged = has_log (path);

  if (!prepare_place (path, flags, error))
    return NULL;
  connection = lamp_connection_open (path, read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
  if (connection == NULL)
    return NULL;
  lamp_connection_leave_log (connection, logged);
  if (!check_identity (connection, error) || !lamp_file_check_whole (connection, error))
    return NULL;
  if (!read_only && !lamp_migrate (connection, clock, error))
    return NULL;
  if (!lamp_file_check_schema (connection, error))
    return NULL;
  if (!read_only && !lamp_connection_exec (connection, "PRAGMA journal_mode=WAL", error))
    return NULL;
  lamp_connection_leave_log (connection, FALSE);

  return g_steal_pointer (&connection);
}

/* Opens a file that a store has open, or a backup, for one more connection: in a thread, or for reading. */
LampConnection *
lamp_file_attach (const char  *path,
                  gboolean     read_only,
                  GError     **error)
{
  g_autoptr (LampConnection) connection = NULL;
  gboolean logged = has_log (path);
  gboolean is_empty, has_wal;

  if (!check_header (path, &is_empty, &has_wal, error))
    return NULL;
  /* Only who may write can clear away the files beside a live one when the last reader closes it. */
  connection = lamp_connection_open (path, read_only && !has_wal ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, error);
  if (connection == NULL)
    return NULL;
  lamp_connection_leave_log (connection, logged);
  if (!check_identity (connection, error) || !lamp_file_check_schema (connection, error))
    return NULL;
  lamp_connection_leave_log (connection, FALSE);
  if (read_only && !lamp_connection_exec (connection, "PRAGMA query_only=ON", error))
    return NULL;

  return g_steal_pointer (&connection);
}
