/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampRunPrice:
 *
 * What more time for the current item costs the others: asked for by +, and said before it is accepted; or what it has
 * cost already that the item has run over by itself.
 *
 * Signals: "accepted" (seconds): the person pays the price.
 */
#define LAMP_TYPE_RUN_PRICE (lamp_run_price_get_type ())
G_DECLARE_FINAL_TYPE (LampRunPrice, lamp_run_price, LAMP, RUN_PRICE, AdwBin)

void      lamp_run_price_propose  (LampRunPrice         *self,
                                   LampMeetingRun       *run,
                                   int                   seconds);
int       lamp_run_price_get      (LampRunPrice         *self);
gboolean  lamp_run_price_accept   (LampRunPrice         *self);
gboolean  lamp_run_price_withdraw (LampRunPrice         *self);
void      lamp_run_price_show     (LampRunPrice         *self,
                                   LampMeetingRun       *run,
                                   const LampRunFigures *figures);

G_END_DECLS
