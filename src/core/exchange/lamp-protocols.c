/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocols.h"

#include <stdlib.h>

#include "lamp-json-walk.h"
#include "lamp-protocols-resources.h"

/* The protocols that come with the program are documents of the exchange format, one file for a protocol with all its
 * variants, so that a school can export one, put its own or its licensed text into it and import it again. They are
 * bundled and small; they are read and judged by the same walk as anybody's.
 *
 * A protocol is wording more than it is a label, so a translation is a document too, beside the English one in a folder
 * named as its language: the same records with other texts. */

#define FOLDER "/io/github/lamplighter_app/Lamplighter/protocols/"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

/**
 * lamp_protocols_list_files:
 *
 * Returns: (transfer full): the names of the bundled documents, such as "tuning.json", in alphabetical order
 */
GStrv
lamp_protocols_list_files (void)
{
  g_auto (GStrv) names = g_resource_enumerate_children (lamp_protocols_get_resource (), FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GStrvBuilder) files = g_strv_builder_new ();

  g_assert (names != NULL);
  qsort (names, g_strv_length (names), sizeof (char *), compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    if (!g_str_has_suffix (names[i], "/")) /* a language */
      g_strv_builder_add (files, names[i]);

  return g_strv_builder_end (files);
}

/* The document in the first of the person's languages that it has been translated into. */
static GBytes *
find_translation (const char *name)
{
  const char * const *languages = g_get_language_names ();

  for (guint i = 0; languages[i] != NULL && !g_str_has_prefix (languages[i], "en"); i++)
    {
      g_autofree char *path = g_strconcat (FOLDER, languages[i], "/", name, NULL);
      GBytes *bytes = g_resource_lookup_data (lamp_protocols_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        return bytes;
    }

  return NULL;
}

/**
 * lamp_protocols_read_file:
 * @name: one of [func@protocols_list_files]
 * @error: where to put an error of [error@Gio.ResourceError]
 *
 * Reads a bundled document, in the person's language if it has been translated.
 *
 * Returns: (transfer full): the document as it is bundled, ready to be written to a file or to be imported
 */
GBytes *
lamp_protocols_read_file (const char  *name,
                          GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  GBytes *translation = find_translation (name);

  if (translation != NULL)
    return translation;

  return g_resource_lookup_data (lamp_protocols_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/* The walk uses its row again: the snapshot gets a copy. */
static gboolean
take_record (LampRow   *row,
             guint64    index,
             gpointer   data,
             GError   **error)
{
  lamp_snapshot_take (data, lamp_row_copy (row));

  return TRUE;
}

static gboolean
read_document (const char    *name,
               LampSnapshot  *snapshot,
               GError       **error)
{
  g_autoptr (GBytes) bytes = lamp_protocols_read_file (name, error);
  g_autoptr (LampProblems) problems = lamp_problems_new ();
  g_autoptr (GInputStream) stream = NULL;
  LampJsonWalk walk = { .problems = problems, .record = take_record, .data = snapshot };

  if (bytes == NULL)
    return FALSE;
  walk.now = "1970-01-01T00:00:00.000Z"; /* for records that carry none; ours do */
  stream = g_memory_input_stream_new_from_bytes (bytes);
  if (!lamp_json_walk (&walk, stream, NULL, error))
    return FALSE;
  if (problems->n > 0)
    {
      const LampProblem *first = problems->kept->pdata[0];

      g_set_error (error, LAMP_ERROR, (int) first->code, "%s: %s", first->pointer, first->message);
      return FALSE;
    }

  return TRUE;
}

/**
 * lamp_protocols_load:
 * @error: where to put an error
 *
 * Reads the protocols that come with the program. A school's own protocols are records of its file; both are rows, so
 * whoever shows them need not care.
 *
 * Returns: (transfer full) (nullable): a snapshot with `protocols` and `protocol_steps`, in the order of identifiers
 */
LampSnapshot *
lamp_protocols_load (GError **error)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
  g_auto (GStrv) names = lamp_protocols_list_files ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!read_document (names[i], snapshot, error))
      {
        g_prefix_error (error, "%s: ", names[i]);
        return NULL;
      }
  lamp_snapshot_sort (snapshot);

  return g_steal_pointer (&snapshot);
}
