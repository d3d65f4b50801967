/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-meeting-plan.h"

G_BEGIN_DECLS

/**
 * LampSlotBar:
 *
 * A meeting's items side by side against its slot: each as wide as its minutes, what lies past the end in the colour
 * of errors, what is left of the slot as an empty frame. It repeats what words beside it say, and is hidden from
 * assistive tools.
 */
#define LAMP_TYPE_SLOT_BAR (lamp_slot_bar_get_type ())
G_DECLARE_FINAL_TYPE (LampSlotBar, lamp_slot_bar, LAMP, SLOT_BAR, GtkWidget)

void lamp_slot_bar_set_plan (LampSlotBar           *self,
                             const LampMeetingPlan *plan);

G_END_DECLS
