/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-error.h"
#include "run-sample.h"

/* Whatever happens in whatever order: what must hold of a run always. And what is read back from a text. */

#define RUNS 150
#define EVENTS 60
#define MOST_ITEMS 7

typedef struct
{
  LampClock *clock;
  LampRun *run;
  LampRunItem items[MOST_ITEMS];
  guint n_items;
  gint64 passed;  /* µs since the start, as the room lived through it */
  gint64 waited;  /* µs of it in pauses */
  gint64 idle;    /* µs of it with nothing on the agenda: all had been ticked off before it began */
  gboolean has_opened;
  int extra[MOST_ITEMS];
} Trial;

static void
draw_items (Trial *trial)
{
  static const char *const ids[MOST_ITEMS] = { "a", "b", "c", "d", "e", "f", "g" };

  trial->n_items = (guint) g_test_rand_int_range (0, MOST_ITEMS + 1);
  for (guint i = 0; i < trial->n_items; i++)
    {
      int seconds = g_test_rand_int_range (0, 1200);
      LampRunItem item = { ids[i], ids[i], { seconds, LAMP_FIT_DEFAULT, LAMP_FIT_DEFAULT, g_test_rand_bit () } };

      if (g_test_rand_bit ())
        item.step.minimum = g_test_rand_int_range (0, 1500);
      if (g_test_rand_bit ())
        item.step.maximum = g_test_rand_int_range (0, 1500);
      trial->items[i] = item;
    }
}

/* Lets time pass, with whatever a laptop goes through: the run must not care. */
static void
let_pass (Trial *trial)
{
  gint64 usec = g_test_rand_int_range (0, 200) * SECOND + g_test_rand_int_range (0, 1000000);
  LampRunState state = lamp_run_get_state (trial->run);

  if (g_test_rand_int_range (0, 8) == 0) /* the wall clock is set, until the next restart */
    lamp_clock_set_utc (trial->clock, STARTS_AT + g_test_rand_int_range (-100000, 100000) * SECOND);
  lamp_clock_advance (trial->clock, usec);
  if (state == LAMP_RUN_RUNNING || state == LAMP_RUN_PAUSED)
    trial->passed += usec;
  if (state == LAMP_RUN_PAUSED)
    trial->waited += usec;
  if (state == LAMP_RUN_RUNNING && look (trial->run, trial->clock).current < 0)
    trial->idle += usec;
}

static void
add_seconds (Trial               *trial,
             const LampRunMoment *moment)
{
  int current = look (trial->run, trial->clock).current;
  int added = lamp_run_add_seconds (trial->run, moment, g_test_rand_int_range (-400, 400));

  if (current >= 0)
    trial->extra[current] += added;
  else
    g_assert_cmpint (added, ==, 0);
}

/* Seconds that are moved from one item to another, or into or out of what is counted. */
static void
correct (Trial               *trial,
         const LampRunMoment *moment)
{
  int seconds = g_test_rand_int_range (-300, 300);

  if (g_test_rand_bit ())
    {
      gint64 moved = lamp_run_correct_start (trial->run, moment, seconds) * SECOND;

      trial->passed += moved;
      trial->idle += trial->has_opened ? 0 : moved;
    }
  else
    lamp_run_correct_item (trial->run, moment, seconds);
}

static void
happen (Trial *trial)
{
  LampRunMoment moment = lamp_run_moment (trial->clock);
  LampRun *run = trial->run;
  guint any = trial->n_items > 0 ? (guint) g_test_rand_int_range (0, (int) trial->n_items) : 0;

  switch (g_test_rand_int_range (0, 13))
    {
    case 0:
      lamp_run_start (run, &moment);
      break;
    case 1:
      lamp_run_pause (run, &moment);
      break;
    case 2:
    case 3:
      lamp_run_resume (run, &moment);
      break;
    case 4:
    case 5:
      lamp_run_next (run, &moment);
      break;
    case 6:
      lamp_run_back (run, &moment);
      break;
    case 7:
      lamp_run_skip (run, &moment);
      break;
    case 8:
      lamp_run_go_to (run, &moment, any);
      break;
    case 9:
      add_seconds (trial, &moment);
      break;
    case 10:
      lamp_run_set_mark (run, &moment, any, (LampRunMark) g_test_rand_int_range (0, 3));
      break;
    case 11:
      lamp_run_set_adapt (run, &moment, (LampRunAdapt) g_test_rand_int_range (0, 3));
      break;
    default:
      correct (trial, &moment);
      break;
    }
}

