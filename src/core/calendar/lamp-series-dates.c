/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-dates.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-closures.h"
#include "lamp-date.h"
#include "lamp-recurrence.h"

/* A series is followed for this many dates; every school day for twenty-five years. */
#define MOST_DATES 5000

/* How far ahead a next meeting is looked for. */
#define DAYS_AHEAD (2 * 366)

/* A meeting that was moved stands for the date nearest to it, which may be later than what is asked about. */
#define DAYS_OF_A_MOVE 31

/**
 * lamp_occurrence_free:
 * @self: (nullable): an occurrence
 *
 * Frees it.
 */
void
lamp_occurrence_free (LampOccurrence *self)
{
  if (self == NULL)
    return;
  g_free (self->starts_at);
  g_free (self);
}

static GPtrArray *
list_meetings (LampSnapshot  *snapshot,
               const LampRow *series)
{
  const char *id = lamp_row_get_id (series);

  return id != NULL ? lamp_snapshot_list_by (snapshot, "meetings", "series", id) : g_ptr_array_new ();
}

/* The day of the last meeting that exists, "" when there is none. */
static const char *
find_last (GPtrArray *meetings)
{
  const char *last = "";

  for (guint i = 0; i < meetings->len; i++)
    if (g_strcmp0 (lamp_row_get_text (meetings->pdata[i], "starts_at"), last) > 0)
      last = lamp_row_get_text (meetings->pdata[i], "starts_at");

  return last;
}

static LampOccurrence *
find_nearest (GPtrArray  *occurrences,
              const char *day)
{
  LampOccurrence *nearest = NULL;
  int least = 0;

  for (guint i = 0; i < occurrences->len; i++)
    {
      LampOccurrence *occurrence = occurrences->pdata[i];
      int distance = ABS (lamp_date_days_between (occurrence->starts_at, day));

      if (nearest != NULL && distance >= least)
        continue;
      nearest = occurrence;
      least = distance;
    }

  return nearest;
}

/* Each meeting stands for the date nearest to it: first those that are on their day, then those that were moved. One
 * more meeting beside a date that has its own stands for none. */
static void
match_meetings (GPtrArray *occurrences,
                GPtrArray *meetings)
{
  for (int moved = 0; moved < 2; moved++)
    for (guint i = 0; i < meetings->len; i++)
      {
        const char *day = lamp_row_get_text (meetings->pdata[i], "starts_at");
        LampOccurrence *nearest = day != NULL ? find_nearest (occurrences, day) : NULL;

        if (nearest != NULL && nearest->meeting == NULL
            && (strncmp (nearest->starts_at, day, 10) == 0) == !moved
            && ABS (lamp_date_days_between (nearest->starts_at, day)) <= DAYS_OF_A_MOVE)
          nearest->meeting = meetings->pdata[i];
      }
}

/* All of them from the first on, so that the same meeting stands for the same date whatever is asked about. */
static GPtrArray *
list_all (LampSnapshot   *snapshot,
          const LampRow  *series,
          const char     *to,
          GError        **error)
{
  const char *starts_at = lamp_row_get_text (series, "starts_at");
  g_autoptr (LampRecurrence) recurrence = lamp_recurrence_new (lamp_row_get_text (series, "rrule"), starts_at, error);
  g_autoptr (LampClosures) closures = lamp_closures_new (snapshot, lamp_row_get_text (series, "community"));
  g_autoptr (GPtrArray) times = NULL;
  g_autoptr (GPtrArray) meetings = list_meetings (snapshot, series);
  g_autofree char *end = lamp_date_add_days (to, DAYS_OF_A_MOVE);
  GPtrArray *occurrences;

  if (recurrence == NULL)
    return NULL;
  occurrences = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_occurrence_free);
  times = lamp_recurrence_list (recurrence, starts_at, end != NULL ? end : to, MOST_DATES);
  for (guint i = 0; i < times->len; i++)
    {
      LampOccurrence *occurrence = g_new0 (LampOccurrence, 1);

      occurrence->starts_at = g_strdup (times->pdata[i]);
      occurrence->closure = lamp_closures_find (closures, occurrence->starts_at);
      g_ptr_array_add (occurrences, occurrence);
    }
  match_meetings (occurrences, meetings);

  return occurrences;
}

/**
 * lamp_series_occurrences:
 * @snapshot: all that the file knows
 * @series: a series, which need not be in the file yet
 * @from: the first day that is asked about, a date or wall time
 * @to: the last one
 * @limit: how many are wanted at most
 * @error: where to put an error
 *
 * Lists when a series meets by its rule. A date on which the community, or one that it is part of, has no school is
 * listed with the closure: nobody meets then. A date that has a meeting already is listed with it.
 *
 * Returns: (transfer full) (nullable) (element-type LampOccurrence): ascending, or %NULL when the rule cannot be
 * followed
 */
