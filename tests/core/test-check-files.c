/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-finding.h"
#include "sample-rows.h"

/* The checks on whole files: anything at all, a real plan, and the example that travels with the program. */

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

/* Any record of any type, with references that mostly lead somewhere and any of the allowed words. */
static void
add_random (LampSnapshot         *snapshot,
            const LampRecordType *type,
            guint                 number)
{
  g_autofree char *id = g_strdup_printf ("r%u", number);
  LampRow *row = sample_add (snapshot, type->name, id, NULL);

  for (guint f = 1; f < type->n_fields; f++)
    {
      const LampField *field = &type->fields[f];
      g_autofree char *other = g_strdup_printf ("r%d", g_test_rand_int_range (0, 6));
      g_autofree char *day = g_strdup_printf ("20%d-%02d-15", g_test_rand_int_range (24, 29),
                                              g_test_rand_int_range (1, 13));
      guint n_choices = 0;

      while (field->choices != NULL && field->choices[n_choices].nick != NULL)
        n_choices++;
      if (g_test_rand_int_range (0, 4) == 0)
        continue;
      if (field->type == LAMP_FIELD_REF)
        lamp_row_set_text (row, field->name, other);
      else if (field->type == LAMP_FIELD_ENUM)
        lamp_row_set_text (row, field->name, field->choices[g_test_rand_int_range (0, (int) n_choices)].nick);
      else if (field->type == LAMP_FIELD_DATE || field->type == LAMP_FIELD_TIME)
        lamp_row_set_text (row, field->name, day);
      else if (field->type == LAMP_FIELD_INT || field->type == LAMP_FIELD_BOOL)
        lamp_row_set_integer (row, field->name, g_test_rand_int_range (0, 9));
    }
}

static void
whatever_the_file_holds_each_finding_names_a_record_and_is_counted (void)
{
  guint n_types;
  const LampRecordType * const *types = lamp_schema_get_types (&n_types);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
      g_autoptr (GPtrArray) findings = NULL;
      LampPillarFigure figures[LAMP_N_PILLARS];
      guint missed = 0;

      for (guint i = 0; i < n_types * 5; i++)
        add_random (snapshot, types[i % n_types], i / n_types);
      findings = lamp_checks_run (snapshot, TODAY, figures);
      for (guint i = 0; i < findings->len; i++)
        {
          const LampFinding *finding = findings->pdata[i];

          g_assert_true (g_utf8_validate (finding->what, -1, NULL) && g_str_has_suffix (finding->what, "."));
          g_assert_true (finding->type == NULL
                         || lamp_snapshot_find (snapshot, finding->type->name, finding->id) != NULL);
        }
      for (guint i = 0; i < LAMP_N_PILLARS; i++)
        missed += figures[i].judged - figures[i].kept;
      g_assert_cmpuint (missed, ==, findings->len);
    }
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

  g_test_add_func ("/checks/whatever_the_file_holds_each_finding_names_a_record_and_is_counted",
                   whatever_the_file_holds_each_finding_names_a_record_and_is_counted);
  g_test_add_func ("/checks/a_real_strategic_plan_gives_the_numbers_counted_by_hand",
                   a_real_strategic_plan_gives_the_numbers_counted_by_hand);
  g_test_add_func ("/checks/the_example_has_the_gaps_that_it_is_meant_to_have",
                   the_example_has_the_gaps_that_it_is_meant_to_have);

  return g_test_run ();
}
