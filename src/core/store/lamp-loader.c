/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-loader.h"

#include <glib/gi18n-lib.h>

#include "lamp-backup.h"
#include "lamp-bulk.h"
#include "lamp-file.h"
#include "lamp-loader-private.h"
#include "lamp-sql.h"
#include "lamp-steps.h"

/* Beyond so many rows the journal would cost more than the load: one step then points at a backup. */
#define BULK_ROWS 10000

/* 64 MB of pages: enough for the indexes of half a million rows, little enough for a school's old machine. */
#define BULK_SET_UP "PRAGMA cache_size=-65536"

static gboolean
measure (LampLoader  *self,
         GError     **error)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);
  gint64 any;

  for (guint i = 0; i < self->n_types; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT max(rowid) FROM \"%s\"", types[i]->name);

      if (!lamp_connection_ask (self->connection, sql, &self->loaded[i].last, error))
        return FALSE;
      g_clear_pointer (&self->loaded[i].seen, g_hash_table_unref);
    }
  if (!lamp_connection_ask (self->connection, "SELECT EXISTS (SELECT 1 FROM \"deleted\")", &any, error))
    return FALSE;
  self->any_deleted = any != 0;

  return TRUE;
}

static gboolean
drop_index (LampLoader  *self,
            const char  *type,
            const char  *name,
            GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DROP INDEX \"%s_%s\"", type, name);

  return lamp_connection_exec (self->connection, sql, error);
}

/* Indexes of a table that starts empty are made faster when all rows are in. */
static gboolean
drop_indexes (LampLoader  *self,
              GError     **error)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint i = 0; i < self->n_types; i++)
    {
      if (self->loaded[i].last > 0 || self->loaded[i].unindexed)
        continue;
      self->loaded[i].unindexed = TRUE;
      for (guint f = 0; f < types[i]->n_fields; f++)
        if (types[i]->fields[f].target != NULL && !drop_index (self, types[i]->name, types[i]->fields[f].name, error))
          return FALSE;
    }

  return TRUE;
}

/* A pair may stand twice while a load goes on, if it has parted in the end. */
gboolean
lamp_loader_drop_unique (LampLoader            *self,
                         const LampRecordType  *type,
                         GError               **error)
{
  LampLoaded *loaded = &self->loaded[lamp_schema_get_index (type)];
  g_autofree char *unique = NULL;

  if (loaded->unpaired)
    return TRUE;
  loaded->unpaired = TRUE;
  unique = lamp_sql_unique_index (type);

  return unique == NULL || drop_index (self, type->name, "unique", error);
}

