/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-relay.h"

struct _LampRelay
{
  GMainContext *context;
  LampProgress progress;
  gpointer progress_data;
  double told;
};

typedef struct
{
  LampProgress progress;
  gpointer progress_data;
  double done;
} Message;

/**
 * lamp_relay_new:
 * @progress: (nullable): whom to tell
 * @progress_data: user data for @progress
 *
 * Makes a relay to the thread that calls this.
 *
 * Returns: (transfer full): the relay
 */
LampRelay *
lamp_relay_new (LampProgress progress,
                gpointer     progress_data)
{
  LampRelay *self = g_new0 (LampRelay, 1);

  self->context = g_main_context_ref_thread_default ();
  self->progress = progress;
  self->progress_data = progress_data;

  return self;
}

void
lamp_relay_free (LampRelay *self)
{
  if (self == NULL)
    return;
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
deliver (gpointer data)
{
  const Message *message = data;

  message->progress (message->done, message->progress_data);

  return G_SOURCE_REMOVE;
}

/**
 * lamp_relay_tell:
 * @done: from 0 to 1
 * @relay: a relay
 *
 * Passes progress on; a [callback@Progress]. What is passed on arrives before the result of a [class@Gio.Task] that is
 * returned later, since both wait in the same queue.
 */
void
lamp_relay_tell (double   done,
                 gpointer relay)
{
  LampRelay *self = relay;
  Message *message;

  if (self->progress == NULL || done < self->told + 0.01)
    return;
  self->told = done;
  message = g_new (Message, 1);
  *message = (Message) { .progress = self->progress, .progress_data = self->progress_data, .done = done };
  g_main_context_invoke_full (self->context, G_PRIORITY_DEFAULT, deliver, message, g_free);
}
