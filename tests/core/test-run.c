/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run-sample.h"

typedef struct
{
  LampClock *clock;
  LampRun *run;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = lamp_clock_new_fixed (STARTS_AT);
  fixture->run = sample_run_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  lamp_run_free (fixture->run);
  g_object_unref (fixture->clock);
}

/* Calls an event now. */
#define DO(event, ...) \
  ({ \
    LampRunMoment now_ = lamp_run_moment (fixture->clock); \
    event (fixture->run, &now_ __VA_OPT__ (, ) __VA_ARGS__); \
  })

static void
pass (Fixture *fixture,
      int      seconds)
{
  lamp_clock_advance (fixture->clock, seconds * SECOND);
}

static void
assert_allotted (Fixture *fixture,
                 int      check_in,
                 int      feedback,
                 int      planning,
                 int      reflection)
{
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 0).allotted, ==, check_in);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 1).allotted, ==, feedback);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 2).allotted, ==, planning);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 3).allotted, ==, reflection);
}

static void
before_it_begins_it_says_what_is_to_come (Fixture       *fixture,
                                          gconstpointer  data)
{
  LampRunFigures figures;

  lamp_clock_set_utc (fixture->clock, STARTS_AT - 3 * MINUTE);
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.state, ==, LAMP_RUN_READY);
  g_assert_cmpint (figures.current, ==, 0);
  g_assert_cmpint (figures.next, ==, -1);
  g_assert_cmpint (figures.left, ==, 5 * 60);
  g_assert_cmpint (figures.late, ==, -3 * 60);
  g_assert_cmpint (figures.behind, ==, 0);
  g_assert_cmpint (figures.ends_at, ==, STARTS_AT + 44 * MINUTE);
  g_assert_cmpint (figures.slot_ends_at, ==, STARTS_AT + 44 * MINUTE);
  g_assert_cmpint (figures.meeting_left, ==, 47 * 60);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 2).starts_at, ==, STARTS_AT + 20 * MINUTE);
  g_assert_false (DO (lamp_run_next));
  g_assert_false (DO (lamp_run_pause));
  g_assert_false (DO (lamp_run_end));
  g_assert_cmpint (lamp_run_get_state (fixture->run), ==, LAMP_RUN_READY);
}

static void
an_item_counts_down_and_says_how_urgent_it_is (Fixture       *fixture,
                                               gconstpointer  data)
{
  static const struct { int passed; int left; LampRunPhase phase; } moments[] = {
    { 0, 300, LAMP_RUN_FINE },   { 239, 61, LAMP_RUN_FINE }, { 240, 60, LAMP_RUN_ORANGE }, { 284, 16, LAMP_RUN_ORANGE },
    { 285, 15, LAMP_RUN_RED },   { 299, 1, LAMP_RUN_RED },   { 300, 0, LAMP_RUN_PAST },    { 380, -80, LAMP_RUN_PAST },
  };

  g_assert_true (DO (lamp_run_start));
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      LampRunFigures figures;

      pass (fixture, moments[i].passed - (i > 0 ? moments[i - 1].passed : 0));
      figures = look (fixture->run, fixture->clock);
      g_assert_cmpint (figures.current, ==, 0);
      g_assert_cmpint (figures.next, ==, 1);
      g_assert_cmpint (figures.spent, ==, moments[i].passed);
      g_assert_cmpint (figures.left, ==, moments[i].left);
      g_assert_cmpint (figures.phase, ==, moments[i].phase);
      g_assert_cmpint (figures.elapsed, ==, moments[i].passed);
      g_assert_cmpint (figures.behind, ==, MAX (0, -moments[i].left));
      g_assert_cmpint (figures.overrun, ==, MAX (0, -moments[i].left));
    }
}

