/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-csv.h"

static LampCsv *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  LampCsv *csv = lamp_csv_parse (text, strlen (text), &error);

  g_assert_no_error (error);

  return csv;
}

static void
cells_are_found_by_the_name_in_the_header (void)
{
  g_autoptr (LampCsv) csv = parse ("id,Name\n1,Ana\n2,Bo\n");

  g_assert_cmpuint (lamp_csv_get_n_rows (csv), ==, 2);
  g_assert_cmpstr (lamp_csv_get_cell (csv, 1, lamp_csv_find_column (csv, "name")), ==, "Bo");
  g_assert_cmpint (lamp_csv_find_column (csv, "nobody"), ==, -1);
  g_assert_cmpstr (lamp_csv_get_cell (csv, 1, -1), ==, "");
}

static void
quotes_hold_separators_line_breaks_and_quotes (void)
{
  g_autoptr (LampCsv) csv = parse ("a,b\n\"x, \"\"y\"\"\nz\",2\nlast,3");

  g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 0), ==, "x, \"y\"\nz");
  g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 1), ==, "2");
  g_assert_cmpstr (lamp_csv_get_cell (csv, 1, 0), ==, "last");
  g_assert_cmpuint (lamp_csv_get_line (csv, 1), ==, 4);
}

static void
semicolons_tabs_byte_order_marks_and_any_line_ending_are_read (void)
{
  static const char * const texts[] = { "a;b\n1;2,5\n", "a\tb\n1\t2,5\n", "\xef\xbb\xbf" "a;b\r\n1;2,5\r\n", "a;b\r1;2,5" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LampCsv) csv = parse (texts[i]);

      g_assert_cmpstr (lamp_csv_get_header (csv, 0), ==, "a");
      g_assert_cmpuint (lamp_csv_get_n_rows (csv), ==, 1);
      g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 1), ==, "2,5");
    }
}

static void
blank_rows_are_left_out_and_ragged_ones_are_kept (void)
{
  g_autoptr (LampCsv) csv = parse ("a,b\n\n , \n1\n1,2,3\n");

  g_assert_cmpuint (lamp_csv_get_n_rows (csv), ==, 2);
  g_assert_cmpuint (lamp_csv_get_line (csv, 0), ==, 4);
  g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 1), ==, "");
  g_assert_cmpuint (lamp_csv_get_n_cells (csv, 1), ==, 3);
}

static void
of_two_columns_with_one_name_the_first_is_meant (void)
{
  g_autoptr (LampCsv) csv = parse ("role,name,role\nteacher,Ana,\n");

  g_assert_cmpstr (lamp_csv_get_cell (csv, 0, lamp_csv_find_column (csv, "role")), ==, "teacher");
}

static void
what_is_not_a_table_is_refused_with_a_sentence (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "", LAMP_ERROR_FORMAT }, { "\n\n", LAMP_ERROR_FORMAT }, { "a\xff,b\n", LAMP_ERROR_UTF8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lamp_csv_parse (cases[i].text, strlen (cases[i].text), &error));
      g_assert_error (error, LAMP_ERROR, cases[i].code);
    }
}

static void
an_open_quote_runs_to_the_end_and_no_further (void)
{
  g_autoptr (LampCsv) csv = parse ("a,b\n\"open,1\nmore");

  g_assert_cmpuint (lamp_csv_get_n_rows (csv), ==, 1);
  g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 0), ==, "open,1\nmore");
}

#define SENTENCE(function) g_test_add_func ("/csv/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (cells_are_found_by_the_name_in_the_header);
  SENTENCE (quotes_hold_separators_line_breaks_and_quotes);
  SENTENCE (semicolons_tabs_byte_order_marks_and_any_line_ending_are_read);
  SENTENCE (blank_rows_are_left_out_and_ragged_ones_are_kept);
  SENTENCE (of_two_columns_with_one_name_the_first_is_meant);
  SENTENCE (what_is_not_a_table_is_refused_with_a_sentence);
  SENTENCE (an_open_quote_runs_to_the_end_and_no_further);

  return g_test_run ();
}
