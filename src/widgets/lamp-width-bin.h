/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampWidthBin:
 *
 * Says whether there is room, as an [class@Adw.BreakpointBin] does, without hiding its child for a frame to do so: what
 * has the keyboard's focus keeps it when the room changes because of what a person just did, such as selecting a goal,
 * which opens the inspector.
 *
 * Properties: "child" (GtkWidget, nullable), "narrow-at" and "tiny-at" (integers, in scaled pixels: at most so wide is
 * narrow, or tiny), "narrow" and "tiny" (booleans, read-only: what is tiny is narrow as well; told before a frame is
 * drawn, never while one is laid out).
 */
#define LAMP_TYPE_WIDTH_BIN (lamp_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (LampWidthBin, lamp_width_bin, LAMP, WIDTH_BIN, GtkWidget)

gboolean lamp_width_bin_get_narrow (LampWidthBin *self);
gboolean lamp_width_bin_get_tiny   (LampWidthBin *self);

G_END_DECLS
