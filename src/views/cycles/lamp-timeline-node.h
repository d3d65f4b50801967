/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-cycle-picture.h"

G_BEGIN_DECLS

/**
 * LampTimelineNode:
 *
 * A cycle's heading or a stage's bar on the timeline: the plan as an outline, what was done as a fill, the status as a
 * symbol (and as a word in its name). It can be walked to, chosen, moved in time and in order, and deleted.
 *
 * Signals: "chosen"; "move" (part, days); "change-place" (by); "add-stage"; "delete".
 */
#define LAMP_TYPE_TIMELINE_NODE (lamp_timeline_node_get_type ())
G_DECLARE_FINAL_TYPE (LampTimelineNode, lamp_timeline_node, LAMP, TIMELINE_NODE, GtkWidget)

GtkWidget    *lamp_timeline_node_new          (GMenuModel             *cycle_menu,
                                               GMenuModel             *stage_menu);
void          lamp_timeline_node_show         (LampTimelineNode       *self,
                                               LampSession            *session,
                                               const LampCyclePicture *picture,
                                               guint                   index);
LampRecord   *lamp_timeline_node_get_record   (LampTimelineNode       *self);
void          lamp_timeline_node_set_selected (LampTimelineNode       *self,
                                               gboolean                selected);
LampSpanPart  lamp_timeline_node_get_part     (LampTimelineNode       *self,
                                               double                  x);

G_END_DECLS
