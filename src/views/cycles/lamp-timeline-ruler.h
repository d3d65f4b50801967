/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-cycle-picture.h"

G_BEGIN_DECLS

/**
 * LampTimelineRuler:
 *
 * Names days, weeks, months and school years above the timeline, and moves along with it.
 */
#define LAMP_TYPE_TIMELINE_RULER (lamp_timeline_ruler_get_type ())
G_DECLARE_FINAL_TYPE (LampTimelineRuler, lamp_timeline_ruler, LAMP, TIMELINE_RULER, GtkWidget)

GtkWidget *lamp_timeline_ruler_new         (LampCanvas             *canvas);
void       lamp_timeline_ruler_set_picture (LampTimelineRuler      *self,
                                            const LampCyclePicture *picture);

G_END_DECLS
