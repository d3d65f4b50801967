/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-goal-card.h"
#include "lamp-goal-progress.h"
#include "lamp-inspector.h"
#include "lamp-measure-chart.h"
#include "lamp-record-picker.h"
#include "lamp-related-list.h"
#include "lamp-sparkline.h"
#include "view-fixture.h"

/* What belongs to a goal, beside its form: added, opened, edited, deleted, each in one step. */

typedef struct
{
  Fixture file;
  LampInspector *inspector;
  LampRecord *goal;
  char *notice;
  LampRecord *revealed; /* unowned */
} Inspecting;

static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           Inspecting  *self)
{
  g_set_str (&self->notice, message);
}

static void
on_reveal (LampSession *session,
           LampRecord  *record,
           Inspecting  *self)
{
  self->revealed = record;
}

static void
add (Inspecting *self,
     LampRecord *record)
{
  g_object_unref (record);
}

static void
set_up (Inspecting    *self,
        gconstpointer  data)
{
  fixture_open (&self->file);
  add (self, fixture_add (&self->file, "communities", "c", "name", "Riverside", "kind", "school", NULL));
  add (self, fixture_add (&self->file, "cycles", "y", "community", "c", "title", "A year", NULL));
  add (self, fixture_add (&self->file, "goals", "above", "community", "c", "title", "Above", "level", "school", NULL));
  self->goal = fixture_add (&self->file, "goals", "g", "community", "c", "title", "Read daily", "level", "team",
                            "unit", "%", "baseline", "40", "target", "80", NULL);
  g_signal_connect (self->file.session, "notice", G_CALLBACK (on_notice), self);
  g_signal_connect (self->file.session, "reveal", G_CALLBACK (on_reveal), self);
  self->file.window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->file.window), 360, 800);
  self->inspector = g_object_new (LAMP_TYPE_INSPECTOR, NULL);
  lamp_inspector_set_session (self->inspector, self->file.session);
  adw_window_set_content (ADW_WINDOW (self->file.window), GTK_WIDGET (self->inspector));
  gtk_window_present (GTK_WINDOW (self->file.window));
  lamp_session_set_selected (self->file.session, self->goal);
  fixture_settle ();
}

static void
tear_down (Inspecting    *self,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (self->inspector), (gpointer *) &self->inspector);
  lamp_session_set_selected (self->file.session, NULL);
  g_clear_object (&self->goal);
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->file.window)));
  fixture_settle ();
  g_assert_null (self->inspector);
  g_free (self->notice);
  fixture_close (&self->file);
}

/* The page that is in sight. */
static GtkWidget *
get_page (Inspecting *self)
{
  GtkWidget *pages = fixture_find_widget (GTK_WIDGET (self->inspector), ADW_TYPE_NAVIGATION_VIEW);

  return GTK_WIDGET (adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (pages)));
}

static GtkWidget *
find_titled (GtkWidget  *widget,
             GType       type,
             const char *title)
{
  g_autofree char *is = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_object_get (widget, "title", &is, NULL);
  if (g_strcmp0 (is, title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_titled (child, type, title);

      if (found)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_list (Inspecting *self,
           const char *title)
{
  GtkWidget *list = find_titled (get_page (self), LAMP_TYPE_RELATED_LIST, title);

  g_assert_nonnull (list);

  return list;
}

static GtkWidget *
find_row (GtkWidget  *in,
          const char *title)
{
  return find_titled (in, ADW_TYPE_PREFERENCES_ROW, title);
}

/* As if a person had typed and pressed Enter. */
static void
type_into (GtkWidget  *in,
           const char *title,
           const char *text)
{
  GtkWidget *row = find_row (in, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "entry-activated");
  fixture_settle ();
}

static void
open_row (GtkWidget  *in,
          const char *title)
{
  GtkWidget *row = find_row (in, title);

  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  fixture_settle ();
}

/* Presses the button of that tooltip. */
static void
press (GtkWidget  *in,
       const char *tooltip)
{
  if (GTK_IS_BUTTON (in) && g_strcmp0 (gtk_widget_get_tooltip_text (in), tooltip) == 0)
    {
      g_signal_emit_by_name (in, "clicked");
      fixture_settle ();
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (in); child; child = gtk_widget_get_next_sibling (child))
    press (child, tooltip);
}

static guint
count (Inspecting *self,
       const char *type)
{
  return (guint) lamp_store_count (self->file.store, type);
}

static void
assert_undo_label (Inspecting *self,
                   const char *label)
{
  g_autofree char *is = NULL;

  g_object_get (self->file.store, "undo-label", &is, NULL);
  g_assert_cmpstr (is, ==, label);
}

static void
a_measurement_is_a_number_and_enter (Inspecting    *self,
                                     gconstpointer  data)
{
  GtkWidget *list = find_list (self, "Measurements");
  GtkWidget *row;

  type_into (list, "Add Measurement", "58.5");
  row = find_row (list, "58.5 %");
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "22 Nov 2026");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (list, "Add Measurement"))), ==, "");
  assert_undo_label (self, "Add Measurement");
  fixture_undo (&self->file);
  g_assert_cmpuint (count (self, "measurements"), ==, 0);
  g_assert_null (find_row (list, "58.5 %"));
}

