/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meetings-view.h"

#include "lamp-agenda-edits.h"
#include "lamp-agenda-list.h"
#include "lamp-agenda-page.h"
#include "lamp-agenda-row.h"
#include "lamp-fit-dialog.h"
#include "lamp-move-dialog.h"
#include "lamp-split-dialog.h"
#include "view-fixture.h"

static char *last_notice;

static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           gpointer     data)
{
  g_set_str (&last_notice, message);
}

static void
add_meeting (Fixture    *fixture,
             const char *id,
             const char *starts_at,
             const char *minutes,
             const char *state)
{
  g_object_unref (fixture_add (fixture, "meetings", id, "community", "team", "title", id, "starts_at", starts_at,
                               "minutes", minutes, "state", state, NULL));
}

static void
add_item (Fixture    *fixture,
          const char *id,
          const char *meeting,
          const char *position,
          const char *kind,
          const char *minutes)
{
  g_object_unref (fixture_add (fixture, "agenda_items", id, "meeting", meeting, "position", position, "title", id,
                               "kind", kind, "minutes", minutes, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "people", "ana", "name", "Ana Ruiz", NULL));
  add_meeting (fixture, "past", "2026-11-16T07:41", "44", "closed");
  add_meeting (fixture, "next", "2026-11-23T07:41", "75", "open");
  add_meeting (fixture, "later", "2026-11-30T07:41", "44", "draft");
  add_item (fixture, "a", "next", "0", "check-in", "5");
  add_item (fixture, "b", "next", "1", "work", "40");
  add_item (fixture, "c", "next", "2", "work", "22");
  add_item (fixture, "d", "next", "3", "reflection", "10");
  add_item (fixture, "x", "later", "0", "work", "20");
  add_item (fixture, "z", "later", "1", "reflection", "5");
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
  g_signal_connect (fixture->session, "notice", G_CALLBACK (on_notice), NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&last_notice, g_free);
  fixture_close (fixture);
}

static LampAgendaList *
get_list (Fixture *fixture)
{
  return LAMP_AGENDA_LIST (fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_AGENDA_LIST));
}

static GtkListBox *
get_box (Fixture *fixture)
{
  return GTK_LIST_BOX (fixture_find_widget (GTK_WIDGET (get_list (fixture)), GTK_TYPE_LIST_BOX));
}

static LampRecord *
dup_item (Fixture    *fixture,
          const char *id)
{
  return lamp_store_find (fixture->store, "agenda_items", id);
}

/* Chooses items as with Ctrl and a click. */
static void
choose (Fixture    *fixture,
        const char *first,
        const char *second)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, dup_item (fixture, first));
  if (second != NULL)
    g_ptr_array_add (items, dup_item (fixture, second));
  lamp_agenda_list_select (get_list (fixture), items);
}

static void
command (Fixture    *fixture,
         const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (get_box (fixture)), action, NULL);
  fixture_settle ();
}

static void
assert_agenda (Fixture    *fixture,
               const char *meeting,
               const char *expected)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", meeting);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      g_string_append_printf (text, "%s%s %d", i > 0 ? ", " : "", lamp_record_get_title (item),
                              (int) lamp_record_get_integer (item, "minutes"));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static guint
count_steps (Fixture *fixture)
{
  g_autoptr (GPtrArray) history = lamp_store_get_history (fixture->store, 1000);
  guint n = 0;

  for (guint i = 0; i < history->len; i++)
    n += !((LampStep *) history->pdata[i])->undone;

  return n;
}

static void
several_items_move_together_in_one_step (Fixture       *fixture,
                                         gconstpointer  data)
{
  guint before = count_steps (fixture);

  choose (fixture, "b", "d");
  command (fixture, "item.move-up");
  assert_agenda (fixture, "next", "b 40, d 10, a 5, c 22");
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
what_moved_stays_selected (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GList) rows = NULL;

  choose (fixture, "a", "b");
  command (fixture, "item.move-down");
  assert_agenda (fixture, "next", "c 22, a 5, b 40, d 10");
  command (fixture, "item.move-down");
  assert_agenda (fixture, "next", "c 22, d 10, a 5, b 40");
  rows = gtk_list_box_get_selected_rows (get_box (fixture));
  g_assert_cmpuint (g_list_length (rows), ==, 2);
  /* At the end nothing happens any more. */
  command (fixture, "item.move-down");
  assert_agenda (fixture, "next", "c 22, d 10, a 5, b 40");
}

