/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampLoader:
 *
 * Writes many rows into a file on a connection of its own, in one transaction: what an import stands on. Usable from
 * a thread. Memory does not grow with the number of rows.
 */
typedef struct _LampLoader LampLoader;

/**
 * LampPut:
 * @LAMP_PUT_ADDED: the file did not have it
 * @LAMP_PUT_CHANGED: the file had an older one
 * @LAMP_PUT_UNCHANGED: the file had the same
 * @LAMP_PUT_KEPT: the file has a newer one, which stays (a conflict, to be listed)
 * @LAMP_PUT_TWICE: this loader has been given the same identifier before (refused)
 *
 * What became of a row.
 */
typedef enum
{
  LAMP_PUT_ADDED = 1,
  LAMP_PUT_CHANGED,
  LAMP_PUT_UNCHANGED,
  LAMP_PUT_KEPT,
  LAMP_PUT_TWICE,
} LampPut;

/**
 * LampBroken:
 * @type: the record's type
 * @id: its identifier
 * @field: the index of the field that breaks the rule
 * @code: %LAMP_ERROR_REFERENCE, %LAMP_ERROR_CYCLE or %LAMP_ERROR_DUPLICATE_ID (a unique pair that stands twice)
 * @value: what the field holds
 *
 * A rule between records that the rows break.
 */
typedef struct
{
  const LampRecordType *type;
  char *id;
  guint field;
  LampErrorCode code;
  char *value;
} LampBroken;

void        lamp_broken_free     (LampBroken     *self);

LampLoader *lamp_loader_new      (const char     *path,
                                  LampClock      *clock,
                                  const char     *label,        /* what Undo says, "Import plan.json" */
                                  guint64         expected,     /* rows; over 10,000 it is journaled as one step that
                                                                   points at a backup taken first */
                                  GError        **error);
void        lamp_loader_free     (LampLoader     *self);        /* rolls back what was not committed */
gboolean    lamp_loader_clear    (LampLoader     *self,         /* mode replace: everything goes first */
                                  GError        **error);
gboolean    lamp_loader_put      (LampLoader     *self,         /* a validated row with its times */
                                  const LampRow  *row,
                                  gboolean        take_older,   /* even if the file has a newer one */
                                  LampPut        *put,
                                  GError        **error);
gboolean    lamp_loader_bury     (LampLoader     *self,         /* a "deleted" entry: type, id, at. Deletes the record if it
                                                                   was last modified before `at`, and remembers */
                                  const LampRecordType *type,
                                  const char     *id,
                                  const char     *at,
                                  LampPut        *put,
                                  GError        **error);
gboolean    lamp_loader_check    (LampLoader     *self,         /* after all rows: the rules between records */
                                  guint           limit,        /* list at most so many */
                                  GPtrArray     **broken,       /* (out) (transfer full) (element-type LampBroken): empty = sound */
                                  GError        **error);
gboolean    lamp_loader_commit   (LampLoader     *self,
                                  GError        **error);
const char *lamp_loader_get_backup (LampLoader   *self);        /* (nullable): the backup that a large step points at, once
                                                                   it is committed */

/**
 * LampCursor:
 *
 * Reads all rows of one type in the order of identifiers, one at a time, on a connection of its own that sees one
 * moment of the file however long the reading takes.
 */
typedef struct _LampCursor LampCursor;

LampCursor *lamp_cursor_new      (const char     *path,
                                  GError        **error);
void        lamp_cursor_free     (LampCursor     *self);
gboolean    lamp_cursor_start    (LampCursor     *self,
                                  const LampRecordType *type,
                                  GError        **error);
gboolean    lamp_cursor_next     (LampCursor     *self,
                                  const LampRow **row,          /* (out) (transfer none) (nullable): valid until the next call;
                                                                   NULL at the end */
                                  GError        **error);
gboolean    lamp_cursor_start_deleted (LampCursor *self,
                                  GError        **error);
gboolean    lamp_cursor_next_deleted  (LampCursor *self,
                                  const char    **type,         /* (out) (nullable): NULL at the end */
                                  const char    **id,
                                  const char    **at,
                                  GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampLoader, lamp_loader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampCursor, lamp_cursor_free)

G_END_DECLS
