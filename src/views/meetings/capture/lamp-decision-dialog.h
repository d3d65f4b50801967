/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-capture-dialog.h"

G_BEGIN_DECLS

/**
 * LampDecisionDialog:
 *
 * What is decided, how, with the hands counted in the room and what they mean (practice S57).
 */
#define LAMP_TYPE_DECISION_DIALOG (lamp_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampDecisionDialog, lamp_decision_dialog, LAMP, DECISION_DIALOG, LampCaptureDialog)

G_END_DECLS
