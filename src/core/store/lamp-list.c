/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-list.h"

#include <string.h>

#include "lamp-splice.h"
#include "lamp-store-private.h"

/*
 * LampList:
 *
 * All records of a type, or those whose reference names one record, by the type's order field and then by
 * identifier. It reads identifiers when it is first looked at, and objects as they are asked for. What changes in
 * the file arrives as the smallest splice.
 */
struct _LampList
{
  GObject parent_instance;

  LampStore *store;
  const LampRecordType *type;
  int field;        /* the reference, -1 for all */
  char *id;         /* what it names */
  int order;        /* the field that orders, -1 for none */
  GArray *entries;  /* of LampEntry *, owned; NULL until it is first looked at */
};

typedef struct
{
  char *id;
  LampValue key;
  LampRecord *record; /* (nullable): once somebody has asked */
} LampEntry;

static void lamp_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LampList, lamp_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lamp_list_model_init))

static void
entry_clear (gpointer data)
{
  LampEntry *entry = data;

  g_free (entry->id);
  lamp_value_clear (&entry->key);
  g_clear_object (&entry->record);
}

static void
entry_unref (gpointer entry)
{
  g_rc_box_release_full (entry, entry_clear);
}

static LampEntry *
entry_new (const char *id)
{
  LampEntry *entry = g_rc_box_new0 (LampEntry);

  entry->id = g_strdup (id);

  return entry;
}

static int
compare_values (const LampValue *a,
                const LampValue *b)
{
  if (a->kind != b->kind) /* absent comes last */
    return a->kind == LAMP_VALUE_NONE ? 1 : -1;
  if (a->kind == LAMP_VALUE_TEXT)
    return strcmp (a->text, b->text);
  if (a->kind == LAMP_VALUE_INTEGER)
    return (a->integer > b->integer) - (a->integer < b->integer);
  if (a->kind == LAMP_VALUE_REAL)
    return (a->real > b->real) - (a->real < b->real);

  return 0;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LampEntry *left = *(const LampEntry * const *) a;
  const LampEntry *right = *(const LampEntry * const *) b;
  int order = compare_values (&left->key, &right->key);

  return order != 0 ? order : strcmp (left->id, right->id);
}

static GArray *
new_entries (void)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (LampEntry *));

  return entries;
}

static LampEntry *
entry_at (GArray *entries,
          guint   position)
{
  return g_array_index (entries, LampEntry *, position);
}

static void
free_entries (GArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    entry_unref (entry_at (entries, i));
  g_array_unref (entries);
}

