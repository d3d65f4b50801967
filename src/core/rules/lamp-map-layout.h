/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-box.h"

G_BEGIN_DECLS

/**
 * LAMP_MAP_SECTORS:
 *
 * Children, educators, parents, business partners, other organizations, in this order.
 */
#define LAMP_MAP_SECTORS 5

/**
 * LampMapBand:
 * @LAMP_MAP_INSIDE: inside the walls of the school
 * @LAMP_MAP_OUTSIDE: outside them
 *
 * The two bands around the shared purpose (practice S01).
 */
typedef enum
{
  LAMP_MAP_INSIDE,
  LAMP_MAP_OUTSIDE,
  LAMP_MAP_BANDS,
} LampMapBand;

/**
 * LampMapSize:
 * @width: of a person
 * @height: of a person
 * @gap: kept free around a person
 * @centre: the radius of the shared purpose
 * @label_height: of a sector's name
 *
 * Measures, in logical pixels.
 */
typedef struct
{
  double width;
  double height;
  double gap;
  double centre;
  double label_height;
} LampMapSize;

/**
 * LampMapWedge:
 * @from: the angle at which it begins, in radians; 0 points to the end side (right), and angles grow downwards
 * @to: the angle at which it ends, greater than @from
 * @places: for each band where its people are
 * @n_places: for each band how many
 * @nobody: where to say that a sector has nobody; a width of 0 when it has
 * @label_x: the middle of its name, which lies along the edge
 * @label_y: likewise
 * @label_turn: by how much the name is turned, in radians, so that it is never upside down
 *
 * A sector of the map.
 */
typedef struct
{
  double from;
  double to;
  LampBox *places[LAMP_MAP_BANDS];
  guint n_places[LAMP_MAP_BANDS];
  LampBox nobody;
  double label_x;
  double label_y;
  double label_turn;
} LampMapWedge;

/**
 * LampMapLayout:
 * @wedges: the five sectors
 * @centre: the radius of the shared purpose
 * @wall: the radius of the walls
 * @edge: the radius of everybody
 * @extents: of everything, around the middle at 0, 0
 *
 * Where everybody stands.
 */
typedef struct
{
  LampMapWedge wedges[LAMP_MAP_SECTORS];
  double centre;
  double wall;
  double edge;
  LampBox extents;
} LampMapLayout;

LampMapLayout *lamp_map_layout_new  (const guint        counts[LAMP_MAP_SECTORS][LAMP_MAP_BANDS],
                                     const LampMapSize *size);
void           lamp_map_layout_free (LampMapLayout     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampMapLayout, lamp_map_layout_free)

G_END_DECLS
