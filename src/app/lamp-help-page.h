/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-help.h"

G_BEGIN_DECLS

/**
 * LampHelpPage:
 *
 * A topic of the help, to read. Its links are buttons that activate the action "help.show" with the identifier of the
 * topic to which they lead.
 */
#define LAMP_TYPE_HELP_PAGE (lamp_help_page_get_type ())
G_DECLARE_FINAL_TYPE (LampHelpPage, lamp_help_page, LAMP, HELP_PAGE, AdwBin)

GtkWidget *lamp_help_page_new          (const LampHelpTopic *topic);
void       lamp_help_page_show_section (LampHelpPage        *self,
                                        guint                section);
void       lamp_help_page_focus        (LampHelpPage        *self,
                                        guint                section);

G_END_DECLS
