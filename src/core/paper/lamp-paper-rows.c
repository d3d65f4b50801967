/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-paper-row.h"
#include "lamp-paper-table.h"
#include "lamp-paper-text.h"

#define NAMES_AT_MOST 0.28
#define NAME_GAP 12
#define BULLET_WIDTH 12

struct _LampPaperRows
{
  LampDocument *document;
  PangoContext *context;
  GPtrArray *rows;
  double width;
  double names; /* how wide the column of names of facts is; negative until measured */
  guint next;   /* the block that comes next */
  guint head;   /* the row that is the head of the table under way */
};

static void
row_free (gpointer data)
{
  LampPaperRow *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_object_unref (row->cells[i].layout);
  g_free (row->cells);
  g_free (row);
}

/**
 * lamp_paper_rows_new:
 * @document: a document
 * @setup: what it is written on
 *
 * Returns: (transfer full): no rows yet; they keep the document
 */
LampPaperRows *
lamp_paper_rows_new (LampDocument         *document,
                     const LampPaperSetup *setup)
{
  LampPaperRows *self = g_new0 (LampPaperRows, 1);

  self->document = g_ptr_array_ref (document);
  self->context = lamp_paper_context_new (setup->is_mirrored);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->width = setup->width - 2 * setup->margin;
  self->names = -1;

  return self;
}

/**
 * lamp_paper_rows_free:
 * @self: (transfer full): rows
 *
 * Frees them.
 */
void
lamp_paper_rows_free (LampPaperRows *self)
{
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->document);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * lamp_paper_rows_get_n:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
lamp_paper_rows_get_n (LampPaperRows *self)
{
  return self->rows->len;
}

/**
 * lamp_paper_rows_get:
 * @self: rows
 * @place: the place of a row
 *
 * Returns: (transfer none): the row
 */
LampPaperRow *
lamp_paper_rows_get (LampPaperRows *self,
                     guint          place)
{
  return self->rows->pdata[place];
}

/**
 * lamp_paper_rows_get_done:
 * @self: rows
 *
 * Returns: how far they are made, from 0 to 1
 */
double
lamp_paper_rows_get_done (LampPaperRows *self)
{
  return self->document->len > 0 ? (double) self->next / self->document->len : 1;
}

/**
 * lamp_paper_rows_new_note:
 * @self: rows
 * @text: a text
 *
 * Returns: (transfer full): the text as it stands at the head or foot of a page, on one line
 */
PangoLayout *
lamp_paper_rows_new_note (LampPaperRows *self,
                          const char    *text)
{
  g_autofree char *line = lamp_paper_dup_line (text);
  PangoLayout *layout = lamp_paper_layout_new (self->context, LAMP_PAPER_NOTE, line);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static LampPaperRow *
add_row (LampPaperRows   *self,
         const LampBlock *block,
         guint            n_cells)
{
  LampPaperRow *row = g_new0 (LampPaperRow, 1);

  row->block = block;
  row->cells = g_new0 (LampPaperCell, n_cells);
  row->n_cells = n_cells;
  row->head = self->rows->len;
  row->begins = row->ends = TRUE;
  g_ptr_array_add (self->rows, row);

  return row;
}

/* Puts a text into a row, @x from the side that the document begins on. */
static PangoLayout *
set_cell (LampPaperRows  *self,
          LampPaperRow   *row,
          guint           cell,
          LampPaperStyle  style,
          const char     *text,
          double          x,
          double          width)
{
  PangoLayout *layout = lamp_paper_layout_new (self->context, style, text);
  gboolean is_mirrored = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;

  pango_layout_set_width (layout, pango_units_from_double (width));
  row->cells[cell].layout = layout;
  row->cells[cell].x = is_mirrored ? self->width - x - width : x;

  return layout;
}

static void
add_heading (LampPaperRows   *self,
             const LampBlock *block)
{
  static const double before[] = { 0, 18, 11 };
  static const LampPaperStyle styles[] = { LAMP_PAPER_TITLE, LAMP_PAPER_SECTION, LAMP_PAPER_PART };
  guint level = (guint) CLAMP (block->level, 1, 3) - 1;
  gboolean is_over_picture = self->next == 0 && self->document->len > 1
                             && lamp_document_get (self->document, 1)->kind == LAMP_BLOCK_PICTURE;
  LampPaperRow *row;

  /* It stands on the picture's own page. */
  if (is_over_picture)
    return;
  row = add_row (self, block, 1);
  row->before = self->next > 0 && lamp_document_get (self->document, self->next - 1)->kind == LAMP_BLOCK_HEADING
                  ? 4 : before[level];
  row->padding = level == 0 ? 5 : 2;
  row->keep = TRUE;
  lamp_paper_layout_align (set_cell (self, row, 0, styles[level], block->cells[0], 0, self->width), FALSE);
}

/* An empty line begins another paragraph. A short one before a table says what is in it, and stays with it. */
static void
add_paragraphs (LampPaperRows   *self,
                const LampBlock *block)
{
  g_auto (GStrv) paragraphs = g_strsplit (block->cells[0], "\n\n", -1);
  gboolean is_before_table = self->next + 1 < self->document->len
                             && lamp_document_get (self->document, self->next + 1)->kind == LAMP_BLOCK_COLUMNS;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      {
        LampPaperRow *row = add_row (self, block, 1);

        row->before = 5;
        set_cell (self, row, 0, LAMP_PAPER_BODY, paragraphs[i], 0, self->width);
        row->keep = is_before_table && pango_layout_get_line_count (row->cells[0].layout) <= 3;
      }
}

/* The names of all facts stand in one column, so that what they are begins at one edge throughout. */
static void
measure_names (LampPaperRows *self)
{
  self->names = 0;
  for (guint i = 0; i < self->document->len; i++)
    {
      const LampBlock *block = lamp_document_get (self->document, i);
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      if (block->kind != LAMP_BLOCK_FACT)
        continue;
      layout = lamp_paper_layout_new (self->context, LAMP_PAPER_NAME, block->cells[0]);
      pango_layout_get_size (layout, &width, NULL);
      self->names = MAX (self->names, pango_units_to_double (width) + 1);
    }
  self->names = MIN (self->names, self->width * NAMES_AT_MOST);
}

static void
add_fact (LampPaperRows   *self,
          const LampBlock *block)
{
  LampPaperRow *row = add_row (self, block, 2);
  double x;

  if (self->names < 0)
    measure_names (self);
  x = self->names + NAME_GAP;
  row->begins = lamp_document_begins (self->document, self->next);
  row->ends = lamp_document_ends (self->document, self->next);
  row->before = row->begins ? 3 : 1.5;
  lamp_paper_layout_align (set_cell (self, row, 0, LAMP_PAPER_NAME, block->cells[0], 0, self->names), FALSE);
  lamp_paper_layout_align (set_cell (self, row, 1, LAMP_PAPER_BODY, block->cells[1], x, self->width - x), FALSE);
}

static void
add_point (LampPaperRows   *self,
           const LampBlock *block)
{
  LampPaperRow *row = add_row (self, block, 2);

  row->begins = lamp_document_begins (self->document, self->next);
  row->ends = lamp_document_ends (self->document, self->next);
  row->before = row->begins ? 4 : 2;
  lamp_paper_layout_align (set_cell (self, row, 0, LAMP_PAPER_BODY, "•", 2, BULLET_WIDTH), FALSE);
  lamp_paper_layout_align (set_cell (self, row, 1, LAMP_PAPER_BODY, block->cells[0], BULLET_WIDTH,
                                     self->width - BULLET_WIDTH), FALSE);
}

static void
add_table_row (LampPaperRows        *self,
               const LampBlock      *block,
               const LampPaperTable *table)
{
  LampPaperRow *row = add_row (self, block, table->n_columns);
  double x = 0;

  row->padding = 3.5;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *text = i < block->n_cells ? block->cells[i] : "";
      PangoLayout *layout = set_cell (self, row, i, block->kind == LAMP_BLOCK_COLUMNS ? LAMP_PAPER_HEAD : LAMP_PAPER_CELL,
                                      text, x, table->columns[i].width);

      lamp_paper_layout_align (layout, table->columns[i].is_number);
      x += table->columns[i].width + LAMP_PAPER_COLUMN_GAP;
    }
}

