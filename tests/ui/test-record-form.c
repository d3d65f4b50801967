/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-date-row.h"
#include "lamp-near.h"
#include "lamp-record-form.h"
#include "lamp-test-file.h"
#include "lamp-text-row.h"

typedef struct
{
  TestFile *file;
  LampRecord *record;
  GtkWidget *form;
  GtkWidget *window;
} Fixture;

static void
show (Fixture    *fixture,
      const char *type,
      const char *id)
{
  fixture->record = lamp_store_find (fixture->file->store, type, id);
  g_object_set (fixture->form, "record", fixture->record, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  test_insert (fixture->file, test_community ("c"));
  test_insert (fixture->file, test_goal ("g1", NULL));
  test_insert (fixture->file, test_goal ("g2", NULL));
  fixture->window = gtk_window_new ();
  fixture->form = lamp_record_form_new (fixture->file->store);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->form);
  show (fixture, "goals", "g1");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->form), (gpointer *) &fixture->form);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->form);
  g_clear_object (&fixture->record);
  test_file_free (fixture->file);
}

/* The row with that title. */
static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
row (Fixture    *fixture,
     const char *title)
{
  GtkWidget *found = find_row (fixture->form, title);

  g_assert_nonnull (found);

  return found;
}

static GtkWidget *
find_descendant (GtkWidget *widget,
                 GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_descendant (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* As if a person had typed and pressed Enter. */
static void
enter (Fixture    *fixture,
       const char *title,
       const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (row (fixture, title)), text);
  g_signal_emit_by_name (row (fixture, title), "entry-activated");
}

static void
assert_undo_label (Fixture    *fixture,
                   const char *label)
{
  g_autofree char *is = NULL;

  g_object_get (fixture->file->store, "undo-label", &is, NULL);
  g_assert_cmpstr (is, ==, label);
}

static void
a_change_is_one_step_with_the_name_of_the_field (Fixture       *fixture,
                                                 gconstpointer  data)
{
  enter (fixture, "Title", "Tom & <b>Jerry</b> read");
  g_assert_cmpstr (lamp_record_get_title (fixture->record), ==, "Tom & <b>Jerry</b> read");
  assert_undo_label (fixture, "Change Title");
  test_undo (fixture->file);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row (fixture, "Title"))), ==,
                   lamp_record_get_title (fixture->record));
}

static void
what_may_not_stand_is_marked_and_not_written (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autofree char *before = g_strdup (lamp_record_get_title (fixture->record));

  enter (fixture, "Title", "");
  g_assert_true (gtk_widget_has_css_class (row (fixture, "Title"), "error"));
  g_assert_cmpstr (lamp_record_get_title (fixture->record), ==, before);
  enter (fixture, "Title", "Read well");
  g_assert_false (gtk_widget_has_css_class (row (fixture, "Title"), "error"));
  g_assert_cmpstr (lamp_record_get_title (fixture->record), ==, "Read well");
}

static void
a_refused_value_stands_when_its_reason_has_gone (Fixture       *fixture,
                                                 gconstpointer  data)
{
  LampRow *cycle = test_row ("cycles", "y");

  lamp_row_set_text (cycle, "community", "c");
  lamp_row_set_text (cycle, "title", "A year");
  lamp_row_set_text (cycle, "framework", "action-research");
  lamp_row_set_text (cycle, "starts_on", "2026-09-01");
  test_insert (fixture->file, cycle);
  g_clear_object (&fixture->record);
  show (fixture, "cycles", "y");

  enter (fixture, "Ends on", "2026-08-01");
  g_assert_true (gtk_widget_has_css_class (row (fixture, "Ends on"), "error"));
  g_assert_false (lamp_record_has (fixture->record, "ends_on"));
  enter (fixture, "Starts on", "2026-07-01");
  g_assert_false (gtk_widget_has_css_class (row (fixture, "Ends on"), "error"));
  g_assert_cmpstr (lamp_record_get_text (fixture->record, "ends_on"), ==, "2026-08-01");
}

static void
a_change_from_elsewhere_is_shown (Fixture       *fixture,
                                  gconstpointer  data)
{
  test_set (fixture->file, "goals", "g1", "title", "From elsewhere");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row (fixture, "Title"))), ==, "From elsewhere");
  test_set (fixture->file, "goals", "g1", "why", "Because.\nTwice.");
  g_assert_cmpstr (lamp_text_row_get_text (LAMP_TEXT_ROW (row (fixture, "Why"))), ==, "Because.\nTwice.");
  test_set (fixture->file, "goals", "g1", "status", "met");
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (row (fixture, "Status"))), ==, 4);
  test_set (fixture->file, "goals", "g1", "parent", "g2");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row (fixture, "Supports"))), !=, "—");
}

