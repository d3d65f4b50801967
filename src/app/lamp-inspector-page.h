/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-form-part.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampInspectorPage:
 *
 * A record that was opened from the one that is selected: its form, with a way back. It leaves when its record goes.
 *
 * Signals: "open" (record): the person wants to see another one.
 */
#define LAMP_TYPE_INSPECTOR_PAGE (lamp_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (LampInspectorPage, lamp_inspector_page, LAMP, INSPECTOR_PAGE, AdwNavigationPage)

AdwNavigationPage *lamp_inspector_page_new        (LampSession       *session,
                                                   LampRecord        *record);
LampRecord        *lamp_inspector_page_get_record (LampInspectorPage *self);
GtkWidget         *lamp_inspector_page_get_form   (LampInspectorPage *self);

char              *lamp_inspector_dup_type_name   (LampRecord        *record);
const char        *lamp_inspector_get_name        (LampRecord        *record);

G_END_DECLS
