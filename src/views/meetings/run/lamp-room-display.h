/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampRoomDisplay:
 *
 * The window on the projector: what is going on, how long still, who speaks and who listens, what comes next; the
 * norms before the meeting and in its pauses. It shows nothing that is only the facilitator's.
 *
 * Property "run" (LampMeetingRun, nullable). F11 and a double click toggle full screen, Escape leaves it.
 */
#define LAMP_TYPE_ROOM_DISPLAY (lamp_room_display_get_type ())
G_DECLARE_FINAL_TYPE (LampRoomDisplay, lamp_room_display, LAMP, ROOM_DISPLAY, AdwWindow)

LampRoomDisplay *lamp_room_display_new     (LampMeetingRun  *run);
LampMeetingRun  *lamp_room_display_get_run (LampRoomDisplay *self);
void             lamp_room_display_set_run (LampRoomDisplay *self,
                                            LampMeetingRun  *run);     /* (nullable) */
/* Shows it: full screen on the monitor where @beside is not, as a window where there is only one. */
void             lamp_room_display_show    (LampRoomDisplay *self,
                                            GtkWindow       *beside);

G_END_DECLS
