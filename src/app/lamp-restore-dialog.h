/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampRestoreDialog:
 *
 * The automatic backups of a file, to go back to one, or to one that is kept elsewhere.
 *
 * Signals: "chosen" (path): a person chose a backup and confirmed.
 */
#define LAMP_TYPE_RESTORE_DIALOG (lamp_restore_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampRestoreDialog, lamp_restore_dialog, LAMP, RESTORE_DIALOG, AdwDialog)

AdwDialog *lamp_restore_dialog_new (const char *path);

G_END_DECLS
