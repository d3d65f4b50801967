/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the files of the program share among themselves. */

#include "lamp-window.h"

G_BEGIN_DECLS

/* lamp-application.c */
LampWindow *lamp_application_ensure_window (LampApplication *self,
                                            const char      *path);
LampWindow *lamp_application_open_own      (LampApplication *self);
LampStore  *lamp_application_get_own_store (LampApplication *self); /* (nullable): where there is no window on it */

/* lamp-application-actions.c */
void        lamp_application_add_actions   (LampApplication *self);
void        lamp_application_open_record   (LampApplication *self,
                                            const char      *id);
void        lamp_application_search        (LampApplication *self,
                                            const char      *words);

G_END_DECLS
