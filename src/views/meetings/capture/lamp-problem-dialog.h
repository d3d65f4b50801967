/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-capture-dialog.h"

G_BEGIN_DECLS

/**
 * LampProblemDialog:
 *
 * A problem, wicked or tame (practice S55): a wicked one is never done, only looked at again.
 */
#define LAMP_TYPE_PROBLEM_DIALOG (lamp_problem_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampProblemDialog, lamp_problem_dialog, LAMP, PROBLEM_DIALOG, LampCaptureDialog)

G_END_DECLS
