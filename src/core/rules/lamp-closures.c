/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closures.h"

#include <string.h>

#include "lamp-date.h"

/* Communities within communities: nobody has more, and a file that goes round in a circle ends here. */
#define DEEPEST 64

struct _LampClosures
{
  LampSnapshot *snapshot;
  GPtrArray *rows;
};

static void
add_closures (LampClosures *self,
              const char   *community)
{
  GPtrArray *rows = lamp_snapshot_find_by (self->snapshot, "closures", "community", community);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (self->rows, rows->pdata[i]);
}

/**
 * lamp_closures_new:
 * @snapshot: all that the file knows
 * @community: (nullable): the identifier of a community
 *
 * Gathers the closures that count for a community.
 *
 * Returns: (transfer full): they
 */
LampClosures *
lamp_closures_new (LampSnapshot *snapshot,
                   const char   *community)
{
  LampClosures *self = g_new0 (LampClosures, 1);

  self->snapshot = g_object_ref (snapshot);
  self->rows = g_ptr_array_new ();
  for (guint depth = 0; community != NULL && depth < DEEPEST; depth++)
    {
      const LampRow *row = lamp_snapshot_find (snapshot, "communities", community);

      add_closures (self, community);
      community = row != NULL ? lamp_row_get_text (row, "parent") : NULL;
    }

  return self;
}

/**
 * lamp_closures_free:
 * @self: (nullable): closures
 *
 * Frees them.
 */
void
lamp_closures_free (LampClosures *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->snapshot);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * lamp_closures_find:
 * @self: closures
 * @day: a date or wall time
 *
 * Returns: (transfer none) (nullable): why there is no school on that day; belongs to the snapshot
 */
const LampRow *
lamp_closures_find (const LampClosures *self,
                    const char         *day)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const LampRow *row = self->rows->pdata[i];
      const char *first = lamp_row_get_text (row, "starts_on");
      const char *last = lamp_row_has (row, "ends_on") ? lamp_row_get_text (row, "ends_on") : first;

      if (first != NULL && strncmp (first, day, 10) <= 0 && strncmp (day, last, 10) <= 0)
        return row;
    }

  return NULL;
}

/* Whether nobody goes to school from Monday to Friday. */
static gboolean
is_closed_all_week (const LampClosures *self,
                    guint32             monday)
{
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *text = NULL;
      GDate day;

      g_date_clear (&day, 1);
      g_date_set_julian (&day, monday + i);
      text = lamp_date_format (&day);
      if (lamp_closures_find (self, text) == NULL)
        return FALSE;
    }

  return TRUE;
}

/**
 * lamp_closures_count_school_weeks:
 * @self: closures
 * @from: a date or wall time
 * @to: a later one
 *
 * Counts how many weeks @to is after @from when the weeks in which there is no school at all are left out. Weeks begin
 * on Monday; from a Monday to the Friday of the next week is one week (practice S09: communities meet in school time).
 *
 * Returns: the school weeks, 0 when @to is not later
 */
guint
lamp_closures_count_school_weeks (const LampClosures *self,
                                  const char         *from,
                                  const char         *to)
{
  GDate first, last;
  guint32 week, end;
  guint weeks = 0;

  if (!lamp_date_parse (from, &first) || !lamp_date_parse (to, &last))
    return 0;

  /* 1 January of the year 1, the first day of GDate, was a Monday. */
  week = (g_date_get_julian (&first) - 1) / 7;
  end = (g_date_get_julian (&last) - 1) / 7;
  while (++week <= end)
    if (self->rows->len == 0 || !is_closed_all_week (self, week * 7 + 1))
      weeks++;

  return weeks;
}
