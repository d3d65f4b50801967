/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lamp-report-document.h"

G_BEGIN_DECLS

#define LAMP_PAPER_COLUMN_GAP 10

/**
 * LampPaperColumn:
 * @width: how wide it is, in points
 * @least: how wide its longest word is
 * @most: how wide its longest text is on one line
 * @has_number: whether a cell of it is a number
 * @has_words: whether a cell of it is something else
 * @is_number: whether it holds nothing but numbers, which stand under each other by their last digit
 *
 * A column of a table. (Private to core/paper.)
 */
typedef struct
{
  double width;
  double least;
  double most;
  gboolean has_number;
  gboolean has_words;
  gboolean is_number;
} LampPaperColumn;

/**
 * LampPaperTable:
 * @columns: (array length=n_columns): its columns
 * @n_columns: how many
 *
 * How a table is divided. (Private to core/paper.)
 */
typedef struct
{
  LampPaperColumn *columns;
  guint n_columns;
} LampPaperTable;

LampPaperTable *lamp_paper_table_new  (LampDocument   *document,
                                       guint           head,
                                       PangoContext   *context,
                                       double          width);
void            lamp_paper_table_free (LampPaperTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampPaperTable, lamp_paper_table_free)

G_END_DECLS
