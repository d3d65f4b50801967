/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampSeriesDialog:
 *
 * A series: when it meets, for how long, from which template; its next dates, with those on which there is no school
 * struck out; and the meetings that are to be made of it.
 */
#define LAMP_TYPE_SERIES_DIALOG (lamp_series_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampSeriesDialog, lamp_series_dialog, LAMP, SERIES_DIALOG, AdwDialog)

AdwDialog *lamp_series_dialog_new (LampSession *session,
                                   LampRecord  *community,
                                   LampRecord  *series);

G_END_DECLS
