/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-window-private.h"

#include <glib/gi18n-lib.h>

#include "lamp-import.h"
#include "lamp-places.h"

#define EXAMPLE "resource:///io/github/lamplighter_app/Lamplighter/samples/example.json"

void
lamp_window_add_file_actions (LampWindow *self)
{
}

void
lamp_window_import (LampWindow *self,
                    GFile      *file)
{
}

/**
 * lamp_window_fill_with_example:
 * @self: a window
 *
 * Puts the example community into the window's file, where there is nothing in it yet.
 */
void
lamp_window_fill_with_example (LampWindow *self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (EXAMPLE);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (LampImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .label = _("Open the Example") };

  g_return_if_fail (LAMP_IS_WINDOW (self));

  if (self->store == NULL || lamp_store_count (self->store, "communities") > 0)
    return;

  options.clock = lamp_store_get_clock (self->store);
  stream = g_file_read (file, NULL, &error);
  if (stream == NULL || !lamp_import_json (G_INPUT_STREAM (stream), self->path, &options, NULL, NULL, NULL, &report,
                                           &error))
    lamp_window_tell (self, error->message);
  else
    lamp_store_reload (self->store);
}
