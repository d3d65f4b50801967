/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-agenda-draft.h"

G_BEGIN_DECLS

/**
 * LampDraftList:
 *
 * The items of a draft of an agenda, to be taken or left: those that found room, or those that did not.
 *
 * Signals: "changed" (): a person has taken or left one.
 */
#define LAMP_TYPE_DRAFT_LIST (lamp_draft_list_get_type ())
G_DECLARE_FINAL_TYPE (LampDraftList, lamp_draft_list, LAMP, DRAFT_LIST, AdwPreferencesGroup)

void lamp_draft_list_set_draft (LampDraftList   *self,
                                LampAgendaDraft *draft,
                                gboolean         has_room);
void lamp_draft_list_show_sum  (LampDraftList   *self,
                                LampAgendaDraft *draft);

G_END_DECLS
