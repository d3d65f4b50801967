/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Random documents of the exchange format, and what becomes of them. */

#include "lamp-export.h"
#include "lamp-import.h"
#include "lamp-test-file.h"

G_BEGIN_DECLS

#define TEST_MOMENT "2026-11-22T10:00:00.000Z"

GPtrArray        *test_random_rows     (guint                     n_per_type);
char             *test_rows_to_json    (GPtrArray                *rows);
const LampRow    *test_rows_find       (GPtrArray                *rows,
                                        const LampRow            *like);

LampImportReport *test_try_import      (TestFile                 *file,
                                        const char               *json,
                                        const LampImportOptions  *options,
                                        GError                  **error);
LampImportReport *test_import          (TestFile                 *file,
                                        const char               *json,
                                        LampImportMode            mode);
char             *test_export          (TestFile                 *file);
char             *test_export_with     (TestFile                 *file,
                                        LampExportOptions         options,
                                        LampExportSummary       **summary);
GPtrArray        *test_read_rows       (TestFile                 *file);

G_END_DECLS
