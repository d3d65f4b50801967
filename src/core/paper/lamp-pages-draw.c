/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-pages-private.h"
#include "lamp-paper-text.h"

#define INK 0.1
#define GREY 0.35
#define HAIR 0.72

/* Where the foot and the running title stand, from the edge of the page. */
#define EDGE 30

static void
draw_note (PangoLayout *layout,
           cairo_t     *cr,
           double       x,
           double       y,
           double       width,
           gboolean     at_end)
{
  pango_layout_set_width (layout, pango_units_from_double (width));
  lamp_paper_layout_align (layout, at_end);
  cairo_set_source_rgb (cr, GREY, GREY, GREY);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

/* What of a picture is on a page: a page with a picture has nothing else, and its own title. */
static const LampTile *
get_tile (LampPages *self,
          guint      page)
{
  guint first = lamp_pages_get_page (self, page)->first;

  return first < self->pieces->len ? ((const LampPiece *) self->pieces->pdata[first])->tile : NULL;
}

/**
 * lamp_pages_draw_margins:
 * @self: pages
 * @page: a page
 * @cr: where to draw
 *
 * Draws what stands around the text: from the second page on the title above it, below it the note and which page of
 * how many this is.
 */
void
lamp_pages_draw_margins (LampPages *self,
                         guint      page,
                         cairo_t   *cr)
{
  /* Translators: the number of a page and how many there are: 2 / 5 */
  const LampPage *on = lamp_pages_get_page (self, page);
  g_autofree char *number = g_strdup_printf (C_("page", "%u / %u"), page + 1, self->pages->len);
  g_autoptr (PangoLayout) layout = lamp_paper_rows_new_note (self->rows, number);
  double x = on->margin;
  double y = on->height - EDGE - 10;
  double width = on->width - 2 * x;
  double number_width = 60;
  const LampTile *tile = get_tile (self, page);

  if (page > 0 && tile == NULL)
    draw_note (self->running_title, cr, x, EDGE - 2, width, FALSE);
  if (tile != NULL && tile->n_columns * tile->n_rows > 1)
    draw_note (self->running_title, cr, x, y, width / 2 - number_width, FALSE);
  else if (self->note != NULL)
    draw_note (self->note, cr, self->setup.is_mirrored ? x + number_width : x, y, width - number_width, FALSE);
  draw_note (layout, cr, self->setup.is_mirrored ? x : x + width - number_width, y, number_width, TRUE);
}

/**
 * lamp_piece_draw_rule:
 * @self: a piece
 * @pages: its pages
 * @cr: where to draw
 *
 * Draws the line that parts it from what is below, if it is of a table.
 */
void
lamp_piece_draw_rule (const LampPiece *self,
                      LampPages       *pages,
                      cairo_t         *cr)
{
  const LampPage *page = lamp_pages_get_page (pages, self->page);
  gboolean is_head = self->row->block->kind == LAMP_BLOCK_COLUMNS;
  double grey = is_head ? INK : HAIR;

  if (!is_head && self->row->block->kind != LAMP_BLOCK_ROW)
    return;
  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_set_line_width (cr, is_head ? 0.8 : 0.4);
  cairo_move_to (cr, page->margin, self->y + self->height);
  cairo_line_to (cr, page->width - page->margin, self->y + self->height);
  cairo_stroke (cr);
}

typedef void (*LineFunc) (PangoLayoutIter *iter,
                          double           x,
                          double           top,
                          gpointer         data);

/* Calls a function with each line of a cell; @top is what is to be added to a place in the layout. */
static void
foreach_line (const LampPiece *self,
              guint            cell,
              LampPages       *pages,
              LineFunc         func,
              gpointer         data)
{
  const LampPaperCell *in = &self->row->cells[cell];
  PangoLayoutIter *iter = pango_layout_get_iter (in->layout);
  double x = lamp_pages_get_page (pages, self->page)->margin + in->x;
  double top = self->y + self->row->padding;
  guint line = 0;

  do
    {
      int y0;

      if (line >= self->to[cell])
        break;
      pango_layout_iter_get_line_yrange (iter, &y0, NULL);
      if (line == self->from[cell])
        top -= pango_units_to_double (y0);
      if (line >= self->from[cell])
        func (iter, x, top, data);
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_line (PangoLayoutIter *iter,
           double           x,
           double           top,
           gpointer         data)
{
  lamp_paper_show_line (data, iter, x, top);
}

/**
 * lamp_piece_draw_cell:
 * @self: a piece
 * @cell: the place of a cell
 * @pages: its pages
 * @cr: where to draw
 *
 * Draws the text of a cell, as much of it as is of the piece.
 */
void
lamp_piece_draw_cell (const LampPiece *self,
                      guint            cell,
                      LampPages       *pages,
                      cairo_t         *cr)
{
  cairo_set_source_rgb (cr, INK, INK, INK);
  foreach_line (self, cell, pages, draw_line, cr);
}

typedef struct
{
  GArray *links;
  GArray *areas;
} Links;

static void
add_areas (PangoLayoutIter *iter,
           double           x,
           double           top,
           gpointer         data)
{
  Links *self = data;
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  int start = pango_layout_line_get_start_index (line);
  int end = start + pango_layout_line_get_length (line);
  int y0, y1;

  pango_layout_iter_get_line_yrange (iter, &y0, &y1);
  for (guint i = 0; i < self->links->len; i++)
    {
      const LampPaperLink *link = &g_array_index (self->links, LampPaperLink, i);
      g_autofree int *ranges = NULL;
      int n_ranges = 0;

      if ((int) link->start < end && (int) link->end > start)
        pango_layout_line_get_x_ranges (line, (int) link->start, (int) link->end, &ranges, &n_ranges);
      for (int j = 0; j < n_ranges; j++)
        {
          LampLinkArea area = { link->start, link->end,
                                { x + pango_units_to_double (ranges[2 * j]), top + pango_units_to_double (y0),
                                  pango_units_to_double (ranges[2 * j + 1] - ranges[2 * j]),
                                  pango_units_to_double (y1 - y0) } };

          g_array_append_val (self->areas, area);
        }
    }
}

/**
 * lamp_piece_get_links:
 * @self: a piece
 * @cell: the place of a cell
 * @pages: its pages
 *
 * Returns: (transfer full) (element-type LampLinkArea): where on the page the addresses in a cell are
 */
GArray *
lamp_piece_get_links (const LampPiece *self,
                      guint            cell,
                      LampPages       *pages)
{
  g_autoptr (GArray) links = lamp_paper_find_links (pango_layout_get_text (self->row->cells[cell].layout));
  Links found = { links, g_array_new (FALSE, FALSE, sizeof (LampLinkArea)) };

  if (links->len > 0)
    foreach_line (self, cell, pages, add_areas, &found);

  return found.areas;
}

/**
 * lamp_pages_draw:
 * @self: pages that are done
 * @page: a page, from 0
 * @cr: where to draw; a unit is a point of paper
 *
 * Draws a page. Its paper is not painted: it is white already, or made so by who shows it.
 */
void
lamp_pages_draw (LampPages *self,
                 guint      page,
                 cairo_t   *cr)
{
  guint end;

  g_return_if_fail (self->is_done);
  g_return_if_fail (page < self->pages->len);

  end = page + 1 < self->pages->len ? lamp_pages_get_page (self, page + 1)->first : self->pieces->len;
  lamp_pages_draw_margins (self, page, cr);
  for (guint i = lamp_pages_get_page (self, page)->first; i < end; i++)
    {
      const LampPiece *piece = self->pieces->pdata[i];

      lamp_piece_draw_rule (piece, self, cr);
      for (guint j = 0; j < piece->row->n_cells; j++)
        lamp_piece_draw_cell (piece, j, self, cr);
      if (piece->tile != NULL)
        {
          lamp_tile_draw_marks (piece->tile, lamp_pages_get_page (self, page), cr);
          lamp_tile_draw (piece->tile, piece->row->picture, cr);
        }
    }
}
