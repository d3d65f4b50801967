/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-error.h"
#include "lamp-json-row.h"
#include "lamp-json-text.h"
#include "lamp-json-walk.h"

/* A school's protocols as a file of their own: an exchange document with nothing but protocols and their steps, so that
 * licensed wording stays with who has the licence and one facilitator can hand a protocol to another. */

#define MOST_ROWS 20000

static void
write_rows (GString    *text,
            const char *name,
            GPtrArray  *rows)
{
  g_string_append_printf (text, ",\n  \"%s\": [", name);
  for (guint i = 0; i < rows->len; i++)
    {
      g_string_append (text, i > 0 ? ",\n    " : "\n    ");
      lamp_json_append_row (text, rows->pdata[i], 4, 0);
    }
  g_string_append (text, rows->len > 0 ? "\n  ]" : "]");
}

/**
 * lamp_protocol_file_write:
 * @snapshot: a snapshot with protocols in it
 * @protocols: (array zero-terminated=1): the identifiers of those to write
 * @now: the moment, RFC 3339
 *
 * Writes protocols as an exchange document.
 *
 * Returns: (transfer full): the document
 */
GBytes *
lamp_protocol_file_write (LampSnapshot       *snapshot,
                          const char * const *protocols,
                          const char         *now)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) all_steps = g_ptr_array_new ();
  GString *text = g_string_new ("{\n  \"format\": \"lamplighter\",\n  \"version\": 1,\n  \"exported_at\": ");

  lamp_json_append_string (text, now, strlen (now));
  for (guint i = 0; protocols[i] != NULL; i++)
    {
      const LampRow *row = lamp_snapshot_find (snapshot, "protocols", protocols[i]);
      g_autoptr (GPtrArray) steps = NULL;

      if (row == NULL)
        continue;
      g_ptr_array_add (rows, (gpointer) row);
      steps = lamp_snapshot_list_by (snapshot, "protocol_steps", "protocol", protocols[i]);
      g_ptr_array_extend (all_steps, steps, NULL, NULL);
    }
  write_rows (text, "protocols", rows);
  write_rows (text, "protocol_steps", all_steps);
  g_string_append (text, "\n}\n");

  return g_string_free_to_bytes (text);
}

static gboolean
take_record (LampRow   *row,
             guint64    index,
             gpointer   data,
             GError   **error)
{
  if (!g_str_equal (row->type->name, "protocols") && !g_str_equal (row->type->name, "protocol_steps"))
    return TRUE;
  if (index >= MOST_ROWS)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_TOO_LARGE,
                   _("The file holds more than %d protocols or steps; divide it into several."), MOST_ROWS);
      return FALSE;
    }
  if (lamp_snapshot_find (data, row->type->name, lamp_row_get_id (row)) != NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_DUPLICATE_ID, _("The identifier “%s” stands twice in the file."),
                   lamp_row_get_id (row));
      return FALSE;
    }
  lamp_snapshot_take (data, lamp_row_copy (row));

  return TRUE;
}

/* One sentence that says what is wrong, and where. */
static gboolean
judge (LampSnapshot  *snapshot,
       LampProblems  *problems,
       GError       **error)
{
  GPtrArray *steps = lamp_snapshot_get (snapshot, "protocol_steps");

  if (problems->n > 0)
    {
      const LampProblem *first = problems->kept->pdata[0];

      g_set_error (error, LAMP_ERROR, (int) first->code, "%s%s%s", first->pointer, *first->pointer != '\0' ? ": " : "",
                   first->message);
      return FALSE;
    }
  if (lamp_snapshot_get (snapshot, "protocols")->len == 0)
    {
      g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_FORMAT,
                           _("There are no protocols in this file; everything else is taken in by Import."));
      return FALSE;
    }
  for (guint i = 0; i < steps->len; i++)
    if (lamp_snapshot_find (snapshot, "protocols", lamp_row_get_text (steps->pdata[i], "protocol")) == NULL)
      {
        g_set_error (error, LAMP_ERROR, LAMP_ERROR_REFERENCE,
                     _("The step “%s” belongs to a protocol that is not in the file."),
                     lamp_row_get_title (steps->pdata[i]));
        return FALSE;
      }

  return TRUE;
}

/**
 * lamp_protocol_file_read:
 * @stream: a document of the exchange format
 * @cancellable: (nullable): to stop reading
 * @error: where to put an error of [error@LampError]; one sentence
 *
 * Reads the protocols of a document and leaves everything else in it alone. Nothing is written anywhere: whoever takes
 * them in copies them, so that the same protocol in two languages, or twice, never meets itself.
 *
 * Returns: (transfer full) (nullable): a snapshot with at least one protocol; %NULL when the file is refused
 */
LampSnapshot *
lamp_protocol_file_read (GInputStream  *stream,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_autoptr (LampProblems) problems = lamp_problems_new ();
  LampJsonWalk walk = {
    .now = "1970-01-01T00:00:00.000Z",  /* the copies get moments of their own */
    .problems = problems,
    .record = take_record,
    .data = snapshot,
  };

  if (!lamp_json_walk (&walk, stream, cancellable, error) || !judge (snapshot, problems, error))
    return NULL;
  lamp_snapshot_sort (snapshot);

  return g_steal_pointer (&snapshot);
}

/**
 * lamp_protocol_dup_file_name:
 * @protocol: a protocol
 *
 * Returns: (transfer full): a name for a file that holds it
 */
char *
lamp_protocol_dup_file_name (const LampRow *protocol)
{
  const char *variant = lamp_row_get_text (protocol, "variant");
  g_autofree char *whole = g_strjoin (variant != NULL ? ", " : NULL, lamp_row_get_title (protocol), variant, NULL);
  g_autofree char *name = g_utf8_substring (whole, 0, MIN (g_utf8_strlen (whole, -1), 60));

  g_strdelimit (name, "/\\:*?\"<>|", '-');

  return g_strconcat (name[0] == '.' ? "-" : "", name, ".json", NULL);
}
