/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-migrate.h"

#include "lamp-backup.h"
#include "lamp-file.h"
#include "lamp-sql.h"

/* One entry for each version after the first, never edited once released. A migration writes out its own SQL: what
 * lamp-sql.c says belongs to the newest version. */
static const LampMigration released[] = {
  { 1, NULL },
};

static gboolean
run_all (LampConnection  *connection,
         GPtrArray       *statements,
         GError         **error)
{
  for (guint i = 0; i < statements->len; i++)
    if (!lamp_connection_exec (connection, statements->pdata[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
set_version (LampConnection  *connection,
             int              version,
             GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version=%d", version);

  return lamp_connection_exec (connection, sql, error);
}

static gboolean
create (LampConnection  *connection,
        GError         **error)
{
  g_autoptr (GPtrArray) statements = lamp_sql_schema ();
  g_autofree char *identify = g_strdup_printf ("PRAGMA application_id=%d", LAMP_APPLICATION_ID);

  return lamp_connection_exec (connection, identify, error)
         && run_all (connection, statements, error)
         && lamp_connection_exec (connection, "INSERT INTO \"state\" VALUES(1,NULL,0,0)", error)
         && set_version (connection, LAMP_SCHEMA_VERSION, error);
}

/* Makes the tables of a new, empty file. */
gboolean
lamp_migrate_create (LampConnection  *connection,
                     GError         **error)
{
  if (!lamp_connection_exec (connection, "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (create (connection, error))
    return lamp_connection_commit (connection, error);
  lamp_connection_rollback (connection);

  return FALSE;
}

static gboolean
migrate_one (LampConnection       *connection,
             const LampMigration  *migration,
             GError              **error)
{
  if (!lamp_connection_exec (connection, "BEGIN EXCLUSIVE", error))
    return FALSE;
  if (!migration->migrate (connection, error) || !set_version (connection, migration->to, error))
    {
      lamp_connection_rollback (connection);
      return FALSE;
    }

  return lamp_connection_commit (connection, error);
}

/* Brings a file up by @migrations, each in a transaction of its own, after a backup. */
gboolean
lamp_migrate_by (LampConnection       *connection,
                 const LampMigration  *migrations,
                 gsize                 n_migrations,
                 LampClock            *clock,
                 GError              **error)
{
  gint64 version;
  g_autofree char *backup = NULL;

  if (!lamp_connection_ask (connection, "PRAGMA user_version", &version, error))
    return FALSE;
  for (gsize i = 0; i < n_migrations; i++)
    {
      if (migrations[i].to <= version || migrations[i].migrate == NULL)
        continue;
      if (backup == NULL)
        backup = lamp_backup_auto (connection, clock, "migration", error);
      if (backup == NULL || !migrate_one (connection, &migrations[i], error))
        return FALSE;
    }
  lamp_connection_forget (connection);

  return TRUE;
}

/* Brings a file up to LAMP_SCHEMA_VERSION. */
gboolean
lamp_migrate (LampConnection  *connection,
              LampClock       *clock,
              GError         **error)
{
  return lamp_migrate_by (connection, released, G_N_ELEMENTS (released), clock, error);
}
