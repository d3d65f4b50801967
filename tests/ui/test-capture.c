/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-capture.h"

#include "lamp-capture-dialog.h"
#include "lamp-date-row.h"
#include "lamp-hands.h"
#include "lamp-note-editor.h"
#include "lamp-pick-row.h"
#include "lamp-text-row.h"
#include "capture-fixture.h"

static AdwDialog *
open_dialog (Capture *capture,
             AdwDialog *(*open) (GtkWidget *, LampSession *, LampRecord *, LampRecord *))
{
  AdwDialog *dialog = open (get_content (capture), capture->base.session, capture->meeting, capture->item);

  g_assert_nonnull (dialog);
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  fixture_settle ();
  g_assert_nonnull (dialog);
  g_object_remove_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);

  return dialog;
}

static guint
count (Capture    *capture,
       const char *type)
{
  return (guint) lamp_store_count (capture->base.store, type);
}

static LampRecord *
dup_first (Capture    *capture,
           const char *type)
{
  g_autoptr (GListModel) list = lamp_store_list (capture->base.store, type);

  return g_list_model_get_item (list, 0);
}

static void
save (AdwDialog *dialog)
{
  gtk_widget_activate_action (GTK_WIDGET (dialog), "capture.save", NULL);
  fixture_settle ();
}

static void
a_commitment_is_made_to_the_community_by_the_next_meeting_in_one_step (Capture       *capture,
                                                                       gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_commitment);
  g_autoptr (LampRecord) ana = lamp_store_find (capture->base.store, "people", "ana");
  g_autoptr (LampRecord) commitment = NULL;

  g_assert_true (fixture_reads (GTK_WIDGET (dialog), "Made to Tom & <b>Jerry</b>"));
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "What is promised?")), "  Bring <i>tickets</i> ");
  lamp_pick_row_set_record (LAMP_PICK_ROW (find_row (dialog, "Who")), ana);
  save (dialog);
  commitment = dup_first (capture, "commitments");
  g_assert_cmpstr (lamp_record_get_title (commitment), ==, "Bring <i>tickets</i>");
  g_assert_cmpstr (lamp_record_get_text (commitment, "community"), ==, "team");
  g_assert_cmpstr (lamp_record_get_text (commitment, "owner"), ==, "ana");
  g_assert_cmpstr (lamp_record_get_text (commitment, "due"), ==, "2026-12-06");
  g_assert_cmpstr (lamp_record_get_text (commitment, "meeting"), ==, "now");
  g_assert_cmpstr (lamp_record_get_text (commitment, "item"), ==, "item");
  fixture_undo (&capture->base);
  g_assert_cmpuint (count (capture, "commitments"), ==, 0);
}

static void
what_may_not_stand_is_said_under_its_row (Capture       *capture,
                                          gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_commitment);
  GtkWidget *what = find_row (dialog, "What is promised?");
  GtkWidget *due = find_row (dialog, "By When");

  save (dialog);
  g_assert_cmpuint (count (capture, "commitments"), ==, 0);
  g_assert_cmpstr (lamp_capture_row_get_problem (what), ==, "Say what is promised.");
  gtk_editable_set_text (GTK_EDITABLE (what), "Bring tickets");
  gtk_editable_set_text (GTK_EDITABLE (due), "when it suits");
  save (dialog);
  g_assert_cmpuint (count (capture, "commitments"), ==, 0);
  g_assert_null (lamp_capture_row_get_problem (what));
  g_assert_nonnull (lamp_capture_row_get_problem (due));
  lamp_date_row_set_value (LAMP_DATE_ROW (due), NULL);
  save (dialog);
  g_assert_cmpuint (count (capture, "commitments"), ==, 1);
}

static void
escape_saves_nothing (Capture       *capture,
                      gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_commitment);

  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "What is promised?")), "Bring tickets");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "capture.cancel", NULL);
  fixture_settle ();
  g_assert_cmpuint (count (capture, "commitments"), ==, 0);
}

static void
people_of_the_community_come_first (Capture       *capture,
                                    gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_commitment);
  GtkWidget *row = find_row (dialog, "Who");
  GtkWidget *button = fixture_find_widget (row, GTK_TYPE_MENU_BUTTON);
  GtkListView *list;
  g_autoptr (LampRecord) first = NULL;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fixture_settle ();
  list = GTK_LIST_VIEW (fixture_find_widget (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))),
                                             GTK_TYPE_LIST_VIEW));
  first = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), 0);
  g_assert_cmpstr (lamp_record_get_id (first), ==, "ana");
}

static LampHands *
choose_method (AdwDialog *dialog,
               guint      place)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "How It Is Decided")), place);
  fixture_settle ();

  return LAMP_HANDS (fixture_find_widget (GTK_WIDGET (dialog), LAMP_TYPE_HANDS));
}

static void
count_hands (LampHands  *hands,
             const char *option,
             double      n)
{
  gtk_spin_button_set_value (
      GTK_SPIN_BUTTON (fixture_find_widget (find_row (hands, option), GTK_TYPE_SPIN_BUTTON)), n);
  fixture_settle ();
}

