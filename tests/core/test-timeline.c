/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-timeline.h"

#include "lamp-schema.h"

static LampDaySpan
span (const char *from,
      const char *to)
{
  return (LampDaySpan) { lamp_day_from_text (from), lamp_day_from_text (to) };
}

static const LampTimelineBar *
bar (const LampTimeline *timeline,
     guint               index)
{
  return &g_array_index (timeline->bars, LampTimelineBar, index);
}

static const LampTimelineRow *
row (const LampTimeline *timeline,
     guint               index)
{
  return &g_array_index (timeline->rows, LampTimelineRow, index);
}

static void
a_day_and_its_place_find_each_other_at_every_zoom (void)
{
  for (guint run = 0; run < 2000; run++)
    {
      LampTimelineScale scale = { 739000, g_test_rand_double_range (LAMP_TIMELINE_SMALLEST, LAMP_TIMELINE_LARGEST) };
      int day = g_test_rand_int_range (738000, 741000);
      double x = lamp_timeline_scale_get_x (&scale, day);

      g_assert_cmpint (lamp_timeline_scale_get_day (&scale, x), ==, day);
      g_assert_cmpint (lamp_timeline_scale_get_day (&scale, x + scale.pixels_per_day * 0.9), ==, day);
      g_assert_cmpint (lamp_timeline_scale_snap (&scale, x), ==, day - scale.origin);
    }
}

static void
dragging_snaps_to_the_nearest_day (void)
{
  LampTimelineScale scale = { 739000, 10 };

  g_assert_cmpint (lamp_timeline_scale_snap (&scale, 4.9), ==, 0);
  g_assert_cmpint (lamp_timeline_scale_snap (&scale, 5.1), ==, 1);
  g_assert_cmpint (lamp_timeline_scale_snap (&scale, -26), ==, -3);
}

static void
zoom_reaches_from_a_week_to_three_years (void)
{
  g_assert_cmpfloat (lamp_timeline_fit (span ("2026-09-01", "2029-08-31"), 1000) * 1096, <=, 1000);
  g_assert_cmpfloat (lamp_timeline_fit (span ("2026-09-07", "2026-09-13"), 1000) * 7, >=, 980);
  g_assert_cmpfloat (lamp_timeline_fit (span ("2026-09-07", "2026-09-07"), 5000), ==, LAMP_TIMELINE_LARGEST);
}

static guint
count_ticks (double        pixels_per_day,
             LampTickLevel level)
{
  LampTimelineScale scale = { lamp_day_from_text ("2026-08-01"), pixels_per_day };
  g_autoptr (GArray) ticks = lamp_timeline_get_ticks (&scale, span ("2026-08-01", "2027-07-31"), 8);
  guint count = 0;

  for (guint i = 0; i < ticks->len; i++)
    count += g_array_index (ticks, LampTick, i).level == level;

  return count;
}

static void
the_grid_thins_out_as_one_zooms_out (void)
{
  g_assert_cmpuint (count_ticks (100, LAMP_TICK_DAY), ==, 365 - 12 - count_ticks (100, LAMP_TICK_WEEK));
  g_assert_cmpuint (count_ticks (5, LAMP_TICK_DAY), ==, 0);
  g_assert_cmpuint (count_ticks (5, LAMP_TICK_WEEK), >=, 50);
  g_assert_cmpuint (count_ticks (1, LAMP_TICK_WEEK), ==, 0);
  g_assert_cmpuint (count_ticks (1, LAMP_TICK_MONTH), ==, 11);
  g_assert_cmpuint (count_ticks (1, LAMP_TICK_YEAR), ==, 1);
}

static void
a_stage_is_outlined_as_planned_and_filled_as_done (void)
{
  LampTimelineScale scale = { lamp_day_from_text ("2026-09-01"), 10 };
  LampTimelineCycle cycle = { 0, span ("2026-09-01", "2026-09-30") };
  LampTimelineStage stages[] = {
    { 0, span ("2026-09-01", "2026-09-10"), lamp_day_from_text ("2026-09-02"), lamp_day_from_text ("2026-09-09") },
    { 0, span ("2026-09-11", "2026-09-20"), lamp_day_from_text ("2026-09-11"), 0 },
    { 0, span ("2026-09-21", "2026-09-30"), 0, 0 },
  };
  g_autoptr (LampTimeline) timeline = lamp_timeline_new (&scale, &cycle, 1, stages, 3, lamp_day_from_text ("2026-09-15"));

  g_assert_cmpfloat (bar (timeline, 0)->planned.x, ==, 0);
  g_assert_cmpfloat (bar (timeline, 0)->planned.width, ==, 100);
  g_assert_cmpfloat (bar (timeline, 0)->actual.x, ==, 10);
  g_assert_cmpfloat (bar (timeline, 0)->actual.width, ==, 80);
  g_assert_cmpfloat (bar (timeline, 1)->actual.width, ==, 50);
  g_assert_cmpfloat (bar (timeline, 2)->actual.width, ==, 0);
  g_assert_cmpfloat (bar (timeline, 0)->planned.y, ==, bar (timeline, 2)->planned.y);
  g_assert_cmpfloat (lamp_timeline_find_row (timeline, 0)->title.width, ==, 300);
}

