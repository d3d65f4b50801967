/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-source.h"

#include <glib/gi18n-lib.h>

#include "lamp-error.h"
#include "lamp-export.h"
#include "lamp-oneroster.h"

/* Whatever can be imported becomes the one format first, so that there is one import with its checks, its preview and
 * its undo. */

/**
 * lamp_snapshot_to_json:
 * @snapshot: rows
 *
 * Writes rows as a document of the exchange format, without the moment of an export. Meant for what has been made
 * out of another format and fits into memory; a file is exported by [func@export_json].
 *
 * Returns: (transfer full): the document
 */
GBytes *
lamp_snapshot_to_json (LampSnapshot *snapshot)
{
  GString *out = g_string_new ("{\n  \"format\": \"lamplighter\",\n  \"version\": 1");

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (snapshot), NULL);

  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      GPtrArray *rows = lamp_snapshot_get (snapshot, (*type)->name);

      for (guint i = 0; i < rows->len; i++)
        {
          g_autofree char *json = lamp_row_to_json (rows->pdata[i], 4);

          if (i == 0)
            g_string_append_printf (out, ",\n  \"%s\": [", (*type)->name);
          g_string_append_printf (out, "%s\n    %s", i > 0 ? "," : "", json);
        }
      if (rows->len > 0)
        g_string_append (out, "\n  ]");
    }
  g_string_append (out, "\n}\n");

  return g_string_free_to_bytes (out);
}

static GInputStream *
open_roster (GFile         *folder,
             LampClock     *clock,
             GStrv         *notes,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_oneroster_read (folder, clock, notes, cancellable, error);
  g_autoptr (GBytes) json = NULL;

  if (snapshot == NULL)
    return NULL;
  json = lamp_snapshot_to_json (snapshot);

  return g_memory_input_stream_new_from_bytes (json);
}

/**
 * lamp_source_open:
 * @file: a document of the exchange format, or a folder with a OneRoster roster
 * @clock: tells the time for what carries none
 * @notes: (out) (optional) (nullable) (transfer full): what was made of a foreign format, in sentences
 * @cancellable: (nullable): to stop
 * @error: where to put an error of [error@Error] or [error@Gio.IOErrorEnum]
 *
 * Opens what a person wants to import, as a document of the exchange format.
 *
 * Returns: (transfer full) (nullable): what [func@import_json] reads
 */
GInputStream *
lamp_source_open (GFile         *file,
                  LampClock     *clock,
                  GStrv         *notes,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (LAMP_IS_CLOCK (clock), NULL);

  if (notes != NULL)
    *notes = NULL;
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    return G_INPUT_STREAM (g_file_read (file, cancellable, error));
  if (lamp_oneroster_is_folder (file))
    return open_roster (file, clock, notes, cancellable, error);
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_FORMAT,
                       _("This folder is no OneRoster roster: it should hold orgs.csv and users.csv."));

  return NULL;
}
