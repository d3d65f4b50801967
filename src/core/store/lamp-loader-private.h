/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the loader know of each other (private to core/store). */

#include "lamp-connection.h"
#include "lamp-loader.h"

G_BEGIN_DECLS

/* What is known of one type's table. */
typedef struct
{
  gint64 last;           /* the largest rowid when the load began: what is above has been put by it; 0: it was empty */
  GHashTable *seen;      /* (nullable): rowids up to `last` that have been put, 32 in a word */
  LampRow *found;        /* (nullable): what stands in the file, filled again and again */
  gboolean unindexed;    /* its reference indexes are away until all rows are in */
  gboolean unpaired;     /* its unique index is away */
} LampLoaded;

struct _LampLoader
{
  LampConnection *connection;
  LampClock *clock;
  char *label;
  char *now;
  char *backup;          /* (nullable): the path of the backup that undoes a bulk load */
  gboolean bulk;
  gboolean checked;
  gboolean committed;
  gboolean any_deleted;  /* the file remembers deleted records */
  guint64 changes;
  LampLoaded *loaded;    /* by type */
  guint n_types;
};

gboolean lamp_loader_drop_unique    (LampLoader            *self,
                                     const LampRecordType  *type,
                                     GError               **error);
gboolean lamp_loader_restore_indexes (LampLoader           *self,
                                     GError               **error);

G_END_DECLS
