/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-clock.h"
#include "lamp-error.h"
#include "lamp-schema.h"

G_BEGIN_DECLS

/**
 * LampImportMode:
 * @LAMP_IMPORT_MERGE: by identifier; the newer `modified_at` wins
 * @LAMP_IMPORT_REPLACE: the file's records instead of those that are there, after an automatic backup
 * @LAMP_IMPORT_COPY: as new records, under new identifiers
 */
typedef enum
{
  LAMP_IMPORT_MERGE = 1,
  LAMP_IMPORT_REPLACE,
  LAMP_IMPORT_COPY,
} LampImportMode;

/**
 * LampImportReport:
 *
 * What an import did, or, as a dry run, would do.
 */
typedef struct
{
  guint64 added;
  guint64 changed;
  guint64 unchanged;
  guint64 deleted;
  guint64 n_conflicts;
  guint64 n_problems;
  guint64 *per_type;      /* rows read of each type, by lamp_schema_get_index() */
  GPtrArray *conflicts;   /* (element-type LampProblem): the first 100 rows that lost to a newer one in the file, with their place */
  GPtrArray *problems;    /* (element-type LampProblem): the first 100 reasons to refuse; empty when accepted */
  char *backup;           /* (nullable): the backup taken before */
  GStrv notes;            /* (nullable): what was made of a foreign format, in sentences */
} LampImportReport;

void              lamp_import_report_free   (LampImportReport *self);
char             *lamp_import_report_to_text (LampImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampImportReport, lamp_import_report_free)

/**
 * LampImportOptions:
 * @mode: how records meet those that are there
 * @dry_run: look only
 * @take_older: in a merge, take the imported record even where the file's is newer
 * @label: (nullable): what Undo says; a default when %NULL
 * @clock: tells the time for records that carry none
 */
typedef struct
{
  LampImportMode mode;
  gboolean dry_run;
  gboolean take_older;
  const char *label;
  LampClock *clock;
} LampImportOptions;

/**
 * LampProgress:
 * @done: from 0 to 1
 * @data: user data
 *
 * Tells how far long work is. Called in the thread that works.
 */
typedef void (*LampProgress) (double   done,
                              gpointer data);

/* Reads JSON from @stream into the file at @path. The stream is spooled to a private temporary file when it cannot seek.
 * Returns the report; with problems in it nothing was written and @error is LAMP_ERROR with the first problem's code. */
gboolean          lamp_import_json          (GInputStream             *stream,
                                             const char               *path,
                                             const LampImportOptions  *options,
                                             LampProgress              progress,
                                             gpointer                  progress_data,
                                             GCancellable             *cancellable,
                                             LampImportReport        **report, /* (out) (transfer full): set in both cases */
                                             GError                  **error);
void              lamp_import_json_async    (GFile                    *file,
                                             const char               *path,
                                             const LampImportOptions  *options,
                                             LampProgress              progress,   /* called in the main thread */
                                             gpointer                  progress_data,
                                             GCancellable             *cancellable,
                                             GAsyncReadyCallback       callback,
                                             gpointer                  user_data);
gboolean          lamp_import_json_finish   (GAsyncResult             *result,
                                             LampImportReport        **report,
                                             GError                  **error);

G_END_DECLS
