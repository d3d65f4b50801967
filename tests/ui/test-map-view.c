/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>

#include "lamp-map-view.h"
#include "lamp-people-board.h"
#include "lamp-people-edits.h"
#include "lamp-test-file.h"
#include "settle.h"

typedef struct
{
  TestFile *file;
  LampSession *session;
  GtkWidget *window;
  LampView *view;
} Fixture;

static void
settle (Fixture *fixture)
{
  settle_window (fixture->window);
}

static void
put_person (TestFile   *file,
            const char *id,
            const char *name,
            const char *sector,
            const char *wall)
{
  LampRow *row = test_person (id);

  lamp_row_set_text (row, "name", name);
  lamp_row_set_text (row, "sector", sector);
  lamp_row_set_text (row, "wall", wall);
  test_insert (file, row);
}

static void
relate (TestFile   *file,
        const char *id,
        const char *person,
        const char *other)
{
  LampRow *row = test_row ("relationships", id);

  lamp_row_set_text (row, "person", person);
  lamp_row_set_text (row, "other", other);
  lamp_row_set_text (row, "kind", "mentors");
  test_insert (file, row);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->file = test_file_new ();
  test_insert (fixture->file, test_community ("c"));
  put_person (fixture->file, "tom", "Tom & <b>Jerry</b>", "educators", "inside");
  put_person (fixture->file, "Ana", "Ana", "educators", "inside");
  put_person (fixture->file, "Ben", "Ben", "parents", "outside");
  put_person (fixture->file, "Cem", "Cem", "parents", "outside");
  put_person (fixture->file, "Dora", "Dora", "business-partners", "outside");
  relate (fixture->file, "r1", "Ana", "Ben");
  relate (fixture->file, "r2", "Ben", "Cem");
  test_insert (fixture->file, test_membership ("m1", "c", "Ana"));
  fixture->session = lamp_session_new (fixture->file->store);
  fixture->view = g_object_new (LAMP_TYPE_MAP_VIEW, "session", fixture->session, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->view)) == 0)
    g_main_context_iteration (NULL, TRUE);
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_ref (fixture->view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->session);
  test_file_free (fixture->file);
}

/* Finds a text anywhere below, if it can be seen. */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_label (child, text);

      if (found)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_node (Fixture    *fixture,
           const char *name)
{
  GtkWidget *label = find_label (GTK_WIDGET (fixture->view), name);

  while (label && g_strcmp0 (G_OBJECT_TYPE_NAME (label), "LampMapNode") != 0)
    label = gtk_widget_get_parent (label);

  return label;
}

static void
select_person (Fixture    *fixture,
               const char *id)
{
  g_autoptr (LampRecord) person = lamp_store_find (fixture->file->store, "people", id);

  lamp_session_set_selected (fixture->session, person);
  settle (fixture);
}

static void
everybody_stands_on_the_map_and_missing_sectors_invite (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_assert_nonnull (find_node (fixture, "Ana"));
  g_assert_nonnull (find_node (fixture, "Tom & <b>Jerry</b>"));
  g_assert_nonnull (find_node (fixture, "Nobody yet"));
}

static void
a_person_is_named_in_a_whole_sentence (Fixture       *fixture,
                                       gconstpointer  data)
{
  GtkWidget *node = find_node (fixture, "Ana");

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (node), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Ana, Educators, Educators, Inside the walls, member of c");
}

static void
an_invitation_adds_somebody_to_the_sector_in_one_step (Fixture       *fixture,
                                                       gconstpointer  data)
{
  GtkWidget *node = find_node (fixture, "Nobody yet");

  g_assert_true (gtk_widget_activate_action (node, "node.activate", NULL));
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT sector, group_size > 1 FROM people WHERE name LIKE 'New%'", "children|1");
  test_assert_sql (fixture->file, "SELECT count(*) FROM memberships", "2");
  g_assert_true (lamp_record_is (lamp_session_get_selected (fixture->session), "people"));
  test_undo (fixture->file);
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT count(*) FROM memberships", "1");
  test_assert_sql (fixture->file, "SELECT count(*) FROM people", "5");
}

