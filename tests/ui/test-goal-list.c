/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goal-list-fixture.h"

/* The outline of goals: walked, sorted and folded by keys. */

static void
siblings_are_sorted_and_what_is_missing_comes_last (Fixture       *fixture,
                                                    gconstpointer  data)
{
  assert_outline (fixture, PLAN);
  sort_by (fixture, "due");
  assert_outline (fixture, "system .letters .maths ..angles ..sums ..proofs ..1 individual goal adrift");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->list), "view.list-descending", NULL));
  assert_outline (fixture, "system .maths ..sums ..angles ..proofs ..1 individual goal .letters adrift");
  sort_by (fixture, "plan");
  assert_outline (fixture, PLAN);
}

static void
the_third_click_on_a_header_brings_the_plan_back (Fixture       *fixture,
                                                  gconstpointer  data)
{
  gtk_column_view_sort_by_column (fixture->list, get_column (fixture, 0), GTK_SORT_ASCENDING);
  assert_outline (fixture, "adrift system .letters .maths ..angles ..proofs ..sums ..1 individual goal");
  gtk_column_view_sort_by_column (fixture->list, get_column (fixture, 0), GTK_SORT_DESCENDING);
  assert_outline (fixture, "system .maths ..sums ..proofs ..angles ..1 individual goal .letters adrift");
  gtk_column_view_sort_by_column (fixture->list, get_column (fixture, 0), GTK_SORT_ASCENDING);
  assert_outline (fixture, PLAN);
  g_assert_null (gtk_column_view_sorter_get_primary_sort_column (
    GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (fixture->list))));
}

static void
the_arrangement_is_remembered_with_the_place (Fixture       *fixture,
                                              gconstpointer  data)
{
  LampView *again = g_object_new (LAMP_TYPE_GOALS_VIEW, "session", fixture->session, NULL);

  sort_by (fixture, "due");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->list), "view.list-column-owner", NULL));
  g_object_ref_sink (again);
  lamp_view_set_place (again, lamp_view_get_place (fixture->view));
  lamp_view_set_list_mode (again, TRUE);
  g_assert_true (g_str_has_suffix (lamp_view_get_place (again), ";due title,status,progress,due,level"));
  g_object_unref (again);
}

static void
a_row_that_stays_keeps_what_it_is (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (GtkTreeListRow) sums = dup_row (fixture, 2);

  select_goal (fixture, "sums");
  test_set (fixture->file, "goals", "sums", "title", "sum");
  test_set (fixture->file, "goals", "letters", "due", "2027-09-09");
  settle (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->list), "view.move-down", NULL));
  assert_outline (fixture, "system .maths ..proofs ..sum ..angles ..1 individual goal .letters adrift");
  g_assert_cmpuint (fixture->n_changed, <=, 4);
  g_assert_true (gtk_single_selection_get_selected_item (
                   GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->list))) == sums);
}

static void
only_what_is_deleted_goes (Fixture       *fixture,
                           gconstpointer  data)
{
  test_delete (fixture->file, "goals", "proofs");
  assert_outline (fixture, "system .maths ..sums ..angles ..1 individual goal .letters adrift");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  test_undo (fixture->file);
  assert_outline (fixture, PLAN);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
}

static void
what_is_folded_stays_folded (Fixture       *fixture,
                             gconstpointer  data)
{
  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_Left, 0);
  assert_outline (fixture, "system .maths .letters adrift");
  test_set (fixture->file, "goals", "maths", "parent", "letters");
  assert_outline (fixture, "system .letters ..maths adrift");
  press (fixture, GDK_KEY_Right, 0);
  assert_outline (fixture, "system .letters ..maths ...sums ...proofs ...angles ...1 individual goal adrift");
}

static void
left_goes_to_what_is_supported_and_right_to_what_supports (Fixture       *fixture,
                                                           gconstpointer  data)
{
  g_autofree char *up = NULL;
  g_autofree char *down = NULL;

  select_goal (fixture, "angles");
  press (fixture, GDK_KEY_Left, 0);
  up = dup_selected (fixture);
  g_assert_cmpstr (up, ==, "maths");
  press (fixture, GDK_KEY_Right, 0);
  down = dup_selected (fixture);
  g_assert_cmpstr (down, ==, "sums");
}

static void
what_is_folded_over_the_selection_stands_for_it (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (GtkTreeListRow) maths = dup_row (fixture, 1);
  g_autofree char *selected = NULL;

  select_goal (fixture, "angles");
  gtk_tree_list_row_set_expanded (maths, FALSE);
  settle (fixture);
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "maths");
  assert_outline (fixture, "system .maths .letters adrift");
}

static void
what_is_gone_to_is_unfolded (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (LampRecord) goal = lamp_store_find (fixture->file->store, "goals", "angles");

  select_goal (fixture, "system");
  press (fixture, GDK_KEY_Left, 0);
  assert_outline (fixture, "system adrift");
  lamp_session_reveal (fixture->session, goal);
  assert_outline (fixture, PLAN);
  g_assert_cmpuint (gtk_single_selection_get_selected (
                      GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->list))), ==, 4);
}

/* A search is another list: it comes at once, whatever the number of lines. */
static void
many_lines_come_and_go_at_once (Fixture       *fixture,
                                gconstpointer  data)
{
  for (int i = 0; i < 300; i++)
    {
      g_autofree char *id = g_strdup_printf ("goal-%03d", i);

      put_goal (fixture->file, id, "team", i % 3 ? "maths" : "letters", i + 10, NULL);
    }
  settle (fixture);
  fixture->n_changed = 0;
  lamp_session_set_search (fixture->session, "angles");
  assert_outline (fixture, "system .maths ..angles");
  g_assert_cmpuint (fixture->n_changed, ==, 308 + 3);
  lamp_session_set_search (fixture->session, "");
  settle (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, 2 * (308 + 3));
}

static void
with_little_room_there_are_two_columns (Fixture       *fixture,
                                        gconstpointer  data)
{
  GListModel *columns = gtk_column_view_get_columns (fixture->list);
  guint n_shown = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    n_shown += gtk_column_view_column_get_visible (get_column (fixture, i));
  g_assert_cmpuint (n_shown, ==, 2);
}

#define ADD(function, width) \
  g_test_add ("/goal-list/" #function, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (siblings_are_sorted_and_what_is_missing_comes_last, 0);
  ADD (the_third_click_on_a_header_brings_the_plan_back, 0);
  ADD (the_arrangement_is_remembered_with_the_place, 0);
  ADD (a_row_that_stays_keeps_what_it_is, 0);
  ADD (only_what_is_deleted_goes, 0);
  ADD (what_is_folded_stays_folded, 0);
  ADD (left_goes_to_what_is_supported_and_right_to_what_supports, 0);
  ADD (what_is_folded_over_the_selection_stands_for_it, 0);
  ADD (what_is_gone_to_is_unfolded, 0);
  ADD (many_lines_come_and_go_at_once, 0);
  ADD (with_little_room_there_are_two_columns, 360);

  return g_test_run ();
}