static void
what_is_being_typed_is_not_overwritten (Fixture       *fixture,
                                        gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (row (fixture, "Title")), "Half a ti");
  test_set (fixture->file, "goals", "g1", "title", "From elsewhere");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row (fixture, "Title"))), ==, "Half a ti");
}

static void
what_was_typed_is_kept_for_the_record_it_was_typed_for (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autoptr (LampRecord) first = g_object_ref (fixture->record);

  gtk_editable_set_text (GTK_EDITABLE (row (fixture, "Title")), "Typed");
  g_clear_object (&fixture->record);
  show (fixture, "goals", "g2");
  g_assert_cmpstr (lamp_record_get_title (first), ==, "Typed");
  g_assert_cmpstr (lamp_record_get_title (fixture->record), !=, "Typed");
}

static void
choices_switches_and_numbers_are_written (Fixture       *fixture,
                                          gconstpointer  data)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, "Status")), 2);
  g_assert_cmpstr (lamp_record_get_text (fixture->record, "status"), ==, "in-progress");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row (fixture, "Status")), 0);
  g_assert_false (lamp_record_has (fixture->record, "status"));
  adw_switch_row_set_active (ADW_SWITCH_ROW (row (fixture, "Priority")), TRUE);
  g_assert_true (lamp_record_get_boolean (fixture->record, "is_priority"));
  enter (fixture, "Baseline", "12,5");
  g_assert_cmpfloat (lamp_record_get_real (fixture->record, "baseline"), ==, 12.5);
  enter (fixture, "Baseline", "twelve");
  g_assert_true (gtk_widget_has_css_class (row (fixture, "Baseline"), "error"));
  g_assert_cmpfloat (lamp_record_get_real (fixture->record, "baseline"), ==, 12.5);
}

static void
a_number_may_be_nothing (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkSpinButton *spin;

  g_clear_object (&fixture->record);
  show (fixture, "communities", "c");
  spin = GTK_SPIN_BUTTON (find_descendant (row (fixture, "Opened in"), GTK_TYPE_SPIN_BUTTON));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "");
  gtk_spin_button_set_value (spin, 1954);
  g_object_set (fixture->form, "record", NULL, NULL); /* which writes what was waiting */
  g_assert_cmpint (lamp_record_get_integer (fixture->record, "opened_year"), ==, 1954);
  g_object_set (fixture->form, "record", fixture->record, NULL);
  gtk_editable_set_text (GTK_EDITABLE (spin), "");
  g_object_set (fixture->form, "record", NULL, NULL);
  g_assert_false (lamp_record_has (fixture->record, "opened_year"));
}

/* A row of every type, with nothing in it but its identifier, makes a form; so does one with its defaults. */
static void
every_type_has_a_form (Fixture       *fixture,
                       gconstpointer  data)
{
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      LampRow *blank = test_row (types[i]->name, "x");
      g_autoptr (LampRecord) record = NULL;

      lamp_row_set_defaults (blank);
      record = lamp_record_new (blank);
      g_object_set (fixture->form, "record", record, NULL);
      for (guint j = 0; j < types[i]->n_fields; j++)
        if (!(types[i]->fields[j].flags & LAMP_HIDDEN))
          g_assert_nonnull (find_row (fixture->form, lamp_field_get_label (&types[i]->fields[j])));
      lamp_record_mark_deleted (record); /* it is in no file: nothing is to be written for it */
    }
  g_object_set (fixture->form, "record", NULL, NULL);
}

