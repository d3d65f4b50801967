/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-report-document.h"

#include <glib/gi18n-lib.h>

/* HTML that stands on its own: one file, no script, nothing fetched. Headings are tagged in order, tables have their
 * column headers, and it prints as it is read. */

static const char style[] = ":root { color-scheme: light dark; }\n"
                            "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto;"
                            " padding: 0 1rem; }\n"
                            "h2 { margin-top: 2rem; }\n"
                            "dt { font-weight: bold; }\n"
                            "dd { margin: 0 0 0.5rem; }\n"
                            "table { border-collapse: collapse; width: 100%; }\n"
                            "th, td { border: 1px solid; padding: 0.25rem 0.5rem; text-align: start;"
                            " vertical-align: top; }\n"
                            "figure { margin: 1rem 0; }\n"
                            "figure svg { max-width: 100%; height: auto; background: white; }\n"
                            "@media print { body { margin: 0; max-width: none; } h2, h3 { break-after: avoid; }"
                            " tr, dd { break-inside: avoid; } }\n";

static void
append_text (GString    *out,
             const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

/* Text whose line breaks count. */
static void
append_lines (GString    *out,
              const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (out, "<br>\n");
      append_text (out, lines[i]);
    }
}

static void
append_element (GString    *out,
                const char *name,
                const char *attributes,
                const char *text)
{
  g_string_append_printf (out, "<%s%s>", name, attributes);
  append_lines (out, text);
  g_string_append_printf (out, "</%s>\n", name);
}

static void
append_paragraphs (GString    *out,
                   const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (guint i = 0; paragraphs[i] != NULL; i++)
    if (*g_strstrip (paragraphs[i]) != '\0')
      append_element (out, "p", "", paragraphs[i]);
}

static void
append_row (GString         *out,
            const LampBlock *block,
            const char      *name,
            const char      *attributes)
{
  g_string_append (out, "<tr>\n");
  for (guint i = 0; i < block->n_cells; i++)
    append_element (out, name, attributes, block->cells[i]);
  g_string_append (out, "</tr>\n");
}

/* The drawing for who sees it, its words for who does not and for who searches. */
static void
append_picture (GString         *out,
                const LampBlock *block)
{
  append_element (out, "h2", "", block->cells[0]);
  g_string_append (out, "<figure>\n");
  if (block->picture->svg != NULL)
    g_string_append_printf (out, "<div aria-hidden=\"true\">\n%s\n</div>\n", block->picture->svg);
  g_string_append (out, "<figcaption><details>\n");
  append_element (out, "summary", "", _("In words"));
  g_string_append (out, "<pre>");
  append_text (out, block->cells[1]);
  g_string_append (out, "</pre>\n</details></figcaption>\n</figure>\n");
}

static void
append_block (GString         *out,
              const LampBlock *block)
{
  static const char * const headings[] = { "h1", "h2", "h3" };

  switch (block->kind)
    {
    case LAMP_BLOCK_HEADING:
      append_element (out, headings[CLAMP (block->level, 1, 3) - 1], "", block->cells[0]);
      break;
    case LAMP_BLOCK_PARAGRAPH:
      append_paragraphs (out, block->cells[0]);
      break;
    case LAMP_BLOCK_FACT:
      append_element (out, "dt", "", block->cells[0]);
      append_element (out, "dd", "", block->cells[1]);
      break;
    case LAMP_BLOCK_POINT:
      append_element (out, "li", "", block->cells[0]);
      break;
    case LAMP_BLOCK_COLUMNS:
      g_string_append (out, "<thead>\n");
      append_row (out, block, "th", " scope=\"col\"");
      g_string_append (out, "</thead>\n<tbody>\n");
      break;
    case LAMP_BLOCK_ROW:
      append_row (out, block, "td", "");
      break;
    case LAMP_BLOCK_PICTURE:
      append_picture (out, block);
      break;
    default:
      g_assert_not_reached ();
    }
}

static const char *
opening (LampBlockKind kind)
{
  if (kind == LAMP_BLOCK_FACT)
    return "<dl>\n";
  if (kind == LAMP_BLOCK_POINT)
    return "<ul>\n";

  return kind == LAMP_BLOCK_COLUMNS ? "<table>\n" : "";
}

static const char *
closing (LampBlockKind kind)
{
  if (kind == LAMP_BLOCK_FACT)
    return "</dl>\n";
  if (kind == LAMP_BLOCK_POINT)
    return "</ul>\n";

  return kind == LAMP_BLOCK_COLUMNS || kind == LAMP_BLOCK_ROW ? "</tbody>\n</table>\n" : "";
}

static void
append_head (GString    *out,
             const char *title)
{
  g_string_append_printf (out, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
                          /* Translators: the tag of the language that this is translated into, such as es or pt-BR */
                          C_("language tag", "en"),
                          /* Translators: ltr, or rtl where the language is written from right to left */
                          C_("text direction", "ltr"));
  g_string_append (out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  append_element (out, "title", "", title);
  g_string_append_printf (out, "<style>\n%s</style>\n</head>\n<body>\n<main>\n", style);
}

/**
 * lamp_document_to_html:
 * @self: a document
 *
 * Returns: (transfer full): the document as a page of HTML
 */
char *
lamp_document_to_html (LampDocument *self)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, lamp_document_get (self, 0)->cells[0]);
  for (guint i = 0; i < self->len; i++)
    {
      const LampBlock *block = lamp_document_get (self, i);

      if (lamp_document_begins (self, i))
        g_string_append (out, opening (block->kind));
      append_block (out, block);
      if (lamp_document_ends (self, i))
        g_string_append (out, closing (block->kind));
    }
  g_string_append (out, "</main>\n</body>\n</html>\n");

  return g_string_free_and_steal (g_steal_pointer (&out));
}