static void
a_late_start_shortens_what_follows_but_nothing_protected (Fixture       *fixture,
                                                          gconstpointer  data)
{
  LampRunFigures figures;

  pass (fixture, 4 * 60);
  g_assert_true (DO (lamp_run_start));
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.late, ==, 240);
  g_assert_cmpint (figures.behind, ==, 240);
  g_assert_cmpint (figures.overrun, ==, 0);
  g_assert_cmpint (figures.meeting_left, ==, 40 * 60);
  /* 2, 7 and 9 minutes of room give 4 minutes. */
  assert_allotted (fixture, 300 - 27, 900 - 93, 1140 - 120, 300);
}

static void
who_starts_another_day_has_moved_the_meeting (Fixture       *fixture,
                                              gconstpointer  data)
{
  LampRunFigures figures;

  pass (fixture, 26 * 60 * 60);
  g_assert_true (DO (lamp_run_start));
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.late, ==, 26 * 60 * 60);
  g_assert_cmpint (figures.behind, ==, 0);
  g_assert_cmpint (figures.meeting_left, ==, 44 * 60);
  assert_allotted (fixture, 300, 900, 1140, 300);
}

static void
an_overrun_is_paid_when_the_meeting_goes_on (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *price = NULL;

  DO (lamp_run_start);
  pass (fixture, 300 + 160);
  assert_allotted (fixture, 300, 900, 1140, 300);
  g_assert_cmpint (look (fixture->run, fixture->clock).overrun, ==, 160);
  price = DO (lamp_run_dup_price, 0);
  g_assert_cmpstr (price, ==, "+2:40: Feedback 15 → 13:50, Planning 19 → 17:30, Reflection stays 5");
  g_assert_true (DO (lamp_run_next));
  assert_allotted (fixture, 300, 830, 1050, 300);
  g_assert_cmpint (look (fixture->run, fixture->clock).overrun, ==, 0);
  g_assert_cmpint (look (fixture->run, fixture->clock).behind, ==, 160);
}

static void
the_price_of_more_time_is_what_is_then_paid (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *price = NULL;
  g_autofree char *nothing = NULL;
  g_autofree char *back = NULL;

  g_assert_null (DO (lamp_run_dup_price, 60));
  DO (lamp_run_start);
  pass (fixture, 120);
  g_assert_null (DO (lamp_run_dup_price, 0));
  price = DO (lamp_run_dup_price, 160);
  g_assert_cmpstr (price, ==, "+2:40: Feedback 15 → 13:50, Planning 19 → 17:30, Reflection stays 5");
  assert_allotted (fixture, 300, 900, 1140, 300);
  g_assert_cmpint (DO (lamp_run_add_seconds, 160), ==, 160);
  assert_allotted (fixture, 460, 830, 1050, 300);
  back = DO (lamp_run_dup_price, -160);
  g_assert_cmpstr (back, ==, "−2:40: Feedback 13:50 → 15, Planning 17:30 → 19, Reflection stays 5");
  g_assert_cmpint (DO (lamp_run_add_seconds, -24 * 60 * 60), ==, -460);
  assert_allotted (fixture, 0, 900, 1140, 300);
}

static void
what_cannot_be_made_up_is_said_to_end_late (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *price = NULL;
  g_autofree char *off = NULL;

  DO (lamp_run_start);
  price = DO (lamp_run_dup_price, 15 * 60);
  /* There are 16 minutes of room, and a deviation of 15 is still made up. */
  g_assert_cmpstr (price, ==, "+15: Feedback 15 → 8:26, Planning 19 → 10:34, Reflection stays 5");
  g_clear_pointer (&price, g_free);
  price = DO (lamp_run_dup_price, 15 * 60 + 1);
  g_assert_cmpstr (price, ==, "+15:01: ends 15:01 min late");
  DO (lamp_run_set_adapt, LAMP_RUN_ADAPT_OFF);
  off = DO (lamp_run_dup_price, 180);
  g_assert_cmpstr (off, ==, "+3: ends 3 min late");
}

