/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <json-glib/json-glib.h>

#include "lamp-check-runner.h"
#include "lamp-finding-row.h"
#include "lamp-findings-list.h"
#include "lamp-goal-checks.h"
#include "lamp-goals-view.h"
#include "lamp-text-row.h"
#include "view-fixture.h"

/* The panel of checks in the goals view. */

static guint n_done;

static void
count_done (void)
{
  n_done++;
}

static gboolean
is_done (Fixture *fixture)
{
  return n_done > 0;
}

static void
wait_for_checks (Fixture *fixture)
{
  g_assert_true (fixture_wait_until (is_done, fixture));
  n_done = 0;
  fixture_settle ();
}

static void
add (Fixture    *fixture,
     const char *id,
     const char *level,
     const char *community,
     const char *parent)
{
  g_object_unref (fixture_add (fixture, "goals", id, "community", community, "level", level, "title", id, "audience", "both",
                               "measure", "M", "why", "W", parent != NULL ? "parent" : NULL, parent, NULL));
}

/* A district with a school and a team; what is wrong with their goals is that one aligns with nothing, and that nobody
 * owns any of them. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture_open (fixture);
  g_object_unref (fixture_add (fixture, "communities", "district", "name", "District", "kind", "system", "purpose", "P",
                               NULL));
  g_object_unref (fixture_add (fixture, "communities", "school", "name", "School", "kind", "school", "parent", "district",
                               "purpose", "P", NULL));
  g_object_unref (fixture_add (fixture, "communities", "team", "name", "Tom & <b>Jerry</b>", "kind", "team", "parent",
                               "school", "purpose", "P", NULL));
  add (fixture, "top", "system", "district", NULL);
  add (fixture, "middle", "school", "school", "top");
  add (fixture, "aligned", "team", "team", "middle");
  add (fixture, "orphan", "team", "team", NULL);
  g_object_unref (fixture_add (fixture, "meetings", "m", "community", "team", "title", "M", "starts_at", "2026-11-16T07:41",
                               "minutes", "44", NULL));
  g_signal_connect (lamp_check_runner_get (fixture->session), "done", G_CALLBACK (count_done), NULL);
  n_done = 0;
  fixture_show (fixture, LAMP_TYPE_GOALS_VIEW);
  wait_for_checks (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  fixture_close (fixture);
}

static GtkWidget *
get_panel (Fixture *fixture)
{
  return fixture_find_widget (GTK_WIDGET (fixture->view), LAMP_TYPE_GOAL_CHECKS);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return fixture_find_widget (fixture->window, LAMP_TYPE_FINDINGS_LIST);
}

/* The group whose title or subtitle begins with @prefix, opened. */
static GtkWidget *
open_group (GtkWidget  *widget,
            const char *prefix)
{
  if (ADW_IS_EXPANDER_ROW (widget)
      && (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (widget)), prefix)
          || g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), prefix)))
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

static gboolean
has_group (Fixture    *fixture,
           const char *prefix)
{
  return open_group (get_list (fixture), prefix) != NULL;
}

