/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A disk that fails when told to, and that remembers in what order it was written: a layer over SQLite's own, through
 * which everything goes while it is installed. */

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef enum
{
  TEST_DISK_WRITE = 1,
  TEST_DISK_TRUNCATE,
  TEST_DISK_SYNC,
  TEST_DISK_CREATE,
  TEST_DISK_DELETE, /* `size` 1: and the folder was synced */
  TEST_DISK_MARK,   /* `size` is what test_disk_mark() was given */
} TestDiskKind;

/* One thing that was asked of the disk. */
typedef struct
{
  TestDiskKind kind;
  guint file;      /* the place of its name in the list of names */
  gint64 offset;
  gint64 size;
  guint8 *content; /* of a write */
} TestDiskOp;

void       test_disk_install   (void);
void       test_disk_uninstall (void);

/* The `at`-th write or sync from now on fails with `error`, and with `sticky` all that follow; 0 for none. */
void       test_disk_fail      (guint         at,
                                int           error,
                                gboolean      sticky);
gboolean   test_disk_has_failed (void);

void       test_disk_record    (gboolean      record);
void       test_disk_mark      (guint         state);
GPtrArray *test_disk_get_ops   (void);   /* (element-type TestDiskOp) */
GPtrArray *test_disk_get_names (void);   /* (element-type utf8): without folders */

G_END_DECLS
