/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-viewport.h"

G_BEGIN_DECLS

#define LAMP_CANVAS_ZOOM_STEP 1.2
#define LAMP_CANVAS_ZOOM_MIN 0.1
#define LAMP_CANVAS_ZOOM_MAX 4.0

struct _LampCanvas
{
  GtkWidget parent_instance;

  const LampCanvasDelegate *delegate;
  gpointer data;

  graphene_rect_t *rects;
  GtkWidget **widgets;      /* of each node; NULL when out of sight */
  guint n_nodes;
  double lowest;            /* the height of the lowest node */
  graphene_rect_t extents;
  GPtrArray *pool;

  LampViewport viewport;
  double fit_smallest;
  double align_x;
  double align_y;
  gboolean fitted;          /* nobody has panned or zoomed since */
  gboolean beyond;          /* the middle of what is seen may be off the plane: the nodes that were there have gone, … */
  graphene_point_t middle;  /* … and it may be no further off than this */
  gboolean far;             /* too small or too many to be widgets */
  double place_x;           /* a place set before there was a size to place in */
  double place_y;
  double place_zoom;

  graphene_rect_t seen;     /* what of the plane was in sight last */
  gboolean moving;          /* it is being panned or zoomed: nodes are shown as pictures */
  guint rest_source;
  gint64 spent;             /* microseconds of this frame's time for work that may wait */
  gboolean judged;          /* pictures of what has changed since they were taken have been thrown away */
  guint prepares;           /* pictures are being taken while nothing moves */

  guint cursor;             /* where the one Tab stop is */
  int pending;              /* to be revealed once there is a size */
  gboolean pending_focus;
};

/* The widgets of the nodes: see lamp-canvas-nodes.c. */
void lamp_canvas_update_sight      (LampCanvas *self);
void lamp_canvas_follow_hand       (LampCanvas *self);
void lamp_canvas_drop_nodes        (LampCanvas *self);

/* Work that may wait is spread over the frames of a movement: each does one piece, and more while there is time. */
#define LAMP_CANVAS_TIME 1000 /* microseconds of a frame */

static inline gboolean
lamp_canvas_has_time (const LampCanvas *self)
{
  return self->spent < LAMP_CANVAS_TIME;
}

static inline void
lamp_canvas_spend_since (LampCanvas *self,
                         gint64      start)
{
  self->spent += g_get_monotonic_time () - start;
}

/* As graphene_rect_intersection() says it of rectangles of which no size is negative; there may be many thousands. */
static inline gboolean
lamp_canvas_overlap (const graphene_rect_t *a,
                     const graphene_rect_t *b)
{
  return a->origin.y < b->origin.y + b->size.height && b->origin.y < a->origin.y + a->size.height
         && a->origin.x < b->origin.x + b->size.width && b->origin.x < a->origin.x + a->size.width;
}

/* Where we look: see lamp-canvas-look.c. */
gboolean lamp_canvas_has_size      (LampCanvas *self);
void lamp_canvas_look_again        (LampCanvas *self,
                                    gboolean    anew);
void lamp_canvas_look_at           (LampCanvas            *self,
                                    const graphene_rect_t *rect);
void lamp_canvas_resize            (LampCanvas *self,
                                    int         width,
                                    int         height);

/* Pictures of nodes that move: see lamp-canvas-stills.c. */
void     lamp_canvas_stir           (LampCanvas  *self);
void     lamp_canvas_stop_moving    (LampCanvas  *self);
gboolean lamp_canvas_has_still      (LampCanvas  *self,
                                     guint        index);
void     lamp_canvas_drop_still     (LampCanvas  *self,
                                     GtkWidget   *node);
gboolean lamp_canvas_snapshot_nodes (LampCanvas  *self,
                                     GtkSnapshot *snapshot);

/* How a person's hand moves a canvas: see lamp-canvas-input.c. */
void lamp_canvas_add_controllers   (LampCanvas *self);
void lamp_canvas_install_shortcuts (GtkWidgetClass *widget_class);

void lamp_canvas_pan               (LampCanvas *self,
                                    double      dx,
                                    double      dy);
void lamp_canvas_zoom_about        (LampCanvas *self,
                                    double      zoom,
                                    double      x,
                                    double      y);
void lamp_canvas_press             (LampCanvas *self,
                                    double      x,
                                    double      y);
void lamp_canvas_go_to_end         (LampCanvas *self,
                                    gboolean    last);

/* Which of the nodes lies next in a direction, as it is seen; -1 when none does. */
int  lamp_canvas_find_next         (const LampViewport    *viewport,
                                    const graphene_rect_t *rects,
                                    guint                  n_rects,
                                    guint                  from,
                                    GtkDirectionType       direction);

G_END_DECLS
