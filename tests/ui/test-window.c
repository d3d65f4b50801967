/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-edit.h"
#include "lamp-shortcuts.h"
#include "lamp-test-file.h"
#include "lamp-view.h"
#include "lamp-window.h"

typedef struct
{
  TestFile *file;
  LampApplication *application;
  LampWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  test_file_close (fixture->file);
  fixture->application = LAMP_APPLICATION ((gpointer) data);
}

static void
open_window (Fixture *fixture)
{
  fixture->window = lamp_window_new (fixture->application, fixture->file->path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      while (fixture->window != NULL) /* a thread may hold it still, for the backup of the day */
        g_main_context_iteration (NULL, TRUE);
    }
  test_file_free (fixture->file);
}

/* The first of a kind that is in sight. */
static GtkWidget *
find_shown (GtkWidget *widget,
            GType      type)
{
  if (!gtk_widget_get_child_visible (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_enabled (Fixture    *fixture,
            const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (is_enabled (fixture, action));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, NULL);
}

static void
an_empty_file_shows_the_doors (Fixture       *fixture,
                               gconstpointer  data)
{
  open_window (fixture);
  g_assert_nonnull (lamp_window_get_session (fixture->window));
  g_assert_null (find_shown (GTK_WIDGET (fixture->window), LAMP_TYPE_VIEW));
  g_assert_true (is_enabled (fixture, "start-community"));
  g_assert_true (is_enabled (fixture, "import"));
  g_assert_false (is_enabled (fixture, "add"));
  g_assert_false (is_enabled (fixture, "export"));
}

static void
the_example_shows_every_view (Fixture       *fixture,
                              gconstpointer  data)
{
  open_window (fixture);
  lamp_window_fill_with_example (fixture->window);
  for (guint i = 0; i < lamp_window_get_n_views (); i++)
    {
      g_autofree char *action = g_strconcat ("show-", lamp_window_get_view_name (i), NULL);
      GtkWidget *view;

      activate (fixture, action);
      view = find_shown (GTK_WIDGET (fixture->window), LAMP_TYPE_VIEW);
      g_assert_nonnull (view);
      g_assert_cmpstr (LAMP_VIEW_GET_CLASS (view)->name, ==, lamp_window_get_view_name (i));
    }
}

static void
what_is_done_is_undone_until_the_doors_are_back (Fixture       *fixture,
                                                 gconstpointer  data)
{
  open_window (fixture);
  lamp_window_fill_with_example (fixture->window);
  g_assert_nonnull (find_shown (GTK_WIDGET (fixture->window), LAMP_TYPE_VIEW));
  activate (fixture, "undo");
  g_assert_null (find_shown (GTK_WIDGET (fixture->window), LAMP_TYPE_VIEW));
  g_assert_false (is_enabled (fixture, "undo"));
  activate (fixture, "redo");
  g_assert_nonnull (find_shown (GTK_WIDGET (fixture->window), LAMP_TYPE_VIEW));
}

static void
the_selection_can_be_deleted_and_comes_back (Fixture       *fixture,
                                             gconstpointer  data)
{
  LampSession *session;
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (LampRecord) goal = NULL;
  guint n;

  open_window (fixture);
  lamp_window_fill_with_example (fixture->window);
  session = lamp_window_get_session (fixture->window);
  goals = lamp_store_list (lamp_session_get_store (session), "goals");
  n = g_list_model_get_n_items (goals);
  goal = g_list_model_get_item (goals, 0);
  g_assert_false (is_enabled (fixture, "delete"));
  lamp_session_set_selected (session, goal);
  activate (fixture, "delete");
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, n - 1);
  g_assert_false (is_enabled (fixture, "delete"));
  activate (fixture, "undo");
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, n);
}

static void
to_reveal_a_record_shows_its_view (Fixture       *fixture,
                                   gconstpointer  data)
{
  LampSession *session;
  g_autoptr (GListModel) goals = NULL;
  g_autoptr (LampRecord) goal = NULL;

  open_window (fixture);
  lamp_window_fill_with_example (fixture->window);
  activate (fixture, "show-meetings");
  session = lamp_window_get_session (fixture->window);
  goals = lamp_store_list (lamp_session_get_store (session), "goals");
  goal = g_list_model_get_item (goals, 0);
  lamp_session_reveal (session, goal);
  g_assert_true (lamp_session_get_selected (session) == goal);
  g_assert_cmpstr (LAMP_VIEW_GET_CLASS (find_shown (GTK_WIDGET (fixture->window), LAMP_TYPE_VIEW))->name, ==, "goals");
}

static void
a_file_that_cannot_be_opened_stays_as_it_is (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char not_ours[] = "This is a letter to my aunt, and no database at all.";
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (fixture->file->path, not_ours, -1, NULL));
  open_window (fixture);
  g_assert_null (lamp_window_get_session (fixture->window));
  g_assert_false (is_enabled (fixture, "import"));
  g_assert_true (is_enabled (fixture, "set-aside"));
  g_assert_true (g_file_get_contents (fixture->file->path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, not_ours);

  activate (fixture, "set-aside");
  g_assert_nonnull (lamp_window_get_session (fixture->window));
  g_assert_false (is_enabled (fixture, "set-aside"));
}

static void
a_shortcut_names_an_action_that_there_is (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (GTK_APPLICATION (fixture->application));

  open_window (fixture);
  g_assert_cmpuint (g_strv_length (actions), >, 10);
  for (guint i = 0; actions[i] != NULL; i++)
    if (g_str_has_prefix (actions[i], "win."))
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->window), actions[i] + strlen ("win.")));
    else if (g_str_has_prefix (actions[i], "app."))
      g_assert_true (g_action_group_has_action (G_ACTION_GROUP (fixture->application), actions[i] + strlen ("app.")));
}

#define ADD(name) g_test_add ("/window/" #name, Fixture, application, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autoptr (LampApplication) application = NULL;

  gtk_test_init (&argc, &argv, NULL);
  application = lamp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  ADD (an_empty_file_shows_the_doors);
  ADD (the_example_shows_every_view);
  ADD (what_is_done_is_undone_until_the_doors_are_back);
  ADD (the_selection_can_be_deleted_and_comes_back);
  ADD (to_reveal_a_record_shows_its_view);
  ADD (a_file_that_cannot_be_opened_stays_as_it_is);
  ADD (a_shortcut_names_an_action_that_there_is);

  return g_test_run ();
}
