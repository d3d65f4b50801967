/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-table.h"

G_BEGIN_DECLS

/**
 * LampTableMapPage:
 *
 * Where a person says what the rows of a table become: what the file is, what each row is, which field each column
 * fills, and what fills those that have no column. It changes its map as it goes, and emits `changed`.
 */
#define LAMP_TYPE_TABLE_MAP_PAGE (lamp_table_map_page_get_type ())
G_DECLARE_FINAL_TYPE (LampTableMapPage, lamp_table_map_page, LAMP, TABLE_MAP_PAGE, AdwPreferencesPage)

GtkWidget    *lamp_table_map_page_new     (LampCsv          *csv,
                                           GListModel       *communities,
                                           const char       *home);
LampTableMap *lamp_table_map_page_get_map (LampTableMapPage *self);
void          lamp_table_map_page_take_map (LampTableMapPage *self,
                                           LampTableMap     *map);
void          lamp_table_map_page_guess   (LampTableMapPage *self);
gboolean      lamp_table_map_page_check   (LampTableMapPage *self);

G_END_DECLS
