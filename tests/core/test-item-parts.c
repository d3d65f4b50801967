/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-item-parts.h"

#define ROUNDS 3000

static LampRow *
new_item (const char *id,
          const char *title,
          int         minutes)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("agenda_items"));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "meeting", "m");
  lamp_row_set_integer (row, "position", 0);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "kind", "work");
  lamp_row_set_integer (row, "minutes", minutes);
  lamp_row_set_text (row, "state", "planned");
  lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");

  return row;
}

static LampRow *
new_random (const char *id)
{
  int minutes = g_test_rand_int_range (2, 700);
  LampRow *row = new_item (id, "Item", minutes);

  if (g_test_rand_bit ())
    lamp_row_set_integer (row, "minutes_min", g_test_rand_int_range (0, minutes + 1));
  if (g_test_rand_bit ())
    lamp_row_set_integer (row, "minutes_max", g_test_rand_int_range (minutes, 1441));
  if (g_test_rand_bit ())
    lamp_row_set_integer (row, "protected", 1);

  return row;
}

static void
assert_valid (LampRow *row)
{
  g_autoptr (LampRow) copy = lamp_row_copy (row);
  g_autoptr (GError) error = NULL;

  if (!lamp_row_has (copy, "id"))
    lamp_row_set_text (copy, "id", "new");
  lamp_row_set_text (copy, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (copy, "modified_at", "2026-11-22T10:00:00.000Z");
  g_assert_true (lamp_row_validate (copy, NULL, &error));
  g_assert_no_error (error);
}

static void
assert_sum (const LampRow *whole,
            const LampRow *one,
            const LampRow *two,
            const char    *field)
{
  g_assert_true (lamp_row_has (whole, field) == lamp_row_has (one, field));
  g_assert_true (lamp_row_has (whole, field) == lamp_row_has (two, field));
  g_assert_cmpint (lamp_row_get_integer (one, field) + lamp_row_get_integer (two, field), ==,
                   lamp_row_get_integer (whole, field));
}

static void
two_parts_take_what_the_whole_took_and_can_be_fitted_as_it_could (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (LampRow) whole = new_random ("whole");
      g_autoptr (LampRow) one = NULL;
      g_autoptr (LampRow) two = NULL;
      int minutes = g_test_rand_int_range (1, (int) lamp_row_get_integer (whole, "minutes"));

      g_assert_true (lamp_item_split (whole, minutes, &one, &two));
      g_assert_cmpint (lamp_row_get_integer (one, "minutes"), ==, minutes);
      assert_sum (whole, one, two, "minutes");
      assert_sum (whole, one, two, "minutes_min");
      assert_sum (whole, one, two, "minutes_max");
      assert_valid (one);
      assert_valid (two);
    }
}

static void
merging_the_parts_gives_back_the_minutes (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (LampRow) whole = new_random ("whole");
      g_autoptr (LampRow) one = NULL;
      g_autoptr (LampRow) two = NULL;
      g_autoptr (LampRow) again = NULL;
      g_auto (GStrv) clashes = NULL;

      g_assert_true (lamp_item_split (whole, g_test_rand_int_range (1, (int) lamp_row_get_integer (whole, "minutes")),
                                      &one, &two));
      again = lamp_item_merge (one, two, &clashes);
      g_assert_cmpuint (g_strv_length (clashes), ==, 0);
      g_assert_cmpint (lamp_row_get_integer (again, "minutes"), ==, lamp_row_get_integer (whole, "minutes"));
      if (lamp_row_has (whole, "minutes_min"))
        g_assert_cmpint (lamp_row_get_integer (again, "minutes_min"), ==, lamp_row_get_integer (whole, "minutes_min"));
      assert_valid (again);
    }
}

static void
two_items_of_any_kind_merge_into_a_valid_one_of_their_sum (void)
{
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (LampRow) one = new_random ("one");
      g_autoptr (LampRow) two = new_random ("two");
      g_auto (GStrv) clashes = NULL;
      g_autoptr (LampRow) merged = lamp_item_merge (one, two, &clashes);

      g_assert_cmpint (lamp_row_get_integer (merged, "minutes"), ==,
                       lamp_row_get_integer (one, "minutes") + lamp_row_get_integer (two, "minutes"));
      assert_valid (merged);
    }
}

static void
a_part_has_a_minute_at_least (void)
{
  g_autoptr (LampRow) whole = new_item ("whole", "Item", 5);
  LampRow *one = NULL;
  LampRow *two = NULL;

  g_assert_false (lamp_item_split (whole, 0, &one, &two));
  g_assert_false (lamp_item_split (whole, 5, &one, &two));
  g_assert_false (lamp_item_split (whole, -1, &one, &two));
  g_assert_null (one);
}

static void
what_happened_stays_with_the_first_part (void)
{
  g_autoptr (LampRow) whole = new_item ("whole", "Sort exit tickets", 20);
  g_autoptr (LampRow) one = NULL;
  g_autoptr (LampRow) two = NULL;

  lamp_row_set_text (whole, "presenter", "p");
  lamp_row_set_text (whole, "outcome", "Three piles");
  lamp_row_set_text (whole, "state", "discussed");
  lamp_row_set_integer (whole, "spent_seconds", 900);
  g_assert_true (lamp_item_split (whole, 12, &one, &two));
  g_assert_cmpstr (lamp_row_get_id (one), ==, "whole");
  g_assert_cmpstr (lamp_row_get_text (one, "outcome"), ==, "Three piles");
  g_assert_null (lamp_row_get_id (two));
  g_assert_false (lamp_row_has (two, "outcome"));
  g_assert_false (lamp_row_has (two, "spent_seconds"));
  g_assert_cmpstr (lamp_row_get_text (two, "state"), ==, "planned");
  g_assert_cmpstr (lamp_row_get_text (two, "presenter"), ==, "p");
  g_assert_cmpstr (lamp_row_get_title (two), ==, "Sort exit tickets (continued)");
}

