/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "lamp-paper-size.h"
#include "lamp-report-document.h"

G_BEGIN_DECLS

/**
 * LampPaperCell:
 * @layout: its text, laid out
 * @x: from the left of the text block, in points
 *
 * A text at its place in a row. (Private to core/paper.)
 */
typedef struct
{
  PangoLayout *layout;
  double x;
} LampPaperCell;

/**
 * LampPaperRow:
 * @block: what it is of; a paragraph's block may have several rows
 * @cells: (array length=n_cells): what stands beside each other
 * @n_cells: how many
 * @picture: (nullable): what stands below its text, alone on its page
 * @before: the space above it, unless it begins a page
 * @padding: the space in it, above and below its text
 * @keep: whether it stays on the page of what follows
 * @begins: whether it is the first of its list or table
 * @ends: whether it is the last
 * @head: the place of the row that is repeated on each further page of its table, or its own
 *
 * A part of a document that is as wide as the page. (Private to core/paper.)
 */
typedef struct
{
  const LampBlock *block;
  LampPaperCell *cells;
  guint n_cells;
  LampPicture *picture;
  double before;
  double padding;
  gboolean keep;
  gboolean begins;
  gboolean ends;
  guint head;
} LampPaperRow;

/**
 * LampPaperRows:
 *
 * Makes the rows of a document, one block after the other. (Private to core/paper.)
 */
typedef struct _LampPaperRows LampPaperRows;

LampPaperRows *lamp_paper_rows_new    (LampDocument         *document,
                                       const LampPaperSetup *setup);
void           lamp_paper_rows_free   (LampPaperRows        *self);
gboolean       lamp_paper_rows_step   (LampPaperRows        *self);
guint          lamp_paper_rows_get_n  (LampPaperRows        *self);
LampPaperRow  *lamp_paper_rows_get    (LampPaperRows        *self,
                                       guint                 place);
double         lamp_paper_rows_get_done (LampPaperRows      *self);
PangoLayout   *lamp_paper_rows_new_note (LampPaperRows      *self,
                                         const char         *text);

/* How much of a row fits, line by line. */
guint          lamp_paper_row_fit       (LampPaperRow         *self,
                                         const guint          *from,
                                         double                room,
                                         guint                *to);
double         lamp_paper_row_get_height (LampPaperRow        *self,
                                          const guint         *from,
                                          const guint         *to);
guint          lamp_paper_row_get_n_lines (LampPaperRow       *self);

G_END_DECLS
