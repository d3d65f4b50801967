/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-csv-write.h"
#include "lamp-table.h"
#include "lamp-test-file.h"

/* What is made of tables as principals keep them, before anybody corrects the guesses; and what comes back of tables of
 * our own. */

static LampCsv *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  LampCsv *csv = lamp_csv_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return csv;
}

static LampSnapshot *
file_with_a_community (void)
{
  LampSnapshot *existing = lamp_snapshot_new ();

  lamp_snapshot_take (existing, test_community ("c"));

  return existing;
}

static LampTableMap *
guess (LampCsv *csv)
{
  return lamp_table_map_guess (csv, lamp_table_guess_type (csv), "c");
}

static const LampRow *
find_titled (LampTableResult *result,
             const char      *title)
{
  GPtrArray *goals = lamp_snapshot_get (result->snapshot, "goals");

  for (guint i = 0; i < goals->len; i++)
    if (g_strcmp0 (lamp_row_get_title (goals->pdata[i]), title) == 0)
      return goals->pdata[i];
  g_assert_not_reached ();
}

static const char plan[] =
  "Hill School Improvement Plan 2026-27,,,,,,,,\n"
  "Goal,Description,Owner,Due date,Level,Supports,Status,Baseline,Target\n"
  "Every child reads,By grade 3,Ana Ruiz,6/30/2028,District,,On Track,61%,80%\n"
  "Grade 3 reads daily,,ana ruiz,3/15/2027,School,Every child reads,Complete,61.5%,75%\n"
  "Our PLC plans for phonics,,Somebody New,3/4/27,PLC,grade 3 reads daily,Not Started,\"1,250\",\"1,400.5\"\n";

static void
a_principals_plan_needs_no_correction (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampCsv) csv = parse (plan);
  g_autoptr (LampTableMap) map = guess (csv);
  g_autoptr (LampTableResult) result = NULL;
  g_autoptr (GError) error = NULL;
  LampRow *ana = lamp_row_new (lamp_schema_find ("people"));
  const LampRow *top, *middle, *low;

  lamp_row_set_text (ana, "id", "ana");
  lamp_row_set_text (ana, "name", "Ana Ruiz");
  lamp_snapshot_take (existing, ana);
  g_assert_cmpint (map->dates, ==, LAMP_DATES_MONTH_FIRST);
  result = lamp_table_apply (map, csv, existing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_added, ==, 3);
  top = find_titled (result, "Every child reads");
  middle = find_titled (result, "Grade 3 reads daily");
  low = find_titled (result, "Our PLC plans for phonics");
  g_assert_cmpstr (lamp_row_get_text (top, "why"), ==, "By grade 3");
  g_assert_cmpstr (lamp_row_get_text (top, "owner"), ==, "ana");
  g_assert_cmpstr (lamp_row_get_text (top, "level"), ==, "system");
  g_assert_cmpstr (lamp_row_get_text (top, "status"), ==, "in-progress");
  g_assert_cmpstr (lamp_row_get_text (top, "due"), ==, "2028-06-30");
  g_assert_cmpfloat (lamp_row_get_real (top, "baseline"), ==, 61);
  g_assert_cmpstr (lamp_row_get_text (middle, "parent"), ==, lamp_row_get_id (top));
  g_assert_cmpstr (lamp_row_get_text (middle, "due"), ==, "2027-03-15");
  g_assert_cmpstr (lamp_row_get_text (middle, "status"), ==, "met");
  g_assert_cmpstr (lamp_row_get_text (low, "parent"), ==, lamp_row_get_id (middle));
  g_assert_cmpstr (lamp_row_get_text (low, "due"), ==, "2027-03-04");
  g_assert_cmpstr (lamp_row_get_text (low, "level"), ==, "team");
  g_assert_cmpfloat (lamp_row_get_real (low, "baseline"), ==, 1250);
  g_assert_cmpfloat (lamp_row_get_real (low, "target"), ==, 1400.5);
  /* The heading, and the owner who is no record. */
  g_assert_cmpuint (result->problems->len, ==, 2);
  g_assert_cmpstr (((LampTableProblem *) result->problems->pdata[1])->column, ==, "Owner");
  g_assert_false (lamp_row_has (low, "owner"));
}

static void
percent_signs_give_the_unit (void)
{
  g_autoptr (LampCsv) csv = parse ("Goal,Target 2027\nRead,80%\nWrite,75 %\n");
  g_autoptr (LampTableMap) map = guess (csv);

  g_assert_cmpstr (lamp_table_record_get (map->records->pdata[0], "unit"), ==, "%");
  g_assert_cmpstr (lamp_table_record_get (map->records->pdata[0], "target"), ==, "{Target 2027}");
}