static void
stages_that_overlap_stand_under_each_other (void)
{
  LampTimelineScale scale = { lamp_day_from_text ("2026-09-01"), 10 };
  LampTimelineCycle cycle = { 0, span ("2026-09-01", "2026-09-30") };
  LampTimelineStage stages[] = {
    { 0, span ("2026-09-01", "2026-09-12") },
    { 0, span ("2026-09-11", "2026-09-20") },
    { 0, span ("2026-09-21", "2026-09-30") },
  };
  g_autoptr (LampTimeline) timeline = lamp_timeline_new (&scale, &cycle, 1, stages, 3, 0);

  g_assert_cmpfloat (bar (timeline, 1)->planned.y, >=,
                     bar (timeline, 0)->planned.y + bar (timeline, 0)->planned.height);
  g_assert_cmpfloat (bar (timeline, 2)->planned.y, ==, bar (timeline, 0)->planned.y);
}

static void
cycles_stand_under_their_communities_by_start (void)
{
  LampTimelineScale scale = { lamp_day_from_text ("2026-09-01"), 10 };
  LampTimelineCycle cycles[] = {
    { 7, span ("2027-01-10", "2027-05-30") },
    { 3, span ("2026-09-01", "2026-12-20") },
    { 7, span ("2026-09-01", "2026-12-20") },
    { 7, { 0, 0 } },
  };
  g_autoptr (LampTimeline) timeline = lamp_timeline_new (&scale, cycles, 4, NULL, 0, 0);
  static const int expected[] = { -1, 3, 2, 0, -1, 1 };

  g_assert_cmpuint (timeline->rows->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < timeline->rows->len; i++)
    {
      g_assert_cmpint (row (timeline, i)->cycle, ==, expected[i]);
      if (i > 0)
        g_assert_cmpfloat (row (timeline, i)->y, ==, row (timeline, i - 1)->y + row (timeline, i - 1)->height);
    }
  g_assert_cmpuint (row (timeline, 4)->community, ==, 3);
  g_assert_cmpfloat (timeline->height, ==, row (timeline, 5)->y + row (timeline, 5)->height);
}

static void
every_framework_tiles_the_days_of_the_cycle (void)
{
  guint n_frameworks;
  const LampFramework *frameworks = lamp_frameworks_get_all (&n_frameworks);

  g_assert_cmpuint (n_frameworks, ==, 4);
  for (guint run = 0; run < 500; run++)
    {
      const LampFramework *framework = &frameworks[run % n_frameworks];
      g_autofree LampDaySpan *stages = g_new (LampDaySpan, framework->n_stages);
      LampDaySpan whole = { 739000, 739000 + g_test_rand_int_range ((int) framework->n_stages - 1, 400) };

      lamp_cycle_plan_lay_out (framework, whole, stages);
      g_assert_cmpint (stages[0].from, ==, whole.from);
      g_assert_cmpint (stages[framework->n_stages - 1].to, ==, whole.to);
      for (guint i = 0; i < framework->n_stages; i++)
        {
          g_assert_cmpint (stages[i].from, <=, stages[i].to);
          if (i > 0)
            g_assert_cmpint (stages[i].from, ==, stages[i - 1].to + 1);
        }
    }
}

static void
a_cycle_shorter_than_its_stages_keeps_their_order (void)
{
  const LampFramework *framework = lamp_framework_find ("instructional-priorities");
  LampDaySpan stages[8];

  for (int days = 1; days < 8; days++)
    {
      lamp_cycle_plan_lay_out (framework, (LampDaySpan) { 739000, 739000 + days - 1 }, stages);
      for (guint i = 0; i < 8; i++)
        {
          g_assert_cmpint (stages[i].from, ==, stages[i].to);
          g_assert_cmpint (stages[i].from, >=, i > 0 ? stages[i - 1].from : 739000);
          g_assert_cmpint (stages[i].to, <, 739000 + days);
        }
    }
}

