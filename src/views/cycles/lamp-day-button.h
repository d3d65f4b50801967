/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampDayButton:
 *
 * A day, and a calendar to choose another.
 *
 * Properties: "day" (int, counted from 0001-01-01 = 1).
 */
#define LAMP_TYPE_DAY_BUTTON (lamp_day_button_get_type ())
G_DECLARE_FINAL_TYPE (LampDayButton, lamp_day_button, LAMP, DAY_BUTTON, AdwBin)

int  lamp_day_button_get_day (LampDayButton *self);
void lamp_day_button_set_day (LampDayButton *self,
                              int            day);

G_END_DECLS
