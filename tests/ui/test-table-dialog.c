/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-import.h"
#include "table-fixture.h"

/* Tables come in through the dialog. */

static const char plan[] =
  "\xef\xbb\xbf" "Our plan;;;;\r\n"
  "Goal;Owner;Due date;Status;Goal\r\n"
  "\"Every child\r\nreads\";Nobody Known;3/15/2027;Complete;=A1\r\n"
  ";;;;\r\n"
  "Grade 3 reads;;6/30/2027;Sort of\r\n"
  ";;6/30/2027;Complete;\r\n";

static void
a_plan_comes_in_by_guesses_with_its_defects_told (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (LampSnapshot) after = NULL;
  GPtrArray *goals;
  const LampRow *first;

  fixture_open_text (fixture, "plan.csv", plan);
  g_assert_true (fixture_says (fixture, "Separated by semicolons · UTF-8 · row 2 names the columns"));
  g_assert_true (fixture_says (fixture, "1 word is not understood"));
  g_assert_cmpstr (fixture_get_choice (fixture, "Goal"), ==, "Title");
  g_assert_cmpstr (fixture_get_choice (fixture, "Dates Are Written"), ==, "Month First: 3/15/2027");
  fixture_do (fixture, "table.preview");
  g_assert_true (fixture_says (fixture, "2 added, 1 row left out"));
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "0");
  fixture_confirm (fixture);
  after = fixture_snapshot (fixture);
  goals = lamp_snapshot_get (after, "goals");
  g_assert_cmpuint (goals->len, ==, 2);
  first = lamp_row_is (goals->pdata[0], "title", "Grade 3 reads") ? goals->pdata[1] : goals->pdata[0];
  g_assert_cmpstr (lamp_row_get_title (first), ==, "Every child  reads");
  g_assert_cmpstr (lamp_row_get_text (first, "due"), ==, "2027-03-15");
  g_assert_cmpstr (lamp_row_get_text (first, "status"), ==, "met");
  g_assert_cmpstr (lamp_row_get_text (first, "community"), ==, "c");
}

static void
an_import_is_one_step_that_can_be_undone (Fixture       *fixture,
                                          gconstpointer  data)
{
  fixture_open_text (fixture, "plan.csv", plan);
  fixture_import (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "2");
  test_undo (fixture->file);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "0");
}

static void
dates_that_could_be_either_are_asked_about (Fixture       *fixture,
                                            gconstpointer  data)
{
  fixture_open_text (fixture, "dates.csv", "Goal,Due\nRead,3/4/2027\nWrite,1/2/2027\n");
  g_assert_cmpstr (fixture_get_choice (fixture, "Dates Are Written"), ==, "Choose…");
  fixture_do (fixture, "table.preview");
  g_assert_false (fixture_reads (GTK_WIDGET (fixture->dialog), "2 added"));
  fixture_choose (fixture, "Dates Are Written", "Day First: 15.3.2027");
  fixture_import (fixture);
  test_assert_sql (fixture->file, "SELECT due FROM goals WHERE title = 'Read'", "2027-04-03");
}

static void
what_is_chosen_stays_when_the_person_goes_back (Fixture       *fixture,
                                                gconstpointer  data)
{
  AdwNavigationView *navigation;

  fixture_open_text (fixture, "plan.csv", "Goal,Notes,Level\nRead,Because,District\n");
  fixture_choose (fixture, "Notes", "Why");
  fixture_choose (fixture, "Level", "Leave Out");
  g_assert_true (fixture_says (fixture, "Needed, and not filled yet: “Level”."));
  fixture_do (fixture, "table.preview");
  g_assert_true (fixture_says (fixture, "1 row left out"));
  g_assert_false (fixture_can (fixture, "table.import"));
  navigation = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)),
                                                             ADW_TYPE_NAVIGATION_VIEW));
  adw_navigation_view_pop (navigation);
  fixture_wait (fixture);
  g_assert_cmpstr (fixture_get_choice (fixture, "Notes"), ==, "Why");
  g_assert_cmpstr (fixture_get_choice (fixture, "Level"), ==, "Leave Out");
  fixture_choose (fixture, "Level", "Level");
  fixture_import (fixture);
  test_assert_sql (fixture->file, "SELECT level || ' ' || why FROM goals", "system Because");
}

