/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-store.h"

#include <glib/gi18n-lib.h>

#include "lamp-file.h"
#include "lamp-refresh.h"
#include "lamp-rows.h"
#include "lamp-steps.h"
#include "lamp-store-private.h"

/**
 * LampStore:
 *
 * One file of a learning community. Reading gives living objects and live lists; every change is a [struct@Edit]
 * that is written in one transaction with its journal, and comes back to objects and lists from there. Undo, redo
 * and imports arrive by the same way.
 *
 * A store belongs to the thread that opened it. Other threads use [struct@Loader], [struct@Cursor] and
 * [func@snapshot_read], each with a connection of its own; so may other programs. What they have written is noticed
 * at the next edit, undo, redo or snapshot, or by [method@Store.reload].
 */
struct _LampStore
{
  GObject parent_instance;

  LampConnection *connection; /* NULL once closed */
  char *path;
  LampClock *clock;
  LampRefresh *refresh;
  gint64 data_version; /* changes when another connection has written */

  char *undo_label; /* NULL: nothing to undo */
  char *redo_label;
};

G_DEFINE_FINAL_TYPE (LampStore, lamp_store, G_TYPE_OBJECT)

typedef enum
{
  PROP_PATH = 1,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
} LampStoreProps;

static GParamSpec *props[PROP_REDO_LABEL + 1];

/**
 * LampStore::changed:
 * @self: the store
 *
 * Records have changed: once after each transaction, when objects and lists already say the new state.
 */
static guint changed_signal;

