/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-run.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampRunNow:
 *
 * The first zone of the running screen: the item that is under way, its clock, who speaks and who listens, and how the
 * meeting stands against its plan. It takes the focus where nothing else needs it, so that every key is a command.
 */
#define LAMP_TYPE_RUN_NOW (lamp_run_now_get_type ())
G_DECLARE_FINAL_TYPE (LampRunNow, lamp_run_now, LAMP, RUN_NOW, AdwBin)

void  lamp_run_now_set_item (LampRunNow           *self,
                             LampSession          *session,
                             LampRecord           *item);
void  lamp_run_now_show     (LampRunNow           *self,
                             const LampRunFigures *figures,
                             guint                 n_items);

G_END_DECLS
