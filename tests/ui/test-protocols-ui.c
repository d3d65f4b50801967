/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meetings-view.h"

#include <string.h>

#include "lamp-agenda-edits.h"
#include "lamp-agenda-page.h"
#include "lamp-protocol-dialog.h"
#include "lamp-protocol-edits.h"
#include "lamp-protocol-editor.h"
#include "lamp-protocol-file.h"
#include "lamp-protocol-files.h"
#include "lamp-protocol-shelf.h"
#include "lamp-protocol.h"
#include "lamp-protocols.h"
#include "lamp-step-row.h"
#include "view-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const titles[] = { "Arrive", "Tom & <b>Jerry</b>", "Look back" };
  static const char * const kinds[] = { "check-in", "work", "reflection" };
  static const char * const minutes[] = { "4", "10", "6" };

  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "next", "community", "team", "title", "Next", "starts_at",
                               "2026-11-23T07:41", "minutes", "44", "state", "open", NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("i%u", i);
      g_autofree char *position = g_strdup_printf ("%u", i);

      g_object_unref (fixture_add (fixture, "agenda_items", id, "meeting", "next", "position", position, "title",
                                   titles[i], "kind", kinds[i], "minutes", minutes[i], NULL));
    }
  fixture_show (fixture, LAMP_TYPE_MEETINGS_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_AGENDA_PAGE);
}

static GtkWidget *
open_dialog (Fixture    *fixture,
             const char *action,
             GType       type)
{
  GtkWidget *dialog;

  gtk_widget_activate_action (get_page (fixture), action, NULL);
  fixture_settle ();
  dialog = fixture_find_widget (fixture->window, type);
  g_assert_nonnull (dialog);

  return dialog;
}

static void
search (GtkWidget  *dialog,
        const char *words)
{
  GtkWidget *entry = fixture_find_widget (dialog, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  fixture_settle ();
}

/* The variant whose name begins with @name. */
static void
choose_variant (GtkWidget  *dialog,
                const char *name)
{
  AdwComboRow *row = ADW_COMBO_ROW (fixture_find_widget (dialog, ADW_TYPE_COMBO_ROW));
  GListModel *names = adw_combo_row_get_model (row);

  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (names, i);

      if (!g_str_has_prefix (gtk_string_object_get_string (item), name))
        continue;
      adw_combo_row_set_selected (row, i);
      return;
    }
  g_assert_not_reached ();
}

static int
sum_up (Fixture *fixture,
        guint   *n_items)
{
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  int minutes = 0;

  *n_items = g_list_model_get_n_items (items);
  for (guint i = 0; i < *n_items; i++)
    {
      g_autoptr (LampRecord) item = g_list_model_get_item (items, i);

      minutes += (int) lamp_record_get_integer (item, "minutes");
    }

  return minutes;
}

static void
a_protocol_of_an_hour_is_inserted_before_the_reflection_and_marked_over (Fixture       *fixture,
                                                                         gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "agenda.insert-protocol", LAMP_TYPE_PROTOCOL_DIALOG);
  g_autoptr (GListModel) items = NULL;
  g_autoptr (LampRecord) last = NULL;
  guint n_items;

  search (dialog, "tuning");
  choose_variant (dialog, "60 minutes");
  g_assert_true (fixture_reads (dialog, "60 min; 24 min of the slot are left: the agenda will be 36 min over."));
  gtk_widget_activate_action (dialog, "protocol.insert", NULL);
  fixture_settle ();
  g_assert_cmpint (sum_up (fixture, &n_items), ==, 80);
  g_assert_cmpuint (n_items, ==, 11);
  items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  last = g_list_model_get_item (items, 10);
  g_assert_cmpstr (lamp_record_get_title (last), ==, "Look back");
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "80 of 44 min — 36 min over"));
  fixture_undo (fixture);
  g_assert_cmpint (sum_up (fixture, &n_items), ==, 20);
}

static void
inserting_can_fit_to_the_slot_in_the_same_step (Fixture       *fixture,
                                                gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "agenda.insert-protocol", LAMP_TYPE_PROTOCOL_DIALOG);
  guint n_items;

  search (dialog, "tuning");
  choose_variant (dialog, "44 minutes");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_find_widget (dialog, GTK_TYPE_CHECK_BUTTON)), TRUE);
  g_assert_true (fixture_reads (dialog, "The agenda is shortened from 64 to 44 min; what is protected stays."));
  gtk_widget_activate_action (dialog, "protocol.insert", NULL);
  fixture_settle ();
  g_assert_cmpint (sum_up (fixture, &n_items), ==, 44);
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "44 of 44 min — fits to the minute"));
  fixture_undo (fixture);
  g_assert_cmpint (sum_up (fixture, &n_items), ==, 20);
  g_assert_cmpuint (n_items, ==, 3);
}

