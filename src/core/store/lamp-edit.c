/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-edit.h"

#include <glib/gi18n-lib.h>

#include "lamp-id.h"
#include "lamp-relations.h"
#include "lamp-rows.h"
#include "lamp-steps.h"
#include "lamp-store-private.h"

typedef enum
{
  OPERATION_INSERT = 1,
  OPERATION_REPLACE,
  OPERATION_SET,
  OPERATION_DELETE,
} OperationKind;

typedef struct
{
  OperationKind kind;
  LampRow *row;   /* the identifier and the values */
  gboolean *set;  /* for SET: which of the values are meant */
  char *title;    /* what to call the record in a sentence */
} Operation;

struct _LampEdit
{
  LampStore *store;
  char *label;
  GPtrArray *operations;
};

static void
operation_free (gpointer data)
{
  Operation *operation = data;

  lamp_row_free (operation->row);
  g_free (operation->set);
  g_free (operation->title);
  g_free (operation);
}

/**
 * lamp_edit_new:
 * @store: the store to change
 * @label: what Undo will say, translated, such as "Move Goal"
 *
 * Begins a change.
 *
 * Returns: (transfer full): the change, empty
 */
LampEdit *
lamp_edit_new (LampStore  *store,
               const char *label)
{
  LampEdit *self;

  g_return_val_if_fail (LAMP_IS_STORE (store), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  self = g_new0 (LampEdit, 1);
  self->store = g_object_ref (store);
  self->label = g_strdup (label);
  self->operations = g_ptr_array_new_with_free_func (operation_free);

  return self;
}

/**
 * lamp_edit_free:
 * @self: (nullable): a change
 *
 * Lets go of a change. What was not committed has never happened.
 */
void
lamp_edit_free (LampEdit *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->operations);
  g_object_unref (self->store);
  g_free (self->label);
  g_free (self);
}

/**
 * lamp_edit_get_store:
 * @self: a change
 *
 * Returns: (transfer none): the store that it changes
 */
LampStore *
lamp_edit_get_store (LampEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->store;
}

/**
 * lamp_edit_get_label:
 * @self: a change
 *
 * Returns: (transfer none): what Undo will say
 */
const char *
lamp_edit_get_label (LampEdit *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

/**
 * lamp_edit_is_empty:
 * @self: a change
 *
 * Returns: whether nothing has been asked for
 */
gboolean
lamp_edit_is_empty (LampEdit *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->operations->len == 0;
}

static Operation *
add_operation (LampEdit      *self,
               OperationKind  kind,
               LampRow       *row)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->kind = kind;
  operation->row = row;
  g_ptr_array_add (self->operations, operation);

  return operation;
}

/**
 * lamp_edit_insert:
 * @self: a change
 * @row: (transfer full): the new record's values; the store sets its times
 *
 * Adds a record. Without an identifier it gets a new one. Defaults are not filled in: see [method@Row.set_defaults].
 *
 * Returns: (transfer none): the identifier, as long as the change is kept
 */
const char *
lamp_edit_insert (LampEdit *self,
                  LampRow  *row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  if (lamp_row_get_id (row) == NULL)
    {
      g_autofree char *id = lamp_id_new (lamp_store_get_clock (self->store));

      lamp_row_set_text (row, "id", id);
    }
  add_operation (self, OPERATION_INSERT, row);

  return lamp_row_get_id (row);
}

/**
 * lamp_edit_replace:
 * @self: a change
 * @row: (transfer full): an identifier and all values; those that are absent are cleared
 *
 * Gives the record of that identifier these values. The store sets its times.
 */
void
lamp_edit_replace (LampEdit *self,
                   LampRow  *row)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (row != NULL && lamp_row_get_id (row) != NULL);

  add_operation (self, OPERATION_REPLACE, row);
}

static LampRow *
row_for (LampRecord *record)
{
  LampRow *row = lamp_row_new (lamp_record_get_record_type (record));

  lamp_row_set_text (row, "id", lamp_record_get_id (record));

  return row;
}

