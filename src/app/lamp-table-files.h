/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-store.h"
#include "lamp-table.h"

G_BEGIN_DECLS

gboolean      lamp_table_is_table   (GFile         *file);
LampTableMap *lamp_table_read_map   (GFile         *file,
                                     GError       **error);
LampTableMap *lamp_table_recall_map (LampStore     *store,
                                     LampCsv       *csv);
void          lamp_table_keep_map   (LampStore     *store,
                                     LampCsv       *csv,
                                     LampTableMap  *map);

void          lamp_table_save_async  (GtkWindow           *parent,
                                      const char          *title,
                                      const char          *name,
                                      char                *text,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean      lamp_table_save_finish (GAsyncResult        *result,
                                      GError             **error);

G_END_DECLS
