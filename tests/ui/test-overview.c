/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-overview-view.h"

#include "lamp-check-runner.h"
#include "lamp-due-list.h"
#include "lamp-findings-list.h"
#include "lamp-pillar-card.h"
#include "lamp-text-row.h"
#include "view-fixture.h"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Team", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "communities", "other", "name", "Other", "kind", "team", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "past", "community", "team", "title", "Past", "starts_at",
                               "2026-11-16T07:41", "minutes", "44", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "later", "community", "team", "title", "Later", "starts_at",
                               "2026-11-30T07:41", "minutes", "44", NULL));
  g_object_unref (fixture_add (fixture, "meetings", "next", "community", "team", "title", "Tom & <b>Jerry</b>", "starts_at",
                               "2026-11-23T07:41", "minutes", "44", NULL));
  g_object_unref (fixture_add (fixture, "agenda_items", "i", "meeting", "next", "position", "0", "title", "Work", "kind",
                               "work", "minutes", "50", NULL));
  g_object_unref (fixture_add (fixture, "commitments", "soon", "community", "team", "text", "Soon", "due", "2026-12-06",
                               NULL));
  g_object_unref (fixture_add (fixture, "commitments", "late", "community", "team", "text", "Late", "due", "2026-11-20",
                               NULL));
  g_object_unref (fixture_add (fixture, "commitments", "far", "community", "team", "text", "Far", "due", "2026-12-07", NULL));
  g_object_unref (fixture_add (fixture, "commitments", "kept", "community", "team", "text", "Kept", "due", "2026-11-20",
                               "done_on", "2026-11-19", NULL));
  g_object_unref (fixture_add (fixture, "goals", "orphan", "community", "team", "level", "team", "title", "Orphan", NULL));
  fixture_show (fixture, LAMP_TYPE_OVERVIEW_VIEW);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static void
assert_due (Fixture     *fixture,
            LampDueKind  kind,
            const char  *expected)
{
  g_autoptr (GPtrArray) due = lamp_due_collect (fixture->session, kind, "2026-11-22");
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < due->len; i++)
    g_string_append_printf (ids, "%s ", lamp_record_get_id (g_ptr_array_index (due, i)));
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
what_is_pressing_comes_first_and_the_rest_not_at_all (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (LampRecord) other = lamp_store_find (fixture->store, "communities", "other");

  assert_due (fixture, LAMP_DUE_MEETING, "next ");
  assert_due (fixture, LAMP_DUE_COMMITMENTS, "late soon ");
  assert_due (fixture, LAMP_DUE_STAGES, "");
  lamp_session_set_community (fixture->session, other);
  assert_due (fixture, LAMP_DUE_MEETING, "");
  assert_due (fixture, LAMP_DUE_COMMITMENTS, "");
  lamp_session_set_community (fixture->session, NULL);
  lamp_session_set_search (fixture->session, "soon");
  assert_due (fixture, LAMP_DUE_COMMITMENTS, "soon ");
}

static void
the_next_meeting_stands_against_its_slot (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "Tom & <b>Jerry</b>"));
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "Mon 23 Nov 2026, 07:41 · 50 of 44 min — 6 min over · Team"));
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "2 days overdue · Team"));
}

static void
one_click_keeps_a_commitment (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LampRecord) late = lamp_store_find (fixture->store, "commitments", "late");
  GtkWidget *check = fixture_find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  fixture_settle ();
  g_assert_cmpstr (lamp_record_get_text (late, "done_on"), ==, "2026-11-22");
  assert_due (fixture, LAMP_DUE_COMMITMENTS, "soon ");
  fixture_undo (fixture);
  fixture_settle ();
  assert_due (fixture, LAMP_DUE_COMMITMENTS, "late soon ");
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "Late"));
}

