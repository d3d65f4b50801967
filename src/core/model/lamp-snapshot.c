/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-snapshot.h"

/**
 * LampSnapshot:
 *
 * Rows by type and identifier, as they stood at one moment: what the rules judge and what the exchange carries.
 * It does not change after it has been filled, so it can be read from another thread.
 */
struct _LampSnapshot
{
  GObject parent_instance;

  GPtrArray **rows;     /* by the type's place in the schema; of owned LampRow */
  GHashTable **by_id;   /* likewise; id → row */
  GHashTable **by_ref;  /* likewise; interned field name → (id → GPtrArray of rows), made when first asked for */
};

G_DEFINE_FINAL_TYPE (LampSnapshot, lamp_snapshot, G_TYPE_OBJECT)

static void
lamp_snapshot_finalize (GObject *object)
{
  LampSnapshot *self = LAMP_SNAPSHOT (object);
  guint n_types;

  lamp_schema_get_types (&n_types);
  for (guint i = 0; i < n_types; i++)
    {
      g_hash_table_unref (self->by_ref[i]);
      g_hash_table_unref (self->by_id[i]);
      g_ptr_array_unref (self->rows[i]);
    }
  g_free (self->by_ref);
  g_free (self->by_id);
  g_free (self->rows);

  G_OBJECT_CLASS (lamp_snapshot_parent_class)->finalize (object);
}

static void
lamp_snapshot_class_init (LampSnapshotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lamp_snapshot_finalize;
}

static void
lamp_snapshot_init (LampSnapshot *self)
{
  guint n_types;

  lamp_schema_get_types (&n_types);
  self->rows = g_new0 (GPtrArray *, n_types);
  self->by_id = g_new0 (GHashTable *, n_types);
  self->by_ref = g_new0 (GHashTable *, n_types);
  for (guint i = 0; i < n_types; i++)
    {
      self->rows[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
      self->by_id[i] = g_hash_table_new (g_str_hash, g_str_equal);
      self->by_ref[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
    }
}

/**
 * lamp_snapshot_new:
 *
 * Returns: (transfer full): an empty snapshot
 */
LampSnapshot *
lamp_snapshot_new (void)
{
  return g_object_new (LAMP_TYPE_SNAPSHOT, NULL);
}

/**
 * lamp_snapshot_take:
 * @self: a snapshot
 * @row: (transfer full): a row with an identifier
 *
 * Adds a row. Where two share an identifier, the first is the one that is found.
 */
void
lamp_snapshot_take (LampSnapshot *self,
                    LampRow      *row)
{
  guint type;

  g_return_if_fail (LAMP_IS_SNAPSHOT (self));
  g_return_if_fail (row != NULL && lamp_row_get_id (row) != NULL);

  type = lamp_schema_get_index (row->type);
  g_ptr_array_add (self->rows[type], row);
  if (!g_hash_table_contains (self->by_id[type], lamp_row_get_id (row)))
    g_hash_table_insert (self->by_id[type], (gpointer) lamp_row_get_id (row), row);
  g_hash_table_remove_all (self->by_ref[type]);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (lamp_row_get_id (*(const LampRow * const *) a), lamp_row_get_id (*(const LampRow * const *) b));
}

/**
 * lamp_snapshot_sort:
 * @self: a snapshot
 *
 * Sorts each type's rows by identifier.
 */
void
lamp_snapshot_sort (LampSnapshot *self)
{
  guint n_types;

  lamp_schema_get_types (&n_types);
  for (guint i = 0; i < n_types; i++)
    g_ptr_array_sort (self->rows[i], compare_ids);
}

static guint
type_index (const char *type)
{
  const LampRecordType *found = lamp_schema_find (type);

  g_assert (found != NULL);

  return lamp_schema_get_index (found);
}

/**
 * lamp_snapshot_get:
 * @self: a snapshot
 * @type: the name of a record type
 *
 * Returns: (transfer none) (element-type LampRow): its rows
 */
GPtrArray *
lamp_snapshot_get (LampSnapshot *self,
                   const char   *type)
{
  g_return_val_if_fail (LAMP_IS_SNAPSHOT (self), NULL);

  return self->rows[type_index (type)];
}

/**
 * lamp_snapshot_find:
 * @self: a snapshot
 * @type: the name of a record type
 * @id: (nullable): an identifier
 *
 * Returns: (transfer none) (nullable): the row with that identifier
 */
const LampRow *
lamp_snapshot_find (LampSnapshot *self,
                    const char   *type,
                    const char   *id)
{
  g_return_val_if_fail (LAMP_IS_SNAPSHOT (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->by_id[type_index (type)], id) : NULL;
}

static GHashTable *
index_by (GPtrArray  *rows,
          const char *field)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      LampRow *row = rows->pdata[i];
      const char *id = lamp_row_get_text (row, field);
      GPtrArray *group = id != NULL ? g_hash_table_lookup (index, id) : NULL;

      if (id == NULL)
        continue;
      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_hash_table_insert (index, (gpointer) id, group);
        }
      g_ptr_array_add (group, row);
    }

  return index;
}

