/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-due.h"

#include "lamp-date.h"
#include "lamp-series.h"

#define TODAY "2026-11-22"

static void
a_date_is_due_for_two_weeks_and_then_overdue (void)
{
  g_assert_cmpint (lamp_due_judge (NULL, TODAY), ==, LAMP_DUE_NEVER);
  g_assert_cmpint (lamp_due_judge ("2026-12-07", TODAY), ==, LAMP_DUE_LATER);
  g_assert_cmpint (lamp_due_judge ("2026-12-06", TODAY), ==, LAMP_DUE_NOW);
  g_assert_cmpint (lamp_due_judge (TODAY, TODAY), ==, LAMP_DUE_NOW);
  g_assert_cmpint (lamp_due_judge ("2026-11-21", TODAY), ==, LAMP_DUE_OVER);
}

static void
a_date_says_in_words_how_pressing_it_is (void)
{
  static const struct { const char *due; const char *words; } cases[] = {
    { NULL, "" }, { TODAY, "due today" }, { "2026-11-23", "due in 1 day" }, { "2026-11-25", "due in 3 days" },
    { "2026-11-21", "1 day overdue" }, { "2026-11-01", "21 days overdue" }, { "2027-01-31", "due on 31 Jan 2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = lamp_due_dup_words (cases[i].due, TODAY);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
the_next_meeting_keeps_its_hour_and_its_rhythm (void)
{
  static const struct { const char *rrule; const char *last; guint weeks; const char *next; } cases[] = {
    { "FREQ=WEEKLY;BYDAY=MO", "2026-11-16T07:41", 0, "2026-11-23T07:41" },
    { "FREQ=WEEKLY;INTERVAL=2", "2026-11-16T07:41", 0, "2026-11-30T07:41" },
    { "FREQ=WEEKLY;BYDAY=TU,TH", "2026-11-24T15:30", 0, "2026-11-26T15:30" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", "2026-11-26T15:30", 0, "2026-12-08T15:30" },
    { "FREQ=MONTHLY", "2026-11-10T16:00", 0, "2026-12-08T16:00" },
    { "FREQ=MONTHLY;BYDAY=2TU", "2026-11-10T16:00", 0, "2026-12-08T16:00" },
    { "FREQ=MONTHLY;BYMONTHDAY=10", "2026-11-10T16:00", 0, "2026-12-10T16:00" },
    { "FREQ=MONTHLY;BYMONTHDAY=31", "2026-12-31T16:00", 0, "2027-01-31T16:00" },
    { "FREQ=DAILY;INTERVAL=3", "2026-11-20T08:00", 0, "2026-11-23T08:00" },
    { NULL, "2026-11-02T08:00", 3, "2026-11-23T08:00" },
    { "nonsense", "2026-11-16T08:00", 0, "2026-11-23T08:00" },
    { "FREQ=WEEKLY", "2024-01-01T08:00", 0, "2026-11-23T08:00" },
    { "FREQ=WEEKLY", "2026-12-07T08:00", 0, "2026-12-14T08:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *next = lamp_series_get_next (cases[i].rrule, cases[i].last, TODAY, cases[i].weeks);

      g_assert_cmpstr (next, ==, cases[i].next);
    }
  g_assert_null (lamp_series_get_next (NULL, "2026-11-02", TODAY, 1));
  g_assert_null (lamp_series_get_next (NULL, "9999-12-31T08:00", TODAY, 1));
}

static void
the_next_meeting_is_always_later_than_today_and_the_last (void)
{
  for (guint run = 0; run < 300; run++)
    {
      static const char * const frequencies[] = { "DAILY", "WEEKLY", "MONTHLY" };
      g_autofree char *rrule = g_strdup_printf ("FREQ=%s;INTERVAL=%d", frequencies[g_test_rand_int_range (0, 3)],
                                                g_test_rand_int_range (1, 8));
      g_autofree char *last = lamp_time_from_minutes (lamp_time_to_minutes (TODAY "T00:00")
                                                      + g_test_rand_int_range (-500, 500) * 1440);
      g_autofree char *next = lamp_series_get_next (rrule, last, TODAY, 1);

      if (next == NULL)
        continue; /* a fifth weekday of the month, seldom */
      g_assert_true (lamp_time_is_valid (next));
      g_assert_cmpstr (next, >, last);
      g_assert_cmpstr (next, >, TODAY "T99");
    }
}

static void
a_workday_is_never_on_a_weekend (void)
{
  g_autofree char *monday = lamp_workday_after ("2026-11-20");
  g_autofree char *tuesday = lamp_workday_after (monday);

  g_assert_cmpstr (monday, ==, "2026-11-23");
  g_assert_cmpstr (tuesday, ==, "2026-11-24");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/due/a_date_is_due_for_two_weeks_and_then_overdue", a_date_is_due_for_two_weeks_and_then_overdue);
  g_test_add_func ("/due/a_date_says_in_words_how_pressing_it_is", a_date_says_in_words_how_pressing_it_is);
  g_test_add_func ("/series/the_next_meeting_keeps_its_hour_and_its_rhythm", the_next_meeting_keeps_its_hour_and_its_rhythm);
  g_test_add_func ("/series/the_next_meeting_is_always_later_than_today_and_the_last", the_next_meeting_is_always_later_than_today_and_the_last);
  g_test_add_func ("/series/a_workday_is_never_on_a_weekend", a_workday_is_never_on_a_weekend);

  return g_test_run ();
}
