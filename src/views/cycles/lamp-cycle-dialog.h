/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCycleDialog:
 *
 * Asks what a new cycle is called, by which framework it runs, over which days, and which cycle it follows.
 *
 * Signals: "created" (cycle).
 */
#define LAMP_TYPE_CYCLE_DIALOG (lamp_cycle_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampCycleDialog, lamp_cycle_dialog, LAMP, CYCLE_DIALOG, AdwDialog)

AdwDialog *lamp_cycle_dialog_new (LampSession *session,
                                  LampRecord  *community);

G_END_DECLS
