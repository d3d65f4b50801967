/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-window.h"

G_BEGIN_DECLS

void lamp_pictures_take                   (LampWindow *window,
                                           const char *folder);
void lamp_pictures_quit_after_first_frame (LampWindow *window);

G_END_DECLS
