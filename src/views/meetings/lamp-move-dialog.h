/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampMoveDialog:
 *
 * Asks to which other meeting agenda items are to go: the newest first, narrowed down while typing.
 *
 * Signals: "chosen" (items, meeting).
 */
#define LAMP_TYPE_MOVE_DIALOG (lamp_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampMoveDialog, lamp_move_dialog, LAMP, MOVE_DIALOG, AdwDialog)

AdwDialog *lamp_move_dialog_new (LampSession *session,
                                 LampRecord  *meeting,
                                 GPtrArray   *items);

G_END_DECLS
