/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meetings-view.h"

#include "lamp-agenda-page.h"
#include "lamp-agenda-row.h"
#include "lamp-meeting-edits.h"
#include "view-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const minutes[] = { "5", "20", "15", "7" };
  static const char * const kinds[] = { "check-in", "conversation", "work", "reflection" };
  static const char * const titles[] = { "Arrive", "Tom & <b>Jerry</b>", "Sort", "Look back" };

  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "series", "s", "community", "team", "title", "Mondays", "rrule", "FREQ=WEEKLY",
                               "minutes", "44", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "past", "community", "team", "series", "s", "title", "Past",
                               "starts_at", "2026-11-16T07:41", "minutes", "44", "state", "closed", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "next", "community", "team", "series", "s", "title", "Next",
                               "starts_at", "2026-11-23T07:41", "minutes", "44", "state", "open", NULL));
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *position = g_strdup_printf ("%u", i * 3);

      g_object_unref (fixture_add (fixture, "agenda_items", id, "meeting", "next", "position", position, "title", titles[i],
                                   "kind", kinds[i], "minutes", minutes[i], NULL));
    }
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static LampAgendaPage *
get_page (Fixture *fixture)
{
  return LAMP_AGENDA_PAGE (fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_AGENDA_PAGE));
}

static LampAgendaRow *
get_row (Fixture *fixture,
         int      index)
{
  GtkWidget *row = fixture_find_widget (GTK_WIDGET (get_page (fixture)), LAMP_TYPE_AGENDA_ROW);

  return LAMP_AGENDA_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (gtk_widget_get_parent (row)), index));
}

/* A command is for what is selected. */
static void
command (Fixture    *fixture,
         int         index,
         const char *action)
{
  LampAgendaRow *row = get_row (fixture, index);

  lamp_session_set_selected (fixture->session, lamp_agenda_row_get_item (row));
  gtk_widget_activate_action (GTK_WIDGET (row), action, NULL);
}

static char *
dup_order (Fixture *fixture)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  GString *order = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      g_string_append_printf (order, "%s ", lamp_record_get_title (item));
    }

  return g_string_free (order, FALSE);
}

static void
assert_order (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *order = dup_order (fixture);

  g_assert_cmpstr (order, ==, expected);
}

static void
the_next_meeting_is_shown_with_its_sum_against_the_slot (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_assert_cmpstr (lamp_record_get_id (lamp_agenda_page_get_meeting (get_page (fixture))), ==, "next");
  g_assert_true (fixture_reads (GTK_WIDGET (get_page (fixture)), "47 of 44 min — 3 min over"));
  g_assert_true (fixture_reads (GTK_WIDGET (get_row (fixture, 2)), "08:06"));
  g_assert_true (fixture_reads (GTK_WIDGET (get_row (fixture, 3)), "Ends 3 min after the end"));
  g_assert_false (fixture_reads (GTK_WIDGET (get_row (fixture, 2)), "Ends 3 min after the end"));
}

static void
a_persons_text_is_shown_as_it_is (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_assert_true (fixture_reads (GTK_WIDGET (get_row (fixture, 1)), "Tom & <b>Jerry</b>"));
}

static void
moving_an_item_cascades_and_is_one_step (Fixture       *fixture,
                                         gconstpointer  data)
{
  command (fixture, 2, "item.move-up");
  fixture_settle ();
  assert_order (fixture, "Arrive Sort Tom & <b>Jerry</b> Look back ");
  g_assert_true (fixture_reads (GTK_WIDGET (get_row (fixture, 2)), "08:01"));
  g_assert_cmpstr (lamp_record_get_title (lamp_session_get_selected (fixture->session)), ==, "Sort");
  fixture_undo (fixture);
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort Look back ");
}

static void
the_first_item_cannot_go_higher (Fixture       *fixture,
                                 gconstpointer  data)
{
  command (fixture, 0, "item.move-up");
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort Look back ");
}

static GtkEditable *
get_minutes (Fixture *fixture,
             int      index)
{
  return GTK_EDITABLE (fixture_find_widget (GTK_WIDGET (get_row (fixture, index)), GTK_TYPE_ENTRY));
}

static void
minutes_are_typed_as_people_write_them (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkEditable *minutes = get_minutes (fixture, 1);

  gtk_editable_set_text (minutes, "0:17");
  g_signal_emit_by_name (minutes, "activate");
  g_assert_cmpint (lamp_record_get_integer (lamp_agenda_row_get_item (get_row (fixture, 1)), "minutes"), ==, 17);
  g_assert_true (fixture_reads (GTK_WIDGET (get_page (fixture)), "44 of 44 min — fits to the minute"));
  fixture_undo (fixture);
  g_assert_true (fixture_reads (GTK_WIDGET (get_page (fixture)), "47 of 44 min — 3 min over"));
}

