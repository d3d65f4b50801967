/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-fit.h"

#define MAX_STEPS 12
#define ROUNDS 2000

/* A tuning protocol of 62 minutes: reflection and debrief are protected. */
static const LampFitStep tuning[] = {
  { 5 * 60, 3 * 60, 8 * 60, FALSE },
  { 15 * 60, 8 * 60, 15 * 60, FALSE },
  { 5 * 60, 3 * 60, 5 * 60, FALSE },
  { 12 * 60, 6 * 60, 15 * 60, FALSE },
  { 15 * 60, 8 * 60, 20 * 60, FALSE },
  { 5 * 60, 2 * 60, 5 * 60, TRUE },
  { 5 * 60, 2 * 60, 5 * 60, TRUE },
};

static int
total (const int *values,
       guint      n_values)
{
  int sum = 0;

  for (guint i = 0; i < n_values; i++)
    sum += values[i];

  return sum;
}

static LampRow *
new_item (const char *title,
          int         minutes,
          gboolean    is_protected)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("agenda_items"));

  lamp_row_set_text (row, "title", title);
  lamp_row_set_integer (row, "minutes", minutes);
  if (is_protected)
    lamp_row_set_integer (row, "protected", 1);

  return row;
}

static GPtrArray *
new_agenda (void)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);

  g_ptr_array_add (rows, new_item ("Check-in", 5, FALSE));
  g_ptr_array_add (rows, new_item ("Looking at work", 40, FALSE));
  g_ptr_array_add (rows, new_item ("Planning", 22, FALSE));
  g_ptr_array_add (rows, new_item ("Reflection", 10, TRUE));

  return rows;
}

static void
an_agenda_of_77_minutes_is_brought_to_75_with_reflection_untouched (void)
{
  g_autoptr (GPtrArray) rows = new_agenda ();
  int minutes[4];
  LampFitResult result = lamp_fit_rows (rows, 75, LAMP_FIT_SHORTEN, minutes);

  g_assert_true (result.fits);
  g_assert_cmpint (result.planned, ==, 77);
  g_assert_cmpint (result.total, ==, 75);
  g_assert_cmpint (result.spare, ==, 0);
  g_assert_cmpint (total (minutes, 4), ==, 75);
  g_assert_cmpint (minutes[3], ==, 10);
  g_assert_cmpint (minutes[1], ==, 39); /* 20 minutes of room in it, 11 in planning, 2 in the check-in */
  g_assert_cmpint (minutes[2], ==, 21);
  g_assert_cmpint (minutes[0], ==, 5);
  g_assert_cmpuint (result.n_changed, ==, 2);
}

static void
one_that_cannot_fit_says_by_how_much_and_stays_as_it_is (void)
{
  int seconds[G_N_ELEMENTS (tuning)];
  LampFitResult result = lamp_fit (tuning, G_N_ELEMENTS (tuning), 35 * 60, LAMP_FIT_SHORTEN, seconds);

  g_assert_false (result.fits);
  g_assert_cmpint (result.missing, ==, 3 * 60); /* 3 + 8 + 3 + 6 + 8 and the protected 10 are 38 */
  g_assert_cmpint (result.total, ==, 62 * 60);
  for (guint i = 0; i < G_N_ELEMENTS (tuning); i++)
    g_assert_cmpint (seconds[i], ==, tuning[i].seconds);
}

static void
a_protocol_of_an_hour_fits_a_slot_of_44_minutes (void)
{
  int seconds[G_N_ELEMENTS (tuning)];
  LampFitResult result = lamp_fit (tuning, G_N_ELEMENTS (tuning), 44 * 60, LAMP_FIT_SHORTEN, seconds);

  g_assert_true (result.fits);
  g_assert_cmpint (total (seconds, G_N_ELEMENTS (tuning)), ==, 44 * 60);
  g_assert_cmpint (seconds[0], ==, 210); /* 18 of the 24 minutes of room go: three quarters of each */
  g_assert_cmpint (seconds[1], ==, 585);
  g_assert_cmpint (seconds[2], ==, 210);
  g_assert_cmpint (seconds[3], ==, 450);
  g_assert_cmpint (seconds[4], ==, 585);
  g_assert_cmpint (seconds[5], ==, 300);
  g_assert_cmpint (seconds[6], ==, 300);
}

