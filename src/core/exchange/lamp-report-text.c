/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-report-document.h"

/* Plain text for a letter or a terminal: columns line up where each character has its own width. */

static int
width_of (const char *text)
{
  int width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      width += g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static void
append_times (GString    *out,
              const char *text,
              int         times)
{
  for (int i = 0; i < times; i++)
    g_string_append (out, text);
}

/* Lines, each but the first behind @indent. */
static void
append_lines (GString    *out,
              const char *text,
              const char *indent)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, *g_strchomp (lines[i]) != '\0' ? indent : "");
      g_string_append (out, g_strchomp (lines[i]));
      g_string_append_c (out, '\n');
    }
}

static char *
dup_cell (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\t", ' ');
}

static void
append_heading (GString         *out,
                const LampBlock *block)
{
  g_autofree char *text = dup_cell (block->cells[0]);

  g_string_append_printf (out, "%s\n", text);
  if (block->level < 3)
    {
      append_times (out, block->level == 1 ? "=" : "-", width_of (text));
      g_string_append_c (out, '\n');
    }
}

/* How wide each column of the table is that begins at @index. */
static int *
measure_columns (LampDocument *self,
                 guint         index)
{
  guint n_columns = lamp_document_get (self, index)->n_cells;
  int *widths = g_new0 (int, n_columns + 1);

  for (gboolean more = TRUE; more; index++)
    {
      const LampBlock *block = lamp_document_get (self, index);

      for (guint i = 0; i < MIN (n_columns, block->n_cells); i++)
        widths[i] = MAX (widths[i], width_of (block->cells[i]));
      more = !lamp_document_ends (self, index);
    }

  return widths;
}

static void
append_cells (GString         *out,
              const LampBlock *block,
              const int       *widths)
{
  for (guint i = 0; i < block->n_cells; i++)
    {
      g_autofree char *cell = dup_cell (block->cells[i]);

      g_string_append (out, cell);
      if (i + 1 < block->n_cells)
        append_times (out, " ", widths[i] - width_of (cell) + 2);
    }
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
append_columns (GString         *out,
                const LampBlock *block,
                const int       *widths)
{
  append_cells (out, block, widths);
  for (guint i = 0; i < block->n_cells; i++)
    {
      append_times (out, "-", widths[i]);
      g_string_append (out, i + 1 < block->n_cells ? "  " : "\n");
    }
}

static void
append_block (GString         *out,
              const LampBlock *block,
              const int       *widths)
{
  switch (block->kind)
    {
    case LAMP_BLOCK_HEADING:
      append_heading (out, block);
      break;
    case LAMP_BLOCK_PARAGRAPH:
      append_lines (out, block->cells[0], "");
      break;
    case LAMP_BLOCK_FACT:
      g_string_append_printf (out, "%s: ", block->cells[0]);
      append_lines (out, block->cells[1], "  ");
      break;
    case LAMP_BLOCK_POINT:
      g_string_append (out, "- ");
      append_lines (out, block->cells[0], "  ");
      break;
    case LAMP_BLOCK_COLUMNS:
      append_columns (out, block, widths);
      break;
    case LAMP_BLOCK_ROW:
      append_cells (out, block, widths);
      break;
    case LAMP_BLOCK_PICTURE:
      append_heading (out, block);
      g_string_append_printf (out, "\n%s\n", block->cells[1]);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * lamp_document_to_text:
 * @self: a document
 *
 * Returns: (transfer full): the document as plain text
 */
char *
lamp_document_to_text (LampDocument *self)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree int *widths = NULL;

  for (guint i = 0; i < self->len; i++)
    {
      const LampBlock *block = lamp_document_get (self, i);

      if (i > 0 && lamp_document_begins (self, i))
        g_string_append_c (out, '\n');
      if (block->kind == LAMP_BLOCK_COLUMNS)
        {
          g_free (widths);
          widths = measure_columns (self, i);
        }
      append_block (out, block, widths);
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}
