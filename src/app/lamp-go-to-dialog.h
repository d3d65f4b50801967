/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampGoToDialog:
 *
 * Go to anything: what is typed is searched for in all records; Enter goes to the one that is selected. The arrow
 * keys move the selection without leaving the entry.
 */
#define LAMP_TYPE_GO_TO_DIALOG (lamp_go_to_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampGoToDialog, lamp_go_to_dialog, LAMP, GO_TO_DIALOG, AdwDialog)

AdwDialog *lamp_go_to_dialog_new       (LampSession    *session);
void       lamp_go_to_dialog_set_words (LampGoToDialog *self,
                                        const char     *words);

G_END_DECLS
