/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "lamp-alignment.h"
#include "lamp-finding.h"
#include "sample-rows.h"

#define TODAY "2026-11-22"

static guint
count_in (GPtrArray  *findings,
          const char *code,
          const char *id)
{
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (strcmp (finding->check->code, code) == 0 && (id == NULL || g_strcmp0 (finding->id, id) == 0))
        n++;
    }

  return n;
}

static const char *
find_words (GPtrArray  *findings,
            const char *code,
            const char *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const LampFinding *finding = findings->pdata[i];

      if (strcmp (finding->check->code, code) == 0 && g_strcmp0 (finding->id, id) == 0)
        return finding->what;
    }

  return NULL;
}

/* How often @code is found of the record @id; of any when @id is NULL. */
static guint
count (LampSnapshot *snapshot,
       const char   *code,
       const char   *id)
{
  g_autoptr (GPtrArray) findings = lamp_checks_run (snapshot, TODAY, NULL);

  g_assert_nonnull (lamp_check_find (code));

  return count_in (findings, code, id);
}

#define assert_found(snapshot, code, id) g_assert_cmpuint (count (snapshot, code, id), ==, 1)
#define assert_not_found(snapshot, code, id) g_assert_cmpuint (count (snapshot, code, id), ==, 0)

static LampSnapshot *
new_school (void)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "communities", "district", "name", "River District", "kind", "system", NULL);
  sample_add (snapshot, "communities", "school", "name", "Mill Street", "kind", "school", "parent", "district", NULL);
  sample_add (snapshot, "communities", "team", "name", "Third Grade", "kind", "team", "parent", "school", NULL);
  sample_add (snapshot, "goals", "system", "level", "system", "title", "All read", "community", "district", NULL);

  return snapshot;
}

static void
every_check_explains_itself (void)
{
  guint n_checks;
  const LampCheck * const *checks = lamp_checks_get_all (&n_checks);

  g_assert_cmpuint (n_checks, >=, 50);
  g_assert_null (checks[n_checks]);
  for (guint i = 0; i < n_checks; i++)
    {
      g_assert_true (lamp_check_find (checks[i]->code) == checks[i]);
      g_assert_true (g_str_has_suffix (lamp_check_get_why (checks[i]), "."));
      g_assert_true (g_str_has_suffix (lamp_check_get_action (checks[i]), "."));
      g_assert_false (g_str_has_suffix (lamp_check_get_title (checks[i]), "."));
      g_assert_nonnull (strstr (checks[i]->source, "practice S"));
      g_assert_cmpuint (strlen (lamp_severity_get_label (checks[i]->severity)), >, 0);
      g_assert_cmpuint (strlen (lamp_pillar_get_label (checks[i]->pillar)), >, 0);
    }
  g_assert_null (lamp_check_find ("X-NONE"));
  g_assert_null (lamp_check_find (NULL));
}

static void
a_goal_that_supports_nothing_is_an_orphan (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "goals", "lonely", "level", "school", "title", "Lonely", NULL);
  sample_add (snapshot, "goals", "lost", "level", "team", "title", "Lost", "parent", "gone", NULL);
  sample_add (snapshot, "goals", "held", "level", "school", "title", "Held", "parent", "system", NULL);
  sample_add (snapshot, "goals", "linked", "level", "team", "title", "Linked", NULL);
  sample_add (snapshot, "goal_links", "l", "goal", "linked", "supports", "held", NULL);
  sample_add (snapshot, "goals", "astray", "level", "team", "title", "Astray", NULL);
  sample_add (snapshot, "goal_links", "m", "goal", "astray", "supports", "gone", NULL);
  sample_add (snapshot, "goals", "dropped", "level", "team", "title", "Dropped", "status", "dropped", NULL);
  assert_found (snapshot, "G-ORPHAN", "lonely");
  assert_found (snapshot, "G-ORPHAN", "lost");
  assert_found (snapshot, "G-ORPHAN", "astray");
  assert_not_found (snapshot, "G-ORPHAN", "held");
  assert_not_found (snapshot, "G-ORPHAN", "linked");
  assert_not_found (snapshot, "G-ORPHAN", "dropped");
  assert_not_found (snapshot, "G-ORPHAN", "system");
}