static void
a_column_fills_one_field_and_a_field_has_one_column (Fixture       *fixture,
                                                     gconstpointer  data)
{
  LampTableRecord *record;

  fixture_open_text (fixture, "plan.csv", "Goal,Short\nRead every day,Read\n");
  fixture_choose (fixture, "Short", "Title");
  record = lamp_table_dialog_get_map (LAMP_TABLE_DIALOG (fixture->dialog))->records->pdata[0];
  g_assert_cmpstr (lamp_table_record_get (record, "title"), ==, "{Short}");
  g_assert_cmpstr (fixture_get_choice (fixture, "Goal"), ==, "Leave Out");
  fixture_choose (fixture, "Fill Another Field", "Why");
  gtk_editable_set_text (GTK_EDITABLE (fixture_find_row (GTK_WIDGET (fixture->dialog), "Why")), "In full: {Goal}");
  fixture_import (fixture);
  test_assert_sql (fixture->file, "SELECT title || '/' || why FROM goals", "Read/In full: Read every day");
}

static void
rows_may_become_people (Fixture       *fixture,
                        gconstpointer  data)
{
  fixture_open_text (fixture, "staff.tsv", "Name\tE-mail\tRoom\nAna\tana@hill.example\t3\nBo\t\t\n");
  g_assert_cmpstr (fixture_get_choice (fixture, "Rows Become"), ==, "People");
  fixture_choose (fixture, "Rows Become", "Goals");
  g_assert_cmpstr (fixture_get_choice (fixture, "Name"), ==, "Title");
  fixture_choose (fixture, "Rows Become", "People");
  fixture_import (fixture);
  test_assert_sql (fixture->file, "SELECT group_concat(name, ',') FROM (SELECT name FROM people ORDER BY name)", "Ana,Bo");
}

static void
in_an_empty_file_the_rows_begin_a_community (Fixture       *fixture,
                                             gconstpointer  data)
{
  test_delete (fixture->file, "communities", "c");
  fixture_open_text (fixture, "Hill {School}.csv", "Goal,Level\nRead,School\nWrite,Team\n");
  g_assert_true (fixture_says (fixture, "the rows begin one, “Hill {School}”"));
  fixture_import (fixture);
  test_assert_sql (fixture->file,
                   "SELECT count(*) || ' ' || c.name || ' ' || c.kind FROM goals g JOIN communities c ON g.community = c.id",
                   "2 Hill {School} school");
}

static void
a_map_is_remembered_for_the_next_table_with_these_columns (Fixture       *fixture,
                                                           gconstpointer  data)
{
  fixture_open_text (fixture, "one.csv", "Goal,Notes\nRead,A\n");
  fixture_choose (fixture, "Notes", "Why");
  fixture_import (fixture);
  fixture_open_text (fixture, "two.csv", "Goal,Notes\nWrite,B\n");
  g_assert_cmpstr (fixture_get_choice (fixture, "Notes"), ==, "Why");
  g_assert_true (fixture_says (fixture, "Set as for the last table with these columns"));
  fixture_do (fixture, "table.guess");
  g_assert_cmpstr (fixture_get_choice (fixture, "Notes"), ==, "Leave Out");
  fixture_close (fixture);
}

