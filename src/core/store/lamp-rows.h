/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Rows in and out of their tables (private to core/store). */

#include "lamp-connection.h"
#include "lamp-row.h"

G_BEGIN_DECLS

void      lamp_rows_fill    (LampRow               *row,
                             sqlite3_stmt          *statement);
gboolean  lamp_rows_find    (LampConnection        *connection,
                             const LampRecordType  *type,
                             const char            *id,
                             LampRow              **row,
                             GError               **error);
gboolean  lamp_rows_insert  (LampConnection        *connection,
                             const LampRow         *row,
                             GError               **error);
gboolean  lamp_rows_update  (LampConnection        *connection,
                             const LampRow         *row,
                             GError               **error);
gboolean  lamp_rows_delete  (LampConnection        *connection,
                             const LampRecordType  *type,
                             const char            *id,
                             GError               **error);

gboolean  lamp_deleted_find  (LampConnection        *connection,
                              const char            *type,
                              const char            *id,
                              char                 **at,
                              GError               **error);
gboolean  lamp_deleted_put   (LampConnection        *connection,
                              const char            *type,
                              const char            *id,
                              const char            *at,
                              GError               **error);

const char *lamp_row_get_modified (const LampRow         *row);
const char *lamp_row_get_created  (const LampRow         *row);
void        lamp_row_set_times    (LampRow               *row,
                                   const char            *created,
                                   const char            *modified);

G_END_DECLS