static void
a_long_list_shows_a_few_and_offers_the_rest (Fixture       *fixture,
                                             gconstpointer  data)
{
  GtkWidget *lists[2];
  GtkWidget *more;
  GListModel *shown;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("more-%02u", i);

      g_object_unref (fixture_add (fixture, "commitments", id, "community", "team", "text", id, "due", "2026-11-22", NULL));
    }
  fixture_settle ();
  lists[0] = fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_DUE_LIST);
  lists[1] = gtk_widget_get_next_sibling (lists[0]);
  shown = lamp_due_list_get_model (LAMP_DUE_LIST (lists[1]));
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 7);
  more = fixture_find_widget (gtk_widget_get_last_child (gtk_widget_get_first_child (lists[1])), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "Show 15 More");
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (shown), ==, 22);
  g_assert_false (gtk_widget_get_visible (more));
}

static void
on_reveal (LampSession *session,
           LampRecord  *record,
           char       **id)
{
  *id = g_strdup (lamp_record_get_id (record));
}

static gboolean
has_findings (Fixture *fixture)
{
  return fixture_find_widget (GTK_WIDGET (fixture->view), ADW_TYPE_EXPANDER_ROW) != NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The group of findings whose explanation begins with @prefix, opened. */
static GtkWidget *
open_group (GtkWidget  *widget,
            const char *prefix)
{
  if (ADW_IS_EXPANDER_ROW (widget) && g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (widget)), prefix))
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
      return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = open_group (child, prefix);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_set_aside (Fixture *fixture)
{
  return open_group (GTK_WIDGET (fixture->view), "Still so") != NULL;
}

static gboolean
has_none_set_aside (Fixture *fixture)
{
  return !has_set_aside (fixture);
}

static void
a_finding_is_set_aside_with_a_reason_and_brought_back (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (GListModel) silences = lamp_store_list (fixture->store, "silences");
  g_autoptr (LampRecord) silence = NULL;
  GtkWidget *dialog;

  g_assert_true (fixture_wait_until (has_findings, fixture));
  g_signal_emit_by_name (find_button (open_group (GTK_WIDGET (fixture->view), "G-ORPHAN"), "Set Aside…"), "clicked");
  fixture_settle ();
  dialog = fixture_find_widget (fixture->window, ADW_TYPE_ALERT_DIALOG);
  g_assert_false (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "set-aside"));
  lamp_text_row_set_text (LAMP_TEXT_ROW (fixture_find_widget (dialog, LAMP_TYPE_TEXT_ROW)), " <b>We</b> like it & keep it ");
  g_assert_true (adw_alert_dialog_get_response_enabled (ADW_ALERT_DIALOG (dialog), "set-aside"));
  g_signal_emit_by_name (find_button (dialog, "_Set Aside"), "clicked");
  fixture_settle ();
  g_assert_true (fixture_wait_until (has_set_aside, fixture));
  g_assert_null (open_group (GTK_WIDGET (fixture->view), "G-ORPHAN"));
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), "<b>We</b> like it & keep it"));
  silence = g_list_model_get_item (silences, 0);
  g_assert_cmpstr (lamp_record_get_text (silence, "code"), ==, "G-ORPHAN");
  g_assert_cmpstr (lamp_record_get_text (silence, "record"), ==, "orphan");
  g_signal_emit_by_name (find_button (open_group (GTK_WIDGET (fixture->view), "Still so"), "Bring Back"), "clicked");
  g_assert_true (fixture_wait_until (has_none_set_aside, fixture));
  g_assert_nonnull (open_group (GTK_WIDGET (fixture->view), "G-ORPHAN"));
  g_assert_cmpuint (g_list_model_get_n_items (silences), ==, 0);
}

static gboolean
has_mandate (Fixture *fixture)
{
  return open_group (GTK_WIDGET (fixture->view), "T-MANDATED") != NULL;
}

static gboolean
has_no_mandate (Fixture *fixture)
{
  return !has_mandate (fixture);
}

