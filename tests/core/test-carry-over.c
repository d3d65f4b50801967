/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-carry-over.h"

/* Two meetings of a series; the first has been held. */
typedef struct
{
  LampSnapshot *snapshot;
} Fixture;

static LampRow *
add (Fixture    *fixture,
     const char *type,
     const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");
  lamp_snapshot_take (fixture->snapshot, row);

  return row;
}

static LampRow *
add_meeting (Fixture    *fixture,
             const char *id,
             const char *series,
             const char *starts_at,
             const char *state)
{
  LampRow *meeting = add (fixture, "meetings", id);

  lamp_row_set_text (meeting, "community", "c");
  lamp_row_set_text (meeting, "series", series);
  lamp_row_set_text (meeting, "title", "Team meeting");
  lamp_row_set_text (meeting, "starts_at", starts_at);
  lamp_row_set_integer (meeting, "minutes", 44);
  lamp_row_set_text (meeting, "state", state);

  return meeting;
}

static LampRow *
add_item (Fixture    *fixture,
          const char *id,
          int         position,
          const char *kind,
          const char *state)
{
  LampRow *item = add (fixture, "agenda_items", id);

  lamp_row_set_text (item, "meeting", "m1");
  lamp_row_set_integer (item, "position", position);
  lamp_row_set_text (item, "title", id);
  lamp_row_set_text (item, "kind", kind);
  lamp_row_set_integer (item, "minutes", 10);
  lamp_row_set_text (item, "state", state);

  return item;
}

static LampRow *
add_commitment (Fixture    *fixture,
                const char *id,
                const char *item,
                const char *done_on)
{
  LampRow *commitment = add (fixture, "commitments", id);

  lamp_row_set_text (commitment, "text", "Tom & <b>Jerry</b> call the families");
  lamp_row_set_text (commitment, "community", "c");
  lamp_row_set_text (commitment, "item", item);
  lamp_row_set_text (commitment, "done_on", done_on);

  return commitment;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->snapshot = lamp_snapshot_new ();
  add_meeting (fixture, "m1", "s", "2026-11-03T07:41", "closed");
  add_meeting (fixture, "m2", "s", "2026-11-17T07:41", "draft");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->snapshot);
}

static LampCarried *
find_only (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = lamp_carry_over_find (fixture->snapshot, "m1");

  g_assert_cmpuint (found->len, ==, 1);

  return g_ptr_array_steal_index (found, 0);
}

static void
assert_nothing_moves (Fixture *fixture)
{
  g_autoptr (GPtrArray) found = lamp_carry_over_find (fixture->snapshot, "m1");

  g_assert_cmpuint (found->len, ==, 0);
}

static void
what_was_not_discussed_moves (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LampCarried) carried = NULL;

  add_item (fixture, "done", 1, "work", "discussed");
  add_item (fixture, "left", 2, "work", "planned");
  carried = find_only (fixture);
  g_assert_cmpstr (lamp_row_get_id (carried->item), ==, "left");
  g_assert_cmpint (carried->reasons, ==, LAMP_CARRY_NOT_DISCUSSED);
  g_assert_cmpstr (carried->why, ==, "Carried over from 3 Nov 2026: it was not discussed.");
}

static void
what_recurs_moves_even_when_discussed (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LampCarried) carried = NULL;

  lamp_row_set_integer (add_item (fixture, "news", 1, "logistics", "discussed"), "recurring", 1);
  carried = find_only (fixture);
  g_assert_cmpint (carried->reasons, ==, LAMP_CARRY_RECURRING);
  g_assert_cmpstr (carried->why, ==, "Carried over from 3 Nov 2026: it comes back each time.");
}

static LampRow *
move_only (Fixture *fixture)
{
  g_autoptr (LampCarried) carried = find_only (fixture);

  return lamp_carried_to_item (carried, fixture->snapshot, "m2", 4);
}

static void
what_only_recurs_keeps_its_own_reason (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LampRow) item = NULL;
  LampRow *news = add_item (fixture, "news", 1, "logistics", "discussed");

  lamp_row_set_integer (news, "recurring", 1);
  lamp_row_set_text (news, "why", "So that nobody is surprised.");
  lamp_row_set_text (news, "outcome", "There was none.");
  item = move_only (fixture);
  g_assert_cmpstr (lamp_row_get_text (item, "why"), ==, "So that nobody is surprised.");
}