static void
frameworks_use_the_words_of_the_file (void)
{
  const LampRecordType *cycles = lamp_schema_find ("cycles");
  const LampRecordType *stages = lamp_schema_find ("stages");
  const LampField *framework = &cycles->fields[lamp_record_type_find_field (cycles, "framework")];
  const LampField *characteristic = &stages->fields[lamp_record_type_find_field (stages, "characteristic")];
  const LampFramework *continuous = lamp_framework_find ("continuous-improvement");

  for (const LampChoice *choice = framework->choices; choice->nick != NULL; choice++)
    {
      const LampFramework *found = lamp_framework_find (choice->nick);

      g_assert_nonnull (found);
      for (guint i = 0; i < found->n_stages; i++)
        g_assert_true (lamp_field_has_choice (characteristic, found->stages[i].characteristic, -1));
    }
  g_assert_cmpuint (continuous->n_stages, ==, 7);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpstr (continuous->stages[i].characteristic, ==, characteristic->choices[i].nick);
}

static void
later_stages_follow_a_moved_one_when_asked (void)
{
  LampDaySpan stages[] = { { 10, 19 }, { 20, 29 }, { 0, 0 }, { 30, 39 } };

  lamp_cycle_plan_move (stages, 4, 1, LAMP_SPAN_END, 3, TRUE);
  g_assert_cmpint (stages[0].to, ==, 19);
  g_assert_cmpint (stages[1].from, ==, 20);
  g_assert_cmpint (stages[1].to, ==, 32);
  g_assert_cmpint (stages[2].from, ==, 0);
  g_assert_cmpint (stages[3].from, ==, 33);
  lamp_cycle_plan_move (stages, 4, 1, LAMP_SPAN_WHOLE, -3, FALSE);
  g_assert_cmpint (stages[1].from, ==, 17);
  g_assert_cmpint (stages[3].from, ==, 33);
}

static void
no_end_is_dragged_past_the_other (void)
{
  LampDaySpan stages[] = { { 10, 19 }, { 20, 29 } };

  lamp_cycle_plan_move (stages, 2, 0, LAMP_SPAN_START, 40, FALSE);
  g_assert_cmpint (stages[0].from, ==, 19);
  lamp_cycle_plan_move (stages, 2, 1, LAMP_SPAN_END, -40, TRUE);
  g_assert_cmpint (stages[1].to, ==, 20);
}

static void
neighbours_that_change_places_keep_their_lengths (void)
{
  LampDaySpan first = { 10, 14 };
  LampDaySpan second = { 15, 29 };

  lamp_cycle_plan_swap (&first, &second);
  g_assert_cmpint (second.from, ==, 10);
  g_assert_cmpint (second.to, ==, 24);
  g_assert_cmpint (first.from, ==, 25);
  g_assert_cmpint (first.to, ==, 29);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/a_day_and_its_place_find_each_other_at_every_zoom", a_day_and_its_place_find_each_other_at_every_zoom);
  g_test_add_func ("/timeline/dragging_snaps_to_the_nearest_day", dragging_snaps_to_the_nearest_day);
  g_test_add_func ("/timeline/zoom_reaches_from_a_week_to_three_years", zoom_reaches_from_a_week_to_three_years);
  g_test_add_func ("/timeline/the_grid_thins_out_as_one_zooms_out", the_grid_thins_out_as_one_zooms_out);
  g_test_add_func ("/timeline/a_stage_is_outlined_as_planned_and_filled_as_done", a_stage_is_outlined_as_planned_and_filled_as_done);
  g_test_add_func ("/timeline/stages_that_overlap_stand_under_each_other", stages_that_overlap_stand_under_each_other);
  g_test_add_func ("/timeline/cycles_stand_under_their_communities_by_start", cycles_stand_under_their_communities_by_start);
  g_test_add_func ("/cycle-plan/every_framework_tiles_the_days_of_the_cycle", every_framework_tiles_the_days_of_the_cycle);
  g_test_add_func ("/cycle-plan/a_cycle_shorter_than_its_stages_keeps_their_order", a_cycle_shorter_than_its_stages_keeps_their_order);
  g_test_add_func ("/cycle-plan/frameworks_use_the_words_of_the_file", frameworks_use_the_words_of_the_file);
  g_test_add_func ("/cycle-plan/later_stages_follow_a_moved_one_when_asked", later_stages_follow_a_moved_one_when_asked);
  g_test_add_func ("/cycle-plan/no_end_is_dragged_past_the_other", no_end_is_dragged_past_the_other);
  g_test_add_func ("/cycle-plan/neighbours_that_change_places_keep_their_lengths", neighbours_that_change_places_keep_their_lengths);

  return g_test_run ();
}
