/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampFilterButton:
 *
 * Narrows a list down to one record, or lets all through: a button that opens a [class@RecordPicker], and one to let
 * all through again.
 *
 * Properties: "record" (LampRecord, nullable).
 */
#define LAMP_TYPE_FILTER_BUTTON (lamp_filter_button_get_type ())
G_DECLARE_FINAL_TYPE (LampFilterButton, lamp_filter_button, LAMP, FILTER_BUTTON, AdwBin)

GtkWidget  *lamp_filter_button_new        (LampStore        *store,
                                           const char       *type,
                                           const char       *all);
LampRecord *lamp_filter_button_get_record (LampFilterButton *self);
void        lamp_filter_button_set_record (LampFilterButton *self,
                                           LampRecord       *record);

G_END_DECLS
