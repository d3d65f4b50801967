/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void       lamp_shortcuts_install      (GtkApplication *application);
void       lamp_shortcuts_install_in   (GtkWidget      *window);
AdwDialog *lamp_shortcuts_dialog_new   (void);

G_END_DECLS
