/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-map-layout.h"
#include "lamp-people-board.h"

G_BEGIN_DECLS

/**
 * LampMapDrawing:
 * @canvas: on which it is drawn
 * @board: the people
 * @layout: where they are
 * @places: (element-type utf8 LampBox): where each person that is shown is
 *
 * What lies under the nodes of the map: the bands, the wall, the sectors with their names, and the relationships of
 * the selected person.
 */
typedef struct
{
  LampCanvas *canvas;
  LampPeopleBoard *board;
  const LampMapLayout *layout;
  GHashTable *places;
} LampMapDrawing;

void lamp_map_drawing_draw (const LampMapDrawing *self,
                            GtkSnapshot          *snapshot);

G_END_DECLS
