/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-protocol-choice.h"

#include <glib/gi18n-lib.h>

#include "lamp-date.h"
#include "lamp-protocol.h"
#include "lamp-protocols.h"

struct _LampProtocolChoice
{
  LampSnapshot *own;
  LampSnapshot *bundled; /* (nullable) */
  GPtrArray *ids;        /* (element-type utf8): unowned, the snapshots have them */
  GtkStringList *names;
};

static char *
dup_name (LampSnapshot  *snapshot,
          const LampRow *protocol)
{
  const char *variant = lamp_row_get_text (protocol, "variant");
  g_autofree char *minutes = lamp_duration_format (lamp_protocol_get_minutes (snapshot, lamp_row_get_id (protocol)));

  if (variant == NULL)
    // Translators: the name of a protocol and how long it takes: Tuning, 60 min
    return g_strdup_printf (C_ ("protocol", "%s, %s"), lamp_row_get_title (protocol), minutes);

  // Translators: the name of a protocol, that of its variant and how long it takes: Tuning (short), 28 min
  return g_strdup_printf (C_ ("protocol", "%s (%s), %s"), lamp_row_get_title (protocol), variant, minutes);
}

/* A bundled one that the school has made its own is offered once. */
static void
add_all (LampProtocolChoice *self,
         LampSnapshot       *snapshot)
{
  GPtrArray *protocols = lamp_snapshot_get (snapshot, "protocols");

  for (guint i = 0; i < protocols->len; i++)
    {
      const LampRow *protocol = protocols->pdata[i];
      g_autofree char *name = NULL;

      if (snapshot != self->own && lamp_snapshot_find (self->own, "protocols", lamp_row_get_id (protocol)) != NULL)
        continue;
      name = dup_name (snapshot, protocol);
      g_ptr_array_add (self->ids, (gpointer) lamp_row_get_id (protocol));
      gtk_string_list_append (self->names, name);
    }
}

/**
 * lamp_protocol_choice_new:
 * @own: a school's file
 *
 * Returns: (transfer full): the protocols
 */
LampProtocolChoice *
lamp_protocol_choice_new (LampSnapshot *own)
{
  LampProtocolChoice *self = g_new0 (LampProtocolChoice, 1);
  g_autoptr (GError) error = NULL;

  self->own = g_object_ref (own);
  self->bundled = lamp_protocols_load (&error);
  self->ids = g_ptr_array_new ();
  self->names = gtk_string_list_new (NULL);
  add_all (self, self->own);
  if (self->bundled != NULL)
    add_all (self, self->bundled);
  else
    g_critical ("The protocols that come with the program cannot be read: %s", error->message);

  return self;
}

/**
 * lamp_protocol_choice_free:
 * @self: (nullable): protocols
 *
 * Frees them.
 */
void
lamp_protocol_choice_free (LampProtocolChoice *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->own);
  g_clear_object (&self->bundled);
  g_ptr_array_unref (self->ids);
  g_object_unref (self->names);
  g_free (self);
}

/**
 * lamp_protocol_choice_get_names:
 * @self: protocols
 *
 * Returns: (transfer none): what a person reads, in the order of the indices
 */
GListModel *
lamp_protocol_choice_get_names (LampProtocolChoice *self)
{
  return G_LIST_MODEL (self->names);
}

/**
 * lamp_protocol_choice_get_n_items:
 * @self: protocols
 *
 * Returns: how many there are
 */
guint
lamp_protocol_choice_get_n_items (LampProtocolChoice *self)
{
  return self->ids->len;
}

/**
 * lamp_protocol_choice_get_id:
 * @self: protocols
 * @index: an index
 *
 * Returns: (transfer none) (nullable): the identifier of one of them
 */
const char *
lamp_protocol_choice_get_id (LampProtocolChoice *self,
                             guint               index)
{
  return index < self->ids->len ? self->ids->pdata[index] : NULL;
}

/**
 * lamp_protocol_choice_find:
 * @self: protocols
 * @id: (nullable): the identifier of one
 *
 * Returns: (transfer none) (nullable): the snapshot that has its steps
 */
LampSnapshot *
lamp_protocol_choice_find (LampProtocolChoice *self,
                           const char         *id)
{
  if (lamp_snapshot_find (self->own, "protocols", id) != NULL)
    return self->own;
  if (self->bundled != NULL && lamp_snapshot_find (self->bundled, "protocols", id) != NULL)
    return self->bundled;

  return NULL;
}
