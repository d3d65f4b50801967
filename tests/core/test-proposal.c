/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-proposal.h"

#define DAY "2026-11-17"

typedef struct
{
  LampSnapshot *snapshot;
  LampProposalOptions options;
} Fixture;

static LampRow *
add (Fixture    *fixture,
     const char *type,
     const char *id)
{
  LampRow *row = lamp_row_new (lamp_schema_find (type));

  lamp_row_set_text (row, "id", id);
  lamp_row_set_text (row, "created_at", "2026-11-22T10:00:00.000Z");
  lamp_row_set_text (row, "modified_at", "2026-11-22T10:00:00.000Z");
  if (lamp_record_type_find_field (row->type, "community") >= 0)
    lamp_row_set_text (row, "community", "c");
  lamp_snapshot_take (fixture->snapshot, row);

  return row;
}

static LampRow *
add_titled (Fixture    *fixture,
            const char *type,
            const char *id,
            const char *title)
{
  LampRow *row = add (fixture, type, id);

  lamp_row_set_text (row, row->type->title, title);

  return row;
}

static LampRow *
add_meeting (Fixture    *fixture,
             const char *id,
             const char *starts_at)
{
  LampRow *meeting = add_titled (fixture, "meetings", id, "Team meeting");

  lamp_row_set_text (meeting, "starts_at", starts_at);
  lamp_row_set_integer (meeting, "minutes", 44);
  lamp_row_set_text (meeting, "state", "closed");

  return meeting;
}

static LampRow *
add_commitment (Fixture    *fixture,
                const char *id,
                const char *text,
                const char *due)
{
  LampRow *commitment = add_titled (fixture, "commitments", id, text);

  lamp_row_set_text (commitment, "due", due);

  return commitment;
}

static LampRow *
add_problem (Fixture    *fixture,
             const char *id,
             const char *title,
             const char *next_look_on)
{
  LampRow *problem = add_titled (fixture, "problems", id, title);

  lamp_row_set_text (problem, "kind", "wicked");
  lamp_row_set_text (problem, "next_look_on", next_look_on);

  return problem;
}

static LampRow *
add_stage (Fixture    *fixture,
           const char *id,
           int         position,
           const char *status,
           const char *starts_on,
           const char *ends_on)
{
  LampRow *stage = add_titled (fixture, "stages", id, id);

  lamp_row_set_text (stage, "cycle", "cycle");
  lamp_row_set_text (stage, "characteristic", "data");
  lamp_row_set_integer (stage, "position", position);
  lamp_row_set_text (stage, "status", status);
  lamp_row_set_text (stage, "starts_on", starts_on);
  lamp_row_set_text (stage, "ends_on", ends_on);

  return stage;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  LampRow *norm;

  fixture->snapshot = lamp_snapshot_new ();
  add_titled (fixture, "cycles", "cycle", "Reading");
  fixture->options = (LampProposalOptions) { .community = "c", .meeting = "m", .starts_at = DAY "T07:41", .minutes = 75 };
  norm = add_titled (fixture, "norms", "n1", "We begin on time.");
  lamp_row_set_text (norm, "adopted_on", "2026-11-01");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->snapshot);
}

static LampProposal *
propose (Fixture *fixture)
{
  return lamp_proposal_new (fixture->snapshot, &fixture->options);
}

static LampRow *
find_in (GPtrArray  *rows,
         const char *title)
{
  for (guint i = 0; i < rows->len; i++)
    if (lamp_row_is (rows->pdata[i], "title", title))
      return rows->pdata[i];

  return NULL;
}

static void
assert_why (LampProposal *proposal,
            const char   *title,
            const char   *why)
{
  LampRow *item = find_in (proposal->items, title);

  g_assert_nonnull (item);
  g_assert_cmpstr (lamp_row_get_text (item, "why"), ==, why);
}

static guint
count_kind (GPtrArray  *items,
            const char *kind)
{
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    count += lamp_row_is (items->pdata[i], "kind", kind);

  return count;
}

