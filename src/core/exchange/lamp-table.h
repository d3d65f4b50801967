/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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
 * @column: (nullable): the column that it is about
 * @message: one sentence
 *
 * A defect of a table.
 */
typedef struct
{
  guint row;
  guint last_row;
  gboolean left_out;
  char *column;
  char *message;
} LampTableProblem;

/**
 * LampTableFate:
 * @LAMP_TABLE_ADDED: it is new
 * @LAMP_TABLE_CHANGED: it is in the file and gets another value
 * @LAMP_TABLE_UNCHANGED: it is in the file and says the same already
 *
 * What would happen to a record of a table.
 */
typedef enum
{
  LAMP_TABLE_ADDED = 1,
  LAMP_TABLE_CHANGED,
  LAMP_TABLE_UNCHANGED,
} LampTableFate;

/**
 * LampTableOutcome:
 * @row: the first row about it, as the spreadsheet counts them
 * @fate: what would happen to it
 * @type: what it is
 * @id: its identifier
 * @title: what names it
 * @changes: (nullable): which fields it gets other values in, from what to what, in words
 *
 * A record that a table makes.
 */
typedef struct
{
  guint row;
  LampTableFate fate;
  const LampRecordType *type;
  char *id;
  char *title;
  char *changes;
} LampTableOutcome;

/**
 * LampTableResult:
 * @snapshot: what is to be imported: records that are new or changed
 * @outcomes: (element-type LampTableOutcome): what happens to each record, in the order of the rows
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
  GPtrArray *outcomes;
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
void             lamp_table_map_place    (LampTableMap          *self,
                                          LampSnapshot          *existing,
                                          const char            *community);
gboolean         lamp_table_map_found    (LampTableMap          *self,
                                          const char            *name);

const LampTableCell *lamp_table_record_find (LampTableRecord    *self,
                                          const char            *field);
const char      *lamp_table_record_get   (LampTableRecord       *self,
                                          const char            *field);
void             lamp_table_record_set   (LampTableRecord       *self,
                                          const char            *field,
                                          const char            *from);
void             lamp_table_record_set_word (LampTableRecord    *self,
                                          const char            *field,
                                          const char            *word,
                                          const char            *meaning);
void             lamp_table_record_set_keep_first (LampTableRecord *self,
                                          const char            *field,
                                          gboolean               keep_first);
char            *lamp_table_record_dup_meaning (LampTableRecord *self,
                                          const char            *field,
                                          const char            *word);

const LampRecordType *lamp_table_guess_type (LampCsv            *csv);
LampDateOrder    lamp_table_guess_dates  (LampTableMap          *map,
                                          LampCsv               *csv);
const char      *lamp_table_guess_word   (const LampField       *field,
                                          const char            *word);
void             lamp_table_guess_words  (LampTableRecord       *record,
                                          const char            *field,
                                          LampCsv               *csv);
char            *lamp_table_dup_column   (LampCsv               *csv,
                                          guint                  column);
GStrv            lamp_table_sample       (const LampTableCell   *cell,
                                          LampCsv               *csv,
                                          guint                  most);

LampTableResult *lamp_table_apply        (LampTableMap          *map,
                                          LampCsv               *csv,
                                          LampSnapshot          *existing,
                                          GCancellable          *cancellable,
                                          GError               **error);
void             lamp_table_result_free  (LampTableResult       *self);
char            *lamp_table_problem_dup_place (const LampTableProblem *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTableMap, lamp_table_map_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTableResult, lamp_table_result_free)

G_END_DECLS
