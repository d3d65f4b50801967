/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-recurrence.h"

#include <string.h>

#include "lamp-date.h"

#define FIRST "2026-11-24T07:41" /* a Tuesday */

static char *
list (const char *rrule,
      const char *first,
      const char *from,
      const char *to,
      guint       limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampRecurrence) recurrence = lamp_recurrence_new (rrule, first, &error);
  g_autoptr (GPtrArray) times = NULL;

  g_assert_no_error (error);
  times = lamp_recurrence_list (recurrence, from, to, limit);
  g_ptr_array_add (times, NULL);

  return g_strjoinv (" ", (char **) times->pdata);
}

static void
assert_list (const char *rrule,
             const char *from,
             const char *to,
             const char *expected)
{
  g_autofree char *times = list (rrule, FIRST, from, to, 100);

  g_assert_cmpstr (times, ==, expected);
}

static void
a_series_keeps_its_hour_when_the_clocks_change (void)
{
  g_autofree char *times = NULL;

  g_assert_true (g_setenv ("TZ", "America/New_York", TRUE));
  times = list ("FREQ=WEEKLY;BYDAY=SU", "2026-10-25T02:30", "2026-10-25", "2026-11-08", 9);
  g_assert_cmpstr (times, ==, "2026-10-25T02:30 2026-11-01T02:30 2026-11-08T02:30");
  g_assert_true (g_setenv ("TZ", "UTC", TRUE));
}

static void
bounds_are_kept (void)
{
  assert_list ("FREQ=WEEKLY;COUNT=3", "2020-01-01", "2030-01-01", "2026-11-24T07:41 2026-12-01T07:41 2026-12-08T07:41");
  assert_list ("FREQ=WEEKLY;COUNT=3", "2026-12-02", "2030-01-01", "2026-12-08T07:41");
  assert_list ("FREQ=WEEKLY;UNTIL=20261208", "2020-01-01", "2030-01-01",
               "2026-11-24T07:41 2026-12-01T07:41 2026-12-08T07:41");
  assert_list ("FREQ=WEEKLY;UNTIL=20261208T074100Z", "2026-12-08", "2030-01-01", "2026-12-08T07:41");
  assert_list ("FREQ=WEEKLY;UNTIL=20261208T074059Z", "2026-12-08", "2030-01-01", "");
  assert_list ("FREQ=WEEKLY;UNTIL=20261208T074000Z", "2026-12-08", "2030-01-01", "");
  assert_list ("FREQ=WEEKLY;UNTIL=20261208T235959", "2026-12-08", "2030-01-01", "2026-12-08T07:41");
  assert_list ("FREQ=WEEKLY", "2026-12-01", "2026-12-08", "2026-12-01T07:41 2026-12-08T07:41");
  assert_list ("FREQ=WEEKLY", "2027-01-01", "2026-01-01", "");
  assert_list (NULL, "2026-11-24", "2026-11-24", FIRST);
  assert_list ("", "2026-11-25", "2027-11-24", "");
}

static void
an_endless_rule_gives_as_many_as_are_wanted (void)
{
  g_autoptr (LampRecurrence) endless = lamp_recurrence_new ("FREQ=DAILY", FIRST, NULL);
  g_autoptr (LampRecurrence) bounded = lamp_recurrence_new ("FREQ=DAILY;COUNT=2", FIRST, NULL);
  g_autoptr (LampRecurrence) once = lamp_recurrence_new (NULL, FIRST, NULL);
  g_autoptr (GPtrArray) some = lamp_recurrence_list (endless, "0001-01-01", "9999-12-31", 7);
  g_autoptr (GPtrArray) none = lamp_recurrence_list (endless, "0001-01-01", "9999-12-31", 0);
  g_autoptr (GPtrArray) many = lamp_recurrence_list (endless, "0001-01-01", "9999-12-31", G_MAXUINT);

  g_assert_true (lamp_recurrence_is_endless (endless));
  g_assert_false (lamp_recurrence_is_endless (bounded));
  g_assert_false (lamp_recurrence_is_endless (once));
  g_assert_cmpuint (some->len, ==, 7);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (many->len, >, 18000);
  g_assert_cmpuint (many->len, <=, 20000);
}

static void
a_day_that_a_month_does_not_have_is_left_out (void)
{
  g_autofree char *ends = list ("FREQ=MONTHLY;BYMONTHDAY=31", "2026-12-31T16:00", "2026-12-31", "2027-05-31", 9);

  g_assert_cmpstr (ends, ==, "2026-12-31T16:00 2027-01-31T16:00 2027-03-31T16:00 2027-05-31T16:00");
  assert_list ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-01", "2040-01-01", "");
  assert_list ("FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31", "2026-01-01", "2040-01-01", "");
}

