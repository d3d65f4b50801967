/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-agenda-page.h"
#include "lamp-view.h"

G_BEGIN_DECLS

void lamp_meeting_print_install (LampView       *view,
                                 LampAgendaPage *page);

G_END_DECLS
