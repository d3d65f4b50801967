/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCycleTable:
 *
 * The list twin of the timeline: cycles that open to their stages, with dates, status and owner.
 */
#define LAMP_TYPE_CYCLE_TABLE (lamp_cycle_table_get_type ())
G_DECLARE_FINAL_TYPE (LampCycleTable, lamp_cycle_table, LAMP, CYCLE_TABLE, AdwBin)

void lamp_cycle_table_set_session (LampCycleTable *self,
                                   LampSession    *session);

G_END_DECLS