static void
a_title_at_its_limit_is_split_and_merged_within_it (void)
{
  g_autofree char *title = g_strnfill (LAMP_TEXT_LIMIT, 'x');
  g_autoptr (LampRow) whole = new_item ("whole", title, 20);
  g_autoptr (LampRow) one = NULL;
  g_autoptr (LampRow) two = NULL;
  g_autoptr (LampRow) merged = NULL;
  g_auto (GStrv) clashes = NULL;

  g_assert_true (lamp_item_split (whole, 10, &one, &two));
  assert_valid (two);
  lamp_row_set_text (two, "title", "y");
  merged = lamp_item_merge (one, two, &clashes);
  assert_valid (merged);
}

static void
texts_are_joined_links_kept_and_what_clashes_is_told (void)
{
  g_autoptr (LampRow) one = new_item ("one", "Tom & <b>Jerry</b>", 10);
  g_autoptr (LampRow) two = new_item ("two", "Plan", 15);
  g_autoptr (LampRow) merged = NULL;
  g_auto (GStrv) clashes = NULL;

  lamp_row_set_text (one, "prompt", "What do you see?");
  lamp_row_set_text (two, "prompt", "What next?");
  lamp_row_set_text (one, "presenter", "ana");
  lamp_row_set_text (two, "presenter", "ben");
  lamp_row_set_text (two, "goal", "g");
  lamp_row_set_text (two, "why", "It is due");
  lamp_row_set_integer (two, "off_record", 1);
  lamp_row_set_integer (one, "spent_seconds", 60);
  lamp_row_set_integer (two, "spent_seconds", 30);
  merged = lamp_item_merge (one, two, &clashes);
  g_assert_cmpstr (lamp_row_get_id (merged), ==, "one");
  g_assert_cmpstr (lamp_row_get_title (merged), ==, "Tom & <b>Jerry</b> + Plan");
  g_assert_cmpstr (lamp_row_get_text (merged, "prompt"), ==, "What do you see?\n\nWhat next?");
  g_assert_cmpstr (lamp_row_get_text (merged, "why"), ==, "It is due");
  g_assert_cmpstr (lamp_row_get_text (merged, "presenter"), ==, "ana");
  g_assert_cmpstr (lamp_row_get_text (merged, "goal"), ==, "g");
  g_assert_cmpint (lamp_row_get_integer (merged, "off_record"), ==, 1);
  g_assert_cmpint (lamp_row_get_integer (merged, "spent_seconds"), ==, 90);
  g_assert_cmpuint (g_strv_length (clashes), ==, 1);
  g_assert_cmpstr (clashes[0], ==, "Presenter");
}

static void
more_than_a_day_is_not_merged (void)
{
  g_autoptr (LampRow) one = new_item ("one", "A", 1000);
  g_autoptr (LampRow) two = new_item ("two", "B", 441);
  g_auto (GStrv) clashes = NULL;

  g_assert_null (lamp_item_merge (one, two, &clashes));
}

static void
how_long_it_takes_is_read_from_the_end_of_the_line (void)
{
  static const struct { const char *text, *title; int minutes; } rows[] = {
    { "Norms 10m", "Norms", 10 },         { "Tuning 1:30", "Tuning", 90 },
    { "Look back 20 min", "Look back", 20 }, { "Plan the visit 1.5h", "Plan the visit", 90 },
    { "Grade 3", "Grade 3", -1 },         { "Norms", "Norms", -1 },
    { "10m", "10m", -1 },                 { "  Norms  5m ", "Norms", 5 },
    { "Tom & <b>Jerry</b>\n5m", "Tom & <b>Jerry</b>", 5 }, { "", "", -1 },
    { "Ask 99999m", "Ask 99999m", -1 },   { "Añadir 7m", "Añadir", 7 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *title = NULL;
      int minutes = -1;

      g_assert_true (lamp_item_read_typed (rows[i].text, &title, &minutes) == (rows[i].minutes >= 0));
      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpint (minutes, ==, rows[i].minutes);
    }
}

#define ADD(name) g_test_add_func ("/item-parts/" #name, name)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (two_parts_take_what_the_whole_took_and_can_be_fitted_as_it_could);
  ADD (merging_the_parts_gives_back_the_minutes);
  ADD (two_items_of_any_kind_merge_into_a_valid_one_of_their_sum);
  ADD (a_part_has_a_minute_at_least);
  ADD (what_happened_stays_with_the_first_part);
  ADD (a_title_at_its_limit_is_split_and_merged_within_it);
  ADD (texts_are_joined_links_kept_and_what_clashes_is_told);
  ADD (more_than_a_day_is_not_merged);
  ADD (how_long_it_takes_is_read_from_the_end_of_the_line);

  return g_test_run ();
}