static void
goals_in_a_circle_are_found_once_for_each_circle (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();
  g_autoptr (GPtrArray) findings = NULL;

  sample_add (snapshot, "goals", "c", "level", "team", "title", "C", "parent", "b", NULL);
  sample_add (snapshot, "goals", "b", "level", "team", "title", "B", "parent", "a", NULL);
  sample_add (snapshot, "goals", "a", "level", "team", "title", "A", "parent", "c", NULL);
  sample_add (snapshot, "goals", "hanging", "level", "team", "title", "Hanging", "parent", "c", NULL);
  sample_add (snapshot, "goals", "self", "level", "team", "title", "Self", "parent", "self", NULL);
  assert_found (snapshot, "G-CYCLE", "a");
  assert_found (snapshot, "G-CYCLE", "self");
  g_assert_cmpuint (count (snapshot, "G-CYCLE", NULL), ==, 2);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  g_assert_cmpstr (find_words (findings, "G-CYCLE", "a"), ==, "The goal “A” comes back to itself over 2 other goals.");
  g_assert_cmpstr (find_words (findings, "G-CYCLE", "self"), ==, "The goal “Self” supports itself.");
}

static void
levels_are_neither_turned_round_nor_jumped_over (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "goals", "school", "level", "school", "title", "School", "parent", "system", NULL);
  sample_add (snapshot, "goals", "team", "level", "team", "title", "Team", "parent", "school", NULL);
  sample_add (snapshot, "goals", "peer", "level", "team", "title", "Peer", "parent", "team", NULL);
  sample_add (snapshot, "goals", "jumping", "level", "team", "title", "Jumping", "parent", "system", NULL);
  sample_add (snapshot, "goals", "inverted", "level", "school", "title", "Inverted", "parent", "team", NULL);
  assert_found (snapshot, "G-SKIP", "jumping");
  assert_found (snapshot, "G-INVERTED", "inverted");
  g_assert_cmpuint (count (snapshot, "G-SKIP", NULL), ==, 1);
  g_assert_cmpuint (count (snapshot, "G-INVERTED", NULL), ==, 1);
}

static void
a_high_goal_that_nothing_carries_is_stalled (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "goals", "child", "level", "school", "title", "Child", "parent", "system", NULL);
  sample_add (snapshot, "goals", "linked", "level", "school", "title", "Linked", NULL);
  sample_add (snapshot, "goal_links", "l", "goal", "child", "supports", "linked", NULL);
  sample_add (snapshot, "goals", "served", "level", "school", "title", "Served", NULL);
  sample_add (snapshot, "strategies", "s", "goal", "served", "title", "Read aloud", NULL);
  sample_add (snapshot, "goals", "met", "level", "system", "title", "Met", "status", "met", NULL);
  sample_add (snapshot, "goals", "bereft", "level", "system", "title", "Bereft", NULL);
  sample_add (snapshot, "goals", "given-up", "level", "school", "title", "Given up", "parent", "bereft", "status",
              "dropped", NULL);
  sample_add (snapshot, "goals", "team", "level", "team", "title", "Team", NULL);
  assert_found (snapshot, "G-STALLED", "child");
  assert_found (snapshot, "G-STALLED", "bereft");
  g_assert_cmpuint (count (snapshot, "G-STALLED", NULL), ==, 2);
}

static void
a_goal_needs_an_owner_who_is_there (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "people", "ada", "name", "Ada", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "goals", "owned", "level", "team", "title", "Owned", "owner", "ada", NULL);
  sample_add (snapshot, "goals", "left", "level", "team", "title", "Left", "owner", "gone", NULL);
  sample_add (snapshot, "goals", "dropped", "level", "team", "title", "Dropped", "status", "dropped", NULL);
  assert_found (snapshot, "G-NO-OWNER", "system");
  assert_found (snapshot, "G-NO-OWNER", "left");
  g_assert_cmpuint (count (snapshot, "G-NO-OWNER", NULL), ==, 2);
}

