/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lamp-canvas.h"
#include "lamp-goal-sight.h"
#include "lamp-goals-view.h"
#include "lamp-test-file.h"
#include "settle.h"

/* What of the goals is in sight: folded, asked for, found. */

typedef struct
{
  TestFile *file;
  LampSession *session;
  LampGoalBoard *board;   /* one of our own, on the same session */
  GtkWidget *window;
  LampView *view;
} Fixture;

static void
settle (Fixture *fixture)
{
  settle_window (fixture->window);
}

/* Only what is in sight has widgets. */
static void
show_all (Fixture *fixture)
{
  lamp_canvas_fit (LAMP_CANVAS (find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_CANVAS)));
  settle (fixture);
}

static void
put_goal (TestFile   *file,
          const char *id,
          const char *level,
          const char *parent,
          const char *owner,
          gboolean    priority)
{
  LampRow *row = test_goal (id, parent);

  lamp_row_set_text (row, "level", level);
  lamp_row_set_text (row, "title", id);
  lamp_row_set_text (row, "community", "c");
  lamp_row_set_text (row, "owner", owner);
  lamp_row_set_integer (row, "is_priority", priority);
  test_insert (file, row);
}

static void
put_goals (TestFile *file)
{
  test_insert (file, test_community ("c"));
  test_insert (file, test_person ("ruth"));
  put_goal (file, "system", "system", NULL, NULL, FALSE);
  put_goal (file, "school", "school", "system", "ruth", FALSE);
  put_goal (file, "early", "team", "school", NULL, FALSE);
  put_goal (file, "late", "team", "school", NULL, TRUE);
  put_goal (file, "stray", "team", NULL, NULL, TRUE);
  put_goal (file, "secret-wish", "individual", "early", "ruth", TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  put_goals (fixture->file);
  fixture->session = lamp_session_new (fixture->file->store);
  fixture->board = lamp_goal_board_new (fixture->session);
  fixture->view = g_object_new (LAMP_TYPE_GOALS_VIEW, "session", fixture->session, NULL);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  show_all (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->board);
  g_assert_finalize_object (fixture->session);
  test_file_free (fixture->file);
}

static void
select_goal (Fixture    *fixture,
             const char *id)
{
  g_autoptr (LampRecord) goal = lamp_store_find (fixture->file->store, "goals", id);

  lamp_session_set_selected (fixture->session, goal);
  settle (fixture);
}

static void
assert_selected (Fixture    *fixture,
                 const char *id)
{
  LampRecord *selected = lamp_session_get_selected (fixture->session);

  g_assert_cmpstr (selected ? lamp_record_get_id (selected) : NULL, ==, id);
}

static void
act (Fixture    *fixture,
     const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL));
  settle (fixture);
}

