/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void lamp_title_row_set_up (GtkListItem *item);
void lamp_title_row_show   (GtkListItem *item,
                            const char  *title,
                            const char  *about);

G_END_DECLS