static void
an_objection_is_not_saved_without_its_reason (Capture       *capture,
                                              gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_decision);
  LampHands *hands = choose_method (dialog, 2);
  GtkWidget *reasons = find_row (dialog, "One line for each objection");
  g_autoptr (LampRecord) decision = NULL;

  lamp_text_row_set_text (LAMP_TEXT_ROW (find_row (dialog, "What is decided?")), "We start at eight.");
  count_hands (hands, "Consent", 4);
  g_assert_true (fixture_reads (GTK_WIDGET (hands), "Nobody objects."));
  count_hands (hands, "Object", 1);
  g_assert_true (fixture_reads (GTK_WIDGET (hands), "Blocked"));
  save (dialog);
  g_assert_cmpuint (count (capture, "decisions"), ==, 0);
  g_assert_nonnull (lamp_capture_row_get_problem (reasons));
  lamp_text_row_set_text (LAMP_TEXT_ROW (reasons), "The bus comes at ten past.");
  g_assert_null (lamp_capture_row_get_problem (reasons));
  save (dialog);
  decision = dup_first (capture, "decisions");
  g_assert_cmpstr (lamp_record_get_text (decision, "method"), ==, "consent");
  g_assert_cmpstr (lamp_record_get_text (decision, "objections"), ==, "The bus comes at ten past.");
  g_assert_cmpstr (lamp_record_get_text (decision, "tally"), ==, "{\"consent\":4,\"object\":1}");
  g_assert_false (lamp_record_has (decision, "purpose_agreed"));
}

static void
set_goal (Capture    *capture,
          const char *goal)
{
  LampEdit *edit = lamp_edit_new (capture->base.store, "Link");

  lamp_edit_set_text (edit, capture->item, "goal", goal);
  g_assert_true (lamp_session_commit (capture->base.session, edit, NULL));
}

static void
a_mandate_needs_its_day_and_gives_it_to_its_strategy (Capture       *capture,
                                                      gconstpointer  data)
{
  AdwDialog *dialog;
  GtkWidget *revisit;
  g_autoptr (LampRecord) strategy = lamp_store_find (capture->base.store, "strategies", "st");

  set_goal (capture, "g");
  dialog = open_dialog (capture, lamp_capture_decision);
  revisit = find_row (dialog, "Look Again On");
  g_assert_true (fixture_reads (GTK_WIDGET (dialog), "“Double block” was mandated."));
  lamp_text_row_set_text (LAMP_TEXT_ROW (find_row (dialog, "What is decided?")), "We try it until March.");
  save (dialog);
  g_assert_cmpuint (count (capture, "decisions"), ==, 0);
  g_assert_nonnull (lamp_capture_row_get_problem (revisit));
  lamp_date_row_set_value (LAMP_DATE_ROW (revisit), "2027-03-01");
  save (dialog);
  g_assert_cmpuint (count (capture, "decisions"), ==, 1);
  g_assert_cmpstr (lamp_record_get_text (strategy, "revisit_on"), ==, "2027-03-01");
  fixture_undo (&capture->base);
  g_assert_cmpuint (count (capture, "decisions"), ==, 0);
  g_assert_false (lamp_record_has (strategy, "revisit_on"));
}

static void
a_decision_is_changed_with_its_hands (Capture       *capture,
                                      gconstpointer  data)
{
  g_autoptr (LampRecord) decision = fixture_add (&capture->base, "decisions", "d", "meeting", "now", "item", "item",
                                                 "text", "Which day?", "method", "vote", "tally",
                                                 "{\"Monday\":3,\"Friday\":1}", "purpose_agreed", "true", NULL);
  AdwDialog *dialog = lamp_capture_edit (get_content (capture), capture->base.session, decision);
  LampHands *hands = LAMP_HANDS (fixture_find_widget (GTK_WIDGET (dialog), LAMP_TYPE_HANDS));

  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (hands), "“Monday” has 3 of 4 votes."));
  count_hands (hands, "Friday", 3);
  g_assert_true (fixture_reads (GTK_WIDGET (hands), "Another round"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (dialog, "We Agree on the Purpose")), FALSE);
  save (dialog);
  g_assert_cmpstr (lamp_record_get_text (decision, "tally"), ==, "{\"Monday\":3,\"Friday\":3}");
  g_assert_true (lamp_record_has (decision, "purpose_agreed"));
  g_assert_false (lamp_record_get_boolean (decision, "purpose_agreed"));
}

static void
a_problem_is_linked_to_its_item_and_a_wicked_one_has_no_end (Capture       *capture,
                                                             gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_problem);
  g_autoptr (LampRecord) problem = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "What is the problem?")), "Noise");
  save (dialog);
  problem = dup_first (capture, "problems");
  g_assert_cmpstr (lamp_record_get_text (problem, "kind"), ==, "wicked");
  g_assert_cmpstr (lamp_record_get_text (problem, "next_look_on"), ==, "2026-12-20");
  g_assert_cmpstr (lamp_record_get_text (capture->item, "problem"), ==, lamp_record_get_id (problem));
  dialog = lamp_capture_edit (get_content (capture), capture->base.session, problem);
  fixture_settle ();
  g_assert_false (gtk_widget_get_visible (find_row (dialog, "Solved On")));
  adw_dialog_force_close (dialog);
  fixture_settle ();
  fixture_undo (&capture->base);
  g_assert_cmpuint (count (capture, "problems"), ==, 0);
  g_assert_false (lamp_record_has (capture->item, "problem"));
}