/* Killed and read again, the text is the same and so is all that is shown. */
static void
die_and_come_back (Trial *trial)
{
  LampRunMoment moment = lamp_run_moment (trial->clock);
  g_autofree char *text = lamp_run_to_text (trial->run, &moment);
  g_autofree char *again = NULL;
  LampRunFigures before = look (trial->run, trial->clock);
  LampRunFigures after;
  GError *error = NULL;
  int away = -1;

  lamp_run_free (trial->run);
  trial->run = lamp_run_from_text (text, &moment, &away, &error);
  g_assert_no_error (error);
  g_assert_cmpint (away, ==, 0);
  again = lamp_run_to_text (trial->run, &moment);
  g_assert_cmpstr (text, ==, again);
  after = look (trial->run, trial->clock);
  g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
}

static void
check (Trial *trial)
{
  LampRunFigures figures = look (trial->run, trial->clock);
  gint64 spent = 0;

  if (figures.state == LAMP_RUN_READY)
    return;
  for (guint i = 0; i < trial->n_items; i++)
    {
      LampRunPlace place = look_at (trial->run, trial->clock, i);

      g_assert_cmpint (place.spent, >=, 0);
      g_assert_cmpint (place.allotted, >=, 0);
      if (place.is_protected)
        g_assert_cmpint (place.allotted, ==, place.planned + trial->extra[i]);
      spent += place.spent;
    }
  g_assert_cmpint (figures.elapsed, ==, trial->passed / SECOND);
  g_assert_cmpint (figures.paused, ==, trial->waited / SECOND);
  /* Each is shown in whole seconds, downwards. */
  spent += figures.paused + trial->idle / SECOND;
  g_assert_cmpint (spent, <=, figures.elapsed);
  g_assert_cmpint (spent + (gint64) trial->n_items + 2, >=, figures.elapsed);
  trial->has_opened |= figures.current >= 0;
  if (figures.current >= 0)
    g_assert_cmpint (figures.left, ==, figures.allotted - figures.spent);
}

/* The price is what is then paid, word by word: asking changes nothing. */
static void
ask_for_the_price (Trial *trial)
{
  LampRunMoment moment = lamp_run_moment (trial->clock);
  g_autofree char *before = lamp_run_to_text (trial->run, &moment);
  g_autofree char *price = lamp_run_dup_price (trial->run, &moment, g_test_rand_int_range (-300, 300));
  g_autofree char *after = lamp_run_to_text (trial->run, &moment);

  g_assert_cmpstr (before, ==, after);
  if (price != NULL)
    g_assert_true (g_utf8_validate (price, -1, NULL));
}

static void
run_once (void)
{
  Trial trial = { 0 };
  LampRunMoment moment;

  trial.clock = lamp_clock_new_fixed (STARTS_AT + g_test_rand_int_range (-2000, 2000) * SECOND);
  draw_items (&trial);
  trial.run = lamp_run_new ("m", g_test_rand_bit () ? STARTS_AT : 0, g_test_rand_int_range (0, 6000), trial.items,
                            trial.n_items);
  for (guint i = 0; i < EVENTS; i++)
    {
      happen (&trial);
      check (&trial);
      die_and_come_back (&trial);
      ask_for_the_price (&trial);
      let_pass (&trial);
      check (&trial);
    }
  moment = lamp_run_moment (trial.clock);
  if (lamp_run_end (trial.run, &moment))
    g_assert_cmpint (lamp_run_get_ended_at (trial.run) - lamp_run_get_began_at (trial.run), ==, trial.passed);
  check (&trial);
  lamp_run_free (trial.run);
  g_object_unref (trial.clock);
}

static void
time_is_never_lost_nor_made_whatever_happens (void)
{
  for (guint i = 0; i < RUNS; i++)
    run_once ();
}