static void
dates_tell_their_order_or_are_asked_about (void)
{
  static const struct { const char *dates; int order; } cases[] = {
    { "2027-03-15\n2027-04-01 00:00:00\n", LAMP_DATES_ISO }, { "3/15/2027\n1/2/2027\n", LAMP_DATES_MONTH_FIRST },
    { "15/3/2027\n1/2/2027\n", LAMP_DATES_DAY_FIRST },       { "1.2.2027\n3.4.27\n", LAMP_DATES_DAY_FIRST },
    { "1/2/2027\n3/4/2027\n", 0 },                           { "15/3/2027\n3/15/2027\n", 0 },
    { "soon\nlater\n", LAMP_DATES_ISO },                     { "5/5/2027\n", LAMP_DATES_MONTH_FIRST },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat ("Due\n", cases[i].dates, NULL);
      g_autoptr (LampCsv) csv = parse (text);
      g_autoptr (LampTableMap) map = lamp_table_map_guess (csv, lamp_schema_find ("goals"), NULL);

      g_assert_cmpint (lamp_table_guess_dates (map, csv), ==, cases[i].order);
      g_assert_cmpint (map->dates, ==, cases[i].order != 0 ? cases[i].order : LAMP_DATES_ISO);
    }
}

static void
words_are_understood_as_people_write_them (void)
{
  static const struct { const char *word, *meaning; } cases[] = {
    { "COMPLETE", "met" }, { "In-Progress", "in-progress" }, { "in progress", "in-progress" }, { " On-track ", "in-progress" },
    { "Not Started", "not-started" }, { "canceled", "dropped" }, { "Partially met", "partially-met" }, { "maybe", NULL },
    { "", NULL },
  };
  const LampRecordType *goals = lamp_schema_find ("goals");
  const LampField *status = &goals->fields[lamp_record_type_find_field (goals, "status")];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (lamp_table_guess_word (status, cases[i].word), ==, cases[i].meaning);
}

static void
a_word_may_mean_nothing (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampCsv) csv = parse ("Goal,Status\nRead,n/a\nWrite,Done\n");
  g_autoptr (LampTableMap) map = guess (csv);
  LampTableRecord *record = map->records->pdata[0];
  g_autoptr (LampTableResult) before = lamp_table_apply (map, csv, existing, NULL, NULL);
  g_autoptr (LampTableResult) after = NULL;
  g_autofree char *met = lamp_table_record_dup_meaning (record, "status", "DONE");
  g_autofree char *nothing = lamp_table_record_dup_meaning (record, "status", "n/a");

  g_assert_cmpstr (met, ==, "met");
  g_assert_null (nothing);
  g_assert_cmpuint (before->problems->len, ==, 1);
  lamp_table_record_set_word (record, "status", "N/A", "");
  after = lamp_table_apply (map, csv, existing, NULL, NULL);
  g_assert_cmpuint (after->problems->len, ==, 0);
  g_assert_cmpuint (after->n_added, ==, 2);
}

