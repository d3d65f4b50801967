/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-spool.h"

#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "lamp-error.h"
#include "lamp-json-reader.h"

static gboolean
copy (GInputStream   *from,
      GOutputStream  *to,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autofree char *buffer = g_malloc (64 * 1024);
  guint64 size = 0;
  gssize n;

  while ((n = g_input_stream_read (from, buffer, 64 * 1024, cancellable, error)) > 0)
    {
      size += (guint64) n;
      if (size > LAMP_JSON_FILE_LIMIT)
        {
          g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_TOO_LARGE, _("The file is larger than 1 GiB."));
          return FALSE;
        }
      if (!g_output_stream_write_all (to, buffer, (gsize) n, NULL, cancellable, error))
        return FALSE;
    }

  return n == 0;
}

/* Opens both ends of a file of our own that has no name any more: nobody else can open it, and it goes when it is
 * closed. */
static gboolean
open_nameless (GInputStream   **in,
               GOutputStream  **out,
               GError         **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  int fd = g_file_open_tmp ("lamplighter-XXXXXX.json", &path, error);

  if (fd < 0)
    return FALSE;
  *out = g_unix_output_stream_new (fd, TRUE);
  file = g_file_new_for_path (path);
  *in = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_unlink (path);

  return *in != NULL;
}

/**
 * lamp_spool:
 * @stream: a stream
 * @cancellable: (nullable): to stop
 * @error: where to put an error
 *
 * Makes a stream that can be rewound: @stream itself if it can be, else a private copy of it on disk, which is of mode
 * 0600 and without a name.
 *
 * Returns: (transfer full) (nullable): the stream
 */
GInputStream *
lamp_spool (GInputStream  *stream,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (GInputStream) in = NULL;
  g_autoptr (GOutputStream) out = NULL;

  if (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream)))
    return g_object_ref (stream);
  if (!open_nameless (&in, &out, error) || !copy (stream, out, cancellable, error))
    return NULL;

  return g_steal_pointer (&in);
}

/**
 * lamp_spool_rewind:
 * @stream: a stream that can be
 * @error: where to put an error
 *
 * Returns: whether it stands at its beginning
 */
gboolean
lamp_spool_rewind (GInputStream  *stream,
                   GError       **error)
{
  return g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error);
}

/**
 * lamp_spool_size:
 * @stream: a stream that can be rewound
 * @size: (out): its size in bytes
 * @error: where to put an error
 *
 * Returns: whether the size could be found; the stream stands at its beginning then
 */
gboolean
lamp_spool_size (GInputStream  *stream,
                 guint64       *size,
                 GError       **error)
{
  if (!g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, error))
    return FALSE;
  *size = (guint64) g_seekable_tell (G_SEEKABLE (stream));

  return lamp_spool_rewind (stream, error);
}
