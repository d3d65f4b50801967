/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-cycles-view.h"

#include "lamp-cycle-dialog.h"
#include "lamp-cycle-edits.h"
#include "lamp-day-button.h"
#include "lamp-timeline-page.h"
#include "view-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const char * const days[][2] = { { "2026-11-02", "2026-11-15" }, { "2026-11-16", "2026-11-29" },
                                          { "2026-11-30", "2026-12-13" } };

  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "cycles", "c", "community", "team", "title", "Tom & <b>Jerry</b>", "framework",
                               "action-research", "starts_on", "2026-11-02", "ends_on", "2026-12-13", NULL));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i);
      g_autofree char *title = g_strdup_printf ("Stage %u", i + 1);
      g_autofree char *position = g_strdup_printf ("%u", i);

      g_object_unref (fixture_add (fixture, "stages", id, "cycle", "c", "position", position, "characteristic", "data",
                                   "title", title, "starts_on", days[i][0], "ends_on", days[i][1], NULL));
    }
  fixture_show (fixture, LAMP_TYPE_CYCLES_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static LampTimelinePage *
get_page (Fixture *fixture)
{
  return LAMP_TIMELINE_PAGE (fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_TIMELINE_PAGE));
}

static GtkWidget *
get_node (Fixture    *fixture,
          const char *type,
          const char *id)
{
  g_autoptr (LampRecord) record = lamp_store_find (fixture->store, type, id);

  return record != NULL ? lamp_timeline_page_get_node (get_page (fixture), record) : NULL;
}

static void
assert_days (Fixture    *fixture,
             const char *id,
             const char *from,
             const char *to)
{
  g_autoptr (LampRecord) stage = lamp_store_find (fixture->store, "stages", id);

  g_assert_cmpstr (lamp_record_get_text (stage, "starts_on"), ==, from);
  g_assert_cmpstr (lamp_record_get_text (stage, "ends_on"), ==, to);
}

static void
a_cycle_and_its_stages_are_nodes_with_sentences_for_names (Fixture       *fixture,
                                                           gconstpointer  data)
{
  GtkWidget *node = get_node (fixture, "stages", "s1");

  g_assert_cmpuint (lamp_timeline_page_get_n_nodes (get_page (fixture)), ==, 4);
  g_assert_nonnull (node);
  g_assert_cmpstr (gtk_test_accessible_check_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                                       "Stage 2, stage 2 of 3 of Tom & <b>Jerry</b>: 16 Nov 2026 to 29 Nov "
                                                       "2026. Planned. Owner: nobody yet"), ==, NULL);
}

static void
a_stage_moves_by_a_day_and_later_ones_follow (Fixture       *fixture,
                                              gconstpointer  data)
{
  gtk_widget_activate_action (get_node (fixture, "stages", "s1"), "node.later", NULL);
  assert_days (fixture, "s0", "2026-11-02", "2026-11-15");
  assert_days (fixture, "s1", "2026-11-17", "2026-11-30");
  assert_days (fixture, "s2", "2026-12-01", "2026-12-14");
  fixture_undo (fixture);
  assert_days (fixture, "s1", "2026-11-16", "2026-11-29");
  assert_days (fixture, "s2", "2026-11-30", "2026-12-13");
}

static void
later_stages_stay_when_they_are_told_to (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_object_set (get_page (fixture), "later-follow", FALSE, NULL);
  gtk_widget_activate_action (get_node (fixture, "stages", "s1"), "node.end-later", NULL);
  assert_days (fixture, "s1", "2026-11-16", "2026-11-30");
  assert_days (fixture, "s2", "2026-11-30", "2026-12-13");
}

static void
neighbours_change_places_in_one_step (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LampRecord) last = lamp_store_find (fixture->store, "stages", "s2");

  gtk_widget_activate_action (get_node (fixture, "stages", "s2"), "node.move-before", NULL);
  fixture_settle ();
  g_assert_cmpint (lamp_record_get_integer (last, "position"), ==, 1);
  assert_days (fixture, "s2", "2026-11-16", "2026-11-29");
  assert_days (fixture, "s1", "2026-11-30", "2026-12-13");
  fixture_undo (fixture);
  g_assert_cmpint (lamp_record_get_integer (last, "position"), ==, 2);
  assert_days (fixture, "s2", "2026-11-30", "2026-12-13");
}

static void
the_first_stage_has_nothing_before_it (Fixture       *fixture,
                                       gconstpointer  data)
{
  gtk_widget_activate_action (get_node (fixture, "stages", "s0"), "node.move-before", NULL);
  assert_days (fixture, "s0", "2026-11-02", "2026-11-15");
}

static void
a_stage_is_added_after_the_last_and_goes_again (Fixture       *fixture,
                                                gconstpointer  data)
{
  LampRecord *stage;

  gtk_widget_activate_action (get_node (fixture, "cycles", "c"), "node.add-stage", NULL);
  stage = lamp_session_get_selected (fixture->session);
  g_assert_true (lamp_record_is (stage, "stages"));
  g_assert_cmpstr (lamp_record_get_text (stage, "starts_on"), ==, "2026-12-14");
  g_assert_cmpuint (lamp_timeline_page_get_n_nodes (get_page (fixture)), ==, 5);
  fixture_undo (fixture);
  g_assert_cmpuint (lamp_timeline_page_get_n_nodes (get_page (fixture)), ==, 4);
}