static void
what_has_an_open_commitment_moves_until_it_is_done (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (LampCarried) carried = NULL;
  LampRow *commitment;

  add_item (fixture, "calls", 1, "work", "discussed");
  commitment = add_commitment (fixture, "k1", "calls", NULL);
  add_commitment (fixture, "k2", "calls", "2026-11-10");
  carried = find_only (fixture);
  g_assert_cmpint (carried->reasons, ==, LAMP_CARRY_OPEN_COMMITMENT);
  g_assert_cmpstr (carried->why, ==,
                   "Carried over from 3 Nov 2026: “Tom & <b>Jerry</b> call the families” has been promised and is "
                   "still open.");
  lamp_row_set_text (commitment, "done_on", "2026-11-12");
  assert_nothing_moves (fixture);
}

static void
what_was_discussed_and_is_finished_stays (Fixture       *fixture,
                                          gconstpointer  data)
{
  add_item (fixture, "done", 1, "conversation", "discussed");
  assert_nothing_moves (fixture);
}

static void
a_check_in_break_or_reflection_that_was_skipped_is_not_made_up_for (Fixture       *fixture,
                                                                    gconstpointer  data)
{
  add_item (fixture, "hello", 1, "check-in", "planned");
  add_item (fixture, "coffee", 2, "break", "planned");
  add_item (fixture, "back", 3, "reflection", "planned");
  assert_nothing_moves (fixture);
}

static void
nothing_moves_twice (Fixture       *fixture,
                     gconstpointer  data)
{
  LampRow *next;

  add_item (fixture, "left", 1, "work", "carried");
  next = add_item (fixture, "again", 1, "work", "planned");
  lamp_row_set_text (next, "meeting", "m2");
  lamp_row_set_text (next, "carried_from", "left");
  assert_nothing_moves (fixture);
}

static void
what_moves_keeps_the_order_of_the_agenda (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) found = NULL;

  add_item (fixture, "a", 3, "work", "planned");
  add_item (fixture, "b", 1, "work", "planned");
  add_item (fixture, "c", 2, "work", "planned");
  found = lamp_carry_over_find (fixture->snapshot, "m1");
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (lamp_row_get_id (((LampCarried *) found->pdata[0])->item), ==, "b");
  g_assert_cmpstr (lamp_row_get_id (((LampCarried *) found->pdata[2])->item), ==, "a");
}

static void
the_new_item_takes_the_plan_and_not_what_happened (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (LampRow) item = NULL;
  LampRow *left = add_item (fixture, "left", 1, "work", "planned");

  lamp_row_set_text (left, "why", "The unit starts in December.");
  lamp_row_set_text (left, "prompt", "Bring one sample.");
  lamp_row_set_text (left, "outcome", "We began with the first class.");
  lamp_row_set_text (left, "goal", "g1");
  lamp_row_set_integer (left, "protected", 1);
  lamp_row_set_integer (left, "spent_seconds", 120);
  item = move_only (fixture);
  g_assert_null (lamp_row_get_id (item));
  g_assert_cmpstr (lamp_row_get_text (item, "meeting"), ==, "m2");
  g_assert_cmpint (lamp_row_get_integer (item, "position"), ==, 4);
  g_assert_cmpstr (lamp_row_get_text (item, "carried_from"), ==, "left");
  g_assert_cmpstr (lamp_row_get_text (item, "prompt"), ==, "Bring one sample.");
  g_assert_cmpstr (lamp_row_get_text (item, "goal"), ==, "g1");
  g_assert_cmpint (lamp_row_get_integer (item, "protected"), ==, 1);
  g_assert_cmpstr (lamp_row_get_text (item, "state"), ==, "planned");
  g_assert_false (lamp_row_has (item, "outcome"));
  g_assert_false (lamp_row_has (item, "spent_seconds"));
  g_assert_cmpstr (lamp_row_get_text (item, "why"), ==,
                   "Carried over from 3 Nov 2026: it was not discussed.\nThe unit starts in December.\n"
                   "Last time: We began with the first class.");
}

static void
what_was_off_the_record_moves_without_its_notes (Fixture       *fixture,
                                                 gconstpointer  data)
{
  g_autoptr (LampRow) item = NULL;
  LampRow *left = add_item (fixture, "left", 1, "conversation", "discussed");

  lamp_row_set_integer (left, "off_record", 1);
  lamp_row_set_text (left, "outcome", "A secret");
  add_commitment (fixture, "k1", "left", NULL);
  item = move_only (fixture);
  g_assert_cmpint (lamp_row_get_integer (item, "off_record"), ==, 1);
  g_assert_cmpstr (lamp_row_get_text (item, "why"), ==, "Carried over from 3 Nov 2026: 1 commitment is still open.");
}

