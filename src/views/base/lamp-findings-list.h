/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-finding-groups.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampFindingsList:
 *
 * What the checks found, by check or under other headings: what, why it matters with its source, what to do, and a way to
 * each place.
 */
#define LAMP_TYPE_FINDINGS_LIST (lamp_findings_list_get_type ())
G_DECLARE_FINAL_TYPE (LampFindingsList, lamp_findings_list, LAMP, FINDINGS_LIST, AdwBin)

/**
 * LampFindingFilter:
 * @finding: a finding
 * @data: what was given with the function
 *
 * Returns: whether it is asked for
 */
typedef gboolean (*LampFindingFilter) (const LampFinding *finding,
                                       gpointer           data);

void lamp_findings_list_set_session (LampFindingsList   *self,
                                     LampSession        *session);
void lamp_findings_list_set_heading (LampFindingsList   *self,
                                     LampFindingHeading  heading,
                                     gpointer            data);
void lamp_findings_list_show        (LampFindingsList   *self,
                                     GPtrArray          *findings,
                                     LampFindingFilter   filter,
                                     gpointer            data,
                                     guint              *counts);
void lamp_findings_list_count       (LampFindingsList   *self,
                                     GPtrArray          *findings,
                                     LampFindingFilter   filter,
                                     gpointer            data,
                                     guint              *counts);

G_END_DECLS
