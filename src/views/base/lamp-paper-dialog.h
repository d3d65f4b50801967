/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-paper-source.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampPaperDialog:
 *
 * What is printed, saved or copied, seen before it is: which report, for whom, on which paper. Nothing leaves that the
 * preview does not show.
 */
#define LAMP_TYPE_PAPER_DIALOG (lamp_paper_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampPaperDialog, lamp_paper_dialog, LAMP, PAPER_DIALOG, AdwDialog)

LampPaperDialog *lamp_paper_dialog_present (LampSession     *session,
                                            LampPaperSource *source,
                                            GtkWidget       *parent);
gboolean         lamp_paper_dialog_is_ready (LampPaperDialog *self);
void             lamp_paper_dialog_save    (LampPaperDialog *self,
                                            GFile           *file);

G_END_DECLS