static GtkWidget *
find_saying (GtkWidget  *widget,
             const char *type,
             const char *text)
{
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), type) && says (widget, text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_saying (child, type, text);

      if (found)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_card (Fixture    *fixture,
           const char *title)
{
  return find_saying (GTK_WIDGET (fixture->view), "LampGoalCard", title);
}

static gboolean
view_says (Fixture    *fixture,
           const char *text)
{
  return says (GTK_WIDGET (fixture->view), text);
}

static void
press (Fixture    *fixture,
       GtkWidget  *within,
       const char *type,
       const char *text)
{
  GtkWidget *button = find_saying (within, type, text);

  g_assert_nonnull (button);
  if (GTK_IS_TOGGLE_BUTTON (button))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
  else
    g_signal_emit_by_name (button, "clicked");
  settle (fixture);
}

static void
toggle (Fixture    *fixture,
        const char *text)
{
  press (fixture, GTK_WIDGET (fixture->view), "GtkToggleButton", text);
}

static void
a_handle_folds_what_is_below_it_and_says_how_much (Fixture       *fixture,
                                                   gconstpointer  data)
{
  press (fixture, find_card (fixture, "school"), "GtkButton", "−");
  g_assert_null (find_card (fixture, "late"));
  g_assert_null (find_card (fixture, "1 individual goal"));
  g_assert_true (says (find_card (fixture, "school"), "+3"));
  press (fixture, find_card (fixture, "school"), "GtkButton", "+3");
  show_all (fixture);
  g_assert_nonnull (find_card (fixture, "late"));
  g_assert_nonnull (find_card (fixture, "1 individual goal"));
}

static void
a_goal_that_nothing_supports_has_no_handle (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_assert_false (says (find_card (fixture, "late"), "−"));
  select_goal (fixture, "late");
  g_assert_false (g_action_group_get_action_enabled (lamp_view_get_actions (fixture->view), "fold"));
}

static void
what_is_folded_is_remembered_with_the_file_and_nothing_to_undo (Fixture       *fixture,
                                                                gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_object_get (fixture->file->store, "undo-label", &before, NULL);
  select_goal (fixture, "school");
  act (fixture, "view.fold");
  test_assert_sql (fixture->file, "SELECT value FROM local WHERE name = 'goals.folded'", "school");
  g_object_get (fixture->file->store, "undo-label", &after, NULL);
  g_assert_cmpstr (after, ==, before);
  board = lamp_goal_board_new (fixture->session);
  g_assert_true (lamp_goal_board_is_folded (board, lamp_goal_board_get_selected (board)));
  act (fixture, "view.unfold");
  test_assert_sql (fixture->file, "SELECT count(*) FROM local WHERE name = 'goals.folded'", "0");
}

static void
to_select_a_hidden_goal_unfolds_what_hides_it (Fixture       *fixture,
                                               gconstpointer  data)
{
  act (fixture, "view.fold-all");
  g_assert_null (find_card (fixture, "school"));
  select_goal (fixture, "late");
  g_assert_nonnull (find_card (fixture, "late"));
  g_assert_nonnull (find_card (fixture, "early"));
  g_assert_null (find_card (fixture, "1 individual goal"));
}

static void
what_is_selected_is_never_hidden (Fixture       *fixture,
                                  gconstpointer  data)
{
  select_goal (fixture, "late");
  press (fixture, find_card (fixture, "system"), "GtkButton", "−");
  assert_selected (fixture, "system");
}

static void
the_tree_is_shown_down_to_a_level (Fixture       *fixture,
                                   gconstpointer  data)
{
  act (fixture, "view.show-schools");
  g_assert_nonnull (find_card (fixture, "school"));
  g_assert_null (find_card (fixture, "early"));
  act (fixture, "view.show-teams");
  g_assert_nonnull (find_card (fixture, "early"));
  g_assert_null (find_card (fixture, "1 individual goal"));
  act (fixture, "view.unfold-all");
  show_all (fixture);
  g_assert_nonnull (find_card (fixture, "1 individual goal"));
}

static graphene_point_t
get_corner (Fixture    *fixture,
            const char *title)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (find_card (fixture, title), fixture->window, &bounds));

  return bounds.origin;
}

static void
the_selected_goal_stays_where_it_is_seen (Fixture       *fixture,
                                          gconstpointer  data)
{
  graphene_point_t before, after;

  select_goal (fixture, "school");
  before = get_corner (fixture, "school");
  act (fixture, "view.fold");
  after = get_corner (fixture, "school");
  g_assert_cmpfloat_with_epsilon (before.x, after.x, 1);
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
  act (fixture, "view.unfold");
  test_delete (fixture->file, "goals", "early");
  settle (fixture);
  after = get_corner (fixture, "school");
  g_assert_cmpfloat_with_epsilon (before.y, after.y, 1);
}

