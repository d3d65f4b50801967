/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampRunVoices:
 *
 * Who has spoken how often: a seat for each person who attends, with one key. Only the facilitator sees it.
 */
#define LAMP_TYPE_RUN_VOICES (lamp_run_voices_get_type ())
G_DECLARE_FINAL_TYPE (LampRunVoices, lamp_run_voices, LAMP, RUN_VOICES, AdwBin)

void      lamp_run_voices_set_run (LampRunVoices  *self,
                                   LampMeetingRun *run);
gboolean  lamp_run_voices_press   (LampRunVoices  *self,
                                   gunichar        key,
                                   int             turns);

G_END_DECLS
