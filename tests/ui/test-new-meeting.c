/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda-page.h"
#include "lamp-carry-dialog.h"
#include "lamp-date-row.h"
#include "lamp-draft-list.h"
#include "lamp-meetings-view.h"
#include "lamp-new-meeting-dialog.h"
#include "lamp-new-meeting.h"
#include "view-fixture.h"

/* A team that meets on Mondays: last week it left an item over, kept a recurring one, and looked at neither its norms
 * nor a problem that it said it would. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "series", "s", "community", "team", "title", "Mondays", "rrule", "FREQ=WEEKLY",
                               "minutes", "44", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "past", "community", "team", "series", "s", "title", "Past",
                               "starts_at", "2026-11-16T07:41", "minutes", "44", "state", "closed", NULL));
  g_object_unref (fixture_add (fixture, "agenda_items", "left", "meeting", "past", "position", "1", "title",
                               "Tom & <b>Jerry</b>", "kind", "work", "minutes", "12", NULL));
  g_object_unref (fixture_add (fixture, "agenda_items", "again", "meeting", "past", "position", "2", "title", "Good news",
                               "kind", "conversation", "minutes", "4", "state", "discussed", "recurring", "true", NULL));
  g_object_unref (fixture_add (fixture, "problems", "p", "community", "team", "title", "Who is not in the room", "kind",
                               "wicked", "next_look_on", "2026-11-20", NULL));
  g_object_unref (fixture_add (fixture, "commitments", "c", "community", "team", "text", "Ask the families", "due",
                               "2026-11-18", NULL));
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static GtkWidget *
find_dialog (Fixture *fixture,
             GType    type)
{
  return fixture_find_widget (fixture->window, type);
}

static GtkWidget *
open_new (Fixture *fixture)
{
  lamp_view_add (fixture->view);
  fixture_settle ();

  return find_dialog (fixture, LAMP_TYPE_NEW_MEETING_DIALOG);
}

/* The row with a title; a preferences row's own, not what stands in it. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkCheckButton *
find_check (GtkWidget  *dialog,
            const char *title)
{
  GtkWidget *row = find_row (dialog, title);

  return row != NULL ? GTK_CHECK_BUTTON (fixture_find_widget (row, GTK_TYPE_CHECK_BUTTON)) : NULL;
}

static void
start_from (GtkWidget  *dialog,
            const char *name)
{
  AdwComboRow *row = ADW_COMBO_ROW (find_row (dialog, "Start From"));
  GListModel *model = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (model, i);

      if (g_str_equal (gtk_string_object_get_string (item), name))
        {
          adw_combo_row_set_selected (row, i);
          return;
        }
    }
  g_assert_not_reached ();
}

static void
press_enter (GtkWidget *dialog)
{
  GtkWidget *button = adw_dialog_get_default_widget (ADW_DIALOG (dialog));

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static LampRecord *
get_meeting (Fixture *fixture)
{
  LampRecord *meeting = lamp_session_get_selected (fixture->session);

  g_assert_true (lamp_record_is (meeting, "meetings"));

  return meeting;
}

/* The agenda as "title 5, title 10, ". */
static char *
dup_agenda (Fixture    *fixture,
            const char *meeting)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", meeting);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      g_string_append_printf (text, "%s, ", lamp_record_get_title (item));
    }

  return g_string_free (text, FALSE);
}

static void
assert_state (Fixture    *fixture,
              const char *item,
              const char *state)
{
  g_autoptr (LampRecord) record = lamp_store_find (fixture->store, "agenda_items", item);

  g_assert_cmpstr (lamp_record_get_text (record, "state"), ==, state);
}

static gint64
sum_minutes (Fixture    *fixture,
             const char *meeting)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", meeting);
  gint64 sum = 0;

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      sum += lamp_record_get_integer (item, "minutes");
      g_assert_true (lamp_record_has (item, "why"));
    }

  return sum;
}