static void
a_map_with_everything_in_it_is_shown_and_kept_whole (Fixture       *fixture,
                                                     gconstpointer  data)
{
  static const char map[] =
    "{\"format\":\"lamplighter-map\",\"version\":1,\"dates\":\"day-first\",\"records\":[{\"type\":\"goals\","
    "\"only_existing\":true,\"several\":true,\"when\":\"{A}{B}\",\"fields\":{\"id\":\"{A}-{B}\",\"title\":\"{A}\","
    "\"baseline\":{\"from\":\"{B}\",\"take\":\"first\"},\"status\":{\"from\":\"{C}\",\"words\":{\"fertig\":\"met\"}},"
    "\"community\":\"{D}\",\"level\":\"school\"}},"
    "{\"type\":\"measurements\",\"fields\":{\"goal\":\"{A}\",\"value\":\"{B}\",\"measured_on\":\"1.2.{D}\"}}]}";
  g_autoptr (LampTableMap) wanted = lamp_table_map_parse (map, -1, NULL);
  g_autofree char *json = lamp_table_map_to_json (wanted);
  g_autoptr (GFile) file = fixture_file (fixture, "map.json");
  g_autofree char *shown = NULL;

  fixture_write (fixture, "map.json", map, -1);
  fixture_open_text (fixture, "table.csv", "A,B,C,D\n1,2,Fertig,2027\n");
  fixture_load_map (fixture, file);
  g_assert_cmpstr (fixture_get_choice (fixture, "Shown Below"), ==, "1. Goals");
  g_assert_cmpstr (fixture_get_choice (fixture, "Only Rows With"), ==, "{A}{B}");
  fixture_choose (fixture, "Shown Below", "2. Measurements");
  g_assert_cmpstr (fixture_get_choice (fixture, "A"), ==, "Goal");
  fixture_choose (fixture, "Shown Below", "1. Goals");
  shown = lamp_table_map_to_json (lamp_table_dialog_get_map (LAMP_TABLE_DIALOG (fixture->dialog)));
  g_assert_cmpstr (shown, ==, json);
  fixture_close (fixture);
}

static void
a_map_that_does_not_fit_is_told_before_anything_is_written (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (GFile) file = fixture_file (fixture, "map.json");
  g_autoptr (GFile) table = fixture_file (fixture, "table.csv");
  g_autoptr (GError) error = NULL;

  fixture_write (fixture, "map.json",
                 "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"goals\",\"fields\":{\"due\":\"{When}\"}}]}", -1);
  fixture_open_text (fixture, "table.csv", "Goal\nRead\n");
  g_assert_false (lamp_table_dialog_load_map (LAMP_TABLE_DIALOG (fixture->dialog), table, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_JSON);
  fixture_load_map (fixture, file);
  fixture_do (fixture, "table.preview");
  g_assert_true (fixture_says (fixture, "The table has no column “When”."));
  g_assert_false (fixture_can (fixture, "table.import"));
  fixture_close (fixture);
}

static void
what_is_no_table_is_refused_in_a_sentence (Fixture       *fixture,
                                           gconstpointer  data)
{
  static const struct { const char *bytes; gssize length; goffset size; const char *words; } cases[] = {
    { "", 0, 0, "The table is empty" },
    { "Goal,Owner\n", -1, 0, "has no rows under them" },
    { "\x89PNG\r\n\x1a\n\0\0\0", 11, 0, "bytes that are no text" },
    { "PK\x03\x04xlsx", -1, 0, "spreadsheet’s own file" },
    { "Goal\n", -1, (goffset) 1 << 30, "larger than 64 MiB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = fixture_file (fixture, "no.csv");

      fixture_write (fixture, "no.csv", cases[i].bytes, cases[i].length);
      if (cases[i].size > 0)
        g_assert_cmpint (truncate (g_file_peek_path (file), cases[i].size), ==, 0);
      fixture_open (fixture, file);
      if (!fixture_says (fixture, cases[i].words))
        g_error ("It is not said: %s", cases[i].words);
      g_assert_null (lamp_table_dialog_get_map (LAMP_TABLE_DIALOG (fixture->dialog)));
      g_assert_false (fixture_can (fixture, "table.preview"));
      fixture_close (fixture);
      g_file_delete (file, NULL, NULL);
    }
}

static void
ten_thousand_rows_come_in (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GString) text = g_string_new ("ID,Goal,Supports,Status\n");

  for (guint i = 1; i <= 10000; i++)
    g_string_append_printf (text, "%u,Goal %u,%u,%s\n", i, i, i / 7, i % 5 == 0 ? "?" : "Done");
  fixture_open_text (fixture, "large.csv", text->str);
  fixture_do (fixture, "table.preview");
  g_assert_true (fixture_says (fixture, "10000 added"));
  fixture_confirm (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) || ' ' || count(parent) || ' ' || sum(status = 'met') FROM goals",
                   "10000 9994 8000");
}