static void
a_first_meeting_off_the_rule_is_no_meeting (void)
{
  assert_list ("FREQ=WEEKLY;BYDAY=TH", "2026-11-01", "2026-12-03", "2026-11-26T07:41 2026-12-03T07:41");
}

static void
a_rule_that_cannot_be_followed_is_refused_with_a_sentence (void)
{
  static const char * const rules[] = {
    "nonsense", "FREQ=BOGUS", "FREQ=HOURLY", "FREQ=SECONDLY;COUNT=4", "FREQ=", "INTERVAL=2", ";", "=;=",
    "FREQ=WEEKLY;FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=2TU", "FREQ=WEEKLY;BYDAY=", "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=WEEKLY;INTERVAL=-1", "FREQ=WEEKLY;INTERVAL=99999999999999999999", "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;COUNT=x",
    "FREQ=WEEKLY;COUNT=2;UNTIL=20261231", "FREQ=WEEKLY;UNTIL=20261332", "FREQ=WEEKLY;UNTIL=tomorrow",
    "FREQ=WEEKLY;UNTIL=20261231T250000", "FREQ=WEEKLY;BYHOUR=3", "FREQ=WEEKLY;BYSETPOS=1;BYDAY=MO",
    "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=MONTHLY;BYMONTHDAY=32", "FREQ=MONTHLY;BYMONTHDAY=0", "FREQ=MONTHLY;BYYEARDAY=3",
    "FREQ=YEARLY;BYMONTH=13", "FREQ=YEARLY;BYMONTH=-1", "FREQ=YEARLY;RSCALE=HEBREW", "FREQ=YEARLY;X-MINE=1",
    "FREQ=MONTHLY;BYDAY=99MO", "FREQ=WEEKLY;WKST=XX", "FREQ=WEEKLY;;BYDAY=TU", "FREQ = WEEKLY", "Tom & <b>Jerry</b>",
    "FREQ=MONTHLY;BYMONTHDAY=1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rules[i]);
      g_assert_null (lamp_recurrence_new (rules[i], FIRST, &error));
      g_assert_error (error, LAMP_ERROR, LAMP_ERROR_RULE);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
a_series_without_a_first_meeting_has_none (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lamp_recurrence_new ("FREQ=WEEKLY", NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_RULE);
  g_clear_error (&error);
  g_assert_null (lamp_recurrence_new ("FREQ=WEEKLY", "2026-11-24", &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_RULE);
}

/* The same again, day by day, by the words of RFC 5545. */
typedef struct
{
  int frequency;      /* 0 daily, 1 weekly, 2 monthly */
  int interval;
  int count;
  guint weekdays;     /* bits, Monday first; 0 for none given */
  int nth;            /* 0: every one */
  int month_day;      /* 0: none given */
  int month;          /* 0: none given */
  guint week_start;   /* 0: Monday */
} Naive;

static int
days_in_month (const GDate *day)
{
  return g_date_get_days_in_month (g_date_get_month (day), g_date_get_year (day));
}

static gboolean
is_nth (const Naive *rule,
        const GDate *day)
{
  if (rule->nth > 0)
    return (g_date_get_day (day) - 1) / 7 + 1 == rule->nth;

  return rule->nth == 0 || (days_in_month (day) - g_date_get_day (day)) / 7 + 1 == -rule->nth;
}

static gboolean
is_in_interval (const Naive *rule,
                const GDate *first,
                const GDate *day)
{
  guint32 from = g_date_get_julian (first), to = g_date_get_julian (day);
  int months = (g_date_get_year (day) - g_date_get_year (first)) * 12 + (int) g_date_get_month (day)
               - (int) g_date_get_month (first);

  if (rule->frequency == 0)
    return (int) (to - from) % rule->interval == 0;
  if (rule->frequency == 1)
    return (int) ((to + 6 - rule->week_start) / 7 - (from + 6 - rule->week_start) / 7) % rule->interval == 0;

  return months % rule->interval == 0;
}

static gboolean
naive_falls_on (const Naive *rule,
                const GDate *first,
                const GDate *day)
{
  guint weekday = 1u << (g_date_get_weekday (day) - 1);

  if (!is_in_interval (rule, first, day) || (rule->month != 0 && (int) g_date_get_month (day) != rule->month))
    return FALSE;
  if (rule->weekdays != 0 && (!(rule->weekdays & weekday) || !is_nth (rule, day)))
    return FALSE;
  if (rule->month_day > 0 && g_date_get_day (day) != rule->month_day)
    return FALSE;
  if (rule->month_day < 0 && days_in_month (day) - g_date_get_day (day) + 1 != -rule->month_day)
    return FALSE;
  if (rule->frequency == 1 && rule->weekdays == 0)
    return g_date_get_weekday (day) == g_date_get_weekday (first);
  if (rule->frequency == 2 && rule->weekdays == 0 && rule->month_day == 0)
    return g_date_get_day (day) == g_date_get_day (first);

  return TRUE;
}

static char *
naive_list (const Naive *rule,
            const char  *first,
            guint        days)
{
  g_autoptr (GString) times = g_string_new (NULL);
  GDate from, day;
  int found = 0;

  lamp_date_parse (first, &from);
  day = from;
  for (guint i = 0; i <= days && (rule->count == 0 || found < rule->count); i++, g_date_add_days (&day, 1))
    if (naive_falls_on (rule, &from, &day))
      {
        g_autofree char *text = lamp_date_format (&day);

        g_string_append_printf (times, "%s%s%s", found++ > 0 ? " " : "", text, first + 10);
      }

  return g_string_free (g_steal_pointer (&times), FALSE);
}

static Naive
make_random (void)
{
  Naive rule = { .frequency = g_test_rand_int_range (0, 3), .interval = g_test_rand_int_range (1, 8) };

  if (g_test_rand_bit ())
    rule.count = g_test_rand_int_range (1, 30);
  if (g_test_rand_bit ())
    rule.weekdays = (guint) g_test_rand_int_range (1, 128);
  if (rule.frequency == 2 && rule.weekdays != 0 && g_test_rand_bit ())
    rule.nth = g_test_rand_bit () ? g_test_rand_int_range (1, 5) : -g_test_rand_int_range (1, 5);
  if (rule.frequency == 2 && rule.weekdays == 0 && g_test_rand_bit ())
    rule.month_day = g_test_rand_bit () ? g_test_rand_int_range (1, 32) : -g_test_rand_int_range (1, 32);
  if (rule.frequency == 1 && g_test_rand_int_range (0, 3) == 0)
    rule.week_start = (guint) g_test_rand_int_range (0, 7);
  if (g_test_rand_int_range (0, 4) == 0)
    rule.month = g_test_rand_int_range (1, 13);

  return rule;
}

static char *
write_rule (const Naive *rule)
{
  static const char * const names[] = { "DAILY", "WEEKLY", "MONTHLY" };
  static const char * const codes[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *separator = ";BYDAY=";

  g_string_append_printf (text, "FREQ=%s;INTERVAL=%d", names[rule->frequency], rule->interval);
  if (rule->count > 0)
    g_string_append_printf (text, ";COUNT=%d", rule->count);
  for (guint i = 0; i < 7; i++)
    if (rule->weekdays & (1u << i))
      {
        g_string_append (text, separator);
        if (rule->nth != 0)
          g_string_append_printf (text, "%d", rule->nth);
        g_string_append (text, codes[i]);
        separator = ",";
      }
  if (rule->month_day != 0)
    g_string_append_printf (text, ";BYMONTHDAY=%d", rule->month_day);
  if (rule->month != 0)
    g_string_append_printf (text, ";BYMONTH=%d", rule->month);
  if (rule->week_start != 0)
    g_string_append_printf (text, ";WKST=%s", codes[rule->week_start]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
random_rules_fall_on_the_days_that_a_walk_by_day_finds (void)
{
  for (guint round = 0; round < 400; round++)
    {
      Naive rule = make_random ();
      g_autofree char *text = write_rule (&rule);
      g_autofree char *day = lamp_date_add_days ("2023-01-01", g_test_rand_int_range (0, 2500));
      g_autofree char *first = g_strconcat (day, "T07:41", NULL);
      g_autofree char *to = lamp_date_add_days (day, 1500);
      g_autofree char *expected = naive_list (&rule, first, 1500);
      g_autofree char *times = list (text, first, day, to, 2000);

      g_test_message ("%s from %s", text, first);
      g_assert_cmpstr (times, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/recurrence/a_series_keeps_its_hour_when_the_clocks_change",
                   a_series_keeps_its_hour_when_the_clocks_change);
  g_test_add_func ("/recurrence/bounds_are_kept", bounds_are_kept);
  g_test_add_func ("/recurrence/an_endless_rule_gives_as_many_as_are_wanted",
                   an_endless_rule_gives_as_many_as_are_wanted);
  g_test_add_func ("/recurrence/a_day_that_a_month_does_not_have_is_left_out",
                   a_day_that_a_month_does_not_have_is_left_out);
  g_test_add_func ("/recurrence/a_first_meeting_off_the_rule_is_no_meeting",
                   a_first_meeting_off_the_rule_is_no_meeting);
  g_test_add_func ("/recurrence/a_rule_that_cannot_be_followed_is_refused_with_a_sentence",
                   a_rule_that_cannot_be_followed_is_refused_with_a_sentence);
  g_test_add_func ("/recurrence/a_series_without_a_first_meeting_has_none", a_series_without_a_first_meeting_has_none);
  g_test_add_func ("/recurrence/random_rules_fall_on_the_days_that_a_walk_by_day_finds",
                   random_rules_fall_on_the_days_that_a_walk_by_day_finds);

  return g_test_run ();
}