static void
a_goal_is_measured_by_itself_or_by_what_it_rolls_up (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  sample_add (snapshot, "goals", "worded", "level", "team", "title", "W", "measure", "Words a minute", NULL);
  sample_add (snapshot, "goals", "counted", "level", "team", "title", "C", "parent", "rolled", NULL);
  sample_add (snapshot, "measurements", "m", "goal", "counted", "measured_on", "2026-10-01", "value", "3", NULL);
  sample_add (snapshot, "goals", "rolled", "level", "school", "title", "R", "rollup", "children", "parent", "above",
              NULL);
  sample_add (snapshot, "goals", "above", "level", "system", "title", "A", "rollup", "children", NULL);
  sample_add (snapshot, "goals", "hollow", "level", "school", "title", "H", "rollup", "children", NULL);
  sample_add (snapshot, "goals", "vague", "level", "team", "title", "V", "parent", "hollow", NULL);
  sample_add (snapshot, "goals", "own", "level", "school", "title", "O", "rollup", "own", NULL);
  sample_add (snapshot, "goals", "below-own", "level", "team", "title", "B", "measure", "Pages", "parent", "own", NULL);
  sample_add (snapshot, "goals", "mine", "level", "individual", "title", "M", NULL);
  sample_add (snapshot, "goals", "dropped", "level", "team", "title", "D", "status", "dropped", NULL);
  assert_found (snapshot, "G-NO-MEASURE", "hollow");
  assert_found (snapshot, "G-NO-MEASURE", "vague");
  assert_found (snapshot, "G-NO-MEASURE", "own");
  g_assert_cmpuint (count (snapshot, "G-NO-MEASURE", NULL), ==, 3);
}

static LampSnapshot *
new_priority (void)
{
  LampSnapshot *snapshot = new_school ();

  sample_add (snapshot, "goals", "priority", "level", "system", "title", "First things", "community", "district",
              "is_priority", "yes", NULL);

  return snapshot;
}

static void
a_priority_needs_a_team_at_work (void)
{
  g_autoptr (LampSnapshot) alone = new_priority ();
  g_autoptr (LampSnapshot) below = new_priority ();
  g_autoptr (LampSnapshot) linked = new_priority ();
  g_autoptr (LampSnapshot) cycled = new_priority ();
  g_autoptr (LampSnapshot) schools = new_priority ();

  assert_found (alone, "A-NOTEAM", "priority");
  sample_add (schools, "goals", "s", "level", "school", "title", "S", "community", "school", "parent", "priority",
              NULL);
  assert_found (schools, "A-NOTEAM", "priority");
  sample_add (below, "goals", "s", "level", "school", "title", "S", "community", "school", "parent", "priority",
              NULL);
  sample_add (below, "goals", "t", "level", "team", "title", "T", "community", "team", "parent", "s", NULL);
  assert_not_found (below, "A-NOTEAM", NULL);
  sample_add (linked, "goals", "t", "level", "team", "title", "T", "community", "team", NULL);
  sample_add (linked, "goals", "s", "level", "school", "title", "S", "community", "school", "parent", "priority",
              NULL);
  assert_found (linked, "A-NOTEAM", "priority");
  sample_add (linked, "goal_links", "l", "goal", "t", "supports", "s", NULL);
  assert_not_found (linked, "A-NOTEAM", NULL);
  sample_add (cycled, "cycles", "c", "community", "team", "title", "C", NULL);
  sample_add (cycled, "cycle_goals", "cg", "cycle", "c", "goal", "priority", NULL);
  assert_not_found (cycled, "A-NOTEAM", NULL);
}

static void
a_team_whose_goal_is_dropped_is_not_at_work (void)
{
  g_autoptr (LampSnapshot) snapshot = new_priority ();

  sample_add (snapshot, "goals", "t", "level", "team", "title", "T", "community", "team", "parent", "priority",
              "status", "dropped", NULL);
  assert_found (snapshot, "A-NOTEAM", "priority");
}

