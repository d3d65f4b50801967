/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampBox:
 * @x: its start edge, in logical pixels
 * @y: its top edge
 * @width: how wide it is
 * @height: how high it is
 *
 * A place in a picture: what the layouts of the map and of the goal tree give.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LampBox;

G_END_DECLS
