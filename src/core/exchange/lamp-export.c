/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-date.h"
#include "lamp-json-row.h"
#include "lamp-json-text.h"
#include "lamp-loader.h"
#include "lamp-selection.h"

#define FLUSH_AT (64 * 1024)

/* What an export carries along. */
typedef struct
{
  LampCursor *cursor;
  LampSelection *selection;
  LampExportSummary *summary;
  GOutputStream *stream;
  GString *out;
  LampProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
  guint part;    /* types that have been read, over all sweeps */
  guint n_parts;
} Export;

/**
 * lamp_export_summary_free:
 * @self: (nullable): a summary
 *
 * Frees a summary.
 */
void
lamp_export_summary_free (LampExportSummary *self)
{
  if (self == NULL)
    return;
  g_free (self->per_type);
  g_free (self);
}

static gboolean
flush (Export  *self,
       gsize    at,
       GError **error)
{
  if (self->out->len < at)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (self->stream != NULL
      && !g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL, self->cancellable, error))
    return FALSE;
  g_string_truncate (self->out, 0);

  return TRUE;
}

static void
finish_part (Export *self)
{
  self->part++;
  if (self->progress != NULL)
    self->progress ((double) self->part / self->n_parts, self->progress_data);
}

static gboolean
sweep_type (Export                *self,
            const LampRecordType  *type,
            GError               **error)
{
  const LampRow *row;

  if (!lamp_cursor_start (self->cursor, type, error))
    return FALSE;
  for (;;)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error)
          || !lamp_cursor_next (self->cursor, &row, error))
        return FALSE;
      if (row == NULL)
        break;
      lamp_selection_see (self->selection, row);
    }
  finish_part (self);

  return TRUE;
}

static gboolean
sweep (Export  *self,
       GError **error)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  guint n_sweeps = lamp_selection_get_sweeps (self->selection);

  for (guint i = 0; i < n_sweeps; i++)
    {
      lamp_selection_begin (self->selection, i);
      for (guint type = 0; types[type] != NULL; type++)
        if (!sweep_type (self, types[type], error))
          return FALSE;
    }
  lamp_selection_begin (self->selection, n_sweeps);
  if (n_sweeps == 0 || lamp_selection_has_community (self->selection))
    return TRUE;
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_NOT_FOUND, _("There is no such community in this file."));

  return FALSE;
}

static void
write_row (Export        *self,
           const LampRow *row)
{
  guint64 *n = &self->summary->per_type[lamp_schema_get_index (row->type)];
  guint64 omitted;

  if (!lamp_selection_takes (self->selection, row, &omitted))
    {
      self->summary->left_out_private += lamp_selection_is_private (row);
      return;
    }
  if ((*n)++ == 0)
    g_string_append_printf (self->out, ",\n  \"%s\": [", row->type->name);
  else
    g_string_append_c (self->out, ',');
  g_string_append (self->out, "\n    ");
  lamp_json_append_row (self->out, row, 4, omitted);
}

static gboolean
write_type (Export                *self,
            const LampRecordType  *type,
            GError               **error)
{
  const LampRow *row;

  if (!lamp_cursor_start (self->cursor, type, error))
    return FALSE;
  for (;;)
    {
      if (!lamp_cursor_next (self->cursor, &row, error))
        return FALSE;
      if (row == NULL)
        break;
      write_row (self, row);
      if (!flush (self, FLUSH_AT, error))
        return FALSE;
    }
  if (self->summary->per_type[lamp_schema_get_index (type)] > 0)
    g_string_append (self->out, "\n  ]");
  finish_part (self);

  return TRUE;
}

static void
write_entry (Export     *self,
             gboolean    is_first,
             const char *type,
             const char *id,
             const char *at)
{
  const char * const members[] = { "type", type, "id", id, "at", at };

  g_string_append (self->out, is_first ? ",\n  \"deleted\": [" : ",");
  g_string_append (self->out, "\n    {");
  for (guint i = 0; i < G_N_ELEMENTS (members); i += 2)
    {
      g_string_append_printf (self->out, "%s\n      \"%s\": ", i > 0 ? "," : "", members[i]);
      lamp_json_append_string (self->out, members[i + 1], strlen (members[i + 1]));
    }
  g_string_append (self->out, "\n    }");
}