static void
even_the_shortest_times_may_be_too_long (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *price = NULL;

  DO (lamp_run_start);
  DO (lamp_run_set_mark, 1, LAMP_RUN_SKIPPED);
  pass (fixture, 60);
  DO (lamp_run_add_seconds, 15 * 60);
  assert_allotted (fixture, 20 * 60, 900, 19 * 60, 300);
  price = DO (lamp_run_dup_price, 12 * 60);
  g_assert_cmpstr (price, ==, "+12: Planning 19 → 10, Reflection stays 5; ends 3 min late");
}

static void
both_ways_gives_what_was_won_to_those_who_can_use_it (Fixture       *fixture,
                                                      gconstpointer  data)
{
  DO (lamp_run_start);
  pass (fixture, 60);
  DO (lamp_run_next);
  assert_allotted (fixture, 300, 900, 1140, 300);
  g_assert_cmpint (look (fixture->run, fixture->clock).behind, ==, -240);
  DO (lamp_run_set_adapt, LAMP_RUN_ADAPT_BOTH_WAYS);
  assert_allotted (fixture, 300, 900, 1140 + 240, 300);
  DO (lamp_run_set_adapt, LAMP_RUN_ADAPT_OFF);
  assert_allotted (fixture, 300, 900, 1140, 300);
  g_assert_cmpint (look (fixture->run, fixture->clock).overrun, ==, -240);
}

static void
a_pause_stops_every_clock_but_that_of_the_slot (Fixture       *fixture,
                                                gconstpointer  data)
{
  LampRunFigures figures;

  DO (lamp_run_start);
  pass (fixture, 60);
  g_assert_true (DO (lamp_run_pause));
  g_assert_false (DO (lamp_run_pause));
  pass (fixture, 90);
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.state, ==, LAMP_RUN_PAUSED);
  g_assert_cmpint (figures.spent, ==, 60);
  g_assert_cmpint (figures.pause, ==, 90);
  g_assert_cmpint (figures.elapsed, ==, 150);
  g_assert_cmpint (figures.behind, ==, 90);
  g_assert_true (DO (lamp_run_resume));
  assert_allotted (fixture, 300, 900 - 39, 1140 - 51, 300);
  pass (fixture, 10);
  DO (lamp_run_pause);
  pass (fixture, 5);
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.pause, ==, 5);
  g_assert_cmpint (figures.paused, ==, 95);
  g_assert_cmpint (figures.spent, ==, 70);
}

static void
going_back_takes_up_a_clock_where_it_stood (Fixture       *fixture,
                                            gconstpointer  data)
{
  LampRunFigures figures;

  DO (lamp_run_start);
  g_assert_false (DO (lamp_run_back));
  pass (fixture, 250);
  DO (lamp_run_next);
  pass (fixture, 30);
  g_assert_true (DO (lamp_run_back));
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.current, ==, 0);
  g_assert_cmpint (figures.spent, ==, 250);
  g_assert_cmpint (figures.left, ==, 50);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 0).mark, ==, LAMP_RUN_OPEN);
  pass (fixture, 20);
  DO (lamp_run_next);
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.current, ==, 1);
  g_assert_cmpint (figures.spent, ==, 30);
  g_assert_cmpint (figures.left, ==, 870);
}

static void
what_is_skipped_gives_its_time_back (Fixture       *fixture,
                                     gconstpointer  data)
{
  DO (lamp_run_set_adapt, LAMP_RUN_ADAPT_BOTH_WAYS);
  DO (lamp_run_start);
  pass (fixture, 300);
  DO (lamp_run_next);
  pass (fixture, 10);
  g_assert_true (DO (lamp_run_skip));
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 1).mark, ==, LAMP_RUN_SKIPPED);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 1).spent, ==, 10);
  /* 14:50 are won; planning can use 6 more. */
  assert_allotted (fixture, 300, 900, 25 * 60, 300);
  g_assert_cmpint (look (fixture->run, fixture->clock).behind, ==, -890);
}