static void
press (GtkWidget  *widget,
       const char *label)
{
  GtkWidget *button = find_button (widget, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  fixture_settle ();
}

static void
ask_for (Fixture    *fixture,
         const char *action,
         const char *target)
{
  gtk_widget_activate_action (get_panel (fixture), action, target != NULL ? "s" : NULL, target);
  fixture_settle ();
}

static void
align_orphan (Fixture    *fixture,
              const char *parent)
{
  g_autoptr (LampRecord) goal = lamp_store_find (fixture->store, "goals", "orphan");
  LampRow *row = lamp_row_copy (lamp_record_get_row (goal));
  LampEdit *edit = lamp_edit_new (fixture->store, "Align Goal");

  lamp_row_set_text (row, "parent", parent);
  lamp_edit_replace (edit, row);
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
}

static void
an_orphan_is_found_and_gone_when_it_is_aligned_and_back_with_undo (Fixture       *fixture,
                                                                   gconstpointer  data)
{
  g_assert_true (has_group (fixture, "G-ORPHAN"));
  align_orphan (fixture, "middle");
  wait_for_checks (fixture);
  g_assert_false (has_group (fixture, "G-ORPHAN"));
  fixture_undo (fixture);
  wait_for_checks (fixture);
  g_assert_true (has_group (fixture, "G-ORPHAN"));
}

static void
what_is_not_about_goals_is_not_here (Fixture       *fixture,
                                     gconstpointer  data)
{
  GPtrArray *findings = lamp_check_runner_get_findings (lamp_check_runner_get (fixture->session));
  gboolean found = FALSE;

  for (guint i = 0; i < findings->len; i++)
    found |= g_str_equal (((LampFinding *) findings->pdata[i])->check->code, "S-SECTOR");
  g_assert_true (found);
  g_assert_false (has_group (fixture, "S-SECTOR"));
  g_assert_true (has_group (fixture, "G-NO-OWNER"));
}

static void
on_reveal (LampSession *session,
           LampRecord  *record,
           GString     *revealed)
{
  g_string_append_printf (revealed, "%s ", lamp_record_get_id (record));
}

static void
a_finding_leads_to_its_goal (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GString) revealed = g_string_new (NULL);

  g_signal_connect (fixture->session, "reveal", G_CALLBACK (on_reveal), revealed);
  press (open_group (get_list (fixture), "G-ORPHAN"), "Go There");
  g_assert_cmpstr (revealed->str, ==, "orphan ");
  g_assert_cmpstr (lamp_record_get_id (lamp_session_get_selected (fixture->session)), ==, "orphan");
  g_signal_handlers_disconnect_by_func (fixture->session, on_reveal, revealed);
}

static void
it_shows_what_is_asked_for_and_says_what_it_keeps_back (Fixture       *fixture,
                                                        gconstpointer  data)
{
  ask_for (fixture, "checks.severity", "error");
  g_assert_true (has_group (fixture, "G-ORPHAN"));
  g_assert_false (has_group (fixture, "G-NO-OWNER"));
  press (get_panel (fixture), "Show All");
  g_assert_true (has_group (fixture, "G-NO-OWNER"));
  g_assert_false (gtk_widget_get_mapped (find_button (get_panel (fixture), "Show All")));
}

static void
it_is_narrowed_to_the_line_of_the_selected_goal (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (LampRecord) top = lamp_store_find (fixture->store, "goals", "top");
  g_autoptr (LampRecord) orphan = lamp_store_find (fixture->store, "goals", "orphan");

  ask_for (fixture, "checks.line", NULL);
  g_assert_true (fixture_reads (get_panel (fixture), "Select a goal to see what was found about it and its line."));
  lamp_session_set_selected (fixture->session, top);
  fixture_settle ();
  /* It and what supports it, at whatever depth; the orphan does not. */
  ask_for (fixture, "checks.group", "goal");
  g_assert_true (has_group (fixture, "top"));
  g_assert_true (has_group (fixture, "aligned"));
  g_assert_false (has_group (fixture, "orphan"));
  lamp_session_set_selected (fixture->session, orphan);
  fixture_settle ();
  g_assert_true (has_group (fixture, "orphan"));
  g_assert_false (has_group (fixture, "top"));
}

static void
it_groups_by_goal_community_and_level (Fixture       *fixture,
                                       gconstpointer  data)
{
  ask_for (fixture, "checks.group", "community");
  g_assert_true (has_group (fixture, "Tom & <b>Jerry</b>"));
  /* Under such a heading each finding says what it is, and why it matters. */
  g_assert_true (fixture_reads (get_list (fixture), "G-ORPHAN · Contradiction"));
  ask_for (fixture, "checks.group", "level");
  g_assert_true (has_group (fixture, "School system"));
  ask_for (fixture, "checks.group", "check");
  g_assert_true (has_group (fixture, "G-ORPHAN"));
}

static void
set_aside_orphan (Fixture *fixture)
{
  GtkWidget *dialog;

  press (open_group (get_list (fixture), "G-ORPHAN"), "Set Aside…");
  dialog = fixture_find_widget (fixture->window, ADW_TYPE_ALERT_DIALOG);
  lamp_text_row_set_text (LAMP_TEXT_ROW (fixture_find_widget (dialog, LAMP_TYPE_TEXT_ROW)), "We <b>wait</b>");
  press (dialog, "_Set Aside");
  wait_for_checks (fixture);
}

