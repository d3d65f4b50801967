/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-objects.h"

struct _LampObjects
{
  GHashTable **held; /* by type: id → Held */
  guint n_types;
};

typedef struct
{
  GHashTable *map;
  char *id;
  LampRecord *record; /* not owned */
} Held;

static void on_record_gone (gpointer  data,
                            GObject  *where_it_was);

static void
held_free (gpointer data)
{
  Held *held = data;

  if (held->record != NULL)
    g_object_weak_unref (G_OBJECT (held->record), on_record_gone, held);
  g_free (held->id);
  g_free (held);
}

static void
on_record_gone (gpointer  data,
                GObject  *where_it_was)
{
  Held *held = data;

  held->record = NULL;
  g_hash_table_remove (held->map, held->id);
}

LampObjects *
lamp_objects_new (void)
{
  LampObjects *self = g_new0 (LampObjects, 1);

  lamp_schema_get_types (&self->n_types);
  self->held = g_new0 (GHashTable *, self->n_types);
  for (guint i = 0; i < self->n_types; i++)
    self->held[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, held_free);

  return self;
}

void
lamp_objects_free (LampObjects *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_types; i++)
    g_hash_table_unref (self->held[i]);
  g_free (self->held);
  g_free (self);
}

static GHashTable *
map_of (LampObjects          *self,
        const LampRecordType *type)
{
  return self->held[lamp_schema_get_index (type)];
}

/* Gets the object if there is one. Returns: (transfer full) (nullable) */
LampRecord *
lamp_objects_get (LampObjects          *self,
                  const LampRecordType *type,
                  const char           *id)
{
  Held *held = g_hash_table_lookup (map_of (self, type), id);

  return held != NULL ? g_object_ref (held->record) : NULL;
}

/* Makes the object for a row that was just read. Returns: (transfer full) */
LampRecord *
lamp_objects_make (LampObjects *self,
                   LampRow     *row)
{
  Held *held = g_new0 (Held, 1);

  held->map = map_of (self, row->type);
  held->id = g_strdup (lamp_row_get_id (row));
  held->record = lamp_record_new (row);
  g_object_weak_ref (G_OBJECT (held->record), on_record_gone, held);
  g_hash_table_replace (held->map, held->id, held);

  return held->record;
}

/* Tells the object of a record, if anybody holds it, how the record now stands; NULL is gone. */
void
lamp_objects_update (LampObjects          *self,
                     const LampRecordType *type,
                     const char           *id,
                     const LampRow        *row)
{
  g_autoptr (LampRecord) record = lamp_objects_get (self, type, id);

  if (record == NULL)
    return;
  if (row != NULL)
    {
      lamp_record_take_row (record, lamp_row_copy (row));
      return;
    }
  g_hash_table_remove (map_of (self, type), id);
  lamp_record_mark_deleted (record);
}

/* The identifiers of all objects of a type. Returns: (transfer full) (element-type utf8) */
GPtrArray *
lamp_objects_list (LampObjects          *self,
                   const LampRecordType *type)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, map_of (self, type));
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup (id));

  return ids;
}
