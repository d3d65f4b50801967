/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampCellEditor:
 *
 * Edits one field of a record in place: a popover at a cell of a list, with what suits the kind of field. Enter writes
 * what was made of it in one step and closes, Tab and Shift+Tab do so and go on, Escape gives it up. What may not stand
 * is refused with the reason, and the popover stays.
 *
 * Signals: "finished" (step): it has closed; @step is 1 to go on to the next cell, -1 to the one before, 0 to stay;
 * "problem" (message): what was made of it could not be written, and the popover has closed already.
 */
#define LAMP_TYPE_CELL_EDITOR (lamp_cell_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampCellEditor, lamp_cell_editor, LAMP, CELL_EDITOR, GObject)

LampCellEditor *lamp_cell_editor_new         (LampStore          *store,
                                              LampRecord         *record,
                                              const char         *field);
void            lamp_cell_editor_open        (LampCellEditor     *self,
                                              GtkWidget          *parent,
                                              const GdkRectangle *at);
GtkWidget      *lamp_cell_editor_get_popover (LampCellEditor     *self);

G_END_DECLS
