/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-inspect.h"
#include "lamp-rows.h"
#include "lamp-steps.h"

/* The journal between two large steps must end where the file stands. What has been done ends with its `after`; what
 * has been undone, where nothing done names the record, begins with its `before`. */

static gboolean
read_row_as (LampConnection  *connection,
             const char      *name,
             const char      *record,
             const char      *json,
             gboolean        *agrees,
             GError         **error)
{
  const LampRecordType *type = lamp_schema_find (name);
  g_autoptr (LampRow) said = json != NULL && type != NULL ? lamp_step_parse (type, json) : NULL;
  g_autoptr (LampRow) row = NULL;

  *agrees = FALSE;
  if (type == NULL)
    return TRUE;
  if (!lamp_rows_find (connection, type, record, &row, error))
    return FALSE;
  *agrees = row == NULL ? json == NULL : said != NULL && lamp_row_equal (row, said, TRUE);

  return TRUE;
}

static gboolean
read_deleted_as (LampConnection  *connection,
                 const char      *record,
                 const char      *said,
                 gboolean        *agrees,
                 GError         **error)
{
  g_auto (GStrv) parts = g_strsplit (record, "/", 2);
  g_autofree char *at = NULL;

  *agrees = FALSE;
  if (parts[0] == NULL || parts[1] == NULL)
    return TRUE;
  if (!lamp_deleted_find (connection, parts[0], parts[1], &at, error))
    return FALSE;
  *agrees = g_strcmp0 (at, said) == 0;

  return TRUE;
}

/* Goes through a query for (type, record, JSON). */
static gboolean
compare (LampConnection  *connection,
         const char      *sql,
         GPtrArray       *found,
         GError         **error)
{
  g_autoptr (sqlite3_stmt) statement = lamp_connection_prepare (connection, sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (row)
    {
      const char *name, *record, *said;
      gboolean agrees = TRUE;

      if (!lamp_connection_step (connection, statement, &row, error))
        return FALSE;
      if (!row)
        break;
      name = lamp_statement_get_text (statement, 0);
      record = lamp_statement_get_text (statement, 1);
      said = lamp_statement_get_text (statement, 2);
      if (strcmp (name, "deleted") == 0 ? !read_deleted_as (connection, record, said, &agrees, error)
                                        : !read_row_as (connection, name, record, said, &agrees, error))
        return FALSE;
      if (!agrees)
        g_ptr_array_add (found,
                         g_strdup_printf (_("The history does not know “%s” as it is: it cannot be undone."), record));
    }

  return TRUE;
}

#define DONE_SINCE "(SELECT ifnull(max(\"step\"),0) FROM \"history\" WHERE NOT \"undone\" AND \"before\" IS NOT NULL)"
#define DONE_UNTIL "(SELECT ifnull(max(\"step\"),0) FROM \"history\" WHERE NOT \"undone\")"
#define UNDONE_UNTIL \
  "(SELECT ifnull(min(\"step\"),9223372036854775807) FROM \"history\" WHERE \"undone\" AND \"before\" IS NOT NULL)"
#define IS_DONE "j.\"step\">" DONE_SINCE " AND j.\"step\"<=" DONE_UNTIL

gboolean
lamp_inspect_journal (LampConnection  *connection,
                      GPtrArray       *found,
                      GError         **error)
{
  static const char done[] = "SELECT \"type\",\"record\",\"after\",max(\"seq\") FROM \"journal\" j WHERE " IS_DONE
                             " GROUP BY \"type\",\"record\"";
  static const char undone[] =
    "SELECT \"type\",\"record\",\"before\",min(\"seq\") FROM \"journal\" u WHERE \"step\">" DONE_UNTIL " AND \"step\"<" UNDONE_UNTIL
    " AND (u.\"type\",u.\"record\") NOT IN (SELECT j.\"type\",j.\"record\" FROM \"journal\" j WHERE " IS_DONE ")"
    " GROUP BY \"type\",\"record\"";
  gint64 open_step;

  if (!lamp_connection_ask (connection, "SELECT \"step\" FROM \"state\"", &open_step, error))
    return FALSE;
  if (open_step != 0)
    g_ptr_array_add (found, g_strdup (_("A step of the history was never ended.")));

  return compare (connection, done, found, error) && compare (connection, undone, found, error);
}
