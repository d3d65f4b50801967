/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampTimelinePage:
 *
 * Cycles and their stages in time: walked by arrows, moved by drag or Shift and arrows, zoomed from a week to three
 * years.
 *
 * Properties: "later-follow" (boolean): whether later stages follow a moved one; "place" (string): zoom and scroll.
 * Actions: timeline.zoom-in, timeline.zoom-out, timeline.fit, timeline.today, timeline.later-follow.
 */
#define LAMP_TYPE_TIMELINE_PAGE (lamp_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (LampTimelinePage, lamp_timeline_page, LAMP, TIMELINE_PAGE, AdwBin)

void        lamp_timeline_page_set_session (LampTimelinePage *self,
                                            LampSession      *session);
const char *lamp_timeline_page_get_place   (LampTimelinePage *self);
void        lamp_timeline_page_set_place   (LampTimelinePage *self,
                                            const char       *place);
guint       lamp_timeline_page_get_n_nodes (LampTimelinePage *self);
GtkWidget  *lamp_timeline_page_get_node    (LampTimelinePage *self,
                                            LampRecord       *record);

G_END_DECLS
