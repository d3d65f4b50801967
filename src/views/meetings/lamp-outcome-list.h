/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampOutcomeList:
 *
 * What came out of a meeting: its decisions or its commitments, or the norms of its community; with a line to add
 * one more by typing it.
 */
#define LAMP_TYPE_OUTCOME_LIST (lamp_outcome_list_get_type ())
G_DECLARE_FINAL_TYPE (LampOutcomeList, lamp_outcome_list, LAMP, OUTCOME_LIST, AdwBin)

void lamp_outcome_list_set_up      (LampOutcomeList *self,
                                    LampSession     *session,
                                    const char      *type);
void lamp_outcome_list_set_meeting (LampOutcomeList *self,
                                    LampRecord      *meeting);

G_END_DECLS
