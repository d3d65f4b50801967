/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-community-switcher.h"
#include "lamp-inspector.h"
#include "lamp-run-page.h"
#include "lamp-start-page.h"
#include "lamp-view.h"
#include "lamp-window.h"

G_BEGIN_DECLS

#define LAMP_N_VIEWS 5

struct _LampWindow
{
  AdwApplicationWindow parent_instance;

  LampApplication *application; /* unowned: it outlives its windows */
  GSettings *settings;
  char *path;
  LampStore *store;       /* (nullable): NULL when the file cannot be opened */
  LampSession *session;   /* (nullable): likewise */
  LampView *views_made[LAMP_N_VIEWS];
  LampView *view;         /* (nullable) (unowned): the one that is shown */
  LampRunPage *run_page;  /* (nullable) (unowned): while a meeting is run or about to be */
  AdwToast *toast;        /* (nullable): the last one, dismissed when another comes */
  GCancellable *closing;  /* cancelled when the window goes */

  /* Template widgets. */
  AdwBreakpoint *narrow;
  AdwToastOverlay *toasts;
  GtkStack *pages;
  LampStartPage *start_page; /* (nullable): until there was nothing to show */
  AdwNavigationSplitView *split;
  GtkMenuButton *menu_button;
  LampCommunitySwitcher *switcher;
  GtkListBox *sidebar_list;
  AdwNavigationPage *content_page;
  AdwOverlaySplitView *inspector_split;
  AdwToolbarView *view_toolbar;
  AdwWindowTitle *view_title;
  AdwBanner *run_banner;
  GtkButton *add_button;
  AdwButtonContent *add_content;
  GtkButton *undo_button;
  GtkButton *redo_button;
  GtkMenuButton *view_menu_button;
  AdwToggleGroup *modes;
  AdwToggle *picture_toggle;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *views;
  GtkButton *bottom_add_button;
  GtkButton *bottom_undo_button;
  GtkButton *bottom_redo_button;
  AdwToggleGroup *bottom_modes;
  LampInspector *inspector;
};

/* lamp-window.c */
void           lamp_window_connect_session       (LampWindow      *self);
void           lamp_window_update_page           (LampWindow      *self);

/* lamp-window-views.c */
void           lamp_window_fill_sidebar          (LampWindow      *self);
void           lamp_window_show_view_at          (LampWindow      *self,
                                                  guint            index);
void           lamp_window_mark_view             (LampWindow      *self);
void           lamp_window_forget_views          (LampWindow      *self);
void           lamp_window_connect_reveal        (LampWindow      *self);
void           lamp_window_update_view_title     (LampWindow      *self);
void           lamp_window_save_place            (LampWindow      *self);

/* lamp-window-actions.c */
void           lamp_window_add_actions           (LampWindow      *self);
void           lamp_window_update_actions        (LampWindow      *self);

/* lamp-window-run.c */
void           lamp_window_add_run_actions       (LampWindow      *self);
void           lamp_window_resume_run            (LampWindow      *self);
void           lamp_window_leave_run             (LampWindow      *self);
void           lamp_window_forget_run            (LampWindow      *self);
gboolean       lamp_window_shows_run             (LampWindow      *self);

/* lamp-window-file.c */
gboolean       lamp_window_open                  (LampWindow      *self);
void           lamp_window_close_file            (LampWindow      *self);
void           lamp_window_add_file_actions      (LampWindow      *self);

G_END_DECLS