static void
the_place_after_the_selected_item_is_taken (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (LampRecord) first = lamp_store_find (fixture->store, "agenda_items", "i0");
  g_autoptr (GListModel) items = lamp_store_list_by (fixture->store, "agenda_items", "meeting", "next");
  g_autoptr (LampRecord) second = NULL;
  GtkWidget *dialog;

  lamp_session_set_selected (fixture->session, first);
  dialog = open_dialog (fixture, "agenda.insert-protocol", LAMP_TYPE_PROTOCOL_DIALOG);
  gtk_widget_activate_action (dialog, "protocol.insert", NULL);
  fixture_settle ();
  second = g_list_model_get_item (items, 1);
  g_assert_nonnull (strstr (lamp_record_get_text (second, "why"), "step 1 of"));
}

static void
what_nobody_has_is_not_found (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "agenda.insert-protocol", LAMP_TYPE_PROTOCOL_DIALOG);

  search (dialog, "<b>xyzzy</b>");
  g_assert_true (fixture_reads (dialog, "No Protocols Found"));
  /* With nothing chosen there is nothing to insert. */
  gtk_widget_activate_action (dialog, "protocol.insert", NULL);
  fixture_settle ();
  search (dialog, "");
  g_assert_false (fixture_reads (dialog, "No Protocols Found"));
}

static void
an_agenda_is_kept_as_a_template_and_comes_first (Fixture       *fixture,
                                                 gconstpointer  data)
{
  GtkWidget *editor = open_dialog (fixture, "agenda.save-template", LAMP_TYPE_PROTOCOL_EDITOR);
  g_autoptr (GListStore) shelf = NULL;
  g_autoptr (LampProtocolFamily) first = NULL;

  g_assert_true (fixture_reads (editor, "Tom & <b>Jerry</b>"));
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocols"), ==, 1);
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocol_steps"), ==, 3);
  shelf = lamp_protocol_shelf_new (fixture->store, NULL);
  first = g_list_model_get_item (G_LIST_MODEL (shelf), 0);
  g_assert_cmpstr (lamp_protocol_family_get_title (first), ==, "Next");
  g_assert_true (lamp_protocol_family_is_own (first));
  fixture_undo (fixture);
  fixture_settle ();
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocols"), ==, 0);
  /* What is edited no longer exists. */
  g_assert_null (fixture_find_widget (fixture->window, LAMP_TYPE_PROTOCOL_EDITOR));
}

static LampRecord *
make_own_tuning (Fixture *fixture)
{
  g_autoptr (LampSnapshot) bundled = lamp_protocols_load (NULL);

  return lamp_protocol_make_own (fixture->session, bundled, "protocol.tuning.60");
}

static void
a_bundled_protocol_becomes_ones_own_under_an_identifier_of_its_own (Fixture       *fixture,
                                                                    gconstpointer  data)
{
  g_autoptr (LampSnapshot) bundled = lamp_protocols_load (NULL);
  g_autoptr (LampRecord) own = make_own_tuning (fixture);
  g_autoptr (LampSnapshot) snapshot = lamp_protocols_snapshot (fixture->store);

  g_assert_cmpstr (lamp_record_get_id (own), !=, "protocol.tuning.60");
  g_assert_true (lamp_protocol_is_same (bundled, "protocol.tuning.60", snapshot, lamp_record_get_id (own)));
  g_assert_cmpint (lamp_protocol_get_minutes (snapshot, lamp_record_get_id (own)), ==, 60);
}

static char *
dup_steps (GListModel *steps)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (steps); i++)
    {
      g_autoptr (LampRecord) step = g_list_model_get_item (steps, i);

      g_string_append_printf (text, "%s ", lamp_record_get_title (step));
    }

  return g_string_free (text, FALSE);
}

static void
steps_are_added_moved_timed_and_deleted (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (LampRecord) own = lamp_protocol_create (fixture->session);
  g_autoptr (GListModel) steps = lamp_store_list_by (fixture->store, "protocol_steps", "protocol",
                                                     lamp_record_get_id (own));
  g_autoptr (LampRecord) second = lamp_step_create (fixture->session, own, steps);
  AdwDialog *editor = lamp_protocol_editor_new (fixture->session, own);
  GtkWidget *row, *entry;
  g_autofree char *moved = NULL;
  g_autofree char *left = NULL;

  adw_dialog_present (editor, fixture->window);
  fixture_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (steps), ==, 2);
  g_assert_true (lamp_steps_place (fixture->session, steps, 1, 0));
  g_assert_false (lamp_steps_place (fixture->session, steps, 0, 0));
  g_assert_false (lamp_steps_place (fixture->session, steps, 0, 1));
  moved = dup_steps (steps);
  g_assert_cmpstr (moved, ==, "New step First step ");
  fixture_settle ();
  row = fixture_find_widget (GTK_WIDGET (editor), LAMP_TYPE_STEP_ROW);
  entry = fixture_find_widget (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0:25");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (lamp_record_get_integer (second, "minutes"), ==, 25);
  gtk_editable_set_text (GTK_EDITABLE (entry), "soon");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (lamp_record_get_integer (second, "minutes"), ==, 25);
  g_assert_true (fixture_reads (GTK_WIDGET (editor), "35 min; can be fitted to anything from 18 to 52 min."));
  g_signal_emit_by_name (row, "delete");
  fixture_settle ();
  left = dup_steps (steps);
  g_assert_cmpstr (left, ==, "First step ");
  adw_dialog_force_close (editor);
}

