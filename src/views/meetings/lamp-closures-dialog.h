/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampClosuresDialog:
 *
 * The days without school of the community that is looked at and of those that are part of it: to look at, add, change,
 * delete, and to import.
 */
#define LAMP_TYPE_CLOSURES_DIALOG (lamp_closures_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampClosuresDialog, lamp_closures_dialog, LAMP, CLOSURES_DIALOG, AdwDialog)

AdwDialog *lamp_closures_dialog_new (LampSession *session);

G_END_DECLS
