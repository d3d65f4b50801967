/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lamp-goal-lines.h"
#include "lamp-goals-view.h"
#include "lamp-test-file.h"

/* The outline of goals: walked, sorted, folded and edited by keys. */

typedef struct
{
  TestFile *file;
  LampSession *session;
  GtkWidget *window;
  LampView *view;
  GtkColumnView *list;
  char *notice;
  guint n_changed; /* rows that went or came */
} Fixture;

static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           Fixture     *fixture)
{
  g_set_str (&fixture->notice, message);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* What has to be done is done, and two frames later lists have made their rows. */
static void
settle (Fixture *fixture)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (fixture->window);
  gint64 frame;

  drain ();
  frame = gdk_frame_clock_get_frame_counter (clock);
  while (gdk_frame_clock_get_frame_counter (clock) < frame + 2)
    {
      gtk_widget_queue_draw (fixture->window);
      g_main_context_iteration (NULL, TRUE);
    }
  drain ();
}

static LampRow *
make_goal (const char *id,
           const char *level,
           const char *parent,
           int         position)
{
  LampRow *row = test_goal (id, parent);

  lamp_row_set_text (row, "level", level);
  lamp_row_set_text (row, "title", id);
  lamp_row_set_text (row, "community", "c");
  lamp_row_set_integer (row, "position", position);

  return row;
}

static void
put_goal (TestFile   *file,
          const char *id,
          const char *level,
          const char *parent,
          int         position,
          const char *due)
{
  LampRow *row = make_goal (id, level, parent, position);

  lamp_row_set_text (row, "due", due);
  test_insert (file, row);
}

static void
put_goals (TestFile *file)
{
  test_insert (file, test_community ("c"));
  put_goal (file, "system", "system", NULL, 0, NULL);
  put_goal (file, "maths", "school", "system", 0, "2027-05-01");
  put_goal (file, "sums", "team", "maths", 0, "2027-02-01");
  put_goal (file, "proofs", "team", "maths", 1, NULL);
  put_goal (file, "angles", "team", "maths", 2, "2027-01-01");
  put_goal (file, "secret", "individual", "maths", 3, "2027-01-15");
  put_goal (file, "letters", "school", "system", 1, "2027-03-01");
  put_goal (file, "adrift", "team", NULL, 0, NULL);
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found)
        return found;
    }

  return NULL;
}

static void
on_items_changed (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Fixture    *fixture)
{
  fixture->n_changed += removed + added;
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (fixture->list));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  put_goals (fixture->file);
  fixture->session = lamp_session_new (fixture->file->store);
  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), fixture);
  fixture->view = g_object_new (LAMP_TYPE_GOALS_VIEW, "session", fixture->session, NULL);
  lamp_view_set_list_mode (fixture->view, TRUE);
  fixture->window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), data ? GPOINTER_TO_INT (data) : 1000, 700);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
  fixture->list = GTK_COLUMN_VIEW (find_widget (fixture->window, GTK_TYPE_COLUMN_VIEW));
  g_signal_connect (get_rows (fixture), "items-changed", G_CALLBACK (on_items_changed), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_signal_handlers_disconnect_by_func (get_rows (fixture), on_items_changed, fixture);
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  test_file_free (fixture->file);
  g_free (fixture->notice);
}

static GtkTreeListRow *
dup_row (Fixture *fixture,
         guint    place)
{
  return g_list_model_get_item (get_rows (fixture), place);
}

/* All lines, each behind a dot for each that it stands under. */
static char *
dup_outline (Fixture *fixture)
{
  GString *outline = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (get_rows (fixture)); i++)
    {
      g_autoptr (GtkTreeListRow) row = dup_row (fixture, i);
      g_autofree char *title = lamp_goal_entry_dup_title (lamp_goal_lines_get_entry (row));

      g_string_append (outline, i > 0 ? " " : "");
      for (guint j = 0; j < gtk_tree_list_row_get_depth (row); j++)
        g_string_append_c (outline, '.');
      g_string_append (outline, title);
    }

  return g_string_free (outline, FALSE);
}

static void
assert_outline (Fixture    *fixture,
                const char *expected)
{
  g_autofree char *outline = NULL;

  settle (fixture);
  outline = dup_outline (fixture);
  g_assert_cmpstr (outline, ==, expected);
}

#define PLAN "system .maths ..sums ..proofs ..angles ..1 individual goal .letters adrift"

static void
sort_by (Fixture    *fixture,
         const char *column)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->list), "view.list-sort", "s", column));
  settle (fixture);
}

static void
select_goal (Fixture    *fixture,
             const char *id)
{
  g_autoptr (LampRecord) goal = lamp_store_find (fixture->file->store, "goals", id);

  lamp_session_set_selected (fixture->session, goal);
  settle (fixture);
}

static char *
dup_selected (Fixture *fixture)
{
  LampRecord *selected = lamp_session_get_selected (fixture->session);

  return selected ? g_strdup (lamp_record_get_id (selected)) : NULL;
}

static gboolean
press_on (Fixture         *fixture,
          GtkWidget       *widget,
          guint            key,
          GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  settle (fixture);

  return handled;
}

/* Whether the selected line has the focus, and not only the list around it. */
static gboolean
is_focused (Fixture *fixture)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  GtkWidget *expander = focus ? find_widget (focus, GTK_TYPE_TREE_EXPANDER) : NULL;

  return expander && focus != GTK_WIDGET (fixture->list)
         && !GTK_IS_SCROLLABLE (focus)
         && (gpointer) gtk_tree_expander_get_list_row (GTK_TREE_EXPANDER (expander))
              == gtk_single_selection_get_selected_item (
                   GTK_SINGLE_SELECTION (gtk_column_view_get_model (fixture->list)));
}

/* As the keyboard does it. */
static void
press (Fixture         *fixture,
       guint            key,
       GdkModifierType  modifiers)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->list));
  settle (fixture);
  g_assert_true (press_on (fixture, GTK_WIDGET (fixture->list), key, modifiers));
}

static GtkWidget *
get_popover (Fixture *fixture)
{
  return find_widget (fixture->window, GTK_TYPE_POPOVER);
}

/* Into what is open over a cell. */
static void
press_in_cell (Fixture         *fixture,
               guint            key,
               GdkModifierType  modifiers)
{
  g_assert_nonnull (get_popover (fixture));
  g_assert_true (press_on (fixture, get_popover (fixture), key, modifiers));
}

static void
type_in_cell (Fixture    *fixture,
              const char *text)
{
  GtkWidget *row = find_widget (get_popover (fixture), ADW_TYPE_ENTRY_ROW);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static gboolean
says (GtkWidget  *widget,
      const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

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

static GtkColumnViewColumn *
get_column (Fixture *fixture,
            guint    place)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (fixture->list), place);

  return column; /* the list holds it */
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
  ADD (with_little_room_there_are_two_columns, 360);

  return g_test_run ();
}
