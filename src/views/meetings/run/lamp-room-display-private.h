/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-room-display.h"
#include "lamp-room-words.h"

G_BEGIN_DECLS

struct _LampRoomDisplay
{
  AdwWindow parent_instance;

  LampMeetingRun *run;
  GListModel *norms;
  GtkCssProvider *size;
  int em;           /* px */
  int window_em;    /* what the window has room for */
  int less;         /* by how much it is smaller, so that a crowded sheet fits */
  char *crowd;      /* what stands on the sheet, as far as it needs room */
  guint resize;
  char *style_name; /* the style class that only this window has */

  GtkWidget *sheet;
  GtkWidget *meeting_label;
  GtkWidget *end_label;
  GtkWidget *title_label;
  GtkWidget *clock_box;
  GtkWidget *clock_label;
  GtkWidget *phase_icon;
  GtkWidget *phase_label;
  GtkWidget *off_record_box;
  GtkWidget *talk_box;
  GtkWidget *speaks_box;
  GtkWidget *speaks_label;
  GtkWidget *silent_box;
  GtkWidget *silent_label;
  GtkWidget *prompt_label;
  GtkWidget *norms_box;
  GtkWidget *norms_list;
  GtkWidget *next_box;
  GtkWidget *next_caption;
  GtkWidget *next_label;
  GtkWidget *next_minutes;
};

/* lamp-room-display-size.c */
void lamp_room_display_fit       (LampRoomDisplay     *self,
                                  int                  width,
                                  int                  height);
void lamp_room_display_make_room (LampRoomDisplay     *self,
                                  const LampRoomSheet *sheet);

G_END_DECLS
