/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-pages.h"
#include "lamp-paper-row.h"

G_BEGIN_DECLS

/**
 * LampTile:
 * @area: where on the page
 * @scale: how large the picture is drawn
 * @x: what of the picture is at the left of the area
 * @y: what of it is at the top
 * @column: of the poster, from 0
 * @row: likewise
 * @n_columns: of how many
 * @n_rows: likewise
 *
 * What of a picture is on one page. (Private to core/paper.)
 */
typedef struct
{
  cairo_rectangle_t area;
  double scale;
  double x;
  double y;
  guint column;
  guint row;
  guint n_columns;
  guint n_rows;
} LampTile;

/**
 * LampPage:
 * @first: the place of its first piece
 * @width: in points
 * @height: in points
 * @margin: on each side
 *
 * A page. (Private to core/paper.)
 */
typedef struct
{
  guint first;
  double width;
  double height;
  double margin;
} LampPage;

/**
 * LampPiece:
 * @row: what of
 * @page: where
 * @y: its top, in points from the top of the page
 * @height: of it
 * @from: (array): for each cell the first line
 * @to: (array): for each cell the line after the last; follows @from in memory
 * @tile: (nullable): of a picture
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
  LampTile *tile;
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
  GPtrArray *pieces;      /* of LampPiece, in order */
  GArray *pages;          /* of LampPage */
  guint next;             /* the row that is placed next */
  double y;               /* where on the last page */
  gboolean is_fresh;      /* whether nothing but a repeated head is on the last page */
  gboolean is_done;
};

/* How much of a poster stands on two pages, so that they can be glued. */
#define LAMP_POSTER_OVERLAP 28

static inline const LampPage *
lamp_pages_get_page (LampPages *self,
                     guint      page)
{
  return &g_array_index (self->pages, LampPage, page);
}

/* lamp-pages-place.c */
LampPiece *lamp_pages_add_piece (LampPages     *self,
                                 LampPaperRow  *row);
void lamp_pages_begin_page    (LampPages       *self,
                               LampPaperRow    *row);
void lamp_pages_place         (LampPages       *self,
                               guint            place);

/* lamp-pages-picture.c */
void lamp_pages_place_picture (LampPages       *self,
                               LampPaperRow    *row);
void lamp_tile_draw           (const LampTile  *self,
                               LampPicture     *picture,
                               cairo_t         *cr);
void lamp_tile_draw_marks     (const LampTile  *self,
                               const LampPage  *page,
                               cairo_t         *cr);

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
