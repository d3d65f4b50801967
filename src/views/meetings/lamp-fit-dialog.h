/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-fit.h"
#include "lamp-record.h"

G_BEGIN_DECLS

/**
 * LampFitDialog:
 *
 * Shows beforehand what Fit to Slot would do to an agenda, or that it cannot be done and by how much.
 *
 * Signals: "fit" (mode): the person wants it so.
 */
#define LAMP_TYPE_FIT_DIALOG (lamp_fit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampFitDialog, lamp_fit_dialog, LAMP, FIT_DIALOG, AdwAlertDialog)

AdwDialog *lamp_fit_dialog_new (LampRecord *meeting,
                                GListModel *items);

G_END_DECLS
