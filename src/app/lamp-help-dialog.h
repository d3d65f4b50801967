/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampHelpDialog:
 *
 * The help: its topics and a search over them, and the topic that was chosen.
 */
#define LAMP_TYPE_HELP_DIALOG (lamp_help_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampHelpDialog, lamp_help_dialog, LAMP, HELP_DIALOG, AdwDialog)

AdwDialog  *lamp_help_dialog_new       (const char     *topic);
void        lamp_help_dialog_show      (LampHelpDialog *self,
                                        const char     *topic);
const char *lamp_help_dialog_get_topic (LampHelpDialog *self);

G_END_DECLS
