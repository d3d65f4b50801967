/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-capture-dialog.h"
#include "lamp-date-row.h"
#include "lamp-pick-row.h"

G_BEGIN_DECLS

/* What several of the dialogs ask for. */

gboolean     lamp_capture_is_locked        (LampRecord        *meeting);
LampRecord  *lamp_capture_find_next        (LampStore         *store,
                                            LampRecord        *meeting,
                                            const char        *today);
guint        lamp_capture_count_present    (LampStore         *store,
                                            LampRecord        *meeting);
LampRecord  *lamp_capture_find_reference   (LampStore         *store,
                                            LampRecord        *record,
                                            const char        *field);

GtkWidget   *lamp_capture_make_person      (LampCaptureDialog *dialog,
                                            const char        *title);
GtkWidget   *lamp_capture_make_items       (LampCaptureDialog *dialog);
LampRecord  *lamp_capture_get_chosen_item  (GtkWidget         *items);
GtkWidget   *lamp_capture_make_days        (LampCaptureDialog *dialog,
                                            LampDateRow       *row,
                                            const int         *weeks,
                                            guint              n_weeks);

AdwDialog   *lamp_capture_present_widget   (GtkWidget         *parent,
                                            const char        *title,
                                            GtkWidget         *widget);

gboolean     lamp_capture_take_text        (LampRow           *row,
                                            const char        *field,
                                            GtkWidget         *widget,
                                            const char        *text,
                                            const char        *missing);
gboolean     lamp_capture_take_date        (LampRow           *row,
                                            const char        *field,
                                            GtkWidget         *widget);
void         lamp_capture_take_record      (LampRow           *row,
                                            const char        *field,
                                            LampRecord        *record);

G_END_DECLS
