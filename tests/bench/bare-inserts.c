/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

/* bare-inserts SOURCE NEW: the rows of every record table of SOURCE, read into memory first, are written into the same
 * tables and indexes of NEW by prepared statements in one transaction, with the same durability. Nothing is checked but
 * what SQLite checks. Prints the milliseconds from BEGIN to after COMMIT. */

typedef struct
{
  int kind;
  gint64 integer;
  double real;
  char *text;
} Cell;

typedef struct
{
  char *name;
  int n_columns;
  GArray *cells;
} Table;

static void
fail (sqlite3    *db,
      const char *what)
{
  fprintf (stderr, "bare-inserts: %s: %s\n", what, sqlite3_errmsg (db));
  exit (1);
}

static void
run (sqlite3    *db,
     const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail (db, sql);
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    fail (db, sql);

  return statement;
}

static void
read_cell (sqlite3_stmt *statement,
           int           column,
           GStringChunk *texts,
           Cell         *cell)
{
  cell->kind = sqlite3_column_type (statement, column);
  if (cell->kind == SQLITE_INTEGER)
    cell->integer = sqlite3_column_int64 (statement, column);
  else if (cell->kind == SQLITE_FLOAT)
    cell->real = sqlite3_column_double (statement, column);
  else if (cell->kind != SQLITE_NULL)
    cell->text = g_string_chunk_insert (texts, (const char *) sqlite3_column_text (statement, column));
}

static Table
read_table (sqlite3      *db,
            const char   *name,
            GStringChunk *texts)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY rowid", name);
  sqlite3_stmt *statement = prepare (db, sql);
  Table table = { g_strdup (name), sqlite3_column_count (statement), g_array_new (FALSE, TRUE, sizeof (Cell)) };

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int column = 0; column < table.n_columns; column++)
      {
        Cell cell = { 0 };

        read_cell (statement, column, texts, &cell);
        g_array_append_val (table.cells, cell);
      }
  sqlite3_finalize (statement);

  return table;
}

/* The tables that hold records are those that say when a record was modified. */
#define RECORD_TABLES "(SELECT s.name FROM sqlite_schema s, pragma_table_info (s.name) c " \
                      "WHERE s.type = 'table' AND s.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name = 'modified_at')"

static GArray *
read_all (sqlite3      *db,
          GStringChunk *texts)
{
  GArray *tables = g_array_new (FALSE, FALSE, sizeof (Table));
  sqlite3_stmt *names = prepare (db, "SELECT name FROM " RECORD_TABLES);

  while (sqlite3_step (names) == SQLITE_ROW)
    {
      Table table = read_table (db, (const char *) sqlite3_column_text (names, 0), texts);

      g_array_append_val (tables, table);
    }
  sqlite3_finalize (names);

  return tables;
}

static void
copy_schema (sqlite3 *from,
             sqlite3 *to)
{
  sqlite3_stmt *made = prepare (from, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type IN ('table', 'index') "
                                      "AND tbl_name IN " RECORD_TABLES " ORDER BY type DESC");

  while (sqlite3_step (made) == SQLITE_ROW)
    run (to, (const char *) sqlite3_column_text (made, 0));
  sqlite3_finalize (made);
}

static void
bind_cell (sqlite3_stmt *statement,
           int           parameter,
           const Cell   *cell)
{
  if (cell->kind == SQLITE_INTEGER)
    sqlite3_bind_int64 (statement, parameter, cell->integer);
  else if (cell->kind == SQLITE_FLOAT)
    sqlite3_bind_double (statement, parameter, cell->real);
  else if (cell->kind == SQLITE_NULL)
    sqlite3_bind_null (statement, parameter);
  else
    sqlite3_bind_text (statement, parameter, cell->text, -1, SQLITE_STATIC);
}

static void
write_table (sqlite3     *db,
             const Table *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  sqlite3_stmt *insert = NULL;

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", table->name);
  for (int column = 1; column < table->n_columns; column++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  insert = prepare (db, sql->str);
  for (guint at = 0; at < table->cells->len; at += (guint) table->n_columns)
    {
      for (int column = 0; column < table->n_columns; column++)
        bind_cell (insert, column + 1, &g_array_index (table->cells, Cell, at + (guint) column));
      if (sqlite3_step (insert) != SQLITE_DONE)
        fail (db, table->name);
      sqlite3_reset (insert);
    }
  sqlite3_finalize (insert);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (1 << 20);
  GArray *tables = NULL;
  sqlite3 *from = NULL;
  sqlite3 *to = NULL;
  guint64 rows = 0;
  gint64 start;

  if (argc != 3 || sqlite3_open_v2 (argv[1], &from, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_open (argv[2], &to) != SQLITE_OK)
    fail (from, "usage: bare-inserts SOURCE NEW");
  tables = read_all (from, texts);
  run (to, "PRAGMA synchronous=FULL; PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON");
  copy_schema (from, to);

  start = g_get_monotonic_time ();
  run (to, "BEGIN; PRAGMA defer_foreign_keys=ON");
  for (guint i = 0; i < tables->len; i++)
    {
      const Table *table = &g_array_index (tables, Table, i);

      write_table (to, table);
      rows += table->cells->len / (guint) table->n_columns;
    }
  run (to, "COMMIT");
  printf ("%.1f\n", (g_get_monotonic_time () - start) / 1000.0);
  fprintf (stderr, "bare-inserts: %" G_GUINT64_FORMAT " rows\n", rows);
  sqlite3_close (from);
  sqlite3_close (to);

  return 0;
}
