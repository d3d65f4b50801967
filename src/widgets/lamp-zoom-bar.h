/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"

G_BEGIN_DECLS

/**
 * LampZoomBar:
 *
 * Buttons that zoom a canvas, to be laid over its corner.
 */
#define LAMP_TYPE_ZOOM_BAR (lamp_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (LampZoomBar, lamp_zoom_bar, LAMP, ZOOM_BAR, AdwBin)

GtkWidget *lamp_zoom_bar_new (LampCanvas *canvas);

G_END_DECLS
