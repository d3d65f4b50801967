/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampAttendance:
 *
 * Who is at a meeting: the members of its community and whoever else was added, each present, absent, excused or
 * invited by one key (P, A, E, I), and who facilitates, records, keeps the time and the norms, with a proposal of
 * whose turn it is. Each change is one step in Undo.
 */
#define LAMP_TYPE_ATTENDANCE (lamp_attendance_get_type ())
G_DECLARE_FINAL_TYPE (LampAttendance, lamp_attendance, LAMP, ATTENDANCE, AdwBin)

GtkWidget *lamp_attendance_new         (LampSession    *session,
                                        LampRecord     *meeting);
guint      lamp_attendance_get_present (LampAttendance *self);

/* The same in a dialog over @parent. */
AdwDialog *lamp_attendance_present     (GtkWidget      *parent,
                                        LampSession    *session,
                                        LampRecord     *meeting);

G_END_DECLS
