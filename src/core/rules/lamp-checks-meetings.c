/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-checks-private.h"
#include "lamp-closures.h"
#include "lamp-date.h"

/* Whether a community meets, and has the time it plans for: practice S09, S10, S76. */

static gint64
sum_minutes (GPtrArray *items)
{
  gint64 sum = 0;

  for (guint i = 0; i < items->len; i++)
    sum += lamp_row_get_integer (items->pdata[i], "minutes");

  return sum;
}

static void
find_overlong (LampJudging   *self,
               const LampRow *meeting,
               guint          over)
{
  g_autofree char *when = lamp_time_dup_display (lamp_row_get_text (meeting, "starts_at"));

  /* Translators: the title of a meeting, and its day and time. */
  lamp_judging_find (self, meeting,
                     g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                   "The agenda of “%s” (%s) is %u minute longer than its slot.",
                                                   "The agenda of “%s” (%s) is %u minutes longer than its slot.", over),
                                      lamp_row_get_title (meeting), when, over));
}

static void
judge_lengths (LampJudging *self)
{
  GPtrArray *meetings = lamp_snapshot_get (self->snapshot, "meetings");

  for (guint i = 0; i < meetings->len; i++)
    {
      const LampRow *meeting = meetings->pdata[i];
      GPtrArray *items = lamp_snapshot_find_by (self->snapshot, "agenda_items", "meeting", lamp_row_get_id (meeting));
      gint64 over = sum_minutes (items) - lamp_row_get_integer (meeting, "minutes");

      if (g_strcmp0 (lamp_row_get_text (meeting, "state"), "closed") == 0 || items->len == 0)
        continue;
      if (over <= 0)
        lamp_judging_keep (self);
      else
        find_overlong (self, meeting, (guint) MIN (over, G_MAXINT32));
    }
}

/* A community that has not said how often it meets is held to once a month, which is never more than five weeks,
 * when it has a series or is an action team (practice S76). Others are not judged: 0. */
#define WEEKS_OF_A_MONTH 5

/* Gaps that ended longer ago than a term can no longer be mended and are let go. */
#define WEEKS_LOOKED_BACK 20

static guint
get_cadence (LampJudging   *self,
             const LampRow *community)
{
  gint64 weeks = lamp_row_get_integer (community, "cadence_weeks");

  if (weeks > 0)
    return (guint) weeks;
  if (g_strcmp0 (lamp_row_get_text (community, "kind"), "action-team") == 0
      || lamp_snapshot_find_by (self->snapshot, "series", "community", lamp_row_get_id (community))->len > 0)
    return WEEKS_OF_A_MONTH;

  return 0;
}

/* A draft whose day has passed was never held. */
static gboolean
counts (const LampRow *meeting,
        const char    *today)
{
  return g_strcmp0 (lamp_row_get_text (meeting, "state"), "draft") != 0
         || g_strcmp0 (lamp_row_get_text (meeting, "starts_at"), today) >= 0;
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const LampRow *left = *(const LampRow * const *) a;
  const LampRow *right = *(const LampRow * const *) b;

  return g_strcmp0 (lamp_row_get_text (left, "starts_at"), lamp_row_get_text (right, "starts_at"));
}

/* The days on which a community meets and, when all of them have passed, today: silence lasts until now. */
static GPtrArray *
list_days (LampJudging   *self,
           const LampRow *community)
{
  GPtrArray *meetings = lamp_snapshot_find_by (self->snapshot, "meetings", "community", lamp_row_get_id (community));
  g_autoptr (GPtrArray) held = g_ptr_array_new ();
  GPtrArray *days = g_ptr_array_new ();

  for (guint i = 0; i < meetings->len; i++)
    if (counts (meetings->pdata[i], self->today))
      g_ptr_array_add (held, meetings->pdata[i]);
  g_ptr_array_sort (held, compare_starts);
  for (guint i = 0; i < held->len; i++)
    g_ptr_array_add (days, (gpointer) lamp_row_get_text (held->pdata[i], "starts_at"));
  if (days->len > 0 && g_strcmp0 (days->pdata[days->len - 1], self->today) < 0)
    g_ptr_array_add (days, (gpointer) self->today);

  return days;
}