static void
several_items_are_duplicated_and_deleted_in_one_step_each (Fixture       *fixture,
                                                           gconstpointer  data)
{
  guint before = count_steps (fixture);

  choose (fixture, "b", "c");
  command (fixture, "item.duplicate");
  assert_agenda (fixture, "next", "a 5, b 40, c 22, b 40, c 22, d 10");
  g_assert_cmpuint (count_steps (fixture), ==, before + 1);
  command (fixture, "item.delete");
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
  g_assert_cmpuint (count_steps (fixture), ==, before + 2);
  g_assert_cmpstr (last_notice, ==, "2 agenda items deleted");
  fixture_undo (fixture);
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
the_last_item_can_be_deleted_and_undone (Fixture       *fixture,
                                         gconstpointer  data)
{
  choose (fixture, "a", "b");
  command (fixture, "item.delete");
  choose (fixture, "c", "d");
  command (fixture, "item.delete");
  assert_agenda (fixture, "next", "");
  command (fixture, "item.delete");
  fixture_undo (fixture);
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
splitting_shares_the_time_and_is_one_step (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LampRecord) item = dup_item (fixture, "b");
  AdwDialog *dialog;

  choose (fixture, "b", NULL);
  command (fixture, "item.split");
  dialog = ADW_DIALOG (fixture_find_widget (fixture->window, LAMP_TYPE_SPLIT_DIALOG));
  g_assert_nonnull (dialog);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "split");
  g_signal_emit_by_name (dialog, "response::split", "split");
  adw_dialog_force_close (dialog);
  fixture_settle ();
  assert_agenda (fixture, "next", "a 5, b 20, b (continued) 20, c 22, d 10");
  g_assert_cmpstr (lamp_record_get_title (lamp_session_get_selected (fixture->session)), ==, "b (continued)");
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
an_item_of_one_minute_cannot_be_split (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  g_autoptr (LampRecord) item = dup_item (fixture, "a");

  g_assert_null (lamp_items_split (fixture->session, items, item, 5, NULL, NULL));
  g_assert_cmpstr (last_notice, ==, "Each part of an item needs a minute at least.");
}

static void
merging_adds_the_time_hands_over_and_tells_what_clashes (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (LampRecord) decision = fixture_add (fixture, "decisions", "dec", "meeting", "next", "item", "d", "text",
                                                 "Go on", NULL);

  choose (fixture, "c", NULL);
  command (fixture, "item.merge");
  assert_agenda (fixture, "next", "a 5, b 40, c + d 32");
  g_assert_cmpstr (lamp_record_get_text (decision, "item"), ==, "c");
  g_assert_cmpstr (last_notice, ==, "Merged; kept from the first item: Kind");
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
  g_assert_cmpstr (lamp_record_get_text (decision, "item"), ==, "d");
}

static void
several_items_merge_into_the_first (Fixture       *fixture,
                                    gconstpointer  data)
{
  choose (fixture, "a", "c");
  command (fixture, "item.merge");
  assert_agenda (fixture, "next", "a + c 27, b 40, d 10");
}

static void
moving_to_another_meeting_takes_what_came_out_along (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (LampRecord) decision = fixture_add (fixture, "decisions", "dec", "meeting", "next", "item", "b", "text",
                                                 "Go on", NULL);
  g_autoptr (LampRecord) promise = fixture_add (fixture, "commitments", "com", "meeting", "next", "item", "c",
                                                "community", "team", "text", "Bring", NULL);
  g_autoptr (LampRecord) later = lamp_store_find (fixture->store, "meetings", "later");
  GtkWidget *dialog;

  choose (fixture, "b", "c");
  command (fixture, "item.move-to");
  dialog = fixture_find_widget (fixture->window, LAMP_TYPE_MOVE_DIALOG);
  g_assert_nonnull (dialog);
  /* A closed meeting takes nothing in, and the one that they are at is no other. */
  g_assert_true (fixture_reads (dialog, "later"));
  g_assert_false (fixture_reads (dialog, "past"));
  g_assert_false (fixture_reads (dialog, "next"));
  g_signal_emit_by_name (fixture_find_widget (dialog, GTK_TYPE_LIST_VIEW), "activate", 0);
  fixture_settle ();
  assert_agenda (fixture, "next", "a 5, d 10");
  assert_agenda (fixture, "later", "x 20, b 40, c 22, z 5");
  g_assert_cmpstr (lamp_record_get_text (decision, "meeting"), ==, "later");
  g_assert_cmpstr (lamp_record_get_text (promise, "meeting"), ==, "later");
  g_assert_cmpstr (lamp_record_get_text (promise, "item"), ==, "c");
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
  assert_agenda (fixture, "later", "x 20, z 5");
  g_assert_cmpstr (lamp_record_get_text (decision, "meeting"), ==, "next");
}

static void
the_minutes_of_an_agenda_survive_any_splitting_and_merging (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  guint n_done = 0;

  for (guint round = 0; round < 60; round++)
    {
      guint n_items = g_list_model_get_n_items (items);
      guint place = (guint) g_test_rand_int_range (0, (int) n_items);
      g_autoptr (LampRecord) item = g_list_model_get_item (items, place);
      int minutes = (int) lamp_record_get_integer (item, "minutes");
      gint64 sum = 0;

      if (g_test_rand_bit () && minutes > 1)
        {
          g_autoptr (LampRecord) second = lamp_items_split (fixture->session, items, item,
                                                            g_test_rand_int_range (1, minutes), NULL, NULL);

          g_assert_nonnull (second);
          n_done++;
        }
      else if (place + 1 < n_items)
        {
          g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);

          g_ptr_array_add (chosen, g_object_ref (item));
          g_ptr_array_add (chosen, g_list_model_get_item (items, place + 1));
          g_assert_true (lamp_items_merge (fixture->session, chosen));
          n_done++;
        }
      for (guint i = 0; i < g_list_model_get_n_items (items); i++)
        {
          g_autoptr (LampRecord) other = g_list_model_get_item (items, i);

          sum += lamp_record_get_integer (other, "minutes");
        }
      g_assert_cmpint (sum, ==, 77);
    }
  while (n_done-- > 0)
    fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
items_are_typed_with_their_minutes (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkWidget *entry = fixture_find_widget (GTK_WIDGET (get_list (fixture)), ADW_TYPE_ENTRY_ROW);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Tom & <b>Jerry</b> 1:30");
  g_signal_emit_by_name (entry, "apply");
  assert_agenda (fixture, "next", "a 5, b 40, c 22, Tom & <b>Jerry</b> 90, d 10");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_signal_emit_by_name (entry, "apply");
  assert_agenda (fixture, "next", "a 5, b 40, c 22, Tom & <b>Jerry</b> 90, d 10");
}

static void
fit_to_slot_shows_what_it_would_do_and_is_one_step (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (LampRecord) reflection = dup_item (fixture, "d");
  LampEdit *edit = lamp_edit_new (fixture->store, "Protect");
  GtkWidget *dialog;

  lamp_edit_set_integer (edit, reflection, "protected", 1);
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "77 of 75 min — 2 min over"));
  gtk_widget_activate_action (fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_AGENDA_PAGE), "agenda.fit",
                              NULL);
  fixture_settle ();
  dialog = fixture_find_widget (fixture->window, LAMP_TYPE_FIT_DIALOG);
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==, "77 → 75 minutes, in a slot of 75.");
  g_assert_true (fixture_reads (dialog, "40 → 39 min"));
  g_assert_true (fixture_reads (dialog, "stays 10 min, protected"));
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "fit"));
  g_signal_emit_by_name (dialog, "response::fit", "fit");
  adw_dialog_force_close (ADW_DIALOG (dialog));
  fixture_settle ();
  assert_agenda (fixture, "next", "a 5, b 39, c 21, d 10");
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "75 of 75 min — fits to the minute"));
  fixture_undo (fixture);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