static void
assert_sound (Fixture      *fixture,
              LampProposal *proposal)
{
  static const char * const blocks[] = { "check-in", "conversation", "work", "reflection" };
  int sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    g_assert_cmpuint (count_kind (proposal->items, blocks[i]), >=, 1);
  for (guint i = 0; i < proposal->items->len; i++)
    {
      LampRow *item = proposal->items->pdata[i];

      sum += (int) lamp_row_get_integer (item, "minutes");
      g_assert_null (lamp_row_get_id (item));
      g_assert_cmpint (lamp_row_get_integer (item, "position"), ==, i);
      g_assert_cmpstr (lamp_row_get_text (item, "why"), !=, NULL);
      lamp_row_set_text (item, "id", "x");
      lamp_row_set_text (item, "created_at", "2026-11-22T10:00:00.000Z");
      lamp_row_set_text (item, "modified_at", "2026-11-22T10:00:00.000Z");
      g_assert_true (lamp_row_validate (item, NULL, NULL));
      lamp_row_unset (item, "id");
    }
  g_assert_true (proposal->fit.fits);
  g_assert_cmpint (sum, ==, proposal->fit.total);
  g_assert_cmpint (sum, <=, fixture->options.minutes);
}

static void
an_empty_file_still_gives_the_four_blocks (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = propose (fixture);

  assert_sound (fixture, proposal);
  g_assert_cmpuint (proposal->items->len, ==, 4);
  g_assert_cmpuint (proposal->left_out->len, ==, 0);
  g_assert_cmpint (proposal->fit.total, ==, 75);
  g_assert_true (lamp_row_is (proposal->items->pdata[0], "kind", "check-in"));
  g_assert_true (lamp_row_is (proposal->items->pdata[3], "kind", "reflection"));
  g_assert_cmpint (lamp_row_get_integer (proposal->items->pdata[3], "protected"), ==, 1);
}

static void
every_slot_of_four_minutes_or_more_is_kept (Fixture       *fixture,
                                            gconstpointer  data)
{
  for (int minutes = 4; minutes <= 200; minutes++)
    {
      g_autoptr (LampProposal) proposal = NULL;

      fixture->options.minutes = minutes;
      proposal = propose (fixture);
      assert_sound (fixture, proposal);
    }
}

static void
open_commitments_are_named_with_owner_and_day (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  add_titled (fixture, "people", "p1", "Tom & <b>Jerry</b>");
  lamp_row_set_text (add_commitment (fixture, "k1", "Call the families", "2026-11-10"), "owner", "p1");
  add_commitment (fixture, "k2", "Order books", DAY);
  add_commitment (fixture, "k3", "Think about it", NULL);
  lamp_row_set_text (add_commitment (fixture, "k4", "Done already", "2026-11-01"), "done_on", "2026-11-02");
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "What we promised each other",
              "3 commitments are open, 1 overdue.\n“Call the families”, Tom & <b>Jerry</b>, due 10 Nov 2026\n"
              "“Order books”, due 17 Nov 2026\n“Think about it”");
}

static void
a_stage_that_is_due_becomes_the_work (Fixture       *fixture,
                                      gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *item;

  add_stage (fixture, "Look at the data", 1, "done", "2026-09-01", "2026-10-01");
  add_stage (fixture, "Agree on goals", 2, "active", "2026-10-01", "2026-11-20");
  add_stage (fixture, "Learn", 3, "planned", "2026-11-18", "2026-12-20");
  add_titled (fixture, "evidence", "e", "They read.");
  lamp_row_set_text (lamp_snapshot_get (fixture->snapshot, "evidence")->pdata[0], "stage", "Agree on goals");
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "Agree on goals", "The stage “Agree on goals” of “Reading” is due: it ends on 20 Nov 2026.");
  g_assert_null (find_in (proposal->items, "Learn"));
  item = find_in (proposal->items, "Agree on goals");
  g_assert_cmpstr (lamp_row_get_text (item, "kind"), ==, "work");
  g_assert_cmpstr (lamp_row_get_text (item, "activity"), ==, "data-analysis");
  g_assert_cmpstr (lamp_row_get_text (item, "cycle"), ==, "cycle");
  g_assert_cmpuint (count_kind (proposal->items, "work"), ==, 1);
}

