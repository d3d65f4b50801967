/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-window.h"

G_BEGIN_DECLS

/* What happens to a file that the person opens from outside the program. */
gboolean    lamp_open_is_community (GFile           *file);
LampWindow *lamp_open_file         (LampApplication *application,
                                    GFile           *file);

G_END_DECLS