static void
what_is_short_enough_stays_unless_both_ways_are_asked_for (void)
{
  int seconds[G_N_ELEMENTS (tuning)];
  LampFitResult one_way = lamp_fit (tuning, G_N_ELEMENTS (tuning), 70 * 60, LAMP_FIT_SHORTEN, seconds);
  LampFitResult both_ways;

  g_assert_cmpuint (one_way.n_changed, ==, 0);
  g_assert_cmpint (one_way.spare, ==, 8 * 60);
  both_ways = lamp_fit (tuning, G_N_ELEMENTS (tuning), 70 * 60, LAMP_FIT_BOTH_WAYS, seconds);
  g_assert_cmpint (both_ways.total, ==, 70 * 60);
  g_assert_cmpint (seconds[1], ==, 15 * 60); /* it is at its most already */
  g_assert_cmpint (seconds[5], ==, 5 * 60);
  both_ways = lamp_fit (tuning, G_N_ELEMENTS (tuning), 90 * 60, LAMP_FIT_BOTH_WAYS, seconds);
  g_assert_true (both_ways.fits);
  g_assert_cmpint (both_ways.total, ==, 73 * 60);
  g_assert_cmpint (both_ways.spare, ==, 17 * 60);
}

static void
a_step_without_bounds_keeps_half_and_at_least_a_minute (void)
{
  const LampFitStep steps[] = {
    { 11 * 60, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, FALSE },
    { 60, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, FALSE },
    { 30, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, FALSE },
    { 0, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, FALSE },
  };
  int seconds[4];
  int minutes[4];

  g_assert_true (lamp_fit (steps, 4, 330 + 60 + 30, LAMP_FIT_SHORTEN, seconds).fits);
  g_assert_cmpint (seconds[0], ==, 330);
  g_assert_cmpint (seconds[1], ==, 60);
  g_assert_cmpint (seconds[2], ==, 30);
  g_assert_cmpint (seconds[3], ==, 0);
  g_assert_cmpint (lamp_fit (steps, 4, 419, LAMP_FIT_SHORTEN, seconds).missing, ==, 1);
  g_assert_true (lamp_fit_whole_minutes (steps, 2, 7, LAMP_FIT_SHORTEN, minutes).fits);
  g_assert_cmpint (minutes[0], ==, 6);
  g_assert_cmpint (minutes[1], ==, 1);
}

static void
nothing_to_fit_always_fits (void)
{
  int nothing[1];

  g_assert_true (lamp_fit (tuning, 0, 0, LAMP_FIT_BOTH_WAYS, nothing).fits);
  g_assert_cmpint (lamp_fit (tuning, 0, 90, LAMP_FIT_BOTH_WAYS, nothing).spare, ==, 90);
}

static void
bounds_on_the_wrong_side_count_as_the_planned_time (void)
{
  const LampFitStep steps[] = { { 300, 400, 200, FALSE }, { 300, 0, 600, FALSE } };
  int seconds[2];

  g_assert_true (lamp_fit (steps, 2, 450, LAMP_FIT_SHORTEN, seconds).fits);
  g_assert_cmpint (seconds[0], ==, 300);
  g_assert_cmpint (seconds[1], ==, 150);
  g_assert_true (lamp_fit (steps, 2, 900, LAMP_FIT_BOTH_WAYS, seconds).fits);
  g_assert_cmpint (seconds[0], ==, 300);
  g_assert_cmpint (seconds[1], ==, 600);
}

/* Random steps: the properties that hold whatever they are. */

static guint
random_steps (LampFitStep *steps)
{
  guint n_steps = (guint) g_test_rand_int_range (1, MAX_STEPS + 1);

  for (guint i = 0; i < n_steps; i++)
    {
      int seconds = g_test_rand_int_range (0, 1800);

      steps[i].seconds = seconds;
      steps[i].minimum = g_test_rand_bit () ? LAMP_FIT_DEFAULT : g_test_rand_int_range (0, seconds + 1);
      steps[i].maximum = g_test_rand_bit () ? LAMP_FIT_DEFAULT : g_test_rand_int_range (seconds, 2 * seconds + 1);
      steps[i].is_protected = g_test_rand_int_range (0, 4) == 0;
    }

  return n_steps;
}

static int
random_slot (const LampFitStep *steps,
             guint              n_steps)
{
  int sum = 0;

  for (guint i = 0; i < n_steps; i++)
    sum += steps[i].seconds;

  return g_test_rand_int_range (0, sum + sum / 2 + 2);
}

