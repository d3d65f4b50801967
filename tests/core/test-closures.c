/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-closures.h"

#include <string.h>

#include "lamp-finding.h"

static LampSnapshot *snapshot;

static void
add_community (const char *id,
               const char *parent)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("communities"));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "name", id);
  lamp_row_set_text (row, "parent", parent);
  lamp_snapshot_take (snapshot, row);
}

static void
add_closure (const char *title,
             const char *community,
             const char *starts_on,
             const char *ends_on)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("closures"));

  lamp_row_set_text (row, "id", title);
  lamp_row_set_text (row, "title", title);
  lamp_row_set_text (row, "community", community);
  lamp_row_set_text (row, "starts_on", starts_on);
  lamp_row_set_text (row, "ends_on", ends_on);
  lamp_snapshot_take (snapshot, row);
}

/* A team in a school in a district; the district is closed over Christmas, the school for a week in February. */
static void
set_up (void)
{
  snapshot = lamp_snapshot_new ();
  add_community ("district", NULL);
  add_community ("school", "district");
  add_community ("team", "school");
  add_community ("other", "district");
  add_closure ("Winter break", "district", "2026-12-21", "2027-01-01");
  add_closure ("Thanksgiving", "district", "2026-11-26", NULL);
  add_closure ("Renovation", "school", "2027-02-08", "2027-02-12");
}

static const char *
why (const char *community,
     const char *day)
{
  g_autoptr (LampClosures) closures = lamp_closures_new (snapshot, community);
  const LampRow *row = lamp_closures_find (closures, day);

  return row != NULL ? lamp_row_get_title (row) : NULL;
}

static void
closures_of_the_community_and_of_those_above_it_count (void)
{
  set_up ();
  g_assert_cmpstr (why ("team", "2026-12-21"), ==, "Winter break");
  g_assert_cmpstr (why ("team", "2027-01-01T07:41"), ==, "Winter break");
  g_assert_cmpstr (why ("team", "2026-11-26T23:59"), ==, "Thanksgiving");
  g_assert_cmpstr (why ("team", "2027-02-10"), ==, "Renovation");
  g_assert_null (why ("team", "2026-12-20"));
  g_assert_null (why ("team", "2027-01-02"));
  g_assert_null (why ("team", "2026-11-27"));
  g_assert_null (why ("other", "2027-02-10"));
  g_assert_null (why ("district", "2027-02-10"));
  g_assert_null (why ("nowhere", "2026-12-21"));
  g_assert_null (why (NULL, "2026-12-21"));
  g_object_unref (snapshot);
}

static void
communities_in_a_circle_come_to_an_end (void)
{
  snapshot = lamp_snapshot_new ();
  add_community ("a", "b");
  add_community ("b", "a");
  add_closure ("Snow", "b", "2026-12-21", NULL);
  g_assert_cmpstr (why ("a", "2026-12-21"), ==, "Snow");
  g_object_unref (snapshot);
}

static guint
weeks (const char *from,
       const char *to)
{
  g_autoptr (LampClosures) closures = lamp_closures_new (snapshot, "team");

  return lamp_closures_count_school_weeks (closures, from, to);
}

static void
a_week_without_school_does_not_count (void)
{
  set_up ();
  g_assert_cmpuint (weeks ("2026-12-14T07:41", "2026-12-18"), ==, 0);
  g_assert_cmpuint (weeks ("2026-12-14", "2026-12-21"), ==, 0);
  g_assert_cmpuint (weeks ("2026-12-14", "2027-01-03"), ==, 0);
  g_assert_cmpuint (weeks ("2026-12-18", "2027-01-04T07:41"), ==, 1);
  /* A week with one day off is a school week. */
  g_assert_cmpuint (weeks ("2026-11-16", "2026-11-23"), ==, 1);
  g_assert_cmpuint (weeks ("2026-11-16", "2027-02-15"), ==, 10);
  g_assert_cmpuint (weeks ("2027-01-04", "2026-11-16"), ==, 0);
  g_assert_cmpuint (weeks ("nonsense", "2026-11-16"), ==, 0);
  g_object_unref (snapshot);
}

static void
add_meeting (const char *starts_at)
{
  LampRow *row = lamp_row_new (lamp_schema_find ("meetings"));

  lamp_row_set_text (row, "id", starts_at);
  lamp_row_set_text (row, "title", "Team meeting");
  lamp_row_set_text (row, "community", "team");
  lamp_row_set_text (row, "starts_at", starts_at);
  lamp_row_set_text (row, "state", "closed");
  lamp_snapshot_take (snapshot, row);
}

/* (transfer full) (nullable): what the check says of the team */
static char *
find_gap (const char *today)
{
  g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, today, NULL);

  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (strcmp (finding->check->code, "C-GAP") == 0 && g_strcmp0 (finding->id, "team") == 0)
        return g_strdup (finding->what);
    }

  return NULL;
}

static void
a_holiday_is_no_silence (void)
{
  g_autofree char *in_holiday = NULL;
  g_autofree char *after = NULL;
  g_autofree char *later = NULL;
  LampRow *team;

  set_up ();
  team = (LampRow *) lamp_snapshot_find (snapshot, "communities", "team");
  lamp_row_set_integer (team, "cadence_weeks", 1);
  add_meeting ("2026-12-15T07:41");
  in_holiday = find_gap ("2027-01-01");
  g_assert_null (in_holiday);
  after = find_gap ("2027-01-05");
  g_assert_null (after);
  later = find_gap ("2027-01-12");
  g_assert_cmpstr (later, ==, "“team” has not met for 2 weeks of school, since 15 Dec 2026.");
  g_object_unref (snapshot);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/closures/closures_of_the_community_and_of_those_above_it_count",
                   closures_of_the_community_and_of_those_above_it_count);
  g_test_add_func ("/closures/communities_in_a_circle_come_to_an_end", communities_in_a_circle_come_to_an_end);
  g_test_add_func ("/closures/a_week_without_school_does_not_count", a_week_without_school_does_not_count);

  g_test_add_func ("/closures/a_holiday_is_no_silence", a_holiday_is_no_silence);

  return g_test_run ();
}
