/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-page.h"
#include "lamp-backlog-box.h"
#include "lamp-backlog-edits.h"
#include "lamp-closure-import-dialog.h"
#include "lamp-closures-dialog.h"
#include "lamp-date-row.h"
#include "lamp-meetings-view.h"
#include "lamp-repeat-editor.h"
#include "lamp-series-dates.h"
#include "lamp-series-dialog.h"
#include "lamp-series-edits.h"
#include "lamp-series-list-dialog.h"
#include "view-fixture.h"

/* A team that meets on Tuesdays at 7:41 from 24 November on; its district is closed from 21 December to 1 January. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "district", "name", "District", "kind", "system", NULL));
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", "parent", "district",
                               NULL));
  g_object_unref (fixture_add (fixture, "closures", "k", "community", "district", "title", "Tom & <b>Jerry</b>",
                               "starts_on", "2026-12-21", "ends_on", "2027-01-01", NULL));
  g_object_unref (fixture_add (fixture, "protocols", "p", "title", "Our way", NULL));
  g_object_unref (fixture_add (fixture, "protocol_steps", "p1", "protocol", "p", "position", "1", "title", "Arrive",
                               "minutes", "10", NULL));
  g_object_unref (fixture_add (fixture, "protocol_steps", "p2", "protocol", "p", "position", "2", "title", "Work",
                               "minutes", "30", NULL));
  g_object_unref (fixture_add (fixture, "series", "s", "community", "team", "title", "Tuesdays", "rrule",
                               "FREQ=WEEKLY;BYDAY=TU", "starts_at", "2026-11-24T07:41", "minutes", "44",
                               "template", "p", NULL));
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static LampRecord *
find (Fixture    *fixture,
      const char *type,
      const char *id)
{
  return lamp_store_find (fixture->store, type, id);
}

/* The days of the meetings of the series, "11-24 12-01 ". */
static char *
dup_days (Fixture *fixture)
{
  g_autoptr (GListModel) meetings = lamp_store_list_by (fixture->store, "meetings", "series", "s");
  GString *days = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (LampRecord) meeting = g_list_model_get_item (meetings, i);

      g_string_append_printf (days, "%.5s ", lamp_record_get_text (meeting, "starts_at") + 5);
    }

  return g_string_free (days, FALSE);
}

static void
assert_days (Fixture    *fixture,
             const char *expected)
{
  g_autofree char *days = dup_days (fixture);

  g_assert_cmpstr (days, ==, expected);
}

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  GtkWidget *child;

  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
open_series (Fixture    *fixture,
             const char *id)
{
  g_autoptr (LampRecord) community = find (fixture, "communities", "team");
  g_autoptr (LampRecord) series = id != NULL ? find (fixture, "series", id) : NULL;
  AdwDialog *dialog = lamp_series_dialog_new (fixture->session, community, series);

  adw_dialog_present (dialog, GTK_WIDGET (fixture->view));
  fixture_settle ();

  return GTK_WIDGET (dialog);
}

static void
apply (GtkWidget *dialog)
{
  gtk_widget_activate_action (dialog, "series.apply", NULL);
  fixture_settle ();
}

static void
make_meetings_until (GtkWidget  *dialog,
                     const char *day)
{
  lamp_date_row_set_value (LAMP_DATE_ROW (find_row (dialog, "Make Meetings Until")), day);
  fixture_settle ();
}

static void
meetings_are_made_around_a_holiday_in_one_step (Fixture       *fixture,
                                                gconstpointer  data)
{
  GtkWidget *dialog = open_series (fixture, "s");
  GtkWidget *closed;
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GListModel) meetings = NULL;
  g_autoptr (LampRecord) first = NULL;

  make_meetings_until (dialog, "2027-01-05");
  closed = find_row (dialog, "<s>Tue 22 Dec 2026, 07:41</s>");
  g_assert_nonnull (closed);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (closed)), ==,
                   "No school: Tom & <b>Jerry</b>");
  apply (dialog);
  assert_days (fixture, "11-24 12-01 12-08 12-15 01-05 ");
  meetings = lamp_store_list_by (fixture->store, "meetings", "series", "s");
  first = g_list_model_get_item (meetings, 0);
  items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", lamp_record_get_id (first));
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
  fixture_undo (fixture);
  assert_days (fixture, "");
}

static void
meetings_that_exist_are_not_made_again (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkWidget *dialog = open_series (fixture, "s");

  make_meetings_until (dialog, "2026-12-08");
  apply (dialog);
  assert_days (fixture, "11-24 12-01 12-08 ");
  dialog = open_series (fixture, "s");
  make_meetings_until (dialog, "2026-12-15");
  apply (dialog);
  assert_days (fixture, "11-24 12-01 12-08 12-15 ");
}

