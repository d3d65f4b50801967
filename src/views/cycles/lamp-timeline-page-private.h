/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-cycle-picture.h"
#include "lamp-timeline-page.h"
#include "lamp-timeline-ruler.h"

G_BEGIN_DECLS

struct _LampTimelinePage
{
  AdwBin parent_instance;

  LampSession *session;
  LampCyclePicture *picture;
  LampTimelineScale scale;
  gboolean later_follow;
  gboolean stale;
  gboolean adjusting;
  double top;            /* of what is seen, kept while zooming */
  double align;          /* where today is, of all that can be seen */
  double pinch_start;
  char *place;
  int height;            /* of the canvas when it last got its nodes */
  guint resized;         /* source */

  /* A bar under the hand. */
  LampRecord *dragged;
  LampSpanPart part;
  int dragged_days;
  gboolean drags;

  GtkBox *timeline;
  LampCanvas *canvas;
  LampTimelineRuler *ruler;
  GMenuModel *cycle_menu;
  GMenuModel *stage_menu;
};

void     lamp_timeline_page_update     (LampTimelinePage *self);
void     lamp_timeline_page_lay_out    (LampTimelinePage *self);
gboolean lamp_timeline_page_get_middle (LampTimelinePage *self,
                                        double           *x);
void     lamp_timeline_page_zoom_to    (LampTimelinePage *self,
                                        double            pixels_per_day,
                                        double            x);

double   lamp_timeline_page_get_seen_width (LampTimelinePage *self);

/* Zoom and place. */
void     lamp_timeline_zoom_install    (GtkWidgetClass   *widget_class);
void     lamp_timeline_zoom_add        (LampTimelinePage *self);

/* How a hand moves bars, and what it does to a node. */
void     lamp_timeline_hand_add        (LampTimelinePage *self);
void     lamp_timeline_hand_connect    (LampTimelinePage *self,
                                        GtkWidget        *node);

G_END_DECLS
