/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean lamp_date_is_valid     (const char *text);
gboolean lamp_date_parse        (const char *text,
                                 GDate      *date);
char    *lamp_date_format       (const GDate *date);
char    *lamp_date_add_days     (const char *text,
                                 int         days);
int      lamp_date_days_between (const char *from,
                                 const char *to);
char    *lamp_date_dup_display  (const char *text);

gboolean lamp_time_is_valid     (const char *text);
gint64   lamp_time_to_minutes   (const char *text);
char    *lamp_time_from_minutes (gint64      minutes);
char    *lamp_time_dup_display  (const char *text);
char    *lamp_clock_time_dup_display (const char *text);

gboolean lamp_instant_is_canonical (const char *text);
gboolean lamp_instant_parse     (const char *text,
                                 gint64     *utc_usec);
char    *lamp_instant_format    (gint64      utc_usec);

gboolean lamp_duration_parse    (const char *text,
                                 int        *minutes);
char    *lamp_duration_format   (int         minutes);

G_END_DECLS
