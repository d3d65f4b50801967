/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-pictures.h"

#include <glib/gstdio.h>

/* Frames from a switch of views until everything stands where it stays: sizes are known after one, what is in sight
 * is made after the next, and its own sizes are known after the third. */
#define SETTLED_FRAMES 8

typedef struct
{
  LampWindow *window;  /* unowned: the tick callback goes with it */
  char *folder;
  guint step;          /* two for each view: its picture, then its list */
  guint frames;        /* seen since the step began */
} Pictures;

static void
pictures_free (Pictures *self)
{
  g_free (self->folder);
  g_free (self);
}

/* Takes nothing while the window has nothing to show, such as between two sizes. */
static GdkTexture *
take_picture (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return NULL;

  return gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
}

static gboolean
save_picture (Pictures *self)
{
  g_autoptr (GdkTexture) texture = take_picture (GTK_WIDGET (self->window));
  g_autofree char *name = g_strdup_printf ("%s%s.png", lamp_window_get_view_name (self->step / 2),
                                           self->step % 2 == 1 ? "-list" : "");
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (texture == NULL)
    return FALSE;
  if (!gdk_texture_save_to_png (texture, path))
    g_printerr ("lamplighter: %s could not be written\n", path);

  return TRUE;
}

static void
begin_step (Pictures *self)
{
  self->frames = 0;
  lamp_window_show_view (self->window, lamp_window_get_view_name (self->step / 2));
  lamp_window_set_list_mode (self->window, self->step % 2 == 1);
}

static gboolean
on_frame (GtkWidget     *widget,
          GdkFrameClock *frame_clock,
          gpointer       data)
{
  Pictures *self = data;

  if (++self->frames < SETTLED_FRAMES || !save_picture (self))
    return G_SOURCE_CONTINUE;

  if (++self->step < 2 * lamp_window_get_n_views ())
    {
      begin_step (self);
      return G_SOURCE_CONTINUE;
    }
  gtk_window_destroy (GTK_WINDOW (widget));

  return G_SOURCE_REMOVE;
}

/**
 * lamp_pictures_take:
 * @window: a window that is shown
 * @folder: (type filename): where to write NAME.png and NAME-list.png for each view; it is made where there is none
 *
 * Writes a picture of each view as it is in the window at its size, then closes the window.
 */
void
lamp_pictures_take (LampWindow *window,
                    const char *folder)
{
  Pictures *self;

  g_return_if_fail (LAMP_IS_WINDOW (window));
  g_return_if_fail (folder != NULL);

  g_mkdir_with_parents (folder, 0755);
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", FALSE, NULL);
  self = g_new0 (Pictures, 1);
  self->window = window;
  self->folder = g_strdup (folder);
  begin_step (self);
  gtk_widget_add_tick_callback (GTK_WIDGET (window), on_frame, self, (GDestroyNotify) pictures_free);
}

static void
destroy_window (gpointer data)
{
  gtk_window_destroy (data);
}

static void
on_painted (GdkFrameClock *frame_clock,
            GtkWindow     *window)
{
  g_signal_handlers_disconnect_by_func (frame_clock, on_painted, window);
  g_idle_add_once (destroy_window, window);
}

/**
 * lamp_pictures_quit_after_first_frame:
 * @window: a window that is shown
 *
 * Closes the window as soon as it has painted itself once.
 */
void
lamp_pictures_quit_after_first_frame (LampWindow *window)
{
  g_return_if_fail (LAMP_IS_WINDOW (window));

  g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (on_painted),
                           window, 0);
}
