/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-record.h"

G_BEGIN_DECLS

/**
 * LampSplitDialog:
 *
 * Asks how an agenda item is to be split in two: in halves, unless a person says otherwise.
 *
 * Signals: "split" (minutes, title, second_title, item).
 */
#define LAMP_TYPE_SPLIT_DIALOG (lamp_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampSplitDialog, lamp_split_dialog, LAMP, SPLIT_DIALOG, AdwAlertDialog)

AdwDialog *lamp_split_dialog_new (LampRecord *item);

G_END_DECLS
