/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampRecordPicker:
 *
 * A popover with all records of a type by name, narrowed down while typing. Enter takes the first.
 *
 * Signals: "picked" (record): a person chose one, or none where that is offered; the popover closes by itself.
 */
#define LAMP_TYPE_RECORD_PICKER (lamp_record_picker_get_type ())
G_DECLARE_FINAL_TYPE (LampRecordPicker, lamp_record_picker, LAMP, RECORD_PICKER, GtkPopover)

GtkWidget *lamp_record_picker_new       (LampStore        *store,
                                         const char       *type);
void       lamp_record_picker_set_first (LampRecordPicker *self,
                                         GHashTable       *ids);
void       lamp_record_picker_set_none  (LampRecordPicker *self,
                                         const char       *label);

G_END_DECLS
