/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-run.h"

G_BEGIN_DECLS

/**
 * LampRunRow:
 *
 * An item in the agenda of the running screen: what it took, or when it is expected and how long it has.
 */
#define LAMP_TYPE_RUN_ROW (lamp_run_row_get_type ())
G_DECLARE_FINAL_TYPE (LampRunRow, lamp_run_row, LAMP, RUN_ROW, GtkListBoxRow)

GtkWidget *lamp_run_row_new  (void);
void       lamp_run_row_show (LampRunRow         *self,
                              const LampRunPlace *place,
                              gboolean            is_current);

G_END_DECLS
