/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-import.h"
#include "lamp-table.h"

G_BEGIN_DECLS

void             lamp_csv_read_async      (GFile                    *file,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
LampCsv         *lamp_csv_read_finish     (GAsyncResult             *result,
                                           GError                  **error);

void             lamp_table_import_async  (LampCsv                  *csv,
                                           LampTableMap             *map,
                                           const char               *path,
                                           const LampImportOptions  *options,
                                           LampProgress              progress,
                                           gpointer                  progress_data,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
gboolean         lamp_table_import_finish (GAsyncResult             *result,
                                           LampTableResult         **table,
                                           LampImportReport        **report,
                                           GError                  **error);

G_END_DECLS
