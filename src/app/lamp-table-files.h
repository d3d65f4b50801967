/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

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

G_END_DECLS
