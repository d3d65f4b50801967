/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-picture-write.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "lamp-error.h"

/* Pixels for a point, and the most that a picture may have on a side: Cairo's own limit is 32767. */
#define PIXELS_PER_POINT 2.0
#define PIXELS_AT_MOST 16000.0

static cairo_status_t
append (void                *closure,
        const unsigned char *data,
        unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
take_bytes (GByteArray      *bytes,
            cairo_status_t   status,
            GError         **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO, _("The picture cannot be written: %s."), cairo_status_to_string (status));

  return NULL;
}

/**
 * lamp_picture_to_svg:
 * @self: a picture
 * @error: where to put an error of [error@Error]
 *
 * Returns: (transfer full) (nullable): the picture as an SVG file
 */
GBytes *
lamp_picture_to_svg (LampPicture  *self,
                     GError      **error)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, bytes, self->width, self->height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_clip (cr);
  self->draw (self->data, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return take_bytes (bytes, status, error);
}

/**
 * lamp_picture_to_png:
 * @self: a picture
 * @error: where to put an error of [error@Error]
 *
 * Returns: (transfer full) (nullable): the picture as a PNG file on white, finer than a screen unless it is huge
 */
GBytes *
lamp_picture_to_png (LampPicture  *self,
                     GError      **error)
{
  GByteArray *bytes = g_byte_array_new ();
  double scale = MIN (PIXELS_PER_POINT, PIXELS_AT_MOST / MAX (self->width, self->height));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (self->width * scale),
                                                         (int) ceil (self->height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  self->draw (self->data, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append, bytes);
  cairo_surface_destroy (surface);

  return take_bytes (bytes, status, error);
}

/**
 * lamp_picture_keep_svg:
 * @self: a picture that nobody else has yet
 *
 * Draws the picture as SVG once, for a page of HTML that stands on its own.
 */
void
lamp_picture_keep_svg (LampPicture *self)
{
  g_autoptr (GBytes) bytes = lamp_picture_to_svg (self, NULL);
  const char *begin;
  gsize length;

  if (bytes == NULL)
    return;
  begin = g_bytes_get_data (bytes, &length);
  begin = g_strstr_len (begin, (gssize) length, "<svg");
  if (begin != NULL)
    self->svg = g_strndup (begin, length - (gsize) (begin - (const char *) g_bytes_get_data (bytes, NULL)));
}
