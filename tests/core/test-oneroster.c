/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "lamp-import.h"
#include "lamp-oneroster.h"
#include "lamp-source.h"
#include "lamp-store.h"

typedef struct
{
  LampClock *clock;
  char *path;
  GFile *folder;
} Fixture;

/* A roster with the defects that real ones have: a byte order mark, a column named twice, someone who has left,
 * someone in two schools, a child alone in a grade, a family, a school that nobody listed. */
static const char orgs_csv[] = "\xef\xbb\xbf" "sourcedId,status,name,type,parentSourcedId\n"
                               "d,,Example District,district,\n"
                               "s1,,\"North \"\"Hill\"\" School\",school,d\n"
                               "s2,active,South School,school,nowhere\n"
                               "s3,tobedeleted,Closed School,school,d\n";
static const char users_csv[] = "sourcedId,status,enabledUser,orgs,role,givenName,familyName,role,email,phone,grades\n"
                                "1,,TRUE,s1,teacher,Ana,Ruiz,,ana@example.org,,\n"
                                "2,,TRUE,\"s1,s2\",administrator,Bo,,,,555,\n"
                                "3,,TRUE,s1,student,Secret,Pupil,,secret@example.org,,3\n"
                                "4,,TRUE,s1,student,Hidden,Pupil,,,,3\n"
                                "5,,TRUE,s1,student,Alone,Pupil,,,,4\n"
                                "6,,TRUE,s1,student,Sole,Pupil,,,,5\n"
                                "7,,TRUE,s2,student,Only,Pupil,,,,5\n"
                                "8,,FALSE,s1,teacher,Gone,Teacher,,,,\n"
                                "9,,TRUE,s1,guardian,Some,Parent,,,,\n"
                                "10,,TRUE,s9,teacher,\"Tom & <b>Jerry</b>\",,,,,\n";

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = lamp_clock_new_fixed (G_GINT64_CONSTANT (1795255200000000));
  fixture->path = g_dir_make_tmp ("lamp-oneroster-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  write_file (fixture, "orgs.csv", orgs_csv);
  write_file (fixture, "users.csv", users_csv);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const names[] = { "orgs.csv", "users.csv" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->path, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->path);
  g_object_unref (fixture->folder);
  g_object_unref (fixture->clock);
  g_free (fixture->path);
}

static LampSnapshot *
read_roster (Fixture *fixture,
             GStrv   *notes)
{
  g_autoptr (GError) error = NULL;
  LampSnapshot *snapshot = lamp_oneroster_read (fixture->folder, fixture->clock, notes, NULL, &error);

  g_assert_no_error (error);

  return snapshot;
}

static void
staff_come_in_by_name_with_their_schools (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LampSnapshot) snapshot = read_roster (fixture, NULL);
  const LampRow *ana = lamp_snapshot_find (snapshot, "people", "oneroster.user.1");
  const LampRow *bo = lamp_snapshot_find (snapshot, "people", "oneroster.user.2");

  g_assert_cmpstr (lamp_row_get_text (ana, "name"), ==, "Ana Ruiz");
  g_assert_cmpstr (lamp_row_get_text (ana, "role_type"), ==, "teacher");
  g_assert_cmpstr (lamp_row_get_text (bo, "name"), ==, "Bo");
  g_assert_cmpstr (lamp_row_get_text (bo, "role_type"), ==, "administrator");
  g_assert_cmpuint (lamp_snapshot_find_by (snapshot, "memberships", "person", "oneroster.user.2")->len, ==, 2);
  g_assert_null (lamp_snapshot_find (snapshot, "people", "oneroster.user.8"));
  g_assert_cmpuint (lamp_snapshot_find_by (snapshot, "memberships", "person", "oneroster.user.10")->len, ==, 0);
}

static void
no_child_is_named_numbered_or_alone (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_auto (GStrv) notes = NULL;
  g_autoptr (LampSnapshot) snapshot = read_roster (fixture, &notes);
  GPtrArray *people = lamp_snapshot_get (snapshot, "people");
  guint children = 0;

  for (guint i = 0; i < people->len; i++)
    {
      LampRow *row = people->pdata[i];

      g_assert_null (strstr (lamp_row_get_title (row), "Pupil"));
      if (g_strcmp0 (lamp_row_get_text (row, "sector"), "children") != 0)
        continue;
      g_assert_cmpint (lamp_row_get_integer (row, "group_size"), >=, 2);
      g_assert_false (lamp_row_has (row, "email"));
      children += (guint) lamp_row_get_integer (row, "group_size");
    }
  g_assert_cmpuint (children, ==, 4); /* two in grade 3, two who were alone; the one in the other school stays out */
  g_assert_cmpuint (g_strv_length (notes), ==, 3);
}

