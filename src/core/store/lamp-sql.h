/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The SQL that follows from the record types (private to core/store). */

#include "lamp-connection.h"

G_BEGIN_DECLS

char       *lamp_sql_columns      (const LampRecordType *type);
char       *lamp_sql_typed        (const LampRecordType *type,
                                   LampSql               sql);
void        lamp_sql_add_tables   (GPtrArray            *statements);
void        lamp_sql_add_indexes  (GPtrArray            *statements);
void        lamp_sql_add_triggers (GPtrArray            *statements);
GPtrArray  *lamp_sql_schema       (void);

/* Index for a reference, and for the unique pair of a type (NULL if it has none). */
char       *lamp_sql_reference_index (const LampRecordType *type,
                                   const LampField      *field);
char       *lamp_sql_unique_index (const LampRecordType *type);

/* Search: its table; and for one type what fills it, and what lists rows that it does not know as they are (NULL if
 * nothing of the type is searched). */
const char *lamp_sql_search_table (void);
char       *lamp_sql_search_fill  (const LampRecordType *type);
char       *lamp_sql_search_compare (const LampRecordType *type);

G_END_DECLS