static void
an_action_team_needs_a_member_of_staff (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "people", "ada", "name", "Ada", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "people", "bo", "name", "Bo", "sector", "educators", "wall", "outside", NULL);
  sample_add (snapshot, "people", "cy", "name", "Cy", "sector", "parents", "wall", "inside", NULL);
  sample_add (snapshot, "communities", "with", "name", "With", "kind", "action-team", NULL);
  sample_add (snapshot, "memberships", "m1", "community", "with", "person", "ada", NULL);
  sample_add (snapshot, "communities", "without", "name", "Without", "kind", "action-team", NULL);
  sample_add (snapshot, "memberships", "m2", "community", "without", "person", "bo", NULL);
  sample_add (snapshot, "memberships", "m3", "community", "without", "person", "cy", NULL);
  sample_add (snapshot, "communities", "left", "name", "Left", "kind", "action-team", NULL);
  sample_add (snapshot, "memberships", "m4", "community", "left", "person", "ada", "until", "2026-06-30", NULL);
  sample_add (snapshot, "communities", "later", "name", "Later", "kind", "action-team", NULL);
  sample_add (snapshot, "memberships", "m5", "community", "later", "person", "ada", "since", "2027-01-01", NULL);
  assert_found (snapshot, "A-NOSTAFF", "without");
  assert_found (snapshot, "A-NOSTAFF", "left");
  assert_found (snapshot, "A-NOSTAFF", "later");
  g_assert_cmpuint (count (snapshot, "A-NOSTAFF", NULL), ==, 3);
}

static void
a_sector_with_nobody_is_found_in_the_file_and_in_each_school (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "communities", "other", "name", "Other", "kind", "school", "parent", "district", NULL);
  sample_add (snapshot, "people", "ada", "name", "Ada", "sector", "educators", "wall", "inside", NULL);
  sample_add (snapshot, "people", "cy", "name", "Cy", "sector", "parents", "wall", "outside", NULL);
  sample_add (snapshot, "memberships", "m1", "community", "team", "person", "ada", NULL);
  g_assert_cmpuint (count (snapshot, "S-SECTOR", NULL), ==, 4);
  assert_found (snapshot, "S-SECTOR", "school");
  assert_not_found (snapshot, "S-SECTOR", "other");
  sample_add (snapshot, "memberships", "m2", "community", "school", "person", "cy", NULL);
  assert_not_found (snapshot, "S-SECTOR", "school");
}

static void
an_agenda_longer_than_its_slot_is_found_until_it_is_closed (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();
  static const char * const states[][2] = { { "long", "open" }, { "past", "closed" }, { "fits", "draft" } };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *second = g_strconcat (states[i][0], "-2", NULL);

      sample_add (snapshot, "meetings", states[i][0], "title", "Weekly", "community", "team", "starts_at",
                  "2026-11-24T07:41", "minutes", "44", "state", states[i][1], NULL);
      sample_add (snapshot, "agenda_items", states[i][0], "meeting", states[i][0], "minutes", "40", "title", "A",
                  NULL);
      sample_add (snapshot, "agenda_items", second, "meeting", states[i][0], "minutes", i == 2 ? "4" : "7", "title",
                  "B", NULL);
    }
  assert_found (snapshot, "M-OVERLONG", "long");
  g_assert_cmpuint (count (snapshot, "M-OVERLONG", NULL), ==, 1);
}

static void
a_policy_without_support_is_found (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();

  sample_add (snapshot, "policies", "bare", "community", "district", "title", "Report monthly", NULL);
  sample_add (snapshot, "policies", "fair", "community", "district", "title", "Meet weekly", NULL);
  sample_add (snapshot, "supports", "s", "policy", "fair", "kind", "time", "title", "An hour on Tuesdays", NULL);
  assert_found (snapshot, "P-UNSUPPORTED", "bare");
  g_assert_cmpuint (count (snapshot, "P-UNSUPPORTED", NULL), ==, 1);
}

