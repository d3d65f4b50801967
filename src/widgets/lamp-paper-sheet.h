/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-pages.h"

G_BEGIN_DECLS

/**
 * LampPaperSheet:
 *
 * A page as it will be on paper: white, as wide as there is room, whatever the window's colours.
 */
#define LAMP_TYPE_PAPER_SHEET (lamp_paper_sheet_get_type ())
G_DECLARE_FINAL_TYPE (LampPaperSheet, lamp_paper_sheet, LAMP, PAPER_SHEET, GtkWidget)

GtkWidget *lamp_paper_sheet_new      (void);
void       lamp_paper_sheet_set_page (LampPaperSheet *self,
                                      LampPages      *pages,
                                      guint           page);

G_END_DECLS
