/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The full-text index (private to core/store). */

#include "lamp-connection.h"

G_BEGIN_DECLS

char     *lamp_search_to_match (const char      *words);
gboolean  lamp_search_freshen  (LampConnection  *connection,
                                GError         **error);

G_END_DECLS
