/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-error.h"
#include "lamp-pages-private.h"
#include "lamp-paper-text.h"

/* A PDF that says what it is made of: each text stands in the document's tree of headings, paragraphs, lists and
 * tables, and what repeats on each page is marked as not belonging to it, so that a screen reader reads the document
 * and not the pages. */

/* How long "2026-11-22T10:00:00" is. */
#define SECONDS 19

typedef struct
{
  LampPages *pages;
  cairo_surface_t *surface;
  cairo_t *cr;
  int outline[4]; /* the last entry of each level */
} Writer;

static const char *
get_heading_tag (const LampBlock *block)
{
  static const char * const tags[] = { "H1", "H2", "H3" };

  return tags[CLAMP (block->level, 1, 3) - 1];
}

static void
begin (Writer     *self,
       const char *tag)
{
  cairo_tag_begin (self->cr, tag, NULL);
}

static void
end (Writer     *self,
     const char *tag)
{
  cairo_tag_end (self->cr, tag);
}

/* The entry of a heading in the list of contents that a reader shows beside the pages. */
static void
add_to_outline (Writer          *self,
                const LampPiece *piece)
{
  int level = CLAMP (piece->row->block->level, 1, 3);
  g_autofree char *text = lamp_paper_dup_line (piece->row->block->cells[0]);
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", piece->page + 1, (int) lamp_pages_get_page (self->pages, piece->page)->margin,
                                            (int) piece->y);

  self->outline[level] = cairo_pdf_surface_add_outline (self->surface, self->outline[level - 1], text, place,
                                                        CAIRO_PDF_OUTLINE_FLAG_OPEN);
  for (int i = level + 1; i < 4; i++)
    self->outline[i] = self->outline[level];
}

static void
write_links (Writer          *self,
             const LampPiece *piece,
             guint            cell)
{
  const char *text = pango_layout_get_text (piece->row->cells[cell].layout);
  g_autoptr (GArray) areas = lamp_piece_get_links (piece, cell, self->pages);

  for (guint i = 0; i < areas->len; i++)
    {
      const LampLinkArea *area = &g_array_index (areas, LampLinkArea, i);
      g_autofree char *uri = g_strndup (text + area->start, area->end - area->start);
      g_autofree char *attributes = g_strdup_printf ("uri='%s' rect=[%d %d %d %d]", uri, (int) area->box.x,
                                                     (int) area->box.y, (int) area->box.width + 1,
                                                     (int) area->box.height + 1);

      cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes);
      cairo_tag_end (self->cr, CAIRO_TAG_LINK);
    }
}

static void
write_cell (Writer          *self,
            const LampPiece *piece,
            guint            cell)
{
  lamp_piece_draw_cell (piece, cell, self->pages, self->cr);
  write_links (self, piece, cell);
}

/* A text that may go on on the next page: its element stays open until it ends. */
static void
write_text (Writer          *self,
            const LampPiece *piece,
            const char      *tag)
{
  if (piece->is_first)
    begin (self, tag);
  write_cell (self, piece, 0);
  if (piece->is_last)
    end (self, tag);
}

static void
write_list_entry (Writer          *self,
                  const LampPiece *piece)
{
  if (piece->is_first)
    {
      if (piece->row->begins)
        begin (self, "L");
      begin (self, "LI");
      begin (self, "Lbl");
      write_cell (self, piece, 0);
      end (self, "Lbl");
      begin (self, "LBody");
    }
  write_cell (self, piece, 1);
  if (!piece->is_last)
    return;
  end (self, "LBody");
  end (self, "LI");
  if (piece->row->ends)
    end (self, "L");
}

/* A row that is longer than a page goes on as a row of its own. */
static void
write_table_row (Writer          *self,
                 const LampPiece *piece)
{
  const char *tag = piece->row->block->kind == LAMP_BLOCK_COLUMNS ? "TH" : "TD";

  if (piece->row->begins && piece->is_first)
    begin (self, "Table");
  begin (self, "TR");
  for (guint i = 0; i < piece->row->n_cells; i++)
    {
      begin (self, tag);
      write_cell (self, piece, i);
      end (self, tag);
    }
  end (self, "TR");
  if (piece->row->ends && piece->is_last)
    end (self, "Table");
}

static void
write_repeated (Writer          *self,
                const LampPiece *piece)
{
  begin (self, "Artifact");
  for (guint i = 0; i < piece->row->n_cells; i++)
    lamp_piece_draw_cell (piece, i, self->pages, self->cr);
  end (self, "Artifact");
}

