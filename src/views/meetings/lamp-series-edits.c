/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-series-edits.h"

#include <glib/gi18n-lib.h>

#include "lamp-agenda-draft.h"
#include "lamp-protocol.h"
#include "lamp-protocols.h"
#include "lamp-repeat.h"
#include "lamp-series-dates.h"
#include "lamp-series-moves.h"

#define USUAL_MINUTES 44

static gint64
get_minutes (const LampRow *series)
{
  gint64 minutes = lamp_row_get_integer (series, "minutes");

  return minutes > 0 ? minutes : USUAL_MINUTES;
}

static const LampRow *
find_last_meeting (LampSnapshot  *snapshot,
                   const LampRow *series)
{
  GPtrArray *meetings = lamp_snapshot_find_by (snapshot, "meetings", "series", lamp_row_get_id (series));
  const LampRow *last = NULL;

  for (guint i = 0; i < meetings->len; i++)
    if (last == NULL || g_strcmp0 (lamp_row_get_text (meetings->pdata[i], "starts_at"),
                                   lamp_row_get_text (last, "starts_at")) > 0)
      last = meetings->pdata[i];

  return last;
}

/* (transfer full): where the steps of a template are: in the file, or with the program */
static LampSnapshot *
find_source (LampSnapshot *snapshot,
             const char   *template)
{
  if (template == NULL || lamp_snapshot_find (snapshot, "protocols", template) != NULL)
    return g_object_ref (snapshot);

  return lamp_protocols_load (NULL);
}

/* A protocol that comes with the program becomes the school's own when it is made a template. */
static void
take_template (LampEdit     *edit,
               LampSnapshot *snapshot,
               LampSnapshot *source,
               const char   *template)
{
  const LampRow *protocol = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  if (source != NULL && source != snapshot && template != NULL)
    protocol = lamp_snapshot_find (source, "protocols", template);
  if (protocol == NULL)
    return;
  lamp_edit_insert (edit, lamp_row_copy (protocol));
  steps = lamp_protocol_copy_steps (source, template);
  while (steps->len > 0)
    {
      LampRow *step = g_ptr_array_steal_index (steps, 0);

      lamp_row_set_text (step, "protocol", template);
      lamp_edit_insert (edit, step);
    }
}

/* A meeting of a series: where and how they met last, and with items copied from the template, fitted into the slot.
 * From here on the meeting is on its own: what becomes of the template does not touch it. */
static const char *
insert_meeting (LampEdit      *edit,
                LampSnapshot  *snapshot,
                LampSnapshot  *source,
                const LampRow *series,
                const char    *starts_at)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("meetings"));
  const LampRow *last = find_last_meeting (snapshot, series);
  const char *template = lamp_row_get_text (series, "template");
  g_autoptr (LampAgendaDraft) agenda = NULL;
  const char *id;

  lamp_row_set_defaults (row);
  lamp_row_set_text (row, "community", lamp_row_get_text (series, "community"));
  lamp_row_set_text (row, "series", lamp_row_get_id (series));
  lamp_row_set_text (row, "title", lamp_row_get_title (series));
  lamp_row_set_text (row, "starts_at", starts_at);
  lamp_row_set_integer (row, "minutes", get_minutes (series));
  if (last != NULL)
    lamp_row_set_text (row, "place", lamp_row_get_text (last, "place"));
  if (last != NULL && lamp_row_has (last, "mode"))
    lamp_row_set_text (row, "mode", lamp_row_get_text (last, "mode"));
  id = lamp_edit_insert (edit, row);
  if (template != NULL && source != NULL)
    {
      agenda = lamp_agenda_draft_new_protocol (source, template, (int) get_minutes (series));
      lamp_agenda_draft_insert (agenda, edit, id, 0);
    }

  return id;
}

static void
add_move (LampEdit             *edit,
          const LampSeriesMove *move)
{
  g_autoptr (LampRecord) meeting = lamp_store_find (lamp_edit_get_store (edit), "meetings",
                                                    lamp_row_get_id (move->meeting));

  if (meeting == NULL)
    return;
  lamp_edit_set_text (edit, meeting, "starts_at", move->starts_at);
  lamp_edit_set_integer (edit, meeting, "minutes", move->minutes);
}