static void
the_last_item_stays_until_the_end_even_when_it_is_skipped (Fixture       *fixture,
                                                           gconstpointer  data)
{
  DO (lamp_run_start);
  DO (lamp_run_go_to, 3);
  for (guint i = 0; i < 3; i++)
    DO (lamp_run_set_mark, i, LAMP_RUN_DISCUSSED);
  g_assert_false (DO (lamp_run_next));
  g_assert_true (DO (lamp_run_skip));
  g_assert_false (DO (lamp_run_skip));
  pass (fixture, 7);
  g_assert_true (DO (lamp_run_end));
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 3).mark, ==, LAMP_RUN_SKIPPED);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 3).spent, ==, 7);
  g_assert_cmpint (lamp_run_get_ended_at (fixture->run), ==, STARTS_AT + 7 * SECOND);
}

static void
what_was_left_behind_comes_after_the_last (Fixture       *fixture,
                                           gconstpointer  data)
{
  DO (lamp_run_start);
  pass (fixture, 10);
  g_assert_true (DO (lamp_run_go_to, 2));
  g_assert_false (DO (lamp_run_go_to, 2));
  g_assert_false (DO (lamp_run_go_to, 4));
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 3).starts_at, ==, STARTS_AT + 10 * SECOND + 19 * MINUTE);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 0).starts_at, ==, STARTS_AT + 10 * SECOND + 24 * MINUTE);
  DO (lamp_run_next);
  DO (lamp_run_next);
  g_assert_cmpint (look (fixture->run, fixture->clock).current, ==, 0);
  g_assert_cmpint (look (fixture->run, fixture->clock).left, ==, 290);
}

static void
a_forgotten_start_is_put_right (Fixture       *fixture,
                                gconstpointer  data)
{
  LampRunFigures figures;

  pass (fixture, 180);
  DO (lamp_run_start);
  pass (fixture, 60);
  g_assert_cmpint (DO (lamp_run_correct_start, 180), ==, 180);
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.late, ==, 0);
  g_assert_cmpint (figures.spent, ==, 240);
  g_assert_cmpint (figures.elapsed, ==, 240);
  g_assert_cmpint (lamp_run_get_began_at (fixture->run), ==, STARTS_AT);
  g_assert_cmpint (figures.meeting_left, ==, 40 * 60);
  DO (lamp_run_next);
  pass (fixture, 5);
  g_assert_cmpint (DO (lamp_run_correct_item, 35), ==, 35);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 0).spent, ==, 205);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 1).spent, ==, 40);
  g_assert_cmpint (DO (lamp_run_correct_item, 1000), ==, 205);
  g_assert_cmpint (DO (lamp_run_correct_start, -1000), ==, 0); /* the opening item has nothing left */
}

static void
turns_are_counted_and_taken_back (Fixture       *fixture,
                                  gconstpointer  data)
{
  int turns = 0;

  g_assert_cmpint (lamp_run_add_turns (fixture->run, "Tom & <b>Jerry</b>", 1), ==, 1);
  g_assert_cmpint (lamp_run_add_turns (fixture->run, "p2", 1), ==, 1);
  g_assert_cmpint (lamp_run_add_turns (fixture->run, "p2", 1), ==, 2);
  g_assert_cmpint (lamp_run_add_turns (fixture->run, "p2", -5), ==, 0);
  g_assert_cmpuint (lamp_run_get_n_seats (fixture->run), ==, 2);
  g_assert_cmpstr (lamp_run_get_seat (fixture->run, 0, &turns), ==, "Tom & <b>Jerry</b>");
  g_assert_cmpint (turns, ==, 1);
  lamp_run_clear_turns (fixture->run);
  g_assert_cmpuint (lamp_run_get_n_seats (fixture->run), ==, 0);
}