static void
a_stage_that_is_late_says_so (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  add_stage (fixture, "Late", 1, "planned", "2026-09-01", "2026-10-01");
  add_stage (fixture, "Later", 2, "planned", "2026-10-01", "2026-11-01");
  proposal = propose (fixture);
  assert_why (proposal, "Late", "The stage “Late” of “Reading” is due: it should have ended on 1 Oct 2026.");
  g_assert_null (find_in (proposal->items, "Later"));
}

static void
a_stage_far_away_is_left_in_peace (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  add_stage (fixture, "Far", 1, "planned", "2026-12-02", "2026-12-20");
  proposal = propose (fixture);
  g_assert_null (find_in (proposal->items, "Far"));
}

static void
a_stage_under_way_without_evidence_is_asked_for_it (Fixture       *fixture,
                                                    gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  add_stage (fixture, "Try it", 1, "active", "2026-10-01", "2027-03-01");
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "What evidence do we have: Try it",
              "The stage “Try it” of “Reading” is under way and has no evidence yet.");
  assert_why (proposal, "Try it", "This stage of our cycle is under way."); /* nothing is due: it is the work */
}

static void
a_decision_is_looked_at_again_on_its_day_and_not_before (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *due, *later;

  add_meeting (fixture, "m1", "2026-10-06T07:41");
  due = add_titled (fixture, "decisions", "d1", "We read for twenty minutes each day.\nAll of us.");
  lamp_row_set_text (due, "meeting", "m1");
  lamp_row_set_text (due, "revisit_on", DAY);
  later = add_titled (fixture, "decisions", "d2", "No homework on Fridays.");
  lamp_row_set_text (later, "meeting", "m1");
  lamp_row_set_text (later, "revisit_on", "2026-11-18");
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "Look again: We read for twenty minutes each day.",
              "Decided on 6 Oct 2026, to be looked at again by 17 Nov 2026.");
  g_assert_null (find_in (proposal->items, "Look again: No homework on Fridays."));
}

static void
a_mandated_strategy_is_looked_at_again_even_without_a_day (Fixture       *fixture,
                                                           gconstpointer  data)
{
  static const struct { const char *id, *origin, *revisit_on, *status; } rows[] = {
    { "dated", "mandated", "2026-11-01", "in-progress" },
    { "undated", "mandated", NULL, NULL },
    { "shared", "shared", NULL, NULL },
    { "finished", "mandated", NULL, "met" },
    { "future", "mandated", "2027-01-01", NULL },
  };
  g_autoptr (LampProposal) proposal = NULL;

  add_titled (fixture, "goals", "g1", "Reading");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LampRow *strategy = add_titled (fixture, "strategies", rows[i].id, rows[i].id);

      lamp_row_set_text (strategy, "goal", "g1");
      lamp_row_set_text (strategy, "origin", rows[i].origin);
      lamp_row_set_text (strategy, "revisit_on", rows[i].revisit_on);
      lamp_row_set_text (strategy, "status", rows[i].status);
    }
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "Look again: dated", "It was decided for us, and is to be looked at again by 1 Nov 2026.");
  assert_why (proposal, "Look again: undated", "It was decided for us, and no day is set to look at it again.");
  g_assert_null (find_in (proposal->items, "Look again: shared"));
  g_assert_null (find_in (proposal->items, "Look again: finished"));
  g_assert_null (find_in (proposal->items, "Look again: future"));
}

static void
a_wicked_problem_is_looked_at_again_on_its_day (Fixture       *fixture,
                                                gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *solved = add_problem (fixture, "t", "The copier", "2026-11-16");

  add_problem (fixture, "w", "Who is left out?", "2026-11-16");
  lamp_row_set_text (solved, "kind", "tame");
  lamp_row_set_text (solved, "resolved_on", "2026-11-15");
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "Who is left out?", "A problem without an end; we said we would look at it again by 16 Nov 2026.");
  g_assert_cmpstr (lamp_row_get_text (find_in (proposal->items, "Who is left out?"), "problem"), ==, "w");
  g_assert_null (find_in (proposal->items, "The copier"));
  g_assert_cmpuint (count_kind (proposal->items, "conversation"), ==, 1); /* it is the conversation */
}