static void
enter_alone_gives_the_next_of_the_series_with_what_is_due (Fixture       *fixture,
                                                           gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  LampRecord *meeting;

  g_assert_true (gtk_root_get_focus (GTK_ROOT (fixture->window)) == adw_dialog_get_default_widget (ADW_DIALOG (dialog)));
  press_enter (dialog);
  meeting = get_meeting (fixture);
  g_assert_cmpstr (lamp_record_get_title (meeting), ==, "Mondays");
  g_assert_cmpstr (lamp_record_get_text (meeting, "starts_at"), ==, "2026-11-23T07:41");
  g_assert_cmpint (lamp_record_get_integer (meeting, "minutes"), ==, 44);
  g_assert_cmpint (sum_minutes (fixture, lamp_record_get_id (meeting)), ==, 44);
  g_assert_true (lamp_agenda_page_get_meeting (LAMP_AGENDA_PAGE (find_dialog (fixture, LAMP_TYPE_AGENDA_PAGE))) == meeting);
  g_assert_null (find_dialog (fixture, LAMP_TYPE_NEW_MEETING_DIALOG));
  assert_state (fixture, "left", "carried");
  assert_state (fixture, "again", "discussed");
}

static void
a_meeting_its_agenda_and_its_marks_are_one_step (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autofree char *id = NULL;
  g_autofree char *agenda = NULL;

  press_enter (open_new (fixture));
  id = g_strdup (lamp_record_get_id (get_meeting (fixture)));
  fixture_undo (fixture);
  fixture_settle ();
  agenda = dup_agenda (fixture, id);
  g_assert_null (lamp_store_find (fixture->store, "meetings", id));
  g_assert_cmpstr (agenda, ==, "");
  assert_state (fixture, "left", "planned");
}

static void
each_item_says_why_it_is_there_and_can_be_left (Fixture       *fixture,
                                                gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  g_autofree char *agenda = NULL;

  g_assert_true (fixture_reads (dialog, "44 of 44 min — fits to the minute"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (dialog, "Tom & <b>Jerry</b>"))),
                            "it was not discussed"));
  gtk_check_button_set_active (find_check (dialog, "Tom & <b>Jerry</b>"), FALSE);
  g_assert_false (fixture_reads (dialog, "44 of 44 min — fits to the minute"));
  press_enter (dialog);
  agenda = dup_agenda (fixture, lamp_record_get_id (get_meeting (fixture)));
  g_assert_null (strstr (agenda, "Tom"));
  g_assert_nonnull (strstr (agenda, "Good news"));
  assert_state (fixture, "left", "planned");
}

static void
what_was_left_stays_left_when_the_slot_changes (Fixture       *fixture,
                                                gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);

  gtk_check_button_set_active (find_check (dialog, "Tom & <b>Jerry</b>"), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Minutes")), "1:15");
  g_assert_false (gtk_check_button_get_active (find_check (dialog, "Tom & <b>Jerry</b>")));
  g_assert_true (gtk_check_button_get_active (find_check (dialog, "Good news")));
}

static void
what_finds_no_room_is_named_and_comes_before_the_reflection (Fixture       *fixture,
                                                             gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  g_autofree char *agenda = NULL;

  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Minutes")), "20");
  g_assert_true (fixture_reads (dialog, "No Room For"));
  g_assert_false (gtk_check_button_get_active (find_check (dialog, "Agree on our norms")));
  gtk_check_button_set_active (find_check (dialog, "Agree on our norms"), TRUE);
  press_enter (dialog);
  agenda = dup_agenda (fixture, lamp_record_get_id (get_meeting (fixture)));
  g_assert_nonnull (strstr (agenda, "Agree on our norms, What worked, and why?, "));
  g_assert_true (g_str_has_suffix (agenda, "What worked, and why?, "));
}

