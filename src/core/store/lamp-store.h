/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-clock.h"
#include "lamp-record.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampStoreFlags:
 * @LAMP_STORE_CREATE: make the file (0600) where there is none
 * @LAMP_STORE_READ_ONLY: never write to it
 *
 * How a file is opened.
 */
typedef enum
{
  LAMP_STORE_NONE = 0,
  LAMP_STORE_CREATE = 1 << 0,
  LAMP_STORE_READ_ONLY = 1 << 1,
} LampStoreFlags;

#define LAMP_TYPE_STORE (lamp_store_get_type ())
G_DECLARE_FINAL_TYPE (LampStore, lamp_store, LAMP, STORE, GObject)

/* Properties: "path", "can-undo", "can-redo", "undo-label", "redo-label" (all read-only, notified).
 * Signals: "changed" (self): once after each transaction that changed records (edit, undo, redo, reload), when
 * objects and lists already say the new state. */

LampStore  *lamp_store_open           (const char      *path,
                                       LampStoreFlags   flags,
                                       LampClock       *clock,
                                       GError         **error);
gboolean    lamp_store_close          (LampStore       *self,
                                       GError         **error);
const char *lamp_store_get_path       (LampStore       *self);
LampClock  *lamp_store_get_clock      (LampStore       *self);

/* Reading. One LampRecord stands for one record of the file as long as anybody holds it. */
LampRecord *lamp_store_find           (LampStore       *self,   /* (transfer full) (nullable) */
                                       const char      *type,
                                       const char      *id);
LampRecord *lamp_store_find_any       (LampStore       *self,   /* of whatever type (transfer full) (nullable) */
                                       const char      *id);
GListModel *lamp_store_list           (LampStore       *self,   /* (transfer full), live, by order field, then id */
                                       const char      *type);
GListModel *lamp_store_list_by        (LampStore       *self,   /* those whose reference `field` names `id`; live */
                                       const char      *type,
                                       const char      *field,
                                       const char      *id);
guint64     lamp_store_count          (LampStore       *self,
                                       const char      *type);
LampSnapshot *lamp_store_snapshot     (LampStore       *self,   /* (transfer full) */
                                       GError         **error);
LampSnapshot *lamp_snapshot_read      (const char      *path,   /* on a connection of its own: for a thread */
                                       GCancellable    *cancellable,
                                       GError         **error);
void        lamp_store_reload         (LampStore       *self);  /* after another connection (an import) has written */

/* What this machine has under way: kept with the file, but no record (not journaled, not exchanged). */
char       *lamp_store_dup_local      (LampStore       *self,   /* (transfer full) (nullable) */
                                       const char      *name,
                                       GError         **error);
gboolean    lamp_store_set_local      (LampStore       *self,
                                       const char      *name,
                                       const char      *value,  /* (nullable): takes it away */
                                       GError         **error);

/* History. */
gboolean    lamp_store_undo           (LampStore       *self,
                                       char           **label,  /* (out) (optional): what was undone */
                                       GError         **error);
gboolean    lamp_store_redo           (LampStore       *self,
                                       char           **label,
                                       GError         **error);

/**
 * LampStep:
 * @step: its number
 * @label: what was done, "Move goal"
 * @at: when, RFC 3339
 * @undone: whether it has been undone and can be redone
 * @n_changes: how many records it changed
 */
typedef struct
{
  gint64 step;
  char *label;
  char *at;
  gboolean undone;
  guint n_changes;
} LampStep;

void        lamp_step_free            (LampStep        *self);
GPtrArray  *lamp_store_get_history    (LampStore       *self,   /* (transfer full) (element-type LampStep), newest first */
                                       guint            limit);

/**
 * LampHit:
 * @type: the record's type
 * @id: its identifier
 * @title: what names it
 * @snippet: plain text around the words found, with the words between U+0002 and U+0003
 */
typedef struct
{
  const LampRecordType *type;
  char *id;
  char *title;
  char *snippet;
} LampHit;

void        lamp_hit_free             (LampHit         *self);
GPtrArray  *lamp_store_search         (LampStore       *self,   /* (transfer full) (element-type LampHit), best first */
                                       const char      *words,  /* what a person typed; the last word as a prefix */
                                       guint            limit,
                                       GError         **error);

/* Safety. */
gboolean    lamp_store_backup         (LampStore       *self,   /* VACUUM INTO a private file, 0600, with PATH.sha256 */
                                       const char      *path,
                                       GError         **error);
char       *lamp_store_backup_auto    (LampStore       *self,   /* into backups/ beside the file, old ones thinned */
                                       const char      *reason,
                                       GError         **error);
GPtrArray  *lamp_store_verify         (LampStore       *self,   /* (transfer full) (element-type utf8): sentences; empty = whole */
                                       GError         **error);
gboolean    lamp_file_verify          (const char      *path,   /* a backup: its SHA-256 and its inside */
                                       GError         **error);
gboolean    lamp_store_restore        (LampStore       *self,   /* from a verified backup, after a backup of what is */
                                       const char      *path,
                                       GError         **error);

G_END_DECLS
