/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goals-fixture.h"

#include "lamp-align-dialog.h"
#include "lamp-goal-board.h"
#include "lamp-goal-card.h"
#include "lamp-goal-edits.h"

/* What a person does to goals by hand, and how it is taken back. */

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

static void
deleting_a_goal_keeps_what_supported_it (Fixture       *fixture,
                                         gconstpointer  data)
{
  select_goal (fixture, "school");
  g_assert_true (act (fixture, "view.delete"));
  g_assert_true (says (fixture->window, "3 goals support “school”"));
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

/* A person's title is long, and a word of it may be longer than the question is wide. */
static void
the_question_has_room_for_any_title (Fixture       *fixture,
                                     gconstpointer  data)
{
  test_set (fixture->file, "goals", "school", "title",
            "Three in four third graders understand what they read in Donaudampfschifffahrtsgesellschaftskapitänsmütze"
            "nabzeichenverordnungen");
  settle (fixture);
  select_goal (fixture, "school");
  act (fixture, "view.delete");
  press (fixture, "Cancel");
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

static gboolean
is_marked (LampGoalBoard *board,
           const char    *dragged,
           const char    *above)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *card = g_object_ref_sink (lamp_goal_card_new (board, G_MENU_MODEL (menu)));
  LampOutlineNode node = { .goal = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", above) };
  gboolean marked;

  lamp_goal_card_bind (LAMP_GOAL_CARD (card), &node);
  g_assert_false (gtk_widget_has_css_class (card, "impossible"));
  lamp_goal_board_set_dragged (board, dragged);
  marked = gtk_widget_has_css_class (card, "impossible");
  lamp_goal_card_bind (LAMP_GOAL_CARD (card), &node); /* one that comes into sight meanwhile */
  g_assert_cmpint (gtk_widget_has_css_class (card, "impossible"), ==, marked);
  lamp_goal_board_set_dragged (board, NULL);
  g_assert_false (gtk_widget_has_css_class (card, "impossible"));
  g_assert_finalize_object (card);

  return marked;
}

static void
what_a_dragged_goal_cannot_support_is_marked (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);

  g_assert_false (is_marked (board, "late", "early"));
  g_assert_false (is_marked (board, "late", "system"));
  g_assert_true (is_marked (board, "late", "school")); /* it supports it already */
  g_assert_true (is_marked (board, "late", "late"));
  g_assert_true (is_marked (board, "school", "late"));
  g_assert_false (is_marked (board, "tom", "school"));
}

/* A node is described by the sentence that stands at the bottom, in which no private goal is named. */
static void
a_node_is_described_by_its_line (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *card = g_object_ref_sink (lamp_goal_card_new (board, G_MENU_MODEL (menu)));
  LampOutlineNode node = { .goal = lamp_snapshot_find (lamp_goal_board_get_snapshot (board), "goals", "early") };
  const char *line = "“early” (Team) supports “school” (School), which supports “system” (School system), and is itself "
                     "supported by 1 goal.";
  g_auto (LampGoalFacts) facts = { NULL };
  g_autofree char *reckoning = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *description = NULL;

  lamp_goal_facts_init (&facts, board, node.goal);
  reckoning = lamp_goal_facts_dup_reckoning (&facts, board, node.goal);
  expected = g_strconcat (line, " ", reckoning, NULL);
  lamp_goal_card_bind (LAMP_GOAL_CARD (card), &node);
  /* What the checks found follows, when they are done. */
  description = gtk_test_accessible_check_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  g_assert_true (description && strstr (description, expected));
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_LABEL, "“early” (Team). No status. No owner.");
  g_object_unref (card);
  select_goal (fixture, "early");
  g_assert_true (says (GTK_WIDGET (fixture->view), line));
  select_goal (fixture, "secret");
  g_assert_true (says (GTK_WIDGET (fixture->view), "(Individual) supports “early” (Team), which supports “school”"));
}

static void
a_goal_is_placed_among_siblings (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = lamp_goal_board_new (fixture->session);
  LampSnapshot *snapshot = lamp_goal_board_get_snapshot (board);
  const char *order = "SELECT group_concat(id, ' ') FROM (SELECT id FROM goals WHERE parent = 'school' ORDER BY position)";

  g_assert_true (lamp_goal_place (board, lamp_snapshot_find (snapshot, "goals", "tom"),
                                  lamp_snapshot_find (snapshot, "goals", "school"),
                                  lamp_snapshot_find (snapshot, "goals", "late")));
  test_assert_sql (fixture->file, order, "early tom late");
  undo (fixture);
  test_assert_sql (fixture->file, order, "early late");
}

