/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampRunAgenda:
 *
 * The second zone of the running screen: what comes next, and the whole agenda with the times as they stand now.
 *
 * Signals: "go-to" (index): the person chose an item.
 */
#define LAMP_TYPE_RUN_AGENDA (lamp_run_agenda_get_type ())
G_DECLARE_FINAL_TYPE (LampRunAgenda, lamp_run_agenda, LAMP, RUN_AGENDA, AdwBin)

void  lamp_run_agenda_show (LampRunAgenda        *self,
                            LampMeetingRun       *run,
                            const LampRunFigures *figures);

G_END_DECLS
