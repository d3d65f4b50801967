/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-test-vfs.h"

#include <string.h>

/* The worst disk there is: sectors of 512 bytes, any of which may tear, in any order between two syncs. */
#define SECTOR 512

typedef struct
{
  sqlite3_file base;
  guint name;
  sqlite3_file *real;
} DiskFile;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs vfs;
static GPtrArray *ops;
static GPtrArray *names;
static gboolean recording;
static guint fail_at, writes;
static int fail_with;
static gboolean fail_sticky, has_failed;

static sqlite3_file *
real (sqlite3_file *file)
{
  return ((DiskFile *) (gpointer) file)->real;
}

static guint
name_of (const char *path)
{
  g_autofree char *base = g_path_get_basename (path != NULL ? path : "temporary");
  guint index;

  if (!g_ptr_array_find_with_equal_func (names, base, g_str_equal, &index))
    {
      index = names->len;
      g_ptr_array_add (names, g_steal_pointer (&base));
    }

  return index;
}

static TestDiskOp *
record (TestDiskKind kind,
        guint        file)
{
  static TestDiskOp unrecorded;
  TestDiskOp *op;

  if (!recording)
    return &unrecorded;
  op = g_new0 (TestDiskOp, 1);
  op->kind = kind;
  op->file = file;
  g_ptr_array_add (ops, op);

  return op;
}

static gboolean
fails (void)
{
  gboolean now;

  writes++;
  now = fail_at > 0 && (fail_sticky ? writes >= fail_at : writes == fail_at);
  has_failed = has_failed || now;

  return now;
}

static guint
file_name (sqlite3_file *file)
{
  return ((DiskFile *) (gpointer) file)->name;
}

static int
disk_close (sqlite3_file *file)
{
  return real (file)->pMethods->xClose (real (file));
}

static int
disk_read (sqlite3_file *file,
           void         *buffer,
           int           size,
           sqlite3_int64 offset)
{
  return real (file)->pMethods->xRead (real (file), buffer, size, offset);
}

static int
disk_write (sqlite3_file *file,
            const void   *buffer,
            int           size,
            sqlite3_int64 offset)
{
  if (fails ())
    return fail_with;
  if (recording)
    {
      TestDiskOp *op = record (TEST_DISK_WRITE, file_name (file));

      op->offset = offset;
      op->size = size;
      op->content = g_memdup2 (buffer, (gsize) size);
    }

  return real (file)->pMethods->xWrite (real (file), buffer, size, offset);
}

static int
disk_truncate (sqlite3_file *file,
               sqlite3_int64 size)
{
  record (TEST_DISK_TRUNCATE, file_name (file))->size = size;

  return real (file)->pMethods->xTruncate (real (file), size);
}

static int
disk_sync (sqlite3_file *file,
           int           flags)
{
  if (fails ())
    return fail_with == SQLITE_FULL ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
  record (TEST_DISK_SYNC, file_name (file));

  return SQLITE_OK; /* nobody pulls the plug on the machine that tests */
}

static int
disk_size (sqlite3_file  *file,
           sqlite3_int64 *size)
{
  return real (file)->pMethods->xFileSize (real (file), size);
}

static int
disk_lock (sqlite3_file *file,
           int           level)
{
  return real (file)->pMethods->xLock (real (file), level);
}

static int
disk_unlock (sqlite3_file *file,
             int           level)
{
  return real (file)->pMethods->xUnlock (real (file), level);
}

static int
disk_check_reserved (sqlite3_file *file,
                     int          *result)
{
  return real (file)->pMethods->xCheckReservedLock (real (file), result);
}

static int
disk_control (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return real (file)->pMethods->xFileControl (real (file), operation, argument);
}

static int
disk_sector_size (sqlite3_file *file)
{
  return SECTOR;
}

static int
disk_characteristics (sqlite3_file *file)
{
  return 0; /* promises nothing */
}

static int
disk_shm_map (sqlite3_file  *file,
              int            page,
              int            size,
              int            extend,
              void volatile **memory)
{
  return real (file)->pMethods->xShmMap (real (file), page, size, extend, memory);
}

static int
disk_shm_lock (sqlite3_file *file,
               int           offset,
               int           count,
               int           flags)
{
  return real (file)->pMethods->xShmLock (real (file), offset, count, flags);
}

static void
disk_shm_barrier (sqlite3_file *file)
{
  real (file)->pMethods->xShmBarrier (real (file));
}

static int
disk_shm_unmap (sqlite3_file *file,
                int           delete)
{
  return real (file)->pMethods->xShmUnmap (real (file), delete);
}

static const sqlite3_io_methods methods = {
  2,
  disk_close,
  disk_read,
  disk_write,
  disk_truncate,
  disk_sync,
  disk_size,
  disk_lock,
  disk_unlock,
  disk_check_reserved,
  disk_control,
  disk_sector_size,
  disk_characteristics,
  disk_shm_map,
  disk_shm_lock,
  disk_shm_barrier,
  disk_shm_unmap,
  NULL,
  NULL,
};

static int
disk_open (sqlite3_vfs  *self,
           sqlite3_filename path,
           sqlite3_file *file,
           int           flags,
           int          *out_flags)
{
  DiskFile *disk_file = (DiskFile *) (gpointer) file;
  int exists = 0;
  int result;

  disk_file->real = (sqlite3_file *) (gpointer) &disk_file[1];
  disk_file->base.pMethods = NULL;
  disk_file->name = name_of (path);
  if (path != NULL)
    real_vfs->xAccess (real_vfs, path, SQLITE_ACCESS_EXISTS, &exists);
  result = real_vfs->xOpen (real_vfs, path, disk_file->real, flags, out_flags);
  if (result != SQLITE_OK)
    return result;
  disk_file->base.pMethods = &methods;
  if (path != NULL && !exists)
    record (TEST_DISK_CREATE, disk_file->name);

  return SQLITE_OK;
}

static int
disk_delete (sqlite3_vfs *self,
             const char  *path,
             int          sync_folder)
{
  record (TEST_DISK_DELETE, name_of (path))->size = sync_folder;

  return real_vfs->xDelete (real_vfs, path, sync_folder);
}

static void
op_free (gpointer data)
{
  TestDiskOp *op = data;

  g_free (op->content);
  g_free (op);
}

void
test_disk_install (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.zName = "lamp-test-disk";
  vfs.szOsFile = (int) sizeof (DiskFile) + real_vfs->szOsFile;
  vfs.xOpen = disk_open;
  vfs.xDelete = disk_delete;
  ops = g_ptr_array_new_with_free_func (op_free);
  names = g_ptr_array_new_with_free_func (g_free);
  test_disk_fail (0, 0, FALSE);
  sqlite3_vfs_register (&vfs, 1);
}

void
test_disk_uninstall (void)
{
  sqlite3_vfs_unregister (&vfs);
  sqlite3_vfs_register (real_vfs, 1);
  recording = FALSE;
  g_clear_pointer (&ops, g_ptr_array_unref);
  g_clear_pointer (&names, g_ptr_array_unref);
}

void
test_disk_fail (guint    at,
                int      error,
                gboolean sticky)
{
  fail_at = at;
  fail_with = error;
  fail_sticky = sticky;
  has_failed = FALSE;
  writes = 0;
}

gboolean
test_disk_has_failed (void)
{
  return has_failed;
}

void
test_disk_record (gboolean on)
{
  recording = on;
}

void
test_disk_mark (guint state)
{
  record (TEST_DISK_MARK, 0)->size = state;
}

GPtrArray *
test_disk_get_ops (void)
{
  return ops;
}

GPtrArray *
test_disk_get_names (void)
{
  return names;
}
