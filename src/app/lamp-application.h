/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampApplication:
 *
 * The program: its command line, its windows (one for each file), and what belongs to no window.
 */
#define LAMP_TYPE_APPLICATION (lamp_application_get_type ())
G_DECLARE_FINAL_TYPE (LampApplication, lamp_application, LAMP, APPLICATION, AdwApplication)

LampApplication *lamp_application_new          (void);
LampClock       *lamp_application_get_clock    (LampApplication *self);
GSettings       *lamp_application_get_settings (LampApplication *self);
LampStore       *lamp_application_open_store   (LampApplication *self,
                                                const char      *path,
                                                GError         **error);

G_END_DECLS
