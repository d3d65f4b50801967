/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *lamp_csv_decode (const char   *bytes,
                       gsize         length,
                       const char  **encoding,
                       GError      **error);

G_END_DECLS