static void
lamp_store_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  LampStore *self = LAMP_STORE (object);

  switch ((LampStoreProps) property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo_label != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo_label != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->redo_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lamp_store_dispose (GObject *object)
{
  LampStore *self = LAMP_STORE (object);

  lamp_store_close (self, NULL);

  G_OBJECT_CLASS (lamp_store_parent_class)->dispose (object);
}

static void
lamp_store_finalize (GObject *object)
{
  LampStore *self = LAMP_STORE (object);

  lamp_refresh_free (self->refresh);
  g_clear_object (&self->clock);
  g_free (self->path);
  g_free (self->undo_label);
  g_free (self->redo_label);

  G_OBJECT_CLASS (lamp_store_parent_class)->finalize (object);
}

static void
lamp_store_class_init (LampStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = lamp_store_get_property;
  object_class->dispose = lamp_store_dispose;
  object_class->finalize = lamp_store_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  changed_signal = g_signal_new ("changed", LAMP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lamp_store_init (LampStore *self)
{
  self->refresh = lamp_refresh_new ();
}

LampConnection *
lamp_store_get_connection (LampStore *self)
{
  return self->connection;
}

gboolean
lamp_store_check_open (LampStore  *self,
                       GError    **error)
{
  if (self->connection != NULL)
    return TRUE;
  g_set_error (error, LAMP_ERROR, LAMP_ERROR_IO, _("The file has been closed: open it again."));

  return FALSE;
}

static void
set_label (LampStore  *self,
           char      **label,
           const char *to,
           GParamSpec *can,
           GParamSpec *pspec)
{
  gboolean had = *label != NULL;

  if (!g_set_str (label, to))
    return;
  if (had != (to != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), can);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
update_labels (LampStore *self)
{
  g_auto (LampStepInfo) to_undo = { 0 };
  g_auto (LampStepInfo) to_redo = { 0 };

  if (self->connection != NULL)
    {
      lamp_step_find_last (self->connection, FALSE, &to_undo, NULL);
      lamp_step_find_last (self->connection, TRUE, &to_redo, NULL);
    }
  g_object_freeze_notify (G_OBJECT (self));
  set_label (self, &self->undo_label, to_undo.label, props[PROP_CAN_UNDO], props[PROP_UNDO_LABEL]);
  set_label (self, &self->redo_label, to_redo.label, props[PROP_CAN_REDO], props[PROP_REDO_LABEL]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * lamp_store_open:
 * @path: a file in a folder of the program's own, never one that a person picked
 * @flags: how to open it
 * @clock: tells what time it is
 * @error: where to put an error of [error@Error]
 *
 * Opens a file, after checking that it is whole, ours, and of a version that we know; an older one is migrated, after
 * a backup. With %LAMP_STORE_CREATE a missing file is made, with its folder, for its owner alone.
 *
 * Fails with %LAMP_ERROR_NOT_FOUND, %LAMP_ERROR_NOT_OURS, %LAMP_ERROR_NEWER_FILE or %LAMP_ERROR_CORRUPT, and then has
 * left the file as it was.
 *
 * Returns: (transfer full): the store, or %NULL
 */
LampStore *
lamp_store_open (const char      *path,
                 LampStoreFlags   flags,
                 LampClock       *clock,
                 GError         **error)
{
  g_autoptr (LampStore) self = NULL;
  g_autoptr (LampConnection) connection = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (LAMP_IS_CLOCK (clock), NULL);

  connection = lamp_file_open (path, flags, clock, error);
  if (connection == NULL)
    return NULL;
  self = g_object_new (LAMP_TYPE_STORE, NULL);
  self->connection = g_steal_pointer (&connection);
  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);
  lamp_connection_ask (self->connection, "PRAGMA data_version", &self->data_version, NULL);
  update_labels (self);

  return g_steal_pointer (&self);
}

/**
 * lamp_store_close:
 * @self: a store
 * @error: where to put an error of [error@Error]
 *
 * Closes the file, so that all of it stands in one place on the disk. Lists become empty; objects keep what they said.
 * Closing twice is no harm.
 *
 * Returns: whether all is on the disk; the store is closed in either case, and nothing that was committed is lost
 */
gboolean
lamp_store_close (LampStore  *self,
                  GError    **error)
{
  gboolean written;

  g_return_val_if_fail (LAMP_IS_STORE (self), FALSE);

  if (self->connection == NULL)
    return TRUE;
  written = sqlite3_db_readonly (lamp_connection_get_db (self->connection), "main") == 1
            || lamp_connection_exec (self->connection, "PRAGMA wal_checkpoint(TRUNCATE)", error);
  g_clear_pointer (&self->connection, lamp_connection_free);
  lamp_refresh_close (self->refresh);
  update_labels (self);

  return written;
}

/**
 * lamp_store_get_path:
 * @self: a store
 *
 * Returns: (transfer none): the path of its file
 */
const char *
lamp_store_get_path (LampStore *self)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);

  return self->path;
}

/**
 * lamp_store_get_clock:
 * @self: a store
 *
 * Returns: (transfer none): its clock
 */
LampClock *
lamp_store_get_clock (LampStore *self)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);

  return self->clock;
}

static LampRecord *
find (LampStore            *self,
      const LampRecordType *type,
      const char           *id)
{
  LampObjects *objects = lamp_refresh_get_objects (self->refresh);
  LampRecord *record = lamp_objects_get (objects, type, id);
  g_autoptr (GError) error = NULL;
  LampRow *row = NULL;

  if (record != NULL || self->connection == NULL)
    return record;
  if (!lamp_rows_find (self->connection, type, id, &row, &error))
    g_message ("%s", error->message);

  return row != NULL ? lamp_objects_make (objects, row) : NULL;
}

/**
 * lamp_store_find:
 * @self: a store
 * @type: the name of a record type, such as "goals"
 * @id: (nullable): an identifier
 *
 * Gets the object of a record. As long as anybody holds it, the same record gives the same object. A record that was
 * deleted and comes back by undo gets a new one; the old stays deleted.
 *
 * Returns: (transfer full) (nullable): the record, %NULL if there is none
 */
LampRecord *
lamp_store_find (LampStore  *self,
                 const char *type,
                 const char *id)
{
  const LampRecordType *found = lamp_schema_find (type);

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);
  g_return_val_if_fail (found != NULL, NULL);

  return id != NULL ? find (self, found, id) : NULL;
}

/**
 * lamp_store_find_any:
 * @self: a store
 * @id: (nullable): an identifier
 *
 * Gets the record with an identifier, of whatever type: of the first in the order of the exchange format.
 *
 * Returns: (transfer full) (nullable): the record, %NULL if there is none
 */
LampRecord *
lamp_store_find_any (LampStore  *self,
                     const char *id)
{
  LampRecord *record = NULL;

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);

  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL && record == NULL; type++)
    record = id != NULL ? find (self, *type, id) : NULL;

  return record;
}

