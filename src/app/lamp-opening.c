/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-opening.h"

/* A file that is opened in a thread. Every page and every reference is checked, which takes as long as GTK takes to find
 * its display and its style: so the one is done while the other goes on. */
struct _LampOpening
{
  char *path;
  LampClock *clock;
  GThread *thread; /* (nullable): until it has been waited for */
  LampStore *store;
  GError *error;
};

static gpointer
open_in_thread (gpointer data)
{
  LampOpening *self = data;

  self->store = lamp_store_open (self->path, LAMP_STORE_NONE, self->clock, &self->error);

  return NULL;
}

/**
 * lamp_opening_begin: (skip)
 * @path: (type filename): a file
 * @clock: tells what time it is
 *
 * Begins to open a file that is there; one that is not is left to whoever may make it.
 *
 * Returns: (transfer full) (nullable): what is under way, or %NULL when there is no such file
 */
LampOpening *
lamp_opening_begin (const char *path,
                    LampClock  *clock)
{
  LampOpening *self;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (LAMP_IS_CLOCK (clock), NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  self = g_new0 (LampOpening, 1);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  self->thread = g_thread_new ("lamp-opening", open_in_thread, self);

  return self;
}

static void
wait_for (LampOpening *self)
{
  g_clear_pointer (&self->thread, g_thread_join);
}

/**
 * lamp_opening_take: (skip)
 * @self: what is under way
 * @path: (type filename): the file that is asked for
 * @error: where to put an error of [error@Error]
 *
 * Takes what was opened, waiting for it if need be. Only the first who asks for this very file gets it.
 *
 * Returns: (transfer full) (nullable): the store; %NULL without @error when it is to be opened in the usual way
 */
LampStore *
lamp_opening_take (LampOpening  *self,
                   const char   *path,
                   GError      **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (g_strcmp0 (path, self->path) != 0)
    return NULL;
  wait_for (self);
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));

  return g_steal_pointer (&self->store);
}

/**
 * lamp_opening_free: (skip)
 * @self: what is under way
 *
 * Lets go of it; a store that nobody took is closed.
 */
void
lamp_opening_free (LampOpening *self)
{
  wait_for (self);
  if (self->store != NULL)
    lamp_store_close (self->store, NULL);
  g_clear_object (&self->store);
  g_clear_error (&self->error);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self);
}