static void
a_date_is_read_as_people_write_it (void)
{
  static const struct
  {
    const char *text;
    gboolean with_time;
    const char *value;
  } cases[] = {
    { "2026-11-22", FALSE, "2026-11-22" },
    { " 22 Nov 2026 ", FALSE, "2026-11-22" },
    { "November 22, 2026", FALSE, "2026-11-22" },
    { "soon", FALSE, NULL },
    { "2026-02-30", FALSE, NULL },
    { "2026-11-22T07:41", TRUE, "2026-11-22T07:41" },
    { "2026-11-22 7:41", TRUE, "2026-11-22T07:41" },
    { "Sun 22 Nov 2026, 07:41", TRUE, "2026-11-22T07:41" },
    { "22 Nov 2026", TRUE, NULL },
    { "22 Nov 2026 25:00", TRUE, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *value = lamp_date_row_parse (cases[i].text, cases[i].with_time);

      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
a_date_that_is_set_twice_is_notified_once (void)
{
  GtkWidget *date = g_object_ref_sink (lamp_date_row_new ("Due", FALSE));
  guint n = 0;

  g_signal_connect_swapped (date, "notify::value", G_CALLBACK (g_atomic_int_inc), &n);
  lamp_date_row_set_value (LAMP_DATE_ROW (date), "2026-11-22");
  lamp_date_row_set_value (LAMP_DATE_ROW (date), "2026-11-22");
  g_assert_cmpuint (n, ==, 1);
  gtk_editable_set_text (GTK_EDITABLE (date), "1 Dec 2026");
  g_assert_true (lamp_date_row_is_typing (LAMP_DATE_ROW (date)));
  lamp_date_row_finish (LAMP_DATE_ROW (date));
  g_assert_cmpstr (lamp_date_row_get_value (LAMP_DATE_ROW (date)), ==, "2026-12-01");
  g_assert_cmpuint (n, ==, 2);
  g_assert_finalize_object (date);
}

static void
a_text_row_keeps_its_text (void)
{
  GtkWidget *text = g_object_ref_sink (lamp_text_row_new ("Why"));
  guint n = 0;

  g_signal_connect_swapped (text, "notify::text", G_CALLBACK (g_atomic_int_inc), &n);
  lamp_text_row_set_text (LAMP_TEXT_ROW (text), "One\nTwo");
  lamp_text_row_set_text (LAMP_TEXT_ROW (text), "One\nTwo");
  g_assert_cmpstr (lamp_text_row_get_text (LAMP_TEXT_ROW (text)), ==, "One\nTwo");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (text);
}

/* What the list of a reference offers first, when it is open. */
static char *
dup_first_offered (Fixture    *fixture,
                   const char *title)
{
  GtkWidget *button = find_descendant (row (fixture, title), GTK_TYPE_MENU_BUTTON);
  GtkWidget *list;
  g_autoptr (LampRecord) first = NULL;

  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  list = find_descendant (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button))), GTK_TYPE_LIST_VIEW);
  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))) == 0)
    g_main_context_iteration (NULL, TRUE);
  first = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list))), 0);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));

  return g_strdup (lamp_record_get_id (first));
}

static void
people_of_the_community_are_offered_first (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  test_insert (fixture->file, test_person ("a-stranger"));
  test_insert (fixture->file, test_person ("one-of-us"));
  before = dup_first_offered (fixture, "Owner");
  g_assert_cmpstr (before, ==, "a-stranger");

  test_insert (fixture->file, test_membership ("m", "c", "one-of-us"));
  after = dup_first_offered (fixture, "Owner");
  g_assert_cmpstr (after, ==, "one-of-us");
}

static void
what_is_near_is_found_over_what_a_record_belongs_to (Fixture       *fixture,
                                                     gconstpointer  data)
{
  g_autoptr (LampRecord) community = lamp_store_find (fixture->file->store, "communities", "c");
  g_autoptr (LampRecord) person = NULL;
  g_autoptr (LampRecord) measurement = NULL;
  g_autoptr (GHashTable) near = NULL;
  LampRow *row = test_row ("measurements", "x");

  lamp_row_set_text (row, "goal", "g1");
  lamp_row_set_text (row, "measured_on", "2026-11-22");
  lamp_row_set_real (row, "value", 1);
  test_insert (fixture->file, row);
  test_insert (fixture->file, test_person ("p"));
  measurement = lamp_store_find (fixture->file->store, "measurements", "x");
  person = lamp_store_find (fixture->file->store, "people", "p");

  near = lamp_near_list (fixture->file->store, measurement, "goals");
  g_assert_cmpuint (g_hash_table_size (near), ==, 2);
  g_clear_pointer (&near, g_hash_table_unref);
  near = lamp_near_list (fixture->file->store, community, "people");
  g_assert_cmpuint (g_hash_table_size (near), ==, 0);
  g_assert_null (lamp_near_list (fixture->file->store, person, "goals"));
  g_assert_null (lamp_near_list (fixture->file->store, measurement, "protocols"));
}

#define ADD(name) g_test_add ("/record-form/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD (a_change_is_one_step_with_the_name_of_the_field);
  ADD (what_may_not_stand_is_marked_and_not_written);
  ADD (a_refused_value_stands_when_its_reason_has_gone);
  ADD (a_change_from_elsewhere_is_shown);
  ADD (what_is_being_typed_is_not_overwritten);
  ADD (what_was_typed_is_kept_for_the_record_it_was_typed_for);
  ADD (choices_switches_and_numbers_are_written);
  ADD (a_number_may_be_nothing);
  ADD (every_type_has_a_form);
  ADD (people_of_the_community_are_offered_first);
  ADD (what_is_near_is_found_over_what_a_record_belongs_to);
  g_test_add_func ("/date-row/a_date_is_read_as_people_write_it", a_date_is_read_as_people_write_it);
  g_test_add_func ("/date-row/a_date_that_is_set_twice_is_notified_once", a_date_that_is_set_twice_is_notified_once);
  g_test_add_func ("/text-row/a_text_row_keeps_its_text", a_text_row_keeps_its_text);

  return g_test_run ();
}