static void
a_deleted_cycle_comes_back_with_its_stages (Fixture       *fixture,
                                            gconstpointer  data)
{
  gtk_widget_activate_action (get_node (fixture, "cycles", "c"), "node.delete", NULL);
  fixture_settle ();
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "No Cycles"));
  fixture_undo (fixture);
  fixture_settle ();
  g_assert_cmpuint (lamp_timeline_page_get_n_nodes (get_page (fixture)), ==, 4);
}

static void
time_is_zoomed_and_fitted_without_losing_a_node (Fixture       *fixture,
                                                 gconstpointer  data)
{
  GtkWidget *page = GTK_WIDGET (get_page (fixture));
  int before = gtk_widget_get_width (get_node (fixture, "stages", "s1"));

  gtk_widget_activate_action (page, "timeline.zoom-in", NULL);
  fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (get_node (fixture, "stages", "s1")), >, before);
  gtk_widget_activate_action (page, "timeline.fit", NULL);
  fixture_settle ();
  g_assert_nonnull (get_node (fixture, "stages", "s0"));
  g_assert_nonnull (get_node (fixture, "stages", "s2"));
  for (guint i = 0; i < 12; i++)
    gtk_widget_activate_action (page, "timeline.zoom-out", NULL);
  fixture_settle ();
  g_assert_nonnull (get_node (fixture, "stages", "s0"));
}

static void
a_framework_lays_out_a_new_cycle_in_one_step (Fixture       *fixture,
                                              gconstpointer  data)
{
  LampCycleDraft draft = { "Spring", lamp_framework_find ("continuous-improvement"), "team",
                           { lamp_day_from_text ("2027-01-04"), lamp_day_from_text ("2027-05-28") }, "c" };
  g_autoptr (LampRecord) cycle = lamp_cycle_create (fixture->session, &draft);
  g_autoptr (GListModel) stages = lamp_cycle_get_stages (fixture->store, cycle);
  g_autoptr (LampRecord) first = g_list_model_get_item (stages, 0);
  g_autoptr (LampRecord) last = g_list_model_get_item (stages, 6);

  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, 7);
  g_assert_cmpstr (lamp_record_get_text (first, "starts_on"), ==, "2027-01-04");
  g_assert_cmpstr (lamp_record_get_text (last, "ends_on"), ==, "2027-05-28");
  g_assert_cmpstr (lamp_record_get_text (cycle, "previous"), ==, "c");
  fixture_undo (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (stages), ==, 0);
}

static void
the_dialog_wants_a_title_and_days_in_order (Fixture       *fixture,
                                            gconstpointer  data)
{
  GtkWidget *dialog, *title, *day;

  lamp_view_add (fixture->view);
  fixture_settle ();
  dialog = GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_nonnull (dialog);
  title = fixture_find_widget (dialog, ADW_TYPE_ENTRY_ROW);
  day = fixture_find_widget (dialog, LAMP_TYPE_DAY_BUTTON);
  gtk_widget_activate_action (dialog, "cycle.create", NULL);
  g_assert_cmpuint (lamp_store_count (fixture->store, "cycles"), ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (title), "Spring");
  lamp_day_button_set_day (LAMP_DAY_BUTTON (day), lamp_day_from_text ("2030-01-01"));
  gtk_widget_activate_action (dialog, "cycle.create", NULL);
  g_assert_cmpuint (lamp_store_count (fixture->store, "cycles"), ==, 1);
  lamp_day_button_set_day (LAMP_DAY_BUTTON (day), lamp_day_from_text ("2026-12-14"));
  gtk_widget_activate_action (dialog, "cycle.create", NULL);
  fixture_settle ();
  g_assert_cmpuint (lamp_store_count (fixture->store, "cycles"), ==, 2);
  g_assert_cmpstr (lamp_record_get_title (lamp_session_get_selected (fixture->session)), ==, "Spring");
}

static void
the_list_twin_reorders_too (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (LampRecord) stage = lamp_store_find (fixture->store, "stages", "s1");
  GtkWidget *view;

  lamp_view_set_list_mode (fixture->view, TRUE);
  fixture_settle ();
  lamp_session_set_selected (fixture->session, stage);
  fixture_settle ();
  view = fixture_find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_COLUMN_VIEW);
  gtk_widget_activate_action (view, "cycles.move-up", NULL);
  fixture_settle ();
  g_assert_cmpint (lamp_record_get_integer (stage, "position"), ==, 0);
  g_assert_true (lamp_session_get_selected (fixture->session) == stage);
  assert_days (fixture, "s1", "2026-11-02", "2026-11-15");
}

#define ADD(name) g_test_add ("/cycles/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (a_cycle_and_its_stages_are_nodes_with_sentences_for_names);
  ADD (a_stage_moves_by_a_day_and_later_ones_follow);
  ADD (later_stages_stay_when_they_are_told_to);
  ADD (neighbours_change_places_in_one_step);
  ADD (the_first_stage_has_nothing_before_it);
  ADD (a_stage_is_added_after_the_last_and_goes_again);
  ADD (a_deleted_cycle_comes_back_with_its_stages);
  ADD (time_is_zoomed_and_fitted_without_losing_a_node);
  ADD (a_framework_lays_out_a_new_cycle_in_one_step);
  ADD (the_dialog_wants_a_title_and_days_in_order);
  ADD (the_list_twin_reorders_too);

  return g_test_run ();
}