/**
 * lamp_snapshot_find_by:
 * @self: a snapshot
 * @type: the name of a record type
 * @field: the name of a reference field of that type
 * @id: (nullable): what the reference names
 *
 * Gets the rows that refer to a record, such as the goals whose "parent" is a goal. An index is made when a field is
 * first asked for, so each further question costs the same however many rows there are.
 *
 * Returns: (transfer none) (element-type LampRow): the rows, in the order of [method@Snapshot.get]; possibly empty
 */
GPtrArray *
lamp_snapshot_find_by (LampSnapshot *self,
                       const char   *type,
                       const char   *field,
                       const char   *id)
{
  static GPtrArray *none;
  guint index = type_index (type);
  GHashTable *by_id;
  GPtrArray *group;

  g_return_val_if_fail (LAMP_IS_SNAPSHOT (self), NULL);

  if (g_once_init_enter_pointer (&none))
    g_once_init_leave_pointer (&none, g_ptr_array_new ());
  by_id = g_hash_table_lookup (self->by_ref[index], field);
  if (by_id == NULL)
    {
      by_id = index_by (self->rows[index], field);
      g_hash_table_insert (self->by_ref[index], (gpointer) g_intern_string (field), by_id);
    }
  group = id != NULL ? g_hash_table_lookup (by_id, id) : NULL;

  return group != NULL ? group : none;
}

static int
compare_values (const LampValue *a,
                const LampValue *b)
{
  if (a->kind == LAMP_VALUE_TEXT || b->kind == LAMP_VALUE_TEXT)
    return g_strcmp0 (a->kind == LAMP_VALUE_TEXT ? a->text : NULL, b->kind == LAMP_VALUE_TEXT ? b->text : NULL);

  return (a->integer > b->integer) - (a->integer < b->integer);
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const LampRow *one = *(const LampRow * const *) a;
  const LampRow *other = *(const LampRow * const *) b;
  const char *order = one->type->order;
  int result = order != NULL ? compare_values (lamp_row_get (one, order), lamp_row_get (other, order)) : 0;

  return result != 0 ? result : compare_ids (a, b);
}

/**
 * lamp_snapshot_list_by:
 * @self: a snapshot
 * @type: the name of a record type
 * @field: the name of a reference field of that type
 * @id: (nullable): what the reference names
 *
 * As [method@Snapshot.find_by], in the order in which a person sees siblings: by the type's order field, then by
 * identifier; what has no place comes first.
 *
 * Returns: (transfer container) (element-type LampRow): the rows, which belong to the snapshot
 */
GPtrArray *
lamp_snapshot_list_by (LampSnapshot *self,
                       const char   *type,
                       const char   *field,
                       const char   *id)
{
  GPtrArray *found = lamp_snapshot_find_by (self, type, field, id);
  GPtrArray *rows = g_ptr_array_sized_new (found->len);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, found->pdata[i]);
  g_ptr_array_sort (rows, compare_places);

  return rows;
}
