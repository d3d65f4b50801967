/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "lamp-bulk.h"
#include "lamp-steps.h"
#include "lamp-store-private.h"

static gboolean
refuse_nothing (gboolean   forward,
                GError   **error)
{
  g_set_error_literal (error, LAMP_ERROR, LAMP_ERROR_NOTHING,
                       forward ? _("There is nothing to redo.") : _("There is nothing to undo."));

  return FALSE;
}

static gboolean
travel_inside (LampStore     *self,
               LampStepInfo  *info,
               gboolean       forward,
               GError       **error)
{
  LampConnection *connection = lamp_store_get_connection (self);

  if (!lamp_step_find_last (connection, forward, info, error))
    return FALSE;
  if (info->step == 0)
    return refuse_nothing (forward, error);

  return lamp_step_replay (connection, info->step, forward, error)
         && lamp_step_mark (connection, info->step, !forward, error);
}

static gboolean
travel_by_journal (LampStore     *self,
                   LampStepInfo  *info,
                   gboolean       forward,
                   GError       **error)
{
  LampConnection *connection = lamp_store_get_connection (self);
  gboolean done;

  /* The journal says all that goes and comes: nothing is to cascade on top of it. */
  if (!lamp_connection_exec (connection, "PRAGMA foreign_keys=OFF", error))
    return FALSE;
  done = lamp_connection_begin (connection, error) && travel_inside (self, info, forward, error)
         && lamp_connection_commit (connection, error);
  lamp_connection_rollback (connection);
  lamp_connection_exec (connection, "PRAGMA foreign_keys=ON", NULL);
  if (done)
    lamp_store_queue_step (self, info->step);

  return done;
}

/* Undoes the last step, or with @forward redoes the first undone one. */
static gboolean
travel (LampStore  *self,
        gboolean    forward,
        char      **label,
        GError    **error)
{
  g_auto (LampStepInfo) info = { 0 };

  if (!lamp_store_check_open (self, error))
    return FALSE;
  lamp_store_catch_up (self);
  if (!lamp_step_find_last (lamp_store_get_connection (self), forward, &info, error))
    return FALSE;
  if (info.step == 0)
    return refuse_nothing (forward, error);
  if (info.before != NULL ? !lamp_bulk_travel (self, &info, forward, error)
                          : !travel_by_journal (self, &info, forward, error))
    return FALSE;
  if (label != NULL)
    *label = g_steal_pointer (&info.label);
  lamp_store_refresh (self);

  return TRUE;
}

/**
 * lamp_store_undo:
 * @self: a store
 * @label: (out) (optional) (transfer full): what was undone
 * @error: where to put an error of [error@Error]
 *
 * Undoes the last step that has not been undone, exactly: times, cascades and the memory of what was deleted
 * included. A large import is undone by going back to the backup that was taken before it.
 *
 * Fails with %LAMP_ERROR_NOTHING, or with %LAMP_ERROR_CONFLICT where something else has changed the records since.
 * Then everything is as it was.
 *
 * Returns: whether it was done
 */
gboolean
lamp_store_undo (LampStore  *self,
                 char      **label,
                 GError    **error)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), FALSE);

  return travel (self, FALSE, label, error);
}

/**
 * lamp_store_redo:
 * @self: a store
 * @label: (out) (optional) (transfer full): what was redone
 * @error: where to put an error of [error@Error]
 *
 * Does again what was undone last, exactly. Fails as [method@Store.undo] does.
 *
 * Returns: whether it was done
 */
gboolean
lamp_store_redo (LampStore  *self,
                 char      **label,
                 GError    **error)
{
  g_return_val_if_fail (LAMP_IS_STORE (self), FALSE);

  return travel (self, TRUE, label, error);
}

/**
 * lamp_step_free:
 * @self: (nullable): a step
 *
 * Frees a step.
 */
void
lamp_step_free (LampStep *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->at);
  g_free (self);
}

static LampStep *
step_from (sqlite3_stmt *statement)
{
  LampStep *step = g_new0 (LampStep, 1);

  step->step = sqlite3_column_int64 (statement, 0);
  step->label = g_strdup (lamp_statement_get_text (statement, 1));
  step->at = g_strdup (lamp_statement_get_text (statement, 2));
  step->undone = sqlite3_column_int (statement, 3) != 0;
  step->n_changes = (guint) sqlite3_column_int64 (statement, 4);

  return step;
}

/**
 * lamp_store_get_history:
 * @self: a store
 * @limit: how many steps at most, 0 for all that are kept
 *
 * Gets what was done, newest first. A thousand steps or 64 MB of journal are kept.
 *
 * Returns: (transfer full) (element-type LampStep): the steps
 */
GPtrArray *
lamp_store_get_history (LampStore *self,
                        guint      limit)
{
  static const char sql[] = "SELECT \"step\",\"label\",\"at\",\"undone\",\"changes\" FROM \"history\" "
                            "ORDER BY \"step\" DESC LIMIT ?1";
  GPtrArray *steps = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_step_free);
  LampConnection *connection;
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean row;

  g_return_val_if_fail (LAMP_IS_STORE (self), steps);

  connection = lamp_store_get_connection (self);
  statement = connection != NULL ? lamp_connection_prepare (connection, sql, NULL) : NULL;
  if (statement == NULL)
    return steps;
  sqlite3_bind_int64 (statement, 1, limit > 0 ? (gint64) limit : -1);
  while (lamp_connection_step (connection, statement, &row, NULL) && row)
    g_ptr_array_add (steps, step_from (statement));

  return steps;
}
