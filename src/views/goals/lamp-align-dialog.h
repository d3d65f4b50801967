/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampAlignDialog:
 *
 * Asks which goal a goal supports. Goals that it cannot support are listed too, with the reason why not.
 */
#define LAMP_TYPE_ALIGN_DIALOG (lamp_align_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampAlignDialog, lamp_align_dialog, LAMP, ALIGN_DIALOG, AdwDialog)

AdwDialog *lamp_align_dialog_new (LampGoalBoard *board,
                                  LampRecord    *goal);

G_END_DECLS
