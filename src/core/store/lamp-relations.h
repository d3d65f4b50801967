/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The rules between records: references, chains of parents, unique pairs, and what goes with a deleted record
 * (private to core/store). */

#include "lamp-connection.h"
#include "lamp-row.h"

G_BEGIN_DECLS

typedef struct
{
  LampConnection *connection;
  const char *now;      /* what modified_at and the moment of deletion become */
  GHashTable *touched;  /* (nullable): "type/id" of what this step has already changed: it keeps its moment */
} LampChange;

char     *lamp_change_later   (const char            *previous,
                               const char            *now);
gboolean  lamp_change_insert  (LampChange            *change,
                               LampRow               *row,
                               GError               **error);
gboolean  lamp_change_update  (LampChange            *change,
                               LampRow               *row,
                               const LampRow         *before,
                               GError               **error);
gboolean  lamp_change_delete  (LampChange            *change,
                               const LampRow         *row,
                               GError               **error);

gboolean  lamp_relations_test  (LampConnection        *connection,
                                const LampRow         *row,
                                guint                  field,
                                LampErrorCode         *code,
                                GError               **error);
gboolean  lamp_relations_check (LampConnection        *connection,
                                const LampRow         *row,
                                GError               **error);
gboolean  lamp_relations_is_free (LampConnection      *connection,
                                const LampRecordType  *type,
                                const char            *id,
                                gboolean              *is_free,
                                GError               **error);

G_END_DECLS
