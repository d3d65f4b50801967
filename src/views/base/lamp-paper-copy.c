/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-paper-copy.h"

#include <glib/gi18n-lib.h>

#include "lamp-paper-work.h"

typedef struct
{
  LampSession *session;
  GdkClipboard *clipboard;
} Copy;

static void
on_written (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Copy *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LampPaperResult) written = lamp_paper_work_finish (result, &error);

  if (written != NULL)
    gdk_clipboard_set_text (self->clipboard, written->text);
  lamp_session_notice (self->session, written != NULL ? _("Copied") : error->message, FALSE);
  g_object_unref (self->session);
  g_object_unref (self->clipboard);
  g_free (self);
}

/**
 * lamp_paper_copy_text:
 * @session: the session, which tells when it is done
 * @source: what there is for paper
 * @clipboard: where to put it
 *
 * Copies the report that is wanted first as text, for an e-mail.
 */
void
lamp_paper_copy_text (LampSession     *session,
                      LampPaperSource *source,
                      GdkClipboard    *clipboard)
{
  LampPaperOrder order = { .kind = lamp_paper_source_get_kind (source), .format = LAMP_REPORT_TEXT, .extra = -1,
                           .size = LAMP_PAPER_A4 };
  int *progress = g_atomic_rc_box_new0 (int);
  Copy *self = g_new0 (Copy, 1);

  self->session = g_object_ref (session);
  self->clipboard = g_object_ref (clipboard);
  lamp_paper_work_async (source, session, &order, NULL, progress, NULL, on_written, self);
  g_atomic_rc_box_release (progress);
}
