/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lamp-align-dialog.h"
#include "lamp-goal-board.h"
#include "lamp-goal-edits.h"
#include "lamp-goals-view.h"
#include "lamp-test-file.h"

typedef struct
{
  TestFile *file;
  LampSession *session;
  GtkWidget *window;
  LampView *view;
  char *notice;
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

static void
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

static void
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

static void
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

static void
select_goal (Fixture    *fixture,
             const char *id)
{
  g_autoptr (LampRecord) goal = id ? lamp_store_find (fixture->file->store, "goals", id) : NULL;

  lamp_session_set_selected (fixture->session, goal);
  settle (fixture);
}

static gboolean
act (Fixture    *fixture,
     const char *action)
{
  gboolean done = gtk_widget_activate_action (GTK_WIDGET (fixture->view), action, NULL);

  settle (fixture);

  return done;
}

/* Finds a label with a text anywhere below, if it can be seen. */
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
goals_change_places_with_their_siblings_only (Fixture       *fixture,
                                              gconstpointer  data)
{
  const char *order = "SELECT group_concat(id, ' ') FROM (SELECT id FROM goals WHERE parent = 'school' ORDER BY position)";

  select_goal (fixture, "late");
  g_assert_true (act (fixture, "view.move-up"));
  test_assert_sql (fixture->file, order, "late early");
  act (fixture, "view.move-up"); /* it is the first: nothing to do */
  test_assert_sql (fixture->file, order, "late early");
  test_undo (fixture->file);
  settle (fixture);
  test_assert_sql (fixture->file, order, "early late");
}

static GtkWidget *
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

static void
press (Fixture    *fixture,
       const char *label)
{
  GtkWidget *button = find_button (fixture->window, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle (fixture);
}

static void
undo (Fixture *fixture)
{
  test_undo (fixture->file);
  settle (fixture);
}

static void
deleting_a_goal_keeps_what_supported_it (Fixture       *fixture,
                                         gconstpointer  data)
{
  select_goal (fixture, "school");
  g_assert_true (act (fixture, "view.delete"));
  g_assert_true (says (fixture->window, "3 goals support it"));
  press (fixture, "Delete Only This Goal");
  test_assert_sql (fixture->file, "SELECT count(*), count(parent) FROM goals", "5|3");
  test_assert_sql (fixture->file, "SELECT parent FROM goals WHERE id = 'late'", "system");
  g_assert_null (lamp_session_get_selected (fixture->session));
  g_assert_true (says (GTK_WIDGET (fixture->view), "late"));
  undo (fixture);
  test_assert_sql (fixture->file, "SELECT count(*), count(parent) FROM goals", "6|4");
}

static void
deleting_a_goal_takes_what_supported_it_with_it (Fixture       *fixture,
                                                 gconstpointer  data)
{
  select_goal (fixture, "school");
  act (fixture, "view.delete");
  press (fixture, "Delete With 3 Supporting Goals");
  test_assert_sql (fixture->file, "SELECT group_concat(id) FROM goals", "system,tom");
  g_assert_cmpstr (fixture->notice, ==, "Deleted “school” and 3 goals below it");
  undo (fixture);
  test_assert_sql (fixture->file, "SELECT count(*), count(parent) FROM goals", "6|4");
}

static void
deleting_can_be_thought_better_of (Fixture       *fixture,
                                   gconstpointer  data)
{
  select_goal (fixture, "school");
  act (fixture, "view.delete");
  press (fixture, "Cancel");
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "6");
}

static void
a_goal_that_nothing_supports_is_deleted_at_once (Fixture       *fixture,
                                                 gconstpointer  data)
{
  select_goal (fixture, "late");
  act (fixture, "view.delete");
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "5");
  g_assert_cmpstr (fixture->notice, ==, "Deleted “late”");
}

static void
a_goal_is_promoted_and_demoted_in_one_step_each (Fixture       *fixture,
                                                 gconstpointer  data)
{
  const char *early = "SELECT level, parent FROM goals WHERE id = 'early'";

  select_goal (fixture, "early");
  g_assert_true (act (fixture, "view.promote"));
  test_assert_sql (fixture->file, early, "school|system");
  g_assert_cmpstr (fixture->notice, ==, "Now a school goal that supports “system”");
  g_assert_true (act (fixture, "view.demote"));
  test_assert_sql (fixture->file, early, "team|system");
  g_assert_false (g_action_group_get_action_enabled (lamp_view_get_actions (fixture->view), "demote"));
  undo (fixture);
  undo (fixture);
  test_assert_sql (fixture->file, early, "team|school");
}