static void
what_is_safe_to_mend_has_a_button_and_is_one_step (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (LampRecord) strategy = fixture_add (fixture, "strategies", "x", "goal", "orphan", "title", "X", "origin",
                                                 "mandated", NULL);

  g_assert_true (fixture_wait_until (has_mandate, fixture));
  g_signal_emit_by_name (find_button (open_group (GTK_WIDGET (fixture->view), "T-MANDATED"), "Look Again on 14 Feb 2027"),
                         "clicked");
  g_assert_cmpstr (lamp_record_get_text (strategy, "revisit_on"), ==, "2027-02-14");
  g_assert_true (fixture_wait_until (has_no_mandate, fixture));
  fixture_undo (fixture);
  g_assert_false (lamp_record_has (strategy, "revisit_on"));
  g_assert_true (fixture_wait_until (has_mandate, fixture));
}

static void
a_finding_leads_to_its_place (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *revealed = NULL;
  GtkWidget *list, *row, *button;

  g_assert_true (fixture_wait_until (has_findings, fixture));
  g_signal_connect (fixture->session, "reveal", G_CALLBACK (on_reveal), &revealed);
  list = fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_FINDINGS_LIST);
  row = fixture_find_widget (list, ADW_TYPE_EXPANDER_ROW);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "G-ORPHAN · "));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  button = find_button (row, "Go There");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (revealed, ==, "orphan");
  g_signal_handlers_disconnect_by_func (fixture->session, on_reveal, &revealed);
}

static gboolean has_rows (LampFindingsList *list);

static void
a_pillars_card_shows_what_it_was_counted_from (Fixture       *fixture,
                                               gconstpointer  data)
{
  GtkWidget *card = fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_PILLAR_CARD);
  GtkWidget *list = fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_FINDINGS_LIST);
  g_autofree char *formula = lamp_pillar_dup_formula (LAMP_PILLAR_IMPROVEMENT);
  GtkWidget *row;

  g_assert_true (fixture_wait_until (has_findings, fixture));
  g_assert_false (fixture_reads (GTK_WIDGET (fixture->view), formula));
  /* Continuous improvement: the orphan goal is not among its findings. */
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), TRUE);
  fixture_settle ();
  row = fixture_find_widget (list, ADW_TYPE_EXPANDER_ROW);
  g_assert_true (row == NULL || !g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "G-ORPHAN"));
  g_assert_true (has_rows (LAMP_FINDINGS_LIST (list)) == gtk_widget_get_visible (list));
  g_assert_true (fixture_reads (GTK_WIDGET (fixture->view), formula));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (card), FALSE);
  fixture_settle ();
  g_assert_false (fixture_reads (GTK_WIDGET (fixture->view), formula));
  g_assert_true (has_rows (LAMP_FINDINGS_LIST (list)));
}

static gboolean
has_rows (LampFindingsList *list)
{
  return fixture_find_widget (GTK_WIDGET (list), ADW_TYPE_EXPANDER_ROW) != NULL;
}

static guint n_done;

static void
count_done (void)
{
  n_done++;
}

static void
count_up (guint *count)
{
  ++*count;
}

static gboolean
is_done (Fixture *fixture)
{
  return n_done > 0;
}

static void
many_changes_while_the_checks_run_lead_to_one_more_run (void)
{
  Fixture fixture = { 0 };
  LampCheckRunner *runner;

  fixture_open (&fixture);
  runner = lamp_check_runner_get (fixture.session);
  g_signal_connect (runner, "done", G_CALLBACK (count_done), NULL);
  n_done = 0;
  for (guint i = 0; i < 50; i++)
    lamp_check_runner_run (runner);
  g_assert_true (fixture_wait_until (is_done, &fixture));
  fixture_settle ();
  g_assert_cmpuint (n_done, ==, 1);
  g_assert_nonnull (lamp_check_runner_get_findings (runner));
  fixture_close (&fixture);
}

