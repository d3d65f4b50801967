/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-text.h"

#include <string.h>

/* What the desktop has, then whatever this machine has; Pango finds a font for each script by itself. */
#define FAMILY "Adwaita Sans,Cantarell,sans-serif"

/* Characters that an address is read to the end of; quotes, brackets and what is not ASCII end it. */
#define LINK_CHARACTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:/?#@!$&()*+,;=%"

static const struct
{
  double points;
  PangoWeight weight;
  double line;
} styles[] = {
  [LAMP_PAPER_TITLE] = { 20, PANGO_WEIGHT_BOLD, 1.15 },
  [LAMP_PAPER_SECTION] = { 13.5, PANGO_WEIGHT_BOLD, 1.15 },
  [LAMP_PAPER_PART] = { 11, PANGO_WEIGHT_BOLD, 1.2 },
  [LAMP_PAPER_BODY] = { 10, PANGO_WEIGHT_NORMAL, 1.25 },
  [LAMP_PAPER_NAME] = { 10, PANGO_WEIGHT_BOLD, 1.25 },
  [LAMP_PAPER_CELL] = { 9.5, PANGO_WEIGHT_NORMAL, 1.2 },
  [LAMP_PAPER_HEAD] = { 9.5, PANGO_WEIGHT_BOLD, 1.2 },
  [LAMP_PAPER_NODE] = { 9, PANGO_WEIGHT_BOLD, 1.05 },
  [LAMP_PAPER_NODE_NOTE] = { 8, PANGO_WEIGHT_NORMAL, 1.05 },
  [LAMP_PAPER_NOTE] = { 8.5, PANGO_WEIGHT_NORMAL, 1 },
};

/**
 * lamp_paper_context_new:
 * @is_mirrored: whether the language is written from right to left
 *
 * Returns: (transfer full): a context with a font map of its own, so that a thread can lay out while another draws;
 *   its measures are those of paper: a unit is a point, and nothing is rounded to a screen
 */
PangoContext *
lamp_paper_context_new (gboolean is_mirrored)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, is_mirrored ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);

  return context;
}

static void
mark_links (PangoLayout *layout,
            const char  *text)
{
  g_autoptr (GArray) links = lamp_paper_find_links (text);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (links->len == 0)
    return;
  attributes = pango_attr_list_new ();
  for (guint i = 0; i < links->len; i++)
    {
      const LampPaperLink *link = &g_array_index (links, LampPaperLink, i);
      PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      underline->start_index = link->start;
      underline->end_index = link->end;
      pango_attr_list_insert (attributes, underline);
    }
  pango_layout_set_attributes (layout, attributes);
}

/**
 * lamp_paper_layout_new:
 * @context: a context for paper
 * @style: how it looks
 * @text: the text, as a person wrote it: it is no markup
 *
 * Returns: (transfer full): its layout, as wide as it is
 */
