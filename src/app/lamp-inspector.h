/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampInspector:
 *
 * Beside whatever view is shown: the selected record, to read and to edit, with what belongs to it. What is opened from
 * there comes over it, with a way back.
 */
#define LAMP_TYPE_INSPECTOR (lamp_inspector_get_type ())
G_DECLARE_FINAL_TYPE (LampInspector, lamp_inspector, LAMP, INSPECTOR, AdwBin)

void lamp_inspector_set_session (LampInspector *self,
                                 LampSession   *session);
void lamp_inspector_focus       (LampInspector *self);
void lamp_inspector_focus_add   (LampInspector *self);
void lamp_inspector_set_over    (LampInspector *self,
                                 gboolean       over);

G_END_DECLS
