/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-table.h"

G_BEGIN_DECLS

/* A record that is being made. */
typedef struct
{
  LampRow *row;
  const LampRow *before; /* (nullable): as it stands in the file */
  guint number;          /* of the first row about it */
  GHashTable *filled;    /* (nullable): the fields that a row has filled */
} LampTableMade;

/* A reference that is resolved when all records are known. */
typedef struct
{
  LampTableMade *made;
  const LampField *field;
  char *text;
  guint number;
  const char *column; /* (nullable): where it stands */
} LampTableReference;

typedef struct
{
  LampTableMap *map;
  LampCsv *csv;
  LampSnapshot *existing;
  GPtrArray *plans;      /* of Plan */
  GPtrArray *made;       /* of LampTableMade, in the order of the table */
  GHashTable *by_id;     /* "type\tid" → LampTableMade */
  GHashTable *titles;    /* "type\ttitle" → id, or "" when several have it */
  GArray *references;    /* of LampTableReference */
  GHashTable *positions; /* type → next position */
  LampTableResult *result;
} LampTableReader;

char      *lamp_table_key             (const char      *type,
                                       const char      *id);
void       lamp_table_finish          (LampTableReader *self);

GPtrArray *lamp_table_outcomes_new    (void);
void       lamp_table_note_outcome    (LampTableResult *self,
                                       LampTableMade   *made);

GPtrArray *lamp_table_problems_new    (void);
void       lamp_table_tell            (LampTableResult *self,
                                       guint            number,
                                       gboolean         left_out,
                                       char            *message);
void       lamp_table_tell_in         (LampTableResult *self,
                                       guint            number,
                                       const char      *column,
                                       char            *message);
void       lamp_table_tell_of_defects (LampTableResult *self,
                                       LampCsv         *csv);
void       lamp_table_join_runs       (GPtrArray       *problems);

G_END_DECLS
