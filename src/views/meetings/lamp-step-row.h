/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampStepRow:
 *
 * A step of a school's own protocol: its title, how far it can be fitted, its minutes to be typed over.
 *
 * Signals: "delete": the person wants it gone.
 */
#define LAMP_TYPE_STEP_ROW (lamp_step_row_get_type ())
G_DECLARE_FINAL_TYPE (LampStepRow, lamp_step_row, LAMP, STEP_ROW, AdwActionRow)

GtkWidget  *lamp_step_row_new      (LampSession *session,
                                    LampRecord  *step);
LampRecord *lamp_step_row_get_step (LampStepRow *self);

G_END_DECLS
