/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampRunPage:
 *
 * The running screen: now, next and capture, for a facilitator who stands in a room and looks at it for a second. Every
 * command is one key, and none of them steals what is typed.
 *
 * Properties: "run" (LampMeetingRun, construct-only), "bell" (boolean: whether it rings), "adapt" (string: "off",
 * "shorten" or "both-ways": what becomes of the items to come when time is lost), "voices" (boolean: whether turns are
 * counted), "room-display" (boolean: whether the window for the projector is shown).
 *
 * Signals: "leave": the person wants to go back to the window, and the meeting goes on; "closed": the meeting has been
 * closed or given up, and there is nothing to run any more.
 */
#define LAMP_TYPE_RUN_PAGE (lamp_run_page_get_type ())
G_DECLARE_FINAL_TYPE (LampRunPage, lamp_run_page, LAMP, RUN_PAGE, AdwBin)

GtkWidget      *lamp_run_page_new     (LampMeetingRun *run);
LampMeetingRun *lamp_run_page_get_run (LampRunPage    *self);
void            lamp_run_page_enter   (LampRunPage    *self);
void            lamp_run_page_flush   (LampRunPage    *self);
void            lamp_run_page_tell    (LampRunPage    *self,
                                       AdwToast       *toast);

G_END_DECLS
