/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-run.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampMeetingRun:
 *
 * The meeting that is run on this machine: a [struct@Run] on the session's clock, kept in the file at each event and
 * every few seconds, so that a crash or a dead battery loses nothing. While it runs the truth is here; the records get
 * it at the close, in one step.
 *
 * Properties (all read-only): "session", "meeting" (LampRecord), "items" (GListModel of agenda_items, in order, live).
 *
 * Signals:
 * "changed": something has happened (an event, an edit of the agenda, the close): show everything anew;
 * "ticked": a second has passed while running (also while READY or PAUSED, so that lateness and the pause are shown):
 *   show the figures anew. "changed" is not followed by a "ticked" for the same moment;
 * "item-changed" (index, -1 for none): another item is the current one; emitted before "changed";
 * "phase-changed" (phase): the current item has come into a more urgent phase, or back; emitted before "changed" or
 *   "ticked" and never for a change of item: this is what the bell rings for.
 */
#define LAMP_TYPE_MEETING_RUN (lamp_meeting_run_get_type ())
G_DECLARE_FINAL_TYPE (LampMeetingRun, lamp_meeting_run, LAMP, MEETING_RUN, GObject)

/* The run of this meeting: what is under way if it is this one, else a new one, READY. One that was closed and opened
 * again is taken up where it ended, PAUSED. Nothing is written before start (). (transfer full) */
LampMeetingRun *lamp_meeting_run_new           (LampSession     *session,
                                                LampRecord      *meeting);
/* What was under way when the program ended, at the second at which it would be now. (transfer full) (nullable) */
LampMeetingRun *lamp_meeting_run_resume        (LampSession     *session);

LampSession    *lamp_meeting_run_get_session   (LampMeetingRun  *self);
LampRecord     *lamp_meeting_run_get_meeting   (LampMeetingRun  *self);
GListModel     *lamp_meeting_run_get_items     (LampMeetingRun  *self);
/* The machine itself, for its queries; change it only through what follows. */
const LampRun  *lamp_meeting_run_get_run       (LampMeetingRun  *self);
LampRunState    lamp_meeting_run_get_state     (LampMeetingRun  *self);
LampRunMoment   lamp_meeting_run_get_moment    (LampMeetingRun  *self);
void            lamp_meeting_run_look          (LampMeetingRun  *self,
                                                LampRunFigures  *figures);    /* (out) */
/* The record of the item at @index, -1 allowed. (transfer none) (nullable) */
LampRecord     *lamp_meeting_run_get_item      (LampMeetingRun  *self,
                                                int              index);
/* See lamp_run_dup_price (). (transfer full) (nullable) */
char           *lamp_meeting_run_dup_price     (LampMeetingRun  *self,
                                                int              seconds);

/* What happens: as the functions of the same names of LampRun, now, and kept. What goes wrong is told as a notice. */
gboolean        lamp_meeting_run_start         (LampMeetingRun  *self);       /* refused, with a notice, while another
                                                                               * meeting is under way */
gboolean        lamp_meeting_run_pause         (LampMeetingRun  *self);
gboolean        lamp_meeting_run_unpause       (LampMeetingRun  *self);
gboolean        lamp_meeting_run_toggle        (LampMeetingRun  *self);       /* Space: starts, pauses, goes on */
gboolean        lamp_meeting_run_next          (LampMeetingRun  *self);       /* FALSE at the last: propose to close */
gboolean        lamp_meeting_run_back          (LampMeetingRun  *self);
gboolean        lamp_meeting_run_skip          (LampMeetingRun  *self);
gboolean        lamp_meeting_run_go_to         (LampMeetingRun  *self,
                                                guint            index);
int             lamp_meeting_run_add_seconds   (LampMeetingRun  *self,
                                                int              seconds);
gboolean        lamp_meeting_run_set_mark      (LampMeetingRun  *self,
                                                guint            index,
                                                LampRunMark      mark);
gboolean        lamp_meeting_run_set_adapt     (LampMeetingRun  *self,
                                                LampRunAdapt     adapt);
int             lamp_meeting_run_correct_start (LampMeetingRun  *self,
                                                int              seconds);
int             lamp_meeting_run_correct_item  (LampMeetingRun  *self,
                                                int              seconds);
int             lamp_meeting_run_add_turns     (LampMeetingRun  *self,
                                                const char      *seat,
                                                int              turns);

/* After resume (): for how long the program was away while the meeting ran, in seconds; 0 when it was not, when that
 * was less than half a minute, or once it has been answered. */
int             lamp_meeting_run_get_away      (LampMeetingRun  *self);
/* The person's answer: that time was not the current item's (leave_out), or it was. */
void            lamp_meeting_run_answer_away   (LampMeetingRun  *self,
                                                gboolean         leave_out);

/* Closes the meeting: spent times, what was discussed, beginning and end, the state; the turns taken are written only
 * with @keep_voices, and are gone otherwise. One step in Undo. One that was never started is closed as it is. */
gboolean        lamp_meeting_run_close         (LampMeetingRun  *self,
                                                gboolean         keep_voices);
/* Gives the run up: nothing is written to the records, the meeting is open again. */
gboolean        lamp_meeting_run_discard       (LampMeetingRun  *self);

/* A closed meeting can be opened again until a later one of its series is closed. */
gboolean        lamp_meeting_can_reopen        (LampSession     *session,
                                                LampRecord      *meeting);
gboolean        lamp_meeting_reopen            (LampSession     *session,     /* one step in Undo */
                                                LampRecord      *meeting);

/* Shows the second that has come, as the timer does. For tests, whose clock stands still. */
void            lamp_meeting_run_step          (LampMeetingRun  *self);

G_END_DECLS
