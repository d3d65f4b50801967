/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-pages.h"
#include "lamp-paper-row.h"

G_BEGIN_DECLS

/**
 * LampPiece:
 * @row: what of
 * @page: where
 * @y: its top, in points from the top of the page
 * @height: of it
 * @from: (array): for each cell the first line
 * @to: (array): for each cell the line after the last; follows @from in memory
 * @is_first: whether the row begins with it
 * @is_last: whether the row ends with it
 * @is_repeated: whether it is the head of a table that goes on from the page before
 *
 * What of a row stands on one page. (Private to core/paper.)
 */
typedef struct
{
  LampPaperRow *row;
  guint page;
  double y;
  double height;
  guint *from;
  guint *to;
  gboolean is_first;
  gboolean is_last;
  gboolean is_repeated;
} LampPiece;

struct _LampPages
{
  grefcount refs;
  LampPaperSetup setup;
  char *title;
  LampPaperRows *rows;
  PangoLayout *running_title;
  PangoLayout *note;      /* (nullable) */
  PangoLayout *space;     /* a space */
  GPtrArray *pieces;      /* of LampPiece, in order */
  GArray *pages;          /* of guint: the first piece of each page */
  guint next;             /* the row that is placed next */
  double y;               /* where on the last page */
  gboolean is_fresh;      /* whether nothing but a repeated head is on the last page */
  gboolean is_done;
};

/* lamp-pages-place.c */
void lamp_pages_begin_page    (LampPages       *self,
                               LampPaperRow    *row);
void lamp_pages_place         (LampPages       *self,
                               guint            place);

/* lamp-pages-draw.c */
void lamp_pages_draw_margins  (LampPages       *self,
                               guint            page,
                               cairo_t         *cr);
void lamp_piece_draw_rule     (const LampPiece *self,
                               LampPages       *pages,
                               cairo_t         *cr);
void lamp_piece_draw_cell     (const LampPiece *self,
                               guint            cell,
                               LampPages       *pages,
                               cairo_t         *cr);
GArray *lamp_piece_get_links  (const LampPiece *self,
                               guint            cell,
                               LampPages       *pages);

/**
 * LampLinkArea:
 * @start: of the address in the text of the cell
 * @end: the byte after its last
 * @box: what of the page leads there
 *
 * An address on a page. (Private to core/paper.)
 */
typedef struct
{
  guint start;
  guint end;
  cairo_rectangle_t box;
} LampLinkArea;

/* lamp-pdf-catalog.c */
void lamp_pdf_say_language    (GByteArray      *pdf,
                               const char      *language);

G_END_DECLS
