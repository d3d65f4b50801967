/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-pages-private.h"

/* Which rows stand on which page. */

/* What the foot of a page needs below the last line. */
#define FOOT 6

static double
get_bottom (LampPages *self)
{
  return self->setup.height - self->setup.margin - FOOT;
}

static double
get_body (LampPages *self)
{
  return get_bottom (self) - self->setup.margin;
}

/**
 * lamp_pages_add_piece:
 * @self: pages
 * @row: a row
 *
 * Returns: (transfer none): a piece of the row where the last page is filled up to
 */
LampPiece *
lamp_pages_add_piece (LampPages    *self,
                      LampPaperRow *row)
{
  LampPiece *piece = g_new0 (LampPiece, 1);

  piece->row = row;
  piece->page = self->pages->len - 1;
  piece->y = self->y;
  piece->from = g_new0 (guint, 2 * row->n_cells);
  piece->to = piece->from + row->n_cells;
  g_ptr_array_add (self->pieces, piece);

  return piece;
}

static void
repeat_head (LampPages    *self,
             LampPaperRow *head)
{
  LampPiece *piece = lamp_pages_add_piece (self, head);

  lamp_paper_row_fit (head, piece->from, G_MAXDOUBLE, piece->to);
  piece->height = lamp_paper_row_get_height (head, NULL, NULL);
  piece->is_first = piece->is_last = piece->is_repeated = TRUE;
  self->y += piece->height;
}

/**
 * lamp_pages_begin_page:
 * @self: pages
 * @row: (nullable): the row that goes on or begins there
 *
 * Begins another page. Where a table goes on, its head is repeated, unless it would fill the page by itself.
 */
void
lamp_pages_begin_page (LampPages    *self,
                       LampPaperRow *row)
{
  LampPage page = { self->pieces->len, self->setup.width, self->setup.height, self->setup.margin };
  LampPaperRow *head = row != NULL ? lamp_paper_rows_get (self->rows, row->head) : NULL;

  g_array_append_val (self->pages, page);
  self->y = self->setup.margin;
  self->is_fresh = TRUE;
  if (head != NULL && head != row && head->block->kind == LAMP_BLOCK_COLUMNS
      && lamp_paper_row_get_height (head, NULL, NULL) < get_body (self) / 3)
    repeat_head (self, head);
}

/* How much of a row has to be on the page on which it begins: a table's row whole where that can be, of a text two
 * lines, and all of it where that would leave one alone. */
static double
get_least_height (LampPages    *self,
                  LampPaperRow *row)
{
  double whole = lamp_paper_row_get_height (row, NULL, NULL);
  g_autofree guint *to = NULL;

  if (lamp_paper_row_get_n_lines (row) <= 3 || (row->block->kind == LAMP_BLOCK_ROW && whole <= get_body (self) / 2))
    return whole;
  to = g_new (guint, row->n_cells);
  for (guint i = 0; i < row->n_cells; i++)
    to[i] = MIN (2, (guint) pango_layout_get_line_count (row->cells[i].layout));

  return lamp_paper_row_get_height (row, NULL, to);
}

/* How high a row is with all that has to stay with it. */
static double
get_kept_height (LampPages *self,
                 guint      place)
{
  LampPaperRow *row = lamp_paper_rows_get (self->rows, place);
  double height = 0;

  while (row->keep && place + 1 < lamp_paper_rows_get_n (self->rows) && height < get_body (self))
    {
      height += lamp_paper_row_get_height (row, NULL, NULL);
      row = lamp_paper_rows_get (self->rows, ++place);
      height += row->before;
    }

  return height + get_least_height (self, row);
}

/* What stands under a heading of level 3 is kept together where that takes no more than a quarter of a page. */
static void
keep_part_together (LampPages *self,
                    guint      place)
{
  double height = 0;
  guint after = place + 1;

  for (; after < lamp_paper_rows_get_n (self->rows); after++)
    {
      LampPaperRow *row = lamp_paper_rows_get (self->rows, after);

      if (row->block->kind == LAMP_BLOCK_HEADING || row->block->kind == LAMP_BLOCK_COLUMNS || row->picture != NULL)
        break;
      height += row->before + lamp_paper_row_get_height (row, NULL, NULL);
      if (height > get_body (self) / 4)
        return;
    }
  for (guint i = place; i + 1 < after; i++)
    lamp_paper_rows_get (self->rows, i)->keep = TRUE;
}

/* Takes back a line that would leave the last alone on the next page, or all when only one would stay on this. */
static gboolean
mind_single_lines (LampPiece *piece,
                   guint      left)
{
  LampPaperRow *row = piece->row;
  guint last = row->n_cells - 1;
  guint n = piece->to[last] - piece->from[last];

  if (row->block->kind == LAMP_BLOCK_ROW || row->block->kind == LAMP_BLOCK_COLUMNS)
    return n > 0 || last > 0;
  if (left == 1 && n > 2)
    piece->to[last]--;

  return n >= 2;
}

/* A line is placed even where none fits, or the work would never end. */
static void
force_line (LampPiece *piece)
{
  gboolean has_any = FALSE;

  for (guint i = 0; i < piece->row->n_cells; i++)
    has_any |= piece->to[i] > piece->from[i];
  for (guint i = 0; !has_any && i < piece->row->n_cells; i++)
    if (piece->from[i] < (guint) pango_layout_get_line_count (piece->row->cells[i].layout))
      piece->to[i] = piece->from[i] + 1;
}

/* Puts as much of the row on the page as fits. Returns the piece, or NULL when that is not worth it. */
static LampPiece *
place_piece (LampPages    *self,
             LampPaperRow *row,
             const guint  *from)
{
  LampPiece *piece = lamp_pages_add_piece (self, row);
  guint left;

  for (guint i = 0; from != NULL && i < row->n_cells; i++)
    piece->from[i] = from[i];
  left = lamp_paper_row_fit (row, piece->from, get_bottom (self) - self->y, piece->to);
  if (left > 0 && !mind_single_lines (piece, left) && !self->is_fresh)
    {
      g_ptr_array_remove_index (self->pieces, self->pieces->len - 1);
      return NULL;
    }
  force_line (piece);
  piece->is_first = from == NULL;
  piece->is_last = TRUE;
  for (guint i = 0; i < row->n_cells; i++)
    piece->is_last &= piece->to[i] >= (guint) pango_layout_get_line_count (row->cells[i].layout);
  piece->height = lamp_paper_row_get_height (row, piece->from, piece->to);
  self->y += piece->height;
  self->is_fresh = FALSE;

  return piece;
}

/**
 * lamp_pages_place:
 * @self: pages
 * @place: the place of a row
 *
 * Places the row on the last page and on as many more as it needs.
 */
void
lamp_pages_place (LampPages *self,
                  guint      place)
{
  LampPaperRow *row = lamp_paper_rows_get (self->rows, place);
  const guint *from = NULL;
  LampPiece *piece;

  if (row->picture != NULL)
    {
      lamp_pages_place_picture (self, row);
      return;
    }
  if (row->block->kind == LAMP_BLOCK_HEADING && row->block->level == 3)
    keep_part_together (self, place);
  if (!self->is_fresh)
    {
      self->y += row->before;
      if (self->y + get_kept_height (self, place) > get_bottom (self))
        lamp_pages_begin_page (self, row);
    }
  do
    {
      piece = place_piece (self, row, from);
      if (piece != NULL)
        from = piece->to;
      if (piece == NULL || !piece->is_last)
        lamp_pages_begin_page (self, row);
    }
  while (piece == NULL || !piece->is_last);
}
