/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-table.h"
#include "lamp-test-file.h"

/* Tables as people have them, into records. */

static LampCsv *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  LampCsv *csv = lamp_csv_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return csv;
}

static LampTableMap *
parse_map (const char *records)
{
  g_autofree char *json = g_strdup_printf ("{\"format\":\"lamplighter-map\",\"version\":1,\"records\":[%s]}", records);
  g_autoptr (GError) error = NULL;
  LampTableMap *map = lamp_table_map_parse (json, -1, &error);

  g_assert_no_error (error);

  return map;
}

static LampTableResult *
apply (const char   *records,
       const char   *table,
       LampSnapshot *existing)
{
  g_autoptr (LampTableMap) map = parse_map (records);
  g_autoptr (LampCsv) csv = parse (table);
  g_autoptr (GError) error = NULL;
  LampTableResult *result = lamp_table_apply (map, csv, existing, NULL, &error);

  g_assert_no_error (error);

  return result;
}

static LampSnapshot *
file_with_a_community (void)
{
  LampSnapshot *existing = lamp_snapshot_new ();

  lamp_snapshot_take (existing, test_community ("c"));

  return existing;
}

/* A row as an import would keep it. */
static LampRow *
as_kept (const LampRow *row)
{
  LampRow *kept = lamp_row_copy (row);

  lamp_row_set_text (kept, "created_at", "2026-01-01T00:00:00.000Z");
  lamp_row_set_text (kept, "modified_at", "2026-01-01T00:00:00.000Z");

  return kept;
}

/* All problems, "place: message!" with a mark for rows that are left out, a line each. */
static char *
tell (LampTableResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->problems->len; i++)
    {
      const LampTableProblem *problem = result->problems->pdata[i];
      g_autofree char *place = lamp_table_problem_dup_place (problem);

      g_string_append_printf (text, "%s: %s%s\n", place, problem->message, problem->left_out ? "!" : "");
    }

  return g_string_free (text, FALSE);
}

#define GOAL(more) "{\"type\":\"goals\",\"fields\":{\"id\":\"{ID}\",\"title\":\"{Name}\",\"community\":\"c\"," \
                   "\"level\":\"team\"" more "}}"

static void
a_row_becomes_a_goal_under_the_one_that_it_names (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result =
    apply (GOAL (",\"parent\":\"{Area}.{Num}\",\"owner\":\"\""), "ID,Name,Area,Num\na.1.x,Read,a,1\na.1,Areas,,\n", existing);
  g_autofree char *told = tell (result);
  const LampRow *goal = lamp_snapshot_find (result->snapshot, "goals", "a.1.x");

  g_assert_cmpstr (told, ==, "");
  g_assert_cmpuint (result->n_added, ==, 2);
  g_assert_cmpstr (lamp_row_get_text (goal, "parent"), ==, "a.1");
  g_assert_cmpstr (lamp_row_get_text (goal, "title"), ==, "Read");
  g_assert_cmpint (lamp_row_get_integer (goal, "position"), ==, 0);
  g_assert_false (lamp_row_has (lamp_snapshot_find (result->snapshot, "goals", "a.1"), "parent"));
}

static void
a_parent_may_be_named_by_its_title (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result = NULL;
  g_autofree char *told = NULL;

  lamp_snapshot_take (existing, test_goal ("g", NULL));
  lamp_snapshot_take (existing, test_goal ("twin-1", NULL));
  lamp_snapshot_take (existing, test_goal ("twin-2", NULL));
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (existing, "goals", "g"), "title", "Read every day");
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (existing, "goals", "twin-1"), "title", "Twins");
  lamp_row_set_text ((LampRow *) lamp_snapshot_find (existing, "goals", "twin-2"), "title", "twins");
  result = apply (GOAL (",\"parent\":\"{Up}\""), "ID,Name,Up\n1,One,READ EVERY DAY\n2,Two,Twins\n3,Three,Nothing\n", existing);
  told = tell (result);
  g_assert_cmpstr (lamp_row_get_text (lamp_snapshot_find (result->snapshot, "goals", "1"), "parent"), ==, "g");
  g_assert_false (lamp_row_has (lamp_snapshot_find (result->snapshot, "goals", "2"), "parent"));
  g_assert_cmpuint (result->problems->len, ==, 2);
  g_assert_nonnull (strstr (told, "row 3: "));
  g_assert_nonnull (strstr (told, "“Nothing”"));
}

