/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli-fixture.h"

#define ITEM(id, position, title, minutes, more) \
  "{\"id\":\"" id "\",\"meeting\":\"m1\",\"position\":" position ",\"title\":\"" title "\",\"kind\":\"work\"," \
  "\"minutes\":" minutes more "}"

/* 77 minutes in a slot of 75, and one of which even the shortest is too long. */
static const char document[]
  = "{\"format\":\"lamplighter\",\"version\":1,"
    "\"communities\":[{\"id\":\"c\",\"name\":\"Team\",\"kind\":\"team\"}],"
    "\"meetings\":[{\"id\":\"m1\",\"community\":\"c\",\"title\":\"Long\",\"starts_at\":\"2026-11-17T07:41\","
    "\"minutes\":75,\"state\":\"draft\"},"
    "{\"id\":\"m2\",\"community\":\"c\",\"title\":\"Short\",\"starts_at\":\"2026-11-18T07:41\",\"minutes\":20,"
    "\"state\":\"draft\"},"
    "{\"id\":\"m3\",\"community\":\"c\",\"title\":\"Over\",\"starts_at\":\"2026-11-10T07:41\",\"minutes\":20,"
    "\"state\":\"closed\"}],"
    "\"agenda_items\":[" ITEM ("a", "0", "Check-in", "5", "") "," ITEM ("b", "1", "Looking at work", "40", "") ","
    ITEM ("c", "2", "Planning", "22", "") "," ITEM ("d", "3", "Reflection", "10", ",\"protected\":true") ","
    "{\"id\":\"e\",\"meeting\":\"m2\",\"position\":0,\"title\":\"Tuning\",\"kind\":\"work\",\"minutes\":30,"
    "\"minutes_min\":18},"
    "{\"id\":\"f\",\"meeting\":\"m2\",\"position\":1,\"title\":\"Debrief\",\"kind\":\"reflection\",\"minutes\":5,"
    "\"protected\":true}]}";

static void
assert_says (Fixture    *fixture,
             const char *words,
             const char *expected)
{
  g_auto (Run) result = run (fixture, words, NULL);

  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpstr (result.out, ==, expected);
}

static gboolean
agenda_has (Fixture    *fixture,
            const char *words,
            const char *text)
{
  g_auto (Run) result = run (fixture, words, NULL);

  g_assert_cmpint (result.status, ==, 0);

  return strstr (result.out, text) != NULL;
}

static void
an_agenda_of_77_minutes_is_marked_and_brought_to_75_with_reflection_untouched (Fixture       *fixture,
                                                                               gconstpointer  data)
{
  g_assert_true (agenda_has (fixture, "agenda m1", "77 of 75 minutes are planned: 2 minutes too long."));
  assert_says (fixture, "fit m1", "77 → 75 minutes: Looking at work 40 → 39, Planning 22 → 21, Reflection stays 10.\n");
  g_assert_false (agenda_has (fixture, "agenda m1", "too long"));
  assert_says (fixture, "fit m1", "The agenda fits as it is.\n");
}

static void
a_dry_run_only_says_it (Fixture       *fixture,
                        gconstpointer  data)
{
  assert_says (fixture, "fit m1 --dry-run",
               "77 → 75 minutes: Looking at work 40 → 39, Planning 22 → 21, Reflection stays 10.\n");
  g_assert_true (agenda_has (fixture, "agenda m1", "77 of 75 minutes are planned: 2 minutes too long."));
}

static void
one_step_of_undo_brings_it_back (Fixture       *fixture,
                                 gconstpointer  data)
{
  run_well (fixture, "fit m1", NULL);
  run_well (fixture, "undo", NULL);
  g_assert_true (agenda_has (fixture, "agenda m1", "77 of 75 minutes are planned"));
}

static void
what_cannot_fit_says_by_how_much_and_stays (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_auto (Run) result = run (fixture, "fit m2", NULL);

  g_assert_cmpint (result.status, ==, 1);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_nonnull (strstr (result.err, "3 minutes too long"));
  g_assert_true (g_str_has_prefix (result.err, "rule"));
  g_assert_true (agenda_has (fixture, "agenda m2", "35 of 20 minutes are planned: 15 minutes too long."));
}

static void
both_ways_fill_what_is_left (Fixture       *fixture,
                             gconstpointer  data)
{
  run_well (fixture, "fit m1", NULL);
  run_well (fixture, "import -", "{\"format\":\"lamplighter\",\"version\":1,\"meetings\":[{\"id\":\"m1\","
            "\"community\":\"c\",\"title\":\"Long\",\"starts_at\":\"2026-11-17T07:41\",\"minutes\":80,"
            "\"state\":\"draft\"}]}");
  assert_says (fixture, "fit m1", "The agenda fits as it is.\n");
  g_assert_true (agenda_has (fixture, "fit m1 --two-way", "75 → 80 minutes"));
}

static void
a_closed_meeting_and_an_unknown_one_are_refused (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_auto (Run) closed = run (fixture, "fit m3", NULL);
  g_auto (Run) unknown = run (fixture, "fit nowhere", NULL);

  g_assert_cmpint (closed.status, ==, 1);
  g_assert_true (g_str_has_prefix (closed.err, "refused"));
  g_assert_cmpint (unknown.status, ==, 1);
  g_assert_true (g_str_has_prefix (unknown.err, "not-found"));
}

#define TEST(name) g_test_add ("/cli/fit/" #name, Fixture, document, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  program = argv[1];

  TEST (an_agenda_of_77_minutes_is_marked_and_brought_to_75_with_reflection_untouched);
  TEST (a_dry_run_only_says_it);
  TEST (one_step_of_undo_brings_it_back);
  TEST (what_cannot_fit_says_by_how_much_and_stays);
  TEST (both_ways_fill_what_is_left);
  TEST (a_closed_meeting_and_an_unknown_one_are_refused);

  return g_test_run ();
}
