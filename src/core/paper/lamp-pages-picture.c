/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "lamp-pages-private.h"
#include "lamp-paper-text.h"

/* A picture has a page of its own, upright or lying, whichever shows it larger; or several, as a poster. */

#define MARGIN 34
#define FOOT 14

/* A small picture is not blown up to fill a page; a poster may be. */
#define LARGEST 1.25
#define LARGEST_POSTER 4.0

typedef struct
{
  double width;       /* of a page */
  double height;
  double tile_width;  /* of the part of it that shows the picture */
  double tile_height;
  double scale;
  guint n_columns;
  guint n_rows;
} Plan;

static guint
count_tiles (double size,
             double tile)
{
  return size <= tile ? 1 : 1 + (guint) ceil ((size - tile) / (tile - LAMP_POSTER_OVERLAP) - 0.001);
}

static double
sum_tiles (double tile,
           guint  n)
{
  return n * tile - (n - 1) * LAMP_POSTER_OVERLAP;
}

/* How high the title is on a page as wide as that. */
static double
fit_title (LampPaperRow *row,
           double        width)
{
  pango_layout_set_width (row->cells[0].layout, pango_units_from_double (width));
  row->cells[0].x = 0;

  return lamp_paper_row_get_height (row, NULL, NULL);
}

static Plan
make_plan (LampPaperRow *row,
           double        width,
           double        height,
           guint         n_columns,
           guint         n_rows)
{
  gboolean is_poster = n_columns * n_rows > 1;
  Plan plan = { width, height, width - 2 * MARGIN, height - 2 * MARGIN - FOOT };

  if (!is_poster)
    plan.tile_height -= fit_title (row, plan.tile_width) + 6;
  plan.scale = MIN (sum_tiles (plan.tile_width, n_columns) / row->picture->width,
                    sum_tiles (plan.tile_height, n_rows) / row->picture->height);
  plan.scale = MIN (plan.scale, is_poster ? LARGEST_POSTER : LARGEST);
  plan.n_columns = MIN (n_columns, count_tiles (row->picture->width * plan.scale, plan.tile_width));
  plan.n_rows = MIN (n_rows, count_tiles (row->picture->height * plan.scale, plan.tile_height));

  return plan;
}

static void
try_plan (Plan         *best,
          LampPages    *self,
          LampPaperRow *row,
          guint         n_columns,
          guint         n_rows)
{
  double narrow = MIN (self->setup.width, self->setup.height);
  double wide = MAX (self->setup.width, self->setup.height);
  Plan upright = make_plan (row, narrow, wide, n_columns, n_rows);
  Plan lying = make_plan (row, wide, narrow, n_columns, n_rows);

  if (upright.scale > best->scale)
    *best = upright;
  if (lying.scale >= best->scale)
    *best = lying;
}

/* Upright or lying, and of the ways to put so many pages together the one that shows the picture largest. */
static Plan
choose_plan (LampPages    *self,
             LampPaperRow *row)
{
  Plan best = { 0 };

  if (self->setup.poster_pages == 0)
    try_plan (&best, self, row, MAX (1, self->setup.poster_columns), MAX (1, self->setup.poster_rows));
  for (guint n_columns = 1; n_columns <= self->setup.poster_pages; n_columns++)
    try_plan (&best, self, row, n_columns, self->setup.poster_pages / n_columns);

  return best;
}

static void
begin_page (LampPages  *self,
            const Plan *plan)
{
  LampPage page = { self->pieces->len, plan->width, plan->height, MARGIN };

  /* A page on which nothing stands is not needed. */
  if (lamp_pages_get_page (self, self->pages->len - 1)->first == self->pieces->len)
    g_array_set_size (self->pages, self->pages->len - 1);
  g_array_append_val (self->pages, page);
  self->y = MARGIN;
}

