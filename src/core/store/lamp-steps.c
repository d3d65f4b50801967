/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-steps.h"

#include <glib/gi18n-lib.h>

#include "lamp-rows.h"

void
lamp_step_info_clear (LampStepInfo *self)
{
  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
}

static const char forget_undone[] =
  "DELETE FROM \"journal\" WHERE \"step\" IN (SELECT \"step\" FROM \"history\" WHERE \"undone\");"
  "DELETE FROM \"history\" WHERE \"undone\";";

/* Begins a step: what has been undone can no longer be redone, and the triggers write the journal from now on. */
gboolean
lamp_step_begin (LampConnection  *connection,
                 GError         **error)
{
  return lamp_connection_exec (connection, forget_undone, error)
         && lamp_connection_exec (connection, "UPDATE \"state\" SET \"steps\"=\"steps\"+1, \"step\"=\"steps\"+1",
                                  error);
}

/* Forgets the oldest steps when there are too many. */
static gboolean
trim (LampConnection  *connection,
      GError         **error)
{
  g_autofree char *sql = NULL;
  gint64 steps, bytes, oldest;

  if (!lamp_connection_ask (connection, "SELECT count(*) FROM \"history\"", &steps, error)
      || !lamp_connection_ask (connection, "SELECT sum(\"bytes\") FROM \"history\"", &bytes, error))
    return FALSE;
  if (steps <= LAMP_HISTORY_STEPS && bytes <= LAMP_HISTORY_BYTES)
    return TRUE;
  sql = g_strdup_printf (
      "SELECT max(\"step\") FROM (SELECT \"step\", row_number() OVER newest AS n, sum(\"bytes\") OVER newest "
      "AS total FROM \"history\" WINDOW newest AS (ORDER BY \"step\" DESC)) "
      "WHERE n > 1 AND (n > %d OR total > %d)",
      LAMP_HISTORY_STEPS, LAMP_HISTORY_BYTES);
  if (!lamp_connection_ask (connection, sql, &oldest, error))
    return FALSE;
  g_free (sql);
  sql = g_strdup_printf ("DELETE FROM \"journal\" WHERE \"step\"<=%" G_GINT64_FORMAT ";"
                         "DELETE FROM \"history\" WHERE \"step\"<=%" G_GINT64_FORMAT, oldest, oldest);

  return lamp_connection_exec (connection, sql, error);
}

static gboolean
insert_history (LampConnection  *connection,
                const char      *label,
                const char      *at,
                const char      *backup,
                gint64           changes,
                gint64           bytes,
                GError         **error)
{
  sqlite3_stmt *statement =
    lamp_connection_prepare (connection,
                             "INSERT INTO \"history\"(\"step\",\"label\",\"at\",\"before\",\"changes\",\"bytes\") "
                             "VALUES((SELECT \"steps\" FROM \"state\"),?1,?2,?3,?4,?5)",
                             error);

  if (statement == NULL)
    return FALSE;
  lamp_statement_bind_text (statement, 1, label);
  lamp_statement_bind_text (statement, 2, at);
  lamp_statement_bind_text (statement, 3, backup);
  sqlite3_bind_int64 (statement, 4, changes);
  sqlite3_bind_int64 (statement, 5, bytes);

  return lamp_connection_run (connection, statement, error);
}

/* Ends a step. @step is its number, or 0 if nothing changed: then the caller rolls back. */
gboolean
lamp_step_finish (LampConnection  *connection,
                  const char      *label,
                  const char      *at,
                  gint64          *step,
                  GError         **error)
{
  static const char of_step[] = " FROM \"journal\" WHERE \"step\"=(SELECT \"step\" FROM \"state\")";
  g_autofree char *count = g_strconcat ("SELECT count(DISTINCT \"type\"||'/'||\"record\")", of_step,
                                        " AND \"type\"<>'deleted'", NULL);
  g_autofree char *size = g_strconcat ("SELECT sum(ifnull(octet_length(\"before\"),0)+ifnull(octet_length(\"after\"),0))",
                                       of_step, NULL);
  gint64 changes, bytes;

  if (!lamp_connection_ask (connection, "SELECT \"step\" FROM \"state\"", step, error)
      || !lamp_connection_ask (connection, count, &changes, error)
      || !lamp_connection_ask (connection, size, &bytes, error))
    return FALSE;
  if (changes == 0 && bytes == 0)
    {
      *step = 0;
      return TRUE;
    }

  return insert_history (connection, label, at, NULL, changes, bytes, error)
         && lamp_connection_exec (connection, "UPDATE \"state\" SET \"step\"=NULL", error)
         && trim (connection, error);
}

/* Writes a step that is undone by going back to a backup. */
gboolean
lamp_step_record_bulk (LampConnection  *connection,
                       const char      *label,
                       const char      *at,
                       const char      *backup,
                       guint64          changes,
                       GError         **error)
{
  return lamp_step_begin (connection, error)
         && insert_history (connection, label, at, backup, (gint64) changes, 0, error)
         && lamp_connection_exec (connection, "UPDATE \"state\" SET \"step\"=NULL", error)
         && trim (connection, error);
}

/* Finds the step that would be undone next, or with @undone redone. */
gboolean
lamp_step_find_last (LampConnection  *connection,
                     gboolean         undone,
                     LampStepInfo    *info,
                     GError         **error)
{
  static const char to_undo[] = "SELECT \"step\",\"label\",\"before\",\"after\" FROM \"history\" WHERE NOT \"undone\" "
                                "ORDER BY \"step\" DESC LIMIT 1";
  static const char to_redo[] = "SELECT \"step\",\"label\",\"before\",\"after\" FROM \"history\" WHERE \"undone\" "
                                "ORDER BY \"step\" LIMIT 1";
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, undone ? to_redo : to_undo, error);
  gboolean row;

  lamp_step_info_clear (info);
  info->step = 0;
  if (statement == NULL || !lamp_connection_step (connection, statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  info->step = sqlite3_column_int64 (statement, 0);
  info->label = g_strdup (lamp_statement_get_text (statement, 1));
  info->before = g_strdup (lamp_statement_get_text (statement, 2));
  info->after = g_strdup (lamp_statement_get_text (statement, 3));

  return TRUE;
}

gboolean
lamp_step_mark (LampConnection  *connection,
                gint64           step,
                gboolean         undone,
                GError         **error)
{
  sqlite3_stmt *statement =
    lamp_connection_prepare (connection, "UPDATE \"history\" SET \"undone\"=?2 WHERE \"step\"=?1", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step);
  sqlite3_bind_int (statement, 2, undone);

  return lamp_connection_run (connection, statement, error);
}
