/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goal-list-fixture.h"

/* The outline of goals: written into and moved about in by keys. */

static void
a_title_is_written_in_one_step (Fixture       *fixture,
                                gconstpointer  data)
{
  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_F2, 0);
  type_in_cell (fixture, "Tom & <b>Jerry</b>");
  press_in_cell (fixture, GDK_KEY_Return, 0);
  g_assert_null (get_popover (fixture));
  test_assert_sql (fixture->file, "SELECT title FROM goals WHERE id = 'maths'", "Tom & <b>Jerry</b>");
  g_assert_true (says (fixture->window, "Tom & <b>Jerry</b>"));
  g_assert_true (is_focused (fixture));
  test_undo (fixture->file);
  assert_outline (fixture, PLAN);
}

static void
escape_gives_up_what_was_written (Fixture       *fixture,
                                  gconstpointer  data)
{
  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_F2, 0);
  type_in_cell (fixture, "something else");
  press_in_cell (fixture, GDK_KEY_Escape, 0);
  g_assert_null (get_popover (fixture));
  assert_outline (fixture, PLAN);
}

static void
tab_goes_from_cell_to_cell_and_to_the_next_goal (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *selected = NULL;

  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_F2, 0);
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  gtk_list_box_select_row (GTK_LIST_BOX (find_widget (get_popover (fixture), GTK_TYPE_LIST_BOX)),
                           gtk_list_box_get_row_at_index (
                             GTK_LIST_BOX (find_widget (get_popover (fixture), GTK_TYPE_LIST_BOX)), 4));
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  g_assert_nonnull (find_widget (get_popover (fixture), GTK_TYPE_SEARCH_ENTRY));
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  type_in_cell (fixture, "2028-08-08");
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  test_assert_sql (fixture->file, "SELECT status, due FROM goals WHERE id = 'maths'", "met|2028-08-08");
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "sums");
  press_in_cell (fixture, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK);
  g_assert_true (says (get_popover (fixture), "School system"));
  press_in_cell (fixture, GDK_KEY_Escape, 0);
  test_assert_sql (fixture->file, "SELECT title, level, owner IS NULL FROM goals WHERE id = 'maths'", "maths|school|1");
}

static void
what_may_not_stand_is_refused_in_the_cell (Fixture       *fixture,
                                           gconstpointer  data)
{
  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_F2, 0);
  type_in_cell (fixture, "");
  press_in_cell (fixture, GDK_KEY_Return, 0);
  g_assert_nonnull (get_popover (fixture));
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  g_assert_nonnull (find_widget (get_popover (fixture), ADW_TYPE_ENTRY_ROW));
  g_assert_nonnull (gtk_widget_get_next_sibling (find_widget (get_popover (fixture), GTK_TYPE_LIST_BOX)));
  g_assert_true (gtk_widget_get_mapped (
    gtk_widget_get_next_sibling (find_widget (get_popover (fixture), GTK_TYPE_LIST_BOX))));
  type_in_cell (fixture, "sums and more");
  press_in_cell (fixture, GDK_KEY_Return, 0);
  g_assert_null (get_popover (fixture));
  test_assert_sql (fixture->file, "SELECT title FROM goals WHERE id = 'maths'", "sums and more");
  g_assert_null (fixture->notice);
}

static void
an_owner_is_found_by_a_part_of_the_name (Fixture       *fixture,
                                         gconstpointer  data)
{
  test_insert (fixture->file, test_person ("ada"));
  test_insert (fixture->file, test_person ("zoe"));
  test_set (fixture->file, "people", "ada", "name", "Ada");
  test_set (fixture->file, "people", "zoe", "name", "Zoe");
  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_F2, 0);
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  press_in_cell (fixture, GDK_KEY_Tab, 0);
  gtk_editable_set_text (GTK_EDITABLE (find_widget (get_popover (fixture), GTK_TYPE_SEARCH_ENTRY)), "zo");
  g_signal_emit_by_name (find_widget (get_popover (fixture), GTK_TYPE_SEARCH_ENTRY), "activate");
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT owner FROM goals WHERE id = 'maths'", "zoe");
  g_assert_true (says (fixture->window, "Zoe"));
  g_assert_null (get_popover (fixture));
}