static void
a_slot_or_a_time_that_is_none_holds_the_button_back (Fixture       *fixture,
                                                     gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  GtkWidget *create = adw_dialog_get_default_widget (ADW_DIALOG (dialog));
  static const char * const none[] = { "", "soon", "0", "-5", "99999", "1441" };

  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Minutes")), none[i]);
      g_assert_false (gtk_widget_get_sensitive (create));
    }
  gtk_editable_set_text (GTK_EDITABLE (find_row (dialog, "Minutes")), "1.5h");
  g_assert_true (gtk_widget_get_sensitive (create));
  lamp_date_row_set_value (LAMP_DATE_ROW (find_row (dialog, "When")), "some day");
  g_assert_false (gtk_widget_get_sensitive (create));
  lamp_date_row_set_value (LAMP_DATE_ROW (find_row (dialog, "When")), "2026-12-01T08:00");
  press_enter (dialog);
  g_assert_cmpstr (lamp_record_get_text (get_meeting (fixture), "starts_at"), ==, "2026-12-01T08:00");
  g_assert_cmpint (lamp_record_get_integer (get_meeting (fixture), "minutes"), ==, 90);
}

static void
a_meeting_can_start_from_what_was_left_over (Fixture       *fixture,
                                             gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  g_autofree char *agenda = NULL;

  start_from (dialog, "What Was Left Over Last Time");
  press_enter (dialog);
  agenda = dup_agenda (fixture, lamp_record_get_id (get_meeting (fixture)));
  g_assert_cmpstr (agenda, ==, "Tom & <b>Jerry</b>, Good news, ");
  assert_state (fixture, "left", "carried");
}

static void
a_meeting_can_start_from_a_protocol_fitted_into_the_slot (Fixture       *fixture,
                                                          gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  AdwComboRow *protocols = ADW_COMBO_ROW (find_row (dialog, "Protocol"));
  GListModel *names = adw_combo_row_get_model (protocols);
  LampRecord *meeting;

  start_from (dialog, "A Protocol");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (protocols)));
  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (names, i);

      if (g_str_has_prefix (gtk_string_object_get_string (name), "Consultancy"))
        adw_combo_row_set_selected (protocols, i);
    }
  press_enter (dialog);
  meeting = get_meeting (fixture);
  g_assert_cmpint (sum_minutes (fixture, lamp_record_get_id (meeting)), <=, 44);
  g_assert_cmpint (sum_minutes (fixture, lamp_record_get_id (meeting)), >, 20);
}

static void
a_meeting_can_start_from_nothing (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *dialog = open_new (fixture);
  g_autofree char *agenda = NULL;

  start_from (dialog, "Nothing");
  g_assert_true (fixture_reads (dialog, "0 of 44 min — nothing planned yet"));
  press_enter (dialog);
  agenda = dup_agenda (fixture, lamp_record_get_id (get_meeting (fixture)));
  g_assert_cmpstr (agenda, ==, "");
}

static void
without_a_series_the_cadence_of_the_community_counts (Fixture       *fixture,
                                                      gconstpointer  data)
{
  GtkWidget *dialog;

  g_object_unref (fixture_add (fixture, "communities", "other", "name", "Other", "kind", "team", "cadence_weeks", "3", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "one", "community", "other", "title", "One", "starts_at",
                               "2026-11-17T16:00", "minutes", "60", NULL));
  dialog = open_new (fixture);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (dialog, "For")), 0);
  g_assert_cmpstr (lamp_date_row_get_value (LAMP_DATE_ROW (find_row (dialog, "When"))), ==, "2026-12-08T16:00");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (dialog, "Minutes"))), ==, "60");
  g_assert_false (gtk_widget_get_visible (find_row (dialog, "Series")));
  press_enter (dialog);
  g_assert_cmpstr (lamp_record_get_text (get_meeting (fixture), "community"), ==, "other");
}

