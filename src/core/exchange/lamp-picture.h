/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Cairo's own name for its context: a picture can be handed on where nobody draws. */
typedef struct _cairo cairo_t;

/**
 * LampPicture:
 * @width: in points, as drawn at its own size
 * @height: likewise
 * @draw: draws it, its corner at 0, 0; only what is within the clip has to be drawn
 * @data: for @draw
 * @free_data: frees @data
 * @svg: (nullable): the same as SVG
 *
 * A drawing in a document. It does not change once it is made, and may be drawn in whatever thread.
 */
typedef struct
{
  double width;
  double height;
  void (*draw) (gpointer  data,
                cairo_t  *cr);
  gpointer data;
  GDestroyNotify free_data;
  char *svg;
} LampPicture;

LampPicture *lamp_picture_new   (double          width,
                                 double          height,
                                 void          (*draw) (gpointer data, cairo_t *cr),
                                 gpointer        data,
                                 GDestroyNotify  free_data);
LampPicture *lamp_picture_ref   (LampPicture    *self);
void         lamp_picture_unref (LampPicture    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampPicture, lamp_picture_unref)

G_END_DECLS