static GListModel *
make_list (LampStore            *self,
           const LampRecordType *type,
           const char           *field,
           const char           *id)
{
  LampList *list = lamp_list_new (self, type, field, id);

  lamp_refresh_add_list (self->refresh, list);

  return G_LIST_MODEL (list);
}

/**
 * lamp_store_list:
 * @self: a store
 * @type: the name of a record type
 *
 * Gets all records of a type, by its order field and then by identifier; those without an order come last. The list
 * is live: it changes by the smallest splices when the file does. It reads the file when it is first looked at.
 *
 * Returns: (transfer full): a list of [class@Record]
 */
GListModel *
lamp_store_list (LampStore  *self,
                 const char *type)
{
  const LampRecordType *found = lamp_schema_find (type);

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);
  g_return_val_if_fail (found != NULL, NULL);

  return make_list (self, found, NULL, NULL);
}

/**
 * lamp_store_list_by:
 * @self: a store
 * @type: the name of a record type, such as "agenda_items"
 * @field: the name of one of its references, such as "meeting"
 * @id: what the reference names
 *
 * Gets the records that refer to one, as [method@Store.list] does. The file has an index for it.
 *
 * Returns: (transfer full): a list of [class@Record]
 */
GListModel *
lamp_store_list_by (LampStore  *self,
                    const char *type,
                    const char *field,
                    const char *id)
{
  const LampRecordType *found = lamp_schema_find (type);

  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);
  g_return_val_if_fail (found != NULL, NULL);
  g_return_val_if_fail (lamp_record_type_find_field (found, field) >= 0, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return make_list (self, found, field, id);
}

void
lamp_store_forget_list (LampStore *self,
                        LampList  *list)
{
  lamp_refresh_remove_list (self->refresh, list);
}

/**
 * lamp_store_count:
 * @self: a store
 * @type: the name of a record type
 *
 * Returns: how many such records there are
 */
guint64
lamp_store_count (LampStore  *self,
                  const char *type)
{
  const LampRecordType *found = lamp_schema_find (type);
  g_autofree char *sql = NULL;
  gint64 count = 0;

  g_return_val_if_fail (LAMP_IS_STORE (self), 0);
  g_return_val_if_fail (found != NULL, 0);

  sql = g_strdup_printf ("SELECT count(*) FROM \"%s\"", found->name);
  if (self->connection != NULL)
    lamp_connection_ask (self->connection, sql, &count, NULL);

  return (guint64) count;
}

/**
 * lamp_store_snapshot:
 * @self: a store
 * @error: where to put an error of [error@Error]
 *
 * Reads everything, as it stands at one moment.
 *
 * Returns: (transfer full): the snapshot, or %NULL
 */
LampSnapshot *
lamp_store_snapshot (LampStore  *self,
                     GError    **error)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), NULL);

  if (!lamp_store_check_open (self, error))
    return NULL;
  lamp_store_catch_up (self);

  return lamp_connection_snapshot (self->connection, NULL, error);
}

/* Takes in what another connection has written. */
void
lamp_store_catch_up (LampStore *self)
{
  gint64 version;

  if (!lamp_connection_ask (self->connection, "PRAGMA data_version", &version, NULL) || version == self->data_version)
    return;
  self->data_version = version;
  lamp_store_queue_all (self);
  lamp_store_refresh (self);
}

void
lamp_store_queue_step (LampStore *self,
                       gint64     step)
{
  lamp_refresh_queue_step (self->refresh, self->connection, step);
}

void
lamp_store_queue_all (LampStore *self)
{
  lamp_refresh_queue_all (self->refresh);
}

/* Brings objects, lists and labels to what has been queued, and says so. */
void
lamp_store_refresh (LampStore *self)
{
  g_object_ref (self);
  if (self->connection != NULL && lamp_refresh_run (self->refresh, self->connection))
    {
      update_labels (self);
      g_signal_emit (self, changed_signal, 0);
    }
  g_object_unref (self);
}

/**
 * lamp_store_reload:
 * @self: a store
 *
 * Brings objects and lists to what the file says, after another connection (an import) has written.
 */
void
lamp_store_reload (LampStore *self)
{
  g_return_if_fail (LAMP_IS_STORE (self));

  if (self->connection == NULL)
    return;
  lamp_connection_ask (self->connection, "PRAGMA data_version", &self->data_version, NULL);
  lamp_store_queue_all (self);
  lamp_store_refresh (self);
}