static LampSnapshot *
new_meetings (const char *cadence,
              const char *kind,
              const char *state,
              ...)
{
  LampSnapshot *snapshot = lamp_snapshot_new ();
  va_list days;
  const char *day;

  sample_add (snapshot, "communities", "c", "name", "C", "kind", kind, "cadence_weeks", cadence, NULL);
  va_start (days, state);
  while ((day = va_arg (days, const char *)) != NULL)
    {
      g_autofree char *starts_at = g_strconcat (day, "T07:41", NULL);

      sample_add (snapshot, "meetings", day, "title", "M", "community", "c", "starts_at", starts_at, "minutes", "44",
                  "state", state, NULL);
    }
  va_end (days);

  return snapshot;
}

static void
a_silence_longer_than_the_cadence_is_found (void)
{
  g_autoptr (LampSnapshot) kept = new_meetings ("2", "team", "closed", "2026-10-26", "2026-11-13", NULL);
  g_autoptr (LampSnapshot) past = new_meetings ("2", "team", "closed", "2026-10-12", "2026-11-02", "2026-11-16", NULL);
  g_autoptr (LampSnapshot) silent = new_meetings ("2", "team", "closed", "2026-10-12", "2026-10-26", NULL);
  g_autoptr (LampSnapshot) planned = new_meetings ("2", "team", "draft", "2026-11-23", "2026-12-21", NULL);
  g_autoptr (LampSnapshot) never = new_meetings ("2", "team", "closed", NULL);
  g_autoptr (LampSnapshot) unheld = new_meetings ("2", "team", "draft", "2026-11-02", NULL);
  g_autoptr (LampSnapshot) forgiven = new_meetings ("2", "team", "closed", "2025-11-03", "2026-06-01", NULL);

  assert_not_found (kept, "C-GAP", NULL);
  assert_found (past, "C-GAP", "c");
  assert_found (silent, "C-GAP", "c");
  assert_found (planned, "C-GAP", "c");
  assert_found (never, "C-GAP", "c");
  assert_found (unheld, "C-GAP", "c");
  sample_add (forgiven, "meetings", "next", "title", "M", "community", "c", "starts_at", "2026-06-15T07:41", "minutes",
              "44", "state", "closed", NULL);
  assert_found (forgiven, "C-GAP", "c");
}

static void
a_gap_that_ended_over_a_term_ago_is_let_go (void)
{
  g_autoptr (LampSnapshot) snapshot = new_meetings ("30", "team", "closed", "2025-01-13", "2026-06-15", "2026-11-16",
                                                    NULL);

  assert_not_found (snapshot, "C-GAP", NULL);
}

static void
who_has_not_said_how_often_is_held_to_a_month_or_not_at_all (void)
{
  g_autoptr (LampSnapshot) team = new_meetings (NULL, "team", "closed", "2026-01-12", NULL);
  g_autoptr (LampSnapshot) monthly = new_meetings (NULL, "action-team", "closed", "2026-10-13", "2026-11-17", NULL);
  g_autoptr (LampSnapshot) rare = new_meetings (NULL, "action-team", "closed", "2026-10-05", "2026-11-17", NULL);
  g_autoptr (LampSnapshot) series = new_meetings (NULL, "team", "closed", "2026-10-05", "2026-11-17", NULL);

  sample_add (series, "series", "s", "community", "c", "title", "S", NULL);
  assert_not_found (team, "C-GAP", NULL);
  assert_not_found (monthly, "C-GAP", NULL);
  assert_found (rare, "C-GAP", "c");
  assert_found (series, "C-GAP", "c");
}

static void
findings_come_in_one_order_whatever_the_order_of_the_rows (void)
{
  static const char * const ids[] = { "a", "b", "c", "d" };
  g_autofree char *first = NULL;

  for (guint turn = 0; turn < G_N_ELEMENTS (ids); turn++)
    {
      g_autoptr (LampSnapshot) snapshot = new_school ();
      g_autoptr (GPtrArray) findings = NULL;
      g_autofree char *json = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        sample_add (snapshot, "goals", ids[(i + turn) % G_N_ELEMENTS (ids)], "level", "team", "title", "T", NULL);
      findings = lamp_checks_run (snapshot, TODAY, NULL);
      json = lamp_findings_to_json (findings);
      for (guint i = 1; i < findings->len; i++)
        {
          const LampFinding *before = findings->pdata[i - 1];
          const LampFinding *after = findings->pdata[i];

          g_assert_cmpint (before->check->severity, <=, after->check->severity);
        }
      if (first == NULL)
        first = g_steal_pointer (&json);
      else
        g_assert_cmpstr (json, ==, first);
    }
}

