/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-cycle-picture.h"

G_BEGIN_DECLS

/* The month that a school year starts with. */
#define LAMP_SCHOOL_YEAR_MONTH 8

void lamp_timeline_paint       (LampCanvas              *canvas,
                                GtkSnapshot             *snapshot,
                                const graphene_rect_t   *sight,
                                const LampCyclePicture  *picture);
void lamp_timeline_paint_ruler (GtkWidget               *ruler,
                                GtkSnapshot             *snapshot,
                                double                   from,
                                double                   to,
                                const LampCyclePicture  *picture);

G_END_DECLS
