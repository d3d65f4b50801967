/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

static const char meeting_json[] = "{\"format\":\"lamplighter\",\"version\":1,"
                                   "\"communities\":[{\"id\":\"c\",\"name\":\"Team\",\"kind\":\"team\"}],"
                                   "\"meetings\":[{\"id\":\"m1\",\"community\":\"c\",\"title\":\"Tom & <b>Jerry</b>\","
                                   "\"starts_at\":\"2026-11-17T07:41\",\"minutes\":44,\"state\":\"draft\"}],"
                                   "\"agenda_items\":[{\"id\":\"a1\",\"meeting\":\"m1\",\"position\":1,"
                                   "\"title\":\"Honest talk\",\"kind\":\"conversation\",\"minutes\":50,"
                                   "\"off_record\":true,\"outcome\":\"A secret\"}]}";

static void
an_agenda_goes_to_standard_output_and_nothing_else (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_auto (Run) result = run (fixture, "agenda m1", NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_true (g_str_has_prefix (result.out, "Agenda: Tom & <b>Jerry</b>\n==="));
  g_assert_nonnull (strstr (result.out, "50 of 44 minutes are planned: 6 minutes too long."));
}

static void
reports_come_in_each_format_and_keep_what_is_off_the_record (Fixture       *fixture,
                                                             gconstpointer  data)
{
  static const struct { const char *words, *head; } rows[] = {
    { "minutes m1", "Minutes: Tom & <b>Jerry</b>\n" },
    { "minutes m1 --format text", "Minutes: Tom & <b>Jerry</b>\n" },
    { "minutes m1 --format markdown", "# Minutes: Tom \\& \\<b\\>Jerry\\</b\\>\n" },
    { "minutes m1 --format html", "<!DOCTYPE html>\n" },
    { "running-sheet m1", "Running sheet: Tom & <b>Jerry</b>\n" },
    { "timing m1 --format markdown", "# Timing: Tom \\& \\<b\\>Jerry\\</b\\>\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) result = run (fixture, rows[i].words, NULL);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_str_has_prefix (result.out, rows[i].head));
      g_assert_null (strstr (result.out, "secret"));
    }
}

static void
an_unknown_meeting_is_refused_with_its_code (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_auto (Run) result = run (fixture, "minutes nowhere", NULL);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_true (g_str_has_prefix (result.err, "not-found: "));
}

static void
an_unknown_format_or_no_meeting_is_wrong_usage (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_auto (Run) format = run (fixture, "agenda m1 --format docx", NULL);
  g_auto (Run) paper = run (fixture, "agenda m1 --format pdf --paper a3", NULL);
  g_auto (Run) nothing = run (fixture, "agenda", NULL);

  g_assert_cmpint (format.status, ==, 2);
  g_assert_true (g_str_has_prefix (format.err, "usage: "));
  g_assert_cmpint (paper.status, ==, 2);
  g_assert_cmpint (nothing.status, ==, 2);
}

static char *
read_pdf (Fixture    *fixture,
          const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, "out.pdf", NULL);
  g_autofree char *all = g_strconcat (words, " --format pdf --output ", path, NULL);
  g_auto (Run) result = run (fixture, all, NULL);
  char *pdf = NULL;
  gsize length;

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_cmpstr (result.err, ==, "");
  g_assert_true (g_file_get_contents (path, &pdf, &length, NULL));
  g_assert_cmpuint (length, >, 2000);

  return pdf;
}

static void
each_report_can_be_a_pdf_of_the_paper_that_is_asked_for (Fixture       *fixture,
                                                         gconstpointer  data)
{
  static const char * const reports[] = { "agenda m1", "minutes m1", "running-sheet m1", "timing m1" };
  g_autofree char *letter = read_pdf (fixture, "agenda m1 --paper letter");
  g_autofree char *a4 = read_pdf (fixture, "agenda m1 --paper A4");

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *pdf = read_pdf (fixture, reports[i]);

      g_assert_true (g_str_has_prefix (pdf, "%PDF-1."));
    }
  g_assert_cmpstr (letter, !=, a4);
}

static void
a_report_that_cannot_be_written_is_refused (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_auto (Run) result = run (fixture, "minutes m1 --format pdf --output /no/such/folder/m.pdf", NULL);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_true (g_str_has_prefix (result.err, "io: "));
}

static const char goals_json[] = "{\"format\":\"lamplighter\",\"version\":1,"
                                 "\"communities\":[{\"id\":\"other\",\"name\":\"Other\",\"kind\":\"team\"}],"
                                 "\"goals\":[{\"id\":\"g1\",\"community\":\"c\",\"level\":\"school\",\"title\":\"=1+1\"},"
                                 "{\"id\":\"g2\",\"community\":\"c\",\"level\":\"team\",\"parent\":\"g1\",\"title\":\"Read\"},"
                                 "{\"id\":\"g4\",\"community\":\"other\",\"level\":\"team\",\"title\":\"Elsewhere\"},"
                                 "{\"id\":\"g3\",\"community\":\"c\",\"level\":\"individual\",\"parent\":\"g2\","
                                 "\"title\":\"A secret\"}]}";