static void
every_row_keeps_the_rules_of_its_type (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autoptr (LampSnapshot) snapshot = read_roster (fixture, NULL);
  const LampRecordType * const *types = lamp_schema_get_types (NULL);

  for (guint t = 0; types[t] != NULL; t++)
    for (guint i = 0; i < lamp_snapshot_get (snapshot, types[t]->name)->len; i++)
      {
        g_autoptr (LampRow) row = lamp_row_copy (lamp_snapshot_get (snapshot, types[t]->name)->pdata[i]);
        g_autoptr (GError) error = NULL;

        lamp_row_validate (row, NULL, &error);
        g_assert_no_error (error);
      }
}

static void
a_school_without_its_district_stands_under_the_only_one (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (LampSnapshot) snapshot = read_roster (fixture, NULL);

  g_assert_cmpuint (lamp_snapshot_get (snapshot, "communities")->len, ==, 3);
  g_assert_cmpstr (lamp_row_get_text (lamp_snapshot_find (snapshot, "communities", "oneroster.org.s2"), "parent"), ==,
                   "oneroster.org.d");
}

static void
reading_it_again_gives_the_same_rows (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LampSnapshot) one = read_roster (fixture, NULL);
  g_autoptr (LampSnapshot) two = read_roster (fixture, NULL);
  GPtrArray *people = lamp_snapshot_get (one, "people");

  g_assert_cmpuint (people->len, ==, lamp_snapshot_get (two, "people")->len);
  for (guint i = 0; i < people->len; i++)
    g_assert_true (lamp_row_equal (people->pdata[i], lamp_snapshot_get (two, "people")->pdata[i], TRUE));
}

static void
a_table_without_its_columns_is_refused_by_name (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  write_file (fixture, "users.csv", "id,name\n1,Ana\n");
  g_assert_null (lamp_oneroster_read (fixture->folder, fixture->clock, NULL, NULL, &error));
  g_assert_error (error, LAMP_ERROR, LAMP_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "users.csv"));
}

static LampImportReport *
import_roster (Fixture    *fixture,
               const char *path)
{
  LampImportOptions options = { .mode = LAMP_IMPORT_MERGE, .clock = fixture->clock };
  g_autoptr (GInputStream) stream = lamp_source_open (fixture->folder, fixture->clock, NULL, NULL, NULL);
  LampImportReport *report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (stream);
  g_assert_true (lamp_import_json (stream, path, &options, NULL, NULL, NULL, &report, &error));
  g_assert_no_error (error);

  return report;
}

static void
a_roster_imported_again_next_term_changes_nothing (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autofree char *folder = g_build_filename (fixture->path, "store", NULL);
  g_autofree char *path = g_build_filename (folder, "community.lamplighter", NULL);
  g_autofree char *remove = g_strdup_printf ("rm -r '%s'", folder);
  g_autoptr (LampStore) store = lamp_store_open (path, LAMP_STORE_CREATE, fixture->clock, NULL);
  g_autoptr (LampImportReport) first = import_roster (fixture, path);
  g_autoptr (LampImportReport) second = NULL;

  lamp_clock_advance (fixture->clock, G_GINT64_CONSTANT (100) * 24 * 3600 * G_USEC_PER_SEC);
  second = import_roster (fixture, path);
  g_assert_cmpuint (first->added, >, 8);
  g_assert_cmpuint (second->unchanged, ==, first->added);
  g_assert_cmpuint (second->added + second->changed, ==, 0);
  lamp_store_close (store, NULL);
  g_assert_true (g_spawn_command_line_sync (remove, NULL, NULL, NULL, NULL));
}

static void
the_demonstration_roster_is_read (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", "real", "oneroster", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (LampSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (!lamp_oneroster_is_folder (folder))
    {
      g_test_skip ("the shared roster is not here");
      return;
    }
  snapshot = lamp_oneroster_read (folder, fixture->clock, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lamp_snapshot_get (snapshot, "communities")->len, ==, 4);
  g_assert_cmpuint (lamp_snapshot_get (snapshot, "people")->len, ==, 40 + 13);
}

#define SENTENCE(function) g_test_add ("/oneroster/" #function, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SENTENCE (staff_come_in_by_name_with_their_schools);
  SENTENCE (no_child_is_named_numbered_or_alone);
  SENTENCE (every_row_keeps_the_rules_of_its_type);
  SENTENCE (a_school_without_its_district_stands_under_the_only_one);
  SENTENCE (reading_it_again_gives_the_same_rows);
  SENTENCE (a_table_without_its_columns_is_refused_by_name);
  SENTENCE (a_roster_imported_again_next_term_changes_nothing);
  SENTENCE (the_demonstration_roster_is_read);

  return g_test_run ();
}
