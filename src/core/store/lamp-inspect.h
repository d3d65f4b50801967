/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be wrong inside a file, beyond its pages (private to core/store). Each appends sentences to `found`. */

#include "lamp-connection.h"

G_BEGIN_DECLS

gboolean lamp_inspect_pages   (LampConnection  *connection,
                               GPtrArray       *found,
                               GError         **error);
gboolean lamp_inspect_rows    (LampConnection  *connection,
                               GPtrArray       *found,
                               GError         **error);
gboolean lamp_inspect_search  (LampConnection  *connection,
                               GPtrArray       *found,
                               GError         **error);
gboolean lamp_inspect_journal (LampConnection  *connection,
                               GPtrArray       *found,
                               GError         **error);

G_END_DECLS
