/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/* Protocols in and out as files. A school's licensed wording stays on its machine. */

void       lamp_protocol_files_export  (GtkWidget           *parent,
                                        LampSession         *session,
                                        LampSnapshot        *snapshot,
                                        const char * const  *protocols);
void       lamp_protocol_files_import  (GtkWidget           *parent,
                                        LampSession         *session);
AdwDialog *lamp_protocol_import_dialog_new (LampSession     *session,
                                        LampSnapshot        *snapshot,
                                        const char          *name);

G_END_DECLS
