/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCommunitySwitcher:
 *
 * A button that says which community is looked at, and opens the tree of all of them, with a search.
 */
#define LAMP_TYPE_COMMUNITY_SWITCHER (lamp_community_switcher_get_type ())
G_DECLARE_FINAL_TYPE (LampCommunitySwitcher, lamp_community_switcher, LAMP, COMMUNITY_SWITCHER, AdwBin)

void lamp_community_switcher_set_session (LampCommunitySwitcher *self,
                                          LampSession           *session);

G_END_DECLS