static void
assert_in_bounds (const LampFitStep *step,
                  int                seconds)
{
  int lowest = step->minimum >= 0 ? step->minimum : MIN (step->seconds, MAX (60, (step->seconds + 1) / 2));
  int highest = step->maximum >= 0 ? step->maximum : step->seconds + step->seconds / 2;

  if (step->is_protected)
    g_assert_cmpint (seconds, ==, step->seconds);
  g_assert_cmpint (seconds, >=, MIN (lowest, step->seconds));
  g_assert_cmpint (seconds, <=, MAX (highest, step->seconds));
}

static void
the_sum_is_exact_and_every_bound_is_kept (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      LampFitStep steps[MAX_STEPS];
      int seconds[MAX_STEPS];
      guint n_steps = random_steps (steps);
      int slot = random_slot (steps, n_steps);
      LampFitResult result = lamp_fit (steps, n_steps, slot, LAMP_FIT_BOTH_WAYS, seconds);

      g_assert_cmpint (total (seconds, n_steps), ==, result.total);
      if (result.fits)
        g_assert_cmpint (result.total + result.spare, ==, slot);
      else
        g_assert_cmpint (result.total, ==, result.planned);
      for (guint i = 0; i < n_steps; i++)
        assert_in_bounds (&steps[i], seconds[i]);
    }
}

static void
exactly_what_is_missing_makes_it_fit (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      LampFitStep steps[MAX_STEPS];
      int seconds[MAX_STEPS];
      guint n_steps = random_steps (steps);
      int slot = random_slot (steps, n_steps) / 3;
      LampFitResult result = lamp_fit (steps, n_steps, slot, LAMP_FIT_SHORTEN, seconds);

      if (result.fits)
        continue;
      g_assert_cmpint (result.missing, >, 0);
      g_assert_true (lamp_fit (steps, n_steps, slot + result.missing, LAMP_FIT_SHORTEN, seconds).fits);
      g_assert_false (lamp_fit (steps, n_steps, slot + result.missing - 1, LAMP_FIT_SHORTEN, seconds).fits);
    }
}

static void
fitting_twice_changes_nothing_more (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      LampFitStep steps[MAX_STEPS];
      int once[MAX_STEPS], twice[MAX_STEPS];
      guint n_steps = random_steps (steps);
      int slot = random_slot (steps, n_steps);
      LampFitResult result = lamp_fit (steps, n_steps, slot, LAMP_FIT_SHORTEN, once);

      for (guint i = 0; i < n_steps; i++)
        steps[i].seconds = once[i];
      if (!result.fits)
        continue;
      g_assert_cmpuint (lamp_fit (steps, n_steps, slot, LAMP_FIT_SHORTEN, twice).n_changed, ==, 0);
      g_assert_cmpmem (once, n_steps * sizeof (int), twice, n_steps * sizeof (int));
    }
}

static void
a_longer_slot_never_makes_a_step_shorter (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      LampFitStep steps[MAX_STEPS];
      int here[MAX_STEPS], there[MAX_STEPS];
      guint n_steps = random_steps (steps);
      int slot = random_slot (steps, n_steps);

      if (!lamp_fit (steps, n_steps, slot, LAMP_FIT_BOTH_WAYS, here).fits)
        continue;
      for (int more = 1; more < 12; more++)
        {
          lamp_fit (steps, n_steps, slot + more, LAMP_FIT_BOTH_WAYS, there);
          for (guint i = 0; i < n_steps; i++)
            g_assert_cmpint (there[i], >=, here[i]);
          memcpy (here, there, sizeof here);
        }
    }
}

static void
every_step_is_within_two_seconds_of_its_exact_share (void)
{
  for (guint round = 0; round < ROUNDS; round++)
    {
      LampFitStep steps[MAX_STEPS];
      int seconds[MAX_STEPS];
      guint n_steps = random_steps (steps);
      int sum = 0;
      int all = 0;
      int cut;

      for (guint i = 0; i < n_steps; i++)
        {
          steps[i].minimum = 0;
          sum += steps[i].seconds;
          all += steps[i].is_protected ? 0 : steps[i].seconds;
        }
      cut = g_test_rand_int_range (0, all + 1);
      g_assert_true (lamp_fit (steps, n_steps, sum - cut, LAMP_FIT_SHORTEN, seconds).fits);
      for (guint i = 0; i < n_steps; i++)
        if (!steps[i].is_protected)
          {
            double share = all > 0 ? (double) cut * steps[i].seconds / all : 0;

            g_assert_cmpfloat (ABS (steps[i].seconds - share - seconds[i]), <, 2);
          }
    }
}