static char *
query_of (LampList *self)
{
  const LampRecordType *type = self->type;
  g_autoptr (GString) sql = g_string_new ("SELECT \"id\"");

  if (self->order >= 0)
    g_string_append_printf (sql, ",\"%s\"", type->fields[self->order].name);
  g_string_append_printf (sql, " FROM \"%s\"", type->name);
  if (self->field >= 0)
    g_string_append_printf (sql, " WHERE \"%s\"=?1", type->fields[self->field].name);
  g_string_append (sql, " ORDER BY ");
  if (self->order >= 0)
    g_string_append_printf (sql, "\"%s\" NULLS LAST,", type->fields[self->order].name);
  g_string_append (sql, "\"id\"");

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

static void
read_key (LampValue    *key,
          sqlite3_stmt *statement)
{
  lamp_value_clear (key);
  if (sqlite3_column_count (statement) < 2)
    return;
  if (sqlite3_column_type (statement, 1) == SQLITE_INTEGER)
    *key = (LampValue) { .kind = LAMP_VALUE_INTEGER, .integer = sqlite3_column_int64 (statement, 1) };
  else if (sqlite3_column_type (statement, 1) == SQLITE_TEXT)
    *key = (LampValue) { .kind = LAMP_VALUE_TEXT, .text = g_strdup (lamp_statement_get_text (statement, 1)) };
}

/* Reads the list as it stands in the file, with the entries that are there already. */
static GArray *
read_entries (LampList *self)
{
  GArray *entries = new_entries ();
  LampConnection *connection = lamp_store_get_connection (self->store);
  g_autofree char *sql = query_of (self);
  g_autoptr (sqlite3_stmt) statement = connection != NULL ? lamp_connection_prepare (connection, sql, NULL) : NULL;
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean row = statement != NULL;

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    g_hash_table_insert (known, entry_at (self->entries, i)->id, entry_at (self->entries, i));
  if (statement != NULL && self->id != NULL)
    lamp_statement_bind_text (statement, 1, self->id);
  while (row && lamp_connection_step (connection, statement, &row, NULL) && row)
    {
      const char *id = lamp_statement_get_text (statement, 0);
      LampEntry *entry = g_hash_table_lookup (known, id);

      entry = entry != NULL ? g_rc_box_acquire (entry) : entry_new (id);
      read_key (&entry->key, statement);
      g_array_append_val (entries, entry);
    }

  return entries;
}

static GArray *
get_entries (LampList *self)
{
  if (self->entries == NULL)
    self->entries = read_entries (self);

  return self->entries;
}

static GType
lamp_list_get_item_type (GListModel *model)
{
  return lamp_record_type_get_gtype (LAMP_LIST (model)->type);
}

static guint
lamp_list_get_n_items (GListModel *model)
{
  return get_entries (LAMP_LIST (model))->len;
}

static LampRecord *
make_ghost (const LampRecordType *type,
            const char           *id)
{
  LampRow *row = lamp_row_new (type);
  LampRecord *record;

  lamp_row_set_text (row, "id", id);
  record = lamp_record_new (row);
  lamp_record_mark_deleted (record);

  return record;
}

static gpointer
lamp_list_get_item (GListModel *model,
                    guint       position)
{
  LampList *self = LAMP_LIST (model);
  GArray *entries = get_entries (self);
  LampEntry *entry;

  if (position >= entries->len)
    return NULL;
  entry = entry_at (entries, position);
  if (entry->record == NULL)
    entry->record = lamp_store_find (self->store, self->type->name, entry->id);
  if (entry->record == NULL) /* another program has deleted it; the next reload takes it out */
    entry->record = make_ghost (self->type, entry->id);

  return g_object_ref (entry->record);
}

static void
lamp_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lamp_list_get_item_type;
  iface->get_n_items = lamp_list_get_n_items;
  iface->get_item = lamp_list_get_item;
}

static void
lamp_list_dispose (GObject *object)
{
  LampList *self = LAMP_LIST (object);

  if (self->store != NULL)
    lamp_store_forget_list (self->store, self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->entries, free_entries);

  G_OBJECT_CLASS (lamp_list_parent_class)->dispose (object);
}

static void
lamp_list_finalize (GObject *object)
{
  LampList *self = LAMP_LIST (object);

  g_free (self->id);

  G_OBJECT_CLASS (lamp_list_parent_class)->finalize (object);
}

static void
lamp_list_class_init (LampListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = lamp_list_dispose;
  object_class->finalize = lamp_list_finalize;
}

static void
lamp_list_init (LampList *self)
{
}

LampList *
lamp_list_new (LampStore            *store,
               const LampRecordType *type,
               const char           *field,
               const char           *id)
{
  LampList *self = g_object_new (LAMP_TYPE_LIST, NULL);

  self->store = g_object_ref (store);
  self->type = type;
  self->field = field != NULL ? lamp_record_type_find_field (type, field) : -1;
  self->id = g_strdup (id);
  self->order = type->order != NULL ? lamp_record_type_find_field (type, type->order) : -1;

  return self;
}

/* Whether the list has been looked at and holds records of a type. */
gboolean
lamp_list_is (LampList             *self,
              const LampRecordType *type)
{
  return self->type == type && self->entries != NULL;
}

typedef struct
{
  LampList *self;
  GArray *target;
} Sync;

