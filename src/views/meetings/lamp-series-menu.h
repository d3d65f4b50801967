/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-agenda-page.h"

G_BEGIN_DECLS

void lamp_series_menu_add (GMenu          *menu,
                           GActionMap     *actions,
                           LampAgendaPage *page);

G_END_DECLS
