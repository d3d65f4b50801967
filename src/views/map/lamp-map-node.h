/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-people-board.h"

G_BEGIN_DECLS

/**
 * LampMapNode:
 *
 * A node of the community map: a person or group, a gathering of people of one role that opens, a sector with nobody
 * in it that invites, or the shared purpose in the middle. Space, Enter and a click do what it is for.
 *
 * Signals: "invite" (sector): somebody is wanted in a sector.
 */
#define LAMP_TYPE_MAP_NODE (lamp_map_node_get_type ())
G_DECLARE_FINAL_TYPE (LampMapNode, lamp_map_node, LAMP, MAP_NODE, GtkWidget)

GtkWidget *lamp_map_node_new          (LampPeopleBoard     *board);
void       lamp_map_node_show_member  (LampMapNode         *self,
                                       const LampMapMember *member);
void       lamp_map_node_show_nobody  (LampMapNode         *self,
                                       guint                sector);
void       lamp_map_node_show_purpose (LampMapNode         *self);
void       lamp_map_node_set_small    (LampMapNode         *self,
                                       gboolean             small);

G_END_DECLS