static void
what_is_set_aside_is_out_of_sight_until_it_is_asked_for (Fixture       *fixture,
                                                         gconstpointer  data)
{
  set_aside_orphan (fixture);
  g_assert_false (has_group (fixture, "G-ORPHAN"));
  g_assert_false (has_group (fixture, "Set Aside"));
  ask_for (fixture, "checks.aside", NULL);
  g_assert_true (has_group (fixture, "Set Aside"));
  g_assert_true (fixture_reads (get_list (fixture), "We <b>wait</b>"));
  press (open_group (get_list (fixture), "Set Aside"), "Bring Back");
  wait_for_checks (fixture);
  g_assert_true (has_group (fixture, "G-ORPHAN"));
  fixture_undo (fixture);
  wait_for_checks (fixture);
  g_assert_false (has_group (fixture, "G-ORPHAN"));
}

static void
show_anew (Fixture *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture_settle ();
  g_assert_null (fixture->view);
  fixture_show (fixture, LAMP_TYPE_GOALS_VIEW);
}

static void
what_was_asked_of_it_is_remembered (Fixture       *fixture,
                                    gconstpointer  data)
{
  gboolean folded;

  ask_for (fixture, "checks.severity", "error");
  ask_for (fixture, "checks.group", "goal");
  g_signal_emit_by_name (fixture_find_widget (get_panel (fixture), GTK_TYPE_BUTTON), "clicked");
  fixture_settle ();
  show_anew (fixture);
  g_object_get (get_panel (fixture), "folded", &folded, NULL);
  g_assert_true (folded);
  g_assert_true (has_group (fixture, "orphan"));
  g_assert_false (has_group (fixture, "top"));
}

static gboolean
has_no_dialog (Fixture *fixture)
{
  return fixture_find_widget (fixture->window, ADW_TYPE_DIALOG) == NULL;
}

static void
where_there_is_no_room_it_is_a_dialog_that_goes_when_it_has_led_somewhere (Fixture       *fixture,
                                                                           gconstpointer  data)
{
  GtkWidget *dialog;

  g_object_set (get_panel (fixture), "beside", FALSE, NULL);
  fixture_settle ();
  g_signal_emit_by_name (fixture_find_widget (get_panel (fixture), GTK_TYPE_BUTTON), "clicked");
  fixture_settle ();
  dialog = fixture_find_widget (fixture->window, ADW_TYPE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_true (gtk_widget_is_ancestor (get_list (fixture), dialog));
  press (open_group (dialog, "G-ORPHAN"), "Go There");
  g_assert_true (fixture_wait_until (has_no_dialog, fixture));
  g_assert_true (gtk_widget_is_ancestor (get_list (fixture), get_panel (fixture)));
}

/* That nothing holds on to the view is asked when it is torn down. */
static void
the_window_can_go_while_the_dialog_is_open (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_object_set (get_panel (fixture), "beside", FALSE, NULL);
  fixture_settle ();
  g_signal_emit_by_name (fixture_find_widget (get_panel (fixture), GTK_TYPE_BUTTON), "clicked");
  fixture_settle ();
  g_assert_nonnull (fixture_find_widget (fixture->window, ADW_TYPE_DIALOG));
}

static void
collect_rows (GtkWidget  *widget,
              const char *code,
              GPtrArray  *lines)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    {
      code = adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (widget));
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
    }
  if (LAMP_IS_FINDING_ROW (widget))
    g_ptr_array_add (lines, g_strdup_printf ("%s: %s", g_str_has_prefix (code, "Still so") ? "aside" : code,
                                             adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget))));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_rows (child, code, lines);
}

static GPtrArray *
list_what_is_shown (Fixture *fixture)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  collect_rows (get_list (fixture), NULL, lines);
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);

  return lines;
}