/* Items come, go and move; what was spent adds up all the same. */
static void
an_agenda_that_changes_all_the_time_loses_no_second (void)
{
  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (LampClock) clock = lamp_clock_new_fixed (STARTS_AT);
      g_autoptr (LampRun) run = sample_run_new ();
      LampRunMoment moment = lamp_run_moment (clock);
      int elapsed = 0;
      int spent = 0;

      lamp_run_start (run, &moment);
      for (guint e = 0; e < 30; e++)
        {
          LampRunItem some[N_SAMPLE_ITEMS];
          guint from = (guint) g_test_rand_int_range (0, N_SAMPLE_ITEMS);
          guint n_some = (guint) g_test_rand_int_range (1, N_SAMPLE_ITEMS + 1);
          int seconds = g_test_rand_int_range (0, 100);

          for (guint k = 0; k < n_some; k++)
            some[k] = sample_items[(from + k) % N_SAMPLE_ITEMS];
          lamp_clock_advance (clock, seconds * SECOND);
          elapsed += seconds;
          moment = lamp_run_moment (clock);
          lamp_run_set_items (run, &moment, some, n_some);
          if (g_test_rand_bit ())
            lamp_run_next (run, &moment);
          g_assert_cmpint (look (run, clock).current, >=, 0);
          g_assert_cmpint (look (run, clock).current, <, (int) n_some);
        }
      lamp_run_set_items (run, &moment, sample_items, N_SAMPLE_ITEMS);
      for (guint k = 0; k < N_SAMPLE_ITEMS; k++)
        spent += look_at (run, clock, k).spent;
      g_assert_cmpint (spent, ==, elapsed);
    }
}

static void
the_wall_bridges_what_a_dead_battery_left_open (void)
{
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (STARTS_AT);
  g_autoptr (LampRun) run = sample_run_new ();
  g_autoptr (LampRun) again = NULL;
  g_autofree char *text = NULL;
  LampRunMoment moment = lamp_run_moment (clock);
  GError *error = NULL;
  int away = 0;

  lamp_run_start (run, &moment);
  lamp_clock_advance (clock, 100 * SECOND);
  moment = lamp_run_moment (clock);
  text = lamp_run_to_text (run, &moment);
  lamp_clock_reboot (clock, 95 * SECOND);
  moment = lamp_run_moment (clock);
  again = lamp_run_from_text (text, &moment, &away, &error);
  g_assert_no_error (error);
  g_assert_cmpint (away, ==, 95);
  g_assert_cmpint (look (again, clock).spent, ==, 195);
  g_assert_cmpint (lamp_run_leave_out (again, &moment, away), ==, 95);
  g_assert_cmpint (look (again, clock).spent, ==, 100);
  g_assert_cmpint (look (again, clock).elapsed, ==, 195);
  /* A wall clock that went back to 1970 with the battery takes nothing away. */
  lamp_clock_reboot (clock, 0);
  lamp_clock_set_utc (clock, 0);
  g_assert_cmpint (look (again, clock).spent, ==, 100);
}

static void
assert_refused (const char *text,
                int         code)
{
  LampRunMoment moment = { 0, STARTS_AT, "boot" };
  g_autoptr (GError) error = NULL;

  if (lamp_run_from_text (text, &moment, NULL, &error) != NULL)
    g_error ("taken for a meeting: %s", text);
  g_assert_true (g_error_matches (error, LAMP_ERROR, code));
}

static char *
dup_sample_text (void)
{
  g_autoptr (LampRun) run = sample_run_new ();
  LampRunMoment moment = { 5, STARTS_AT, "boot" };

  lamp_run_start (run, &moment);
  lamp_run_add_turns (run, "p", 1);

  return lamp_run_to_text (run, &moment);
}

