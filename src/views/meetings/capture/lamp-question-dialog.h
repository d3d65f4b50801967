/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-capture-dialog.h"

G_BEGIN_DECLS

/**
 * LampQuestionDialog:
 *
 * A question that the group wants to keep alive (practice S54).
 */
#define LAMP_TYPE_QUESTION_DIALOG (lamp_question_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampQuestionDialog, lamp_question_dialog, LAMP, QUESTION_DIALOG, LampCaptureDialog)

G_END_DECLS
