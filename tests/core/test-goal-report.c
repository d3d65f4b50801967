/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-csv-write.h"
#include "lamp-csv.h"
#include "lamp-error.h"
#include "lamp-goal-report.h"
#include "lamp-pages.h"
#include "lamp-picture-write.h"

/* The goals on paper. */

#define TODAY "2026-11-22"

static LampRow *
add (LampSnapshot *snapshot,
     const char   *type,
     const char   *id,
     const char   *title)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  if (title != NULL)
    lamp_row_set_text (row, row->type->title, title);
  lamp_snapshot_take (snapshot, row);

  return row;
}

static LampRow *
add_goal (LampSnapshot *snapshot,
          const char   *id,
          const char   *community,
          const char   *level,
          const char   *parent,
          const char   *title)
{
  LampRow *goal = add (snapshot, "goals", id, title);

  lamp_row_set_text (goal, "community", community);
  lamp_row_set_text (goal, "level", level);
  lamp_row_set_text (goal, "parent", parent);

  return goal;
}

/* A district with a school; a team of it works on the district's goal, another team on nothing. */
static LampSnapshot *
make_snapshot (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();
  LampRow *goal;
  LampRow *link;

  add (snapshot, "communities", "district", "District");
  lamp_row_set_text (add (snapshot, "communities", "team", "Grade 3"), "parent", "district");
  lamp_row_set_text (add (snapshot, "communities", "idle", "Night owls"), "parent", "district");
  add (snapshot, "people", "ana", "Ana Ruiz");
  add_goal (snapshot, "g1", "district", "system", NULL, "Tom & <b>Jerry</b>");
  add_goal (snapshot, "g2", "district", "system", NULL, "Second aim");
  goal = add_goal (snapshot, "g3", "team", "team", "g1", "=HYPERLINK(1)");
  lamp_row_set_text (goal, "owner", "ana");
  lamp_row_set_text (goal, "status", "in-progress");
  lamp_row_set_text (goal, "due", "2027-05-01");
  add_goal (snapshot, "g4", "team", "individual", "g3", "A secret of mine");
  add_goal (snapshot, "g5", "team", "team", NULL, "Adrift");
  link = add (snapshot, "goal_links", "l", NULL);
  lamp_row_set_text (link, "goal", "g3");
  lamp_row_set_text (link, "supports", "g2");

  return snapshot;
}

static LampDocument *
make_document (const char              *community,
               LampGoalReportKind       kind,
               const LampReportOptions *options)
{
  g_autoptr (LampSnapshot) snapshot = make_snapshot ();
  g_autoptr (GError) error = NULL;
  LampDocument *document = lamp_goal_report_document (snapshot, community, kind, options, TODAY, &error);

  g_assert_no_error (error);

  return document;
}

static char *
tell (const char              *community,
      LampGoalReportKind       kind,
      const LampReportOptions *options)
{
  g_autoptr (GPtrArray) document = make_document (community, kind, options);

  return lamp_report_format (document, LAMP_REPORT_TEXT);
}

static void
a_private_goal_is_a_number_in_every_part_and_format (void)
{
  for (LampGoalReportKind kind = LAMP_GOAL_REPORT_ALL; kind <= LAMP_GOAL_REPORT_COVERAGE; kind++)
    for (LampReportFormat format = LAMP_REPORT_TEXT; format <= LAMP_REPORT_HTML; format++)
      {
        g_autoptr (GPtrArray) document = make_document (NULL, kind, NULL);
        g_autofree char *text = lamp_report_format (document, format);

        g_assert_null (strstr (text, "secret"));
        if (format == LAMP_REPORT_HTML)
          g_assert_null (strstr (text, "<b>Jerry"));
        if (kind != LAMP_GOAL_REPORT_COVERAGE)
          g_assert_nonnull (strstr (text, "1 individual goal"));
      }
}

static void
the_outline_tells_what_is_not_kept_and_where (void)
{
  g_autofree char *text = tell (NULL, LAMP_GOAL_REPORT_OUTLINE, NULL);

  g_assert_nonnull (strstr (text, "Ana Ruiz"));
  g_assert_nonnull (strstr (text, "G-ORPHAN"));
  g_assert_nonnull (strstr (text, "The goal “Adrift” supports no other goal."));
}

static void
the_coverage_counts_by_either_line_and_names_who_is_idle (void)
{
  g_autofree char *text = tell (NULL, LAMP_GOAL_REPORT_COVERAGE, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_rows = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "Tom & ") || g_str_has_prefix (lines[i], "Second aim"))
      {
        /* District its own, and of the team a goal and a private one. */
        g_assert_nonnull (strstr (lines[i], " 1"));
        g_assert_nonnull (strstr (lines[i], " 2"));
        n_rows++;
      }
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_nonnull (strstr (text, "Support none of these goals: Night owls\n"));
}

