/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-application.h"
#include "lamp-meeting-run.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampWindow:
 *
 * A window on one file. It shows the start page while there is nothing in the file, a page that says what is wrong
 * when the file cannot be opened, and otherwise the five views.
 */
#define LAMP_TYPE_WINDOW (lamp_window_get_type ())
G_DECLARE_FINAL_TYPE (LampWindow, lamp_window, LAMP, WINDOW, AdwApplicationWindow)

LampWindow  *lamp_window_new               (LampApplication *application,
                                            const char      *path);
const char  *lamp_window_get_path          (LampWindow      *self);
LampSession *lamp_window_get_session       (LampWindow      *self);
void         lamp_window_show_view         (LampWindow      *self,
                                            const char      *name);
void         lamp_window_set_list_mode     (LampWindow      *self,
                                            gboolean         list_mode);
void         lamp_window_import            (LampWindow      *self,
                                            GFile           *file);
gboolean     lamp_window_replace           (LampWindow      *self,
                                            const char      *path,
                                            GError         **error);
void         lamp_window_fill_with_example (LampWindow      *self);
void         lamp_window_tell              (LampWindow      *self,
                                            const char      *message);
LampMeetingRun *lamp_window_get_run        (LampWindow      *self);

/* The five views, in the order of the sidebar. */
guint        lamp_window_get_n_views       (void);
const char  *lamp_window_get_view_name     (guint            index);

G_END_DECLS