static void
minutes_that_are_none_are_not_taken (Fixture       *fixture,
                                     gconstpointer  data)
{
  GtkEditable *minutes = get_minutes (fixture, 1);

  gtk_editable_set_text (minutes, "soon");
  g_signal_emit_by_name (minutes, "activate");
  g_assert_cmpint (lamp_record_get_integer (lamp_agenda_row_get_item (get_row (fixture, 1)), "minutes"), ==, 20);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (minutes), "error"));
}

static void
a_new_item_stands_before_the_closing_reflection (Fixture       *fixture,
                                                 gconstpointer  data)
{
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.add-item", NULL);
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort New item Look back ");
  fixture_undo (fixture);
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort Look back ");
}

static void
a_copy_stands_after_its_model (Fixture       *fixture,
                               gconstpointer  data)
{
  command (fixture, 0, "item.duplicate");
  assert_order (fixture, "Arrive Arrive Tom & <b>Jerry</b> Sort Look back ");
  fixture_undo (fixture);
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort Look back ");
}

static void
a_deleted_item_comes_back (Fixture       *fixture,
                           gconstpointer  data)
{
  command (fixture, 1, "item.delete");
  assert_order (fixture, "Arrive Sort Look back ");
  fixture_undo (fixture);
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort Look back ");
}

static void
a_closed_meeting_is_locked (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (LampRecord) next = lamp_store_find (fixture->store, "meetings", "next");
  LampEdit *edit = lamp_edit_new (fixture->store, "Close");

  lamp_edit_set_text (edit, next, "state", "closed");
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  fixture_settle ();
  g_assert_false (gtk_editable_get_editable (get_minutes (fixture, 1)));
  command (fixture, 2, "item.move-up");
  command (fixture, 2, "item.delete");
  gtk_widget_activate_action (GTK_WIDGET (get_page (fixture)), "agenda.add-item", NULL);
  assert_order (fixture, "Arrive Tom & <b>Jerry</b> Sort Look back ");
  g_assert_true (fixture_reads (GTK_WIDGET (get_page (fixture)),
                                "This meeting is closed: its agenda can be read, not changed."));
}

static void
a_commitment_is_made_to_the_community_and_kept_in_one_step (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (LampRecord) next = lamp_store_find (fixture->store, "meetings", "next");
  g_autoptr (LampRecord) commitment = lamp_outcome_create (fixture->session, next, "commitments", "Bring the tickets");

  g_assert_cmpstr (lamp_record_get_text (commitment, "community"), ==, "team");
  g_assert_true (lamp_commitment_set_done (fixture->session, commitment, TRUE));
  g_assert_cmpstr (lamp_record_get_text (commitment, "done_on"), ==, "2026-11-22");
  fixture_undo (fixture);
  g_assert_false (lamp_record_has (commitment, "done_on"));
}

static void
another_meeting_is_shown_when_one_of_its_items_is_selected (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (LampRecord) item = fixture_add (fixture, "agenda_items", "old", "meeting", "past", "position", "0", "title",
                                             "Old", "kind", "work", "minutes", "10", NULL);

  lamp_session_set_selected (fixture->session, item);
  fixture_settle ();
  g_assert_cmpstr (lamp_record_get_id (lamp_agenda_page_get_meeting (get_page (fixture))), ==, "past");
}

static void
the_list_twin_and_the_search_do_not_trip (Fixture       *fixture,
                                          gconstpointer  data)
{
  lamp_view_set_list_mode (fixture->view, TRUE);
  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "47 min, 3 over"));
  lamp_session_set_search (fixture->session, "sort");
  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "Next"));
  lamp_session_set_search (fixture->session, "nowhere");
  lamp_view_set_list_mode (fixture->view, FALSE);
  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "Nothing Found"));
}

#define ADD(name) g_test_add ("/meetings/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (the_next_meeting_is_shown_with_its_sum_against_the_slot);
  ADD (a_persons_text_is_shown_as_it_is);
  ADD (moving_an_item_cascades_and_is_one_step);
  ADD (the_first_item_cannot_go_higher);
  ADD (minutes_are_typed_as_people_write_them);
  ADD (minutes_that_are_none_are_not_taken);
  ADD (a_new_item_stands_before_the_closing_reflection);
  ADD (a_copy_stands_after_its_model);
  ADD (a_deleted_item_comes_back);
  ADD (a_closed_meeting_is_locked);
  ADD (a_commitment_is_made_to_the_community_and_kept_in_one_step);
  ADD (another_meeting_is_shown_when_one_of_its_items_is_selected);
  ADD (the_list_twin_and_the_search_do_not_trip);

  return g_test_run ();
}
