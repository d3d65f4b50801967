/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-clock.h"
#include "lamp-date.h"
#include "lamp-id.h"

static void
dates_that_are_not_in_the_calendar_are_refused (void)
{
  static const char * const bad[] = { "", "2026", "2026-02-30", "2026-13-01", "2026-1-1", "0000-01-01", "2026-01-01 ",
                                      "2026/01/01", "२०२६-01-01", "2025-02-29" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lamp_date_is_valid (bad[i]));
  g_assert_false (lamp_date_is_valid (NULL));
  g_assert_true (lamp_date_is_valid ("2024-02-29"));
}

static void
days_can_be_added_across_months_and_back (void)
{
  g_autofree char *later = lamp_date_add_days ("2024-02-28", 2);
  g_autofree char *back = lamp_date_add_days (later, -2);

  g_assert_cmpstr (later, ==, "2024-03-01");
  g_assert_cmpstr (back, ==, "2024-02-28");
  g_assert_cmpint (lamp_date_days_between ("2024-02-28", "2024-03-01"), ==, 2);
  g_assert_cmpint (lamp_date_days_between ("2024-03-01T07:41", "2024-02-28"), ==, -2);
  g_assert_null (lamp_date_add_days ("9999-12-31", 1));
}

static void
a_wall_time_survives_its_place_on_the_line_of_minutes (void)
{
  static const char * const times[] = { "2026-03-29T02:30", "0001-01-01T00:00", "9999-12-31T23:59", "2026-11-22T07:41" };

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *back = lamp_time_from_minutes (lamp_time_to_minutes (times[i]));

      g_assert_cmpstr (back, ==, times[i]);
    }
  g_assert_false (lamp_time_is_valid ("2026-11-22T24:00"));
  g_assert_false (lamp_time_is_valid ("2026-11-22 07:41"));
}

static void
instants_come_back_in_utc_with_milliseconds (void)
{
  static const struct { const char *in; const char *out; } cases[] = {
    { "2026-11-22T10:00:00Z", "2026-11-22T10:00:00.000Z" },
    { "2026-11-22T10:00:00.1234Z", "2026-11-22T10:00:00.123Z" },
    { "2026-11-22T10:00:00+02:00", "2026-11-22T08:00:00.000Z" },
    { "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z" },
  };
  gint64 usec;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *out = NULL;

      g_assert_true (lamp_instant_parse (cases[i].in, &usec));
      out = lamp_instant_format (usec);
      g_assert_cmpstr (out, ==, cases[i].out);
      g_assert_true (lamp_instant_is_canonical (out));
      g_assert_cmpint (lamp_instant_is_canonical (cases[i].in), ==, g_str_equal (cases[i].in, out));
    }
  g_assert_false (lamp_instant_is_canonical ("2026-02-30T10:00:00.000Z"));
  g_assert_false (lamp_instant_is_canonical ("2026-02-28T24:00:00.000Z"));
  g_assert_false (lamp_instant_is_canonical ("2026-02-28T10:00:60.000Z"));
  g_assert_false (lamp_instant_is_canonical (NULL));
  g_assert_false (lamp_instant_parse ("2026-11-22T10:00:00", &usec));
  g_assert_false (lamp_instant_parse ("2026-11-22", &usec));
  g_assert_false (lamp_instant_parse ("2026-02-30T10:00:00Z", &usec));
}

static void
durations_are_read_as_people_type_them (void)
{
  static const struct { const char *text; int minutes; } cases[] = {
    { "90", 90 }, { "90m", 90 }, { "90 min", 90 }, { "1:30", 90 }, { "1.5h", 90 }, { "1,5 h", 90 }, { "1h 30", 90 }, { " 7 ", 7 },
  };
  static const char * const bad[] = { "", "h", "1:75", "-5", "9999", "1:3", "five", "25h" };
  int minutes;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (lamp_duration_parse (cases[i].text, &minutes));
      g_assert_cmpint (minutes, ==, cases[i].minutes);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (lamp_duration_parse (bad[i], &minutes));
}