static void
what_rows_are_is_seen_from_their_columns (void)
{
  static const struct { const char *header, *type; } cases[] = {
    { "Goal,Owner,Due", "goals" }, { "Goal ID,Date,Value,Source", "measurements" }, { "Name,Email,Phone", "people" },
    { "Nonsense,More", "goals" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (cases[i].header, "\na,b,c,d\n", NULL);
      g_autoptr (LampCsv) csv = parse (text);

      g_assert_cmpstr (lamp_table_guess_type (csv)->name, ==, cases[i].type);
    }
}

static void
numbers_of_goals_are_their_identifiers (void)
{
  g_autoptr (LampCsv) csv = parse ("Goal #,Goal,Supports\n1,Read,\n1.1,Write,1\n");
  g_autoptr (LampTableMap) map = guess (csv);

  g_assert_cmpstr (lamp_table_record_get (map->records->pdata[0], "id"), ==, "{Goal #}");
  g_assert_cmpstr (lamp_table_record_get (map->records->pdata[0], "title"), ==, "{Goal}");
  g_assert_cmpstr (lamp_table_record_get (map->records->pdata[0], "parent"), ==, "{Supports}");
}

static void
a_table_of_statuses_changes_what_is_there (void)
{
  g_autoptr (LampCsv) csv = parse ("ActionID,Status\nA1,In Progress\nA2,Complete\n");
  g_autoptr (LampTableMap) map = guess (csv);
  LampTableRecord *record = map->records->pdata[0];

  g_assert_true (record->only_existing);
  g_assert_null (lamp_table_record_get (record, "level"));
  g_assert_cmpstr (lamp_table_record_get (record, "status"), ==, "{Status}");
}

static void
columns_that_no_map_can_name_are_left_out (void)
{
  g_autoptr (LampCsv) csv = parse ("Goal,{x,a}b,Goal,,Goal {2}\nRead,,,,\n");
  g_autofree char *goal = lamp_table_dup_column (csv, 0);

  g_assert_cmpstr (goal, ==, "{Goal}");
  for (guint column = 1; column < 5; column++)
    g_assert_null (lamp_table_dup_column (csv, column));
}

static void
what_would_happen_is_told_record_by_record (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampCsv) csv = parse ("ID,Goal,Status\na,goal a,Done\nb,goal b,\nn,New,\n");
  g_autoptr (LampTableMap) map = guess (csv);
  g_autoptr (LampTableResult) result = NULL;
  LampTableOutcome *outcome;
  LampRow *a = test_goal ("a", NULL), *b = test_goal ("b", NULL);

  lamp_row_set_text (a, "title", "goal a");
  lamp_row_set_text (b, "title", "goal b");
  lamp_row_set_text (a, "level", "team");
  lamp_row_set_text (b, "level", "team");
  lamp_row_set_text (a, "status", "in-progress");
  lamp_row_set_text (a, "community", "c");
  lamp_row_set_text (b, "community", "c");
  lamp_snapshot_take (existing, a);
  lamp_snapshot_take (existing, b);
  result = lamp_table_apply (map, csv, existing, NULL, NULL);
  g_assert_cmpuint (result->outcomes->len, ==, 3);
  outcome = result->outcomes->pdata[0];
  g_assert_cmpint (outcome->fate, ==, LAMP_TABLE_CHANGED);
  g_assert_cmpuint (outcome->row, ==, 2);
  g_assert_cmpstr (outcome->title, ==, "goal a");
  g_assert_cmpstr (outcome->changes, ==, "Status: In progress → Met");
  g_assert_cmpint (((LampTableOutcome *) result->outcomes->pdata[1])->fate, ==, LAMP_TABLE_UNCHANGED);
  g_assert_cmpint (((LampTableOutcome *) result->outcomes->pdata[2])->fate, ==, LAMP_TABLE_ADDED);
}

/* A text as a person writes it: no control characters but a line break, no white space around it. */
static char *
random_text (void)
{
  static const char *const pieces[] = { "=", "+", "-", "@", "'", "\"", ",", ";", "a", "1", " ", "{", "}", "é", "😀", "%" };
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (1, 9); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_strstrip (g_string_free (text, FALSE));
}

static void
an_exported_text_comes_back_as_it_was (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();

  for (guint round = 0; round < 1000; round++)
    {
      g_autofree char *title = random_text ();
      g_autofree char *why = random_text ();
      const char * const header[] = { "id", "title", "why", NULL };
      const char * const cells[] = { "g", title, why, NULL };
      g_autoptr (GString) out = g_string_new (LAMP_CSV_MARK);
      g_autoptr (LampCsv) csv = NULL;
      g_autoptr (LampTableMap) map = NULL;
      g_autoptr (LampTableResult) result = NULL;
      const LampRow *goal;

      if (*title == '\0')
        continue;
      lamp_csv_append_row (out, header);
      lamp_csv_append_row (out, cells);
      csv = parse (out->str);
      map = guess (csv);
      result = lamp_table_apply (map, csv, existing, NULL, NULL);
      g_assert_cmpuint (result->problems->len, ==, 0);
      goal = lamp_snapshot_find (result->snapshot, "goals", "g");
      g_assert_cmpstr (lamp_row_get_title (goal), ==, title);
      g_assert_cmpstr (lamp_row_get_text (goal, "why"), ==, *why != '\0' ? why : NULL);
    }
}

#define SENTENCE(function) g_test_add_func ("/table-guess/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_principals_plan_needs_no_correction);
  SENTENCE (percent_signs_give_the_unit);
  SENTENCE (dates_tell_their_order_or_are_asked_about);
  SENTENCE (words_are_understood_as_people_write_them);
  SENTENCE (a_word_may_mean_nothing);
  SENTENCE (what_rows_are_is_seen_from_their_columns);
  SENTENCE (numbers_of_goals_are_their_identifiers);
  SENTENCE (a_table_of_statuses_changes_what_is_there);
  SENTENCE (columns_that_no_map_can_name_are_left_out);
  SENTENCE (what_would_happen_is_told_record_by_record);
  SENTENCE (an_exported_text_comes_back_as_it_was);

  return g_test_run ();
}
