/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-map-members.h"

static LampRow *
make_person (const char *id,
             const char *sector,
             const char *wall,
             const char *role)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("people"));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "name", id);
  lamp_row_set_text (row, "sector", sector);
  lamp_row_set_text (row, "wall", wall);
  lamp_row_set_text (row, "role_type", role);

  return row;
}

static GPtrArray *
make_school (guint n_teachers)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);

  for (guint i = 0; i < n_teachers; i++)
    {
      g_autofree char *id = g_strdup_printf ("t%03u", n_teachers - i);

      g_ptr_array_add (people, make_person (id, "educators", "inside", "teacher"));
    }
  g_ptr_array_add (people, make_person ("head", "educators", "inside", "administrator"));
  g_ptr_array_add (people, make_person ("shop", "business-partners", "outside", "business"));
  g_ptr_array_add (people, make_person ("class", "children", "inside", "learners"));

  return people;
}

static const LampMapMember *
get_member (GArray *members,
            guint   index)
{
  return &g_array_index (members, LampMapMember, index);
}

static void
people_come_by_sector_side_role_and_name (void)
{
  g_autoptr (GPtrArray) people = make_school (3);
  g_autoptr (GArray) members = lamp_map_members_new (people, NULL, LAMP_MAP_CROWD);
  static const char * const order[] = { "class", "t001", "t002", "t003", "head", "shop" };

  g_assert_cmpuint (members->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < members->len; i++)
    g_assert_cmpstr (lamp_row_get_id (get_member (members, i)->person), ==, order[i]);
  g_assert_cmpuint (get_member (members, 5)->sector, ==, 3);
  g_assert_cmpint (get_member (members, 5)->band, ==, LAMP_MAP_OUTSIDE);
}

static void
a_crowd_is_gathered_by_role_and_nobody_is_gathered_alone (void)
{
  g_autoptr (GPtrArray) people = make_school (100);
  g_autoptr (GArray) members = lamp_map_members_new (people, NULL, LAMP_MAP_CROWD);

  g_assert_cmpuint (members->len, ==, 4);
  g_assert_null (get_member (members, 1)->person);
  g_assert_cmpuint (get_member (members, 1)->people->len, ==, 100);
  g_assert_cmpstr (lamp_row_get_id (get_member (members, 2)->person), ==, "head");
}

static void
a_gathering_that_is_open_shows_its_people_after_it (void)
{
  g_autoptr (GPtrArray) people = make_school (100);
  g_autoptr (GArray) members = lamp_map_members_new (people, NULL, LAMP_MAP_CROWD);
  g_autoptr (GHashTable) open = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) opened = NULL;

  g_hash_table_add (open, lamp_map_member_dup_name (get_member (members, 1)));
  opened = lamp_map_members_new (people, open, LAMP_MAP_CROWD);
  g_assert_cmpuint (opened->len, ==, 104);
  g_assert_true (get_member (opened, 1)->is_open);
  g_assert_cmpstr (lamp_row_get_id (get_member (opened, 2)->person), ==, "t001");
}

static void
an_unknown_sector_or_role_has_a_place_too (void)
{
  g_autoptr (LampRow) row = make_person ("x", "somewhere", "on-it", NULL);

  g_assert_cmpuint (lamp_person_get_sector (row), ==, LAMP_MAP_SECTORS - 1);
  g_assert_cmpint (lamp_person_get_band (row), ==, LAMP_MAP_INSIDE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/members/people_come_by_sector_side_role_and_name", people_come_by_sector_side_role_and_name);
  g_test_add_func ("/members/a_crowd_is_gathered_by_role_and_nobody_is_gathered_alone",
                   a_crowd_is_gathered_by_role_and_nobody_is_gathered_alone);
  g_test_add_func ("/members/a_gathering_that_is_open_shows_its_people_after_it",
                   a_gathering_that_is_open_shows_its_people_after_it);
  g_test_add_func ("/members/an_unknown_sector_or_role_has_a_place_too", an_unknown_sector_or_role_has_a_place_too);

  return g_test_run ();
}
