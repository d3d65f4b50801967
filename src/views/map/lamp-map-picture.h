/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-people-board.h"

G_BEGIN_DECLS

/**
 * LampMapPicture:
 *
 * The community map: the shared purpose in the middle, people inside and outside the walls in five sectors.
 *
 * Properties: "place" (string, read-write).
 * Signals: "invite" (sector): somebody is wanted in a sector.
 */
#define LAMP_TYPE_MAP_PICTURE (lamp_map_picture_get_type ())
G_DECLARE_FINAL_TYPE (LampMapPicture, lamp_map_picture, LAMP, MAP_PICTURE, AdwBin)

GtkWidget *lamp_map_picture_new    (LampPeopleBoard *board);
void       lamp_map_picture_reveal (LampMapPicture  *self,
                                    const LampRow   *person,
                                    gboolean         grab_focus);

G_END_DECLS