/* How a change of a series is told, and what it is called in Undo. */
static char *
describe (gboolean is_new,
          guint    n_times,
          guint    n_moves)
{
  if (n_times > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Make %u Meeting", "Make %u Meetings", n_times), n_times);
  if (n_moves > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Move %u Meeting", "Move %u Meetings", n_moves), n_moves);

  return g_strdup (is_new ? _("Add Series") : _("Change Series"));
}

/**
 * lamp_series_save:
 * @session: the session
 * @series: (transfer full): a series; without an identifier it is a new one
 * @times: (nullable) (element-type utf8): the wall times at which meetings are to be made
 * @moves: (nullable) (element-type LampSeriesMove): what the change does to meetings that exist
 *
 * Writes a series, makes meetings of it and moves some, in one step.
 *
 * Returns: (transfer full) (nullable): the series; %NULL when that could not be done, which is told as a notice
 */
LampRecord *
lamp_series_save (LampSession *session,
                  LampRow     *series,
                  GPtrArray   *times,
                  GPtrArray   *moves)
{
  LampStore *store = lamp_session_get_store (session);
  guint n_times = times != NULL ? times->len : 0;
  guint n_moves = moves != NULL ? moves->len : 0;
  g_autofree char *label = describe (lamp_row_get_id (series) == NULL, n_times, n_moves);
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (store, NULL);
  g_autoptr (LampSnapshot) source = find_source (snapshot, lamp_row_get_text (series, "template"));
  LampEdit *edit = lamp_edit_new (store, label);
  gboolean is_new = lamp_row_get_id (series) == NULL;
  g_autoptr (LampRow) row = is_new ? NULL : lamp_row_copy (series);
  g_autofree char *id = NULL;

  take_template (edit, snapshot, source, lamp_row_get_text (series, "template"));
  id = g_strdup (is_new ? lamp_edit_insert (edit, series) : lamp_row_get_id (series));
  if (is_new)
    row = lamp_row_copy (series);
  else
    lamp_edit_replace (edit, series);
  for (guint i = 0; i < n_times; i++)
    insert_meeting (edit, snapshot, source, row, times->pdata[i]);
  for (guint i = 0; i < n_moves; i++)
    add_move (edit, moves->pdata[i]);
  if (!lamp_session_commit (session, edit, n_times + n_moves > 0 ? label : NULL))
    return NULL;

  return lamp_store_find (store, "series", id);
}

/**
 * lamp_series_create_next:
 * @session: the session
 * @series: a series
 *
 * Makes the next meeting of a series: at the first time from now on at which it meets by its rule, there is school, and
 * no meeting exists, with items copied from its template.
 *
 * Returns: (transfer full) (nullable): the meeting; %NULL when there is no such time, which is told as a notice
 */
LampRecord *
lamp_series_create_next (LampSession *session,
                         LampRecord  *series)
{
  LampStore *store = lamp_session_get_store (session);
  g_autoptr (LampSnapshot) snapshot = lamp_store_snapshot (store, NULL);
  g_autofree char *now = lamp_clock_dup_local_time (lamp_session_get_clock (session));
  g_autoptr (GError) error = NULL;
  g_autofree char *next = lamp_series_find_next (snapshot, lamp_record_get_row (series), now, &error);
  g_autofree char *id = NULL;
  LampEdit *edit;

  if (next == NULL)
    {
      lamp_session_notice (session, error->message, FALSE);
      return NULL;
    }
  edit = lamp_edit_new (store, _("Add Meeting"));
  id = g_strdup (insert_meeting (edit, snapshot, snapshot, lamp_record_get_row (series), next));
  if (!lamp_session_commit (session, edit, NULL))
    return NULL;

  return lamp_store_find (store, "meetings", id);
}

/**
 * lamp_series_end:
 * @session: the session
 * @series: a series
 *
 * Ends a series with today. The meetings that exist stay.
 *
 * Returns: whether that could be done
 */
gboolean
lamp_series_end (LampSession *session,
                 LampRecord  *series)
{
  g_autofree char *today = lamp_clock_dup_today (lamp_session_get_clock (session));
  g_autofree char *rrule = lamp_repeat_end_rule (lamp_record_get_text (series, "rrule"), today);
  LampEdit *edit;

  if (rrule == NULL)
    return FALSE;
  edit = lamp_edit_new (lamp_session_get_store (session), _("End Series"));
  lamp_edit_set_text (edit, series, "rrule", rrule);

  return lamp_session_commit (session, edit, _("End Series"));
}
