/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampRunCapture:
 *
 * The third zone of the running screen: what is written down, by one key each, the notes of the item that is under way,
 * and what has been written down so far. Its buttons are actions of the page: run.note, run.decision and so on.
 */
#define LAMP_TYPE_RUN_CAPTURE (lamp_run_capture_get_type ())
G_DECLARE_FINAL_TYPE (LampRunCapture, lamp_run_capture, LAMP, RUN_CAPTURE, AdwBin)

void      lamp_run_capture_set_up     (LampRunCapture *self,
                                       LampSession    *session,
                                       LampRecord     *meeting);
void      lamp_run_capture_set_item   (LampRunCapture *self,
                                       LampRecord     *item);
void      lamp_run_capture_focus_note (LampRunCapture *self);
gboolean  lamp_run_capture_flush      (LampRunCapture *self);

G_END_DECLS
