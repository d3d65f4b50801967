/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-capture-dialog.h"

G_BEGIN_DECLS

/**
 * LampCommitmentDialog:
 *
 * What is promised, by whom and by when. A commitment is made to the community (practice S27).
 */
#define LAMP_TYPE_COMMITMENT_DIALOG (lamp_commitment_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampCommitmentDialog, lamp_commitment_dialog, LAMP, COMMITMENT_DIALOG, LampCaptureDialog)

G_END_DECLS