static void
a_day_without_school_is_passed_over_and_named_when_it_is_chosen (Fixture       *fixture,
                                                                gconstpointer  data)
{
  GtkWidget *dialog;
  GtkWidget *when;

  g_object_unref (fixture_add (fixture, "closures", "h", "community", "team", "title", "Tom & <b>Jerry</b> Day", "starts_on",
                               "2026-11-23", "ends_on", "2026-11-24", NULL));
  dialog = open_new (fixture);
  when = find_row (dialog, "When");
  g_assert_cmpstr (lamp_date_row_get_value (LAMP_DATE_ROW (when)), ==, "2026-11-30T07:41");
  lamp_date_row_set_value (LAMP_DATE_ROW (when), "2026-11-24T07:41");
  g_assert_true (fixture_reads (dialog, "There is no school on that day: Tom & <b>Jerry</b> Day."));
  lamp_date_row_set_value (LAMP_DATE_ROW (when), "2026-11-25T07:41");
  g_assert_false (fixture_reads (dialog, "There is no school on that day: Tom & <b>Jerry</b> Day."));
}

static void
proposed_are_only_items_that_are_not_there (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = NULL;
  GtkWidget *dialog;

  press_enter (open_new (fixture));
  id = g_strdup (lamp_record_get_id (get_meeting (fixture)));
  before = dup_agenda (fixture, id);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "meetings.propose-items", NULL);
  fixture_settle ();
  dialog = find_dialog (fixture, LAMP_TYPE_CARRY_DIALOG);
  g_assert_true (fixture_reads (dialog, "Everything that is due is on the agenda already."));
  adw_dialog_force_close (ADW_DIALOG (dialog));
  fixture_settle ();

  g_object_unref (fixture_add (fixture, "problems", "q", "community", "team", "title", "Late buses", "kind", "tame",
                               "next_look_on", "2026-11-21", NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "meetings.propose-items", NULL);
  fixture_settle ();
  dialog = find_dialog (fixture, LAMP_TYPE_CARRY_DIALOG);
  g_assert_null (find_check (dialog, "Good news"));
  gtk_check_button_set_active (find_check (dialog, "Late buses"), TRUE);
  press_enter (dialog);
  after = dup_agenda (fixture, id);
  g_assert_nonnull (strstr (after, "Late buses, What worked, and why?, "));
  fixture_undo (fixture);
  g_clear_pointer (&after, g_free);
  after = dup_agenda (fixture, id);
  g_assert_cmpstr (after, ==, before);
}

static void
carried_over_is_what_the_last_meeting_left_in_one_step (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *agenda = NULL;
  g_autoptr (LampRecord) next = NULL;

  next = fixture_add (fixture, "meetings", "next", "community", "team", "series", "s", "title", "Next", "starts_at",
                               "2026-11-23T07:41", "minutes", "44", "state", "open", NULL);
  g_object_unref (fixture_add (fixture, "agenda_items", "r", "meeting", "next", "position", "0", "title", "Look back", "kind",
                               "reflection", "minutes", "5", NULL));
  lamp_session_set_selected (fixture->session, next);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "meetings.carry-over", NULL);
  fixture_settle ();
  press_enter (find_dialog (fixture, LAMP_TYPE_CARRY_DIALOG));
  agenda = dup_agenda (fixture, "next");
  g_assert_cmpstr (agenda, ==, "Tom & <b>Jerry</b>, Good news, Look back, ");
  assert_state (fixture, "left", "carried");
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "meetings.carry-over", NULL);
  fixture_settle ();
  g_assert_true (fixture_reads (find_dialog (fixture, LAMP_TYPE_CARRY_DIALOG), "Nothing to Add"));
  fixture_undo (fixture);
  assert_state (fixture, "left", "planned");
  g_clear_pointer (&agenda, g_free);
  agenda = dup_agenda (fixture, "next");
  g_assert_cmpstr (agenda, ==, "Look back, ");
}

