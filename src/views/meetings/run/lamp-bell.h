/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampBell:
 *
 * Rings when the current item's time is over, and keeps the machine awake while a meeting is run. Where nothing can
 * sound it is silent.
 *
 * Properties: "enabled" (boolean, TRUE); "at-orange" (boolean, FALSE): ring also when a fifth of the time is left.
 * Signal: "rung": it has rung, or would have if anything could sound.
 */
#define LAMP_TYPE_BELL (lamp_bell_get_type ())
G_DECLARE_FINAL_TYPE (LampBell, lamp_bell, LAMP, BELL, GObject)

/* @window: the running screen's window, which is kept awake and beeps where no sound can be played. */
LampBell *lamp_bell_new  (LampMeetingRun *run,
                          GtkWindow      *window);
void      lamp_bell_ring (LampBell       *self);

G_END_DECLS
