/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

#include "lamp-session.h"
#include "lamp-test-file.h"

static void
count (guint *n)
{
  (*n)++;
}

static guint
watch (gpointer    object,
       const char *signal,
       guint      *n)
{
  *n = 0;

  return g_signal_connect_swapped (object, signal, G_CALLBACK (count), n);
}

/* A school with a team in it and one beside it, and somebody in each. */
static TestFile *
two_teams (void)
{
  TestFile *file = test_file_new ();

  test_insert (file, test_community ("c"));
  test_insert (file, test_community ("part"));
  test_insert (file, test_community ("other"));
  test_set (file, "communities", "part", "parent", "c");
  test_insert (file, test_person ("insider"));
  test_insert (file, test_person ("outsider"));
  test_insert (file, test_membership ("m1", "part", "insider"));
  test_insert (file, test_membership ("m2", "other", "outsider"));

  return file;
}

static gboolean
includes (LampSession *session,
          const char  *type,
          const char  *id)
{
  g_autoptr (LampRecord) record = lamp_store_find (lamp_session_get_store (session), type, id);

  g_assert_nonnull (record);

  return lamp_session_includes (session, record);
}

static void
choose (LampSession *session,
        const char  *id)
{
  g_autoptr (LampRecord) community = lamp_store_find (lamp_session_get_store (session), "communities", id);

  lamp_session_set_community (session, community);
}

static void
a_property_that_is_set_twice_is_notified_once (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  g_autoptr (LampRecord) community = lamp_store_find (file->store, "communities", "c");
  guint n;

  watch (session, "notify::community", &n);
  lamp_session_set_community (session, community);
  lamp_session_set_community (session, community);
  g_assert_true (lamp_session_get_community (session) == community);
  g_assert_cmpuint (n, ==, 1);

  watch (session, "notify::selected", &n);
  g_object_set (session, "selected", community, NULL);
  g_object_set (session, "selected", community, NULL);
  g_assert_cmpuint (n, ==, 1);

  watch (session, "notify::search", &n);
  lamp_session_set_search (session, "read");
  lamp_session_set_search (session, "read");
  lamp_session_set_search (session, NULL);
  g_assert_cmpstr (lamp_session_get_search (session), ==, "");
  g_assert_cmpuint (n, ==, 2);
}

static void
a_session_that_is_let_go_of_goes (void)
{
  g_autoptr (TestFile) file = two_teams ();
  LampSession *session = lamp_session_new (file->store);
  g_autoptr (LampRecord) community = lamp_store_find (file->store, "communities", "c");

  lamp_session_set_community (session, community);
  lamp_session_set_selected (session, community);
  g_assert_true (includes (session, "people", "insider"));
  g_assert_finalize_object (session);
}

static void
what_is_deleted_is_let_go_of (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  guint n_community;
  guint n_selected;

  choose (session, "other");
  lamp_session_set_selected (session, lamp_session_get_community (session));
  watch (session, "notify::community", &n_community);
  watch (session, "notify::selected", &n_selected);
  test_delete (file, "communities", "other");
  g_assert_null (lamp_session_get_community (session));
  g_assert_null (lamp_session_get_selected (session));
  g_assert_cmpuint (n_community, ==, 1);
  g_assert_cmpuint (n_selected, ==, 1);
}

static void
a_community_includes_its_parts_and_their_people (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);

  g_assert_true (includes (session, "people", "outsider"));
  choose (session, "c");
  g_assert_true (includes (session, "communities", "part"));
  g_assert_false (includes (session, "communities", "other"));
  g_assert_true (includes (session, "people", "insider"));
  g_assert_false (includes (session, "people", "outsider"));
}

static void
what_is_included_follows_the_file (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);

  choose (session, "c");
  g_assert_false (includes (session, "people", "outsider"));
  test_insert (file, test_membership ("m3", "part", "outsider"));
  g_assert_true (includes (session, "people", "outsider"));
  test_undo (file);
  g_assert_false (includes (session, "people", "outsider"));
  test_set (file, "communities", "other", "parent", "part");
  g_assert_true (includes (session, "people", "outsider"));
}

static void
a_record_without_a_community_belongs_with_what_it_hangs_on (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  LampRow *measurement = test_row ("measurements", "v");
  LampRow *protocol = test_row ("protocols", "p");

  test_insert (file, test_goal ("g", NULL));
  lamp_row_set_text (measurement, "goal", "g");
  lamp_row_set_text (measurement, "measured_on", "2026-11-22");
  lamp_row_set_real (measurement, "value", 3);
  test_insert (file, measurement);
  lamp_row_set_text (protocol, "title", "Tuning");
  test_insert (file, protocol);

  choose (session, "c");
  g_assert_true (includes (session, "measurements", "v"));
  choose (session, "other");
  g_assert_false (includes (session, "measurements", "v"));
  g_assert_true (includes (session, "protocols", "p"));
}