/* Anything that can be done, to any goal of any forest, leaves what was when it is undone. */

static const char *
level_of (guint i)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };

  return levels[MIN (i / 4, 3)];
}

static void
put_forest (Fixture *fixture,
            guint    n)
{
  test_insert (fixture->file, test_community ("d"));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%02u", i);
      g_autofree char *above = g_strdup_printf ("g%02d", g_test_rand_int_range (0, MAX ((int) i, 1)));

      put_goal (fixture->file, id, id, level_of (i), i > 0 && g_test_rand_int_range (0, 4) ? above : NULL,
                g_test_rand_int_range (0, 3));
    }
}

static void
do_anything (LampGoalBoard *board,
             const LampRow *goal,
             const LampRow *other,
             LampRecord    *community)
{
  g_autoptr (LampRecord) record = lamp_goal_board_dup_record (board, goal);
  g_autoptr (LampRecord) copy = NULL;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      lamp_goal_promote (board, goal);
      break;
    case 1:
      lamp_goal_demote (board, goal);
      break;
    case 2:
      lamp_goal_transfer (board, goal, community, g_test_rand_bit ());
      break;
    case 3:
      copy = lamp_goal_duplicate (board, goal, g_test_rand_bit ());
      break;
    case 4:
      lamp_goal_delete (board, goal, g_test_rand_bit ());
      break;
    case 5:
      lamp_goal_add_link (board, goal, other, "Why");
      break;
    case 6:
      lamp_goal_align (board, record, g_test_rand_bit () ? other : NULL);
      break;
    default:
      lamp_goal_move (board, goal, g_test_rand_bit () ? 1 : -1);
      break;
    }
}

static char *
dup_state (Fixture *fixture)
{
  return test_sql (fixture->file->path,
                   "SELECT group_concat(line, char(10)) FROM (SELECT id || coalesce(parent, '') || level || community || "
                   "position || title || status AS line FROM goals UNION ALL SELECT goal || supports || rationale "
                   "FROM goal_links ORDER BY line)");
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) steps = lamp_store_get_history (fixture->file->store, 1000);
  guint count = 0;

  for (guint i = 0; i < steps->len; i++)
    count += ((const LampStep *) steps->pdata[i])->undone ? 0 : 1;

  return count;
}

static void
whatever_is_done_is_one_step_and_can_be_undone (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (LampGoalBoard) board = NULL;
  g_autoptr (LampRecord) community = NULL;

  put_forest (fixture, 16);
  board = lamp_goal_board_new (fixture->session);
  community = lamp_store_find (fixture->file->store, "communities", "d");
  for (guint round = 0; round < 60; round++)
    {
      GPtrArray *goals = lamp_snapshot_get (lamp_goal_board_get_snapshot (board), "goals");
      g_autofree char *before = dup_state (fixture);
      g_autofree char *after = NULL;
      g_autofree char *again = NULL;
      guint steps = count_steps (fixture);

      do_anything (board, goals->pdata[g_test_rand_int_range (0, (int) goals->len)],
                   goals->pdata[g_test_rand_int_range (0, (int) goals->len)], community);
      after = dup_state (fixture);
      if (g_str_equal (before, after))
        continue;
      g_assert_cmpuint (count_steps (fixture), ==, steps + 1);
      test_undo (fixture->file);
      again = dup_state (fixture);
      g_assert_cmpstr (again, ==, before);
      if (round % 3 != 0 && strstr (after, "g05"))
        test_redo (fixture->file);
      lamp_goal_board_refresh (board);
    }
}

#define ADD(name, function, filled) \
  g_test_add ("/goal-hands/" name, Fixture, GINT_TO_POINTER (filled), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("goals_change_places_with_their_siblings_only", goals_change_places_with_their_siblings_only, TRUE);
  ADD ("deleting_a_goal_keeps_what_supported_it", deleting_a_goal_keeps_what_supported_it, TRUE);
  ADD ("deleting_a_goal_takes_what_supported_it_with_it", deleting_a_goal_takes_what_supported_it_with_it, TRUE);
  ADD ("the_question_has_room_for_any_title", the_question_has_room_for_any_title, TRUE);
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
  ADD ("what_a_dragged_goal_cannot_support_is_marked", what_a_dragged_goal_cannot_support_is_marked, TRUE);
  ADD ("a_node_is_described_by_its_line", a_node_is_described_by_its_line, TRUE);
  ADD ("a_goal_is_placed_among_siblings", a_goal_is_placed_among_siblings, TRUE);
  ADD ("whatever_is_done_is_one_step_and_can_be_undone", whatever_is_done_is_one_step_and_can_be_undone, FALSE);

  return g_test_run ();
}