static void
a_table_without_identifiers_meets_its_records_again (void)
{
  static const char map[] = "{\"type\":\"goals\",\"fields\":{\"title\":\"{Name}\",\"community\":\"c\",\"level\":\"team\"}}";
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) first = apply (map, "Name\nRead\nWrite\n", existing);
  g_autoptr (LampTableResult) second = NULL;
  GPtrArray *goals = lamp_snapshot_get (first->snapshot, "goals");

  g_assert_cmpuint (goals->len, ==, 2);
  for (guint i = 0; i < goals->len; i++)
    lamp_snapshot_take (existing, as_kept (goals->pdata[i]));
  second = apply (map, "Name\nWrite\nRead\nCount\n", existing);
  g_assert_cmpuint (second->n_unchanged, ==, 2);
  g_assert_cmpuint (second->n_added, ==, 1);
}

static void
only_what_is_there_is_changed_where_the_map_says_so (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result = NULL;
  g_autofree char *told = NULL;

  lamp_snapshot_take (existing, test_goal ("a", NULL));
  lamp_snapshot_take (existing, test_goal ("b", NULL));
  result = apply ("{\"type\":\"goals\",\"only_existing\":true,\"fields\":{\"id\":\"{ID}\",\"status\":{\"from\":\"{S}\","
                  "\"words\":{\"Complete\":\"met\"}}}}",
                  "ID,S\na,COMPLETE\nnone,Complete\nb,Whatever\n", existing);
  told = tell (result);
  g_assert_cmpuint (result->n_changed, ==, 1);
  g_assert_cmpuint (result->n_unchanged, ==, 1);
  g_assert_cmpuint (result->n_left_out, ==, 1);
  g_assert_cmpstr (lamp_row_get_text (lamp_snapshot_find (result->snapshot, "goals", "a"), "status"), ==, "met");
  g_assert_true (g_str_has_prefix (told, "row 3: There is no goal “none” in the file: left out.!\nrow 4: "));
}

static void
several_rows_about_one_record_give_its_first_and_its_last_value (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result = NULL;
  const LampRow *goal;

  lamp_snapshot_take (existing, test_goal ("a", NULL));
  result = apply ("{\"type\":\"goals\",\"only_existing\":true,\"several\":true,\"fields\":{\"id\":\"{ID}\","
                  "\"baseline\":{\"from\":\"{Actual}\",\"take\":\"first\"},\"target\":\"{Target}\"}},"
                  "{\"type\":\"measurements\",\"when\":\"{Actual}\",\"fields\":{\"id\":\"{ID}-{Year}\",\"goal\":\"{ID}\","
                  "\"measured_on\":\"{Year}-06-30\",\"value\":\"{Actual}\"}}",
                  "ID;Year;Actual;Target\na;2024;87,5 %;\na;2025;88;\na;2026;;90\na;2027;;92.0\n", existing);
  goal = lamp_snapshot_find (result->snapshot, "goals", "a");
  g_assert_cmpfloat (lamp_row_get_real (goal, "baseline"), ==, 87.5);
  g_assert_cmpfloat (lamp_row_get_real (goal, "target"), ==, 92);
  g_assert_cmpuint (lamp_snapshot_get (result->snapshot, "measurements")->len, ==, 2);
  g_assert_nonnull (lamp_snapshot_find (result->snapshot, "measurements", "a-2025"));
}