static void
a_date_that_is_left_is_not_made (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *dialog = open_series (fixture, "s");
  GtkWidget *row, *check;

  make_meetings_until (dialog, "2026-12-08");
  row = find_row (dialog, "Tue 1 Dec 2026, 07:41");
  check = fixture_find_widget (row, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  apply (dialog);
  assert_days (fixture, "11-24 12-08 ");
}

static void
a_change_of_the_series_moves_only_what_may_be_moved (Fixture       *fixture,
                                                     gconstpointer  data)
{
  GtkWidget *dialog;
  g_autoptr (LampRecord) series = NULL;

  g_object_unref (fixture_add (fixture, "meetings", "open", "community", "team", "series", "s", "title", "Open",
                               "starts_at", "2026-11-24T07:41", "minutes", "44", "state", "open", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "draft", "community", "team", "series", "s", "title", "Draft",
                               "starts_at", "2026-12-01T07:41", "minutes", "44", "state", "draft", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "kept", "community", "team", "series", "s", "title", "Kept",
                               "starts_at", "2026-12-08T07:41", "minutes", "44", "state", "draft", NULL));
  g_object_unref (fixture_add (fixture, "decisions", "d", "meeting", "kept", "text", "Decided before", NULL));
  dialog = open_series (fixture, "s");
  /* From Tuesday to Wednesday. */
  lamp_date_row_set_value (LAMP_DATE_ROW (find_row (dialog, "First Meeting")), "2026-11-25T08:00");
  fixture_settle ();
  g_assert_nonnull (find_row (dialog, "Tue 1 Dec 2026, 07:41 → Wed 2 Dec 2026, 08:00"));
  apply (dialog);
  assert_days (fixture, "11-24 12-02 12-08 ");
  series = find (fixture, "series", "s");
  g_assert_cmpstr (lamp_record_get_text (series, "rrule"), ==, "FREQ=WEEKLY;BYDAY=WE");
  fixture_undo (fixture);
  assert_days (fixture, "11-24 12-01 12-08 ");
  g_assert_cmpstr (lamp_record_get_text (series, "rrule"), ==, "FREQ=WEEKLY;BYDAY=TU");
}

static void
a_template_that_changes_changes_no_meeting (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (LampRecord) series = find (fixture, "series", "s");
  g_autoptr (LampRecord) meeting = lamp_series_create_next (fixture->session, series);
  g_autoptr (LampRecord) step = find (fixture, "protocol_steps", "p1");
  g_autoptr (GListModel) items = NULL;
  g_autoptr (LampRecord) item = NULL;
  LampEdit *edit = lamp_edit_new (fixture->store, "Change");

  g_assert_cmpstr (lamp_record_get_text (meeting, "starts_at"), ==, "2026-11-24T07:41");
  lamp_edit_set_text (edit, step, "title", "Something else");
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", lamp_record_get_id (meeting));
  item = g_list_model_get_item (items, 0);
  g_assert_cmpstr (lamp_record_get_title (item), ==, "Arrive");
}

static void
a_rule_that_cannot_be_followed_is_not_saved (Fixture       *fixture,
                                             gconstpointer  data)
{
  GtkWidget *dialog = open_series (fixture, "s");
  AdwComboRow *repeats = ADW_COMBO_ROW (find_row (dialog, "Repeats"));
  g_autoptr (LampRecord) series = find (fixture, "series", "s");
  GtkEditable *rule;

  adw_combo_row_set_selected (repeats, 4);
  rule = GTK_EDITABLE (find_row (dialog, "Rule (RFC 5545)"));
  g_assert_cmpstr (gtk_editable_get_text (rule), ==, "FREQ=WEEKLY;BYDAY=TU");
  gtk_editable_set_text (rule, "FREQ=SOMETIMES & <b>");
  apply (dialog);
  g_assert_cmpstr (lamp_record_get_text (series, "rrule"), ==, "FREQ=WEEKLY;BYDAY=TU");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  fixture_settle ();
}

static void
a_rule_that_has_no_choice_stays_as_it_is (Fixture       *fixture,
                                          gconstpointer  data)
{
  GtkWidget *editor = g_object_ref_sink (g_object_new (LAMP_TYPE_REPEAT_EDITOR, NULL));
  g_autofree char *rrule = NULL;

  lamp_repeat_editor_set (LAMP_REPEAT_EDITOR (editor), "FREQ=YEARLY;BYMONTH=9;BYDAY=1TU", "2026-11-24T07:41");
  rrule = lamp_repeat_editor_dup_rrule (LAMP_REPEAT_EDITOR (editor));
  g_assert_cmpstr (rrule, ==, "FREQ=YEARLY;BYMONTH=9;BYDAY=1TU");
  g_assert_finalize_object (editor);
}

static void
a_series_ends_with_today (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (LampRecord) series = find (fixture, "series", "s");

  g_assert_true (lamp_series_end (fixture->session, series));
  g_assert_cmpstr (lamp_record_get_text (series, "rrule"), ==, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261122T235959");
  g_assert_null (lamp_series_create_next (fixture->session, series));
  fixture_undo (fixture);
  g_assert_cmpstr (lamp_record_get_text (series, "rrule"), ==, "FREQ=WEEKLY;BYDAY=TU");
}

static void
an_imported_calendar_is_written_when_it_is_said (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "school.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *dialog;

  g_assert_true (g_file_set_contents (path, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u\nSUMMARY:Snow & ice\n"
                                            "DTSTART;VALUE=DATE:20261124\nEND:VEVENT\nEND:VCALENDAR\n", -1, NULL));
  g_assert_true (lamp_closure_import_dialog_present (GTK_WIDGET (fixture->view), fixture->session, file));
  fixture_settle ();
  dialog = fixture_find_widget (fixture->window, LAMP_TYPE_CLOSURE_IMPORT_DIALOG);
  g_assert_nonnull (find_row (dialog, "Snow & ice"));
  g_assert_cmpuint (lamp_store_count (fixture->store, "closures"), ==, 1);
  gtk_widget_activate_action (dialog, "closure-import.take", NULL);
  fixture_settle ();
  g_assert_cmpuint (lamp_store_count (fixture->store, "closures"), ==, 2);
  fixture_undo (fixture);
  g_assert_cmpuint (lamp_store_count (fixture->store, "closures"), ==, 1);
  g_assert_true (g_file_set_contents (path, "nothing of the kind", -1, NULL));
  g_assert_false (lamp_closure_import_dialog_present (GTK_WIDGET (fixture->view), fixture->session, file));
}

static void
the_lists_show_what_there_is (Fixture       *fixture,
                              gconstpointer  data)
{
  AdwDialog *closures = lamp_closures_dialog_new (fixture->session);
  AdwDialog *series = lamp_series_list_dialog_new (fixture->session, NULL);
  GtkWidget *row;

  adw_dialog_present (closures, GTK_WIDGET (fixture->view));
  adw_dialog_present (series, GTK_WIDGET (fixture->view));
  fixture_settle ();
  row = find_row (GTK_WIDGET (closures), "Tom & <b>Jerry</b>");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "21 Dec 2026 – 1 Jan 2027 · District");
  row = find_row (GTK_WIDGET (series), "Tuesdays");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "Every Tuesday at 07:41 · Team");
  adw_dialog_force_close (series);
  adw_dialog_force_close (closures);
  fixture_settle ();
}

