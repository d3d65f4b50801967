/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-table.h"

#include <string.h>

#include "lamp-paper-text.h"

/* The rows by which a column is judged: more would say the same and take longer. */
#define ROWS_JUDGED 200

static double
get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return pango_units_to_double (width) + 0.5;
}

/* "12:30", "+3", "− 0:15", "75 %". */
static gboolean
is_number (const char *text)
{
  gboolean has_digit = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c))
        has_digit = TRUE;
      else if (!g_unichar_isspace (c) && c != 0x2212 && (c > 127 || strchr (":.,+-%/", (int) c) == NULL))
        return FALSE;
    }

  return has_digit;
}

static void
judge_cell (LampPaperColumn *column,
            PangoContext    *context,
            LampPaperStyle   style,
            const char      *text)
{
  g_autoptr (PangoLayout) layout = lamp_paper_layout_new (context, style, text);

  column->most = MAX (column->most, get_width (layout));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  column->least = MAX (column->least, get_width (layout));
}

static void
judge_row (LampPaperTable  *self,
           PangoContext    *context,
           const LampBlock *block)
{
  gboolean is_head = block->kind == LAMP_BLOCK_COLUMNS;

  for (guint i = 0; i < self->n_columns && i < block->n_cells; i++)
    {
      judge_cell (&self->columns[i], context, is_head ? LAMP_PAPER_HEAD : LAMP_PAPER_CELL, block->cells[i]);
      if (is_head || *block->cells[i] == '\0')
        continue;
      self->columns[i].has_number |= is_number (block->cells[i]);
      self->columns[i].has_words |= !is_number (block->cells[i]);
    }
}

/* Each column as wide as its texts want when all of them fit; else its longest word, and of what is left by how much
 * more it wants. */
static void
divide (LampPaperTable *self,
        double          width)
{
  double least = 0;
  double most = 0;
  guint widest = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      LampPaperColumn *column = &self->columns[i];

      column->least = MIN (column->least, width * 0.4);
      column->most = MAX (column->most, column->least);
      least += column->least;
      most += column->most;
      widest = column->most > self->columns[widest].most ? i : widest;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      LampPaperColumn *column = &self->columns[i];

      if (most <= width)
        column->width = column->most + (i == widest ? width - most : 0);
      else if (least <= width)
        column->width = column->least + (width - least) * (column->most - column->least) / (most - least);
      else
        column->width = width * column->least / least;
    }
}

/**
 * lamp_paper_table_new:
 * @document: a document
 * @head: the block in it that begins the table
 * @context: a context for paper
 * @width: how wide the table is to be
 *
 * Returns: (transfer full): how the table is divided
 */
LampPaperTable *
lamp_paper_table_new (LampDocument *document,
                      guint         head,
                      PangoContext *context,
                      double        width)
{
  LampPaperTable *self = g_new0 (LampPaperTable, 1);
  const LampBlock *block = lamp_document_get (document, head);

  self->n_columns = block->n_cells;
  self->columns = g_new0 (LampPaperColumn, self->n_columns);
  judge_row (self, context, block);
  for (guint i = head + 1; i < document->len && i <= head + ROWS_JUDGED; i++)
    {
      block = lamp_document_get (document, i);
      if (block->kind != LAMP_BLOCK_ROW)
        break;
      judge_row (self, context, block);
    }
  for (guint i = 1; i < self->n_columns; i++)
    self->columns[i].is_number = self->columns[i].has_number && !self->columns[i].has_words;
  divide (self, width - LAMP_PAPER_COLUMN_GAP * (double) (self->n_columns - 1));

  return self;
}

/**
 * lamp_paper_table_free:
 * @self: (transfer full): a table
 *
 * Frees it.
 */
void
lamp_paper_table_free (LampPaperTable *self)
{
  g_free (self->columns);
  g_free (self);
}
