/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampTransferDialog:
 *
 * Asks which community a goal shall belong to, and whether those below it that belong to the same one go with it.
 */
#define LAMP_TYPE_TRANSFER_DIALOG (lamp_transfer_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampTransferDialog, lamp_transfer_dialog, LAMP, TRANSFER_DIALOG, AdwDialog)

AdwDialog *lamp_transfer_dialog_new (LampGoalBoard *board,
                                     const LampRow *goal);

G_END_DECLS