static void
what_is_no_number_is_said_and_kept_to_be_mended (Inspecting    *self,
                                                 gconstpointer  data)
{
  GtkWidget *list = find_list (self, "Measurements");

  type_into (list, "Add Measurement", "many");
  g_assert_true (gtk_widget_has_css_class (find_row (list, "Add Measurement"), "error"));
  g_assert_cmpuint (count (self, "measurements"), ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_row (list, "Add Measurement"))), ==, "many");
  type_into (list, "Add Measurement", "7");
  g_assert_false (gtk_widget_has_css_class (find_row (list, "Add Measurement"), "error"));
  g_assert_cmpuint (count (self, "measurements"), ==, 1);
}

static void
the_latest_measurement_stands_first (Inspecting    *self,
                                     gconstpointer  data)
{
  GtkWidget *list = find_list (self, "Measurements");
  g_autofree char *name = NULL;

  for (guint i = 1; i <= 9; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *day = g_strdup_printf ("2026-0%u-01", i);

      add (self, fixture_add (&self->file, "measurements", id, "goal", "g", "measured_on", day, "value", id + 1, NULL));
    }
  g_assert_nonnull (find_row (list, "9 %"));
  g_assert_null (find_row (list, "3 %"));
  g_signal_emit_by_name (find_row (list, "3 More"), "activated");
  g_assert_nonnull (find_row (list, "1 %"));
  g_assert_false (gtk_widget_get_visible (find_titled (list, ADW_TYPE_BUTTON_ROW, "0 More")));
}

static void
a_related_record_opens_in_place_and_is_edited_there (Inspecting    *self,
                                                     gconstpointer  data)
{
  GtkWidget *root = get_page (self);
  g_autoptr (LampRecord) measurement = NULL;

  measurement = fixture_add (&self->file, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", "58",
                             NULL);
  open_row (find_list (self, "Measurements"), "58 %");
  g_assert_true (get_page (self) != root);
  g_assert_true (lamp_session_get_selected (self->file.session) == self->goal);
  type_into (get_page (self), "Value", "61");
  g_assert_cmpfloat (lamp_record_get_real (measurement, "value"), ==, 61);
  assert_undo_label (self, "Change Value");
  gtk_widget_activate_action (get_page (self), "navigation.pop", NULL);
  fixture_settle ();
  g_assert_true (get_page (self) == root);
  g_assert_nonnull (find_row (find_list (self, "Measurements"), "61 %"));
}

static void
a_page_leaves_with_its_record_and_undo_brings_the_record_back (Inspecting    *self,
                                                               gconstpointer  data)
{
  GtkWidget *root = get_page (self);

  add (self, fixture_add (&self->file, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", "58",
                          NULL));
  open_row (find_list (self, "Measurements"), "58 %");
  gtk_widget_activate_action (get_page (self), "page.delete", NULL);
  fixture_settle ();
  g_assert_true (get_page (self) == root);
  g_assert_cmpuint (count (self, "measurements"), ==, 0);
  g_assert_nonnull (self->notice);
  fixture_undo (&self->file);
  g_assert_nonnull (find_row (find_list (self, "Measurements"), "58 %"));
}

static void
another_selection_closes_what_was_opened (Inspecting    *self,
                                          gconstpointer  data)
{
  GtkWidget *root = get_page (self);
  g_autoptr (LampRecord) above = lamp_store_find (self->file.store, "goals", "above");
  g_autoptr (LampRecord) measurement = NULL;

  measurement = fixture_add (&self->file, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", "58",
                             NULL);
  open_row (find_list (self, "Measurements"), "58 %");
  gtk_editable_set_text (GTK_EDITABLE (find_row (get_page (self), "Note")), "Half typed");
  lamp_session_set_selected (self->file.session, above);
  fixture_settle ();
  g_assert_true (get_page (self) == root);
  g_assert_cmpstr (lamp_record_get_text (measurement, "note"), ==, "Half typed");
  g_assert_null (find_row (find_list (self, "Measurements"), "58 %"));
}

