/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-pictures.h"

#include <glib/gstdio.h>

#include "lamp-room-display.h"

/* Frames from a switch of views until everything stands where it stays: sizes are known after one, what is in sight
 * is made after the next, and its own sizes are known after the third. */
#define SETTLED_FRAMES 8

/* After the views, the next meeting: before its start, in its midst, and what the room sees of it. */
enum
{
  RUN_START,
  RUN_MIDST,
  RUN_ROOM,
  N_RUN_STEPS,
};

static const char * const run_names[N_RUN_STEPS] = { "run-start", "run", "room" };

typedef struct
{
  LampWindow *window;  /* unowned: the tick callback goes with it */
  GtkWindow *room;     /* (nullable) (unowned) */
  char *folder;
  guint step;          /* two for each view: its picture, then its list; then those of a run */
  guint frames;        /* seen since the step began */
} Pictures;

static guint
count_of_views (void)
{
  return 2 * lamp_window_get_n_views ();
}

/* The view of a step: the first one last, when the checks that it shows have been counted. */
static const char *
get_view_name (Pictures *self)
{
  return lamp_window_get_view_name (lamp_window_get_n_views () - 1 - self->step / 2);
}

static void
pictures_free (Pictures *self)
{
  if (self->room != NULL)
    gtk_window_destroy (self->room);
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

static char *
dup_name (Pictures *self)
{
  if (self->step >= count_of_views ())
    return g_strconcat (run_names[self->step - count_of_views ()], ".png", NULL);

  return g_strconcat (get_view_name (self), self->step % 2 == 1 ? "-list" : "", ".png", NULL);
}

static gboolean
save_picture (Pictures *self)
{
  g_autoptr (GdkTexture) texture = take_picture (GTK_WIDGET (self->room != NULL ? self->room : GTK_WINDOW (self->window)));
  g_autofree char *name = dup_name (self);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  if (texture == NULL)
    return FALSE;
  if (!gdk_texture_save_to_png (texture, path))
    g_printerr ("lamplighter: %s could not be written\n", path);

  return TRUE;
}

/* Two items done and the third well under way. */
static void
run_into_the_midst (LampMeetingRun *run)
{
  lamp_meeting_run_start (run);
  lamp_meeting_run_correct_start (run, 18 * 60);
  lamp_meeting_run_next (run);
  lamp_meeting_run_correct_item (run, 13 * 60);
  lamp_meeting_run_next (run);
  lamp_meeting_run_correct_item (run, 8 * 60);
}

static void
show_room (Pictures       *self,
           LampMeetingRun *run)
{
  int width;
  int height;

  gtk_window_get_default_size (GTK_WINDOW (self->window), &width, &height);
  self->room = GTK_WINDOW (lamp_room_display_new (run));
  gtk_window_set_default_size (self->room, width, height);
  gtk_window_present (self->room);
}

static void
begin_run_step (Pictures *self)
{
  LampMeetingRun *run = lamp_window_get_run (self->window);

  switch (self->step - count_of_views ())
    {
    case RUN_START:
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.run-meeting", NULL);
      break;
    case RUN_MIDST:
      if (run != NULL)
        run_into_the_midst (run);
      break;
    case RUN_ROOM:
      if (run != NULL)
        show_room (self, run);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
begin_step (Pictures *self)
{
  self->frames = 0;
  if (self->step >= count_of_views ())
    {
      begin_run_step (self);
      return;
    }
  lamp_window_show_view (self->window, get_view_name (self));
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

  if (++self->step < count_of_views () + N_RUN_STEPS)
    {
      begin_step (self);
      return G_SOURCE_CONTINUE;
    }
  if (lamp_window_get_run (self->window) != NULL)
    lamp_meeting_run_discard (lamp_window_get_run (self->window));
  gtk_window_destroy (GTK_WINDOW (widget));

  return G_SOURCE_REMOVE;
}

/**
 * lamp_pictures_take:
 * @window: a window that is shown
 * @folder: (type filename): where to write NAME.png and NAME-list.png for each view, run-start.png, run.png
 *   and room.png; it is made where there is none
 *
 * Writes a picture of each view, and of the next meeting being run, as it is in the window at its size, then closes the
 * window.
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
