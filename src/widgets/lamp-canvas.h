/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampCanvas:
 *
 * A plane to zoom and pan, with real widgets for nodes (made only for what is in sight, and reused) and drawing under
 * them. The caller lays nodes out in plane coordinates (logical pixels at zoom 1, x to the right also in
 * right-to-left: the canvas mirrors the plane by itself, leaving the nodes' insides readable).
 *
 * Keyboard: one Tab stop; arrows move the focus to the nearest node in that direction, Home and End to the first and
 * last; a node scrolled out of sight is brought into it. Ctrl+scroll, pinch, Ctrl+plus, Ctrl+minus zoom about the
 * pointer or the middle; Ctrl+0 fits. Scroll and drag on the background pan.
 *
 * A place in the plane is remembered as "zoom x y", or "" while all is shown. Nodes too small to read (or more than a
 * thousand in sight) are drawn as plain boxes; a click on one goes near.
 *
 * Properties: "zoom" (double, 0.1 to 4), "place" (string, read-write, for remembering), "n-nodes".
 * Signals: "background-pressed" (x, y in the plane).
 * Actions installed on the class (so that they show as accessible actions too): canvas.zoom-in, canvas.zoom-out,
 * canvas.fit.
 */
#define LAMP_TYPE_CANVAS (lamp_canvas_get_type ())
G_DECLARE_FINAL_TYPE (LampCanvas, lamp_canvas, LAMP, CANVAS, GtkWidget)

/**
 * LampCanvasDelegate:
 * @make: makes a node widget (transfer floating); it should be focusable and have an accessible role
 * @bind: makes a node widget show node @index; also called again by lamp_canvas_rebind()
 * @unbind: (nullable): lets go of it
 * @draw: (nullable): draws under the nodes, in plane coordinates; @sight is what of the plane can be seen; @zoom lets
 *   it leave out what is too small
 *
 * What a view gives the canvas.
 */
typedef struct
{
  GtkWidget *(*make)   (LampCanvas *canvas, gpointer data);
  void       (*bind)   (LampCanvas *canvas, GtkWidget *node, guint index, gpointer data);
  void       (*unbind) (LampCanvas *canvas, GtkWidget *node, gpointer data);
  void       (*draw)   (LampCanvas *canvas, GtkSnapshot *snapshot, const graphene_rect_t *sight, double zoom, gpointer data);
} LampCanvasDelegate;

GtkWidget *lamp_canvas_new           (void);
void       lamp_canvas_set_delegate  (LampCanvas               *self,
                                      const LampCanvasDelegate *delegate, /* static */
                                      gpointer                  data);    /* outlives the canvas */
/* Nodes @kept_from … keep their widgets: pass for each new node the index it had before, or -1; NULL when nothing is
 * kept. Focus stays on a node that is kept. */
void       lamp_canvas_set_nodes     (LampCanvas               *self,
                                      const graphene_rect_t    *rects,
                                      guint                     n_rects,
                                      const int                *kept_from,
                                      const graphene_rect_t    *extents); /* of the whole plane */
void       lamp_canvas_rebind        (LampCanvas               *self,
                                      guint                     index);
void       lamp_canvas_queue_redraw  (LampCanvas               *self);    /* of what is drawn under the nodes */
/* Looks that much further on in the plane; for a node that stays where it is seen while all is laid out anew, right
 * before lamp_canvas_set_nodes(). */
void       lamp_canvas_shift         (LampCanvas               *self,
                                      double                    dx,
                                      double                    dy);
GtkWidget *lamp_canvas_get_node      (LampCanvas               *self,     /* (nullable): NULL when not in sight */
                                      guint                     index);
int        lamp_canvas_get_index     (LampCanvas               *self,     /* of a node widget or a descendant; -1 */
                                      GtkWidget                *node);
void       lamp_canvas_reveal        (LampCanvas               *self,     /* brings into sight */
                                      guint                     index,
                                      gboolean                  grab_focus);
void       lamp_canvas_set_cursor    (LampCanvas               *self,     /* where the focus enters when it comes from */
                                      guint                     index);   /* elsewhere; nothing is moved */
void       lamp_canvas_fit           (LampCanvas               *self);
void       lamp_canvas_set_zoom      (LampCanvas               *self,
                                      double                    zoom);
double     lamp_canvas_get_zoom      (LampCanvas               *self);
char      *lamp_canvas_dup_place     (LampCanvas               *self);
void       lamp_canvas_set_place     (LampCanvas               *self,
                                      const char               *place);
void       lamp_canvas_set_first_sight (LampCanvas             *self,     /* until somebody pans or zooms: */
                                      double                    smallest, /* the least zoom that can be read, and */
                                      double                    align_x,  /* what to show (0…1) of what is larger */
                                      double                    align_y);
void       lamp_canvas_to_plane      (LampCanvas               *self,
                                      double                    x,
                                      double                    y,
                                      graphene_point_t         *point);
void       lamp_canvas_append_layout (LampCanvas               *self,     /* draws a text from `draw`, readable also */
                                      GtkSnapshot              *snapshot, /* when the plane is mirrored */
                                      PangoLayout              *layout,
                                      const GdkRGBA            *color,
                                      double                    x,
                                      double                    y);

G_END_DECLS
