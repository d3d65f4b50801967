/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampSeriesListDialog:
 *
 * The series of the community that is looked at and of those that are part of it, each with when it meets.
 */
#define LAMP_TYPE_SERIES_LIST_DIALOG (lamp_series_list_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampSeriesListDialog, lamp_series_list_dialog, LAMP, SERIES_LIST_DIALOG, AdwDialog)

AdwDialog *lamp_series_list_dialog_new (LampSession *session,
                                        LampRecord  *community);

G_END_DECLS