static gboolean
advises (GtkWidget  *in,
         const char *words)
{
  if (GTK_IS_LABEL (in) && strstr (gtk_label_get_text (GTK_LABEL (in)), words) && gtk_widget_get_mapped (in))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (in); child; child = gtk_widget_get_next_sibling (child))
    if (advises (child, words))
      return TRUE;

  return FALSE;
}

static void
the_rules_for_strategies_are_said_at_their_fields (Inspecting    *self,
                                                   gconstpointer  data)
{
  g_autoptr (LampRecord) strategy = NULL;
  g_autoptr (LampEdit) edit = NULL;

  strategy = fixture_add (&self->file, "strategies", "s", "goal", "g", "title", "Longer periods", "kind", "structure",
                          "origin", "mandated", "theory", "Time to think.", NULL);
  open_row (find_list (self, "Strategies"), "Longer periods");
  g_assert_true (advises (get_page (self), "Set the day on which those who carry"));
  g_assert_true (advises (get_page (self), "Write down what changes in practice"));

  edit = lamp_edit_new (self->file.store, "Mend");
  lamp_edit_set_text (edit, strategy, "revisit_on", "2027-01-10");
  g_assert_true (lamp_edit_commit (edit, NULL));
  fixture_settle ();
  g_assert_false (advises (get_page (self), "Set the day on which those who carry"));

  /* A strategy of practice beside it serves as well. */
  add (self, fixture_add (&self->file, "strategies", "t", "goal", "g", "title", "Ask why", "kind", "practice", NULL));
  fixture_settle ();
  g_assert_false (advises (get_page (self), "Write down what changes in practice"));
}

static void
what_has_been_set_aside_is_not_said_again (Inspecting    *self,
                                           gconstpointer  data)
{
  add (self, fixture_add (&self->file, "strategies", "s", "goal", "g", "title", "Longer periods", "origin", "mandated",
                          NULL));
  add (self, fixture_add (&self->file, "silences", "q", "code", "T-MANDATED", "record", "s", "reason", "It is law.",
                          NULL));
  open_row (find_list (self, "Strategies"), "Longer periods");
  g_assert_false (advises (get_page (self), "Set the day on which those who carry"));
}

static void
a_policy_is_reached_from_a_support_and_from_a_community (Inspecting    *self,
                                                         gconstpointer  data)
{
  g_autoptr (LampRecord) community = lamp_store_find (self->file.store, "communities", "c");

  lamp_session_set_selected (self->file.session, community);
  fixture_settle ();
  type_into (find_list (self, "Policies"), "Add Policy", "Tom & <b>Jerry</b> read");
  open_row (find_list (self, "Policies"), "Tom & <b>Jerry</b> read");
  type_into (find_list (self, "Supports"), "Add Support", "Two hours a week");
  g_assert_cmpuint (count (self, "supports"), ==, 1);
  open_row (find_list (self, "Supports"), "Two hours a week");
  g_assert_true (advises (get_page (self), "Say which goal the support is for"));
}

static void
a_tie_opens_what_it_ties_to (Inspecting    *self,
                             gconstpointer  data)
{
  g_autoptr (LampRecord) cycle = lamp_store_find (self->file.store, "cycles", "y");

  add (self, fixture_add (&self->file, "cycle_goals", "t", "cycle", "y", "goal", "g", NULL));
  open_row (find_list (self, "Cycles"), "A year");
  g_assert_nonnull (find_row (get_page (self), "Framework"));
  /* And from there back to where it came from, not round in a ring. */
  open_row (find_list (self, "Goals"), "Read daily");
  g_assert_null (find_row (get_page (self), "Framework"));
  g_assert_true (lamp_session_get_selected (self->file.session) == self->goal);
  g_assert_null (self->revealed);
}

static void
a_reference_is_followed_by_its_button (Inspecting    *self,
                                       gconstpointer  data)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (self->file.store, "Align");
  GtkWidget *row = find_row (get_page (self), "Supports");
  g_autoptr (LampRecord) above = lamp_store_find (self->file.store, "goals", "above");

  lamp_edit_set_text (edit, self->goal, "parent", "above");
  g_assert_true (lamp_edit_commit (edit, NULL));

  /* What the view shows is gone to; the rest opens in place. */
  press (find_row (get_page (self), "Community"), "Open Community");
  g_assert_nonnull (find_row (get_page (self), "Shared purpose"));
  g_assert_null (self->revealed);
  gtk_widget_activate_action (get_page (self), "navigation.pop", NULL);
  fixture_settle ();
  press (row, "Open Supports");
  g_assert_true (self->revealed == above);
}

