/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-csv.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampDateOrder:
 * @LAMP_DATES_ISO: 2026-11-22, whatever time stands behind it
 * @LAMP_DATES_MONTH_FIRST: 11/22/2026
 * @LAMP_DATES_DAY_FIRST: 22/11/2026 or 22.11.2026
 *
 * How a table writes dates. The first is understood in any case.
 */
typedef enum
{
  LAMP_DATES_ISO = 1,
  LAMP_DATES_MONTH_FIRST,
  LAMP_DATES_DAY_FIRST,
} LampDateOrder;

/**
 * LampTableCell:
 * @field: what is filled
 * @from: with what: a text in which `{Column}` stands for the row's cell in that column; `{{` is a brace
 * @words: (nullable): what the table says → what the field says, such as "Complete" → "met"
 * @keep_first: of several rows about one record, the first that says something counts, not the last
 *
 * How one field of a record is filled from a row of a table.
 */
typedef struct
{
  const LampField *field;
  char *from;
  GHashTable *words;
  gboolean keep_first;
} LampTableCell;

/**
 * LampTableRecord:
 * @type: what a row becomes
 * @only_existing: only records that are in the file already are changed
 * @several: several rows may be about one record
 * @when: (nullable): only rows for which this text is not empty
 * @cells: (element-type LampTableCell): its fields
 *
 * What each row of a table becomes.
 */
typedef struct
{
  const LampRecordType *type;
  gboolean only_existing;
  gboolean several;
  char *when;
  GPtrArray *cells;
} LampTableRecord;

/**
 * LampTableMap:
 * @dates: how dates are written
 * @records: (element-type LampTableRecord): what each row becomes, one or more
 *
 * How a table of somebody else's becomes records of ours. It is kept as JSON, so that next month's table needs no
 * thought.
 */
typedef struct
{
  LampDateOrder dates;
  GPtrArray *records;
} LampTableMap;

/**
 * LampTableProblem:
 * @row: as the spreadsheet counts them: the header is 1; 0 when it is about the whole table
 * @last_row: the last of several rows in a run; @row for one
 * @left_out: whether the row has become nothing; else it was taken without what is wrong
 * @message: one sentence
 *
 * A defect of a table.
 */
typedef struct
{
  guint row;
  guint last_row;
  gboolean left_out;
  char *message;
} LampTableProblem;

/**
 * LampTableResult:
 * @snapshot: what is to be imported: records that are new or changed
 * @problems: (element-type LampTableProblem): in the order of the rows
 * @n_added: records that are new
 * @n_changed: records of the file that get another value
 * @n_unchanged: records of the file that say the same already
 * @n_left_out: rows that became nothing because of a problem
 *
 * What has become of a table.
 */
typedef struct
{
  LampSnapshot *snapshot;
  GPtrArray *problems;
  guint n_added;
  guint n_changed;
  guint n_unchanged;
  guint n_left_out;
} LampTableResult;

LampTableMap    *lamp_table_map_new      (void);
void             lamp_table_map_free     (LampTableMap          *self);
LampTableMap    *lamp_table_map_parse    (const char            *json,
                                          gssize                 length,
                                          GError               **error);
char            *lamp_table_map_to_json  (LampTableMap          *self);
LampTableMap    *lamp_table_map_guess    (LampCsv               *csv,
                                          const LampRecordType  *type,
                                          const char            *community);
LampTableRecord *lamp_table_map_add      (LampTableMap          *self,
                                          const LampRecordType  *type);
const char      *lamp_table_record_get   (LampTableRecord       *self,
                                          const char            *field);
void             lamp_table_record_set   (LampTableRecord       *self,
                                          const char            *field,
                                          const char            *from);

LampTableResult *lamp_table_apply        (LampTableMap          *map,
                                          LampCsv               *csv,
                                          LampSnapshot          *existing,
                                          GError               **error);
void             lamp_table_result_free  (LampTableResult       *self);
char            *lamp_table_problem_dup_place (const LampTableProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTableMap, lamp_table_map_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTableResult, lamp_table_result_free)

G_END_DECLS