static void
apply_splice (gpointer data,
              guint    position,
              guint    removed,
              guint    from,
              guint    added)
{
  Sync *sync = data;
  GArray *entries = sync->self->entries;

  for (guint i = 0; i < removed; i++)
    entry_unref (entry_at (entries, position + i));
  g_array_remove_range (entries, position, removed);
  for (guint i = 0; i < added; i++)
    g_rc_box_acquire (entry_at (sync->target, from + i));
  if (added > 0)
    g_array_insert_vals (entries, position, &g_array_index (sync->target, LampEntry *, from), added);
  g_list_model_items_changed (G_LIST_MODEL (sync->self), position, removed, added);
}

/* Turns the entries into those of @target by the smallest splices. */
static void
take_entries (LampList *self,
              GArray   *target)
{
  Sync sync = { self, target };

  g_object_ref (self);
  lamp_splice ((gpointer *) (gpointer) self->entries->data, self->entries->len, (gpointer *) (gpointer) target->data,
               target->len, apply_splice, &sync);
  free_entries (target);
  g_object_unref (self);
}

/* Reads everything again. */
void
lamp_list_reload (LampList *self)
{
  if (self->entries != NULL)
    take_entries (self, read_entries (self));
}

static gboolean
belongs (LampList      *self,
         const LampRow *row)
{
  const LampValue *value;

  if (row == NULL)
    return FALSE;
  if (self->field < 0)
    return TRUE;
  value = &row->values[self->field];

  return value->kind == LAMP_VALUE_TEXT && g_strcmp0 (value->text, self->id) == 0;
}

static void
take_key (LampList      *self,
          LampEntry     *entry,
          const LampRow *row)
{
  lamp_value_clear (&entry->key);
  if (self->order >= 0)
    lamp_value_copy (&row->values[self->order], &entry->key);
}

/* Parts the entries into those that stay where they are and those whose place is to be found. */
static gboolean
part (LampList   *self,
      GHashTable *changed,
      GArray     *staying,
      GArray     *placed)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, row;

  for (guint i = 0; i < self->entries->len; i++)
    {
      LampEntry *entry = entry_at (self->entries, i);

      if (!g_hash_table_lookup_extended (changed, entry->id, NULL, &row))
        {
          g_rc_box_acquire (entry);
          g_array_append_val (staying, entry);
          continue;
        }
      g_hash_table_add (seen, entry->id);
      if (!belongs (self, row))
        continue;
      take_key (self, entry, row);
      g_rc_box_acquire (entry);
      g_array_append_val (placed, entry);
    }
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (belongs (self, row) && !g_hash_table_contains (seen, id))
      {
        LampEntry *entry = entry_new (id);

        take_key (self, entry, row);
        g_array_append_val (placed, entry);
      }

  return g_hash_table_size (seen) > 0 || placed->len > 0;
}

/* Merges two ordered arrays, taking over what they hold. */
static GArray *
merge (GArray *left,
       GArray *right)
{
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (LampEntry *), left->len + right->len);
  guint i = 0, j = 0;

  while (i < left->len || j < right->len)
    {
      gboolean take_left = j == right->len
                           || (i < left->len && compare_entries (&g_array_index (left, LampEntry *, i),
                                                                 &g_array_index (right, LampEntry *, j)) < 0);
      LampEntry *entry = take_left ? entry_at (left, i++) : entry_at (right, j++);

      g_array_append_val (merged, entry);
    }
  g_array_unref (left);
  g_array_unref (right);

  return merged;
}

/* Takes in that records of the list's type have changed: id → LampRow, NULL for those that are gone. */
void
lamp_list_update (LampList   *self,
                  GHashTable *changed)
{
  GArray *staying, *placed;

  if (self->entries == NULL)
    return;
  staying = new_entries ();
  placed = new_entries ();
  if (!part (self, changed, staying, placed))
    {
      free_entries (staying);
      free_entries (placed);
      return;
    }
  g_array_sort (placed, compare_entries);
  take_entries (self, merge (staying, placed));
}
