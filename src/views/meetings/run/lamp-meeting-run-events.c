/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-meeting-run-private.h"

#include <glib/gi18n-lib.h>

/* What the person at the laptop does: each of these is kept in the file before anything is shown. */

static gboolean
done (LampMeetingRun *self,
      gboolean        has_changed)
{
  if (!has_changed)
    return FALSE;
  if (lamp_run_get_state (self->run) != LAMP_RUN_READY)
    lamp_meeting_run_keep (self);
  lamp_meeting_run_tell (self);

  return TRUE;
}

/* The title of another meeting that is under way. (transfer full) (nullable) */
static char *
dup_other (LampMeetingRun *self)
{
  g_autoptr (LampRun) kept = lamp_meeting_run_read_kept (self->session, NULL);
  g_autoptr (LampRecord) meeting = NULL;

  if (kept == NULL || lamp_run_get_state (kept) == LAMP_RUN_OVER)
    return NULL;
  meeting = lamp_store_find (lamp_session_get_store (self->session), "meetings", lamp_run_get_meeting (kept));
  if (meeting == NULL || meeting == self->meeting || lamp_meeting_is_closed (meeting))
    return NULL;

  return g_strdup (lamp_record_get_title (meeting));
}

static void
mark_in_progress (LampMeetingRun *self)
{
  LampEdit *edit;

  if (g_strcmp0 (lamp_record_get_text (self->meeting, "state"), "in-progress") == 0)
    return;
  edit = lamp_edit_new (lamp_session_get_store (self->session), _("Start Meeting"));
  lamp_edit_set_text (edit, self->meeting, "state", "in-progress");
  lamp_session_commit (self->session, edit, NULL);
}

/**
 * lamp_meeting_run_start:
 * @self: a run
 *
 * Begins the meeting.
 *
 * Returns: whether it has begun: not while another one is under way
 */
gboolean
lamp_meeting_run_start (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  g_autofree char *other = NULL;

  if (lamp_run_get_state (self->run) != LAMP_RUN_READY)
    return FALSE;
  other = dup_other (self);
  if (other != NULL)
    {
      // Translators: %s is the title of a meeting
      g_autofree char *message = g_strdup_printf (_("“%s” is still under way. Close it first."), other);

      lamp_session_notice (self->session, message, FALSE);
      return FALSE;
    }
  lamp_run_start (self->run, &moment);
  lamp_meeting_run_keep (self);
  mark_in_progress (self);
  lamp_meeting_run_tell (self);

  return TRUE;
}

gboolean
lamp_meeting_run_pause (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_pause (self->run, &moment));
}

gboolean
lamp_meeting_run_unpause (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_resume (self->run, &moment));
}

/**
 * lamp_meeting_run_toggle:
 * @self: a run
 *
 * Does what Space does: begins, pauses, goes on.
 *
 * Returns: whether it did
 */
gboolean
lamp_meeting_run_toggle (LampMeetingRun *self)
{
  switch (lamp_run_get_state (self->run))
    {
    case LAMP_RUN_READY:
      return lamp_meeting_run_start (self);
    case LAMP_RUN_RUNNING:
      return lamp_meeting_run_pause (self);
    case LAMP_RUN_PAUSED:
      return lamp_meeting_run_unpause (self);
    case LAMP_RUN_OVER:
    default:
      return FALSE;
    }
}

gboolean
lamp_meeting_run_next (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_next (self->run, &moment));
}

gboolean
lamp_meeting_run_back (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_back (self->run, &moment));
}

gboolean
lamp_meeting_run_skip (LampMeetingRun *self)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_skip (self->run, &moment));
}

gboolean
lamp_meeting_run_go_to (LampMeetingRun *self,
                        guint           index)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_go_to (self->run, &moment, index));
}

int
lamp_meeting_run_add_seconds (LampMeetingRun *self,
                              int             seconds)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  int added = lamp_run_add_seconds (self->run, &moment, seconds);

  done (self, added != 0);

  return added;
}

gboolean
lamp_meeting_run_set_mark (LampMeetingRun *self,
                           guint           index,
                           LampRunMark     mark)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_set_mark (self->run, &moment, index, mark));
}

gboolean
lamp_meeting_run_set_adapt (LampMeetingRun *self,
                            LampRunAdapt    adapt)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  return done (self, lamp_run_set_adapt (self->run, &moment, adapt));
}

int
lamp_meeting_run_correct_start (LampMeetingRun *self,
                                int             seconds)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  int moved = lamp_run_correct_start (self->run, &moment, seconds);

  done (self, moved != 0);

  return moved;
}

int
lamp_meeting_run_correct_item (LampMeetingRun *self,
                               int             seconds)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);
  int moved = lamp_run_correct_item (self->run, &moment, seconds);

  done (self, moved != 0);

  return moved;
}

int
lamp_meeting_run_add_turns (LampMeetingRun *self,
                            const char     *seat,
                            int             turns)
{
  int now = lamp_run_add_turns (self->run, seat, turns);

  done (self, TRUE);

  return now;
}

int
lamp_meeting_run_get_away (LampMeetingRun *self)
{
  g_return_val_if_fail (LAMP_IS_MEETING_RUN (self), 0);

  return self->away;
}

/**
 * lamp_meeting_run_answer_away:
 * @self: a run
 * @leave_out: whether the time is not to be counted for the current item
 *
 * Takes the answer to what became of the time in which the program was away.
 */
void
lamp_meeting_run_answer_away (LampMeetingRun *self,
                              gboolean        leave_out)
{
  LampRunMoment moment = lamp_meeting_run_get_moment (self);

  if (leave_out)
    lamp_run_leave_out (self->run, &moment, self->away);
  self->away = 0;
  done (self, TRUE);
}
