/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-moves.h"

#include <string.h>

#include "lamp-date.h"
#include "lamp-series-dates.h"

#define MOST_DATES 5000

/* Further than this, a meeting is no longer the same one. */
#define LONGEST_MOVE 31

/**
 * lamp_series_move_free:
 * @self: (nullable): a move
 *
 * Frees it.
 */
void
lamp_series_move_free (LampSeriesMove *self)
{
  if (self == NULL)
    return;
  g_free (self->starts_at);
  g_free (self);
}

static gboolean
has_any (LampSnapshot  *snapshot,
         const char    *type,
         const LampRow *meeting)
{
  return lamp_snapshot_find_by (snapshot, type, "meeting", lamp_row_get_id (meeting))->len > 0;
}

static gboolean
has_outcome (LampSnapshot  *snapshot,
             const LampRow *meeting)
{
  GPtrArray *items = lamp_snapshot_find_by (snapshot, "agenda_items", "meeting", lamp_row_get_id (meeting));

  for (guint i = 0; i < items->len; i++)
    if (lamp_row_has (items->pdata[i], "outcome") || lamp_row_get_integer (items->pdata[i], "spent_seconds") > 0)
      return TRUE;

  return has_any (snapshot, "decisions", meeting) || has_any (snapshot, "commitments", meeting);
}

/**
 * lamp_series_may_move:
 * @snapshot: all that the file knows
 * @meeting: a meeting
 * @now: the wall time
 *
 * A change of its series moves a meeting only while that harms nobody: it is still to come, nobody has been told of it
 * as open, and nothing has come out of it yet.
 *
 * Returns: whether it may
 */
gboolean
lamp_series_may_move (LampSnapshot  *snapshot,
                      const LampRow *meeting,
                      const char    *now)
{
  return lamp_row_is (meeting, "state", "draft") && g_strcmp0 (lamp_row_get_text (meeting, "starts_at"), now) > 0
         && !has_outcome (snapshot, meeting);
}

/* The nearest date of the new rule on which there is school and that no other meeting has taken. */
static int
find_free (GPtrArray  *occurrences,
           gboolean   *taken,
           const char *day)
{
  int nearest = -1;
  int least = LONGEST_MOVE + 1;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const LampOccurrence *occurrence = occurrences->pdata[i];
      int distance = ABS (lamp_date_days_between (occurrence->starts_at, day));

      if (occurrence->closure != NULL || taken[i] || distance >= least)
        continue;
      nearest = (int) i;
      least = distance;
    }

  return nearest;
}

static void
add_move (GPtrArray     *moves,
          const LampRow *meeting,
          const char    *starts_at,
          gint64         minutes)
{
  LampSeriesMove *move;

  if (lamp_row_is (meeting, "starts_at", starts_at) && lamp_row_get_integer (meeting, "minutes") == minutes)
    return;
  move = g_new (LampSeriesMove, 1);
  move->meeting = meeting;
  move->starts_at = g_strdup (starts_at);
  move->minutes = minutes;
  g_ptr_array_add (moves, move);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  return g_strcmp0 (lamp_row_get_text (*(const LampRow * const *) a, "starts_at"),
                    lamp_row_get_text (*(const LampRow * const *) b, "starts_at"));
}

/* A date that a meeting stands on which stays where it is, is no longer free. */
static void
keep_those_that_stay (LampSnapshot *snapshot,
                      GPtrArray    *meetings,
                      GPtrArray    *occurrences,
                      const char   *now,
                      gboolean     *taken)
{
  for (guint i = 0; i < meetings->len; i++)
    for (guint k = 0; k < occurrences->len && !lamp_series_may_move (snapshot, meetings->pdata[i], now); k++)
      if (strncmp (lamp_row_get_text (meetings->pdata[i], "starts_at"),
                   ((LampOccurrence *) occurrences->pdata[k])->starts_at, 10) == 0)
        taken[k] = TRUE;
}

/**
 * lamp_series_plan_moves:
 * @snapshot: all that the file knows
 * @series: a series as it is going to be
 * @now: the wall time
 * @error: where to put an error
 *
 * Says which of its meetings are to move when a series changes: each that may, to the nearest date of the new rule on
 * which there is school, no further than a month. Their agendas are left as they are.
 *
 * Returns: (transfer full) (nullable) (element-type LampSeriesMove): the moves, by date; %NULL when the rule cannot be
 *   followed
 */
GPtrArray *
lamp_series_plan_moves (LampSnapshot   *snapshot,
                        const LampRow  *series,
                        const char     *now,
                        GError        **error)
{
  g_autoptr (GPtrArray) meetings = lamp_snapshot_list_by (snapshot, "meetings", "series", lamp_row_get_id (series));
  g_autofree char *tomorrow = lamp_date_add_days (now, 1);
  const char *last = now;
  g_autofree char *to = NULL;
  g_autoptr (GPtrArray) occurrences = NULL;
  g_autofree gboolean *taken = NULL;
  GPtrArray *moves;

  g_ptr_array_sort (meetings, compare_starts);
  if (meetings->len > 0)
    last = lamp_row_get_text (meetings->pdata[meetings->len - 1], "starts_at");
  to = lamp_date_add_days (strcmp (last, now) > 0 ? last : now, LONGEST_MOVE);
  occurrences = lamp_series_occurrences (snapshot, series, tomorrow, to != NULL ? to : last, MOST_DATES, error);
  if (occurrences == NULL)
    return NULL;
  taken = g_new0 (gboolean, occurrences->len + 1);
  moves = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_series_move_free);
  keep_those_that_stay (snapshot, meetings, occurrences, now, taken);
  for (guint i = 0; i < meetings->len; i++)
    {
      const LampRow *meeting = meetings->pdata[i];
      int free = lamp_series_may_move (snapshot, meeting, now)
                   ? find_free (occurrences, taken, lamp_row_get_text (meeting, "starts_at")) : -1;

      if (free < 0)
        continue;
      taken[free] = TRUE;
      add_move (moves, meeting, ((LampOccurrence *) occurrences->pdata[free])->starts_at,
                lamp_row_get_integer (series, "minutes"));
    }

  return moves;
}