static void
every_defect_is_told_with_its_row (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result =
    apply (GOAL (""),
           "\xef\xbb\xbf" "ID,Name,Name,Sum,\n1,Read,,5,\n\n,,,,\n2,\"Two\nlines\",,\"=A1 & \"\".\"\" & B2\",\n"
           "3,Three\n1,Again,,,\n,Nobody,,,\n4,,,,\n\n\n",
           existing);
  g_autofree char *told = tell (result);

  g_assert_cmpstr (told, ==,
                   "row 1: “Name” names two columns: the first of them is taken.\n"
                   "row 1: Column 5 has no name: it is left out.\n"
                   "rows 3 to 4: Blank: passed over.\n"
                   "row 5: A formula instead of a value in “Sum”: left out.\n"
                   "row 6: The row has 2 cells where the header has 5.\n"
                   "row 7: The same identifier as in row 2, “1”: left out.!\n"
                   "row 8: Nothing says which record the row is about: left out.!\n"
                   "row 9: “Title” is missing: it is needed. The row is left out.!\n"
                   "rows 10 to 11: Blank: passed over.\n");
  g_assert_cmpuint (result->n_added, ==, 3);
  g_assert_cmpstr (lamp_row_get_text (lamp_snapshot_find (result->snapshot, "goals", "2"), "title"), ==, "Two lines");
}

static void
a_formula_fills_nothing (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result =
    apply (GOAL (",\"parent\":\"{Up}\",\"why\":\"{Why}\""), "ID,Name,Up,Why\n1,One,,\n2,Two,=A2,=B2\n=A1,Three,1,\n", existing);
  const LampRow *two = lamp_snapshot_find (result->snapshot, "goals", "2");

  g_assert_false (lamp_row_has (two, "parent"));
  g_assert_false (lamp_row_has (two, "why"));
  g_assert_cmpuint (result->n_left_out, ==, 1);
}

static void
what_refers_to_a_row_that_is_left_out_loses_that (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result =
    apply (GOAL (",\"parent\":\"{Up}\""), "ID,Name,Up\n1,,\n2,Two,1\n3,Three,2\n", existing);
  g_autofree char *told = tell (result);

  g_assert_cmpuint (result->n_added, ==, 2);
  g_assert_false (lamp_row_has (lamp_snapshot_find (result->snapshot, "goals", "2"), "parent"));
  g_assert_cmpstr (lamp_row_get_text (lamp_snapshot_find (result->snapshot, "goals", "3"), "parent"), ==, "2");
  g_assert_nonnull (strstr (told, "row 3: "));
}

static void
parents_that_go_round_are_let_go_of (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result =
    apply (GOAL (",\"parent\":\"{Up}\""), "ID,Name,Up\n1,One,2\n2,Two,3\n3,Three,1\n4,Four,3\n5,Five,5\n", existing);
  GPtrArray *goals = lamp_snapshot_get (result->snapshot, "goals");

  g_assert_cmpuint (goals->len, ==, 5);
  for (guint i = 0; i < goals->len; i++)
    {
      const LampRow *at = goals->pdata[i];
      guint steps = 0;

      while (at != NULL && lamp_row_has (at, "parent"))
        {
          at = lamp_snapshot_find (result->snapshot, "goals", lamp_row_get_text (at, "parent"));
          g_assert_cmpuint (++steps, <, 6);
        }
    }
}

static void
dates_numbers_and_choices_are_read_as_people_write_them (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableMap) map =
    parse_map (GOAL (",\"due\":\"{Due}\",\"is_priority\":\"{P}\",\"status\":\"{S}\",\"target\":\"{T}\",\"position\":\"{N}\""));
  g_autoptr (LampCsv) csv = parse ("ID,Name,Due,P,S,T,N\n1,a,2026-01-31 00:00:00,Yes,In progress,\"1,250.5\",3.0\n"
                                   "2,b,1/31/2026,x,in-progress,12%,4\n3,c,31/31/2026,maybe,Busy,ten,3.5\n");
  g_autoptr (LampTableResult) result = NULL;
  const LampRow *one, *two;

  map->dates = LAMP_DATES_MONTH_FIRST;
  result = lamp_table_apply (map, csv, existing, NULL, NULL);
  one = lamp_snapshot_find (result->snapshot, "goals", "1");
  two = lamp_snapshot_find (result->snapshot, "goals", "2");
  g_assert_cmpstr (lamp_row_get_text (one, "due"), ==, "2026-01-31");
  g_assert_cmpint (lamp_row_get_integer (one, "is_priority"), ==, 1);
  g_assert_cmpstr (lamp_row_get_text (one, "status"), ==, "in-progress");
  g_assert_cmpfloat (lamp_row_get_real (one, "target"), ==, 1250.5);
  g_assert_cmpint (lamp_row_get_integer (one, "position"), ==, 3);
  g_assert_cmpstr (lamp_row_get_text (two, "due"), ==, "2026-01-31");
  g_assert_cmpfloat (lamp_row_get_real (two, "target"), ==, 12);
  g_assert_cmpuint (result->problems->len, ==, 5);
}