static void
further_in_is_an_alignment_and_further_out_takes_it_back (Fixture       *fixture,
                                                          gconstpointer  data)
{
  select_goal (fixture, "proofs");
  press (fixture, GDK_KEY_bracketright, GDK_CONTROL_MASK);
  assert_outline (fixture, "system .maths ..sums ...proofs ..angles ..1 individual goal .letters adrift");
  g_assert_true (is_focused (fixture));
  press (fixture, GDK_KEY_bracketleft, GDK_CONTROL_MASK);
  assert_outline (fixture, PLAN);
  press (fixture, GDK_KEY_bracketright, GDK_CONTROL_MASK);
  test_assert_sql (fixture->file, "SELECT parent FROM goals WHERE id = 'proofs'", "sums");
  test_undo (fixture->file);
  assert_outline (fixture, PLAN);
}

static void
what_cannot_go_further_in_or_out_says_why (Fixture       *fixture,
                                           gconstpointer  data)
{
  select_goal (fixture, "maths");
  press (fixture, GDK_KEY_bracketright, GDK_CONTROL_MASK);
  g_assert_nonnull (strstr (fixture->notice, "No goal stands above “maths”"));
  put_goal (fixture->file, "first", "team", "system", 0, NULL);
  settle (fixture);
  press (fixture, GDK_KEY_bracketright, GDK_CONTROL_MASK);
  g_assert_nonnull (strstr (fixture->notice, "lower level"));
  select_goal (fixture, "system");
  press (fixture, GDK_KEY_bracketleft, GDK_CONTROL_MASK);
  g_assert_nonnull (strstr (fixture->notice, "cannot go further out"));
  test_assert_sql (fixture->file, "SELECT parent FROM goals WHERE id = 'maths'", "system");
}

static void
a_sorted_list_says_why_nothing_is_moved (Fixture       *fixture,
                                         gconstpointer  data)
{
  select_goal (fixture, "sums");
  sort_by (fixture, "due");
  press (fixture, GDK_KEY_Up, GDK_ALT_MASK);
  g_assert_nonnull (strstr (fixture->notice, "sorted by “Due”"));
  test_assert_sql (fixture->file, "SELECT position FROM goals WHERE id = 'sums'", "0");
}

static void
what_is_written_into_the_sorted_column_keeps_the_focus (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *selected = NULL;

  sort_by (fixture, "title");
  select_goal (fixture, "angles");
  press (fixture, GDK_KEY_F2, 0);
  type_in_cell (fixture, "zigzag");
  press_in_cell (fixture, GDK_KEY_Return, 0);
  assert_outline (fixture, "adrift system .letters .maths ..proofs ..sums ..zigzag ..1 individual goal");
  press (fixture, GDK_KEY_Left, 0);
  selected = dup_selected (fixture);
  g_assert_cmpstr (selected, ==, "maths");
}

static void
nothing_is_written_into_the_number_of_private_goals (Fixture       *fixture,
                                                     gconstpointer  data)
{
  select_goal (fixture, "secret");
  press (fixture, GDK_KEY_F2, 0);
  g_assert_null (get_popover (fixture));
}

#define ADD(function, width) \
  g_test_add ("/goal-list-writing/" #function, Fixture, GINT_TO_POINTER (width), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (a_title_is_written_in_one_step, 0);
  ADD (escape_gives_up_what_was_written, 0);
  ADD (tab_goes_from_cell_to_cell_and_to_the_next_goal, 0);
  ADD (what_may_not_stand_is_refused_in_the_cell, 0);
  ADD (an_owner_is_found_by_a_part_of_the_name, 0);
  ADD (further_in_is_an_alignment_and_further_out_takes_it_back, 0);
  ADD (what_cannot_go_further_in_or_out_says_why, 0);
  ADD (a_sorted_list_says_why_nothing_is_moved, 0);
  ADD (what_is_written_into_the_sorted_column_keeps_the_focus, 0);
  ADD (nothing_is_written_into_the_number_of_private_goals, 0);

  return g_test_run ();
}