GPtrArray *
lamp_series_occurrences (LampSnapshot   *snapshot,
                         const LampRow  *series,
                         const char     *from,
                         const char     *to,
                         guint           limit,
                         GError        **error)
{
  g_autoptr (GPtrArray) all = list_all (snapshot, series, to, error);
  GPtrArray *wanted;

  if (all == NULL)
    return NULL;
  wanted = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_occurrence_free);
  for (guint i = 0; i < all->len && wanted->len < limit; i++)
    {
      LampOccurrence *occurrence = all->pdata[i];

      if (strncmp (occurrence->starts_at, from, 10) < 0 || strncmp (occurrence->starts_at, to, 10) > 0)
        continue;
      g_ptr_array_add (wanted, occurrence);
      all->pdata[i] = NULL;
    }

  return wanted;
}

/**
 * lamp_series_find_next:
 * @snapshot: all that the file knows
 * @series: a series
 * @from: a date or wall time: no earlier time will do
 * @error: where to put an error
 *
 * Finds the first time at which a series meets, there is school, and no meeting has been made yet.
 *
 * Returns: (transfer full) (nullable): the wall time; %NULL with an error when the rule cannot be followed or falls
 * on no
 *   such day in the next two years
 */
char *
lamp_series_find_next (LampSnapshot   *snapshot,
                       const LampRow  *series,
                       const char     *from,
                       GError        **error)
{
  const char *first = lamp_row_get_text (series, "starts_at");
  g_autofree char *to = lamp_date_add_days (g_strcmp0 (first, from) > 0 ? first : from, DAYS_AHEAD);
  g_autoptr (GPtrArray) occurrences = lamp_series_occurrences (snapshot, series, from, to != NULL ? to : from,
                                                               MOST_DATES, error);

  if (occurrences == NULL)
    return NULL;
  for (guint i = 0; i < occurrences->len; i++)
    {
      LampOccurrence *occurrence = occurrences->pdata[i];

      if (occurrence->closure == NULL && occurrence->meeting == NULL && strcmp (occurrence->starts_at, from) >= 0)
        return g_strdup (occurrence->starts_at);
    }
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_NOTHING, _("The series “%s” has no further dates."),
               lamp_row_get_title (series));

  return NULL;
}

static void
add_meeting (LampSeriesTime *time,
             gint64          minutes)
{
  time->n_meetings++;
  time->minutes += minutes;
}

/**
 * lamp_series_sum_until:
 * @snapshot: all that the file knows
 * @series: a series, which need not be in the file yet
 * @from: the first day that counts, a date or wall time
 * @until: the last one, such as the day on which something is due
 *
 * Counts the meetings that are left: those that exist and are not closed and, after the last of them, those that the
 * rule names and no closure takes away.
 *
 * Returns: how many, and how long they are together; none when the rule cannot be followed
 */
LampSeriesTime
lamp_series_sum_until (LampSnapshot  *snapshot,
                       const LampRow *series,
                       const char    *from,
                       const char    *until)
{
  g_autoptr (GPtrArray) meetings = list_meetings (snapshot, series);
  g_autoptr (GPtrArray) occurrences = lamp_series_occurrences (snapshot, series, from, until, MOST_DATES, NULL);
  const char *last = find_last (meetings);
  LampSeriesTime time = { 0, 0 };

  for (guint i = 0; i < meetings->len; i++)
    {
      const LampRow *meeting = meetings->pdata[i];
      const char *day = lamp_row_get_text (meeting, "starts_at");

      if (strncmp (day, from, 10) >= 0 && strncmp (day, until, 10) <= 0 && !lamp_row_is (meeting, "state", "closed"))
        add_meeting (&time, lamp_row_get_integer (meeting, "minutes"));
    }
  for (guint i = 0; occurrences != NULL && i < occurrences->len; i++)
    {
      LampOccurrence *occurrence = occurrences->pdata[i];

      if (occurrence->closure == NULL && occurrence->meeting == NULL && strcmp (occurrence->starts_at, last) > 0)
        add_meeting (&time, lamp_row_get_integer (series, "minutes"));
    }

  return time;
}

/**
 * lamp_series_time_describe:
 * @self: the time that a series has
 * @until: a date
 *
 * Returns: (transfer full): "12 meetings, 528 minutes until 18 Dec 2026"
 */
char *
lamp_series_time_describe (const LampSeriesTime *self,
                           const char           *until)
{
  g_autofree char *day = lamp_date_dup_display (until);
  g_autofree char *meetings = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u meeting", "%u meetings",
                                                            self->n_meetings), self->n_meetings);
  guint n_minutes = (guint) MIN (self->minutes, G_MAXUINT);
  g_autofree char *minutes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u minute", "%u minutes", n_minutes),
                                              n_minutes);

  // Translators: how much time is left until a day: 12 meetings, 528 minutes until 18 Dec 2026
  return g_strdup_printf (_("%s, %s until %s"), meetings, minutes, day);
}