static void
home_is_the_chosen_community_or_the_topmost (void)
{
  g_autoptr (TestFile) empty = test_file_new ();
  g_autoptr (LampSession) nowhere = lamp_session_new (empty->store);
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  g_autofree char *topmost = NULL;
  g_autofree char *chosen = NULL;

  g_assert_null (lamp_session_dup_home (nowhere));
  test_delete (file, "communities", "other");
  topmost = lamp_session_dup_home (session);
  g_assert_cmpstr (topmost, ==, "c");
  choose (session, "part");
  chosen = lamp_session_dup_home (session);
  g_assert_cmpstr (chosen, ==, "part");
}

typedef struct
{
  guint n;
  char *message;
  gboolean undoable;
} Notice;

static void
on_notice (LampSession *session,
           const char  *message,
           gboolean     undoable,
           Notice      *notice)
{
  notice->n++;
  g_set_str (&notice->message, message);
  notice->undoable = undoable;
}

static void
a_delete_is_told_with_undo (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  g_autoptr (LampRecord) person = lamp_store_find (file->store, "people", "insider");
  Notice notice = { 0 };
  g_autofree char *label = NULL;

  g_signal_connect (session, "notice", G_CALLBACK (on_notice), &notice);
  lamp_session_delete (session, person);
  g_assert_cmpuint (notice.n, ==, 1);
  g_assert_true (notice.undoable);
  g_assert_nonnull (strstr (notice.message, lamp_record_get_title (person)));
  g_assert_cmpuint (lamp_store_count (file->store, "people"), ==, 1);
  g_assert_true (lamp_store_undo (file->store, &label, NULL));
  g_assert_cmpuint (lamp_store_count (file->store, "people"), ==, 2);
  g_free (notice.message);
}

static void
a_refused_edit_is_told_and_nothing_is_written (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  LampEdit *edit = lamp_edit_new (file->store, "Add");
  Notice notice = { 0 };

  g_signal_connect (session, "notice", G_CALLBACK (on_notice), &notice);
  lamp_edit_insert (edit, test_membership ("m9", "part", "nobody"));
  g_assert_false (lamp_session_commit (session, edit, "Added"));
  g_assert_cmpuint (notice.n, ==, 1);
  g_assert_false (notice.undoable);
  g_assert_cmpuint (lamp_store_count (file->store, "memberships"), ==, 2);
  g_free (notice.message);
}

static void
to_reveal_selects_and_widens_where_it_must (void)
{
  g_autoptr (TestFile) file = two_teams ();
  g_autoptr (LampSession) session = lamp_session_new (file->store);
  g_autoptr (LampRecord) insider = lamp_store_find (file->store, "people", "insider");
  g_autoptr (LampRecord) outsider = lamp_store_find (file->store, "people", "outsider");
  guint n;

  choose (session, "c");
  watch (session, "reveal", &n);
  lamp_session_reveal (session, insider);
  g_assert_true (lamp_session_get_selected (session) == insider);
  g_assert_nonnull (lamp_session_get_community (session));
  lamp_session_reveal (session, outsider);
  g_assert_true (lamp_session_get_selected (session) == outsider);
  g_assert_null (lamp_session_get_community (session));
  g_assert_cmpuint (n, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/a_property_that_is_set_twice_is_notified_once",
                   a_property_that_is_set_twice_is_notified_once);
  g_test_add_func ("/session/a_session_that_is_let_go_of_goes", a_session_that_is_let_go_of_goes);
  g_test_add_func ("/session/what_is_deleted_is_let_go_of", what_is_deleted_is_let_go_of);
  g_test_add_func ("/session/a_community_includes_its_parts_and_their_people",
                   a_community_includes_its_parts_and_their_people);
  g_test_add_func ("/session/what_is_included_follows_the_file", what_is_included_follows_the_file);
  g_test_add_func ("/session/a_record_without_a_community_belongs_with_what_it_hangs_on",
                   a_record_without_a_community_belongs_with_what_it_hangs_on);
  g_test_add_func ("/session/home_is_the_chosen_community_or_the_topmost", home_is_the_chosen_community_or_the_topmost);
  g_test_add_func ("/session/a_delete_is_told_with_undo", a_delete_is_told_with_undo);
  g_test_add_func ("/session/a_refused_edit_is_told_and_nothing_is_written",
                   a_refused_edit_is_told_and_nothing_is_written);
  g_test_add_func ("/session/to_reveal_selects_and_widens_where_it_must", to_reveal_selects_and_widens_where_it_must);

  return g_test_run ();
}