static gboolean
write_deleted (Export  *self,
               GError **error)
{
  gboolean is_first = TRUE;
  const char *type;
  const char *id;
  const char *at;

  if (!lamp_cursor_start_deleted (self->cursor, error))
    return FALSE;
  for (;;)
    {
      if (!lamp_cursor_next_deleted (self->cursor, &type, &id, &at, error))
        return FALSE;
      if (type == NULL)
        break;
      if (!lamp_selection_takes_deleted (self->selection, type))
        continue;
      write_entry (self, is_first, type, id, at);
      is_first = FALSE;
      if (!flush (self, FLUSH_AT, error))
        return FALSE;
    }
  if (!is_first)
    g_string_append (self->out, "\n  ]");

  return TRUE;
}

static gboolean
write_document (Export      *self,
                const char  *exported_at,
                GError     **error)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  g_string_append_printf (self->out, "{\n  \"format\": \"lamplighter\",\n  \"version\": 1,\n  \"exported_at\": \"%s\"",
                          exported_at);
  for (guint i = 0; types[i] != NULL; i++)
    if (!write_type (self, types[i], error))
      return FALSE;
  if (!write_deleted (self, error))
    return FALSE;
  g_string_append (self->out, "\n}\n");

  return flush (self, 0, error);
}

static char *
moment_of (const LampExportOptions  *options,
           GError                  **error)
{
  gint64 moment;

  if (options->exported_at == NULL)
    return lamp_clock_dup_instant (options->clock);
  if (lamp_instant_parse (options->exported_at, &moment))
    return lamp_instant_format (moment);
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_DATE, _("“%s” is not a moment such as 2026-11-22T10:00:00.000Z."),
               options->exported_at);

  return NULL;
}

/**
 * lamp_export_json:
 * @path: the file of the store
 * @stream: (nullable): where to write; with %NULL all is only counted
 * @options: what to export
 * @progress: (nullable): told how far it is
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop
 * @summary: (out) (optional) (transfer full): what has left
 * @error: where to put an error
 *
 * Writes the records of a file as JSON, one at a time: memory does not grow with the file, except with a partial
 * export, which keeps some 20 bytes for each record that leaves. What is written can be read again: no record in it
 * refers to one that is not.
 *
 * Returns: whether all was written
 */
gboolean
lamp_export_json (const char               *path,
                  GOutputStream            *stream,
                  const LampExportOptions  *options,
                  LampProgress              progress,
                  gpointer                  progress_data,
                  GCancellable             *cancellable,
                  LampExportSummary       **summary,
                  GError                  **error)
{
  g_autoptr (LampCursor) cursor = NULL;
  g_autoptr (LampSelection) selection = NULL;
  g_autoptr (LampExportSummary) counts = g_new0 (LampExportSummary, 1);
  g_autoptr (GString) out = g_string_sized_new (2 * FLUSH_AT);
  g_autofree char *exported_at = NULL;
  guint n_types;
  Export self = { .summary = counts, .stream = stream, .out = out, .progress = progress,
                  .progress_data = progress_data, .cancellable = cancellable };

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  lamp_schema_get_types (&n_types);
  counts->per_type = g_new0 (guint64, n_types);
  exported_at = moment_of (options, error);
  if (exported_at == NULL)
    return FALSE;
  self.cursor = cursor = lamp_cursor_new (path, error);
  if (cursor == NULL)
    return FALSE;
  self.selection = selection = lamp_selection_new (options);
  self.n_parts = n_types * (lamp_selection_get_sweeps (selection) + 1);
  if (!sweep (&self, error) || !write_document (&self, exported_at, error))
    return FALSE;
  if (summary != NULL)
    *summary = g_steal_pointer (&counts);

  return TRUE;
}
