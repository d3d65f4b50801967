/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "view-fixture.h"

/* A meeting that is running, with an item and one to come, in a window. */
typedef struct
{
  Fixture base;
  LampRecord *meeting;
  LampRecord *item;
  char *notice;
} Capture;

static inline void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           Capture     *capture)
{
  g_set_str (&capture->notice, message);
}

static inline void
add_people (Fixture *fixture)
{
  g_object_unref (fixture_add (fixture, "people", "ana", "name", "Ana Ruiz", "sector", "educators", "wall", "inside",
                               NULL));
  g_object_unref (fixture_add (fixture, "people", "abe", "name", "Abe of Elsewhere", "sector", "educators", "wall",
                               "outside", NULL));
  g_object_unref (fixture_add (fixture, "memberships", "ms", "community", "team", "person", "ana", NULL));
  g_object_unref (fixture_add (fixture, "goals", "g", "community", "team", "level", "team", "title", "Talk first",
                               NULL));
  g_object_unref (fixture_add (fixture, "strategies", "st", "goal", "g", "title", "Double block", "origin", "mandated",
                               NULL));
}

static inline void
set_up (Capture       *capture,
        gconstpointer  data)
{
  Fixture *fixture = &capture->base;

  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Tom & <b>Jerry</b>", "kind", "team", NULL));
  add_people (fixture);
  capture->meeting = fixture_add (fixture, "meetings", "now", "community", "team", "title", "Now", "starts_at",
                                  "2026-11-22T07:41", "minutes", "44", "state", "in-progress", NULL);
  g_object_unref (fixture_add (fixture, "meetings", "next", "community", "team", "title", "Next", "starts_at",
                               "2026-12-06T07:41", "minutes", "44", "state", "draft", NULL));
  capture->item = fixture_add (fixture, "agenda_items", "item", "meeting", "now", "position", "0", "title", "Sort",
                               "kind", "work", "minutes", "20", NULL);
  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), capture);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), adw_bin_new ());
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

static inline void
tear_down (Capture       *capture,
           gconstpointer  data)
{
  g_clear_object (&capture->meeting);
  g_clear_object (&capture->item);
  g_signal_handlers_disconnect_by_data (capture->base.session, capture);
  g_free (capture->notice);
  fixture_close (&capture->base);
}

static inline GtkWidget *
get_content (Capture *capture)
{
  return adw_window_get_content (ADW_WINDOW (capture->base.window));
}

/* The row of a title, wherever it is. */
static inline GtkWidget *
find_row (gpointer    widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}
