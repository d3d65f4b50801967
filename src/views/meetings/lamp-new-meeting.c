/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-new-meeting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-closures.h"
#include "lamp-date.h"
#include "lamp-meeting-edits.h"
#include "lamp-series-dates.h"
#include "lamp-series.h"

/* When and how long a community meets next, and the one step that makes the meeting with its agenda. */

#define USUAL_MINUTES 44 /* a period of a school day */
#define USUAL_TIME "T15:30"
#define LONGEST_HOLIDAY 20 /* weeks */

/* One of a series tells more about the next meeting than a single one, and a later one more than an earlier. */
static gboolean
tells_more (LampRecord *meeting,
            LampRecord *than)
{
  if (than == NULL)
    return TRUE;
  if (lamp_record_has (meeting, "series") != lamp_record_has (than, "series"))
    return lamp_record_has (meeting, "series");

  return g_strcmp0 (lamp_record_get_text (meeting, "starts_at"), lamp_record_get_text (than, "starts_at")) > 0;
}

static LampRecord *
find_last_meeting (LampStore  *store,
                   LampRecord *community,
                   LampRecord *series)
{
  LampRecord *of = series != NULL ? series : community;
  g_autoptr (GListModel) meetings = lamp_store_list_by (store, "meetings", series != NULL ? "series" : "community",
                                                        lamp_record_get_id (of));
  LampRecord *last = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (meetings); i++)
    {
      g_autoptr (LampRecord) meeting = g_list_model_get_item (meetings, i);

      if (tells_more (meeting, last))
        g_set_object (&last, meeting);
    }

  return last;
}

/**
 * lamp_new_meeting_find_series:
 * @session: the session
 * @community: a community
 *
 * Returns: (transfer full) (nullable): the series that its next meeting most likely belongs to: that of its last
 *   meeting, or the first that nobody has met in yet
 */
LampRecord *
lamp_new_meeting_find_series (LampSession *session,
                              LampRecord  *community)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (LampRecord) last = find_last_meeting (store, community, NULL);
  g_autoptr (GListModel) series = NULL;

  if (last != NULL && lamp_record_has (last, "series"))
    return lamp_store_find (store, "series", lamp_record_get_text (last, "series"));
  series = lamp_store_list_by (store, "series", "community", lamp_record_get_id (community));

  return g_list_model_get_item (series, 0);
}

/* By the rule of the series: the first day with school that has no meeting yet. A series that has come to its end, or
 * whose rule cannot be followed, names none. */
static char *
find_by_rule (LampSnapshot *snapshot,
              LampRecord   *series,
              const char   *now)
{
  if (series == NULL || !lamp_record_has (series, "rrule"))
    return NULL;

  return lamp_series_find_next (snapshot, lamp_record_get_row (series), now, NULL);
}

/* As often as they say or the series repeats, counted from the last meeting. */
static char *
find_after_last (LampRecord *community,
                 LampRecord *last,
                 LampRecord *series,
                 const char *today)
{
  guint weeks = (guint) lamp_record_get_integer (community, "cadence_weeks");
  const char *rrule = series != NULL ? lamp_record_get_text (series, "rrule") : NULL;

  if (last == NULL)
    return NULL;

  return lamp_series_get_next (rrule, lamp_record_get_text (last, "starts_at"), today, weeks);
}

/* Goes on by whole weeks, as long as there is no school on that day. */
static char *
skip_closures (LampSnapshot *snapshot,
               LampRecord   *community,
               const char   *start)
{
  g_autoptr (LampClosures) closures = lamp_closures_new (snapshot, lamp_record_get_id (community));
  char *found = g_strdup (start);

  for (guint week = 0; week < LONGEST_HOLIDAY && lamp_closures_find (closures, found) != NULL; week++)
    {
      g_autofree char *before = found;
      g_autofree char *day = lamp_date_add_days (before, 7);

      found = g_strconcat (day, strchr (before, 'T'), NULL);
    }

  return found;
}

static char *
choose_start (LampSession  *session,
              LampSnapshot *snapshot,
              LampRecord   *community,
              LampRecord   *last,
              LampRecord   *series)
{
  g_autofree char *now = lamp_clock_dup_local_time (lamp_session_get_clock (session));
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  char *by_rule = find_by_rule (snapshot, series, now);
  g_autofree char *start = NULL;
  g_autofree char *day = NULL;

  if (by_rule != NULL)
    return by_rule;
  start = find_after_last (community, last, series, today);
  if (start == NULL)
    {
      day = lamp_workday_after (today);
      start = g_strconcat (day, USUAL_TIME, NULL);
    }

  return skip_closures (snapshot, community, start);
}