static void
the_checks_run_anew_only_for_what_has_changed (void)
{
  Fixture fixture = { 0 };
  LampCheckRunner *runner;
  guint n_stale = 0;

  fixture_open (&fixture);
  runner = lamp_check_runner_get (fixture.session);
  g_assert_true (lamp_check_runner_get (fixture.session) == runner);
  g_signal_connect (runner, "done", G_CALLBACK (count_done), NULL);
  g_signal_connect_swapped (runner, "stale", G_CALLBACK (count_up), &n_stale);
  n_done = 0;
  lamp_check_runner_update (runner);
  g_assert_true (fixture_wait_until (is_done, &fixture));
  n_done = 0;
  lamp_check_runner_update (runner);
  fixture_settle ();
  g_assert_cmpuint (n_done, ==, 0);
  g_object_unref (fixture_add (&fixture, "communities", "c", "name", "C", "kind", "team", NULL));
  g_assert_cmpuint (n_stale, ==, 1);
  g_object_unref (fixture_add (&fixture, "goals", "x", "community", "c", "level", "team", "title", "X", NULL));
  lamp_check_runner_update (runner);
  g_assert_true (fixture_wait_until (is_done, &fixture));
  g_assert_cmpuint (n_done, ==, 1);
  fixture_close (&fixture);
}

static void
what_was_found_about_a_record_is_counted_with_its_gravest (void)
{
  Fixture fixture = { 0 };
  LampCheckRunner *runner;
  LampSeverity gravest = 0;
  const LampRecordType *goals = lamp_schema_find ("goals");

  fixture_open (&fixture);
  g_object_unref (fixture_add (&fixture, "communities", "c", "name", "C", "kind", "team", NULL));
  g_object_unref (fixture_add (&fixture, "goals", "x", "community", "c", "level", "team", "title", "X", NULL));
  g_object_unref (fixture_add (&fixture, "goals", "y", "community", "c", "level", "team", "title", "Y", "parent", "x", NULL));
  g_object_unref (fixture_add (&fixture, "silences", "s", "code", "G-NO-OWNER", "record", "x", "reason", "R", NULL));
  runner = lamp_check_runner_get (fixture.session);
  g_assert_cmpuint (lamp_check_runner_count (runner, goals, "x", NULL), ==, 0);
  g_signal_connect (runner, "done", G_CALLBACK (count_done), NULL);
  n_done = 0;
  lamp_check_runner_update (runner);
  g_assert_true (fixture_wait_until (is_done, &fixture));
  /* Without an owner, which has been set aside; without a measure; and it aligns with nothing. */
  g_assert_cmpuint (lamp_check_runner_count (runner, goals, "x", &gravest), ==, 2);
  g_assert_cmpint (gravest, ==, LAMP_SEVERITY_ERROR);
  g_assert_cmpuint (lamp_check_runner_count (runner, goals, "y", &gravest), ==, 2);
  g_assert_cmpint (gravest, ==, LAMP_SEVERITY_WARNING);
  g_assert_cmpuint (lamp_check_runner_count (runner, lamp_schema_find ("communities"), "x", NULL), ==, 0);
  fixture_close (&fixture);
}

#define ADD(name) g_test_add ("/overview/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (what_is_pressing_comes_first_and_the_rest_not_at_all);
  ADD (the_next_meeting_stands_against_its_slot);
  ADD (one_click_keeps_a_commitment);
  ADD (a_long_list_shows_a_few_and_offers_the_rest);
  ADD (a_finding_leads_to_its_place);
  ADD (a_finding_is_set_aside_with_a_reason_and_brought_back);
  ADD (what_is_safe_to_mend_has_a_button_and_is_one_step);
  ADD (a_pillars_card_shows_what_it_was_counted_from);
  g_test_add_func ("/overview/many_changes_while_the_checks_run_lead_to_one_more_run",
                   many_changes_while_the_checks_run_lead_to_one_more_run);
  g_test_add_func ("/overview/the_checks_run_anew_only_for_what_has_changed",
                   the_checks_run_anew_only_for_what_has_changed);
  g_test_add_func ("/overview/what_was_found_about_a_record_is_counted_with_its_gravest",
                   what_was_found_about_a_record_is_counted_with_its_gravest);

  return g_test_run ();
}