static void
a_new_person_can_be_made_in_every_sector (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (LampPeopleBoard) board = lamp_people_board_new (fixture->session);

  for (guint sector = 0; sector <= LAMP_SECTOR_ANY; sector++)
    {
      g_autoptr (LampRecord) person = lamp_person_create (board, sector);

      g_assert_nonnull (person);
    }
  settle (fixture);
  test_assert_sql (fixture->file, "SELECT count(DISTINCT sector) FROM people WHERE name LIKE 'New%'", "5");
}

static gboolean
is_dimmed (Fixture    *fixture,
           const char *name)
{
  return gtk_widget_has_css_class (find_node (fixture, name), "far");
}

static void
selecting_somebody_dims_all_but_those_near_by (Fixture       *fixture,
                                               gconstpointer  data)
{
  select_person (fixture, "Ana");
  g_assert_false (is_dimmed (fixture, "Ana"));
  g_assert_false (is_dimmed (fixture, "Ben"));
  g_assert_true (is_dimmed (fixture, "Cem"));
  g_assert_true (is_dimmed (fixture, "Dora"));

  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.widen", NULL);
  g_assert_false (is_dimmed (fixture, "Cem"));
  g_assert_true (is_dimmed (fixture, "Dora"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.narrow", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.narrow", NULL);
  g_assert_true (is_dimmed (fixture, "Ben"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.reset", NULL);
  g_assert_false (is_dimmed (fixture, "Dora"));
  g_assert_null (lamp_session_get_selected (fixture->session));
}

static void
a_person_is_deleted_and_comes_back (Fixture       *fixture,
                                    gconstpointer  data)
{
  select_person (fixture, "Ana");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->view), "view.delete", NULL));
  settle (fixture);
  g_assert_null (find_node (fixture, "Ana"));
  test_undo (fixture->file);
  settle (fixture);
  g_assert_nonnull (find_node (fixture, "Ana"));
}

static void
a_chosen_community_shows_its_members_only (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LampRecord) community = lamp_store_find (fixture->file->store, "communities", "c");

  lamp_session_set_community (fixture->session, community);
  settle (fixture);
  g_assert_nonnull (find_node (fixture, "Ana"));
  g_assert_null (find_node (fixture, "Dora"));
}

static void
a_search_leaves_those_found_and_says_when_nobody_is (Fixture       *fixture,
                                                     gconstpointer  data)
{
  lamp_session_set_search (fixture->session, "dor");
  settle (fixture);
  g_assert_nonnull (find_node (fixture, "Dora"));
  g_assert_null (find_node (fixture, "Ana"));
  lamp_session_set_search (fixture->session, "xyz");
  settle (fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Nobody Found"));
}

static void
the_list_shows_the_same_people (Fixture       *fixture,
                                gconstpointer  data)
{
  lamp_view_set_list_mode (fixture->view, TRUE);
  settle (fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Business partners"));
  test_set (fixture->file, "people", "Dora", "name", "Dora Two");
  settle (fixture);
  g_assert_nonnull (find_label (GTK_WIDGET (fixture->view), "Dora Two"));
}

#define ADD(name, function) g_test_add ("/map-view/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("everybody_stands_on_the_map_and_missing_sectors_invite", everybody_stands_on_the_map_and_missing_sectors_invite);
  ADD ("a_person_is_named_in_a_whole_sentence", a_person_is_named_in_a_whole_sentence);
  ADD ("an_invitation_adds_somebody_to_the_sector_in_one_step", an_invitation_adds_somebody_to_the_sector_in_one_step);
  ADD ("a_new_person_can_be_made_in_every_sector", a_new_person_can_be_made_in_every_sector);
  ADD ("selecting_somebody_dims_all_but_those_near_by", selecting_somebody_dims_all_but_those_near_by);
  ADD ("a_person_is_deleted_and_comes_back", a_person_is_deleted_and_comes_back);
  ADD ("a_chosen_community_shows_its_members_only", a_chosen_community_shows_its_members_only);
  ADD ("a_search_leaves_those_found_and_says_when_nobody_is", a_search_leaves_those_found_and_says_when_nobody_is);
  ADD ("the_list_shows_the_same_people", the_list_shows_the_same_people);

  return g_test_run ();
}
