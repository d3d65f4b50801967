/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-report-document.h"

#include <string.h>

/* CommonMark with the tables that all the forges read. What a person wrote is shown as they wrote it: whatever
 * Markdown would take for its own is escaped. */

/* Whether Markdown would see more than a character in what stands at @at; some only at the beginning of a line. */
static gboolean
is_marker (const char *line,
           const char *at,
           gboolean    begins_line)
{
  if (strchr ("\\`*_{}[]<>#|~&", *at) != NULL)
    return TRUE;
  if (!begins_line)
    return FALSE;
  if (at == line && strchr ("+-=", *at) != NULL)
    return TRUE;

  return (*at == '.' || *at == ')') && at > line && strspn (line, "0123456789") == (gsize) (at - line);
}

static void
append_line (GString    *out,
             const char *text,
             gboolean    begins_line)
{
  const char *line = text + strspn (text, " \t");

  for (const char *at = line; *at != '\0'; at++)
    {
      if (is_marker (line, at, begins_line))
        g_string_append_c (out, '\\');
      g_string_append_c (out, *at);
    }
}

/* Lines with @between each two of them. */
static void
append_lines (GString    *out,
              const char *text,
              gboolean    begins_line,
              const char *between)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, between);
      append_line (out, g_strchomp (lines[i]), begins_line || (i > 0 && strchr (between, '\n') != NULL));
    }
}

/* A line break within a paragraph is two spaces; an empty line stays one. */
static void
append_paragraphs (GString    *out,
                   const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
  gboolean is_first = TRUE;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      {
        g_string_append (out, is_first ? "" : "\n");
        append_lines (out, paragraphs[i], TRUE, "  \n");
        g_string_append_c (out, '\n');
        is_first = FALSE;
      }
}

static void
append_cells (GString         *out,
              const LampBlock *block)
{
  g_string_append_c (out, '|');
  for (guint i = 0; i < block->n_cells; i++)
    {
      g_string_append_c (out, ' ');
      append_lines (out, block->cells[i], FALSE, " ");
      g_string_append (out, " |");
    }
  g_string_append_c (out, '\n');
}

static void
append_columns (GString         *out,
                const LampBlock *block)
{
  append_cells (out, block);
  g_string_append_c (out, '|');
  for (guint i = 0; i < block->n_cells; i++)
    g_string_append (out, " --- |");
  g_string_append_c (out, '\n');
}

/* A picture's words as they stand: four spaces in front, and nothing in them is a mark. */
static void
append_picture (GString         *out,
                const LampBlock *block)
{
  g_auto (GStrv) lines = g_strsplit (block->cells[1], "\n", -1);

  g_string_append (out, "## ");
  append_lines (out, block->cells[0], FALSE, " ");
  g_string_append (out, "\n\n");
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (out, "    %s\n", lines[i]);
}

static void
append_block (GString         *out,
              const LampBlock *block)
{
  switch (block->kind)
    {
    case LAMP_BLOCK_HEADING:
      g_string_append (out, "####" + 4 - block->level);
      g_string_append_c (out, ' ');
      append_lines (out, block->cells[0], FALSE, " ");
      g_string_append_c (out, '\n');
      break;
    case LAMP_BLOCK_PARAGRAPH:
      append_paragraphs (out, block->cells[0]);
      break;
    case LAMP_BLOCK_FACT:
      g_string_append (out, "- **");
      append_line (out, block->cells[0], FALSE);
      g_string_append (out, ":** ");
      append_lines (out, block->cells[1], FALSE, "  \n  ");
      g_string_append_c (out, '\n');
      break;
    case LAMP_BLOCK_POINT:
      g_string_append (out, "- ");
      append_lines (out, block->cells[0], TRUE, "  \n  ");
      g_string_append_c (out, '\n');
      break;
    case LAMP_BLOCK_COLUMNS:
      append_columns (out, block);
      break;
    case LAMP_BLOCK_ROW:
      append_cells (out, block);
      break;
    case LAMP_BLOCK_PICTURE:
      append_picture (out, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

/**
 * lamp_document_to_markdown:
 * @self: a document
 *
 * Returns: (transfer full): the document as Markdown
 */
char *
lamp_document_to_markdown (LampDocument *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < self->len; i++)
    {
      if (i > 0 && lamp_document_begins (self, i))
        g_string_append_c (out, '\n');
      append_block (out, lamp_document_get (self, i));
    }

  return g_string_free_and_steal (g_steal_pointer (&out));
}