static void
a_topic_that_moves_for_long_does_not_pile_up_its_reasons (Fixture       *fixture,
                                                          gconstpointer  data)
{
  g_autoptr (LampRow) item = NULL;
  LampRow *first = add_item (fixture, "first", 1, "work", "carried");
  LampRow *second = add_item (fixture, "second", 1, "work", "discussed");

  lamp_row_set_text (first, "meeting", "m0");
  lamp_row_set_text (first, "why", "The unit starts in December.");
  lamp_row_set_text (second, "carried_from", "first");
  lamp_row_set_text (second, "why", "Carried over from long ago.\nThe unit starts in December.");
  add_commitment (fixture, "k1", "first", NULL); /* made when the topic was still the first item */
  item = move_only (fixture);
  g_assert_true (g_str_has_suffix (lamp_row_get_text (item, "why"), "is still open.\nThe unit starts in December."));
}

static void
a_ring_of_carried_items_ends (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) found = NULL;
  LampRow *a = add_item (fixture, "a", 1, "work", "planned");
  LampRow *b = add_item (fixture, "b", 2, "work", "planned");

  lamp_row_set_text (a, "carried_from", "b");
  lamp_row_set_text (b, "carried_from", "a");
  found = lamp_carry_over_find (fixture->snapshot, "m1");
  g_assert_cmpuint (found->len, ==, 0); /* each has moved to the other */
}

static void
long_notes_are_cut (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *long_text = g_strnfill (2000, 'x');
  g_autoptr (LampRow) item = NULL;

  lamp_row_set_text (add_item (fixture, "left", 1, "work", "planned"), "outcome", long_text);
  item = move_only (fixture);
  g_assert_cmpuint (strlen (lamp_row_get_text (item, "why")), <, 600);
  g_assert_true (g_str_has_suffix (lamp_row_get_text (item, "why"), "x…"));
}

static void
the_next_meeting_is_of_the_same_series_and_not_closed (Fixture       *fixture,
                                                       gconstpointer  data)
{
  add_meeting (fixture, "other", NULL, "2026-11-05T07:41", "draft");
  add_meeting (fixture, "shut", "s", "2026-11-10T07:41", "closed");
  g_assert_cmpstr (lamp_row_get_id (lamp_carry_over_find_next (fixture->snapshot, "m1")), ==, "m2");
  g_assert_null (lamp_carry_over_find_next (fixture->snapshot, "m2"));
  g_assert_null (lamp_carry_over_find_next (fixture->snapshot, "nothing"));
}

static void
the_previous_meeting_is_the_last_one_before_the_day (Fixture       *fixture,
                                                     gconstpointer  data)
{
  add_meeting (fixture, "other", NULL, "2026-11-05T07:41", "closed");
  g_assert_cmpstr (lamp_row_get_id (lamp_carry_over_find_previous (fixture->snapshot, "c", "s", "2026-11-17T07:41")),
                   ==, "m1");
  g_assert_cmpstr (lamp_row_get_id (lamp_carry_over_find_previous (fixture->snapshot, "c", NULL, "2026-11-17")),
                   ==, "other");
  g_assert_null (lamp_carry_over_find_previous (fixture->snapshot, "c", "s", "2026-11-03"));
}

#define TEST(name) g_test_add ("/carry_over/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST (what_was_not_discussed_moves);
  TEST (what_recurs_moves_even_when_discussed);
  TEST (what_only_recurs_keeps_its_own_reason);
  TEST (what_has_an_open_commitment_moves_until_it_is_done);
  TEST (what_was_discussed_and_is_finished_stays);
  TEST (a_check_in_break_or_reflection_that_was_skipped_is_not_made_up_for);
  TEST (nothing_moves_twice);
  TEST (what_moves_keeps_the_order_of_the_agenda);
  TEST (the_new_item_takes_the_plan_and_not_what_happened);
  TEST (what_was_off_the_record_moves_without_its_notes);
  TEST (a_topic_that_moves_for_long_does_not_pile_up_its_reasons);
  TEST (a_ring_of_carried_items_ends);
  TEST (long_notes_are_cut);
  TEST (the_next_meeting_is_of_the_same_series_and_not_closed);
  TEST (the_previous_meeting_is_the_last_one_before_the_day);

  return g_test_run ();
}