static void
add_tile (LampPages    *self,
          LampPaperRow *row,
          const Plan   *plan,
          guint         column,
          guint         line)
{
  LampPiece *piece;
  LampTile *tile = g_new0 (LampTile, 1);
  gboolean is_poster = plan->n_columns * plan->n_rows > 1;
  double step_x = plan->tile_width - LAMP_POSTER_OVERLAP;
  double step_y = plan->tile_height - LAMP_POSTER_OVERLAP;

  begin_page (self, plan);
  piece = lamp_pages_add_piece (self, row);
  piece->is_first = piece->is_last = TRUE;
  piece->tile = tile;
  tile->column = self->setup.is_mirrored ? plan->n_columns - 1 - column : column;
  tile->row = line;
  tile->n_columns = plan->n_columns;
  tile->n_rows = plan->n_rows;
  tile->scale = plan->scale;
  tile->x = tile->column * step_x / plan->scale;
  tile->y = line * step_y / plan->scale;
  tile->area = (cairo_rectangle_t) { MARGIN, MARGIN, plan->tile_width, plan->tile_height };
  if (is_poster)
    return;
  piece->to[0] = (guint) pango_layout_get_line_count (row->cells[0].layout);
  piece->height = lamp_paper_row_get_height (row, NULL, NULL);
  tile->area.y += piece->height + 6;
  tile->area.x += MAX (0, (plan->tile_width - row->picture->width * plan->scale) / 2);
}

/**
 * lamp_pages_place_picture:
 * @self: pages
 * @row: a row with a picture
 *
 * Places the picture on a page of its own or, as a poster, on several; what follows begins another page.
 */
void
lamp_pages_place_picture (LampPages    *self,
                          LampPaperRow *row)
{
  Plan plan = choose_plan (self, row);

  fit_title (row, plan.tile_width);
  for (guint line = 0; line < plan.n_rows; line++)
    for (guint column = 0; column < plan.n_columns; column++)
      add_tile (self, row, &plan, column, line);
  self->y = self->setup.height;
  self->is_fresh = FALSE;
}

/**
 * lamp_tile_draw:
 * @self: a tile
 * @picture: its picture
 * @cr: where to draw
 *
 * Draws what of the picture is on the page.
 */
void
lamp_tile_draw (const LampTile *self,
                LampPicture    *picture,
                cairo_t        *cr)
{
  cairo_save (cr);
  cairo_rectangle (cr, self->area.x, self->area.y, self->area.width, self->area.height);
  cairo_clip (cr);
  cairo_translate (cr, self->area.x, self->area.y);
  cairo_scale (cr, self->scale, self->scale);
  cairo_translate (cr, -self->x, -self->y);
  picture->draw (picture->data, cr);
  cairo_restore (cr);
}

/* Where the page beside or below is laid over this one. */
static void
draw_overlap (const LampTile *self,
              cairo_t        *cr)
{
  static const double dash[] = { 4, 3 };
  double right = self->area.x + self->area.width - LAMP_POSTER_OVERLAP;
  double bottom = self->area.y + self->area.height - LAMP_POSTER_OVERLAP;

  cairo_set_source_rgb (cr, 0.55, 0.55, 0.55);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dash, 2, 0);
  if (self->column + 1 < self->n_columns)
    {
      cairo_move_to (cr, right, self->area.y);
      cairo_line_to (cr, right, self->area.y + self->area.height);
    }
  if (self->row + 1 < self->n_rows)
    {
      cairo_move_to (cr, self->area.x, bottom);
      cairo_line_to (cr, self->area.x + self->area.width, bottom);
    }
  cairo_stroke (cr);
}

/* A small map of the poster in the foot, with this page in it. */
static void
draw_map (const LampTile *self,
          const LampPage *page,
          cairo_t        *cr)
{
  const double cell_width = 9;
  const double cell_height = 7;
  double left = (page->width - self->n_columns * cell_width) / 2;
  double top = page->height - 24 - self->n_rows * cell_height / 2;

  cairo_set_line_width (cr, 0.5);
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        cairo_rectangle (cr, left + column * cell_width, top + row * cell_height, cell_width - 1.5, cell_height - 1.5);
        cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
        if (row == self->row && column == self->column)
          cairo_fill_preserve (cr);
        cairo_stroke (cr);
      }
}

/**
 * lamp_tile_draw_marks:
 * @self: a tile
 * @page: its page
 * @cr: where to draw
 *
 * Draws by what the pages of a poster are put together: the edge that the next page is laid on, and a map of them.
 */
void
lamp_tile_draw_marks (const LampTile *self,
                      const LampPage *page,
                      cairo_t        *cr)
{
  if (self->n_columns * self->n_rows == 1)
    return;
  cairo_save (cr);
  draw_overlap (self, cr);
  cairo_set_dash (cr, NULL, 0, 0);
  draw_map (self, page, cr);
  cairo_restore (cr);
}
