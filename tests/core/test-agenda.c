/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda.h"

#include "lamp-date.h"

static void
each_item_starts_where_the_one_before_it_ends (void)
{
  static const int minutes[] = { 5, 20, 15, 4 };
  LampAgendaTime times[4];
  LampAgendaSum sum = lamp_agenda_lay_out (lamp_time_to_minutes ("2026-11-23T07:41"), 44, minutes, 4, times);
  g_autofree char *third = lamp_time_from_minutes (times[2].starts_at);
  g_autofree char *end = lamp_time_from_minutes (sum.ends_at);

  g_assert_cmpstr (third, ==, "2026-11-23T08:06");
  g_assert_cmpstr (end, ==, "2026-11-23T08:25");
  g_assert_cmpint (sum.planned, ==, 44);
  g_assert_cmpint (sum.over, ==, 0);
  g_assert_cmpint (sum.first_past, ==, -1);
}

static void
items_past_the_end_of_the_slot_are_marked (void)
{
  static const int minutes[] = { 30, 20, 5 };
  LampAgendaTime times[3];
  LampAgendaSum sum = lamp_agenda_lay_out (lamp_time_to_minutes ("2026-11-23T07:41"), 44, minutes, 3, times);

  g_assert_cmpint (sum.over, ==, 11);
  g_assert_cmpint (sum.first_past, ==, 1);
  g_assert_cmpint (times[0].place, ==, LAMP_AGENDA_WITHIN);
  g_assert_cmpint (times[1].place, ==, LAMP_AGENDA_ACROSS);
  g_assert_cmpint (times[2].place, ==, LAMP_AGENDA_BEYOND);
}

static void
an_agenda_may_run_past_midnight (void)
{
  static const int minutes[] = { 30, 60 };
  LampAgendaTime times[2];
  LampAgendaSum sum = lamp_agenda_lay_out (lamp_time_to_minutes ("2026-12-31T23:30"), 90, minutes, 2, times);
  g_autofree char *second = lamp_time_from_minutes (times[1].starts_at);

  g_assert_cmpstr (second, ==, "2027-01-01T00:00");
  g_assert_cmpint (sum.over, ==, 0);
}

static void
an_empty_agenda_leaves_the_whole_slot (void)
{
  LampAgendaSum sum = lamp_agenda_lay_out (2000, 44, NULL, 0, NULL);

  g_assert_cmpint (sum.planned, ==, 0);
  g_assert_cmpint (sum.over, ==, -44);
  g_assert_cmpint (sum.first_past, ==, -1);
}

static void
minutes_are_added_up_by_kind_in_the_order_of_the_agenda (void)
{
  static const char * const kinds[] = { "check-in", "work", "logistics", "work" };
  static const int minutes[] = { 4, 20, 5, 10 };
  g_autoptr (GArray) sums = lamp_agenda_sum_kinds (kinds, minutes, 4);

  g_assert_cmpuint (sums->len, ==, 3);
  g_assert_cmpstr (g_array_index (sums, LampKindSum, 1).kind, ==, "work");
  g_assert_cmpint (g_array_index (sums, LampKindSum, 1).minutes, ==, 30);
  g_assert_cmpint (g_array_index (sums, LampKindSum, 2).minutes, ==, 5);
}

static void
an_agenda_without_reflection_is_told_so (void)
{
  static const char * const kinds[] = { "check-in", "decision", "logistics" };

  g_assert_cmpint (lamp_agenda_find_missing (kinds, 3), ==, LAMP_AGENDA_REFLECTION);
  g_assert_cmpint (lamp_agenda_find_missing (kinds + 2, 1), ==,
                   LAMP_AGENDA_CONVERSATION | LAMP_AGENDA_WORK | LAMP_AGENDA_REFLECTION);
}