static void
findings_travel_as_json (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonObject *object;

  sample_add (snapshot, "goals", "g", "level", "team", "title", "Say \"hi\" & <b>go</b>", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  json = lamp_findings_to_json (findings);
  root = json_from_string (json, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (root)), ==, findings->len);
  object = json_array_get_object_element (json_node_get_array (root), 0);
  g_assert_cmpstr (json_object_get_string_member (object, "code"), ==, "G-ORPHAN");
  g_assert_cmpstr (json_object_get_string_member (object, "severity"), ==, "error");
  g_assert_cmpstr (json_object_get_string_member (object, "pillar"), ==, "goal-alignment");
  g_assert_cmpstr (json_object_get_string_member (object, "type"), ==, "goals");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, "g");
  g_assert_cmpstr (json_object_get_string_member (object, "what"), ==,
                   "The goal “Say \"hi\" & <b>go</b>” supports no other goal.");
  g_assert_true (json_object_has_member (object, "title") && json_object_has_member (object, "why")
                 && json_object_has_member (object, "source") && json_object_has_member (object, "action"));
}

static void
a_finding_never_tells_the_words_of_a_private_goal (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *json = NULL;

  sample_add (snapshot, "goals", "mine", "level", "individual", "title", "SECRET", "community", "team", "is_priority",
              "yes", NULL);
  findings = lamp_checks_run (snapshot, TODAY, NULL);
  json = lamp_findings_to_json (findings);
  g_assert_cmpuint (count_in (findings, "G-ORPHAN", "mine"), ==, 1);
  g_assert_null (strstr (json, "SECRET"));
}

static void
a_pillar_counts_what_was_judged_and_what_holds (void)
{
  g_autoptr (LampSnapshot) snapshot = new_school ();
  g_autoptr (LampSnapshot) empty = lamp_snapshot_new ();
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) none = NULL;
  LampPillarFigure figures[LAMP_N_PILLARS];
  guint found[LAMP_N_PILLARS] = { 0 };

  lamp_row_set_text ((LampRow *) lamp_snapshot_find (snapshot, "communities", "district"), "purpose", "All read");
  sample_add (snapshot, "goals", "held", "level", "school", "title", "H", "parent", "system", "measure", "Pages", NULL);
  sample_add (snapshot, "goals", "lonely", "level", "team", "title", "L", NULL);
  findings = lamp_checks_run (snapshot, TODAY, figures);
  for (guint i = 0; i < findings->len; i++)
    found[((const LampFinding *) findings->pdata[i])->check->pillar]++;
  for (guint i = 0; i < LAMP_N_PILLARS; i++)
    g_assert_cmpuint (figures[i].judged - figures[i].kept, ==, found[i]);
  /* Alignment: orphans 1 of 2, cycles 1 of 1, inverted 1 of 1, skips 1 of 1, stalled 1 of 2, vision 1 of 1, audience 0 of
   * 1, why 0 of 2, twins 3 of 3, the team's purpose 0 of 1 and its goal 0 of 1. */
  g_assert_cmpuint (figures[LAMP_PILLAR_ALIGNMENT].judged, ==, 16);
  g_assert_cmpuint (figures[LAMP_PILLAR_ALIGNMENT].kept, ==, 9);
  g_assert_cmpuint (figures[LAMP_PILLAR_IMPROVEMENT].judged, ==, 3);
  g_assert_cmpuint (figures[LAMP_PILLAR_IMPROVEMENT].kept, ==, 1);

  none = lamp_checks_run (empty, TODAY, figures);
  g_assert_cmpuint (none->len, ==, 5);
  g_assert_cmpuint (figures[LAMP_PILLAR_ALIGNMENT].judged, ==, 0);
}