what_cannot_fit_says_by_how_much_and_cannot_be_pressed (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (LampRecord) next = lamp_store_find (fixture->store, "meetings", "next");
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  LampEdit *edit = lamp_edit_new (fixture->store, "Shorten");
  AdwDialog *dialog;

  lamp_edit_set_integer (edit, next, "minutes", 30);
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  /* Halves: 3 + 20 + 11 + 5. */
  dialog = lamp_fit_dialog_new (next, items);
  g_object_ref_sink (dialog);
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "9 minutes too long"));
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "fit"));
  g_object_unref (dialog);
  g_assert_false (lamp_items_fit (fixture->session, next, items, LAMP_FIT_SHORTEN));
  g_assert_nonnull (strstr (last_notice, "9 minutes too long"));
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
}

static void
a_link_is_a_chip_that_leads_to_what_it_names (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (LampRecord) item = dup_item (fixture, "b");
  LampEdit *edit = lamp_edit_new (fixture->store, "Present");
  GtkWidget *row;

  lamp_edit_set_text (edit, item, "presenter", "ana");
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  fixture_settle ();
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_box (fixture), 1));
  g_assert_true (fixture_reads (row, "Ana Ruiz"));
  fixture_undo (fixture);
  fixture_settle ();
  row = GTK_WIDGET (gtk_list_box_get_row_at_index (get_box (fixture), 1));
  g_assert_false (fixture_reads (row, "Ana Ruiz"));
}

