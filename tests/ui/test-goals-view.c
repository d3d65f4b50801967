/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goals-fixture.h"

static void
an_empty_file_offers_to_add_a_goal_of_the_system (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_assert_true (says (GTK_WIDGET (fixture->view), "No Goals Yet"));
  test_set (fixture->file, "communities", "c", "kind", "system");
  settle (fixture);
  lamp_view_add (fixture->view);
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT level, title FROM goals", "system|New Goal");
  g_assert_true (lamp_record_is (lamp_session_get_selected (fixture->session), "goals"));
}

static void
a_new_goal_supports_the_selected_one_in_one_step (Fixture       *fixture,
                                                  gconstpointer  data)
{
  select_goal (fixture, "school");
  lamp_view_add (fixture->view);
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT level, parent, position FROM goals WHERE title = 'New Goal'", "team|school|2");
  test_undo (fixture->file);
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "6");
}

static void
a_new_goal_that_supports_nothing_is_in_the_tray (Fixture       *fixture,
                                                 gconstpointer  data)
{
  lamp_view_add (fixture->view);
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT level, parent IS NULL FROM goals WHERE title = 'New Goal'", "team|1");
  g_assert_true (says (GTK_WIDGET (fixture->view), "New Goal"));
}

static void
titles_are_shown_as_they_are_and_private_ones_not_at_all (Fixture       *fixture,
                                                          gconstpointer  data)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1260, 700); /* wide enough for the last column */
  settle (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->view), "Tom & <b>Jerry</b>"));
  g_assert_true (says (GTK_WIDGET (fixture->view), "1 individual goal"));
  g_assert_false (says (GTK_WIDGET (fixture->view), "secret wish"));
  lamp_view_set_list_mode (fixture->view, TRUE);
  settle (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->view), "1 individual goal"));
  g_assert_false (says (GTK_WIDGET (fixture->view), "secret wish"));
  select_goal (fixture, "secret");
  g_assert_false (says (GTK_WIDGET (fixture->view), "secret wish"));
}

static void
the_tray_folds_and_keeps_its_head (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *tray = find_widget (GTK_WIDGET (fixture->view), g_type_from_name ("LampGoalTray"));
  gboolean folded;

  g_signal_emit_by_name (find_widget (tray, GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  g_object_get (tray, "folded", &folded, NULL);
  g_assert_true (folded);
  g_assert_true (says (tray, "Align With Nothing"));
}

static void
the_button_of_an_empty_page_adds (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_signal_emit_by_name (find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_BUTTON), "clicked");
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "1");
}

static void
what_others_change_is_shown (Fixture       *fixture,
                             gconstpointer  data)
{
  lamp_view_set_list_mode (fixture->view, TRUE);
  test_set (fixture->file, "goals", "late", "title", "Renamed elsewhere");
  settle (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->view), "Renamed elsewhere"));
  test_delete (fixture->file, "goals", "early");
  settle (fixture);
  g_assert_false (says (GTK_WIDGET (fixture->view), "early"));
}

static void
a_search_keeps_what_is_above (Fixture       *fixture,
                              gconstpointer  data)
{
  lamp_session_set_search (fixture->session, "late");
  settle (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->view), "late"));
  g_assert_true (says (GTK_WIDGET (fixture->view), "system"));
  g_assert_false (says (GTK_WIDGET (fixture->view), "early"));
  lamp_session_set_search (fixture->session, "no such goal");
  settle (fixture);
  g_assert_true (says (GTK_WIDGET (fixture->view), "No Goals Found"));
}

#define ADD(name, function, filled) \
  g_test_add ("/goals-view/" name, Fixture, GINT_TO_POINTER (filled), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("an_empty_file_offers_to_add_a_goal_of_the_system", an_empty_file_offers_to_add_a_goal_of_the_system, FALSE);
  ADD ("a_new_goal_supports_the_selected_one_in_one_step", a_new_goal_supports_the_selected_one_in_one_step, TRUE);
  ADD ("a_new_goal_that_supports_nothing_is_in_the_tray", a_new_goal_that_supports_nothing_is_in_the_tray, TRUE);
  ADD ("titles_are_shown_as_they_are_and_private_ones_not_at_all",
       titles_are_shown_as_they_are_and_private_ones_not_at_all, TRUE);
  ADD ("the_tray_folds_and_keeps_its_head", the_tray_folds_and_keeps_its_head, TRUE);
  ADD ("the_button_of_an_empty_page_adds", the_button_of_an_empty_page_adds, FALSE);
  ADD ("what_others_change_is_shown", what_others_change_is_shown, TRUE);
  ADD ("a_search_keeps_what_is_above", a_search_keeps_what_is_above, TRUE);

  return g_test_run ();
}
