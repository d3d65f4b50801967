/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

void lamp_calendar_dialog_present (GtkWidget   *parent,
                                   LampSession *session,
                                   LampRecord  *record);

G_END_DECLS
