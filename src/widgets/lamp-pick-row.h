/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampPickRow:
 *
 * A row that names a record, or nothing: it opens a [class@RecordPicker] to pick another. Unlike the editor of a form
 * it belongs to no field: a dialog asks it what was picked.
 *
 * Properties: "record" (LampRecord, nullable).
 */
#define LAMP_TYPE_PICK_ROW (lamp_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (LampPickRow, lamp_pick_row, LAMP, PICK_ROW, AdwActionRow)

GtkWidget  *lamp_pick_row_new        (LampStore   *store,
                                      const char  *type,
                                      const char  *title);
void        lamp_pick_row_set_first  (LampPickRow *self,
                                      GHashTable  *ids);
LampRecord *lamp_pick_row_get_record (LampPickRow *self);
void        lamp_pick_row_set_record (LampPickRow *self,
                                      LampRecord  *record);

G_END_DECLS