static void
what_does_not_add_up_is_refused (void)
{
  static const struct { const char *from; const char *to; } spoils[] = {
    { "\"state\":1", "\"state\":9" },           { "\"elapsed\":0", "\"elapsed\":7" },
    { "\"current\":0", "\"current\":4" },       { "\"current\":0", "\"current\":-2" },
    { "\"planned\":300", "\"planned\":-1" },    { "\"spent\":0", "\"spent\":-1" },
    { "\"spent\":0", "\"spent\":\"0\"" },       { "\"spent\":0", "\"spent\":0.5" },
    { "\"id\":\"check-in\"", "\"id\":\"feedback\"" }, { "\"id\":\"check-in\"", "\"id\":null" },
    { "\"seats\":[", "\"seats\":[7," },         { "\"items\":[", "\"items\":{},\"x\":[" },
    { "\"turns\":1", "\"turns\":-1" },          { "\"pause\":0", "\"pause\":1" },
    { "\"boot_id\":\"boot\"", "\"boot_id\":4" },
  };
  g_autofree char *text = dup_sample_text ();

  assert_refused ("", LAMP_ERROR_FORMAT);
  assert_refused ("[", LAMP_ERROR_JSON);
  assert_refused ("[]", LAMP_ERROR_FORMAT);
  assert_refused ("{}", LAMP_ERROR_FORMAT);
  assert_refused ("\xff", LAMP_ERROR_CORRUPT);
  assert_refused ("{\"format\":\"lamplighter-run\",\"version\":2}", LAMP_ERROR_VERSION);
  assert_refused ("{\"format\":\"lamplighter-run\",\"version\":1}", LAMP_ERROR_CORRUPT);
  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++)
    {
      g_autoptr (GString) spoiled = g_string_new (text);

      g_assert_cmpuint (g_string_replace (spoiled, spoils[i].from, spoils[i].to, 1), ==, 1);
      assert_refused (spoiled->str, LAMP_ERROR_CORRUPT);
    }
}

/* Garbled at random: refused with an error, or taken for a run of which everything can be asked. */
static void
what_is_garbled_never_crashes (void)
{
  g_autofree char *text = dup_sample_text ();
  gsize length = strlen (text);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *garbled = g_strdup (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (LampRun) run = NULL;
      LampRunMoment moment = { 9, STARTS_AT, "boot" };
      LampRunFigures figures;

      for (int k = g_test_rand_int_range (1, 4); k > 0; k--)
        garbled[g_test_rand_int_range (0, (int) length)] = (char) g_test_rand_int_range (1, 256);
      run = lamp_run_from_text (garbled, &moment, NULL, &error);
      if (run == NULL)
        {
          g_assert_nonnull (error);
          continue;
        }
      lamp_run_look (run, &moment, &figures);
      lamp_run_next (run, &moment);
      g_free (lamp_run_to_text (run, &moment));
    }
}

static void
the_next_second_is_waited_for_and_no_longer (void)
{
  g_autoptr (LampClock) clock = lamp_clock_new_fixed (STARTS_AT);
  g_autoptr (LampRun) run = sample_run_new ();
  LampRunMoment moment = lamp_run_moment (clock);

  lamp_run_start (run, &moment);
  lamp_clock_advance (clock, 1300000);
  moment = lamp_run_moment (clock);
  g_assert_cmpint (lamp_run_get_until_tick (run, &moment), ==, 700000);
  lamp_run_pause (run, &moment);
  g_assert_cmpint (lamp_run_get_until_tick (run, &moment), ==, SECOND);
  lamp_run_resume (run, &moment);
  lamp_run_next (run, &moment);
  g_assert_cmpint (lamp_run_get_until_tick (run, &moment), ==, SECOND);
  lamp_run_back (run, &moment);
  g_assert_cmpint (lamp_run_get_until_tick (run, &moment), ==, 700000);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run/time_is_never_lost_nor_made_whatever_happens", time_is_never_lost_nor_made_whatever_happens);
  g_test_add_func ("/run/an_agenda_that_changes_all_the_time_loses_no_second",
                   an_agenda_that_changes_all_the_time_loses_no_second);
  g_test_add_func ("/run/the_wall_bridges_what_a_dead_battery_left_open",
                   the_wall_bridges_what_a_dead_battery_left_open);
  g_test_add_func ("/run/what_does_not_add_up_is_refused", what_does_not_add_up_is_refused);
  g_test_add_func ("/run/what_is_garbled_never_crashes", what_is_garbled_never_crashes);
  g_test_add_func ("/run/the_next_second_is_waited_for_and_no_longer", the_next_second_is_waited_for_and_no_longer);

  return g_test_run ();
}
