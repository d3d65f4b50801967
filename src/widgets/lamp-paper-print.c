/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-print.h"

/* A document handed to GTK for printing. In a sandbox GTK asks the portal; on either way the pages are drawn by what
 * draws the preview and the PDF. They are laid out anew, for the paper that is in the printer. */

/* How much is laid out between two frames. */
#define BLOCKS_AT_ONCE 32

typedef struct
{
  LampDocument *document;
  LampPaperSetup setup;
  char *note;
  LampPages *pages; /* (nullable): once printing has begun */
} Print;

static void
print_free (gpointer  data,
            GClosure *closure)
{
  Print *self = data;

  g_ptr_array_unref (self->document);
  g_free (self->note);
  g_clear_pointer (&self->pages, lamp_pages_unref);
  g_free (self);
}

static void
on_begin (GtkPrintOperation *operation,
          GtkPrintContext   *context,
          Print             *self)
{
  self->setup.width = gtk_print_context_get_width (context);
  self->setup.height = gtk_print_context_get_height (context);
  g_clear_pointer (&self->pages, lamp_pages_unref);
  self->pages = lamp_pages_new (self->document, &self->setup, self->note);
}

/* Called again and again until there is nothing left to do; the window goes on in between. */
static gboolean
on_paginate (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Print             *self)
{
  if (!lamp_pages_step (self->pages, BLOCKS_AT_ONCE))
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) lamp_pages_get_n (self->pages));

  return TRUE;
}

/* Some pages lie on their side. */
static void
on_request_page_setup (GtkPrintOperation *operation,
                       GtkPrintContext   *context,
                       int                page,
                       GtkPageSetup      *setup,
                       Print             *self)
{
  double width, height;

  lamp_pages_get_size (self->pages, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE : GTK_PAGE_ORIENTATION_PORTRAIT);
}

static void
on_draw_page (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Print             *self)
{
  lamp_pages_draw (self->pages, (guint) page, gtk_print_context_get_cairo_context (context));
}

static GtkPageSetup *
make_page_setup (const LampPaperSetup *setup)
{
  GtkPageSetup *page_setup = gtk_page_setup_new ();
  LampPaperSetup letter;
  GtkPaperSize *paper;

  lamp_paper_setup_init (&letter, LAMP_PAPER_LETTER);
  paper = gtk_paper_size_new (MIN (setup->width, setup->height) == letter.width ? GTK_PAPER_NAME_LETTER
                                                                               : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (page_setup, paper);
  gtk_page_setup_set_orientation (page_setup, setup->width > setup->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                          : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);

  return page_setup;
}

/**
 * lamp_print_operation_new:
 * @document: what to print
 * @setup: the paper to propose
 * @note: (nullable): what stands at the foot of each page
 *
 * Makes the operation that prints a document: gtk_print_operation_run() runs it.
 *
 * Returns: (transfer full): the operation
 */
GtkPrintOperation *
lamp_print_operation_new (LampDocument         *document,
                          const LampPaperSetup *setup,
                          const char           *note)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page_setup = make_page_setup (setup);
  Print *self = g_new0 (Print, 1);

  self->document = g_ptr_array_ref (document);
  self->setup = *setup;
  self->note = g_strdup (note);
  gtk_print_operation_set_default_page_setup (operation, page_setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (document->len > 0)
    gtk_print_operation_set_job_name (operation, lamp_document_get (document, 0)->cells[0]);
  g_signal_connect_data (operation, "begin-print", G_CALLBACK (on_begin), self, print_free, 0);
  g_signal_connect (operation, "paginate", G_CALLBACK (on_paginate), self);
  g_signal_connect (operation, "request-page-setup", G_CALLBACK (on_request_page_setup), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (on_draw_page), self);

  return operation;
}