static void
bounds_give_way_to_typed_minutes (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (LampRecord) own = make_own_tuning (fixture);
  g_autoptr (GListModel) steps = lamp_store_list_by (fixture->store, "protocol_steps", "protocol",
                                                     lamp_record_get_id (own));
  g_autoptr (LampRecord) step = g_list_model_get_item (steps, 0);

  g_assert_true (lamp_step_set_minutes (fixture->session, step, 1));
  g_assert_cmpint (lamp_record_get_integer (step, "minutes_min"), <=, 1);
  g_assert_true (lamp_step_set_minutes (fixture->session, step, 300));
  g_assert_cmpint (lamp_record_get_integer (step, "minutes_max"), ==, 300);
}

static LampSnapshot *
write_and_read (LampSnapshot       *snapshot,
                const char * const *ids)
{
  g_autoptr (GBytes) bytes = lamp_protocol_file_write (snapshot, ids, "2026-11-22T10:00:00.000Z");
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return lamp_protocol_file_read (stream, NULL, NULL);
}

static void
what_is_imported_is_chosen_first_and_never_meets_what_is_there (Fixture       *fixture,
                                                                gconstpointer  data)
{
  static const char * const ids[] = { "protocol.tuning.60", "protocol.consent.30", NULL };
  g_autoptr (LampSnapshot) bundled = lamp_protocols_load (NULL);
  g_autoptr (LampSnapshot) file = write_and_read (bundled, ids);
  g_autoptr (LampRecord) own = make_own_tuning (fixture);
  AdwDialog *dialog = lamp_protocol_import_dialog_new (fixture->session, file, "Tom & <b>Jerry</b>.json");

  adw_dialog_present (dialog, fixture->window);
  fixture_settle ();
  g_assert_cmpstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), ==,
                   "“Tom & <b>Jerry</b>.json” holds 2 protocols.");
  g_signal_emit_by_name (dialog, "response::import", "import");
  adw_dialog_force_close (dialog);
  fixture_settle ();
  /* Tuning is there already, so it was not chosen. */
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocols"), ==, 2);
  g_assert_null (lamp_store_find (fixture->store, "protocols", "protocol.consent.30"));
  fixture_undo (fixture);
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocols"), ==, 1);
}

static void
the_library_offers_to_edit_only_what_is_ones_own (Fixture       *fixture,
                                                  gconstpointer  data)
{
  GtkWidget *dialog = open_dialog (fixture, "agenda.protocols", LAMP_TYPE_PROTOCOL_DIALOG);

  search (dialog, "tuning");
  gtk_widget_activate_action (dialog, "protocol.edit", NULL);
  gtk_widget_activate_action (dialog, "protocol.delete", NULL);
  fixture_settle ();
  g_assert_null (fixture_find_widget (fixture->window, LAMP_TYPE_PROTOCOL_EDITOR));
  gtk_widget_activate_action (dialog, "protocol.duplicate", NULL);
  fixture_settle ();
  g_assert_nonnull (fixture_find_widget (fixture->window, LAMP_TYPE_PROTOCOL_EDITOR));
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocols"), ==, 1);
  g_assert_true (fixture_reads (dialog, "Your Own"));
  adw_dialog_force_close (ADW_DIALOG (fixture_find_widget (fixture->window, LAMP_TYPE_PROTOCOL_EDITOR)));
  gtk_widget_activate_action (dialog, "protocol.delete", NULL);
  fixture_settle ();
  g_assert_cmpuint (lamp_store_count (fixture->store, "protocols"), ==, 0);
  g_assert_false (fixture_reads (dialog, "Your Own"));
  fixture_undo (fixture);
  fixture_settle ();
  g_assert_true (fixture_reads (dialog, "Your Own"));
}

#define ADD(name) g_test_add ("/protocols-ui/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (a_protocol_of_an_hour_is_inserted_before_the_reflection_and_marked_over);
  ADD (inserting_can_fit_to_the_slot_in_the_same_step);
  ADD (the_place_after_the_selected_item_is_taken);
  ADD (what_nobody_has_is_not_found);
  ADD (an_agenda_is_kept_as_a_template_and_comes_first);
  ADD (a_bundled_protocol_becomes_ones_own_under_an_identifier_of_its_own);
  ADD (steps_are_added_moved_timed_and_deleted);
  ADD (bounds_give_way_to_typed_minutes);
  ADD (what_is_imported_is_chosen_first_and_never_meets_what_is_there);
  ADD (the_library_offers_to_edit_only_what_is_ones_own);

  return g_test_run ();
}
