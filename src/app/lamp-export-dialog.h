/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampExportDialog:
 *
 * Says what would leave this computer, in numbers, lets a person leave out people and private records, and writes the
 * rest where they choose.
 */
#define LAMP_TYPE_EXPORT_DIALOG (lamp_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampExportDialog, lamp_export_dialog, LAMP, EXPORT_DIALOG, AdwDialog)

AdwDialog *lamp_export_dialog_new (LampSession *session);

G_END_DECLS
