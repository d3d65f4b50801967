/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-refresh.h"

#include "lamp-rows.h"

struct _LampRefresh
{
  LampObjects *objects;
  GPtrArray *lists;     /* of LampList, not owned: each takes itself out */
  GHashTable **pending; /* by type: identifiers whose records have changed */
  guint n_types;
  gboolean all;         /* anything may have changed */
  gboolean running;
};

LampRefresh *
lamp_refresh_new (void)
{
  LampRefresh *self = g_new0 (LampRefresh, 1);

  self->objects = lamp_objects_new ();
  self->lists = g_ptr_array_new ();
  lamp_schema_get_types (&self->n_types);
  self->pending = g_new0 (GHashTable *, self->n_types);

  return self;
}

void
lamp_refresh_free (LampRefresh *self)
{
  for (guint i = 0; i < self->n_types; i++)
    g_clear_pointer (&self->pending[i], g_hash_table_unref);
  g_free (self->pending);
  g_ptr_array_unref (self->lists);
  lamp_objects_free (self->objects);
  g_free (self);
}

LampObjects *
lamp_refresh_get_objects (LampRefresh *self)
{
  return self->objects;
}

void
lamp_refresh_add_list (LampRefresh *self,
                       LampList    *list)
{
  g_ptr_array_add (self->lists, list);
}

void
lamp_refresh_remove_list (LampRefresh *self,
                          LampList    *list)
{
  g_ptr_array_remove_fast (self->lists, list);
}

static GHashTable *
new_changes (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) lamp_row_free);
}

static void
queue (LampRefresh          *self,
       const LampRecordType *type,
       const char           *id)
{
  guint index = lamp_schema_get_index (type);

  if (self->pending[index] == NULL)
    self->pending[index] = new_changes ();
  g_hash_table_insert (self->pending[index], g_strdup (id), NULL);
}

/* Notes which records a step of the journal has changed. */
void
lamp_refresh_queue_step (LampRefresh    *self,
                         LampConnection *connection,
                         gint64          step)
{
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (connection, "SELECT \"type\",\"record\" FROM \"journal\" WHERE \"step\"=?1", NULL);
  gboolean row = statement != NULL;

  self->all = self->all || statement == NULL;
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, step);
  while (row)
    {
      const LampRecordType *type;

      if (!lamp_connection_step (connection, statement, &row, NULL))
        {
          self->all = TRUE;
          return;
        }
      type = row ? lamp_schema_find (lamp_statement_get_text (statement, 0)) : NULL;
      if (type != NULL)
        queue (self, type, lamp_statement_get_text (statement, 1));
    }
}

void
lamp_refresh_queue_all (LampRefresh *self)
{
  self->all = TRUE;
}

/* Lists that a refresh goes through; a handler may let go of any of them. */
static GPtrArray *
hold_lists (LampRefresh          *self,
            const LampRecordType *type)
{
  GPtrArray *held = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->lists->len; i++)
    if (type == NULL || lamp_list_is (self->lists->pdata[i], type))
      g_ptr_array_add (held, g_object_ref (self->lists->pdata[i]));

  return held;
}

/* Reads how the changed records now stand. */
static void
read_changes (LampConnection       *connection,
              const LampRecordType *type,
              GHashTable           *changes)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      LampRow *row = NULL;

      lamp_rows_find (connection, type, id, &row, NULL);
      g_hash_table_iter_replace (&iter, row);
    }
}

static void
update_objects (LampRefresh          *self,
                const LampRecordType *type,
                GHashTable           *changes)
{
  GHashTableIter iter;
  gpointer id, row;

  g_hash_table_iter_init (&iter, changes);
  while (g_hash_table_iter_next (&iter, &id, &row))
    lamp_objects_update (self->objects, type, id, row);
}

/* All objects first, then all lists: whoever is told of a list may look at any object. */
static void
refresh_changes (LampRefresh     *self,
                 LampConnection  *connection,
                 GHashTable     **changes)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint i = 0; i < self->n_types; i++)
    if (changes[i] != NULL)
      read_changes (connection, types[i], changes[i]);
  for (guint i = 0; i < self->n_types; i++)
    if (changes[i] != NULL)
      update_objects (self, types[i], changes[i]);
  for (guint i = 0; i < self->n_types; i++)
    {
      g_autoptr (GPtrArray) lists = changes[i] != NULL ? hold_lists (self, types[i]) : NULL;

      for (guint l = 0; lists != NULL && l < lists->len; l++)
        lamp_list_update (lists->pdata[l], changes[i]);
    }
}

static void
refresh_all (LampRefresh    *self,
             LampConnection *connection)
{
  g_autoptr (GPtrArray) lists = hold_lists (self, NULL);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint i = 0; i < self->n_types; i++)
    {
      g_autoptr (GPtrArray) ids = lamp_objects_list (self->objects, types[i]);

      for (guint j = 0; j < ids->len; j++)
        {
          g_autoptr (LampRow) row = NULL;

          if (lamp_rows_find (connection, types[i], ids->pdata[j], &row, NULL))
            lamp_objects_update (self->objects, types[i], ids->pdata[j], row);
        }
    }
  for (guint i = 0; i < lists->len; i++)
    lamp_list_reload (lists->pdata[i]);
}

static gboolean
run_once (LampRefresh    *self,
          LampConnection *connection)
{
  g_autofree GHashTable **changes = g_steal_pointer (&self->pending);
  gboolean all = self->all;
  gboolean any = all;

  self->pending = g_new0 (GHashTable *, self->n_types);
  self->all = FALSE;
  for (guint i = 0; i < self->n_types; i++)
    any = any || changes[i] != NULL;
  if (all)
    refresh_all (self, connection);
  else if (any)
    refresh_changes (self, connection, changes);
  for (guint i = 0; i < self->n_types; i++)
    g_clear_pointer (&changes[i], g_hash_table_unref);

  return any;
}

/* Brings objects and lists up to date. A handler that edits the file in the middle of it is served when this round
 * is over, so that nobody sees half of a round. Returns whether there was anything to do, to the outermost caller. */
gboolean
lamp_refresh_run (LampRefresh    *self,
                  LampConnection *connection)
{
  gboolean any = FALSE;

  if (self->running)
    return FALSE;
  self->running = TRUE;
  while (run_once (self, connection))
    any = TRUE;
  self->running = FALSE;

  return any;
}

/* The file has been closed: the lists become empty. */
void
lamp_refresh_close (LampRefresh *self)
{
  g_autoptr (GPtrArray) lists = hold_lists (self, NULL);

  for (guint i = 0; i < lists->len; i++)
    lamp_list_reload (lists->pdata[i]);
}
