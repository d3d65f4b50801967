/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-id-set.h"

struct _LampIdSet
{
  guint64 *slots; /* open addressing; 0 is free */
  gsize n_slots;  /* a power of two */
  gsize n;
};

LampIdSet *
lamp_id_set_new (void)
{
  LampIdSet *self = g_new0 (LampIdSet, 1);

  self->n_slots = 1024;
  self->slots = g_new0 (guint64, self->n_slots);

  return self;
}

void
lamp_id_set_free (LampIdSet *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_free (self);
}

/* FNV-1a, stirred once more so that the low bits depend on all. */
static guint64
hash_of (const LampRecordType *type,
         const char           *id)
{
  guint64 hash = (G_GUINT64_CONSTANT (14695981039346656037) ^ lamp_schema_get_index (type))
                 * G_GUINT64_CONSTANT (1099511628211);

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * G_GUINT64_CONSTANT (1099511628211);
  hash = (hash ^ hash >> 32) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  hash ^= hash >> 32;

  return hash != 0 ? hash : 1;
}

static gsize
find_slot (LampIdSet *self,
           guint64    hash)
{
  gsize slot = hash & (self->n_slots - 1);

  while (self->slots[slot] != 0 && self->slots[slot] != hash)
    slot = (slot + 1) & (self->n_slots - 1);

  return slot;
}

static void
grow (LampIdSet *self)
{
  g_autofree guint64 *before = g_steal_pointer (&self->slots);
  gsize n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (guint64, self->n_slots);
  for (gsize i = 0; i < n_before; i++)
    if (before[i] != 0)
      self->slots[find_slot (self, before[i])] = before[i];
}

/**
 * lamp_id_set_add:
 * @self: a set
 * @type: the record's type
 * @id: its identifier
 *
 * Adds a record, if it is not in the set.
 */
void
lamp_id_set_add (LampIdSet            *self,
                 const LampRecordType *type,
                 const char           *id)
{
  guint64 hash = hash_of (type, id);
  gsize slot;

  if ((self->n + 1) * 4 > self->n_slots * 3)
    grow (self);
  slot = find_slot (self, hash);
  self->n += self->slots[slot] == 0;
  self->slots[slot] = hash;
}

/**
 * lamp_id_set_contains:
 * @self: a set
 * @type: the record's type
 * @id: its identifier
 *
 * Returns: whether the record is in the set
 */
gboolean
lamp_id_set_contains (LampIdSet            *self,
                      const LampRecordType *type,
                      const char           *id)
{
  return self->slots[find_slot (self, hash_of (type, id))] != 0;
}