static void
a_filter_keeps_what_matches_and_the_line_above_it (Fixture       *fixture,
                                                   gconstpointer  data)
{
  toggle (fixture, "Priorities");
  g_assert_true (view_says (fixture, "2 of 6 goals"));
  g_assert_false (gtk_widget_has_css_class (find_card (fixture, "late"), "context"));
  g_assert_true (gtk_widget_has_css_class (find_card (fixture, "school"), "context"));
  g_assert_true (gtk_widget_has_css_class (find_card (fixture, "system"), "context"));
  g_assert_null (find_card (fixture, "early"));
  g_assert_false (view_says (fixture, "individual goal"));
  act (fixture, "view.widen");
  g_assert_nonnull (find_card (fixture, "early"));
  g_assert_false (view_says (fixture, "of 6 goals"));
}

static void
the_list_is_filtered_as_the_tree_is (Fixture       *fixture,
                                     gconstpointer  data)
{
  lamp_view_set_list_mode (fixture->view, TRUE);
  settle (fixture);
  g_assert_true (view_says (fixture, "early"));
  toggle (fixture, "Priorities");
  g_assert_true (view_says (fixture, "late"));
  g_assert_true (view_says (fixture, "system"));
  g_assert_false (view_says (fixture, "early"));
}

static void
where_nothing_is_found_there_is_a_way_back (Fixture       *fixture,
                                            gconstpointer  data)
{
  toggle (fixture, "Overdue");
  g_assert_true (view_says (fixture, "No Goals Found"));
  g_assert_true (view_says (fixture, "0 of 6 goals"));
  g_assert_true (view_says (fixture, "Align With Nothing"));
  press (fixture, GTK_WIDGET (fixture->view), "GtkButton", "Clear Filters");
  g_assert_nonnull (find_card (fixture, "early"));
}

static void
to_clear_takes_the_words_back_too (Fixture       *fixture,
                                   gconstpointer  data)
{
  lamp_session_set_search (fixture->session, "late");
  settle (fixture);
  act (fixture, "view.widen");
  g_assert_cmpstr (lamp_session_get_search (fixture->session), ==, "");
  g_assert_nonnull (find_card (fixture, "early"));
}

static void
mine_are_shown_once_i_have_said_who_i_am (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LampRecord) ruth = lamp_store_find (fixture->file->store, "people", "ruth");
  GtkWidget *picker;

  toggle (fixture, "Mine");
  g_assert_nonnull (find_card (fixture, "early")); /* nobody knows yet whose */
  picker = find_saying (fixture->window, "LampRecordPicker", lamp_record_get_title (ruth));
  g_assert_nonnull (picker);
  g_signal_emit_by_name (picker, "picked", ruth);
  gtk_popover_popdown (GTK_POPOVER (picker));
  settle (fixture);
  show_all (fixture);
  g_assert_true (view_says (fixture, "2 of 6 goals"));
  g_assert_nonnull (find_card (fixture, "1 individual goal"));
  g_assert_false (view_says (fixture, "secret-wish"));
  g_assert_null (find_card (fixture, "late"));
  test_assert_sql (fixture->file, "SELECT value FROM local WHERE name = 'me'", "ruth");
}

static void
who_says_nothing_gets_no_goals_of_theirs (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWidget *picker;

  toggle (fixture, "Mine");
  picker = find_saying (fixture->window, "LampRecordPicker", "");
  gtk_popover_popdown (GTK_POPOVER (picker));
  settle (fixture);
  g_assert_nonnull (find_card (fixture, "early"));
  g_assert_false (view_says (fixture, "Who Are You?"));
  g_assert_false (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (find_saying (GTK_WIDGET (fixture->view), "GtkToggleButton", "Mine"))));
}

static void
who_is_deleted_is_nobody_any_longer (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LampRecord) ruth = lamp_store_find (fixture->file->store, "people", "ruth");

  lamp_goal_board_set_me (fixture->board, ruth);
  lamp_goal_board_set_traits (fixture->board, LAMP_GOAL_MINE | LAMP_GOAL_PRIORITY);
  test_delete (fixture->file, "people", "ruth");
  settle (fixture);
  g_assert_null (lamp_goal_board_dup_me (fixture->board));
  g_assert_cmpint (lamp_goal_board_get_traits (fixture->board), ==, LAMP_GOAL_PRIORITY);
  test_assert_sql (fixture->file, "SELECT count(*) FROM local WHERE name = 'me'", "0");
}

