/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampStartCard:
 *
 * What is seen before a meeting starts: when it should, the norms, who is here and who does what. A late start says what
 * it costs. Its buttons are actions of the page: run.toggle and run.start-as-planned.
 *
 * Signals: "fit" (on): the person wants the agenda fitted into what is left, or not.
 */
#define LAMP_TYPE_START_CARD (lamp_start_card_get_type ())
G_DECLARE_FINAL_TYPE (LampStartCard, lamp_start_card, LAMP, START_CARD, AdwBin)

void  lamp_start_card_set_run     (LampStartCard         *self,
                                  LampMeetingRun       *run);
void  lamp_start_card_show        (LampStartCard         *self,
                                  const LampRunFigures *figures);
void  lamp_start_card_focus       (LampStartCard         *self);

G_END_DECLS