static void
the_marks_of_several_items_are_set_in_one_step (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (LampRecord) b = dup_item (fixture, "b");
  g_autoptr (LampRecord) c = dup_item (fixture, "c");

  choose (fixture, "b", "c");
  command (fixture, "item.protected");
  g_assert_true (lamp_record_get_boolean (b, "protected") && lamp_record_get_boolean (c, "protected"));
  command (fixture, "item.protected");
  g_assert_false (lamp_record_get_boolean (b, "protected") || lamp_record_get_boolean (c, "protected"));
  fixture_undo (fixture);
  fixture_undo (fixture);
  g_assert_false (lamp_record_get_boolean (b, "protected"));
}

static void
runs_of_a_kind_have_headings_where_that_helps (Fixture       *fixture,
                                               gconstpointer  data)
{
  GtkWidget *box = GTK_WIDGET (get_box (fixture));

  g_assert_false (fixture_reads (box, "Work · 1 h 2 min"));
  add_item (fixture, "c2", "next", "2", "work", "3");
  add_item (fixture, "c3", "next", "2", "work", "4");
  fixture_settle ();
  g_assert_true (fixture_reads (box, "Work · 1 h 9 min"));
  g_assert_true (fixture_reads (box, "Reflection · 10 min"));
}

static void
a_closed_meeting_takes_no_command (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char * const actions[] = { "item.move-up", "item.move-down", "item.duplicate", "item.split", "item.merge",
                                         
                                          "item.move-to", "item.delete", "item.protected" };
  g_autoptr (LampRecord) next = lamp_store_find (fixture->store, "meetings", "next");
  LampEdit *edit = lamp_edit_new (fixture->store, "Close");

  lamp_edit_set_text (edit, next, "state", "closed");
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  fixture_settle ();
  choose (fixture, "b", "c");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    command (fixture, actions[i]);
  assert_agenda (fixture, "next", "a 5, b 40, c 22, d 10");
  g_assert_null (fixture_find_widget (fixture->window, LAMP_TYPE_MOVE_DIALOG));
}

static guint
count_rows (GtkWidget *box)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += LAMP_IS_AGENDA_ROW (child);

  return n;
}

/* Counted, not timed: however long an agenda is, as many rows are made as a person can look at. */
static void
an_agenda_of_ten_thousand_items_makes_a_hundred_rows (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (LampRecord) later = lamp_store_find (fixture->store, "meetings", "later");
  g_autoptr (LampRecord) far = NULL;
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  LampEdit *edit = lamp_edit_new (fixture->store, "Fill");

  for (int i = 0; i < 10000; i++)
    {
      LampRow *row = lamp_row_new (lamp_schema_find ("agenda_items"));
      g_autofree char *id = g_strdup_printf ("n%d", i);

      lamp_row_set_text (row, "id", id);
      lamp_row_set_text (row, "meeting", "later");
      lamp_row_set_integer (row, "position", 2 + i);
      lamp_row_set_text (row, "title", id);
      lamp_row_set_defaults (row);
      lamp_edit_insert (edit, row);
    }
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  lamp_session_set_selected (fixture->session, later);
  fixture_settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (get_box (fixture))), ==, 100);
  /* What is looked for further down is shown nevertheless. */
  far = dup_item (fixture, "n450");
  lamp_session_set_selected (fixture->session, far);
  fixture_settle ();
  g_assert_cmpuint (count_rows (GTK_WIDGET (get_box (fixture))), ==, 500);
  g_ptr_array_add (chosen, far);
  lamp_agenda_list_select (get_list (fixture), chosen);
  command (fixture, "item.move-up");
  g_assert_cmpint (lamp_record_get_integer (far, "position"), ==, 451);
}

#define ADD(name) g_test_add ("/agenda-ops/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (several_items_move_together_in_one_step);
  ADD (what_moved_stays_selected);
  ADD (several_items_are_duplicated_and_deleted_in_one_step_each);
  ADD (the_last_item_can_be_deleted_and_undone);
  ADD (splitting_shares_the_time_and_is_one_step);
  ADD (an_item_of_one_minute_cannot_be_split);
  ADD (merging_adds_the_time_hands_over_and_tells_what_clashes);
  ADD (several_items_merge_into_the_first);
  ADD (moving_to_another_meeting_takes_what_came_out_along);
  ADD (the_minutes_of_an_agenda_survive_any_splitting_and_merging);
  ADD (items_are_typed_with_their_minutes);
  ADD (fit_to_slot_shows_what_it_would_do_and_is_one_step);
  ADD (what_cannot_fit_says_by_how_much_and_cannot_be_pressed);
  ADD (a_link_is_a_chip_that_leads_to_what_it_names);
  ADD (the_marks_of_several_items_are_set_in_one_step);
  ADD (runs_of_a_kind_have_headings_where_that_helps);
  ADD (a_closed_meeting_takes_no_command);
  ADD (an_agenda_of_ten_thousand_items_makes_a_hundred_rows);

  return g_test_run ();
}
