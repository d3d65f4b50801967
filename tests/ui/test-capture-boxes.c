/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-attendance-box.h"
#include "lamp-captured-list.h"
#include "lamp-close-dialog.h"
#include "lamp-norms-box.h"

#include "capture-fixture.h"

static GtkWidget *
show (Capture   *capture,
      GtkWidget *widget)
{
  adw_window_set_content (ADW_WINDOW (capture->base.window), widget);
  fixture_settle ();

  return widget;
}

static void
set_began (Capture *capture)
{
  LampEdit *edit = lamp_edit_new (capture->base.store, "Begin");

  lamp_edit_set_text (edit, capture->meeting, "began_at", "2026-11-22T09:00:00.000Z");
  g_assert_true (lamp_session_commit (capture->base.session, edit, NULL));
}

static void
what_was_written_down_is_listed_under_its_item (Capture       *capture,
                                                gconstpointer  data)
{
  GtkWidget *list = show (capture, lamp_captured_list_new (capture->base.session));
  g_autoptr (LampRecord) decision = NULL;

  g_assert_true (fixture_reads (list, "Nothing has been written down yet."));
  set_began (capture);
  lamp_captured_list_set_meeting (LAMP_CAPTURED_LIST (list), capture->meeting);
  decision = fixture_add (&capture->base, "decisions", "d", "meeting", "now", "item", "item", "text", "Tom & <b>us</b>",
                          "method", "consent", "tally", "{\"consent\":4}", NULL);
  g_object_unref (fixture_add (&capture->base, "commitments", "c", "meeting", "now", "community", "team", "text", "Go",
                               "due", "2026-11-21", NULL));
  g_object_unref (fixture_add (&capture->base, "problems", "p", "community", "team", "title", "Noise", "kind", "wicked",
                               NULL));
  fixture_settle ();
  g_assert_cmpuint (lamp_captured_list_get_n_captured (LAMP_CAPTURED_LIST (list)), ==, 3);
  g_assert_true (fixture_reads (list, "Sort"));
  g_assert_true (fixture_reads (list, "The Whole Meeting"));
  g_assert_true (fixture_reads (list, "Tom & <b>us</b>"));
  g_assert_true (fixture_reads (list, "Decision · Consent · Adopted"));
  g_assert_true (fixture_reads (list, "Commitment · nobody named · 1 day overdue"));
  lamp_session_delete (capture->base.session, decision);
  fixture_settle ();
  g_assert_cmpuint (lamp_captured_list_get_n_captured (LAMP_CAPTURED_LIST (list)), ==, 2);
  fixture_undo (&capture->base);
  g_assert_cmpuint (lamp_captured_list_get_n_captured (LAMP_CAPTURED_LIST (list)), ==, 3);
}

static const char *
get_attendance (Capture *capture)
{
  g_autoptr (GListModel) list = lamp_store_list_by (capture->base.store, "attendances", "meeting", "now");
  g_autoptr (LampRecord) attendance = g_list_model_get_item (list, 0);

  return attendance != NULL ? g_intern_string (lamp_record_get_text (attendance, "state")) : NULL;
}

static void
somebody_is_here_or_not_by_one_press (Capture       *capture,
                                      gconstpointer  data)
{
  GtkWidget *box = show (capture, lamp_attendance_box_new (capture->base.session, capture->meeting));
  GtkWidget *row = find_row (box, "Ana Ruiz");

  g_assert_true (fixture_reads (box, "0 of 1 here"));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_cmpstr (get_attendance (capture), ==, "present");
  g_assert_true (fixture_reads (box, "1 of 1 here"));
  g_assert_cmpuint (lamp_attendance_box_get_present (LAMP_ATTENDANCE_BOX (box)), ==, 1);
  adw_toggle_group_set_active_name (ADW_TOGGLE_GROUP (fixture_find_widget (row, ADW_TYPE_TOGGLE_GROUP)), "excused");
  g_assert_cmpstr (get_attendance (capture), ==, "excused");
  fixture_undo (&capture->base);
  fixture_undo (&capture->base);
  g_assert_null (get_attendance (capture));
  g_assert_true (fixture_reads (row, "Not marked"));
}