static void
what_waits_comes_onto_the_agenda_and_goes_back (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (LampRecord) series = find (fixture, "series", "s");
  g_autoptr (LampRecord) meeting = lamp_series_create_next (fixture->session, series);
  g_autoptr (GListModel) waiting = lamp_store_list_by (fixture->store, "backlog_items", "series", "s");
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting",
                                                     lamp_record_get_id (meeting));
  g_autoptr (GPtrArray) back = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (LampRecord) first = NULL;

  g_assert_true (lamp_backlog_add (fixture->session, "s", "Tom & <b>Jerry</b>"));
  first = g_list_model_get_item (waiting, 0);
  g_ptr_array_add (back, lamp_backlog_take (fixture->session, first, meeting));
  g_assert_cmpuint (g_list_model_get_n_items (waiting), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 3);
  g_assert_cmpstr (lamp_record_get_title (back->pdata[0]), ==, "Tom & <b>Jerry</b>");
  g_assert_true (lamp_backlog_put_back (fixture->session, back, meeting));
  g_assert_cmpuint (g_list_model_get_n_items (waiting), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (waiting), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (items), ==, 2);
}

static void
set_state (Fixture    *fixture,
           LampRecord *meeting,
           const char *state)
{
  LampEdit *edit = lamp_edit_new (fixture->store, "Change");

  lamp_edit_set_text (edit, meeting, "state", state);
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  fixture_settle ();
}

static void
the_backlog_folds_when_the_meeting_begins_and_goes_when_it_is_closed (Fixture       *fixture,
                                                                      gconstpointer  data)
{
  g_autoptr (LampRecord) series = find (fixture, "series", "s");
  g_autoptr (LampRecord) meeting = lamp_series_create_next (fixture->session, series);
  GtkWidget *box, *expander;

  lamp_session_set_selected (fixture->session, meeting);
  fixture_settle ();
  box = fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_BACKLOG_BOX);
  expander = fixture_find_widget (box, ADW_TYPE_EXPANDER_ROW);
  g_assert_true (gtk_widget_get_visible (box));
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)));
  set_state (fixture, meeting, "in-progress");
  g_assert_false (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (expander)));
  set_state (fixture, meeting, "closed");
  g_assert_false (gtk_widget_get_visible (box));
}

#define ADD(name) g_test_add ("/series/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD (meetings_are_made_around_a_holiday_in_one_step);
  ADD (meetings_that_exist_are_not_made_again);
  ADD (a_date_that_is_left_is_not_made);
  ADD (a_change_of_the_series_moves_only_what_may_be_moved);
  ADD (a_template_that_changes_changes_no_meeting);
  ADD (a_rule_that_cannot_be_followed_is_not_saved);
  ADD (a_rule_that_has_no_choice_stays_as_it_is);
  ADD (a_series_ends_with_today);
  ADD (an_imported_calendar_is_written_when_it_is_said);
  ADD (the_lists_show_what_there_is);
  ADD (what_waits_comes_onto_the_agenda_and_goes_back);
  ADD (the_backlog_folds_when_the_meeting_begins_and_goes_when_it_is_closed);

  return g_test_run ();
}