static void
the_goals_of_a_community_come_with_what_they_support (void)
{
  g_autofree char *idle = tell ("idle", LAMP_GOAL_REPORT_OUTLINE, NULL);
  g_autofree char *team = tell ("team", LAMP_GOAL_REPORT_OUTLINE, NULL);

  g_assert_nonnull (strstr (idle, "There are no goals yet."));
  g_assert_nonnull (strstr (team, "Goals: Grade 3\n"));
  g_assert_nonnull (strstr (team, "Tom & <b>Jerry</b>"));
  g_assert_null (strstr (team, "Second aim"));
}

static void
whose_the_goals_are_can_stay_here (void)
{
  LampReportOptions options = { .without_people = TRUE };
  g_autofree char *text = tell (NULL, LAMP_GOAL_REPORT_ALL, &options);

  g_assert_null (strstr (text, "Ana"));
}

static void
an_unknown_community_is_refused (void)
{
  g_autoptr (LampSnapshot) snapshot = make_snapshot ();
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_goal_report_document (snapshot, "x", LAMP_GOAL_REPORT_ALL, NULL, TODAY, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lamp_goal_report_csv (snapshot, "x", NULL, TODAY, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (lamp_goal_report_picture (snapshot, "x", NULL, TODAY, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND);
}

static void
the_csv_is_read_back_and_starts_no_formula (void)
{
  g_autoptr (LampSnapshot) snapshot = make_snapshot ();
  g_autofree char *csv = lamp_goal_report_csv (snapshot, NULL, NULL, TODAY, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LampCsv) table = lamp_csv_parse (csv, strlen (csv), &error);
  gboolean has_formula = FALSE;

  g_assert_no_error (error);
  g_assert_cmpuint (lamp_csv_get_n_rows (table), ==, 5);
  for (guint i = 0; i < lamp_csv_get_n_rows (table); i++)
    {
      const char *title = lamp_csv_get_cell (table, i, lamp_csv_find_column (table, "title"));
      g_autofree char *plain = lamp_csv_unguard (title);

      g_assert_null (strstr (title, "secret"));
      g_assert_true (strchr ("=+-@\t\r", *title) == NULL);
      has_formula |= g_str_equal (plain, "=HYPERLINK(1)");
    }
  g_assert_true (has_formula);
}

static void
what_is_guarded_comes_back_as_it_was (void)
{
  static const char characters[] = "=+-@\t\r\n'\",; a1";

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_new0 (char, 9);
      g_autofree char *guarded = NULL;
      g_autofree char *back = NULL;

      for (int j = 0; j < g_test_rand_int_range (0, 8); j++)
        text[j] = characters[g_test_rand_int_range (0, (int) strlen (characters))];
      guarded = lamp_csv_guard (text);
      back = lamp_csv_unguard (guarded);
      g_assert_cmpstr (back, ==, text);
      g_assert_true (*guarded == '\0' || strchr ("=+-@\t\r", *guarded) == NULL);
    }
}

static LampPages *
lay_out (LampDocument *document,
         guint         columns,
         guint         rows)
{
  LampPaperSetup setup;
  LampPages *pages;

  lamp_paper_setup_init (&setup, LAMP_PAPER_A4);
  setup.poster_columns = columns;
  setup.poster_rows = rows;
  pages = lamp_pages_new (document, &setup, NULL);
  g_assert_true (lamp_pages_finish (pages, NULL, NULL, NULL, NULL));

  return pages;
}

/* A school system of @n schools with @n teams each. */
static LampDocument *
make_large_tree (guint n)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  add (snapshot, "communities", "c", "District");
  add_goal (snapshot, "top", "c", "system", NULL, "Top");
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *school = g_strdup_printf ("s%u", i);

      add_goal (snapshot, school, "c", "school", "top", "A goal of a school that is long enough for two lines");
      for (guint j = 0; j < n; j++)
        {
          g_autofree char *team = g_strdup_printf ("t%u-%u", i, j);

          add_goal (snapshot, team, "c", "team", school, "A goal of a team");
        }
    }

  return lamp_goal_report_document (snapshot, NULL, LAMP_GOAL_REPORT_TREE, NULL, TODAY, NULL);
}