static void
norms_are_looked_at_after_four_meetings_and_not_after_three (Fixture       *fixture,
                                                             gconstpointer  data)
{
  g_autoptr (LampProposal) before = NULL;
  g_autoptr (LampProposal) after = NULL;

  add_meeting (fixture, "m0", "2026-11-01T07:41"); /* the day on which they were adopted */
  add_meeting (fixture, "m1", "2026-11-02T07:41");
  add_meeting (fixture, "m2", "2026-11-04T07:41");
  add_meeting (fixture, "m3", "2026-11-06T07:41");
  before = propose (fixture);
  g_assert_null (find_in (before->items, "Are these still our norms?"));
  add_meeting (fixture, "m4", "2026-11-08T07:41");
  add_meeting (fixture, "m5", "2026-12-08T07:41"); /* after this one */
  after = propose (fixture);
  assert_why (after, "Are these still our norms?", "We have met 4 times since we last looked at our norms.");
}

static void
a_community_without_norms_is_asked_for_them (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  fixture->options.community = "other";
  proposal = propose (fixture);
  assert_why (proposal, "Agree on our norms", "No norms of working together have been written down yet.");
}

static void
what_was_not_discussed_last_time_comes_back (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *item;

  add_meeting (fixture, "m1", "2026-11-03T07:41");
  item = add_titled (fixture, "agenda_items", "a1", "The timetable");
  lamp_row_set_text (item, "meeting", "m1");
  lamp_row_set_text (item, "kind", "work");
  lamp_row_set_text (item, "state", "planned");
  lamp_row_set_integer (item, "minutes", 20);
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  assert_why (proposal, "The timetable", "Carried over from 3 Nov 2026: it was not discussed.");
  g_assert_cmpstr (lamp_row_get_text (find_in (proposal->items, "The timetable"), "carried_from"), ==, "a1");
  g_assert_cmpuint (count_kind (proposal->items, "work"), ==, 1);
}

static void
a_meeting_still_to_come_leaves_nothing_over (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (LampProposal) early = NULL;
  g_autoptr (LampProposal) late = NULL;
  LampRow *item;

  add_meeting (fixture, "m1", "2026-11-03T07:41");
  item = add_titled (fixture, "agenda_items", "a1", "The timetable");
  lamp_row_set_text (item, "meeting", "m1");
  lamp_row_set_text (item, "kind", "work");
  lamp_row_set_integer (item, "minutes", 20);
  fixture->options.now = "2026-11-02T12:00";
  early = propose (fixture);
  g_assert_null (find_in (early->items, "The timetable"));
  fixture->options.now = "2026-11-03T12:00";
  late = propose (fixture);
  g_assert_nonnull (find_in (late->items, "The timetable"));
}

static void
two_topics_of_one_name_are_one (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *item;

  add_meeting (fixture, "m1", "2026-11-03T07:41");
  item = add_titled (fixture, "agenda_items", "a1", "What we promised each other");
  lamp_row_set_text (item, "meeting", "m1");
  lamp_row_set_text (item, "kind", "review");
  lamp_row_set_integer (item, "minutes", 5);
  add_commitment (fixture, "k1", "Call the families", NULL);
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  g_assert_cmpuint (count_kind (proposal->items, "review"), ==, 1);
  assert_why (proposal, "What we promised each other",
              "Carried over from 3 Nov 2026: it was not discussed.\n1 commitment is open.\n“Call the families”");
}

static void
two_problems_of_one_name_stay_two (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  add_problem (fixture, "p1", "Homework", "2026-11-01");
  add_problem (fixture, "p2", "Homework", "2026-11-01");
  proposal = propose (fixture);
  g_assert_cmpuint (count_kind (proposal->items, "conversation"), ==, 2);
}

static void
without_anything_due_the_priority_is_the_work (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *secret;

  lamp_row_set_text (add_titled (fixture, "goals", "g1", "Soon"), "due", "2026-12-01");
  lamp_row_set_integer (add_titled (fixture, "goals", "g2", "Priority"), "is_priority", 1);
  secret = add_titled (fixture, "goals", "g3", "Secret");
  lamp_row_set_integer (secret, "is_priority", 1);
  lamp_row_set_integer (secret, "private", 1);
  lamp_row_set_text (secret, "due", "2026-11-20");
  proposal = propose (fixture);
  assert_why (proposal, "Priority", "It is a priority among our goals.");
  g_assert_null (find_in (proposal->items, "Secret"));
}

