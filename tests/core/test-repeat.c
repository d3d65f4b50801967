/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-repeat.h"

#include "lamp-date.h"

#define FIRST "2026-11-24T07:41" /* the fourth Tuesday of November */

static void
a_rule_reads_as_a_sentence (void)
{
  static const struct { const char *rrule; const char *sentence; } cases[] = {
    { NULL, "Once: Tue 24 Nov 2026, 07:41" },
    { "", "Once: Tue 24 Nov 2026, 07:41" },
    { "FREQ=WEEKLY", "Every Tuesday at 07:41" },
    { "FREQ=WEEKLY;BYDAY=TU", "Every Tuesday at 07:41" },
    { "RRULE:freq=weekly;interval=2;byday=tu", "Every second Tuesday at 07:41" },
    { "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH", "Every 3 weeks on Tuesday and Thursday at 07:41" },
    { "FREQ=WEEKLY;BYDAY=TH,MO,TU", "Every Monday, Tuesday and Thursday at 07:41" },
    { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every day from Monday to Friday at 07:41" },
    { "FREQ=WEEKLY;BYDAY=SU", "Every Sunday at 07:41" },
    { "FREQ=MONTHLY;BYDAY=2TU", "On the second Tuesday of the month at 07:41" },
    { "FREQ=MONTHLY;BYDAY=-1FR;INTERVAL=3", "On the last Friday of the month, every 3 months at 07:41" },
    { "FREQ=MONTHLY", "On day 24 of the month at 07:41" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1", "On the last day of the month at 07:41" },
    { "FREQ=WEEKLY;COUNT=10", "Every Tuesday at 07:41, 10 times" },
    { "FREQ=WEEKLY;UNTIL=20261218", "Every Tuesday at 07:41, until 18 Dec 2026" },
    { "FREQ=WEEKLY;UNTIL=20261218T235959", "Every Tuesday at 07:41, until 18 Dec 2026" },
    { "FREQ=YEARLY;BYMONTH=9", "By the rule FREQ=YEARLY;BYMONTH=9" },
    { "Tom & <b>Jerry</b>", "By the rule Tom & <b>Jerry</b>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = lamp_repeat_describe (cases[i].rrule, FIRST);

      g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

static void
what_the_choices_cannot_say_stays_a_text (void)
{
  static const char * const rules[] = {
    "FREQ=DAILY", "FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=WEEKLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYDAY=TU", "FREQ=MONTHLY;BYDAY=-2TU", "FREQ=MONTHLY;BYMONTHDAY=1,15",
    "FREQ=WEEKLY;WKST=SU;INTERVAL=2",
    "FREQ=WEEKLY;COUNT=2;UNTIL=20261218", "FREQ=WEEKLY;UNTIL=20261218T120000Z", "FREQ=WEEKLY;INTERVAL=0", "nonsense",
    "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=MONTHLY;BYDAY=2TU;BYMONTHDAY=3", "FREQ=WEEKLY;BYDAY=", "=", "FREQ",
    "FREQ=WEEKLY;UNTIL=20261345", "FREQ=MONTHLY;BYDAY=", "FREQ=MONTHLY;BYDAY=6TU",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      LampRepeat repeat;

      g_test_message ("%s", rules[i]);
      g_assert_false (lamp_repeat_parse (rules[i], FIRST, &repeat));
      g_assert_cmpint (repeat.unit, ==, LAMP_REPEAT_WEEKS);
      g_assert_cmpuint (repeat.weekdays, ==, 1u << 1);
      g_assert_cmpint (repeat.end, ==, LAMP_REPEAT_NEVER_ENDS);
    }
}

static LampRepeat
make_random (void)
{
  LampRepeat repeat;

  lamp_repeat_init (&repeat, FIRST);
  repeat.unit = (LampRepeatUnit) g_test_rand_int_range (LAMP_REPEAT_WEEKS, LAMP_REPEAT_MONTH_DAY + 1);
  repeat.interval = (guint) g_test_rand_int_range (1, 53);
  repeat.end = (LampRepeatEnd) g_test_rand_int_range (LAMP_REPEAT_NEVER_ENDS, LAMP_REPEAT_UNTIL + 1);
  if (repeat.unit == LAMP_REPEAT_WEEKS)
    repeat.weekdays = (guint) g_test_rand_int_range (1, 128);
  else if (repeat.unit == LAMP_REPEAT_MONTH_DAY)
    repeat.month_day = g_test_rand_bit () ? g_test_rand_int_range (1, 32) : -1;
  else
    {
      repeat.weekday = (guint) g_test_rand_int_range (0, 7);
      repeat.nth = g_test_rand_bit () ? g_test_rand_int_range (1, 6) : -1;
    }
  if (repeat.end == LAMP_REPEAT_COUNT)
    repeat.count = (guint) g_test_rand_int_range (1, 9999);
  if (repeat.end == LAMP_REPEAT_UNTIL)
    {
      g_autofree char *until = lamp_date_add_days ("2026-11-24", g_test_rand_int_range (0, 4000));

      g_strlcpy (repeat.until, until, sizeof repeat.until);
    }

  return repeat;
}

static void
whatever_is_chosen_comes_back_from_its_rule (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      LampRepeat repeat = make_random ();
      LampRepeat again;
      g_autofree char *rrule = lamp_repeat_format (&repeat);
      g_autofree char *same = NULL;

      g_test_message ("%s", rrule);
      g_assert_true (lamp_repeat_parse (rrule, FIRST, &again));
      same = lamp_repeat_format (&again);
      g_assert_cmpstr (same, ==, rrule);
      g_assert_cmpint (again.unit, ==, repeat.unit);
      g_assert_cmpuint (again.interval, ==, repeat.interval);
      g_assert_cmpint (again.end, ==, repeat.end);
      g_assert_cmpstr (repeat.end == LAMP_REPEAT_UNTIL ? again.until : "", ==,
                       repeat.end == LAMP_REPEAT_UNTIL ? repeat.until : "");
    }
}

static void
a_new_series_repeats_on_the_weekday_of_its_first_meeting (void)
{
  LampRepeat repeat;
  g_autofree char *rrule = NULL;

  lamp_repeat_init (&repeat, "2026-12-31T08:00");
  rrule = lamp_repeat_format (&repeat);
  g_assert_cmpstr (rrule, ==, "FREQ=WEEKLY;BYDAY=TH");
  g_assert_cmpint (repeat.nth, ==, -1);
  g_assert_cmpint (repeat.month_day, ==, 31);
  g_assert_true (lamp_repeat_parse (NULL, NULL, &repeat));
  g_assert_cmpint (repeat.unit, ==, LAMP_REPEAT_ONCE);
  g_assert_null (lamp_repeat_format (&repeat));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/repeat/a_rule_reads_as_a_sentence", a_rule_reads_as_a_sentence);
  g_test_add_func ("/repeat/what_the_choices_cannot_say_stays_a_text", what_the_choices_cannot_say_stays_a_text);
  g_test_add_func ("/repeat/whatever_is_chosen_comes_back_from_its_rule", whatever_is_chosen_comes_back_from_its_rule);
  g_test_add_func ("/repeat/a_new_series_repeats_on_the_weekday_of_its_first_meeting",
                   a_new_series_repeats_on_the_weekday_of_its_first_meeting);

  return g_test_run ();
}
