/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LAMP_CSV_MARK:
 *
 * What a file begins with so that a spreadsheet takes it for UTF-8.
 */
#define LAMP_CSV_MARK "\xef\xbb\xbf"

void  lamp_csv_append_row  (GString            *out,
                            const char * const *cells);
char *lamp_csv_guard       (const char         *text);
char *lamp_csv_unguard     (const char         *text);

G_END_DECLS