static void
an_individual_goal_is_private_unless_the_table_says_otherwise (void)
{
  static const char map[] = "{\"type\":\"goals\",\"fields\":{\"id\":\"{ID}\",\"title\":\"{ID}\",\"community\":\"c\","
                            "\"level\":\"{L}\",\"private\":\"{P}\"}}";
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableResult) result = apply (map, "ID,L,P\n1,individual,\n2,individual,no\n3,team,\n", existing);

  g_assert_cmpint (lamp_row_get_integer (lamp_snapshot_find (result->snapshot, "goals", "1"), "private"), ==, 1);
  g_assert_cmpint (lamp_row_get_integer (lamp_snapshot_find (result->snapshot, "goals", "2"), "private"), ==, 0);
  g_assert_cmpint (lamp_row_get_integer (lamp_snapshot_find (result->snapshot, "goals", "3"), "private"), ==, 0);
}

static void
a_map_that_is_none_is_refused_with_a_sentence (void)
{
  static const char * const maps[] = {
    "{", "", "[]", "{}", "{\"format\":\"lamplighter-map\"}", "{\"format\":\"lamplighter-map\",\"records\":[]}",
    "{\"format\":\"lamplighter-map\",\"records\":[7]}",
    "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"nothings\",\"fields\":{}}]}",
    "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"goals\"}]}",
    "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"goals\",\"fields\":{\"nonsense\":\"x\"}}]}",
    "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"goals\",\"fields\":{\"title\":7}}]}",
    "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"goals\",\"fields\":{\"title\":{\"take\":\"first\"}}}]}",
    "{\"format\":\"lamplighter-map\",\"records\":[{\"type\":\"goals\",\"several\":\"yes\",\"fields\":{}}]}",
    "{\"format\":\"lamplighter-map\",\"dates\":\"julian\",\"records\":[{\"type\":\"goals\",\"fields\":{}}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lamp_table_map_parse (maps[i], -1, &error));
      g_assert_true (g_error_matches (error, LAMP_ERROR, i == 0 ? LAMP_ERROR_JSON : LAMP_ERROR_FORMAT));
      g_assert_cmpuint (strlen (error->message), >, 10);
    }
}

