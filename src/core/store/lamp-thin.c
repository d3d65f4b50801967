/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-thin.h"

#include <string.h>

#include "lamp-backup.h"
#include "lamp-date.h"

/* As Anki does it: the newest of each of the last 12 days, 10 weeks and 9 months in which there are any. And the last
 * few whatever their day, since a bad morning has many. */
#define LATEST 5
#define DAILY 12
#define WEEKLY 10
#define MONTHLY 9

/* What the names of a file's automatic backups start with. */
char *
lamp_thin_get_stem (const char *path)
{
  char *stem = g_path_get_basename (path);
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';

  return stem;
}

/* "STEM.2026-11-22T10-00-00.000Z.REASON.lamplighter" → its day, NULL if the name is not of that shape. */
static const char *
day_of (const char *name,
        const char *stem)
{
  gsize length = strlen (stem);
  GDate day;

  if (!g_str_has_prefix (name, stem) || name[length] != '.' || !g_str_has_suffix (name, ".lamplighter"))
    return NULL;
  if (!lamp_date_parse (name + length + 1, &day))
    return NULL;

  return name + length + 1;
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

static char *
period_of (const char *day,
           guint       kind)
{
  GDate date;

  lamp_date_parse (day, &date);
  if (kind == 0)
    return g_strndup (day, 10);
  if (kind == 2)
    return g_strndup (day, 7);

  return g_strdup_printf ("%u", (g_date_get_julian (&date) - 1) / 7); /* weeks since a Monday */
}

/* Marks the newest backup of each of the last @limit periods. */
static void
keep_newest (GPtrArray  *names,
             const char *stem,
             guint       kind,
             guint       limit,
             GHashTable *kept)
{
  g_autoptr (GHashTable) periods = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len && g_hash_table_size (periods) < limit; i++)
    if (g_hash_table_add (periods, period_of (day_of (names->pdata[i], stem), kind)))
      g_hash_table_add (kept, names->pdata[i]);
}

/* Chooses, among file names, the automatic backups of a file that may go. @needed holds names that undo and redo
 * stand on. Returns: (transfer full) (element-type utf8) */
GPtrArray *
lamp_thin_choose (GPtrArray  *names,
                  const char *stem,
                  GHashTable *needed)
{
  static const guint limits[] = { DAILY, WEEKLY, MONTHLY };
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  g_autoptr (GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *chosen = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < names->len; i++)
    if (day_of (names->pdata[i], stem) != NULL)
      g_ptr_array_add (ours, names->pdata[i]);
  g_ptr_array_sort (ours, newest_first);
  for (guint i = 0; i < ours->len && i < LATEST; i++)
    g_hash_table_add (kept, ours->pdata[i]);
  for (guint kind = 0; kind < G_N_ELEMENTS (limits); kind++)
    keep_newest (ours, stem, kind, limits[kind], kept);
  for (guint i = 0; i < ours->len; i++)
    if (!g_hash_table_contains (kept, ours->pdata[i]) && !g_hash_table_contains (needed, ours->pdata[i]))
      g_ptr_array_add (chosen, g_strdup (ours->pdata[i]));

  return chosen;
}

/* The backups that undo and redo stand on; NULL if they cannot be told. */
static GHashTable *
find_needed (LampConnection *connection)
{
  g_autoptr (GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) statement =
    lamp_connection_prepare (connection, "SELECT \"before\" FROM \"history\" WHERE \"before\" IS NOT NULL UNION "
                                         "SELECT \"after\" FROM \"history\" WHERE \"after\" IS NOT NULL", NULL);
  gboolean row = TRUE;

  while (row)
    {
      if (statement == NULL || !lamp_connection_step (connection, statement, &row, NULL))
        return NULL;
      if (row)
        g_hash_table_add (needed, g_strdup (lamp_statement_get_text (statement, 0)));
    }

  return g_steal_pointer (&needed);
}

static GPtrArray *
list_names (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));

  return names;
}

/* Thins the automatic backups of a connection's file, after @newest was written. */
void
lamp_thin (LampConnection *connection,
           const char     *newest)
{
  g_autofree char *stem = lamp_thin_get_stem (lamp_connection_get_path (connection));
  g_autofree char *folder = g_path_get_dirname (newest);
  g_autofree char *newest_name = g_path_get_basename (newest);
  g_autoptr (GPtrArray) names = list_names (folder);
  g_autoptr (GHashTable) needed = find_needed (connection);
  g_autoptr (GPtrArray) chosen = NULL;

  if (needed == NULL)
    return;
  g_hash_table_add (needed, g_steal_pointer (&newest_name));
  chosen = lamp_thin_choose (names, stem, needed);
  for (guint i = 0; i < chosen->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, chosen->pdata[i], NULL);

      lamp_backup_remove (path);
    }
}