static void
a_turn_is_taken_by_one_press (Capture       *capture,
                              gconstpointer  data)
{
  GtkWidget *box = show (capture, lamp_attendance_box_new (capture->base.session, capture->meeting));
  GtkWidget *row = find_row (box, "Recorder");
  GtkWidget *button = gtk_widget_get_ancestor (fixture_find_widget (row, GTK_TYPE_BUTTON), GTK_TYPE_BUTTON);

  while (button != NULL && !fixture_reads (button, "Ana Ruiz?"))
    button = gtk_widget_get_next_sibling (button);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
  g_assert_cmpstr (lamp_record_get_text (capture->meeting, "recorder"), ==, "ana");
  g_assert_false (gtk_widget_get_visible (button));
  fixture_undo (&capture->base);
  g_assert_false (lamp_record_has (capture->meeting, "recorder"));
  g_assert_true (gtk_widget_get_visible (button));
}

static void
norms_are_rated_and_looked_at (Capture       *capture,
                               gconstpointer  data)
{
  g_autoptr (LampRecord) norm = fixture_add (&capture->base, "norms", "n", "community", "team", "text", "One speaks",
                                             NULL);
  GtkWidget *box = show (capture, lamp_norms_box_new (capture->base.session, capture->meeting, TRUE));
  AdwToggleGroup *rating = ADW_TOGGLE_GROUP (fixture_find_widget (box, ADW_TYPE_TOGGLE_GROUP));

  g_assert_true (fixture_reads (box, "Not looked at together yet."));
  adw_toggle_group_set_active_name (rating, "4");
  g_assert_cmpint (lamp_record_get_integer (capture->meeting, "norms_rating"), ==, 4);
  g_assert_true (fixture_reads (box, "We kept most of them"));
  g_signal_emit_by_name (fixture_find_widget (box, GTK_TYPE_BUTTON), "clicked");
  g_assert_cmpstr (lamp_record_get_text (norm, "reviewed_on"), ==, "2026-11-22");
  fixture_undo (&capture->base);
  fixture_undo (&capture->base);
  g_assert_false (lamp_record_has (capture->meeting, "norms_rating"));
  g_assert_cmpuint (adw_toggle_group_get_active (rating), ==, GTK_INVALID_LIST_POSITION);
}

static void
on_close (AdwDialog *dialog,
          gboolean   keep_voices,
          int       *told)
{
  *told = keep_voices ? 1 : 0;
}

static void
closing_shows_what_is_missing_and_what_moves_on (Capture       *capture,
                                                 gconstpointer  data)
{
  AdwDialog *dialog = lamp_close_dialog_new (capture->base.session, capture->meeting);
  g_autoptr (GListModel) next = lamp_store_list_by (capture->base.store, "agenda_items", "meeting", "next");
  int told = -1;

  g_signal_connect (dialog, "close-meeting", G_CALLBACK (on_close), &told);
  lamp_close_dialog_set_has_voices (LAMP_CLOSE_DIALOG (dialog), TRUE);
  adw_dialog_present (dialog, get_content (capture));
  g_object_unref (fixture_add (&capture->base, "commitments", "c", "meeting", "now", "community", "team", "text", "Go",
                               NULL));
  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (dialog), "Nobody is named, and there is no date"));
  g_assert_true (fixture_reads (GTK_WIDGET (dialog), "Sort"));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "close.carry-over", NULL);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (next), ==, 1);
  g_assert_cmpstr (lamp_record_get_text (capture->item, "state"), ==, "carried");
  g_assert_true (fixture_reads (GTK_WIDGET (dialog), "Nothing moves to the next meeting."));
  fixture_undo (&capture->base);
  g_assert_cmpuint (g_list_model_get_n_items (next), ==, 0);
  adw_switch_row_set_active (ADW_SWITCH_ROW (find_row (dialog, "Keep the Turns That Were Counted")), TRUE);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "close.meeting", NULL);
  fixture_settle ();
  g_assert_cmpint (told, ==, 1);
}

#define ADD(name) g_test_add ("/capture-boxes/" #name, Capture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (what_was_written_down_is_listed_under_its_item);
  ADD (somebody_is_here_or_not_by_one_press);
  ADD (a_turn_is_taken_by_one_press);
  ADD (norms_are_rated_and_looked_at);
  ADD (closing_shows_what_is_missing_and_what_moves_on);

  return g_test_run ();
}
