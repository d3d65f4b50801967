/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-roles.h"

#include "sample-rows.h"

static LampSnapshot *
make_community (guint n_people)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "communities", "team", "name", "Team", "kind", "team", NULL);
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u", i);
      g_autofree char *name = g_strdup_printf ("Person %u", i);

      sample_add (snapshot, "people", id, "name", name, "sector", "educators", "wall", "inside", NULL);
      sample_add (snapshot, "memberships", id, "community", "team", "person", id, NULL);
    }

  return snapshot;
}

static LampRow *
add_meeting (LampSnapshot *snapshot,
             guint         number,
             const char   *state)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);
  g_autofree char *day = g_strdup_printf ("2026-%02u-%02uT07:41", 1 + number / 28, 1 + number % 28);

  return sample_add (snapshot, "meetings", id, "community", "team", "title", "Team", "starts_at", day, "minutes", "44",
                     "state", state, NULL);
}

static const LampRoleTurn *
find_turn (GPtrArray  *turns,
           const char *role)
{
  for (guint i = 0; i < turns->len; i++)
    if (g_str_equal (((LampRoleTurn *) turns->pdata[i])->role, role))
      return turns->pdata[i];

  return NULL;
}

static void
who_had_it_least_recently_is_proposed (void)
{
  g_autoptr (LampSnapshot) snapshot = make_community (3);
  g_autoptr (GPtrArray) turns = NULL;
  const LampRoleTurn *turn;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *person = g_strdup_printf ("p%u", (i + 1) % 3);

      lamp_row_set_text (add_meeting (snapshot, i, "closed"), "facilitator", person);
    }
  add_meeting (snapshot, 3, "open");
  lamp_snapshot_sort (snapshot);
  turns = lamp_roles_propose (snapshot, "m3");
  g_assert_cmpuint (turns->len, ==, LAMP_N_ROLES);
  turn = find_turn (turns, "facilitator");
  g_assert_cmpstr (lamp_row_get_id (turn->person), ==, "p1");
  g_assert_cmpstr (lamp_row_get_id (turn->last), ==, "m0");
  g_assert_true (g_str_has_prefix (turn->why, "Longest without it"));
  g_assert_null (find_turn (turns, "recorder")->last);
}

static void
a_role_that_somebody_has_is_left_alone_and_they_get_no_second (void)
{
  g_autoptr (LampSnapshot) snapshot = make_community (4);
  g_autoptr (GPtrArray) turns = NULL;

  lamp_row_set_text (add_meeting (snapshot, 0, "open"), "recorder", "p0");
  turns = lamp_roles_propose (snapshot, "m0");
  g_assert_cmpuint (turns->len, ==, 3);
  g_assert_null (find_turn (turns, "recorder"));
  for (guint i = 0; i < turns->len; i++)
    g_assert_cmpstr (lamp_row_get_id (((LampRoleTurn *) turns->pdata[i])->person), !=, "p0");
}

static void
groups_children_former_members_and_the_absent_are_not_asked (void)
{
  g_autoptr (LampSnapshot) snapshot = make_community (2);
  g_autoptr (GPtrArray) turns = NULL;

  sample_add (snapshot, "people", "class", "name", "A class", "sector", "children", "wall", "inside",
              "group_size", "24", NULL);
  sample_add (snapshot, "memberships", "class", "community", "team", "person", "class", NULL);
  sample_add (snapshot, "people", "gone", "name", "A former member", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "memberships", "gone", "community", "team", "person", "gone", "until", "2025-07-01", NULL);
  add_meeting (snapshot, 0, "open");
  sample_add (snapshot, "attendances", "a", "meeting", "m0", "person", "p0", "state", "excused", NULL);
  turns = lamp_roles_propose (snapshot, "m0");
  for (guint i = 0; i < turns->len; i++)
    g_assert_cmpstr (lamp_row_get_id (((LampRoleTurn *) turns->pdata[i])->person), ==, "p1");
}

