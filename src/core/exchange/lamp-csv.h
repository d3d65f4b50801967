/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-error.h"

G_BEGIN_DECLS

/**
 * LampCsv:
 *
 * A table read from comma-separated values as spreadsheets and school systems write them: a header, then rows. Cells
 * are found by the header's name; where a name stands twice, its first column is meant.
 */
typedef struct _LampCsv LampCsv;

LampCsv    *lamp_csv_parse         (const char   *bytes,
                                    gsize         length,
                                    GError      **error);
LampCsv    *lamp_csv_read          (GFile        *file,
                                    GCancellable *cancellable,
                                    GError      **error);
LampCsv    *lamp_csv_ref           (LampCsv      *self);
void        lamp_csv_unref         (LampCsv      *self);
guint       lamp_csv_get_n_rows    (LampCsv      *self);
guint       lamp_csv_get_n_columns (LampCsv      *self);
const char *lamp_csv_get_header    (LampCsv      *self,
                                    guint         column);
int         lamp_csv_find_column   (LampCsv      *self,
                                    const char   *name);
const char *lamp_csv_get_cell      (LampCsv      *self,
                                    guint         row,
                                    int           column);
guint       lamp_csv_get_line      (LampCsv      *self,
                                    guint         row);
guint       lamp_csv_get_n_cells   (LampCsv      *self,
                                    guint         row);
guint       lamp_csv_get_number    (LampCsv      *self,
                                    guint         row);
guint       lamp_csv_get_header_number (LampCsv  *self);
guint       lamp_csv_get_n_numbers (LampCsv      *self);
guint       lamp_csv_get_open_quote (LampCsv     *self);
char        lamp_csv_get_separator (LampCsv      *self);
const char *lamp_csv_get_encoding  (LampCsv      *self);
GStrv       lamp_csv_sample        (LampCsv      *self,
                                    guint         column,
                                    guint         most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampCsv, lamp_csv_unref)

G_END_DECLS