static void
finding_goes_from_one_to_the_next_and_around (Fixture       *fixture,
                                              gconstpointer  data)
{
  toggle (fixture, "Priorities");
  act (fixture, "view.find-next");
  assert_selected (fixture, "late");
  g_assert_true (view_says (fixture, "1 of 2"));
  act (fixture, "view.find-next");
  assert_selected (fixture, "stray");
  act (fixture, "view.find-next");
  assert_selected (fixture, "late");
  act (fixture, "view.find-previous");
  assert_selected (fixture, "stray");
  g_assert_true (view_says (fixture, "2 of 2"));
}

static void
what_is_found_is_unfolded_and_folded_again_afterwards (Fixture       *fixture,
                                                       gconstpointer  data)
{
  act (fixture, "view.fold-all");
  lamp_session_set_search (fixture->session, "late");
  settle (fixture);
  g_assert_nonnull (find_card (fixture, "late"));
  lamp_session_set_search (fixture->session, "");
  settle (fixture);
  g_assert_null (find_card (fixture, "late"));
}

static void
a_new_goal_is_shown_whatever_was_asked_for (Fixture       *fixture,
                                            gconstpointer  data)
{
  toggle (fixture, "Priorities");
  select_goal (fixture, "school");
  lamp_view_add (fixture->view);
  settle (fixture);
  show_all (fixture);
  g_assert_nonnull (find_card (fixture, "New Goal"));
}

#define ADD(function) g_test_add ("/goals-sight/" #function, Fixture, NULL, set_up, function, tear_down)

/* Of another community's goals only those are shown that carry on the line of the chosen one's. */
static void
the_chosen_community_has_its_goals_with_the_line_above_them (Fixture       *fixture,
                                                             gconstpointer  data)
{
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (LampRecord) community = NULL;
  GArray *nodes;

  test_insert (fixture->file, test_community ("d"));
  test_set (fixture->file, "goals", "late", "community", "d");
  settle (fixture);
  community = lamp_store_find (fixture->file->store, "communities", "d");
  lamp_session_set_community (fixture->session, community);
  settle (fixture);

  nodes = lamp_goal_board_get_picture (fixture->board)->nodes;
  for (guint i = 0; i < nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (nodes, LampOutlineNode, i);

      if (node->goal)
        g_string_append_printf (shown, "%s%s ", lamp_row_get_id (node->goal), node->is_context ? " (context)" : "");
    }
  g_assert_cmpstr (shown->str, ==, "system (context) school (context) late ");
  g_assert_nonnull (find_card (fixture, "late"));
  g_assert_null (find_card (fixture, "early"));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (a_handle_folds_what_is_below_it_and_says_how_much);
  ADD (a_goal_that_nothing_supports_has_no_handle);
  ADD (what_is_folded_is_remembered_with_the_file_and_nothing_to_undo);
  ADD (to_select_a_hidden_goal_unfolds_what_hides_it);
  ADD (what_is_selected_is_never_hidden);
  ADD (the_tree_is_shown_down_to_a_level);
  ADD (the_selected_goal_stays_where_it_is_seen);
  ADD (a_filter_keeps_what_matches_and_the_line_above_it);
  ADD (the_list_is_filtered_as_the_tree_is);
  ADD (where_nothing_is_found_there_is_a_way_back);
  ADD (to_clear_takes_the_words_back_too);
  ADD (mine_are_shown_once_i_have_said_who_i_am);
  ADD (who_says_nothing_gets_no_goals_of_theirs);
  ADD (who_is_deleted_is_nobody_any_longer);
  ADD (finding_goes_from_one_to_the_next_and_around);
  ADD (what_is_found_is_unfolded_and_folded_again_afterwards);
  ADD (a_new_goal_is_shown_whatever_was_asked_for);
  ADD (the_chosen_community_has_its_goals_with_the_line_above_them);

  return g_test_run ();
}
