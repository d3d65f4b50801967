/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-pages.h"

G_BEGIN_DECLS

GtkPrintOperation *lamp_print_operation_new (LampDocument         *document,
                                             const LampPaperSetup *setup,
                                             const char           *note);

G_END_DECLS
