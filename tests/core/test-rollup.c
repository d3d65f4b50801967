/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "lamp-rollup.h"
#include "sample-rows.h"

/* What holds of every figure, whatever the numbers. */

#define ROUNDS 400

static char *
random_number (void)
{
  static const char * const edges[] = { "0", "-0", "1e-300", "-1.7e308", "1.7e308", "100", "-1" };

  if (g_test_rand_int_range (0, 5) == 0)
    return g_strdup (edges[g_test_rand_int_range (0, G_N_ELEMENTS (edges))]);

  return g_strdup_printf ("%d", g_test_rand_int_range (-200, 200));
}

static LampSnapshot *
new_measured (const char *baseline,
              const char *target,
              const char *value)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "goals", "g", "level", "team", "title", "G", "baseline", baseline, "target", target, NULL);
  sample_add (snapshot, "measurements", "m", "goal", "g", "measured_on", "2026-10-15", "value", value, NULL);

  return snapshot;
}

/* The fraction, or -1 where it is not known. */
static double
get_fraction (LampSnapshot *snapshot,
              const char   *goal)
{
  g_autoptr (LampRollup) rollup = lamp_rollup_new (snapshot);
  double fraction = -1;

  lamp_rollup_get_fraction (rollup, goal, &fraction);

  return fraction;
}

static double
measure (double baseline,
         double target,
         double value)
{
  g_autofree char *from = g_strdup_printf ("%.17g", baseline);
  g_autofree char *to = g_strdup_printf ("%.17g", target);
  g_autofree char *at = g_strdup_printf ("%.17g", value);
  g_autoptr (LampSnapshot) snapshot = new_measured (from, to, at);

  return get_fraction (snapshot, "g");
}

static void
every_figure_lies_between_nothing_and_all (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *baseline = random_number ();
      g_autofree char *target = random_number ();
      g_autofree char *value = random_number ();
      g_autoptr (LampSnapshot) snapshot = new_measured (baseline, target, value);
      double fraction = get_fraction (snapshot, "g");

      g_assert_false (isnan (fraction));
      if (fraction != -1)
        g_assert_true (fraction >= 0 && fraction <= 1);
    }
}

/* Where there is no way to go, only standing at the target is known. */
static void
a_target_that_is_the_baseline_is_known_only_when_it_is_reached (void)
{
  g_assert_cmpfloat (measure (40, 40, 40), ==, 1);
  g_assert_cmpfloat (measure (40, 40, 39), ==, -1);
  g_assert_cmpfloat (measure (0, -0.0, 5), ==, -1);
}

static void
a_step_towards_the_target_is_never_a_step_back (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      double baseline = g_test_rand_double_range (-100, 100);
      double target = g_test_rand_double_range (-100, 100);
      double near = g_test_rand_double_range (0, 1);
      double far = g_test_rand_double_range (0, near);

      g_assert_cmpfloat (measure (baseline, target, baseline + (target - baseline) * near), >=,
                         measure (baseline, target, baseline + (target - baseline) * far) - 1e-12);
    }
}

/* A rate that shall fall is the picture in the mirror of one that shall rise. */
static void
down_is_measured_as_up_is (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      double baseline = g_test_rand_double_range (-100, 100);
      double target = g_test_rand_double_range (-100, 100);
      double value = g_test_rand_double_range (-150, 150);

      g_assert_cmpfloat_with_epsilon (measure (baseline, target, value), measure (-baseline, -target, -value), 1e-12);
    }
}

/* A goal and those below it: measured, unknown, dropped, private, in whatever order. */
typedef struct
{
  double sum;
  guint counts[LAMP_SHARE_PRIVATE + 1];
} Expected;

static void
add_child (LampSnapshot *snapshot,
           guint         place,
           LampShare     share,
           double        value)
{
  g_autofree char *id = g_strdup_printf ("c%u", place);
  g_autofree char *position = g_strdup_printf ("%u", place);
  g_autofree char *measured = g_strdup_printf ("%.17g", value);

  sample_add (snapshot, "goals", id, "level", "team", "title", id, "parent", "top", "position", position, "baseline",
              "0", "target", "100", "status", share == LAMP_SHARE_DROPPED ? "dropped" : "in-progress", "private",
              share == LAMP_SHARE_PRIVATE ? "yes" : "no", NULL);
  if (share != LAMP_SHARE_UNKNOWN)
    sample_add (snapshot, "measurements", id, "goal", id, "measured_on", "2026-10-15", "value", measured, NULL);
}

static LampSnapshot *
new_family (guint     n,
            LampShare shares[],
            double    values[],
            guint     order[])
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "goals", "top", "level", "system", "title", "T", "rollup", "children", "private", "no", NULL);
  for (guint i = 0; i < n; i++)
    add_child (snapshot, i, shares[order[i]], values[order[i]]);

  return snapshot;
}