PangoLayout *
lamp_paper_layout_new (PangoContext   *context,
                       LampPaperStyle  style,
                       const char     *text)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (FAMILY);

  pango_font_description_set_size (font, (int) (styles[style].points * PANGO_SCALE));
  pango_font_description_set_weight (font, styles[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_line_spacing (layout, (float) styles[style].line);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  if (style == LAMP_PAPER_BODY || style == LAMP_PAPER_CELL)
    mark_links (layout, text);

  return layout;
}

/* Whether a text is written from the side on which the lines of the document end. Latin letters and digits, most of
 * what there is, need not be laid out to know that. */
static gboolean
runs_against (PangoLayout *layout)
{
  PangoDirection page = pango_context_get_base_dir (pango_layout_get_context (layout));
  PangoLayoutLine *line;

  if (page == PANGO_DIRECTION_LTR && g_str_is_ascii (pango_layout_get_text (layout)))
    return FALSE;
  line = pango_layout_get_line_readonly (layout, 0);

  return line != NULL && pango_layout_line_get_resolved_direction (line) != page;
}

/**
 * lamp_paper_layout_align:
 * @layout: a layout
 * @at_end: at the end of its width instead of its start
 *
 * Aligns a text to the side that the document begins on, or to the other, whichever way the text itself is written.
 */
void
lamp_paper_layout_align (PangoLayout *layout,
                         gboolean     at_end)
{
  /* Pango's left is where a line begins. */
  pango_layout_set_alignment (layout, at_end != runs_against (layout) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
}

/* Whether another line follows, and not within a word. */
static gboolean
ends_in_space (PangoLayout     *layout,
               PangoLayoutLine *line)
{
  const char *text = pango_layout_get_text (layout);
  int end = pango_layout_line_get_start_index (line) + pango_layout_line_get_length (line);

  return text[end] == '\n' || (text[end] != '\0' && end > 0 && text[end - 1] == ' ');
}

static void
show_space (cairo_t      *cr,
            PangoLayout  *like)
{
  PangoLayout *space = pango_layout_new (pango_layout_get_context (like));

  pango_layout_set_font_description (space, pango_layout_get_font_description (like));
  pango_layout_set_text (space, "\302\240", -1);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (space, 0));
  g_object_unref (space);
}

/**
 * lamp_paper_show_line:
 * @cr: where to draw
 * @iter: at a line of a layout
 * @x: the left of the layout
 * @top: its top
 *
 * Draws a line, and a space after it where another line follows. Pango drops the space at which it breaks a line, and
 * a line break is nothing at all: who copies the text out of a PDF or has it read would find words run together.
 */
void
lamp_paper_show_line (cairo_t         *cr,
                      PangoLayoutIter *iter,
                      double           x,
                      double           top)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  double baseline = top + pango_units_to_double (pango_layout_iter_get_baseline (iter));
  gboolean runs_left = pango_layout_line_get_resolved_direction (line) == PANGO_DIRECTION_RTL;
  PangoRectangle box;

  pango_layout_iter_get_line_extents (iter, NULL, &box);
  cairo_move_to (cr, x + pango_units_to_double (box.x), baseline);
  pango_cairo_show_layout_line (cr, line);
  if (!ends_in_space (pango_layout_iter_get_layout (iter), line))
    return;
  cairo_move_to (cr, x + pango_units_to_double (box.x + (runs_left ? 0 : box.width)), baseline);
  show_space (cr, pango_layout_iter_get_layout (iter));
}

/**
 * lamp_paper_show_layout:
 * @cr: where to draw
 * @layout: a layout
 * @x: its left
 * @top: its top
 *
 * Draws all lines of a layout.
 */
void
lamp_paper_show_layout (cairo_t     *cr,
                        PangoLayout *layout,
                        double       x,
                        double       top)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    lamp_paper_show_line (cr, iter, x, top);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static gboolean
begins_link (const char *text,
             const char *at)
{
  if (at > text && g_ascii_isalnum (at[-1]))
    return FALSE;

  return g_str_has_prefix (at, "https://") || g_str_has_prefix (at, "http://") || g_str_has_prefix (at, "mailto:");
}

/* A full stop after an address ends the sentence, not the address. */
static const char *
find_link_end (const char *at)
{
  const char *end = at + strspn (at, LINK_CHARACTERS);

  while (end > at && strchr (".,;:!?)(", end[-1]) != NULL)
    end--;

  return end;
}

/**
 * lamp_paper_find_links:
 * @text: a text
 *
 * Returns: (transfer full) (element-type LampPaperLink): the addresses in it, in order
 */
GArray *
lamp_paper_find_links (const char *text)
{
  GArray *links = g_array_new (FALSE, FALSE, sizeof (LampPaperLink));

  for (const char *at = strchr (text, ':'); at != NULL; at = strchr (at, ':'))
    {
      const char *start = at;
      const char *end;

      while (start > text && g_ascii_isalpha (start[-1]))
        start--;
      end = find_link_end (start);
      if (begins_link (text, start) && end > at + strspn (at, ":/"))
        {
          LampPaperLink link = { (guint) (start - text), (guint) (end - text) };

          g_array_append_val (links, link);
        }
      at = MAX (at + 1, end);
    }

  return links;
}

/**
 * lamp_paper_dup_line:
 * @text: a text
 *
 * Returns: (transfer full): the text on one line, for where there is only one
 */
char *
lamp_paper_dup_line (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t\v\f", ' '));
}
