/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampDateRow:
 *
 * A row with a day, or a day and a time, to be typed or picked from a calendar. Typed are dates as people of the
 * locale write them, or YYYY-MM-DD; a time follows as HH:MM.
 *
 * Properties: "value" (string, nullable: "YYYY-MM-DD", or "YYYY-MM-DDTHH:MM" with a time; what has been typed where
 * that is no date, so that whoever asks can say so), notified when a person has finished a change and when it is set.
 */
#define LAMP_TYPE_DATE_ROW (lamp_date_row_get_type ())
G_DECLARE_FINAL_TYPE (LampDateRow, lamp_date_row, LAMP, DATE_ROW, AdwEntryRow)

GtkWidget  *lamp_date_row_new       (const char  *title,
                                     gboolean     with_time);
const char *lamp_date_row_get_value (LampDateRow *self);
void        lamp_date_row_set_value (LampDateRow *self,
                                     const char  *value);
gboolean    lamp_date_row_is_typing (LampDateRow *self);
void        lamp_date_row_finish    (LampDateRow *self);

char       *lamp_date_row_parse     (const char  *text,
                                     gboolean     with_time);

G_END_DECLS
