/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-meeting-run.h"

G_BEGIN_DECLS

/**
 * LampRoomSheet:
 * @meeting: the meeting's title
 * @end: when it ends: "Ends 08:27"; empty when that says nothing
 * @title: what is going on, in large letters
 * @clock: the time, "4:32"; empty when there is none
 * @phase: what the time means: "left", "over", "paused"
 * @icon_name: its symbol
 * @css_class: "fine", "orange", "red", "past" or "still"
 * @speaks: who speaks; empty when nobody in particular
 * @silent: who listens
 * @prompt: what it is about
 * @next: what comes next
 * @next_minutes: how long that is to take
 * @is_off_record: whether nobody takes notes
 * @shows_norms: whether the norms are up
 * @sentence: all of it as sentences, with times by the minute, for a screen reader
 * @event: what is announced when the item or the phase changes
 *
 * What the room display says at one moment. Texts are never %NULL.
 */
typedef struct
{
  char *meeting;
  char *end;
  char *title;
  char *clock;
  char *phase;
  const char *icon_name;
  const char *css_class;
  char *speaks;
  char *silent;
  char *prompt;
  char *next;
  char *next_minutes;
  gboolean is_off_record;
  gboolean shows_norms;
  char *sentence;
  char *event;
} LampRoomSheet;

LampRoomSheet *lamp_room_sheet_new  (LampMeetingRun *run);
void           lamp_room_sheet_free (LampRoomSheet  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRoomSheet, lamp_room_sheet_free)

G_END_DECLS