static void
write_picture (Writer          *self,
               const LampPiece *piece)
{
  begin (self, "Artifact");
  lamp_tile_draw_marks (piece->tile, lamp_pages_get_page (self->pages, piece->page), self->cr);
  end (self, "Artifact");
  if (piece->to[0] > piece->from[0])
    {
      add_to_outline (self, piece);
      begin (self, get_heading_tag (piece->row->block));
      write_cell (self, piece, 0);
      end (self, get_heading_tag (piece->row->block));
    }
  begin (self, "Figure");
  lamp_tile_draw (piece->tile, piece->row->picture, self->cr);
  end (self, "Figure");
}

static void
write_piece (Writer          *self,
             const LampPiece *piece)
{
  begin (self, "Artifact");
  lamp_piece_draw_rule (piece, self->pages, self->cr);
  end (self, "Artifact");
  if (piece->tile != NULL)
    write_picture (self, piece);
  else if (piece->is_repeated)
    write_repeated (self, piece);
  else if (piece->row->block->kind == LAMP_BLOCK_HEADING)
    {
      if (piece->is_first)
        add_to_outline (self, piece);
      write_text (self, piece, get_heading_tag (piece->row->block));
    }
  else if (piece->row->block->kind == LAMP_BLOCK_PARAGRAPH)
    write_text (self, piece, "P");
  else if (piece->row->block->kind == LAMP_BLOCK_FACT || piece->row->block->kind == LAMP_BLOCK_POINT)
    write_list_entry (self, piece);
  else
    write_table_row (self, piece);
}

static void
write_margins (Writer *self,
               guint   page)
{
  begin (self, "Artifact");
  lamp_pages_draw_margins (self->pages, page, self->cr);
  end (self, "Artifact");
}

static gboolean
write_pages (Writer        *self,
             GCancellable  *cancellable,
             GError       **error)
{
  guint page = 0;

  begin (self, "Document");
  write_margins (self, 0);
  for (guint i = 0; i < self->pages->pieces->len; i++)
    {
      const LampPiece *piece = self->pages->pieces->pdata[i];

      while (page < piece->page)
        {
          const LampPage *next = lamp_pages_get_page (self->pages, page + 1);

          cairo_show_page (self->cr);
          cairo_pdf_surface_set_size (self->surface, next->width, next->height);
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          write_margins (self, ++page);
        }
      write_piece (self, piece);
    }
  end (self, "Document");
  cairo_show_page (self->cr);

  return TRUE;
}

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (Writer              *self,
              const LampPagesInfo *info)
{
  g_autofree char *title = lamp_paper_dup_line (self->pages->title);

  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATOR, "Lamplighter");
  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  if (info->made_at != NULL && strlen (info->made_at) >= SECONDS)
    {
      /* Cairo knows no milliseconds. */
      g_autofree char *made_at = g_strdup_printf ("%.*sZ", SECONDS, info->made_at);

      cairo_pdf_surface_set_metadata (self->surface, CAIRO_PDF_METADATA_CREATE_DATE, made_at);
    }
}

/* Cairo keeps the first thing that went wrong until it is asked. */
static gboolean
finish (Writer  *self,
        GError **error)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO, _("The pages cannot be written as PDF: %s."),
               cairo_status_to_string (status));

  return FALSE;
}

/**
 * lamp_pages_to_pdf:
 * @self: pages that are done
 * @info: what the file says of itself
 * @cancellable: (nullable): to stop it
 * @error: where to put an error of [error@Error] or %G_IO_ERROR
 *
 * Writes the pages as a PDF file with its structure tagged, an outline, and its language.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
lamp_pages_to_pdf (LampPages            *self,
                   const LampPagesInfo  *info,
                   GCancellable         *cancellable,
                   GError              **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  const LampPage *first = lamp_pages_get_page (self, 0);
  Writer writer = { self, cairo_pdf_surface_create_for_stream (append, pdf, first->width, first->height) };
  gboolean is_written;

  g_return_val_if_fail (self->is_done, NULL);

  /* The last version whose table of objects is text: lamp_pdf_say_language() reads it. */
  cairo_pdf_surface_restrict_to_version (writer.surface, CAIRO_PDF_VERSION_1_4);
  writer.cr = cairo_create (writer.surface);
  set_metadata (&writer, info);
  is_written = write_pages (&writer, cancellable, error);
  if (!finish (&writer, is_written ? error : NULL) || !is_written)
    return NULL;
  lamp_pdf_say_language (pdf, info->language != NULL ? info->language : C_("language tag", "en"));

  return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
}