/* Settings of one record in a row are one operation. */
static Operation *
operation_to_set (LampEdit   *self,
                  LampRecord *record)
{
  Operation *last = self->operations->len > 0 ? self->operations->pdata[self->operations->len - 1] : NULL;

  if (last == NULL || last->kind != OPERATION_SET || last->row->type != lamp_record_get_record_type (record)
      || g_strcmp0 (lamp_row_get_id (last->row), lamp_record_get_id (record)) != 0)
    {
      last = add_operation (self, OPERATION_SET, row_for (record));
      last->set = g_new0 (gboolean, last->row->type->n_fields);
      last->title = g_strdup (lamp_record_get_title (record));
    }

  return last;
}

static LampRow *
row_to_set (LampEdit   *self,
            LampRecord *record,
            const char *field)
{
  Operation *operation;
  int index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (LAMP_IS_RECORD (record), NULL);
  index = lamp_record_type_find_field (lamp_record_get_record_type (record), field);
  g_return_val_if_fail (index > 0, NULL);

  operation = operation_to_set (self, record);
  operation->set[index] = TRUE;

  return operation->row;
}

/**
 * lamp_edit_set_text:
 * @self: a change
 * @record: the record to change
 * @field: the name of a field that holds text
 * @text: (nullable): its new text; %NULL clears it
 *
 * Sets one field of a record; the others stay, even if something else changes them meanwhile.
 */
void
lamp_edit_set_text (LampEdit   *self,
                    LampRecord *record,
                    const char *field,
                    const char *text)
{
  LampRow *row = row_to_set (self, record, field);

  if (row != NULL)
    lamp_row_set_text (row, field, text);
}

/**
 * lamp_edit_set_integer:
 * @self: a change
 * @record: the record to change
 * @field: the name of an integer or boolean field
 * @integer: its new value
 *
 * Sets one field of a record.
 */
void
lamp_edit_set_integer (LampEdit   *self,
                       LampRecord *record,
                       const char *field,
                       gint64      integer)
{
  LampRow *row = row_to_set (self, record, field);

  if (row != NULL)
    lamp_row_set_integer (row, field, integer);
}

/**
 * lamp_edit_set_real:
 * @self: a change
 * @record: the record to change
 * @field: the name of a field that holds a number
 * @real: its new value, finite
 *
 * Sets one field of a record.
 */
void
lamp_edit_set_real (LampEdit   *self,
                    LampRecord *record,
                    const char *field,
                    double      real)
{
  LampRow *row = row_to_set (self, record, field);

  if (row != NULL)
    lamp_row_set_real (row, field, real);
}

/**
 * lamp_edit_unset:
 * @self: a change
 * @record: the record to change
 * @field: the name of a field
 *
 * Clears one field of a record.
 */
void
lamp_edit_unset (LampEdit   *self,
                 LampRecord *record,
                 const char *field)
{
  LampRow *row = row_to_set (self, record, field);

  if (row != NULL)
    lamp_row_unset (row, field);
}

/**
 * lamp_edit_delete:
 * @self: a change
 * @record: the record to delete
 *
 * Deletes a record. What cannot stand without it goes too; other references to it are emptied.
 */
void
lamp_edit_delete (LampEdit   *self,
                  LampRecord *record)
{
  Operation *operation;

  g_return_if_fail (self != NULL);
  g_return_if_fail (LAMP_IS_RECORD (record));

  operation = add_operation (self, OPERATION_DELETE, row_for (record));
  operation->title = g_strdup (lamp_record_get_title (record));
}

static gboolean
refuse_gone (const Operation  *operation,
             GError          **error)
{
  const char *title = operation->title != NULL ? operation->title : lamp_row_get_title (operation->row);

  g_set_error (error, LAMP_ERROR, LAMP_ERROR_CONFLICT,
               /* Translators: the kind of record, its title */
               _("The %s “%s” has been deleted meanwhile, so nothing was changed."),
               lamp_record_type_get_singular (operation->row->type), title);

  return FALSE;
}

