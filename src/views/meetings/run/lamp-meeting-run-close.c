/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>

#include "lamp-date.h"
#include "lamp-meeting-run-private.h"

/* How a run ends: closed, which brings what it knows into the records in one step, or given up. */

/* What a seat is called on record: a person by name, since that is what is read years later. */
static char *
dup_seat_name (LampStore  *store,
               const char *seat,
               JsonObject *taken)
{
  g_autoptr (LampRecord) person = lamp_store_find (store, "people", seat);
  g_autofree char *name = g_strdup (person != NULL ? lamp_record_get_title (person) : seat);

  for (guint i = 2; json_object_has_member (taken, name); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", person != NULL ? lamp_record_get_title (person) : seat, i);
    }

  return g_steal_pointer (&name);
}

/* (transfer full) (nullable): the turns taken as a field of counts, NULL when none were counted */
static char *
dup_voices (LampMeetingRun *self)
{
  JsonObject *counts = json_object_new ();
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), counts);

  for (guint i = 0; i < lamp_run_get_n_seats (self->run); i++)
    {
      int turns = 0;
      const char *seat = lamp_run_get_seat (self->run, i, &turns);
      g_autofree char *name = dup_seat_name (lamp_session_get_store (self->session), seat, counts);

      json_object_set_int_member (counts, name, turns);
    }
  json_object_unref (counts);

  return lamp_run_get_n_seats (self->run) > 0 ? json_to_string (node, FALSE) : NULL;
}

static void
write_item (LampEdit           *edit,
            LampRecord         *item,
            const LampRunPlace *place)
{
  const char *state = place->mark == LAMP_RUN_DISCUSSED ? "discussed" : "planned";

  if (lamp_record_get_integer (item, "spent_seconds") != place->spent || !lamp_record_has (item, "spent_seconds"))
    lamp_edit_set_integer (edit, item, "spent_seconds", place->spent);
  if (g_strcmp0 (lamp_record_get_text (item, "state"), "carried") != 0)
    lamp_edit_set_text (edit, item, "state", state);
}

static void
write_times (LampEdit      *edit,
             LampRecord    *meeting,
             const LampRun *run)
{
  g_autofree char *began_at = lamp_instant_format (lamp_run_get_began_at (run));
  g_autofree char *ended_at = lamp_instant_format (lamp_run_get_ended_at (run));

  lamp_edit_set_text (edit, meeting, "began_at", began_at);
  lamp_edit_set_text (edit, meeting, "ended_at", ended_at);
}

/* All that the run knows for the record. */
static void
write_run (LampMeetingRun      *self,
           LampEdit            *edit,
           const LampRun       *run,
           const LampRunMoment *moment)
{
  for (guint i = 0; i < lamp_run_get_n_items (run); i++)
    {
      LampRecord *item = lamp_meeting_run_get_item (self, (int) i);
      LampRunPlace place;

      lamp_run_look_at_item (run, moment, i, &place);
      if (item != NULL)
        write_item (edit, item, &place);
    }
  write_times (edit, self->meeting, run);
}

/**
 * lamp_meeting_run_close:
 * @self: a run
 * @keep_voices: whether the group wants to keep the turns that were counted
 *
 * Closes the meeting in one step that can be undone.
 *
 * Returns: whether it was closed; what stands against it is told as a notice, and the meeting goes on
 */
gboolean
lamp_meeting_run_close (LampMeetingRun *self,
                        gboolean        keep_voices)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  g_autoptr (LampRun) ended = lamp_run_copy (self->run);
  g_autofree char *voices = keep_voices ? dup_voices (self) : NULL;
  LampEdit *edit = lamp_edit_new (lamp_session_get_store (self->session), _("Close Meeting"));

  if (lamp_run_end (ended, &moment))
    {
      write_run (self, edit, ended, &moment);
      lamp_edit_set_text (edit, self->meeting, "voices", voices);
    }
  lamp_edit_set_text (edit, self->meeting, "state", "closed");
  /* The run ends with the record: see on_store_changed(). */
  if (!lamp_session_commit (self->session, edit, NULL))
    return FALSE;
  self->away = 0;

  return TRUE;
}

/**
 * lamp_meeting_run_discard:
 * @self: a run
 *
 * Gives the run up: its times are gone, and the meeting can be run anew.
 *
 * Returns: whether there was anything to give up
 */
gboolean
lamp_meeting_run_discard (LampMeetingRun *self)
{
  LampStore *store = lamp_session_get_store (self->session);
  LampRunState state = lamp_run_get_state (self->run);
  g_autoptr (GError) error = NULL;
  LampEdit *edit;

  if (state == LAMP_RUN_READY || state == LAMP_RUN_OVER)
    return FALSE;
  if (!lamp_store_set_local (store, LAMP_MEETING_RUN_KEPT_AS, NULL, &error))
    {
      lamp_session_notice (self->session, error->message, FALSE);
      return FALSE;
    }
  lamp_meeting_run_begin_anew (self);
  edit = lamp_edit_new (store, _("Give Up Running the Meeting"));
  lamp_edit_set_text (edit, self->meeting, "state", "open");
  lamp_session_commit (self->session, edit, NULL);
  lamp_meeting_run_tell (self);

  return TRUE;
}

/**
 * lamp_meeting_can_reopen:
 * @session: the session
 * @meeting: a meeting
 *
 * Returns: whether it is closed and no later one of its series is
 */
gboolean
lamp_meeting_can_reopen (LampSession *session,
                         LampRecord  *meeting)
{
  const char *series = lamp_record_get_text (meeting, "series");
  g_autoptr (GListModel) others = NULL;

  if (!lamp_meeting_is_closed (meeting))
    return FALSE;
  if (!lamp_record_has (meeting, "series"))
    return TRUE;

  others = lamp_store_list_by (lamp_session_get_store (session), "meetings", "series", series);
  for (guint i = 0; i < g_list_model_get_n_items (others); i++)
    {
      g_autoptr (LampRecord) other = g_list_model_get_item (others, i);

      if (lamp_meeting_is_closed (other)
          && g_strcmp0 (lamp_record_get_text (other, "starts_at"), lamp_record_get_text (meeting, "starts_at")) > 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * lamp_meeting_reopen:
 * @session: the session
 * @meeting: a closed meeting
 *
 * Opens a meeting again. Run again it goes on where it ended.
 *
 * Returns: whether it was opened; why not is told as a notice
 */
gboolean
lamp_meeting_reopen (LampSession *session,
                     LampRecord  *meeting)
{
  LampEdit *edit;

  if (!lamp_meeting_can_reopen (session, meeting))
    {
      if (lamp_meeting_is_closed (meeting))
        lamp_session_notice (session, _("A later meeting of the series is closed already, so this one stays as it is."),
                             FALSE);
      return FALSE;
    }
  edit = lamp_edit_new (lamp_session_get_store (session), _("Reopen Meeting"));
  lamp_edit_set_text (edit, meeting, "state", "in-progress");

  return lamp_session_commit (session, edit, NULL);
}
