/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* SQLite, wrapped (private to core/store). */

#include <glib.h>
#include <sqlite3.h>

#include "lamp-schema.h"

G_BEGIN_DECLS

typedef struct _LampConnection LampConnection;

/* The statements that every record type has. */
typedef enum
{
  LAMP_SQL_FIND = 0,
  LAMP_SQL_ALL,
  LAMP_SQL_INSERT,
  LAMP_SQL_UPDATE,
  LAMP_SQL_DELETE,
  LAMP_SQL_LAST,
} LampSql;

LampConnection *lamp_connection_open          (const char            *path,
                                               int                    flags,
                                               GError               **error);
void            lamp_connection_free          (LampConnection        *self);
sqlite3        *lamp_connection_get_db        (LampConnection        *self);
const char     *lamp_connection_get_path      (LampConnection        *self);
void            lamp_connection_leave_log     (LampConnection        *self,
                                               gboolean               leave);
gboolean        lamp_connection_fail          (LampConnection        *self,
                                               GError               **error);
gboolean        lamp_connection_exec          (LampConnection        *self,
                                               const char            *sql,
                                               GError               **error);
sqlite3_stmt   *lamp_connection_prepare       (LampConnection        *self,
                                               const char            *sql,
                                               GError               **error);
sqlite3_stmt   *lamp_connection_prepare_typed (LampConnection        *self,
                                               const LampRecordType  *type,
                                               LampSql                sql,
                                               GError               **error);
void            lamp_connection_forget        (LampConnection        *self);
gboolean        lamp_connection_step          (LampConnection        *self,
                                               sqlite3_stmt          *statement,
                                               gboolean              *row,
                                               GError               **error);
gboolean        lamp_connection_run           (LampConnection        *self,
                                               sqlite3_stmt          *statement,
                                               GError               **error);
gboolean        lamp_connection_ask           (LampConnection        *self,
                                               const char            *sql,
                                               gint64                *answer,
                                               GError               **error);
gboolean        lamp_connection_begin         (LampConnection        *self,
                                               GError               **error);
gboolean        lamp_connection_commit        (LampConnection        *self,
                                               GError               **error);
void            lamp_connection_rollback      (LampConnection        *self);

void            lamp_statement_release        (sqlite3_stmt          *statement);
void            lamp_statement_bind_text      (sqlite3_stmt          *statement,
                                               int                    index,
                                               const char            *text);
const char     *lamp_statement_get_text       (sqlite3_stmt          *statement,
                                               int                    column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampConnection, lamp_connection_free)
/* A prepared statement belongs to its connection; whoever used it gives it back. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, lamp_statement_release)

G_END_DECLS
