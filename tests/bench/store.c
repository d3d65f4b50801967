/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "lamp-edit.h"
#include "lamp-store.h"

/* store FILE: one edit through the store against the same UPDATE in a bare transaction of the same durability on a copy
 * of the file, with the journal asleep; and a search against reading every goal's title. The two sides of a pair take
 * turns. Prints `NAME ours theirs`, medians in microseconds. FILE is written to. */

#define ROUNDS 201
#define WARM_UP 10

typedef struct
{
  LampStore *store;
  GListModel *goals;
  sqlite3 *bare;
  sqlite3_stmt *update;
  sqlite3_stmt *scan;
} Bench;

static void
check (gboolean      good,
       const GError *error)
{
  if (good)
    return;
  fprintf (stderr, "store: %s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK)
    return;
  fprintf (stderr, "store: %s: %s\n", sql, sqlite3_errmsg (db));
  exit (1);
}

static char *
dup_title (guint round)
{
  return g_strdup_printf ("Every reader in grade 3 reads daily, take %u", round);
}

static void
edit_through_the_store (Bench *bench,
                        guint  round)
{
  g_autoptr (LampRecord) goal = g_list_model_get_item (bench->goals, round % g_list_model_get_n_items (bench->goals));
  g_autoptr (LampEdit) edit = lamp_edit_new (bench->store, "Rename Goal");
  g_autofree char *title = dup_title (round);
  g_autoptr (GError) error = NULL;

  lamp_edit_set_text (edit, goal, "title", title);
  check (lamp_edit_commit (edit, &error), error);
}

static void
edit_bare (Bench *bench,
           guint  round)
{
  g_autoptr (LampRecord) goal = g_list_model_get_item (bench->goals, round % g_list_model_get_n_items (bench->goals));
  g_autofree char *title = dup_title (round);

  run (bench->bare, "BEGIN IMMEDIATE");
  sqlite3_bind_text (bench->update, 1, title, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (bench->update, 2, lamp_record_get_id (goal), -1, SQLITE_TRANSIENT);
  check (sqlite3_step (bench->update) == SQLITE_DONE && sqlite3_changes (bench->bare) == 1, NULL);
  sqlite3_reset (bench->update);
  run (bench->bare, "COMMIT");
}

static void
search_the_index (Bench *bench,
                  guint  round)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = lamp_store_search (bench->store, round % 2 ? "read" : "math grade", 50, &error);

  check (hits != NULL, error);
}

static void
search_by_reading_all (Bench *bench,
                       guint  round)
{
  sqlite3_bind_text (bench->scan, 1, round % 2 ? "%read%" : "%math%", -1, SQLITE_STATIC);
  while (sqlite3_step (bench->scan) == SQLITE_ROW)
    ;
  sqlite3_reset (bench->scan);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static gint64
median (gint64 *times,
        guint   n)
{
  qsort (times, n, sizeof (gint64), compare);

  return times[n / 2];
}

static gint64
time_one (Bench *bench,
          void (*work) (Bench *, guint),
          guint round)
{
  gint64 start = g_get_monotonic_time ();

  work (bench, round);

  return g_get_monotonic_time () - start;
}

static void
compare_two (Bench      *bench,
             const char *name,
             void      (*ours) (Bench *, guint),
             void      (*theirs) (Bench *, guint))
{
  gint64 our_times[ROUNDS];
  gint64 their_times[ROUNDS];

  for (guint round = 0; round < ROUNDS + WARM_UP; round++)
    {
      gint64 our_time = time_one (bench, ours, round);
      gint64 their_time = time_one (bench, theirs, round);

      if (round < WARM_UP)
        continue;
      our_times[round - WARM_UP] = our_time;
      their_times[round - WARM_UP] = their_time;
    }
  printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", name, median (our_times, ROUNDS),
          median (their_times, ROUNDS));
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    run (db, sql);

  return statement;
}

static sqlite3 *
open_copy (const char *path)
{
  g_autofree char *copy = g_strconcat (path, ".copy", NULL);
  sqlite3_stmt *vacuum = NULL;
  sqlite3 *db = NULL;

  remove (copy);
  check (sqlite3_open (path, &db) == SQLITE_OK, NULL);
  vacuum = prepare (db, "VACUUM INTO ?1");
  sqlite3_bind_text (vacuum, 1, copy, -1, SQLITE_STATIC);
  check (sqlite3_step (vacuum) == SQLITE_DONE, NULL);
  sqlite3_finalize (vacuum);
  sqlite3_close (db);
  check (sqlite3_open (copy, &db) == SQLITE_OK, NULL);
  run (db, "PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON");

  return db;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LampClock) clock = lamp_clock_new_system ();
  Bench bench = { 0 };

  check (argc == 2, NULL);
  bench.bare = open_copy (argv[1]);
  bench.update = prepare (bench.bare, "UPDATE goals SET title = ?1, modified_at = '2026-11-22T10:00:00.000Z' WHERE id = ?2");
  bench.scan = prepare (bench.bare, "SELECT id, title FROM goals WHERE title LIKE ?1 OR why LIKE ?1");
  bench.store = lamp_store_open (argv[1], LAMP_STORE_NONE, clock, &error);
  check (bench.store != NULL, error);
  bench.goals = lamp_store_list (bench.store, "goals");
  compare_two (&bench, "edit", edit_through_the_store, edit_bare);
  compare_two (&bench, "search", search_the_index, search_by_reading_all);

  return 0;
}