static void
items_are_contiguous_whatever_their_minutes (void)
{
  for (guint run = 0; run < 500; run++)
    {
      guint n_items = (guint) g_test_rand_int_range (1, 40);
      g_autofree int *minutes = g_new (int, n_items);
      g_autofree LampAgendaTime *times = g_new (LampAgendaTime, n_items);
      int slot = g_test_rand_int_range (1, 300);
      gint64 start = g_test_rand_int_range (1440, 1440 * 365);
      LampAgendaSum sum;
      int total = 0;

      for (guint i = 0; i < n_items; i++)
        total += minutes[i] = g_test_rand_int_range (0, 60);
      sum = lamp_agenda_lay_out (start, slot, minutes, n_items, times);
      g_assert_cmpint (sum.planned, ==, total);
      g_assert_cmpint (sum.over, ==, total - slot);
      g_assert_cmpint (times[0].starts_at, ==, start);
      for (guint i = 1; i < n_items; i++)
        {
          g_assert_cmpint (times[i].starts_at, ==, times[i - 1].ends_at);
          g_assert_cmpint (times[i].place, >=, times[i - 1].place);
        }
      g_assert_true ((sum.first_past >= 0) == (sum.over > 0));
    }
}

static void
a_shared_slot_is_used_to_the_minute (void)
{
  for (guint run = 0; run < 500; run++)
    {
      int n_items = g_test_rand_int_range (1, 12);
      g_autofree int *shares = g_new (int, n_items);
      g_autofree int *minutes = g_new (int, n_items);
      int slot = g_test_rand_int_range (0, 300);
      int total_shares = 0;
      int total = 0;

      for (int i = 0; i < n_items; i++)
        total_shares += shares[i] = g_test_rand_int_range (1, 20);
      lamp_agenda_share_slot (slot, shares, (guint) n_items, minutes);
      for (int i = 0; i < n_items; i++)
        {
          double exact = (double) slot * shares[i] / total_shares;

          g_assert_cmpint (minutes[i], >=, 0);
          g_assert_cmpfloat (minutes[i], >=, exact - 1.0);
          g_assert_cmpfloat (minutes[i], <=, exact + 1.0);
          total += minutes[i];
        }
      g_assert_cmpint (total, ==, slot);
    }
}

static void
a_moved_item_stands_where_it_was_put (void)
{
  g_autofree guint *down = lamp_order_move (5, 1, 3);
  g_autofree guint *up = lamp_order_move (5, 4, 0);
  static const guint expected_down[] = { 0, 2, 3, 1, 4 };
  static const guint expected_up[] = { 4, 0, 1, 2, 3 };

  g_assert_cmpmem (down, sizeof expected_down, expected_down, sizeof expected_down);
  g_assert_cmpmem (up, sizeof expected_up, expected_up, sizeof expected_up);
}

static void
moving_loses_nobody_and_moving_back_restores_the_order (void)
{
  for (guint run = 0; run < 500; run++)
    {
      guint n_items = (guint) g_test_rand_int_range (1, 30);
      guint from = (guint) g_test_rand_int_range (0, (int) n_items);
      guint to = (guint) g_test_rand_int_range (0, (int) n_items);
      g_autofree guint *there = lamp_order_move (n_items, from, to);
      g_autofree guint *back = lamp_order_move (n_items, to, from);

      g_assert_cmpuint (there[to], ==, from);
      for (guint i = 0; i < n_items; i++)
        g_assert_cmpuint (there[back[i]], ==, i);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda/each_item_starts_where_the_one_before_it_ends", each_item_starts_where_the_one_before_it_ends);
  g_test_add_func ("/agenda/items_past_the_end_of_the_slot_are_marked", items_past_the_end_of_the_slot_are_marked);
  g_test_add_func ("/agenda/an_agenda_may_run_past_midnight", an_agenda_may_run_past_midnight);
  g_test_add_func ("/agenda/an_empty_agenda_leaves_the_whole_slot", an_empty_agenda_leaves_the_whole_slot);
  g_test_add_func ("/agenda/minutes_are_added_up_by_kind_in_the_order_of_the_agenda", minutes_are_added_up_by_kind_in_the_order_of_the_agenda);
  g_test_add_func ("/agenda/an_agenda_without_reflection_is_told_so", an_agenda_without_reflection_is_told_so);
  g_test_add_func ("/agenda/items_are_contiguous_whatever_their_minutes", items_are_contiguous_whatever_their_minutes);
  g_test_add_func ("/agenda/a_shared_slot_is_used_to_the_minute", a_shared_slot_is_used_to_the_minute);
  g_test_add_func ("/agenda/a_moved_item_stands_where_it_was_put", a_moved_item_stands_where_it_was_put);
  g_test_add_func ("/agenda/moving_loses_nobody_and_moving_back_restores_the_order", moving_loses_nobody_and_moving_back_restores_the_order);

  return g_test_run ();
}
