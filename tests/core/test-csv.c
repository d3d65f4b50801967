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
    { "", LAMP_ERROR_FORMAT }, { "\n\n", LAMP_ERROR_FORMAT }, { "a\x81,b\n", LAMP_ERROR_UTF8 },
    { "PK\x03\x04,b\n", LAMP_ERROR_UTF8 }, { "a\x01,b\n", LAMP_ERROR_UTF8 }, { "\xef\xbb\xbf", LAMP_ERROR_FORMAT },
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

static void
what_spreadsheets_write_is_read_in_any_encoding (void)
{
  static const char little[] = "\xff\xfeN\0a\0\t\0b\0\n\0\xe9\0\t\0\x3d\xd8\x00\xde\n\0";
  static const char big[] = "\xfe\xff\0N\0a\0\t\0b\0\n\0\xe9\0\t\xd8\x3d\xde\x00\0\n";
  static const char western[] = "Na;b\n\xe9;\x80 \x96 \x93x\x94\n";
  const struct { const char *bytes; gsize length; const char *encoding; char separator; const char *cell; } cases[] = {
    { little, sizeof little - 1, "UTF-16", '\t', "😀" },
    { big, sizeof big - 1, "UTF-16", '\t', "😀" },
    { western, sizeof western - 1, "Windows-1252", ';', "€ – “x”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LampCsv) csv = lamp_csv_parse (cases[i].bytes, cases[i].length, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (lamp_csv_get_encoding (csv), ==, cases[i].encoding);
      g_assert_cmpint (lamp_csv_get_separator (csv), ==, cases[i].separator);
      g_assert_cmpstr (lamp_csv_get_header (csv, 0), ==, "Na");
      g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 0), ==, "é");
      g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 1), ==, cases[i].cell);
    }
}

static void
bytes_that_are_no_text_are_refused_wherever_they_stand (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      char bytes[64];
      gsize length = (gsize) g_test_rand_int_range (0, (int) sizeof bytes);
      g_autoptr (GError) error = NULL;
      g_autoptr (LampCsv) csv = NULL;

      for (gsize i = 0; i < length; i++)
        bytes[i] = (char) g_test_rand_int_range (0, 256);
      if (length > 2 && g_test_rand_bit ())
        memcpy (bytes, g_test_rand_bit () ? "\xff\xfe" : "\xfe\xff", 2);
      csv = lamp_csv_parse (bytes, length, &error);
      g_assert_true ((csv == NULL) == (error != NULL));
      for (guint i = 0; csv != NULL && i < lamp_csv_get_n_columns (csv); i++)
        g_assert_true (g_utf8_validate (lamp_csv_get_header (csv, i), -1, NULL));
    }
}

static void
a_line_that_tells_the_separator_is_no_header (void)
{
  static const char * const texts[] = { "sep=;\na,b;c\n1;2\n", "SEP=;\r\na,b;c\r\n1;2\r\n", "sep=;\ra,b;c\r1;2" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LampCsv) csv = parse (texts[i]);

      g_assert_cmpstr (lamp_csv_get_header (csv, 0), ==, "a,b");
      g_assert_cmpstr (lamp_csv_get_cell (csv, 0, 1), ==, "2");
    }
}

static void
a_heading_over_the_table_is_no_header (void)
{
  g_autoptr (LampCsv) csv = parse ("Our plan 2027;;\n\nGoal;Owner;Due\nRead;Ana;\nWrite;Bo;\n");
  g_autoptr (LampCsv) bare = parse ("Our plan\nGoal;Owner\nRead;Ana\n");
  g_autoptr (LampCsv) list = parse ("Goal\nRead\nWrite, and count\nSum\n");

  g_assert_cmpstr (lamp_csv_get_header (csv, 1), ==, "Owner");
  g_assert_cmpuint (lamp_csv_get_header_number (csv), ==, 3);
  g_assert_cmpuint (lamp_csv_get_n_rows (csv), ==, 2);
  g_assert_cmpstr (lamp_csv_get_header (bare, 0), ==, "Goal");
  g_assert_cmpint (lamp_csv_get_separator (bare), ==, ';');
  g_assert_cmpstr (lamp_csv_get_header (list, 0), ==, "Goal");
  g_assert_cmpuint (lamp_csv_get_n_rows (list), ==, 3);
}

static void
a_sample_has_each_text_once (void)
{
  g_autoptr (LampCsv) csv = parse ("a,b\nx,1\n,2\nx,3\ny,4\nz,5\n");
  g_auto (GStrv) sample = lamp_csv_sample (csv, 0, 2);
  g_autofree char *text = g_strjoinv (" ", sample);

  g_assert_cmpstr (text, ==, "x y");
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
  SENTENCE (what_spreadsheets_write_is_read_in_any_encoding);
  SENTENCE (bytes_that_are_no_text_are_refused_wherever_they_stand);
  SENTENCE (a_line_that_tells_the_separator_is_no_header);
  SENTENCE (a_heading_over_the_table_is_no_header);
  SENTENCE (a_sample_has_each_text_once);

  return g_test_run ();
}
