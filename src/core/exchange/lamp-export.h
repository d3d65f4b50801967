/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-import.h"

G_BEGIN_DECLS

/**
 * LampExportOptions:
 * @exported_at: (nullable): the moment to write; now when %NULL
 * @community: (nullable): only this community, those that are part of it, and what belongs to them
 * @without_people: leave out people and all that is about one person
 * @with_private: also what is private (individual goals, journals, visits); a backup wants it, a colleague does not
 * @clock: tells the time
 */
typedef struct
{
  const char *exported_at;
  const char *community;
  gboolean without_people;
  gboolean with_private;
  LampClock *clock;
} LampExportOptions;

/**
 * LampExportSummary:
 * @per_type: records of each type that leave, by lamp_schema_get_index()
 * @left_out_private: private records that stay
 *
 * What leaves the machine: shown before it does.
 */
typedef struct
{
  guint64 *per_type;
  guint64 left_out_private;
} LampExportSummary;

void     lamp_export_summary_free (LampExportSummary        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampExportSummary, lamp_export_summary_free)

gboolean lamp_export_json         (const char               *path,
                                   GOutputStream            *stream,     /* (nullable): NULL only counts */
                                   const LampExportOptions  *options,
                                   LampProgress              progress,
                                   gpointer                  progress_data,
                                   GCancellable             *cancellable,
                                   LampExportSummary       **summary,    /* (out) (optional) (transfer full) */
                                   GError                  **error);
gboolean lamp_export_json_to_file (const char               *path,
                                   GFile                    *file,
                                   const LampExportOptions  *options,
                                   LampProgress              progress,
                                   gpointer                  progress_data,
                                   GCancellable             *cancellable,
                                   LampExportSummary       **summary,    /* (out) (optional) (transfer full) */
                                   GError                  **error);
void     lamp_export_json_async   (const char               *path,
                                   GFile                    *file,
                                   const LampExportOptions  *options,
                                   LampProgress              progress,
                                   gpointer                  progress_data,
                                   GCancellable             *cancellable,
                                   GAsyncReadyCallback       callback,
                                   gpointer                  user_data);
gboolean lamp_export_json_finish  (GAsyncResult             *result,
                                   LampExportSummary       **summary,
                                   GError                  **error);

char    *lamp_json_schema_to_text (void);                                 /* JSON Schema 2020-12 of the exchange format */
char    *lamp_row_to_json         (const LampRow            *row,          /* one record, as the export writes it */
                                   guint                     indent);

G_END_DECLS