static void
closing_the_dialog_stops_the_work (Fixture       *fixture,
                                   gconstpointer  data)
{
  fixture_open_text (fixture, "plan.csv", plan);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->dialog), "table.preview", NULL));
  fixture_close (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM goals", "0");
}

/* The tables behind a real plan, and the maps that the command line's test reads. */
static void
import_real (Fixture    *fixture,
             const char *map_name,
             const char *table_name)
{
  g_autofree char *map_path = g_test_build_filename (G_TEST_DIST, "cli", "nc-maps", map_name, NULL);
  g_autofree char *table_path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "real", "nc-csv", table_name, NULL);
  g_autoptr (GFile) map = g_file_new_for_path (map_path);
  g_autoptr (GFile) table = g_file_new_for_path (table_path);

  fixture_open (fixture, table);
  fixture_load_map (fixture, map);
  fixture_import (fixture);
}

static LampSnapshot *
read_wanted (Fixture    *fixture,
             const char *path)
{
  g_autoptr (TestFile) file = test_file_new ();
  g_autoptr (GFile) json = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (json, NULL, NULL);
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .clock = file->clock };
  LampSnapshot *snapshot;

  lamp_import_json (G_INPUT_STREAM (stream), file->path, &options, NULL, NULL, NULL, &report, &error);
  g_assert_no_error (error);
  snapshot = lamp_snapshot_read (file->path, NULL, &error);
  g_assert_no_error (error);

  return snapshot;
}

static void
assert_same (LampSnapshot *found,
             LampSnapshot *wanted,
             const char   *type)
{
  GPtrArray *rows = lamp_snapshot_get (wanted, type);

  g_assert_cmpuint (rows->len, >, 10);
  g_assert_cmpuint (lamp_snapshot_get (found, type)->len, ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      const LampRow *row = lamp_snapshot_find (found, type, lamp_row_get_id (rows->pdata[i]));

      g_assert_nonnull (row);
      g_assert_true (lamp_row_equal (row, rows->pdata[i], FALSE));
    }
}

static void
the_tables_behind_a_real_plan_make_its_tree (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char *const tables[][2] = {
    { "pillars.json", "DIM_Pillars.csv" }, { "focus-areas.json", "DIM_FocusAreas.csv" },
    { "actions.json", "DIM_Actions.csv" }, { "action-statuses.json", "action-statuses.csv" },
    { "measures.json", "DIM_Measures.csv" }, { "results.json", "LandingPage_MeasureResults.csv" },
  };
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "real", "nc-strategic-plan.json", NULL);
  g_autoptr (LampSnapshot) wanted = NULL;
  g_autoptr (LampSnapshot) found = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("../shared is not here");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    import_real (fixture, tables[i][0], tables[i][1]);
  wanted = read_wanted (fixture, path);
  found = fixture_snapshot (fixture);
  assert_same (found, wanted, "goals");
  assert_same (found, wanted, "measurements");
}

#define SENTENCE(function) \
  g_test_add ("/table-dialog/" #function, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  SENTENCE (a_plan_comes_in_by_guesses_with_its_defects_told);
  SENTENCE (an_import_is_one_step_that_can_be_undone);
  SENTENCE (dates_that_could_be_either_are_asked_about);
  SENTENCE (what_is_chosen_stays_when_the_person_goes_back);
  SENTENCE (a_column_fills_one_field_and_a_field_has_one_column);
  SENTENCE (rows_may_become_people);
  SENTENCE (in_an_empty_file_the_rows_begin_a_community);
  SENTENCE (a_map_is_remembered_for_the_next_table_with_these_columns);
  SENTENCE (a_map_with_everything_in_it_is_shown_and_kept_whole);
  SENTENCE (a_map_that_does_not_fit_is_told_before_anything_is_written);
  SENTENCE (what_is_no_table_is_refused_in_a_sentence);
  SENTENCE (ten_thousand_rows_come_in);
  SENTENCE (closing_the_dialog_stops_the_work);
  g_test_add ("/table-dialog/the_tables_behind_a_real_plan_make_its_tree", Fixture, "nc-dpi", fixture_set_up,
              the_tables_behind_a_real_plan_make_its_tree, fixture_tear_down);

  return g_test_run ();
}