static void
shuffle (guint *order,
         guint  n)
{
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_test_rand_int_range (0, (int) i);
      guint kept = order[i - 1];

      order[i - 1] = order[j];
      order[j] = kept;
    }
}

static void
assert_parts (LampSnapshot   *snapshot,
              const Expected *expected)
{
  g_autoptr (LampRollup) rollup = lamp_rollup_new (snapshot);
  g_autoptr (GArray) parts = lamp_rollup_dup_parts (rollup, "top");
  Expected is = { 0, { 0 } };

  for (guint i = 0; i < parts->len; i++)
    {
      const LampRollupPart *part = &g_array_index (parts, LampRollupPart, i);

      is.counts[part->share]++;
      if (part->share == LAMP_SHARE_COUNTED)
        is.sum += part->fraction;
    }
  g_assert_cmpmem (is.counts, sizeof is.counts, expected->counts, sizeof expected->counts);
  g_assert_cmpfloat_with_epsilon (is.sum, expected->sum, 1e-9);
}

static void
a_mean_weighs_alike_leaves_out_what_it_says_and_knows_no_order (void)
{
  for (guint round = 0; round < ROUNDS / 4; round++)
    {
      LampShare shares[12];
      double values[12];
      guint order[12];
      guint n = (guint) g_test_rand_int_range (0, 13);
      Expected expected = { 0, { 0 } };
      double mean;

      for (guint i = 0; i < n; i++)
        {
          order[i] = i;
          shares[i] = (LampShare) g_test_rand_int_range (LAMP_SHARE_COUNTED, LAMP_SHARE_PRIVATE + 1);
          values[i] = g_test_rand_double_range (0, 100);
          expected.counts[shares[i]]++;
          expected.sum += shares[i] == LAMP_SHARE_COUNTED ? values[i] / 100 : 0;
        }
      mean = expected.counts[LAMP_SHARE_COUNTED] > 0 ? expected.sum / expected.counts[LAMP_SHARE_COUNTED] : -1;
      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (LampSnapshot) snapshot = NULL;

          shuffle (order, n);
          snapshot = new_family (n, shares, values, order);
          g_assert_cmpfloat_with_epsilon (get_fraction (snapshot, "top"), mean, 1e-9);
          assert_parts (snapshot, &expected);
        }
    }
}

static char *
dup_how (guint     n,
         LampShare shares[],
         double    values[])
{
  guint order[12] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
  g_autoptr (LampSnapshot) snapshot = new_family (n, shares, values, order);
  g_autoptr (LampRollup) rollup = lamp_rollup_new (snapshot);

  return lamp_rollup_dup_how (rollup, "top");
}

static void
how_a_figure_was_computed_is_said_with_its_parts (void)
{
  LampShare all[12];
  LampShare some[] = { LAMP_SHARE_COUNTED, LAMP_SHARE_DROPPED, LAMP_SHARE_COUNTED, LAMP_SHARE_DROPPED };
  double values[12] = { 71, 90, 29, 90 };
  g_autofree char *one = dup_how (1, some, values);
  g_autofree char *two = dup_how (4, some, values);
  g_autofree char *many = NULL;

  for (guint i = 0; i < 12; i++)
    all[i] = LAMP_SHARE_COUNTED;
  many = dup_how (12, all, values);
  g_assert_cmpstr (one, ==, "From the one goal that supports it: 71 %.");
  g_assert_cmpstr (two, ==, "The mean of 2 goals that support it: 71 %, 29 %. 2 dropped ones are left out.");
  g_assert_cmpstr (many, ==, "The mean of 12 goals that support it.");
}

static void
a_percentage_is_what_has_been_reached_in_full (void)
{
  for (int i = 0; i <= 100; i++)
    g_assert_cmpint (lamp_rollup_to_percent (i / 100.0), ==, i);
  g_assert_cmpint (lamp_rollup_to_percent (0.999), ==, 99);
}

#define SENTENCE(function) g_test_add_func ("/rollup/" #function, function)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (every_figure_lies_between_nothing_and_all);
  SENTENCE (a_target_that_is_the_baseline_is_known_only_when_it_is_reached);
  SENTENCE (a_step_towards_the_target_is_never_a_step_back);
  SENTENCE (down_is_measured_as_up_is);
  SENTENCE (a_mean_weighs_alike_leaves_out_what_it_says_and_knows_no_order);
  SENTENCE (how_a_figure_was_computed_is_said_with_its_parts);
  SENTENCE (a_percentage_is_what_has_been_reached_in_full);

  return g_test_run ();
}
