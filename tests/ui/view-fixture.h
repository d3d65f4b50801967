/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <glib/gstdio.h>

#include "lamp-view.h"

/* A file of its own on a Sunday in November, a session, and a view in a window. */
#define FIXTURE_NOW G_GINT64_CONSTANT (1795341600000000) /* 2026-11-22T10:00:00Z */

typedef struct
{
  char *folder;
  LampClock *clock;
  LampStore *store;
  LampSession *session;
  GtkWidget *window;
  LampView *view;
} Fixture;

static inline void
fixture_open (Fixture *fixture)
{
  g_autofree char *path = NULL;
  GError *error = NULL;

  fixture->folder = g_dir_make_tmp ("lamp-view-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.lamplighter", NULL);
  fixture->clock = lamp_clock_new_fixed (FIXTURE_NOW);
  fixture->store = lamp_store_open (path, LAMP_STORE_CREATE, fixture->clock, &error);
  g_assert_no_error (error);
  fixture->session = lamp_session_new (fixture->store);
}

/* Lets the main loop come to rest: everything laid out and drawn. */
static inline void
fixture_settle (void)
{
  for (guint i = 0; i < 12; i++)
    {
      g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static inline gboolean
fixture_wait_until (gboolean (*is_so) (Fixture *fixture),
                    Fixture *fixture)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!is_so (fixture) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);

  return is_so (fixture);
}

static inline void
fixture_show (Fixture *fixture,
              GType    type)
{
  fixture->view = g_object_new (type, "session", fixture->session, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_present (GTK_WINDOW (fixture->window));
  fixture_settle ();
}

static inline void
fixture_close (Fixture *fixture)
{
  GDir *dir;
  const char *name;
  GError *error = NULL;

  if (fixture->window != NULL)
    {
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      fixture_settle ();
      /* A view that outlives its window holds on to something. */
      g_assert_null (fixture->view);
    }
  g_assert_finalize_object (fixture->session);
  g_assert_true (lamp_store_close (fixture->store, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->clock);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Adds a record: pairs of field and text as a person would type it, ended by NULL. */
static inline LampRecord *
fixture_add (Fixture    *fixture,
             const char *type,
             const char *id,
             ...)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));
  g_autoptr (LampEdit) edit = lamp_edit_new (fixture->store, "Prepare");
  GError *error = NULL;
  const char *field;
  va_list list;

  lamp_row_set_text (row, "id", id);
  va_start (list, id);
  while ((field = va_arg (list, const char *)) != NULL)
    {
      lamp_row_parse (row, field, va_arg (list, const char *), &error);
      g_assert_no_error (error);
    }
  va_end (list);
  lamp_row_set_defaults (row);
  lamp_edit_insert (edit, row);
  lamp_edit_commit (edit, &error);
  g_assert_no_error (error);

  return lamp_store_find (fixture->store, type, id);
}

static inline void
fixture_undo (Fixture *fixture)
{
  GError *error = NULL;

  g_assert_true (lamp_store_undo (fixture->store, NULL, &error));
  g_assert_no_error (error);
}

/* The first widget of a type in or under @widget. */
static inline GtkWidget *
fixture_find_widget (GtkWidget *widget,
                     GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Whether a label in or under @widget that is shown reads @text. */
static inline gboolean
fixture_reads (GtkWidget  *widget,
               const char *text)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (fixture_reads (child, text))
      return TRUE;

  return FALSE;
}
