/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-test-file.h"

#include <glib/gstdio.h>

/* 2026-11-22T10:00:00Z */
#define NOW G_GINT64_CONSTANT (1795341600000000)

/* In memory where there is such a place: the store syncs each step, and a disk would be waited for. */
static char *
make_folder (void)
{
  g_autofree char *folder = g_strdup ("/dev/shm/lamp-XXXXXX");
  g_autoptr (GError) error = NULL;

  if (g_mkdtemp (folder) != NULL)
    return g_steal_pointer (&folder);
  g_free (folder);
  folder = g_dir_make_tmp ("lamp-XXXXXX", &error);
  g_assert_no_error (error);

  return g_steal_pointer (&folder);
}

TestFile *
test_file_new (void)
{
  TestFile *self = g_new0 (TestFile, 1);

  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "data", "community.lamplighter", NULL);
  self->clock = lamp_clock_new_fixed (NOW);
  test_file_open (self);

  return self;
}

/* Another file with the same content as one that is closed, and open. */
TestFile *
test_file_copy (TestFile *closed)
{
  TestFile *self = g_new0 (TestFile, 1);
  g_autofree char *content = NULL;
  g_autofree char *folder = NULL;
  gsize length;

  self->folder = make_folder ();
  self->path = g_build_filename (self->folder, "data", "community.lamplighter", NULL);
  self->clock = lamp_clock_new_fixed (lamp_clock_get_utc (closed->clock));
  folder = g_path_get_dirname (self->path);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (closed->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents_full (self->path, content, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  test_file_open (self);

  return self;
}

static void
remove_all (const char *path)
{
  GDir *dir = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

void
test_file_free (TestFile *self)
{
  if (self->store != NULL)
    test_file_close (self);
  remove_all (self->folder);
  g_object_unref (self->clock);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

void
test_file_open (TestFile *self)
{
  g_autoptr (GError) error = NULL;

  self->store = lamp_store_open (self->path, LAMP_STORE_CREATE, self->clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (self->store);
}

void
test_file_close (TestFile *self)
{
  g_autoptr (GError) error = NULL;

  lamp_store_close (self->store, &error);
  g_assert_no_error (error);
  g_clear_object (&self->store);
}

void
test_file_reopen (TestFile *self)
{
  test_file_close (self);
  test_file_open (self);
}

LampRow *
test_row (const char *type,
          const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "created_at", "2026-01-01T00:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-01-01T00:00:00.000Z");

  return row;
}

LampRow *
test_community (const char *id)
{
  LampRow *row = test_row ("communities", id);

  lamp_row_set_text (row, "name", id);
  lamp_row_set_text (row, "kind", "team");

  return row;
}

LampRow *
test_person (const char *id)
{
  LampRow *row = test_row ("people", id);

  lamp_row_set_text (row, "name", id);
  lamp_row_set_text (row, "sector", "educators");
  lamp_row_set_text (row, "wall", "inside");

  return row;
}

/* A goal of the community "c". */
LampRow *
test_goal (const char *id,
           const char *parent)
{
  LampRow *row = test_row ("goals", id);

  lamp_row_set_text (row, "community", "c");
  lamp_row_set_text (row, "level", "team");
  lamp_row_set_text (row, "title", id);
  lamp_row_set_text (row, "parent", parent);

  return row;
}

LampRow *
test_membership (const char *id,
                 const char *community,
                 const char *person)
{
  LampRow *row = test_row ("memberships", id);

  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "person", person);

  return row;
}

static void
commit (LampEdit *edit)
{
  g_autoptr (GError) error = NULL;

  lamp_edit_commit (edit, &error);
  g_assert_no_error (error);
}

void
test_insert (TestFile *self,
             LampRow  *row)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (self->store, "Add");

  lamp_edit_insert (edit, row);
  commit (edit);
}

void
test_set (TestFile   *self,
          const char *type,
          const char *id,
          const char *field,
          const char *text)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (self->store, "Set");
  g_autoptr (LampRecord) record = lamp_store_find (self->store, type, id);

  lamp_edit_set_text (edit, record, field, text);
  commit (edit);
}

void
test_delete (TestFile   *self,
             const char *type,
             const char *id)
{
  g_autoptr (LampEdit) edit = lamp_edit_new (self->store, "Delete");
  g_autoptr (LampRecord) record = lamp_store_find (self->store, type, id);

  lamp_edit_delete (edit, record);
  commit (edit);
}

void
test_undo (TestFile *self)
{
  g_autoptr (GError) error = NULL;

  lamp_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
}

void
test_redo (TestFile *self)
{
  g_autoptr (GError) error = NULL;

  lamp_store_redo (self->store, NULL, &error);
  g_assert_no_error (error);
}

static int
append_row (gpointer   text,
            int        n_columns,
            char     **values,
            char     **names)
{
  for (int i = 0; i < n_columns; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", values[i] != NULL ? values[i] : "NULL");
  g_string_append_c (text, '\n');

  return 0;
}

static void
append_sql (GString    *text,
            sqlite3    *db,
            const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, append_row, text, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* What a query says: rows on lines, values between bars. */
char *
test_sql (const char *path,
          const char *sql)
{
  g_autoptr (GString) text = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  append_sql (text, db, sql);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
test_assert_sql (TestFile   *self,
                 const char *sql,
                 const char *expected)
{
  g_autofree char *found = test_sql (self->path, sql);

  g_assert_cmpstr (g_strchomp (found), ==, expected);
}

/* All records and what was deleted, as text: what an export carries. */
char *
test_dump (const char *path)
{
  g_autoptr (GString) dump = g_string_new (NULL);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  for (const LampRecordType * const *type = lamp_schema_get_types (NULL); *type != NULL; type++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT '%s',* FROM \"%s\" ORDER BY id", (*type)->name, (*type)->name);

      append_sql (dump, db, sql);
    }
  append_sql (dump, db, "SELECT 'deleted',* FROM deleted ORDER BY type, id");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return g_string_free (g_steal_pointer (&dump), FALSE);
}

/* The SHA-256 of a file. */
char *
test_bytes (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}