static char *
ask_command_line (Fixture    *fixture,
                  const char *option)
{
  const char *argv[] = { g_getenv ("LAMP_CLI"), "check", "--json", "--file", lamp_store_get_path (fixture->store), option,
                         NULL };
  g_autoptr (GError) error = NULL;
  char *out = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return out;
}

/* Of what the command line prints, what is about goals, as the panel shows it. */
static GPtrArray *
list_what_is_printed (Fixture    *fixture,
                      const char *option)
{
  g_autofree char *json = ask_command_line (fixture, option);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);
  JsonArray *findings = json_node_get_array (root);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);
      const LampCheck *check = lamp_check_find (json_object_get_string_member (finding, "code"));
      g_autofree char *code = lamp_check_dup_code_words (check);

      if (check->area == LAMP_AREA_GOALS)
        g_ptr_array_add (lines, g_strdup_printf ("%s: %s", json_object_has_member (finding, "set_aside") ? "aside" : code,
                                                 json_object_get_string_member (finding, "what")));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) g_strcmp0);

  return lines;
}

static void
assert_shown_is_printed (Fixture    *fixture,
                         const char *option)
{
  g_autoptr (GPtrArray) shown = list_what_is_shown (fixture);
  g_autoptr (GPtrArray) printed = list_what_is_printed (fixture, option);

  g_assert_cmpuint (shown->len, >, 4);
  g_assert_cmpuint (shown->len, ==, printed->len);
  for (guint i = 0; i < shown->len; i++)
    g_assert_cmpstr (shown->pdata[i], ==, printed->pdata[i]);
}

static void
it_shows_what_the_command_line_prints (Fixture       *fixture,
                                       gconstpointer  data)
{
  if (g_getenv ("LAMP_CLI") == NULL)
    {
      g_test_skip ("the build says where the command line program is");
      return;
    }
  set_aside_orphan (fixture);
  assert_shown_is_printed (fixture, NULL);
  ask_for (fixture, "checks.aside", NULL);
  assert_shown_is_printed (fixture, "--all");
}

static void
ten_thousand_findings_are_a_few_rows (Fixture       *fixture,
                                      gconstpointer  data)
{
  LampEdit *edit = lamp_edit_new (fixture->store, "Prepare");
  guint n_rows = 0;

  for (guint i = 0; i < 5000; i++)
    {
      LampRow *row = lamp_row_new (lamp_schema_find ("goals"));
      g_autofree char *id = g_strdup_printf ("many-%u", i);

      lamp_row_set_text (row, "id", id);
      lamp_row_set_text (row, "title", id);
      lamp_row_set_text (row, "community", "team");
      lamp_row_set_text (row, "level", "team");
      lamp_edit_insert (edit, row);
    }
  g_assert_true (lamp_session_commit (fixture->session, edit, NULL));
  wait_for_checks (fixture);
  g_assert_cmpuint (lamp_check_runner_get_findings (lamp_check_runner_get (fixture->session))->len, >, 10000);
  ask_for (fixture, "checks.group", "goal");
  for (GtkWidget *row = gtk_widget_get_first_child (gtk_widget_get_first_child (get_list (fixture))); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows++;
  g_assert_cmpuint (n_rows, ==, 41);
}

#define ADD(name) g_test_add ("/goal-checks/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (an_orphan_is_found_and_gone_when_it_is_aligned_and_back_with_undo);
  ADD (what_is_not_about_goals_is_not_here);
  ADD (a_finding_leads_to_its_goal);
  ADD (it_shows_what_is_asked_for_and_says_what_it_keeps_back);
  ADD (it_is_narrowed_to_the_line_of_the_selected_goal);
  ADD (it_groups_by_goal_community_and_level);
  ADD (what_is_set_aside_is_out_of_sight_until_it_is_asked_for);
  ADD (what_was_asked_of_it_is_remembered);
  ADD (where_there_is_no_room_it_is_a_dialog_that_goes_when_it_has_led_somewhere);
  ADD (the_window_can_go_while_the_dialog_is_open);
  ADD (it_shows_what_the_command_line_prints);
  ADD (ten_thousand_findings_are_a_few_rows);

  return g_test_run ();
}
