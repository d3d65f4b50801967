/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-goals-view.h"
#include "lamp-test-file.h"
#include "settle.h"

/* The goals view in a window, on a file of its own. */

typedef struct
{
  TestFile *file;
  LampSession *session;
  GtkWidget *window;
  LampView *view;
  char *notice;
} Fixture;

G_GNUC_UNUSED static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           Fixture     *fixture)
{
  g_set_str (&fixture->notice, message);
}

G_GNUC_UNUSED static void
settle (Fixture *fixture)
{
  settle_window (fixture->window);
}

G_GNUC_UNUSED static void
put_goal (TestFile   *file,
          const char *id,
          const char *title,
          const char *level,
          const char *parent,
          int         position)
{
  LampRow *row = test_goal (id, parent);

  lamp_row_set_text (row, "level", level);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "community", "c");
  lamp_row_set_integer (row, "position", position);
  test_insert (file, row);
}

G_GNUC_UNUSED static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  test_insert (fixture->file, test_community ("c"));
  if (data)
    {
      put_goal (fixture->file, "system", "system", "system", NULL, 0);
      put_goal (fixture->file, "school", "school", "school", "system", 0);
      put_goal (fixture->file, "early", "early", "team", "school", 0);
      put_goal (fixture->file, "late", "late", "team", "school", 1);
      put_goal (fixture->file, "tom", "Tom & <b>Jerry</b>", "team", NULL, 0);
      put_goal (fixture->file, "secret", "secret wish", "individual", "early", 0);
    }
  fixture->session = lamp_session_new (fixture->file->store);
  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), fixture);
  fixture->view = g_object_new (LAMP_TYPE_GOALS_VIEW, "session", fixture->session, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  test_file_free (fixture->file);
  g_free (fixture->notice);
}

G_GNUC_UNUSED static void
select_goal (Fixture    *fixture,
             const char *id)
{
  g_autoptr (LampRecord) goal = id ? lamp_store_find (fixture->file->store, "goals", id) : NULL;

  lamp_session_set_selected (fixture->session, goal);
  settle (fixture);
}

G_GNUC_UNUSED static gboolean
act (Fixture    *fixture,
     const char *action)
{
  gboolean done = gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);

  settle (fixture);

  return done;
}

G_GNUC_UNUSED static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && says (widget, label))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found)
        return found;
    }

  return NULL;
}

G_GNUC_UNUSED static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_button (fixture->window, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
}

G_GNUC_UNUSED static void
undo (Fixture *fixture)
{
  test_undo (fixture->file);
  settle (fixture);
}