static void
what_is_found_in_a_random_forest_is_what_the_definition_says (void)
{
  static const char * const levels[] = { "system", "school", "team", "individual" };

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();
      guint size = (guint) g_test_rand_int_range (1, 40);
      g_autoptr (GPtrArray) findings = NULL;
      guint orphans = 0, inverted = 0, skips = 0;

      for (guint i = 0; i < size; i++)
        {
          g_autofree char *id = g_strdup_printf ("g%u", i);
          g_autofree char *parent = g_strdup_printf ("g%d", g_test_rand_int_range (0, (int) size + 2));

          sample_add (snapshot, "goals", id, "level", levels[g_test_rand_int_range (0, 4)], "title", id, "parent",
                      g_test_rand_bit () ? parent : NULL, NULL);
        }
      for (guint i = 0; i < size; i++)
        {
          const LampRow *goal = lamp_snapshot_get (snapshot, "goals")->pdata[i];
          const LampRow *parent = lamp_snapshot_find (snapshot, "goals", lamp_row_get_text (goal, "parent"));
          int step = parent != NULL ? lamp_goal_get_rank (goal) - lamp_goal_get_rank (parent) : 0;

          orphans += parent == NULL && lamp_goal_get_rank (goal) > 0;
          inverted += step < 0;
          skips += step > 1;
        }
      findings = lamp_checks_run (snapshot, TODAY, NULL);
      g_assert_cmpuint (count_in (findings, "G-ORPHAN", NULL), ==, orphans);
      g_assert_cmpuint (count_in (findings, "G-INVERTED", NULL), ==, inverted);
      g_assert_cmpuint (count_in (findings, "G-SKIP", NULL), ==, skips);
      g_assert_cmpuint (count_in (findings, "G-NO-OWNER", NULL), ==, size);
    }
}

static void
a_chain_of_a_hundred_thousand_goals_is_judged (void)
{
  g_autoptr (LampSnapshot) snapshot = lamp_snapshot_new ();

  for (guint i = 0; i < 100000; i++)
    {
      g_autofree char *id = g_strdup_printf ("g%u", i);
      g_autofree char *parent = g_strdup_printf ("g%u", i + 1);

      sample_add (snapshot, "goals", id, "level", "team", "title", id, "parent", parent, NULL);
    }
  assert_found (snapshot, "G-ORPHAN", NULL);
  lamp_row_set_text (lamp_snapshot_get (snapshot, "goals")->pdata[99999], "parent", "g0");
  assert_found (snapshot, "G-CYCLE", NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/checks/" #name, name)
  ADD (every_check_explains_itself);
  ADD (a_goal_that_supports_nothing_is_an_orphan);
  ADD (goals_in_a_circle_are_found_once_for_each_circle);
  ADD (levels_are_neither_turned_round_nor_jumped_over);
  ADD (a_high_goal_that_nothing_carries_is_stalled);
  ADD (a_goal_needs_an_owner_who_is_there);
  ADD (a_goal_is_measured_by_itself_or_by_what_it_rolls_up);
  ADD (a_priority_needs_a_team_at_work);
  ADD (a_team_whose_goal_is_dropped_is_not_at_work);
  ADD (an_action_team_needs_a_member_of_staff);
  ADD (a_sector_with_nobody_is_found_in_the_file_and_in_each_school);
  ADD (an_agenda_longer_than_its_slot_is_found_until_it_is_closed);
  ADD (a_policy_without_support_is_found);
  ADD (a_silence_longer_than_the_cadence_is_found);
  ADD (a_gap_that_ended_over_a_term_ago_is_let_go);
  ADD (who_has_not_said_how_often_is_held_to_a_month_or_not_at_all);
  ADD (findings_come_in_one_order_whatever_the_order_of_the_rows);
  ADD (findings_travel_as_json);
  ADD (a_finding_never_tells_the_words_of_a_private_goal);
  ADD (a_pillar_counts_what_was_judged_and_what_holds);
  ADD (what_is_found_in_a_random_forest_is_what_the_definition_says);
  ADD (a_chain_of_a_hundred_thousand_goals_is_judged);

  return g_test_run ();
}