static void
the_price_of_an_overrun_names_what_pays_and_what_does_not (void)
{
  static const char * const titles[] = { "feedback", "reflection" };
  const LampFitStep steps[] = {
    { 15 * 60, 8 * 60, 20 * 60, FALSE },
    { 5 * 60, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, TRUE },
  };
  g_autofree char *price = lamp_fit_describe_price (titles, steps, 2, 20 * 60, 3 * 60);
  g_autofree char *half = lamp_fit_describe_price (titles, steps, 2, 20 * 60, 90);
  g_autofree char *spare = lamp_fit_describe_price (titles, steps, 2, 24 * 60, 3 * 60);
  g_autofree char *late = lamp_fit_describe_price (titles, steps, 2, 20 * 60, 9 * 60);
  g_autofree char *last = lamp_fit_describe_price (titles, steps, 0, 60, 3 * 60);

  g_assert_cmpstr (price, ==, "+3: feedback 15 → 12, reflection stays 5");
  g_assert_cmpstr (half, ==, "+1:30: feedback 15 → 13:30, reflection stays 5");
  g_assert_cmpstr (spare, ==, "+3: costs nothing, there is time to spare");
  g_assert_cmpstr (late, ==, "+9: ends 2 min late, even with all that follows at its shortest");
  g_assert_cmpstr (last, ==, "+3: ends 2 min late, even with all that follows at its shortest");
}

static void
a_fit_says_what_it_does (void)
{
  g_autoptr (GPtrArray) rows = new_agenda ();
  int minutes[4];
  LampFitResult result = lamp_fit_rows (rows, 75, LAMP_FIT_SHORTEN, minutes);
  g_autofree char *done = lamp_fit_describe (rows, minutes, &result);
  g_autofree char *fits = NULL;
  g_autofree char *cannot = NULL;

  g_assert_cmpstr (done, ==, "77 → 75 minutes: Looking at work 40 → 39, Planning 22 → 21, Reflection stays 10.");
  result = lamp_fit_rows (rows, 80, LAMP_FIT_SHORTEN, minutes);
  fits = lamp_fit_describe (rows, minutes, &result);
  g_assert_cmpstr (fits, ==, "The agenda fits as it is.");
  result = lamp_fit_rows (rows, 43, LAMP_FIT_SHORTEN, minutes);
  cannot = lamp_fit_describe (rows, minutes, &result);
  g_assert_cmpstr (cannot, ==,
                   "Even at its shortest the agenda is 1 minute too long. Take something out or set a lower minimum.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fit/an_agenda_of_77_minutes_is_brought_to_75_with_reflection_untouched",
                   an_agenda_of_77_minutes_is_brought_to_75_with_reflection_untouched);
  g_test_add_func ("/fit/one_that_cannot_fit_says_by_how_much_and_stays_as_it_is",
                   one_that_cannot_fit_says_by_how_much_and_stays_as_it_is);
  g_test_add_func ("/fit/a_protocol_of_an_hour_fits_a_slot_of_44_minutes",
                   a_protocol_of_an_hour_fits_a_slot_of_44_minutes);
  g_test_add_func ("/fit/what_is_short_enough_stays_unless_both_ways_are_asked_for",
                   what_is_short_enough_stays_unless_both_ways_are_asked_for);
  g_test_add_func ("/fit/a_step_without_bounds_keeps_half_and_at_least_a_minute",
                   a_step_without_bounds_keeps_half_and_at_least_a_minute);
  g_test_add_func ("/fit/nothing_to_fit_always_fits", nothing_to_fit_always_fits);
  g_test_add_func ("/fit/bounds_on_the_wrong_side_count_as_the_planned_time",
                   bounds_on_the_wrong_side_count_as_the_planned_time);
  g_test_add_func ("/fit/the_sum_is_exact_and_every_bound_is_kept", the_sum_is_exact_and_every_bound_is_kept);
  g_test_add_func ("/fit/exactly_what_is_missing_makes_it_fit", exactly_what_is_missing_makes_it_fit);
  g_test_add_func ("/fit/fitting_twice_changes_nothing_more", fitting_twice_changes_nothing_more);
  g_test_add_func ("/fit/a_longer_slot_never_makes_a_step_shorter", a_longer_slot_never_makes_a_step_shorter);
  g_test_add_func ("/fit/every_step_is_within_two_seconds_of_its_exact_share",
                   every_step_is_within_two_seconds_of_its_exact_share);
  g_test_add_func ("/fit/the_price_of_an_overrun_names_what_pays_and_what_does_not",
                   the_price_of_an_overrun_names_what_pays_and_what_does_not);
  g_test_add_func ("/fit/a_fit_says_what_it_does", a_fit_says_what_it_does);

  return g_test_run ();
}
