/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/* What the running meeting is called among what this machine has under way. */
#define LAMP_MEETING_RUN_KEPT_AS "run"

struct _LampMeetingRun
{
  GObject parent_instance;

  LampSession *session;
  LampRecord *meeting;
  GListModel *items;
  LampRun *run;
  int away;             /* seconds that have not been answered for */
  guint timer;
  gint64 kept_at;       /* boottime of the last heartbeat, µs */
  gboolean keeping_failed;
  guint64 agenda_stamp; /* what the agenda looked like when "changed" was last emitted */
  char *shown_item;     /* (nullable): the id of the item for which phases are told */
  LampRunPhase shown_phase;
};

void      lamp_meeting_run_keep          (LampMeetingRun *self);
void      lamp_meeting_run_tell          (LampMeetingRun *self);
void      lamp_meeting_run_begin_anew    (LampMeetingRun *self);
gboolean  lamp_meeting_is_closed         (LampRecord     *meeting);
gint64    lamp_meeting_get_planned_start (LampRecord     *meeting);
LampRun  *lamp_meeting_run_read_kept     (LampSession    *session,
                                          int            *away);

G_END_DECLS
