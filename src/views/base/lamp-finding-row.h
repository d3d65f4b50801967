/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-finding.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampFindingRow:
 *
 * One finding, with what can be done about it: go there, mend it where that is safe, set it aside with a reason, or
 * bring it back.
 *
 * Signals: "acted" (): something is about to be changed from here.
 */
#define LAMP_TYPE_FINDING_ROW (lamp_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (LampFindingRow, lamp_finding_row, LAMP, FINDING_ROW, AdwPreferencesRow)

GtkWidget *lamp_finding_row_new (LampSession       *session,
                                 GPtrArray         *findings,
                                 const LampFinding *finding,
                                 gboolean           explained);

G_END_DECLS
