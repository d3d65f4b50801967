/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampSeriesDatesList:
 *
 * The next dates of a series: those that are to become meetings with a tick, those that have one already, and those on
 * which there is no school, struck out and with the reason.
 */
#define LAMP_TYPE_SERIES_DATES_LIST (lamp_series_dates_list_get_type ())
G_DECLARE_FINAL_TYPE (LampSeriesDatesList, lamp_series_dates_list, LAMP, SERIES_DATES_LIST, AdwBin)

GtkWidget *lamp_series_dates_list_new        (void);
void       lamp_series_dates_list_set_now    (LampSeriesDatesList  *self,
                                              const char           *now);
gboolean   lamp_series_dates_list_show       (LampSeriesDatesList  *self,
                                              LampSnapshot         *snapshot,
                                              const LampRow        *series,
                                              const char           *until,
                                              GError              **error);
GPtrArray *lamp_series_dates_list_get_chosen (LampSeriesDatesList  *self);

G_END_DECLS
