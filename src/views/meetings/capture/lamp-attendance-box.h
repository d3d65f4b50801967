/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampAttendanceBox:
 *
 * Who is at a meeting: the members of its community and whoever else was added, each present, absent, excused or
 * invited by one key (P, A, E, I), and who facilitates, records, keeps the time and the norms, with a proposal of
 * whose turn it is. Each change is one step in Undo.
 */
#define LAMP_TYPE_ATTENDANCE_BOX (lamp_attendance_box_get_type ())
G_DECLARE_FINAL_TYPE (LampAttendanceBox, lamp_attendance_box, LAMP, ATTENDANCE_BOX, AdwBin)

GtkWidget *lamp_attendance_box_new         (LampSession       *session,
                                            LampRecord        *meeting);
guint      lamp_attendance_box_get_present (LampAttendanceBox *self);

/* The same in a dialog over @parent. */
AdwDialog *lamp_attendance_box_present     (GtkWidget         *parent,
                                            LampSession       *session,
                                            LampRecord        *meeting);

G_END_DECLS
