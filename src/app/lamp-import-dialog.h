/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampImportDialog:
 *
 * Takes a file in: looks at it first and says in numbers what it would do, or why it is refused and where, and only
 * then does it. The work runs in a thread; closing the dialog stops it, and nothing is written.
 */
#define LAMP_TYPE_IMPORT_DIALOG (lamp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampImportDialog, lamp_import_dialog, LAMP, IMPORT_DIALOG, AdwDialog)

AdwDialog *lamp_import_dialog_new (LampSession *session,
                                   GFile       *file);

G_END_DECLS
