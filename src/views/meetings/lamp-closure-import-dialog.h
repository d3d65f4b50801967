/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampClosureImportDialog:
 *
 * What a calendar file says of days without school, set against what is there. Nothing is written until a person says
 * so.
 */
#define LAMP_TYPE_CLOSURE_IMPORT_DIALOG (lamp_closure_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampClosureImportDialog, lamp_closure_import_dialog, LAMP, CLOSURE_IMPORT_DIALOG, AdwDialog)

gboolean lamp_closure_import_dialog_present (GtkWidget   *parent,
                                             LampSession *session,
                                             GFile       *file);

G_END_DECLS
