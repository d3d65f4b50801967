/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-bell.h"

#include "view-fixture.h"

/* When the bell rings. Here nothing can sound, and nobody is to be bothered with it: every warning is fatal. */

#define SECOND G_GINT64_CONSTANT (1000000)

typedef struct
{
  Fixture file;
  LampMeetingRun *run;
  LampBell *bell;
  guint n_rung;
} BellFixture;

static void
on_rung (BellFixture *fixture)
{
  fixture->n_rung++;
}

static void
set_up (BellFixture   *fixture,
        gconstpointer  data)
{
  g_autoptr (LampRecord) meeting = NULL;

  fixture_open (&fixture->file);
  g_object_unref (fixture_add (&fixture->file, "communities", "team", "name", "Team", "kind", "team", NULL));
  meeting = fixture_add (&fixture->file, "meetings", "m", "community", "team", "title", "Today", "starts_at",
                         "2026-11-22T10:00", "minutes", "44", NULL);
  g_object_unref (fixture_add (&fixture->file, "agenda_items", "a", "meeting", "m", "position", "0", "title", "Arrive",
                               "kind", "check-in", "minutes", "5", NULL));
  g_object_unref (fixture_add (&fixture->file, "agenda_items", "b", "meeting", "m", "position", "1", "title", "News",
                               "kind", "logistics", "minutes", "0", NULL));
  fixture->file.window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->file.window));
  fixture->run = lamp_meeting_run_new (fixture->file.session, meeting);
  fixture->bell = lamp_bell_new (fixture->run, GTK_WINDOW (fixture->file.window));
  g_signal_connect_swapped (fixture->bell, "rung", G_CALLBACK (on_rung), fixture);
  lamp_meeting_run_start (fixture->run);
}

static void
tear_down (BellFixture   *fixture,
           gconstpointer  data)
{
  fixture_settle ();
  g_assert_finalize_object (fixture->bell);
  g_assert_finalize_object (fixture->run);
  fixture_close (&fixture->file);
}

static void
pass (BellFixture *fixture,
      gint64       seconds)
{
  lamp_clock_advance (fixture->file.clock, seconds * SECOND);
  lamp_meeting_run_step (fixture->run);
}

static void
it_rings_once_when_the_time_is_over (BellFixture   *fixture,
                                     gconstpointer  data)
{
  pass (fixture, 290);
  g_assert_cmpuint (fixture->n_rung, ==, 0);
  pass (fixture, 10);
  g_assert_cmpuint (fixture->n_rung, ==, 1);
  pass (fixture, 10);
  g_assert_cmpuint (fixture->n_rung, ==, 1);
  lamp_meeting_run_add_seconds (fixture->run, 60);
  pass (fixture, 60);
  g_assert_cmpuint (fixture->n_rung, ==, 2);
  lamp_meeting_run_next (fixture->run); /* an item without any time is over at once, and no news */
  pass (fixture, 1);
  g_assert_cmpuint (fixture->n_rung, ==, 2);
}

static void
it_rings_early_only_if_wanted (BellFixture   *fixture,
                               gconstpointer  data)
{
  g_object_set (fixture->bell, "at-orange", TRUE, NULL);
  pass (fixture, 240);
  g_assert_cmpuint (fixture->n_rung, ==, 1);
  pass (fixture, 45);
  g_assert_cmpuint (fixture->n_rung, ==, 1);
  pass (fixture, 15);
  g_assert_cmpuint (fixture->n_rung, ==, 2);
}

static void
one_that_is_silenced_does_not_ring (BellFixture   *fixture,
                                    gconstpointer  data)
{
  g_object_set (fixture->bell, "enabled", FALSE, NULL);
  pass (fixture, 400);
  g_assert_cmpuint (fixture->n_rung, ==, 0);
}

/* The stream is not there, cannot be decoded or has no device: nothing but a beep comes of it. */
static void
where_nothing_can_sound_it_is_silent (BellFixture   *fixture,
                                      gconstpointer  data)
{
  gint64 before = g_get_monotonic_time ();

  for (guint i = 0; i < 5; i++)
    {
      lamp_bell_ring (fixture->bell);
      fixture_settle ();
    }
  g_test_message ("five strokes took %" G_GINT64_FORMAT " µs", g_get_monotonic_time () - before);
  g_assert_cmpuint (fixture->n_rung, ==, 5);
}

static void
it_lives_no_longer_than_its_window (BellFixture   *fixture,
                                    gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&fixture->file.window)));
  fixture_settle ();
  pass (fixture, 400);
  g_assert_cmpuint (fixture->n_rung, ==, 1);
}

#define ADD(test) g_test_add ("/bell/" #test, BellFixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv);
  adw_init ();
  ADD (it_rings_once_when_the_time_is_over);
  ADD (it_rings_early_only_if_wanted);
  ADD (one_that_is_silenced_does_not_ring);
  ADD (where_nothing_can_sound_it_is_silent);
  ADD (it_lives_no_longer_than_its_window);

  return g_test_run ();
}
