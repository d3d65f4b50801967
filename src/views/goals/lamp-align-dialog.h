/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-alignment.h"
#include "lamp-goal-board.h"

G_BEGIN_DECLS

/**
 * LampAlignDialog:
 *
 * Asks which goal a goal supports, or also supports: then with the reason why, and what it also supports already comes
 * first, to be explained or removed. Goals that it cannot support are listed last, with the reason why not.
 */
#define LAMP_TYPE_ALIGN_DIALOG (lamp_align_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampAlignDialog, lamp_align_dialog, LAMP, ALIGN_DIALOG, AdwDialog)

AdwDialog *lamp_align_dialog_new (LampGoalBoard *board,
                                  LampRecord    *goal,
                                  LampSupport    support);

G_END_DECLS
