/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-finding.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampFindingsList:
 *
 * What the checks found, by code: what, why it matters with its source, what to do, and a way to each place.
 */
#define LAMP_TYPE_FINDINGS_LIST (lamp_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (LampFindingsList, lamp_findings_list, LAMP, FINDINGS_LIST, AdwBin)

void  lamp_findings_list_set_session (LampFindingsList *self,
                                      LampSession      *session);
guint lamp_findings_list_show        (LampFindingsList *self,
                                      GPtrArray        *findings,
                                      int               pillar);

G_END_DECLS