static void
the_tree_is_one_page_or_as_many_as_a_poster_needs (void)
{
  g_autoptr (GPtrArray) document = make_large_tree (12);
  g_autoptr (LampPages) one = lay_out (document, 1, 1);
  g_autoptr (LampPages) poster = lay_out (document, 2, 4);
  g_autoptr (LampPages) wide = lay_out (document, 9, 2);
  LampPagesInfo info = { .made_at = "2026-11-22T10:00:00Z" };
  g_autoptr (GBytes) pdf = lamp_pages_to_pdf (poster, &info, NULL, NULL);
  double width, height;

  g_assert_cmpuint (lamp_pages_get_n (one), ==, 1);
  /* A tall tree stands upright. */
  lamp_pages_get_size (one, 0, &width, &height);
  g_assert_cmpfloat (height, >, width);
  g_assert_cmpuint (lamp_pages_get_n (poster), >, 2);
  g_assert_cmpuint (lamp_pages_get_n (poster), <=, 8);
  /* Pages on which nothing would be are left out. */
  g_assert_cmpuint (lamp_pages_get_n (wide), <, 18);
  g_assert_cmpuint (g_bytes_get_size (pdf), >, 10000);
}

/* So many pages, put together in the way that shows the tree largest. */
static void
a_poster_of_four_pages_uses_them_well (void)
{
  g_autoptr (GPtrArray) document = make_large_tree (12);
  g_autoptr (LampPages) pages = NULL;
  LampPaperSetup setup;

  lamp_paper_setup_init (&setup, LAMP_PAPER_LETTER);
  setup.poster_pages = 4;
  pages = lamp_pages_new (document, &setup, NULL);
  g_assert_true (lamp_pages_finish (pages, NULL, NULL, NULL, NULL));
  g_assert_cmpuint (lamp_pages_get_n (pages), ==, 4);
}

static void
no_goals_are_a_page_too (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  for (LampGoalReportKind kind = LAMP_GOAL_REPORT_ALL; kind <= LAMP_GOAL_REPORT_COVERAGE; kind++)
    {
      g_autoptr (GPtrArray) document = lamp_goal_report_document (snapshot, NULL, kind, NULL, TODAY, NULL);
      g_autoptr (LampPages) pages = lay_out (document, 3, 3);
      LampPagesInfo info = { NULL };
      g_autoptr (GBytes) pdf = lamp_pages_to_pdf (pages, &info, NULL, NULL);

      g_assert_nonnull (pdf);
      g_assert_cmpuint (lamp_pages_get_n (pages), >=, 1);
    }
}

static void
the_picture_is_svg_and_png_and_the_same_each_time (void)
{
  g_autoptr (LampSnapshot) snapshot = make_snapshot ();
  g_autoptr (LampPicture) picture = lamp_goal_report_picture (snapshot, NULL, NULL, TODAY, NULL);
  g_autoptr (GBytes) svg = lamp_picture_to_svg (picture, NULL);
  g_autoptr (GBytes) again = lamp_picture_to_svg (picture, NULL);
  g_autoptr (GBytes) png = lamp_picture_to_png (picture, NULL);

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), 200, "<svg"));
  g_assert_true (g_bytes_equal (svg, again));
  g_assert_cmpmem (g_bytes_get_data (png, NULL), 8, "\x89PNG\r\n\x1a\n", 8);
}

/* A picture that is too high is scaled down to what Cairo can hold. */
static void
a_huge_tree_is_still_a_picture (void)
{
  g_autoptr (GPtrArray) document = make_large_tree (30);
  LampPicture *picture = lamp_document_get (document, 1)->picture;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = lamp_picture_to_png (picture, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (picture->height, >, 16000);
  g_assert_nonnull (png);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/goal-report/" #test, test)
  ADD (a_private_goal_is_a_number_in_every_part_and_format);
  ADD (the_outline_tells_what_is_not_kept_and_where);
  ADD (the_coverage_counts_by_either_line_and_names_who_is_idle);
  ADD (the_goals_of_a_community_come_with_what_they_support);
  ADD (whose_the_goals_are_can_stay_here);
  ADD (an_unknown_community_is_refused);
  ADD (the_csv_is_read_back_and_starts_no_formula);
  ADD (what_is_guarded_comes_back_as_it_was);
  ADD (the_tree_is_one_page_or_as_many_as_a_poster_needs);
  ADD (a_poster_of_four_pages_uses_them_well);
  ADD (no_goals_are_a_page_too);
  ADD (the_picture_is_svg_and_png_and_the_same_each_time);
  ADD (a_huge_tree_is_still_a_picture);
#undef ADD

  return g_test_run ();
}
