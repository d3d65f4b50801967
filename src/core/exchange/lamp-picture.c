/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-picture.h"

/**
 * lamp_picture_new:
 * @width: in points
 * @height: in points
 * @draw: draws it
 * @data: (transfer full): for @draw
 * @free_data: frees @data
 *
 * Returns: (transfer full): the picture
 */
LampPicture *
lamp_picture_new (double          width,
                  double          height,
                  void          (*draw) (gpointer data, cairo_t *cr),
                  gpointer        data,
                  GDestroyNotify  free_data)
{
  LampPicture *self = g_atomic_rc_box_new0 (LampPicture);

  self->width = width;
  self->height = height;
  self->draw = draw;
  self->data = data;
  self->free_data = free_data;

  return self;
}

/**
 * lamp_picture_ref:
 * @self: a picture
 *
 * Returns: (transfer full): the same
 */
LampPicture *
lamp_picture_ref (LampPicture *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
picture_clear (gpointer data)
{
  LampPicture *self = data;

  self->free_data (self->data);
  g_free (self->svg);
}

/**
 * lamp_picture_unref:
 * @self: (transfer full): a picture
 *
 * Lets go of it.
 */
void
lamp_picture_unref (LampPicture *self)
{
  g_atomic_rc_box_release_full (self, picture_clear);
}