static void
identifiers_made_one_after_another_sort_that_way (void)
{
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (G_GINT64_CONSTANT (1795255200000000));
  g_autofree char *last = lamp_id_new (clock);

  g_assert_cmpuint (strlen (last), ==, 36);
  g_assert_cmpint (last[14], ==, '7');
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *next = lamp_id_new (clock);

      g_assert_true (lamp_id_is_valid (next));
      g_assert_cmpstr (last, <, next);
      g_set_str (&last, next);
    }
}

static void
identifiers_hold_only_what_is_allowed (void)
{
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');

  g_assert_true (lamp_id_is_valid ("P1.M8-2024_x:y"));
  g_assert_true (lamp_id_is_valid (longest));
  g_assert_false (lamp_id_is_valid (too_long));
  g_assert_false (lamp_id_is_valid (""));
  g_assert_false (lamp_id_is_valid ("a b"));
  g_assert_false (lamp_id_is_valid ("é"));
}

static void
the_time_that_people_live_through_does_not_follow_the_wall (void)
{
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (0);
  g_autoptr (LampClock) system = lamp_clock_new_system ();
  gint64 before = lamp_clock_get_boottime (clock);

  lamp_clock_advance (clock, 5);
  lamp_clock_set_utc (clock, -G_USEC_PER_SEC);
  g_assert_cmpint (lamp_clock_get_boottime (clock) - before, ==, 5);
  g_assert_cmpint (lamp_clock_get_utc (clock), ==, -G_USEC_PER_SEC);
  before = lamp_clock_get_boottime (system);
  g_assert_cmpint (lamp_clock_get_boottime (system), >=, before);
}

static void
a_machine_that_starts_anew_says_so (void)
{
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (0);
  g_autoptr (LampClock) system = lamp_clock_new_system ();
  g_autoptr (LampClock) other = lamp_clock_new_system ();
  g_autofree char *before = g_strdup (lamp_clock_get_boot_id (clock));

  lamp_clock_advance (clock, 7);
  g_assert_cmpstr (lamp_clock_get_boot_id (clock), ==, before);
  lamp_clock_reboot (clock, 5);
  g_assert_cmpstr (lamp_clock_get_boot_id (clock), !=, before);
  g_assert_cmpint (lamp_clock_get_boottime (clock), ==, 0);
  g_assert_cmpint (lamp_clock_get_utc (clock), ==, 12);
  g_assert_cmpstr (lamp_clock_get_boot_id (system), !=, "");
  if (g_file_test ("/proc/sys/kernel/random/boot_id", G_FILE_TEST_EXISTS))
    g_assert_cmpstr (lamp_clock_get_boot_id (system), ==, lamp_clock_get_boot_id (other));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/dates_that_are_not_in_the_calendar_are_refused", dates_that_are_not_in_the_calendar_are_refused);
  g_test_add_func ("/base/days_can_be_added_across_months_and_back", days_can_be_added_across_months_and_back);
  g_test_add_func ("/base/a_wall_time_survives_its_place_on_the_line_of_minutes", a_wall_time_survives_its_place_on_the_line_of_minutes);
  g_test_add_func ("/base/instants_come_back_in_utc_with_milliseconds", instants_come_back_in_utc_with_milliseconds);
  g_test_add_func ("/base/durations_are_read_as_people_type_them", durations_are_read_as_people_type_them);
  g_test_add_func ("/base/identifiers_made_one_after_another_sort_that_way", identifiers_made_one_after_another_sort_that_way);
  g_test_add_func ("/base/the_time_that_people_live_through_does_not_follow_the_wall",
                   the_time_that_people_live_through_does_not_follow_the_wall);
  g_test_add_func ("/base/a_machine_that_starts_anew_says_so", a_machine_that_starts_anew_says_so);
  g_test_add_func ("/base/identifiers_hold_only_what_is_allowed", identifiers_hold_only_what_is_allowed);

  return g_test_run ();
}
