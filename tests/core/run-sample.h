/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A meeting of 44 minutes to be run in tests, on a clock that stands still. */

#include "lamp-run.h"

#define SECOND G_GINT64_CONSTANT (1000000)
#define MINUTE (60 * SECOND)
#define STARTS_AT G_GINT64_CONSTANT (1795255200000000)
#define N_SAMPLE_ITEMS 4

static const LampRunItem sample_items[N_SAMPLE_ITEMS] = {
  { "check-in", "Check-in", { 5 * 60, 3 * 60, 8 * 60, FALSE } },
  { "feedback", "Feedback", { 15 * 60, 8 * 60, 20 * 60, FALSE } },
  { "planning", "Planning", { 19 * 60, 10 * 60, 25 * 60, FALSE } },
  { "reflection", "Reflection", { 5 * 60, 2 * 60, 10 * 60, TRUE } },
};

G_GNUC_UNUSED static LampRun *
sample_run_new (void)
{
  return lamp_run_new ("meeting", STARTS_AT, 44 * 60, sample_items, N_SAMPLE_ITEMS);
}

G_GNUC_UNUSED static LampRunFigures
look (const LampRun *run,
      LampClock     *clock)
{
  LampRunMoment moment = lamp_run_moment (clock);
  LampRunFigures figures;

  lamp_run_look (run, &moment, &figures);

  return figures;
}

G_GNUC_UNUSED static LampRunPlace
look_at (const LampRun *run,
         LampClock     *clock,
         guint          index)
{
  LampRunMoment moment = lamp_run_moment (clock);
  LampRunPlace place;

  lamp_run_look_at_item (run, &moment, index, &place);

  return place;
}
