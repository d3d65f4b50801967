/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-copy-map.h"

#include <string.h>

#include "lamp-id-set.h"

struct _LampCopyMap
{
  guint64 milliseconds;
  guint32 key[4];
  LampIdSet *seen;
};

/**
 * lamp_copy_map_new:
 * @clock: tells the time that the identifiers start with
 *
 * Returns: (transfer full): a map with a random key
 */
LampCopyMap *
lamp_copy_map_new (LampClock *clock)
{
  LampCopyMap *self = g_new0 (LampCopyMap, 1);

  self->milliseconds = (guint64) (lamp_clock_get_utc (clock) / 1000);
  for (guint i = 0; i < G_N_ELEMENTS (self->key); i++)
    self->key[i] = g_random_int ();
  self->seen = lamp_id_set_new ();

  return self;
}

void
lamp_copy_map_free (LampCopyMap *self)
{
  if (self == NULL)
    return;
  lamp_id_set_free (self->seen);
  g_free (self);
}

/**
 * lamp_copy_map_see:
 * @self: a map
 * @row: a record of the document
 *
 * Remembers that the document has a record.
 */
void
lamp_copy_map_see (LampCopyMap   *self,
                   const LampRow *row)
{
  lamp_id_set_add (self->seen, row->type, lamp_row_get_id (row));
}

/**
 * lamp_copy_map_dup:
 * @self: a map
 * @type: a record type
 * @id: an identifier of the document
 *
 * Gets the new identifier: a UUID version 7 (RFC 9562) whose random part is the hash, the same for the same record.
 *
 * Returns: (transfer full): the identifier
 */
char *
lamp_copy_map_dup (LampCopyMap          *self,
                   const LampRecordType *type,
                   const char           *id)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint32 index = lamp_schema_get_index (type);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (checksum, (const guchar *) self->key, sizeof self->key);
  g_checksum_update (checksum, (const guchar *) &index, sizeof index);
  g_checksum_update (checksum, (const guchar *) id, (gssize) strlen (id));
  g_checksum_get_digest (checksum, digest, &length);

  return g_strdup_printf ("%08x-%04x-7%01x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          (guint32) (self->milliseconds >> 16), (guint32) (self->milliseconds & 0xffff),
                          digest[0] & 0xf, digest[1], 0x80 | (digest[2] & 0x3f), digest[3], digest[4], digest[5],
                          digest[6], digest[7], digest[8], digest[9]);
}

/**
 * lamp_copy_map_apply:
 * @self: a map that has seen all of the document
 * @row: a record of the document
 *
 * Gives a record its new identifier, and its references to other records of the document theirs. What it refers to
 * outside the document stays.
 */
void
lamp_copy_map_apply (LampCopyMap *self,
                     LampRow     *row)
{
  for (guint i = 0; i < row->type->n_fields; i++)
    {
      const LampField *field = &row->type->fields[i];
      LampValue *value = &row->values[i];
      const LampRecordType *type = field->type == LAMP_FIELD_ID    ? row->type
                                   : field->type == LAMP_FIELD_REF ? lamp_schema_find (field->target)
                                                                   : NULL;
      char *id;

      if (type == NULL || value->kind != LAMP_VALUE_TEXT || !lamp_id_set_contains (self->seen, type, value->text))
        continue;
      id = lamp_copy_map_dup (self, type, value->text);
      g_free (value->text);
      value->text = id;
    }
}