static void
a_goal_is_duplicated_alone_or_with_all (Fixture       *fixture,
                                        gconstpointer  data)
{
  select_goal (fixture, "school");
  g_assert_true (act (fixture, "view.duplicate"));
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "7");
  g_assert_cmpstr (lamp_record_get_title (lamp_session_get_selected (fixture->session)), ==, "school (copy)");
  g_assert_false (g_action_group_get_action_enabled (lamp_view_get_actions (fixture->view), "duplicate-all"));
  undo (fixture);
  select_goal (fixture, "school");
  g_assert_true (act (fixture, "view.duplicate-all"));
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals WHERE level != 'individual'", "8");
  undo (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "6");
}

static void
an_alignment_is_removed_and_made_again (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);
  g_autoptr (LampRecord) late = lamp_store_find (fixture->file->store, "goals", "late");

  select_goal (fixture, "late");
  g_assert_true (act (fixture, "view.unalign"));
  test_assert_sql (fixture->file, "SELECT parent IS NULL FROM goals WHERE id = 'late'", "1");
  lamp_goal_board_refresh (board);
  g_assert_true (lamp_goal_align (board, late,
                                  lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", "early")));
  test_assert_sql (fixture->file, "SELECT parent FROM goals WHERE id = 'late'", "early");
}

static void
an_alignment_that_cannot_be_is_refused_with_its_reason (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);
  g_autoptr (LampRecord) school = lamp_store_find (fixture->file->store, "goals", "school");

  g_assert_false (lamp_goal_align (board, school,
                                   lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", "late")));
  g_assert_nonnull (fixture->notice);
  g_assert_nonnull (strstr (fixture->notice, "lower level"));
  test_assert_sql (fixture->file, "SELECT parent FROM goals WHERE id = 'school'", "system");
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
a_goal_is_aligned_by_keyboard_alone (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkWidget *entry;

  select_goal (fixture, "tom");
  g_assert_true (act (fixture, "view.align"));
  entry = find_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY);
  g_assert_nonnull (entry);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "scho");
  settle (fixture);
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT parent FROM goals WHERE id = 'tom'", "school");
}

/* Types into the search of a dialog and presses Enter there. */
static void
search_and_enter (Fixture    *fixture,
                  const char *words)
{
  GtkWidget *entry = find_widget (fixture->window, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
  settle (fixture);
}

static void
write_rationale (Fixture    *fixture,
                 const char *text)
{
  GtkWidget *view = find_widget (fixture->window, GTK_TYPE_TEXT_VIEW);

  g_assert_nonnull (view);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
what_it_also_supports_is_added_explained_and_removed (Fixture       *fixture,
                                                      gconstpointer  data)
{
  const char *links = "SELECT goal, supports, rationale FROM goal_links";

  select_goal (fixture, "early");
  g_assert_true (act (fixture, "view.also-supports"));
  search_and_enter (fixture, "late");
  write_rationale (fixture, "They <read> & write");
  press (fixture, "Add");
  test_assert_sql (fixture->file, links, "early|late|They <read> & write");
  g_assert_cmpstr (fixture->notice, ==, "Also supports “late”");

  act (fixture, "view.also-supports");
  g_assert_true (says (fixture->window, "Also supported: They <read> & write"));
  search_and_enter (fixture, "late");
  write_rationale (fixture, "Better");
  press (fixture, "Done");
  test_assert_sql (fixture->file, links, "early|late|Better");

  act (fixture, "view.also-supports");
  search_and_enter (fixture, "late");
  gtk_widget_activate (gtk_widget_get_ancestor (find_widget (fixture->window, ADW_TYPE_BUTTON_ROW), ADW_TYPE_BUTTON_ROW));
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goal_links", "0");
  for (guint i = 0; i < 3; i++)
    undo (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goal_links", "0");
}

static void
what_cannot_also_be_supported_is_refused (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  const LampRow *early = lamp_snapshot_find (snapshot, "goals", "early");

  g_assert_false (lamp_goal_add_link (board, early, early, NULL));
  g_assert_false (lamp_goal_add_link (board, early, lamp_snapshot_find (snapshot, "goals", "school"), NULL));
  g_assert_nonnull (strstr (fixture->notice, "already supports"));
  g_assert_false (lamp_goal_add_link (board, lamp_snapshot_find (snapshot, "goals", "school"), early, NULL));
  g_assert_nonnull (strstr (fixture->notice, "lower level"));
  test_assert_sql (fixture->file, "SELECT count(*) FROM goal_links", "0");
}

static void
a_goal_moves_to_another_community_with_those_that_shared_it (Fixture       *fixture,
                                                             gconstpointer  data)
{
  const char *moved = "SELECT group_concat(id, ' ') FROM (SELECT id FROM goals WHERE community = 'd' ORDER BY id)";
  LampRow *other = test_community ("d");

  lamp_row_set_text (other, "name", "Down the Road");
  test_insert (fixture->file, other);
  settle (fixture);
  select_goal (fixture, "school");
  g_assert_true (act (fixture, "view.transfer"));
  g_assert_true (says (fixture->window, "With 3 supporting goals of the same community"));
  search_and_enter (fixture, "road");
  test_assert_sql (fixture->file, moved, "early late school secret");
  g_assert_cmpstr (fixture->notice, ==, "4 goals moved to “Down the Road”");
  undo (fixture);
  g_assert_true (act (fixture, "view.transfer"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_widget (fixture->window, GTK_TYPE_CHECK_BUTTON)), FALSE);
  search_and_enter (fixture, "");
  test_assert_sql (fixture->file, moved, "school");
}

static void
without_another_community_there_is_none_to_move_to (Fixture       *fixture,
                                                    gconstpointer  data)
{
  select_goal (fixture, "school");
  g_assert_false (g_action_group_get_action_enabled (lamp_view_get_actions (fixture->view), "transfer"));
}

static GtkFilterListModel *
find_model (GtkWidget *widget)
{
  GtkFilterListModel *model = NULL;

  if (GTK_IS_LIST_VIEW (widget))
    return GTK_FILTER_LIST_MODEL (
      gtk_no_selection_get_model (GTK_NO_SELECTION (gtk_list_view_get_model (GTK_LIST_VIEW (widget)))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !model; child = gtk_widget_get_next_sibling (child))
    model = find_model (child);

  return model;
}

/* Its list may be held by somebody else a little longer. */
static void
a_closed_dialog_asks_nothing_about_goals (Fixture       *fixture,
                                          gconstpointer  filled)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);
  g_autoptr (LampRecord) goal = lamp_store_find (fixture->file->store, "goals", "late");
  AdwDialog *dialog = g_object_ref_sink (lamp_align_dialog_new (board, goal, LAMP_SUPPORT_FIRST));
  g_autoptr (GtkFilterListModel) found = g_object_ref (find_model (adw_dialog_get_child (dialog)));
  GListModel *goals = gtk_filter_list_model_get_model (found);
  GListModel *lists = gtk_flatten_list_model_get_model (GTK_FLATTEN_LIST_MODEL (goals));
  g_autoptr (GtkStringList) ids = g_list_model_get_item (lists, 0);

  g_object_run_dispose (G_OBJECT (dialog));
  gtk_string_list_append (ids, "late");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, g_list_model_get_n_items (goals));
  g_object_unref (dialog);
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
  ADD ("goals_change_places_with_their_siblings_only", goals_change_places_with_their_siblings_only, TRUE);
  ADD ("deleting_a_goal_keeps_what_supported_it", deleting_a_goal_keeps_what_supported_it, TRUE);
  ADD ("deleting_a_goal_takes_what_supported_it_with_it", deleting_a_goal_takes_what_supported_it_with_it, TRUE);
  ADD ("deleting_can_be_thought_better_of", deleting_can_be_thought_better_of, TRUE);
  ADD ("a_goal_that_nothing_supports_is_deleted_at_once", a_goal_that_nothing_supports_is_deleted_at_once, TRUE);
  ADD ("a_goal_is_promoted_and_demoted_in_one_step_each", a_goal_is_promoted_and_demoted_in_one_step_each, TRUE);
  ADD ("a_goal_is_duplicated_alone_or_with_all", a_goal_is_duplicated_alone_or_with_all, TRUE);
  ADD ("an_alignment_is_removed_and_made_again", an_alignment_is_removed_and_made_again, TRUE);
  ADD ("an_alignment_that_cannot_be_is_refused_with_its_reason",
       an_alignment_that_cannot_be_is_refused_with_its_reason, TRUE);
  ADD ("a_goal_is_aligned_by_keyboard_alone", a_goal_is_aligned_by_keyboard_alone, TRUE);
  ADD ("what_it_also_supports_is_added_explained_and_removed", what_it_also_supports_is_added_explained_and_removed,
       TRUE);
  ADD ("what_cannot_also_be_supported_is_refused", what_cannot_also_be_supported_is_refused, TRUE);
  ADD ("a_goal_moves_to_another_community_with_those_that_shared_it",
       a_goal_moves_to_another_community_with_those_that_shared_it, TRUE);
  ADD ("without_another_community_there_is_none_to_move_to", without_another_community_there_is_none_to_move_to, TRUE);
  ADD ("a_closed_dialog_asks_nothing_about_goals", a_closed_dialog_asks_nothing_about_goals, TRUE);
  ADD ("the_tray_folds_and_keeps_its_head", the_tray_folds_and_keeps_its_head, TRUE);
  ADD ("the_button_of_an_empty_page_adds", the_button_of_an_empty_page_adds, FALSE);
  ADD ("what_others_change_is_shown", what_others_change_is_shown, TRUE);
  ADD ("a_search_keeps_what_is_above", a_search_keeps_what_is_above, TRUE);

  return g_test_run ();
}