static void
a_column_that_is_not_there_is_named (void)
{
  g_autoptr (LampSnapshot) existing = file_with_a_community ();
  g_autoptr (LampTableMap) map = parse_map (GOAL (",\"due\":\"{When}\""));
  g_autoptr (LampCsv) csv = parse ("ID,Name\n1,a\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_table_apply (map, csv, existing, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "When"));
}

static void
a_map_comes_back_as_it_was_written (void)
{
  g_autoptr (LampTableMap) map =
    parse_map ("{\"type\":\"goals\",\"only_existing\":true,\"several\":true,\"when\":\"{A}\",\"fields\":{\"id\":\"{A}\","
               "\"status\":{\"from\":\"{S}\",\"take\":\"first\",\"words\":{\"Fertig\":\"met\"}}}}");
  g_autofree char *json = lamp_table_map_to_json (map);
  g_autoptr (LampTableMap) again = lamp_table_map_parse (json, -1, NULL);
  g_autofree char *json_again = lamp_table_map_to_json (again);
  LampTableRecord *record = again->records->pdata[0];

  g_assert_cmpstr (json, ==, json_again);
  g_assert_true (record->only_existing && record->several);
  g_assert_cmpstr (record->when, ==, "{A}");
  g_assert_cmpstr (lamp_table_record_get (record, "status"), ==, "{S}");
}

static void
a_guess_finds_what_columns_are_named_for (void)
{
  g_autoptr (LampCsv) csv = parse ("AreaID,ActionID,ActionName,Due date,Responsible,Formula\na,1,One,2026-01-01,Ana,=1\n"
                                   "a,2,Two,2026-01-01,Ana,=2\n");
  g_autoptr (LampTableMap) map = lamp_table_map_guess (csv, lamp_schema_find ("goals"), "c");
  LampTableRecord *record = map->records->pdata[0];

  g_assert_cmpstr (lamp_table_record_get (record, "id"), ==, "{ActionID}");
  g_assert_cmpstr (lamp_table_record_get (record, "parent"), ==, "{AreaID}");
  g_assert_cmpstr (lamp_table_record_get (record, "title"), ==, "{ActionName}");
  g_assert_cmpstr (lamp_table_record_get (record, "due"), ==, "{Due date}");
  g_assert_cmpstr (lamp_table_record_get (record, "owner"), ==, "{Responsible}");
  g_assert_cmpstr (lamp_table_record_get (record, "community"), ==, "c");
}

/* Whatever a table holds, what comes out of it can stand in a file. */
static void
whatever_a_table_holds_what_comes_out_can_stand (void)
{
  static const char * const cells[] = { "", "1", "2", "3", "a b", "=A1", "\"q\"\"q\"", "2026-01-01", "team", "\"x\ny\"", "x" };

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (LampSnapshot) existing = file_with_a_community ();
      g_autoptr (LampTableMap) map =
        parse_map (GOAL (",\"parent\":\"{Up}\",\"due\":\"{Due}\",\"status\":\"{S}\",\"owner\":\"{S}\""));
      g_autoptr (GString) text = g_string_new ("ID,Name,Up,Due,S\n");
      g_autoptr (LampCsv) csv = NULL;
      g_autoptr (LampTableResult) result = NULL;
      GPtrArray *goals;

      for (int row = g_test_rand_int_range (0, 12); row > 0; row--)
        for (int cell = g_test_rand_int_range (1, 8); cell > 0; cell--)
          g_string_append_printf (text, "%s%s", cells[g_test_rand_int_range (0, G_N_ELEMENTS (cells))], cell > 1 ? "," : "\n");
      csv = parse (text->str);
      result = lamp_table_apply (map, csv, existing, NULL, NULL);
      goals = lamp_snapshot_get (result->snapshot, "goals");
      for (guint i = 0; i < goals->len; i++)
        {
          g_autoptr (LampRow) row = as_kept (goals->pdata[i]);
          g_autoptr (GError) error = NULL;

          lamp_row_validate (row, NULL, &error);
          g_assert_no_error (error);
          if (lamp_row_has (row, "parent"))
            g_assert_nonnull (lamp_snapshot_find (result->snapshot, "goals", lamp_row_get_text (row, "parent")));
        }
      g_assert_cmpuint (result->n_added, ==, goals->len);
    }
}

#define SENTENCE(function) g_test_add_func ("/table/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (a_row_becomes_a_goal_under_the_one_that_it_names);
  SENTENCE (a_parent_may_be_named_by_its_title);
  SENTENCE (a_table_without_identifiers_meets_its_records_again);
  SENTENCE (only_what_is_there_is_changed_where_the_map_says_so);
  SENTENCE (several_rows_about_one_record_give_its_first_and_its_last_value);
  SENTENCE (every_defect_is_told_with_its_row);
  SENTENCE (a_formula_fills_nothing);
  SENTENCE (what_refers_to_a_row_that_is_left_out_loses_that);
  SENTENCE (parents_that_go_round_are_let_go_of);
  SENTENCE (dates_numbers_and_choices_are_read_as_people_write_them);
  SENTENCE (an_individual_goal_is_private_unless_the_table_says_otherwise);
  SENTENCE (a_map_that_is_none_is_refused_with_a_sentence);
  SENTENCE (a_column_that_is_not_there_is_named);
  SENTENCE (a_map_comes_back_as_it_was_written);
  SENTENCE (a_guess_finds_what_columns_are_named_for);
  SENTENCE (whatever_a_table_holds_what_comes_out_can_stand);

  return g_test_run ();
}
