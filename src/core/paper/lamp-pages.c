/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-pages-private.h"

static void
piece_free (gpointer data)
{
  LampPiece *piece = data;

  g_free (piece->from);
  g_free (piece->tile);
  g_free (piece);
}

/**
 * lamp_pages_new:
 * @document: a document; its first block is its title
 * @setup: what it is written on
 * @note: (nullable): what stands at the foot of each page beside its number
 *
 * Returns: (transfer full): the pages, with nothing on them yet
 */
LampPages *
lamp_pages_new (LampDocument         *document,
                const LampPaperSetup *setup,
                const char           *note)
{
  LampPages *self = g_new0 (LampPages, 1);
  const LampBlock *first = document->len > 0 ? lamp_document_get (document, 0) : NULL;

  g_ref_count_init (&self->refs);
  self->setup = *setup;
  self->title = g_strdup (first != NULL ? first->cells[0] : "");
  self->rows = lamp_paper_rows_new (document, setup);
  self->running_title = lamp_paper_rows_new_note (self->rows, self->title);
  self->note = note != NULL ? lamp_paper_rows_new_note (self->rows, note) : NULL;
  self->pieces = g_ptr_array_new_with_free_func (piece_free);
  self->pages = g_array_new (FALSE, FALSE, sizeof (LampPage));
  lamp_pages_begin_page (self, NULL);

  return self;
}

/**
 * lamp_pages_ref:
 * @self: pages
 *
 * Returns: (transfer full): the same
 */
LampPages *
lamp_pages_ref (LampPages *self)
{
  g_ref_count_inc (&self->refs);

  return self;
}

/**
 * lamp_pages_unref:
 * @self: (transfer full): pages
 *
 * Lets go of them.
 */
void
lamp_pages_unref (LampPages *self)
{
  if (!g_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->pieces);
  g_array_unref (self->pages);
  g_object_unref (self->running_title);
  g_clear_object (&self->note);
  lamp_paper_rows_free (self->rows);
  g_free (self->title);
  g_free (self);
}

/**
 * lamp_pages_step:
 * @self: pages
 * @n: how many blocks or rows to work on; a table counts as one block until it is placed row by row
 *
 * Goes on with the work: first every text is laid out, then all of them are placed.
 *
 * Returns: whether all is done
 */
gboolean
lamp_pages_step (LampPages *self,
                 guint      n)
{
  while (!self->is_done && n-- > 0)
    {
      if (self->next == 0 && lamp_paper_rows_step (self->rows))
        continue;
      if (self->next < lamp_paper_rows_get_n (self->rows))
        lamp_pages_place (self, self->next++);
      else
        self->is_done = TRUE;
    }

  return self->is_done;
}

/**
 * lamp_pages_get_done:
 * @self: pages
 *
 * Returns: how far the work has come, from 0 to 1
 */
double
lamp_pages_get_done (LampPages *self)
{
  guint n = lamp_paper_rows_get_n (self->rows);
  double placed = n > 0 ? (double) self->next / n : 0;

  return self->is_done ? 1 : 0.8 * lamp_paper_rows_get_done (self->rows) + 0.2 * placed;
}

/**
 * lamp_pages_finish:
 * @self: pages
 * @progress: (nullable): is told how far it has come
 * @data: for @progress
 * @cancellable: (nullable): to stop it
 * @error: where to put an error of %G_IO_ERROR when it is stopped
 *
 * Does what there is still to do.
 *
 * Returns: whether all is done
 */
gboolean
lamp_pages_finish (LampPages          *self,
                   LampPagesProgress   progress,
                   gpointer            data,
                   GCancellable       *cancellable,
                   GError            **error)
{
  do
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (progress != NULL)
        progress (lamp_pages_get_done (self), data);
    }
  while (!lamp_pages_step (self, 64));

  return TRUE;
}

/**
 * lamp_pages_get_n:
 * @self: pages
 *
 * Returns: how many there are so far, at least one
 */
guint
lamp_pages_get_n (LampPages *self)
{
  return self->pages->len;
}

/**
 * lamp_pages_get_size:
 * @self: pages
 * @page: a page, from 0
 * @width: (out): how wide it is, in points
 * @height: (out): how high
 *
 * Tells how large a page is.
 */
void
lamp_pages_get_size (LampPages *self,
                     guint      page,
                     double    *width,
                     double    *height)
{
  g_return_if_fail (page < self->pages->len);

  *width = lamp_pages_get_page (self, page)->width;
  *height = lamp_pages_get_page (self, page)->height;
}
