/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-row.h"

/* Where the lines @from to @to of a layout begin and end, in points from its top. */
static void
measure (PangoLayout *layout,
         guint        from,
         guint        to,
         double      *top,
         double      *bottom)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint line = 0;

  *top = *bottom = 0;
  do
    {
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (line == from)
        *top = pango_units_to_double (y0);
      if (line < to)
        *bottom = pango_units_to_double (y1);
      line++;
    }
  while (line < to && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* The line after the last that ends within @room when @from stands at its top. */
static guint
find_last (PangoLayout *layout,
           guint        from,
           double       room)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint line = 0;
  guint last = from;
  double top = 0;

  do
    {
      int y0, y1;

      pango_layout_iter_get_line_yrange (iter, &y0, &y1);
      if (line == from)
        top = pango_units_to_double (y0);
      if (line >= from && pango_units_to_double (y1) - top > room)
        break;
      line++;
      last = MAX (last, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return last;
}

/**
 * lamp_paper_row_get_n_lines:
 * @self: a row
 *
 * Returns: how many lines the longest of its texts has
 */
guint
lamp_paper_row_get_n_lines (LampPaperRow *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_cells; i++)
    n = MAX (n, (guint) pango_layout_get_line_count (self->cells[i].layout));

  return n;
}

/**
 * lamp_paper_row_fit:
 * @self: a row
 * @from: (array): for each cell the line to begin with
 * @room: how high it may be, its padding included
 * @to: (out caller-allocates) (array): for each cell the line after the last that fits
 *
 * Returns: how many lines of the longest text are left over
 */
guint
lamp_paper_row_fit (LampPaperRow *self,
                    const guint  *from,
                    double        room,
                    guint        *to)
{
  guint left = 0;

  for (guint i = 0; i < self->n_cells; i++)
    {
      guint n = (guint) pango_layout_get_line_count (self->cells[i].layout);

      to[i] = from[i] < n ? find_last (self->cells[i].layout, from[i], room - 2 * self->padding) : n;
      left = MAX (left, n - to[i]);
    }

  return left;
}

/**
 * lamp_paper_row_get_height:
 * @self: a row
 * @from: (nullable) (array): for each cell the line to begin with, or %NULL for the first
 * @to: (nullable) (array): for each cell the line after the last, or %NULL for all
 *
 * Returns: how high it is, in points
 */
double
lamp_paper_row_get_height (LampPaperRow *self,
                           const guint  *from,
                           const guint  *to)
{
  double height = 0;

  for (guint i = 0; i < self->n_cells; i++)
    {
      guint first = from != NULL ? from[i] : 0;
      guint last = to != NULL ? to[i] : (guint) pango_layout_get_line_count (self->cells[i].layout);
      double top, bottom;

      if (last <= first)
        continue;
      measure (self->cells[i].layout, first, last, &top, &bottom);
      height = MAX (height, bottom - top);
    }

  return height + 2 * self->padding;
}
