/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-import.h"
#include "lamp-table.h"

G_BEGIN_DECLS

/**
 * LampTableLineKind:
 * @LAMP_TABLE_LINE_LEFT_OUT: a row that becomes nothing, with the reason
 * @LAMP_TABLE_LINE_PROBLEM: a row that is taken without what is wrong in it
 * @LAMP_TABLE_LINE_ADDED: a record that is new
 * @LAMP_TABLE_LINE_CHANGED: a record of the file that changes
 * @LAMP_TABLE_LINE_UNCHANGED: a record of the file that says the same already
 * @LAMP_TABLE_LINE_REFUSED: a reason for which nothing at all can be imported
 *
 * What a line of a preview tells.
 */
typedef enum
{
  LAMP_TABLE_LINE_LEFT_OUT = 1,
  LAMP_TABLE_LINE_PROBLEM,
  LAMP_TABLE_LINE_ADDED,
  LAMP_TABLE_LINE_CHANGED,
  LAMP_TABLE_LINE_UNCHANGED,
  LAMP_TABLE_LINE_REFUSED,
} LampTableLineKind;

#define LAMP_TABLE_N_LINE_KINDS (LAMP_TABLE_LINE_REFUSED + 1)

/**
 * LampTableLine:
 *
 * A line of a table's preview: a record, or what is wrong with a row.
 */
#define LAMP_TYPE_TABLE_LINE (lamp_table_line_get_type ())
G_DECLARE_FINAL_TYPE (LampTableLine, lamp_table_line, LAMP, TABLE_LINE, GObject)

LampTableLine    *lamp_table_line_new_row     (guint                   row);
guint             lamp_table_line_get_row     (LampTableLine          *self);
LampTableLineKind lamp_table_line_get_kind    (LampTableLine          *self);
const char       *lamp_table_line_get_title   (LampTableLine          *self);
const char       *lamp_table_line_get_detail  (LampTableLine          *self);
gboolean          lamp_table_line_matches     (LampTableLine          *self,
                                               const char             *words);
const char       *lamp_table_line_kind_get_label (LampTableLineKind    kind);
const char       *lamp_table_line_kind_get_icon  (LampTableLineKind    kind);

GListModel       *lamp_table_lines_new        (LampTableResult        *table,
                                               LampImportReport       *report);
char             *lamp_table_lines_to_csv     (GListModel             *lines,
                                               const char             *file);

G_END_DECLS
