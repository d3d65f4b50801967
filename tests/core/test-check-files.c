/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-finding.h"
#include "sample-rows.h"

/* The checks on whole files: a real plan, and the example that travels with the program. */

#define TODAY "2026-11-22"

static guint
count_in (GPtrArray  *findings,
          const char *code,
          const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (strcmp (finding->check->code, code) == 0 && (id == NULL || g_strcmp0 (finding->id, id) == 0))
        n++;
    }

  return n;
}

/* The numbers were counted by a script that knows nothing of this code: for each goal of the file without `owner`;
 * without `measure`, measurements and, where it rolls up, a measured goal below it; and so on. */
static void
a_real_strategic_plan_gives_the_numbers_counted_by_hand (void)
{
  static const struct { const char *code; guint n; } expected[] = {
    { "G-ORPHAN", 0 }, { "G-CYCLE", 0 }, { "G-INVERTED", 0 }, { "G-SKIP", 109 }, { "G-STALLED", 57 },
    { "G-NO-OWNER", 200 }, { "G-NO-MEASURE", 135 }, { "A-NOTEAM", 8 }, { "S-SECTOR", 5 }, { "C-GAP", 0 },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "real", "nc-strategic-plan.json",
                                                 NULL);
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the shared files are not here");
      return;
    }
  snapshot = sample_load (path);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (count_in (findings, expected[i].code, NULL), ==, expected[i].n);
}

static void
the_example_has_the_gaps_that_it_is_meant_to_have (void)
{
  static const struct { const char *code; const char *id; } expected[] = {
    { "G-ORPHAN", "osc-shelf" }, { "G-STALLED", "d-plan" }, { "G-NO-MEASURE", "oh-argument" },
    { "G-NO-OWNER", "hss-lunch" }, { "G-SKIP", "sw-shed" }, { "A-NOTEAM", "d-plan" }, { "A-NOSTAFF", "safe-ways" },
    { "M-OVERLONG", "g3-2026-11-24" }, { "P-UNSUPPORTED", "reading-report" }, { "C-GAP", "safe-ways" },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "samples", "example.json", NULL);
  g_autoptr (LampSnapshot) snapshot = sample_load (path);
  g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, TODAY, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      g_test_message ("%s %s: %s", finding->check->code, finding->id, finding->what);
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (count_in (findings, expected[i].code, expected[i].id), ==, 1);
  g_assert_cmpuint (count_in (findings, "G-CYCLE", NULL), ==, 0);
  g_assert_cmpuint (count_in (findings, "G-INVERTED", NULL), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checks/a_real_strategic_plan_gives_the_numbers_counted_by_hand",
                   a_real_strategic_plan_gives_the_numbers_counted_by_hand);
  g_test_add_func ("/checks/the_example_has_the_gaps_that_it_is_meant_to_have",
                   the_example_has_the_gaps_that_it_is_meant_to_have);

  return g_test_run ();
}