static void
a_community_without_members_has_nobody_to_propose (void)
{
  g_autoptr (LampSnapshot) snapshot = make_community (0);
  g_autoptr (GPtrArray) turns = NULL;

  add_meeting (snapshot, 0, "draft");
  turns = lamp_roles_propose (snapshot, "m0");
  g_assert_cmpuint (turns->len, ==, LAMP_N_ROLES);
  g_assert_null (((LampRoleTurn *) turns->pdata[0])->person);
  g_assert_cmpstr (((LampRoleTurn *) turns->pdata[0])->why, !=, "");
  g_ptr_array_unref (lamp_roles_propose (snapshot, "nowhere"));
}

/* Takes every proposal of a meeting that is then held. */
static void
hold (LampSnapshot *snapshot,
      LampRow      *meeting)
{
  g_autoptr (GPtrArray) turns = lamp_roles_propose (snapshot, lamp_row_get_id (meeting));

  for (guint i = 0; i < turns->len; i++)
    {
      const LampRoleTurn *turn = turns->pdata[i];

      lamp_row_set_text (meeting, turn->role, lamp_row_get_id (turn->person));
    }
  lamp_row_set_text (meeting, "state", "closed");
}

static void
taking_every_proposal_nobody_has_a_role_too_often_in_a_row (void)
{
  for (guint n_people = 2; n_people <= 7; n_people++)
    {
      g_autoptr (LampSnapshot) snapshot = make_community (n_people);
      guint had[7] = { 0 };

      for (guint m = 0; m < 28; m++)
        {
          LampRow *meeting = add_meeting (snapshot, m, "open");

          hold (snapshot, meeting);
          for (guint role = 0; role < LAMP_N_ROLES; role++)
            {
              const char *field = lamp_roles_get_field (role);
              const char *person = lamp_row_get_text (meeting, field);

              had[g_ascii_strtoull (person + 1, NULL, 10)]++;
              g_assert_cmpuint (lamp_roles_count_in_a_row (snapshot, lamp_row_get_id (meeting), field, person), <,
                                LAMP_ROLE_MOST_IN_A_ROW);
              for (guint other = 0; other < role && n_people >= LAMP_N_ROLES; other++)
                g_assert_cmpstr (person, !=, lamp_row_get_text (meeting, lamp_roles_get_field (other)));
            }
        }
      for (guint i = 0; i < n_people; i++)
        g_assert_cmpuint (had[i], >, 0);
    }
}

static void
chance_never_breaks_the_rule_of_the_row (void)
{
  for (guint run = 0; run < 200; run++)
    {
      guint n_people = (guint) g_test_rand_int_range (2, 8);
      g_autoptr (LampSnapshot) snapshot = make_community (n_people);
      g_autoptr (GPtrArray) turns = NULL;

      for (guint m = 0; m < 8; m++)
        {
          LampRow *meeting = add_meeting (snapshot, m, g_test_rand_bit () ? "closed" : "draft");

          for (guint role = 0; role < LAMP_N_ROLES; role++)
            {
              g_autofree char *person = g_strdup_printf ("p%d", g_test_rand_int_range (0, (int) MIN (n_people, 3)));

              lamp_row_set_text (meeting, lamp_roles_get_field (role), person);
            }
        }
      add_meeting (snapshot, 8, "open");
      turns = lamp_roles_propose (snapshot, "m8");
      for (guint i = 0; i < turns->len; i++)
        {
          const LampRoleTurn *turn = turns->pdata[i];

          g_assert_cmpuint (lamp_roles_count_in_a_row (snapshot, "m8", turn->role, lamp_row_get_id (turn->person)), <,
                            LAMP_ROLE_MOST_IN_A_ROW);
        }
    }
}

#define ADD(name) g_test_add_func ("/roles/" #name, name)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (who_had_it_least_recently_is_proposed);
  ADD (a_role_that_somebody_has_is_left_alone_and_they_get_no_second);
  ADD (groups_children_former_members_and_the_absent_are_not_asked);
  ADD (a_community_without_members_has_nobody_to_propose);
  ADD (taking_every_proposal_nobody_has_a_role_too_often_in_a_row);
  ADD (chance_never_breaks_the_rule_of_the_row);

  return g_test_run ();
}