static void
a_goal_does_not_also_support_what_it_supports_already (Inspecting    *self,
                                                       gconstpointer  data)
{
  GtkWidget *list = find_list (self, "Also Supports");
  GtkWidget *picker = fixture_find_widget (list, LAMP_TYPE_RECORD_PICKER);
  g_autoptr (LampRecord) above = lamp_store_find (self->file.store, "goals", "above");

  g_signal_emit_by_name (picker, "picked", self->goal);
  g_assert_cmpuint (count (self, "goal_links"), ==, 0);
  g_signal_emit_by_name (picker, "picked", above);
  g_assert_cmpuint (count (self, "goal_links"), ==, 1);
  g_signal_emit_by_name (picker, "picked", above);
  fixture_settle ();
  g_assert_cmpuint (count (self, "goal_links"), ==, 1);
  g_assert_nonnull (strstr (self->notice, "already supports"));
  open_row (list, "Above");
  g_assert_nonnull (find_row (get_page (self), "Rationale"));
}

static void
progress_says_how_it_was_computed_and_follows (Inspecting    *self,
                                               gconstpointer  data)
{
  GtkWidget *progress = find_titled (get_page (self), LAMP_TYPE_GOAL_PROGRESS, "Progress");
  GtkWidget *chart = fixture_find_widget (progress, LAMP_TYPE_MEASURE_CHART);
  const char *words = "1 measurement, latest 50 %, median 50 %, target 80 %";

  g_assert_nonnull (find_row (progress, "No figure yet"));
  g_assert_false (gtk_widget_get_mapped (chart));
  type_into (find_list (self, "Measurements"), "Add Measurement", "50");
  g_assert_nonnull (find_row (progress, "25 %"));
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_row (progress, "25 %"))), ==,
                   "50 % on 22 Nov 2026, on the way from 40 % to 80 %.");
  g_assert_true (gtk_widget_get_mapped (chart));
  gtk_test_accessible_assert_property (chart, GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  fixture_undo (&self->file);
  fixture_settle ();
  g_assert_nonnull (find_row (progress, "No figure yet"));
}

static void
each_goal_that_a_figure_is_made_of_can_be_gone_to (Inspecting    *self,
                                                   gconstpointer  data)
{
  g_autoptr (LampRecord) above = lamp_store_find (self->file.store, "goals", "above");
  g_autoptr (LampEdit) edit = lamp_edit_new (self->file.store, "Prepare");
  GtkWidget *progress;

  lamp_edit_set_text (edit, self->goal, "parent", "above");
  lamp_edit_set_text (edit, above, "rollup", "children");
  g_assert_true (lamp_edit_commit (edit, NULL));
  add (self, fixture_add (&self->file, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", "70",
                          NULL));
  add (self, fixture_add (&self->file, "goals", "p", "community", "c", "title", "Secret", "level", "individual",
                          "parent", "above", NULL));
  lamp_session_set_selected (self->file.session, above);
  fixture_settle ();
  progress = find_titled (get_page (self), LAMP_TYPE_GOAL_PROGRESS, "Progress");
  g_assert_nonnull (find_row (progress, "75 %"));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (find_row (progress, "75 %"))), ==,
                   "From the one goal that supports it: 75 %. 1 private one is left out.");
  g_assert_null (find_row (progress, "Secret"));
  adw_action_row_activate (ADW_ACTION_ROW (find_row (progress, "Read daily")));
  g_assert_true (self->revealed == self->goal);
}

static void
delete_on_a_row_takes_that_row_and_not_the_goal (Inspecting    *self,
                                                 gconstpointer  data)
{
  GtkWidget *list = find_list (self, "Measurements");
  g_autoptr (LampRecord) measurement = NULL;

  measurement = fixture_add (&self->file, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", "58",
                             NULL);
  lamp_form_part_delete (LAMP_FORM_PART (list), measurement);
  g_assert_cmpuint (count (self, "measurements"), ==, 0);
  g_assert_cmpuint (count (self, "goals"), ==, 2);
  g_assert_nonnull (strstr (self->notice, "Deleted"));
}

