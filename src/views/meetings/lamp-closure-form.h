/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

void lamp_closure_form_present (GtkWidget   *parent,
                                LampSession *session,
                                LampRecord  *closure);

G_END_DECLS
