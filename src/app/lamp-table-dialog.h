/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"
#include "lamp-table.h"

G_BEGIN_DECLS

/**
 * LampTableDialog:
 *
 * Takes a table in: asks what its rows become, shows what that would do record by record, and only then does it, in one
 * step of the history. The work runs in a thread; closing the dialog stops it, and nothing is written.
 */
#define LAMP_TYPE_TABLE_DIALOG (lamp_table_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampTableDialog, lamp_table_dialog, LAMP, TABLE_DIALOG, AdwDialog)

AdwDialog    *lamp_table_dialog_new      (LampSession     *session,
                                          GFile           *file);
gboolean      lamp_table_dialog_is_busy  (LampTableDialog *self);
LampTableMap *lamp_table_dialog_get_map  (LampTableDialog *self);
gboolean      lamp_table_dialog_load_map (LampTableDialog *self,
                                          GFile           *file,
                                          GError         **error);

G_END_DECLS