/* Puts the indexes of references back. */
gboolean
lamp_loader_restore_indexes (LampLoader  *self,
                             GError     **error)
{
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint i = 0; i < self->n_types; i++)
    {
      if (!self->loaded[i].unindexed)
        continue;
      self->loaded[i].unindexed = FALSE;
      for (guint f = 0; f < types[i]->n_fields; f++)
        {
          g_autofree char *sql = NULL;

          if (types[i]->fields[f].target == NULL)
            continue;
          sql = lamp_sql_reference_index (types[i], &types[i]->fields[f]);
          if (!lamp_connection_exec (self->connection, sql, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
begin_bulk (LampLoader  *self,
            GError     **error)
{
  self->bulk = TRUE;
  self->backup = lamp_backup_auto (self->connection, self->clock, "import", error);

  return self->backup != NULL
         && lamp_connection_exec (self->connection, BULK_SET_UP, error)
         && lamp_connection_begin (self->connection, error)
         && measure (self, error)
         && lamp_bulk_drop_triggers (self->connection, error)
         && drop_indexes (self, error);
}

static gboolean
begin (LampLoader  *self,
       guint64      expected,
       GError     **error)
{
  /* lamp_loader_check() judges the references, and deletions are carried through by ourselves. */
  if (!lamp_connection_exec (self->connection, "PRAGMA foreign_keys=OFF", error))
    return FALSE;
  if (expected > BULK_ROWS)
    return begin_bulk (self, error);

  return lamp_connection_begin (self->connection, error)
         && measure (self, error)
         && lamp_step_begin (self->connection, error);
}

/**
 * lamp_loader_new:
 * @path: a file, which a store may have open
 * @clock: tells what time it is
 * @label: what Undo will say, translated, such as "Import plan.json"
 * @expected: how many rows will come
 * @error: where to put an error of [error@Error]
 *
 * Begins a load. Until it is committed or freed, nobody else can write to the file.
 *
 * Returns: (transfer full): the loader, or %NULL
 */
LampLoader *
lamp_loader_new (const char  *path,
                 LampClock   *clock,
                 const char  *label,
                 guint64      expected,
                 GError     **error)
{
  g_autoptr (LampLoader) self = NULL;
  LampConnection *connection;

  g_return_val_if_fail (path != NULL && label != NULL, NULL);
  g_return_val_if_fail (LAMP_IS_CLOCK (clock), NULL);

  connection = lamp_file_attach (path, FALSE, error);
  if (connection == NULL)
    return NULL;
  self = g_new0 (LampLoader, 1);
  self->connection = connection;
  self->clock = g_object_ref (clock);
  self->label = g_strdup (label);
  self->now = lamp_clock_dup_instant (clock);
  lamp_schema_get_types (&self->n_types);
  self->loaded = g_new0 (LampLoaded, self->n_types);
  if (!begin (self, expected, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * lamp_loader_free:
 * @self: (nullable): a loader
 *
 * Ends a load. What was not committed has never happened.
 */
void
lamp_loader_free (LampLoader *self)
{
  if (self == NULL)
    return;
  lamp_connection_rollback (self->connection);
  if (self->backup != NULL && !self->committed)
    lamp_backup_remove (self->backup);
  lamp_connection_free (self->connection);
  for (guint i = 0; i < self->n_types; i++)
    {
      g_clear_pointer (&self->loaded[i].seen, g_hash_table_unref);
      lamp_row_free (self->loaded[i].found);
    }
  g_free (self->loaded);
  g_free (self->backup);
  g_free (self->label);
  g_free (self->now);
  g_object_unref (self->clock);
  g_free (self);
}

static gboolean
count_all (LampLoader  *self,
           guint64     *count,
           GError     **error)
{
  *count = 0;
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", (*type)->name);
      gint64 rows;

      if (!lamp_connection_ask (self->connection, sql, &rows, error))
        return FALSE;
      *count += (guint64) rows;
    }

  return TRUE;
}

static gboolean
delete_all (LampLoader  *self,
            GError     **error)
{
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", (*type)->name);

      if (!lamp_connection_exec (self->connection, sql, error))
        return FALSE;
    }

  return lamp_connection_exec (self->connection, "DELETE FROM \"deleted\"", error);
}

/**
 * lamp_loader_clear:
 * @self: a loader that has been given nothing yet
 * @error: where to put an error of [error@Error]
 *
 * Takes everything out first, also the memory of what was deleted: the file will say what the load says.
 *
 * Returns: whether it was done
 */
gboolean
lamp_loader_clear (LampLoader  *self,
                   GError     **error)
{
  guint64 count;

  g_return_val_if_fail (self != NULL && self->changes == 0, FALSE);

  if (!count_all (self, &count, error))
    return FALSE;
  if (!self->bulk && count > BULK_ROWS)
    {
      lamp_connection_rollback (self->connection);
      if (!begin_bulk (self, error))
        return FALSE;
    }
  self->changes += count;

  return delete_all (self, error) && measure (self, error) && (!self->bulk || drop_indexes (self, error));
}

static gboolean
finish (LampLoader  *self,
        gint64      *step,
        GError     **error)
{
  g_autofree char *backup = NULL;

  *step = 0;
  if (!self->bulk)
    return lamp_step_finish (self->connection, self->label, self->now, step, error);
  if (self->changes == 0)
    return TRUE;
  *step = 1;
  backup = g_path_get_basename (self->backup);

  return lamp_bulk_add_triggers (self->connection, error)
         && lamp_step_record_bulk (self->connection, self->label, self->now, backup, self->changes, error);
}

static gboolean
refuse_unsound (GPtrArray  *broken,
                GError    **error)
{
  LampBroken *first = broken->pdata[0];

  g_set_error (error, LAMP_ERROR, first->code,
               /* Translators: the kind of record, its identifier, a field's label, what it holds */
               _("The %s “%s” cannot have “%s” in “%s”, so nothing was written."),
               lamp_record_type_get_singular (first->type), first->id, first->value,
               lamp_field_get_label (&first->type->fields[first->field]));

  return FALSE;
}

/**
 * lamp_loader_commit:
 * @self: a loader
 * @error: where to put an error of [error@Error]
 *
 * Writes all that has been put, as one step of the history. Rows that have not been checked with
 * [method@Loader.check] are checked first; if they break a rule nothing is written.
 *
 * Returns: whether it was done
 */
gboolean
lamp_loader_commit (LampLoader  *self,
                    GError     **error)
{
  gint64 step;

  g_return_val_if_fail (self != NULL && !self->committed, FALSE);

  if (!self->checked)
    {
      g_autoptr (GPtrArray) broken = NULL;

      if (!lamp_loader_check (self, 1, &broken, error))
        return FALSE;
      if (broken->len > 0)
        return refuse_unsound (broken, error);
    }
  if (!finish (self, &step, error))
    return FALSE;
  if (step == 0) /* nothing new: the file stays as it is, to the byte */
    {
      lamp_connection_rollback (self->connection);
      return TRUE;
    }
  self->committed = lamp_connection_commit (self->connection, error);

  return self->committed;
}

/**
 * lamp_loader_get_backup:
 * @self: a loader
 *
 * Returns: (transfer none) (nullable): the backup that was taken before a large load, once it is committed; %NULL where
 *   the journal holds it all, or nothing has changed
 */
const char *
lamp_loader_get_backup (LampLoader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->committed ? self->backup : NULL;
}
