/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-map-layout.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LAMP_MAP_CROWD:
 *
 * More people than this on one side of the wall in one sector are gathered by their roles.
 */
#define LAMP_MAP_CROWD 32

/**
 * LampMapMember:
 * @sector: the sector, 0 to 4
 * @band: the side of the wall
 * @person: (nullable): a person or a group; %NULL for a gathering
 * @people: (nullable) (element-type LampRow): those who are gathered
 * @is_open: whether those who are gathered are shown one by one after it
 *
 * What stands at one place of the map.
 */
typedef struct
{
  guint sector;
  LampMapBand band;
  const LampRow *person;
  GPtrArray *people;
  gboolean is_open;
} LampMapMember;

guint       lamp_person_get_sector   (const LampRow       *person);
LampMapBand lamp_person_get_band     (const LampRow       *person);
char       *lamp_map_member_dup_name (const LampMapMember *self);
GArray     *lamp_map_members_new     (GPtrArray           *people,
                                      GHashTable          *open,
                                      guint                crowd);

G_END_DECLS