static void
find_gap (LampJudging   *self,
          const LampRow *community,
          const char    *last,
          const char    *next,
          guint          weeks)
{
  g_autofree char *from = lamp_date_dup_display (last);
  g_autofree char *to = lamp_date_dup_display (next);
  const char *name = lamp_row_get_title (community);

  if (next == self->today)
    lamp_judging_find (self, community,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "“%s” has not met for %u week of school, since %s.",
                                                     "“%s” has not met for %u weeks of school, since %s.", weeks),
                                        name, weeks, from));
  else
    lamp_judging_find (self, community,
                       g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                     "“%s” does not meet for %u week of school, from %s to %s.",
                                                     "“%s” does not meet for %u weeks of school, from %s to %s.",
                                                     weeks),
                                        name, weeks, from, to));
}

/* Whether a silence that ended on @day is recent enough to be mended. */
static gboolean
matters (LampJudging *self,
         const char  *day)
{
  return lamp_date_days_between (day, self->today) <= WEEKS_LOOKED_BACK * 7;
}

static void
judge_days (LampJudging   *self,
            const LampRow *community,
            GPtrArray     *days,
            guint          cadence)
{
  g_autoptr (LampClosures) closures = lamp_closures_new (self->snapshot, lamp_row_get_id (community));
  guint longest = 0;
  guint at = 0;

  for (guint i = 1; i < days->len; i++)
    {
      guint gap = matters (self, days->pdata[i])
                    ? lamp_closures_count_school_weeks (closures, days->pdata[i - 1], days->pdata[i]) : 0;

      if (gap > longest)
        {
          longest = gap;
          at = i;
        }
    }
  if (longest <= cadence)
    {
      lamp_judging_keep (self);
      return;
    }
  find_gap (self, community, days->pdata[at - 1], days->pdata[at], longest);
}

static void
judge_gaps (LampJudging *self)
{
  GPtrArray *communities = lamp_snapshot_get (self->snapshot, "communities");

  for (guint i = 0; i < communities->len; i++)
    {
      const LampRow *community = communities->pdata[i];
      guint cadence = get_cadence (self, community);
      g_autoptr (GPtrArray) days = cadence > 0 ? list_days (self, community) : NULL;

      if (days == NULL)
        continue;
      if (days->len == 0)
        lamp_judging_find (self, community, g_strdup_printf (_("“%s” has never met and has no meeting planned."),
                                                             lamp_row_get_title (community)));
      else
        judge_days (self, community, days, cadence);
    }
}

const LampRule lamp_rules_meetings[] = {
  {
    {
      .code = "M-OVERLONG",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Agendas longer than their slot"),
      .why = NC_ ("check", "The bell rings all the same, and what falls off the end is the reflection: the part in "
                           "which a community learns from its work."),
      .source = DIETZ "; practice S09, S52",
      .action = NC_ ("check", "Shorten items, fit the agenda to the slot, or carry something over to the next "
                              "meeting."),
    },
    judge_lengths,
  },
  {
    {
      .code = "C-GAP",
      .severity = LAMP_SEVERITY_WARNING,
      .area = LAMP_AREA_MEETINGS,
      .pillar = LAMP_PILLAR_IMPROVEMENT,
      .title = NC_ ("check", "Communities that do not meet as often as they said"),
      .why = NC_ ("check", "A community learns by meeting regularly and often; in a long silence its questions go "
                           "cold. Weeks in which the whole school is closed do not count."),
      .source = LIEBERMAN_MILLER "; practice S09, S10, S76",
      .action = NC_ ("check", "Plan a meeting within the gap, or change how often the community meets."),
    },
    judge_gaps,
  },
  { { NULL } },
};