static void
nothing_is_carried_over_from_a_meeting_that_is_still_to_come (Fixture       *fixture,
                                                              gconstpointer  data)
{
  GtkWidget *dialog;
  AdwPreferencesGroup *group;

  g_object_unref (fixture_add (fixture, "meetings", "next", "community", "team", "series", "s", "title", "Next", "starts_at",
                               "2026-11-23T07:41", "minutes", "44", "state", "open", NULL));
  g_object_unref (fixture_add (fixture, "agenda_items", "r", "meeting", "next", "position", "0", "title", "Plan", "kind",
                               "work", "minutes", "5", NULL));
  dialog = open_new (fixture);
  start_from (dialog, "What Was Left Over Last Time");
  g_assert_cmpstr (lamp_date_row_get_value (LAMP_DATE_ROW (find_row (dialog, "When"))), ==, "2026-11-30T07:41");
  g_assert_null (find_row (dialog, "Plan"));
  group = ADW_PREFERENCES_GROUP (fixture_find_widget (dialog, LAMP_TYPE_DRAFT_LIST));
  g_assert_nonnull (strstr (adw_preferences_group_get_description (group), "is still to come"));
}

static void
a_closed_meeting_takes_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "meetings.propose-items", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "meetings.carry-over", NULL);
  fixture_settle ();
  g_assert_null (find_dialog (fixture, LAMP_TYPE_CARRY_DIALOG));
}

static void
a_community_with_no_past_has_time_to_talk_to_work_and_to_look_back (void)
{
  Fixture fixture = { 0 };
  GtkWidget *dialog;
  g_autofree char *agenda = NULL;

  fixture_open (&fixture);
  fixture_show (&fixture, LAMP_TYPE_MEETINGS_VIEW);
  lamp_view_add (fixture.view);
  fixture_settle ();
  g_assert_null (find_dialog (&fixture, LAMP_TYPE_NEW_MEETING_DIALOG));

  g_object_unref (fixture_add (&fixture, "communities", "new", "name", "New", "kind", "team", NULL));
  dialog = open_new (&fixture);
  press_enter (dialog);
  g_assert_cmpstr (lamp_record_get_text (get_meeting (&fixture), "starts_at"), ==, "2026-11-23T15:30");
  g_assert_cmpint (sum_minutes (&fixture, lamp_record_get_id (get_meeting (&fixture))), ==, 44);
  agenda = dup_agenda (&fixture, lamp_record_get_id (get_meeting (&fixture)));
  g_assert_cmpstr (agenda, ==,
                   "Check-in, Agree on our norms, What have we learned, and what have we done with it?, Work together, "
                   "What worked, and why?, ");
  fixture_close (&fixture);
}

#define ADD(name) g_test_add ("/new-meeting/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (enter_alone_gives_the_next_of_the_series_with_what_is_due);
  ADD (a_meeting_its_agenda_and_its_marks_are_one_step);
  ADD (each_item_says_why_it_is_there_and_can_be_left);
  ADD (what_was_left_stays_left_when_the_slot_changes);
  ADD (what_finds_no_room_is_named_and_comes_before_the_reflection);
  ADD (a_slot_or_a_time_that_is_none_holds_the_button_back);
  ADD (a_meeting_can_start_from_what_was_left_over);
  ADD (a_meeting_can_start_from_a_protocol_fitted_into_the_slot);
  ADD (a_meeting_can_start_from_nothing);
  ADD (without_a_series_the_cadence_of_the_community_counts);
  ADD (a_day_without_school_is_passed_over_and_named_when_it_is_chosen);
  ADD (proposed_are_only_items_that_are_not_there);
  ADD (carried_over_is_what_the_last_meeting_left_in_one_step);
  ADD (nothing_is_carried_over_from_a_meeting_that_is_still_to_come);
  ADD (a_closed_meeting_takes_nothing);
  g_test_add_func ("/new-meeting/a_community_with_no_past_has_time_to_talk_to_work_and_to_look_back",
                   a_community_with_no_past_has_time_to_talk_to_work_and_to_look_back);

  return g_test_run ();
}
