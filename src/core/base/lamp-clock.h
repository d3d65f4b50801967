/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define LAMP_TYPE_CLOCK (lamp_clock_get_type ())
G_DECLARE_FINAL_TYPE (LampClock, lamp_clock, LAMP, CLOCK, GObject)

LampClock *lamp_clock_new_system      (void);
LampClock *lamp_clock_new_fixed       (gint64      utc_usec);
void       lamp_clock_advance         (LampClock  *self,
                                       gint64      usec);
void       lamp_clock_set_utc         (LampClock  *self,
                                       gint64      utc_usec);
void       lamp_clock_reboot          (LampClock  *self,
                                       gint64      usec);
gint64     lamp_clock_get_utc         (LampClock  *self);
gint64     lamp_clock_get_monotonic   (LampClock  *self);
gint64     lamp_clock_get_boottime    (LampClock  *self);
const char *lamp_clock_get_boot_id    (LampClock  *self);
char      *lamp_clock_dup_instant     (LampClock  *self);
char      *lamp_clock_dup_today       (LampClock  *self);
char      *lamp_clock_dup_local_time  (LampClock  *self);

G_END_DECLS
