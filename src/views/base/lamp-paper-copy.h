/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-paper-source.h"
#include "lamp-session.h"

G_BEGIN_DECLS

void lamp_paper_copy_text (LampSession     *session,
                           LampPaperSource *source,
                           GdkClipboard    *clipboard);

G_END_DECLS
