/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-promise.h"

#include "lamp-date.h"

static void
a_promise_stands_by_its_day (void)
{
  g_assert_cmpint (lamp_promise_judge ("2026-11-21", NULL, "2026-11-22"), ==, LAMP_PROMISE_OVERDUE);
  g_assert_cmpint (lamp_promise_judge ("2026-11-22", NULL, "2026-11-22"), ==, LAMP_PROMISE_TODAY);
  g_assert_cmpint (lamp_promise_judge ("2026-11-29", NULL, "2026-11-22"), ==, LAMP_PROMISE_SOON);
  g_assert_cmpint (lamp_promise_judge ("2026-11-30", NULL, "2026-11-22"), ==, LAMP_PROMISE_LATER);
  g_assert_cmpint (lamp_promise_judge (NULL, NULL, "2026-11-22"), ==, LAMP_PROMISE_UNDATED);
  g_assert_cmpint (lamp_promise_judge ("", "", "2026-11-22"), ==, LAMP_PROMISE_UNDATED);
  g_assert_cmpint (lamp_promise_judge ("some day", NULL, "2026-11-22"), ==, LAMP_PROMISE_UNDATED);
}

static void
what_is_done_is_done_whatever_its_day (void)
{
  g_assert_cmpint (lamp_promise_judge ("2020-01-01", "2026-11-22", "2026-11-22"), ==, LAMP_PROMISE_DONE);
  g_assert_cmpint (lamp_promise_judge (NULL, "2026-11-22", "2026-11-22"), ==, LAMP_PROMISE_DONE);
}

static void
as_days_pass_a_promise_only_becomes_more_pressing (void)
{
  for (guint run = 0; run < 200; run++)
    {
      g_autofree char *due = lamp_date_add_days ("2026-11-22", g_test_rand_int_range (-400, 400));
      LampPromise before = LAMP_PROMISE_LATER;

      for (int day = -450; day < 450; day++)
        {
          g_autofree char *today = lamp_date_add_days ("2026-11-22", day);
          LampPromise now = lamp_promise_judge (due, NULL, today);

          g_assert_cmpint (now, <=, before);
          before = now;
        }
      g_assert_cmpint (before, ==, LAMP_PROMISE_OVERDUE);
    }
}

#define ADD(name) g_test_add_func ("/promise/" #name, name)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (a_promise_stands_by_its_day);
  ADD (what_is_done_is_done_whatever_its_day);
  ADD (as_days_pass_a_promise_only_becomes_more_pressing);

  return g_test_run ();
}