static gboolean
insert (LampChange       *change,
        const Operation  *operation,
        const LampRow    *before,
        GError          **error)
{
  g_autoptr (LampRow) row = lamp_row_copy (operation->row);

  if (before != NULL)
    {
      g_set_error (error, LAMP_ERROR, LAMP_ERROR_DUPLICATE_ID,
                   /* Translators: the kind of record, its identifier */
                   _("There is a %s with the identifier “%s” already: give it another."),
                   lamp_record_type_get_singular (row->type), lamp_row_get_id (row));
      return FALSE;
    }
  lamp_row_set_times (row, change->now, change->now);

  return lamp_row_validate (row, NULL, error) && lamp_change_insert (change, row, error);
}

static LampRow *
values_after (const Operation *operation,
              const LampRow   *before)
{
  LampRow *row = lamp_row_copy (operation->kind == OPERATION_SET ? before : operation->row);

  for (guint i = 0; operation->kind == OPERATION_SET && i < row->type->n_fields; i++)
    if (operation->set[i])
      {
        lamp_value_clear (&row->values[i]);
        lamp_value_copy (&operation->row->values[i], &row->values[i]);
      }
  lamp_row_set_times (row, lamp_row_get_created (before), lamp_row_get_modified (before));

  return row;
}

static gboolean
update (LampChange       *change,
        const Operation  *operation,
        const LampRow    *before,
        GError          **error)
{
  g_autoptr (LampRow) row = values_after (operation, before);

  if (!lamp_row_validate (row, NULL, error))
    return FALSE;

  return lamp_row_equal (row, before, FALSE) || lamp_change_update (change, row, before, error);
}

static gboolean
perform (LampChange       *change,
         const Operation  *operation,
         GError          **error)
{
  g_autoptr (LampRow) before = NULL;

  if (!lamp_rows_find (change->connection, operation->row->type, lamp_row_get_id (operation->row), &before, error))
    return FALSE;
  if (operation->kind == OPERATION_INSERT)
    return insert (change, operation, before, error);
  if (before == NULL)
    return refuse_gone (operation, error);
  if (operation->kind == OPERATION_DELETE)
    return lamp_change_delete (change, before, error);

  return update (change, operation, before, error);
}

/* What was written must also hold together: references, chains of parents. */
static gboolean
check_touched (LampChange  *change,
               GError     **error)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, change->touched);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_auto (GStrv) parts = g_strsplit (key, "/", 2);
      g_autoptr (LampRow) row = NULL;

      if (!lamp_rows_find (change->connection, lamp_schema_find (parts[0]), parts[1], &row, error))
        return FALSE;
      if (row != NULL && !lamp_relations_check (change->connection, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
perform_all (LampEdit    *self,
             LampChange  *change,
             gint64      *step,
             GError     **error)
{
  if (!lamp_step_begin (change->connection, error))
    return FALSE;
  for (guint i = 0; i < self->operations->len; i++)
    if (!perform (change, self->operations->pdata[i], error))
      return FALSE;

  return check_touched (change, error) && lamp_step_finish (change->connection, self->label, change->now, step, error);
}

/**
 * lamp_edit_commit:
 * @self: a change
 * @error: where to put an error of [error@Error]
 *
 * Does all of it in one transaction, or nothing. Each record that was changed gets a later `modified_at`. When it
 * returns, objects and lists say the new state and [signal@Store::changed] has been emitted (except from within a
 * handler of such a change: then it comes when that one is over). A change that changes nothing leaves no step.
 *
 * Returns: whether it was done
 */
gboolean
lamp_edit_commit (LampEdit  *self,
                  GError   **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *now = NULL;
  LampChange change;
  gint64 step = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (!lamp_store_check_open (self->store, error))
    return FALSE;
  lamp_store_catch_up (self->store);
  now = lamp_clock_dup_instant (lamp_store_get_clock (self->store));
  change = (LampChange) { lamp_store_get_connection (self->store), now, touched };
  if (!lamp_connection_begin (change.connection, error))
    return FALSE;
  if (!perform_all (self, &change, &step, error))
    {
      lamp_connection_rollback (change.connection);
      return FALSE;
    }
  if (step == 0)
    {
      lamp_connection_rollback (change.connection);
      return TRUE;
    }
  if (!lamp_connection_commit (change.connection, error))
    return FALSE;
  lamp_store_queue_step (self->store, step);
  lamp_store_refresh (self->store);

  return TRUE;
}
