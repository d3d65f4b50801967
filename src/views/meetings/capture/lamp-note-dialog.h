/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampNoteDialog:
 *
 * The notes of one agenda item, kept as they are typed.
 */
#define LAMP_TYPE_NOTE_DIALOG (lamp_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampNoteDialog, lamp_note_dialog, LAMP, NOTE_DIALOG, AdwDialog)

AdwDialog *lamp_note_dialog_new (LampSession *session,
                                 LampRecord  *item);

G_END_DECLS