static void
fill_with_problems (Fixture *fixture,
                    guint    n_problems)
{
  for (guint i = 0; i < n_problems; i++)
    {
      g_autofree char *id = g_strdup_printf ("w%02u", i);

      add_problem (fixture, id, id, "2026-11-01");
    }
}

static void
what_finds_no_place_is_left_out_and_listed (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  fixture->options.minutes = 44;
  add_commitment (fixture, "k1", "Call the families", NULL);
  fill_with_problems (fixture, 12);
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  g_assert_cmpint (proposal->fit.total, ==, 44);
  g_assert_nonnull (find_in (proposal->items, "What we promised each other"));
  g_assert_cmpuint (proposal->left_out->len, >, 0);
  g_assert_cmpuint (proposal->left_out->len + count_kind (proposal->items, "conversation"), ==, 12);
  g_assert_cmpstr (lamp_row_get_text (proposal->left_out->pdata[0], "why"), !=, NULL);
}

static void
an_item_too_long_for_the_slot_does_not_push_out_the_blocks (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;
  LampRow *item;

  fixture->options.minutes = 30;
  add_meeting (fixture, "m1", "2026-11-03T07:41");
  item = add_titled (fixture, "agenda_items", "a1", "An hour of it");
  lamp_row_set_text (item, "meeting", "m1");
  lamp_row_set_text (item, "kind", "work");
  lamp_row_set_integer (item, "minutes", 60);
  lamp_row_set_integer (item, "protected", 1);
  proposal = propose (fixture);
  assert_sound (fixture, proposal);
  g_assert_nonnull (find_in (proposal->left_out, "An hour of it"));
}

static void
other_communities_do_not_get_in (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (LampProposal) proposal = NULL;

  lamp_row_set_text (add_problem (fixture, "w", "Theirs", "2026-11-01"), "community", "other");
  lamp_row_set_text (add_commitment (fixture, "k1", "Call", NULL), "community", "other");
  proposal = propose (fixture);
  g_assert_cmpuint (proposal->items->len, ==, 4);
}

static void
the_same_file_gives_the_same_agenda (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (LampProposal) one = NULL;
  g_autoptr (LampProposal) other = NULL;

  fill_with_problems (fixture, 9);
  add_commitment (fixture, "k1", "Call the families", NULL);
  one = propose (fixture);
  other = propose (fixture);
  g_assert_cmpuint (one->items->len, ==, other->items->len);
  for (guint i = 0; i < one->items->len; i++)
    g_assert_true (lamp_row_equal (one->items->pdata[i], other->items->pdata[i], TRUE));
}

#define TEST(name) g_test_add ("/proposal/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TEST (an_empty_file_still_gives_the_four_blocks);
  TEST (every_slot_of_four_minutes_or_more_is_kept);
  TEST (open_commitments_are_named_with_owner_and_day);
  TEST (a_stage_that_is_due_becomes_the_work);
  TEST (a_stage_that_is_late_says_so);
  TEST (a_stage_far_away_is_left_in_peace);
  TEST (a_stage_under_way_without_evidence_is_asked_for_it);
  TEST (a_decision_is_looked_at_again_on_its_day_and_not_before);
  TEST (a_mandated_strategy_is_looked_at_again_even_without_a_day);
  TEST (a_wicked_problem_is_looked_at_again_on_its_day);
  TEST (norms_are_looked_at_after_four_meetings_and_not_after_three);
  TEST (a_community_without_norms_is_asked_for_them);
  TEST (what_was_not_discussed_last_time_comes_back);
  TEST (a_meeting_still_to_come_leaves_nothing_over);
  TEST (two_topics_of_one_name_are_one);
  TEST (two_problems_of_one_name_stay_two);
  TEST (without_anything_due_the_priority_is_the_work);
  TEST (what_finds_no_place_is_left_out_and_listed);
  TEST (an_item_too_long_for_the_slot_does_not_push_out_the_blocks);
  TEST (other_communities_do_not_get_in);
  TEST (the_same_file_gives_the_same_agenda);

  return g_test_run ();
}
