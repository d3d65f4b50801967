/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampNoteEditor:
 *
 * The notes of one agenda item, a text of several lines that is kept by itself: what is being typed goes beside the
 * file every second, so that a dead battery loses nothing, and into the item, as one step in Undo, when the editor
 * loses the focus, shows another item, is flushed or goes away. An item off the record takes no notes, nor does one of
 * a meeting that is closed: the editor says so.
 *
 * Properties: "item" (LampRecord of agenda_items, nullable).
 */
#define LAMP_TYPE_NOTE_EDITOR (lamp_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampNoteEditor, lamp_note_editor, LAMP, NOTE_EDITOR, AdwBin)

GtkWidget  *lamp_note_editor_new      (LampSession    *session);
LampRecord *lamp_note_editor_get_item (LampNoteEditor *self);
void        lamp_note_editor_set_item (LampNoteEditor *self,
                                       LampRecord     *item);
gboolean    lamp_note_editor_flush    (LampNoteEditor *self);

G_END_DECLS