static void
the_agenda_may_change_while_it_is_run (Fixture       *fixture,
                                       gconstpointer  data)
{
  const LampRunItem changed[] = {
    { "news", "News", { 120, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, FALSE } },
    { "planning", "Planning together", { 19 * 60, 10 * 60, 25 * 60, FALSE } },
    { "feedback", "Feedback", { 17 * 60, 8 * 60, 20 * 60, FALSE } },
    { "news", "The same again", { 60, 60, 60, FALSE } },
  };

  DO (lamp_run_start);
  pass (fixture, 300);
  DO (lamp_run_next);
  pass (fixture, 60);
  DO (lamp_run_set_items, changed, G_N_ELEMENTS (changed));
  g_assert_cmpuint (lamp_run_get_n_items (fixture->run), ==, 3);
  g_assert_cmpint (look (fixture->run, fixture->clock).current, ==, 2);
  g_assert_cmpint (look (fixture->run, fixture->clock).left, ==, 16 * 60);
  g_assert_cmpstr (look_at (fixture->run, fixture->clock, 1).title, ==, "Planning together");
  DO (lamp_run_set_items, changed, 2);
  g_assert_cmpint (look (fixture->run, fixture->clock).current, ==, 0);
  pass (fixture, 10);
  DO (lamp_run_set_items, sample_items, N_SAMPLE_ITEMS);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 0).spent, ==, 300);
  g_assert_cmpint (look_at (fixture->run, fixture->clock, 1).spent, ==, 60);
  g_assert_cmpint (look (fixture->run, fixture->clock).elapsed, ==, 370);
  DO (lamp_run_set_items, NULL, 0);
  g_assert_cmpint (look (fixture->run, fixture->clock).current, ==, -1);
  pass (fixture, 3);
  g_assert_true (DO (lamp_run_end));
  g_assert_cmpint (look (fixture->run, fixture->clock).elapsed, ==, 373);
}

static void
what_was_closed_and_opened_again_is_taken_up (Fixture       *fixture,
                                              gconstpointer  data)
{
  LampRunFigures figures;

  pass (fixture, 3600);
  g_assert_true (lamp_run_set_spent (fixture->run, 0, 310, LAMP_RUN_DISCUSSED));
  g_assert_true (lamp_run_set_spent (fixture->run, 1, 200, LAMP_RUN_OPEN));
  g_assert_true (DO (lamp_run_take_up, STARTS_AT, STARTS_AT + 600 * SECOND));
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.state, ==, LAMP_RUN_PAUSED);
  g_assert_cmpint (figures.current, ==, 1);
  g_assert_cmpint (figures.spent, ==, 200);
  g_assert_cmpint (figures.elapsed, ==, 3600);
  g_assert_cmpint (figures.paused, ==, 0);
  DO (lamp_run_resume);
  pass (fixture, 5);
  DO (lamp_run_end);
  pass (fixture, 100);
  g_assert_true (DO (lamp_run_reopen));
  figures = look (fixture->run, fixture->clock);
  g_assert_cmpint (figures.spent, ==, 205);
  g_assert_cmpint (figures.elapsed, ==, 3705);
}

#define ADD(test) g_test_add ("/run/" #test, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (before_it_begins_it_says_what_is_to_come);
  ADD (an_item_counts_down_and_says_how_urgent_it_is);
  ADD (a_late_start_shortens_what_follows_but_nothing_protected);
  ADD (who_starts_another_day_has_moved_the_meeting);
  ADD (an_overrun_is_paid_when_the_meeting_goes_on);
  ADD (the_price_of_more_time_is_what_is_then_paid);
  ADD (what_cannot_be_made_up_is_said_to_end_late);
  ADD (even_the_shortest_times_may_be_too_long);
  ADD (both_ways_gives_what_was_won_to_those_who_can_use_it);
  ADD (a_pause_stops_every_clock_but_that_of_the_slot);
  ADD (going_back_takes_up_a_clock_where_it_stood);
  ADD (what_is_skipped_gives_its_time_back);
  ADD (the_last_item_stays_until_the_end_even_when_it_is_skipped);
  ADD (what_was_left_behind_comes_after_the_last);
  ADD (a_forgotten_start_is_put_right);
  ADD (turns_are_counted_and_taken_back);
  ADD (the_agenda_may_change_while_it_is_run);
  ADD (what_was_closed_and_opened_again_is_taken_up);

  return g_test_run ();
}
