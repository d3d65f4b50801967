/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "lamp-paper-size.h"
#include "lamp-report-document.h"

G_BEGIN_DECLS

/**
 * LampPages:
 *
 * A document laid out on pages: what is drawn on paper, on the screen before that, and into a PDF file. Headings stay
 * with what follows them, the head of a table is repeated where the table goes on, and no line stands alone.
 *
 * The work is done in steps, so that it can be done in a thread as well as between two frames of a window; one thread
 * at a time may use it.
 */
typedef struct _LampPages LampPages;

/**
 * LampPagesInfo:
 * @author: (nullable): whose document it is
 * @language: (nullable): the tag of its language, such as "en"
 * @made_at: when it is made, RFC 3339: the same document made at the same moment is the same file
 *
 * What a PDF file says of itself besides its title.
 */
typedef struct
{
  const char *author;
  const char *language;
  const char *made_at;
} LampPagesInfo;

/**
 * LampPagesProgress:
 * @done: from 0 to 1
 * @data: what was given with the function
 *
 * Is told how far the work has come, in the thread that does it.
 */
typedef void (*LampPagesProgress) (double   done,
                                   gpointer data);

LampPages *lamp_pages_new        (LampDocument         *document,
                                  const LampPaperSetup *setup,
                                  const char           *note);
LampPages *lamp_pages_ref        (LampPages            *self);
void       lamp_pages_unref      (LampPages            *self);
gboolean   lamp_pages_step       (LampPages            *self,
                                  guint                 n);
double     lamp_pages_get_done   (LampPages            *self);
gboolean   lamp_pages_finish     (LampPages            *self,
                                  LampPagesProgress     progress,
                                  gpointer              data,
                                  GCancellable         *cancellable,
                                  GError              **error);
guint      lamp_pages_get_n      (LampPages            *self);
void       lamp_pages_get_size   (LampPages            *self,
                                  guint                 page,
                                  double               *width,
                                  double               *height);
void       lamp_pages_draw       (LampPages            *self,
                                  guint                 page,
                                  cairo_t              *cr);
GBytes    *lamp_pages_to_pdf     (LampPages            *self,
                                  const LampPagesInfo  *info,
                                  GCancellable         *cancellable,
                                  GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampPages, lamp_pages_unref)

G_END_DECLS