static void
an_answer_says_what_was_found (Capture       *capture,
                               gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_question);
  g_autoptr (LampRecord) question = NULL;

  lamp_text_row_set_text (LAMP_TEXT_ROW (find_row (dialog, "What do we want to find out?")),
                          "Who speaks?\nWho does not?");
  save (dialog);
  question = dup_first (capture, "questions");
  g_assert_cmpstr (lamp_record_get_text (question, "text"), ==, "Who speaks?\nWho does not?");
  g_assert_cmpstr (lamp_record_get_text (question, "meeting"), ==, "now");
  dialog = lamp_capture_edit (get_content (capture), capture->base.session, question);
  fixture_settle ();
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (dialog, "Answered")), TRUE);
  save (dialog);
  g_assert_cmpstr (lamp_record_get_text (question, "state"), ==, "open");
  lamp_text_row_set_text (LAMP_TEXT_ROW (find_row (dialog, "What We Found")), "Three of nine.");
  save (dialog);
  g_assert_cmpstr (lamp_record_get_text (question, "state"), ==, "answered");
}

static GtkTextBuffer *
get_notes (GtkWidget *widget)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find_widget (widget, GTK_TYPE_TEXT_VIEW)));
}

static void
notes_are_kept_by_themselves_in_one_step (Capture       *capture,
                                          gconstpointer  data)
{
  AdwDialog *dialog = open_dialog (capture, lamp_capture_note);

  gtk_text_buffer_set_text (get_notes (GTK_WIDGET (dialog)), "Ana: too fast\nAbe: too slow\n", -1);
  adw_dialog_force_close (dialog);
  fixture_settle ();
  g_assert_cmpstr (lamp_record_get_text (capture->item, "outcome"), ==, "Ana: too fast\nAbe: too slow");
  fixture_undo (&capture->base);
  g_assert_false (lamp_record_has (capture->item, "outcome"));
}

static void
notes_that_were_being_typed_come_back (Capture       *capture,
                                       gconstpointer  data)
{
  GtkWidget *editor;
  g_autofree char *text = NULL;
  GError *error = NULL;

  g_assert_true (lamp_store_set_local (capture->base.store, "note-draft:item", "Half a sen", &error));
  g_assert_no_error (error);
  editor = g_object_ref_sink (lamp_note_editor_new (capture->base.session));
  lamp_note_editor_set_item (LAMP_NOTE_EDITOR (editor), capture->item);
  g_object_get (get_notes (editor), "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Half a sen");
  g_assert_true (lamp_note_editor_flush (LAMP_NOTE_EDITOR (editor)));
  g_assert_cmpstr (lamp_record_get_text (capture->item, "outcome"), ==, "Half a sen");
  g_assert_null (lamp_store_dup_local (capture->base.store, "note-draft:item", &error));
  g_assert_no_error (error);
  g_object_unref (editor);
}

static void
off_the_record_and_after_the_close_nothing_is_noted (Capture       *capture,
                                                     gconstpointer  data)
{
  LampEdit *edit = lamp_edit_new (capture->base.store, "Off the Record");

  lamp_edit_set_integer (edit, capture->item, "off_record", 1);
  g_assert_true (lamp_session_commit (capture->base.session, edit, NULL));
  g_assert_null (lamp_capture_note (get_content (capture), capture->base.session, capture->meeting, capture->item));
  g_assert_cmpstr (capture->notice, ==, "This is off the record: the time is kept, and no notes.");
  edit = lamp_edit_new (capture->base.store, "Close");
  lamp_edit_set_text (edit, capture->meeting, "state", "closed");
  g_assert_true (lamp_session_commit (capture->base.session, edit, NULL));
  g_assert_null (lamp_capture_decision (get_content (capture), capture->base.session, capture->meeting, capture->item));
  g_assert_cmpstr (capture->notice, ==, "The meeting is closed: nothing more is written down in it.");
}

#define ADD(name) g_test_add ("/capture/" #name, Capture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (a_commitment_is_made_to_the_community_by_the_next_meeting_in_one_step);
  ADD (what_may_not_stand_is_said_under_its_row);
  ADD (escape_saves_nothing);
  ADD (people_of_the_community_come_first);
  ADD (an_objection_is_not_saved_without_its_reason);
  ADD (a_mandate_needs_its_day_and_gives_it_to_its_strategy);
  ADD (a_decision_is_changed_with_its_hands);
  ADD (a_problem_is_linked_to_its_item_and_a_wicked_one_has_no_end);
  ADD (an_answer_says_what_was_found);
  ADD (notes_are_kept_by_themselves_in_one_step);
  ADD (notes_that_were_being_typed_come_back);
  ADD (off_the_record_and_after_the_close_nothing_is_noted);


  return g_test_run ();
}