static char *
choose_title (LampRecord *community,
              LampRecord *series)
{
  if (series != NULL)
    return g_strdup (lamp_record_get_title (series));

  // Translators: the title of a new meeting; %s is the name of a community
  return g_strdup_printf (_("%s: meeting"), lamp_record_get_title (community));
}

static gint64
choose_minutes (LampRecord *last,
                LampRecord *series)
{
  gint64 minutes = series != NULL ? lamp_record_get_integer (series, "minutes") : 0;

  if (minutes == 0 && last != NULL)
    minutes = lamp_record_get_integer (last, "minutes");

  return minutes > 0 ? minutes : USUAL_MINUTES;
}

static void
copy_text (LampRow    *row,
           LampRecord *from,
           const char *field)
{
  if (from != NULL && lamp_record_has (from, field))
    lamp_row_set_text (row, field, lamp_record_get_text (from, field));
}

/**
 * lamp_new_meeting_make_row:
 * @session: the session
 * @snapshot: all that its file knows
 * @community: who meets
 * @series: (nullable): the series that the meeting belongs to
 *
 * Says when and how long a community meets next: by its series, else by its last meeting and its cadence, else on the
 * next workday; never on a day without school.
 *
 * Returns: (transfer full): the meeting, without an identifier
 */
LampRow *
lamp_new_meeting_make_row (LampSession  *session,
                           LampSnapshot *snapshot,
                           LampRecord   *community,
                           LampRecord   *series)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("meetings"));
  g_autoptr (LampRecord) last = find_last_meeting (lamp_session_get_store (session), community, series);
  g_autofree char *start = choose_start (session, snapshot, community, last, series);
  g_autofree char *title = choose_title (community, series);

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "community", lamp_record_get_id (community));
  lamp_row_set_text (row, "series", series != NULL ? lamp_record_get_id (series) : NULL);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "starts_at", start);
  lamp_row_set_integer (row, "minutes", choose_minutes (last, series));
  copy_text (row, last, "place");
  copy_text (row, last, "mode");

  return row;
}

/**
 * lamp_new_meeting_create:
 * @session: the session
 * @row: (transfer full): a meeting without an identifier
 * @agenda: (nullable): what comes onto its agenda
 *
 * Makes a meeting and its agenda in one step.
 *
 * Returns: (transfer full) (nullable): the meeting; %NULL when it could not be made, which is told as a notice
 */
LampRecord *
lamp_new_meeting_create (LampSession     *session,
                         LampRow         *row,
                         LampAgendaDraft *agenda)
{
  LampStore *store = lamp_session_get_store (session);
  LampEdit *edit = lamp_edit_new (store, _("Add Meeting"));
  g_autofree char *id = g_strdup (lamp_edit_insert (edit, row));

  if (agenda != NULL)
    lamp_agenda_draft_insert (agenda, edit, id, 0);
  if (!lamp_session_commit (session, edit, NULL))
    return NULL;

  return lamp_store_find (store, "meetings", id);
}

static guint
find_place (GListModel *items)
{
  guint n_items = g_list_model_get_n_items (items);
  g_autoptr (LampRecord) last = n_items > 0 ? g_list_model_get_item (items, n_items - 1) : NULL;

  return last != NULL && lamp_row_is (lamp_record_get_row (last), "kind", "reflection") ? n_items - 1 : n_items;
}

/**
 * lamp_agenda_extend:
 * @session: the session
 * @meeting: a meeting that is not closed
 * @agenda: what comes onto its agenda
 * @label: what Undo calls it
 *
 * Puts the chosen items onto the agenda of a meeting, before a reflection that closes it, in one step.
 *
 * Returns: whether that could be done; what stands against it is told as a notice
 */
gboolean
lamp_agenda_extend (LampSession     *session,
                    LampRecord      *meeting,
                    LampAgendaDraft *agenda,
                    const char      *label)
{
  LampStore *store = lamp_session_get_store (session);
  LampEdit *edit = lamp_edit_new (store, label);
  g_autoptr (GListModel) items = lamp_store_list_by (store, "agenda_items", "meeting", lamp_record_get_id (meeting));
  guint place = find_place (items);

  lamp_items_make_room (edit, items, place, lamp_agenda_draft_count_chosen (agenda));
  lamp_agenda_draft_insert (agenda, edit, lamp_record_get_id (meeting), place);

  return lamp_session_commit (session, edit, label);
}