static void
the_goals_come_in_each_format_and_private_ones_are_counted (Fixture       *fixture,
                                                            gconstpointer  data)
{
  static const struct { const char *words, *head; } rows[] = {
    { "report goals", "Goals of all communities\n===" },
    { "report goals --community c", "Goals: Team\n===" },
    { "report goals --format markdown --part outline", "# Goals of all communities\n" },
    { "report goals --format html", "<!DOCTYPE html>\n" },
    { "report goals --format svg", "<?xml" },
    { "report goals --format csv", "\xef\xbb\xbfid,parent,level,title," },
  };

  run_well (fixture, "import -", goals_json);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) result = run (fixture, rows[i].words, NULL);

      g_assert_cmpint (result.status, ==, 0);
      g_assert_true (g_str_has_prefix (result.out, rows[i].head));
      g_assert_null (strstr (result.out, "secret"));
      if (i != 4)
        g_assert_nonnull (strstr (result.out, "1 individual goal"));
      if (i == 1)
        g_assert_null (strstr (result.out, "Elsewhere"));
    }
}

static void
no_cell_of_the_goals_starts_a_formula (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_auto (Run) result = { NULL };

  run_well (fixture, "import -", goals_json);
  result = run (fixture, "report goals --format csv", NULL);
  g_assert_nonnull (strstr (result.out, ",\"'=1+1\","));
  g_assert_null (strstr (result.out, ",=1+1"));
}

static void
the_goals_can_be_a_poster (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autofree char *page = NULL;
  g_autofree char *poster = NULL;

  run_well (fixture, "import -", goals_json);
  page = read_pdf (fixture, "report goals --part tree");
  poster = read_pdf (fixture, "report goals --poster 3x2");
  g_assert_true (g_str_has_prefix (page, "%PDF-1."));
  g_assert_true (g_str_has_prefix (poster, "%PDF-1."));
}

static void
a_report_of_goals_that_cannot_be_is_refused (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const struct { const char *words; int status; } rows[] = {
    { "report goals --community nowhere", 1 },
    { "report goals --poster 3", 2 },
    { "report goals --poster 0x2", 2 },
    { "report goals --poster 2x99", 2 },
    { "report goals --poster x", 2 },
    { "report goals --part roots", 2 },
    { "report goals --format docx", 2 },
    { "report people", 2 },
    { "report", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Run) result = run (fixture, rows[i].words, NULL);

      g_assert_cmpint (result.status, ==, rows[i].status);
      g_assert_cmpstr (result.out, ==, "");
    }
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strv_length (lines) - 1;
}

static void
each_bundled_protocol_can_be_printed_and_imported_again (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_auto (Run) names = run (fixture, "protocols", NULL);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (names.out), "\n", -1);
  g_auto (Run) list = { NULL };

  g_assert_cmpint (names.status, ==, 0);
  g_assert_cmpuint (g_strv_length (lines), >=, 12);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *words = g_strconcat ("protocols ", lines[i], NULL);
      g_auto (Run) protocol = run (fixture, words, NULL);

      g_assert_cmpint (protocol.status, ==, 0);
      run_well (fixture, "import -", protocol.out);
    }
  list = run (fixture, "list protocols", NULL);
  g_assert_cmpuint (count_lines (list.out), >, g_strv_length (lines));
}

static void
an_unknown_protocol_is_refused (Fixture       *fixture,
                                gconstpointer  data)
{
  g_auto (Run) result = run (fixture, "protocols ../tuning", NULL);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpstr (result.out, ==, "");
}

#define TEST(name) g_test_add ("/cli/report/" #name, Fixture, meeting_json, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

  TEST (an_agenda_goes_to_standard_output_and_nothing_else);
  TEST (reports_come_in_each_format_and_keep_what_is_off_the_record);
  TEST (an_unknown_meeting_is_refused_with_its_code);
  TEST (an_unknown_format_or_no_meeting_is_wrong_usage);
  TEST (each_report_can_be_a_pdf_of_the_paper_that_is_asked_for);
  TEST (a_report_that_cannot_be_written_is_refused);
  TEST (the_goals_come_in_each_format_and_private_ones_are_counted);
  TEST (no_cell_of_the_goals_starts_a_formula);
  TEST (the_goals_can_be_a_poster);
  TEST (a_report_of_goals_that_cannot_be_is_refused);
  TEST (each_bundled_protocol_can_be_printed_and_imported_again);
  TEST (an_unknown_protocol_is_refused);

  return g_test_run ();
}