static gboolean
follows_table (LampPaperRows *self,
               guint          place)
{
  LampPaperRow *before = place > 0 ? self->rows->pdata[place - 1] : NULL;

  return before != NULL && (before->block->kind == LAMP_BLOCK_ROW || before->block->kind == LAMP_BLOCK_COLUMNS);
}

/* A table whole: how wide a column is depends on all its rows. The head stays with the first row, and the last but one
 * with the last: neither stands alone on a page. */
static void
add_table (LampPaperRows   *self,
           const LampBlock *head)
{
  g_autoptr (LampPaperTable) table = lamp_paper_table_new (self->document, self->next, self->context, self->width);
  guint first = self->rows->len;
  LampPaperRow *row;

  add_table_row (self, head, table);
  while (self->next + 1 < self->document->len && lamp_document_get (self->document, self->next + 1)->kind == LAMP_BLOCK_ROW)
    add_table_row (self, lamp_document_get (self->document, ++self->next), table);
  for (guint i = first; i < self->rows->len; i++)
    {
      row = self->rows->pdata[i];
      row->head = first;
      row->begins = i == first;
      row->ends = i + 1 == self->rows->len;
      row->keep = i + 1 < self->rows->len && (i == first || i + 2 == self->rows->len);
    }
  row = self->rows->pdata[first];
  row->before = follows_table (self, first) ? 18 : 6;
}

/* A picture is under its own title, or under that of the document when it is the first thing in it. */
static void
add_picture (LampPaperRows   *self,
             const LampBlock *block)
{
  gboolean is_first = self->next == 1;
  LampPaperRow *row = add_row (self, is_first ? lamp_document_get (self->document, 0) : block, 1);

  row->picture = block->picture;
  row->padding = is_first ? 5 : 2;
  lamp_paper_layout_align (set_cell (self, row, 0, is_first ? LAMP_PAPER_TITLE : LAMP_PAPER_SECTION,
                                     row->block->cells[0], 0, self->width), FALSE);
}

/**
 * lamp_paper_rows_step:
 * @self: rows
 *
 * Makes the rows of the next block.
 *
 * Returns: whether there was one
 */
gboolean
lamp_paper_rows_step (LampPaperRows *self)
{
  const LampBlock *block;

  if (self->next >= self->document->len)
    return FALSE;
  block = lamp_document_get (self->document, self->next);
  if (block->kind == LAMP_BLOCK_HEADING)
    add_heading (self, block);
  else if (block->kind == LAMP_BLOCK_PARAGRAPH)
    add_paragraphs (self, block);
  else if (block->kind == LAMP_BLOCK_FACT)
    add_fact (self, block);
  else if (block->kind == LAMP_BLOCK_POINT)
    add_point (self, block);
  else if (block->kind == LAMP_BLOCK_PICTURE)
    add_picture (self, block);
  else
    add_table (self, block);
  self->next++;

  return TRUE;
}