static void
advice_stands_right_under_its_field (Inspecting    *self,
                                     gconstpointer  data)
{
  GtkWidget *row;

  add (self, fixture_add (&self->file, "strategies", "s", "goal", "g", "title", "Longer periods", "origin", "mandated",
                          NULL));
  open_row (find_list (self, "Strategies"), "Longer periods");
  row = find_row (get_page (self), "Look again on");
  g_assert_true (advises (gtk_widget_get_next_sibling (row), "Set the day on which those who carry"));
}

/* A node of the tree, for a goal that has been measured twice. */
static void
a_node_says_how_its_progress_was_computed (Inspecting    *self,
                                           gconstpointer  data)
{
  const char *words = "“Read daily” (Team) supports “Above” (School). "
                      "60 % on 1 Nov 2026, on the way from 40 % to 80 %. "
                      "2 measurements, latest 60 %, median 55 %, target 80 %.";
  g_autoptr (LampGoalBoard) board = NULL;
  g_autoptr (GMenuModel) menu = G_MENU_MODEL (g_menu_new ());
  g_autoptr (LampEdit) edit = lamp_edit_new (self->file.store, "Align");
  GtkWidget *card;

  lamp_edit_set_text (edit, self->goal, "parent", "above");
  g_assert_true (lamp_edit_commit (edit, NULL));
  add (self, fixture_add (&self->file, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", "50",
                          NULL));
  add (self, fixture_add (&self->file, "measurements", "n", "goal", "g", "measured_on", "2026-11-01", "value", "60",
                          NULL));
  board = lamp_goal_board_new (self->file.session);
  card = g_object_ref_sink (lamp_goal_card_new (board, menu));
  for (guint i = 0; i < lamp_goal_board_get_outline (board)->nodes->len; i++)
    {
      const LampOutlineNode *node = &g_array_index (lamp_goal_board_get_outline (board)->nodes, LampOutlineNode, i);

      if (node->goal && g_str_equal (lamp_row_get_id (node->goal), "g"))
        lamp_goal_card_bind (LAMP_GOAL_CARD (card), node);
    }
  gtk_test_accessible_assert_property (card, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_true (gtk_widget_get_visible (fixture_find_widget (card, LAMP_TYPE_SPARKLINE)));
  g_assert_finalize_object (card);
}

/* The title of the list that has the focus, or %NULL. */
static char *
dup_focused_list (Inspecting *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self->file.window));
  GtkWidget *list = focus ? gtk_widget_get_ancestor (focus, LAMP_TYPE_RELATED_LIST) : NULL;

  return list ? g_strdup (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (list))) : NULL;
}

static void
the_keyboard_goes_round_the_places_to_add (Inspecting    *self,
                                           gconstpointer  data)
{
  static const char * const titles[] = { "Measurements", "Strategies", "Supports", "Also Supports", "Evidence",
                                         "Commitments", "Cycles", "Measurements" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = NULL;

      lamp_inspector_focus_add (self->inspector);
      title = dup_focused_list (self);
      g_assert_cmpstr (title, ==, titles[i]);
    }
}

#define SENTENCE(function) \
  g_test_add ("/goal-inspector/" #function, Inspecting, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  SENTENCE (a_measurement_is_a_number_and_enter);
  SENTENCE (what_is_no_number_is_said_and_kept_to_be_mended);
  SENTENCE (the_latest_measurement_stands_first);
  SENTENCE (a_related_record_opens_in_place_and_is_edited_there);
  SENTENCE (a_page_leaves_with_its_record_and_undo_brings_the_record_back);
  SENTENCE (another_selection_closes_what_was_opened);
  SENTENCE (the_rules_for_strategies_are_said_at_their_fields);
  SENTENCE (what_has_been_set_aside_is_not_said_again);
  SENTENCE (a_policy_is_reached_from_a_support_and_from_a_community);
  SENTENCE (a_tie_opens_what_it_ties_to);
  SENTENCE (a_reference_is_followed_by_its_button);
  SENTENCE (a_goal_does_not_also_support_what_it_supports_already);
  SENTENCE (progress_says_how_it_was_computed_and_follows);
  SENTENCE (each_goal_that_a_figure_is_made_of_can_be_gone_to);
  SENTENCE (delete_on_a_row_takes_that_row_and_not_the_goal);
  SENTENCE (advice_stands_right_under_its_field);
  SENTENCE (a_node_says_how_its_progress_was_computed);
  SENTENCE (the_keyboard_goes_round_the_places_to_add);

  return g_test_run ();
}
