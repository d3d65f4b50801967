/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-bell.h"
#include "lamp-room-display.h"
#include "lamp-run-agenda.h"
#include "lamp-run-capture.h"
#include "lamp-run-now.h"
#include "lamp-run-page.h"
#include "lamp-run-price.h"
#include "lamp-run-voices.h"
#include "lamp-start-card.h"

G_BEGIN_DECLS

struct _LampRunPage
{
  AdwBin parent_instance;

  LampMeetingRun *run;
  LampBell *bell;           /* (nullable): made when the page comes into a window */
  LampRoomDisplay *room;    /* (nullable): while it is shown */
  gboolean rings;
  gboolean counts_voices;

  AdwBreakpointBin *bin;
  AdwBreakpoint *large;
  AdwBreakpoint *medium;
  AdwBreakpoint *narrow;
  AdwWindowTitle *window_title;
  AdwBanner *away;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  LampStartCard *start;
  AdwMultiLayoutView *layouts;
  AdwBottomSheet *sheet;
  LampRunNow *now;
  LampRunAgenda *agenda;
  LampRunCapture *capture;
  LampRunVoices *voices;
  LampRunPrice *price;
  GtkWidget *transport;
  GtkWidget *toggle_button;
  GtkImage *toggle_icon;
  GtkLabel *label_toggle;
};

/* lamp-run-page.c */
void      lamp_run_page_focus_now       (LampRunPage      *self);
LampRecord *lamp_run_page_get_item      (LampRunPage      *self);
void      lamp_run_page_set_room        (LampRunPage      *self,
                                         gboolean          shown);
void      lamp_run_page_propose         (LampRunPage      *self,
                                         int               seconds);
void      lamp_run_page_emit_leave      (LampRunPage      *self);
void      lamp_run_page_emit_closed     (LampRunPage      *self);

/* lamp-run-page-show.c */
void      lamp_run_page_update          (LampRunPage      *self);
void      lamp_run_page_show_item       (LampRunPage      *self);
void      lamp_run_page_on_item_changed (LampRunPage      *self);
void      lamp_run_page_on_phase_changed (LampRunPage     *self);

/* lamp-run-page-actions.c */
void      lamp_run_page_install_actions (GtkWidgetClass   *widget_class);
void      lamp_run_page_update_actions  (LampRunPage      *self,
                                         const LampRunFigures *figures);

/* lamp-run-page-keys.c */
void      lamp_run_page_add_keys        (LampRunPage      *self);

/* lamp-run-page-correct.c */
void      lamp_run_page_correct_start   (LampRunPage      *self);
void      lamp_run_page_correct_item    (LampRunPage      *self);

G_END_DECLS
