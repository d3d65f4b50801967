/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-decision-rules.h"

#include <string.h>

typedef struct
{
  const char *method;
  const char *tally;
  LampOutcome outcome;
  guint n_reasons;
} Case;

static LampVerdict *
judge (const char *method,
       const char *json,
       guint       n_present)
{
  g_autoptr (LampTally) tally = lamp_tally_parse (json);

  return lamp_decision_judge (lamp_decision_method_find (method), tally, n_present);
}

static void
assert_cases (const Case *cases,
              guint       n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (LampVerdict) verdict = judge (cases[i].method, cases[i].tally, 0);

      g_test_message ("%s %s: %s", cases[i].method, cases[i].tally, verdict->sentence);
      g_assert_cmpint (verdict->outcome, ==, cases[i].outcome);
      g_assert_cmpuint (verdict->n_reasons, ==, cases[i].n_reasons);
      g_assert_cmpstr (verdict->sentence, !=, "");
    }
}

static void
consent_holds_until_somebody_objects (void)
{
  static const Case cases[] = {
    { "consent", "{\"consent\":4}", LAMP_OUTCOME_ADOPTED, 0 },
    { "consent", "{\"consent\":1,\"concern\":6,\"aside\":2}", LAMP_OUTCOME_ADOPTED, 0 },
    { "consent", "{\"consent\":11,\"object\":1}", LAMP_OUTCOME_BLOCKED, 1 },
    { "consent", "{\"aside\":3}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
consensus_wants_more_behind_it_than_aside_and_no_block (void)
{
  static const Case cases[] = {
    { "consensus", "{\"agree\":5,\"reservations\":2,\"stand-aside\":2}", LAMP_OUTCOME_ADOPTED, 0 },
    { "consensus", "{\"agree\":2,\"stand-aside\":2}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
    { "consensus", "{\"agree\":9,\"block\":2}", LAMP_OUTCOME_BLOCKED, 2 },
  };

  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
the_eight_steps_are_weighed_by_the_side_they_are_on (void)
{
  static const Case cases[] = {
    { "gradients", "{\"endorse\":1,\"reservations\":3,\"go-along\":2,\"disagree\":4}", LAMP_OUTCOME_ADOPTED, 0 },
    { "gradients", "{\"endorse\":2,\"abstain\":9,\"disagree\":1}", LAMP_OUTCOME_ADOPTED, 0 },
    { "gradients", "{\"endorse\":3,\"discuss\":3}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
    { "gradients", "{\"endorse\":2,\"disagree\":4}", LAMP_OUTCOME_NOT_ADOPTED, 0 },
    { "gradients", "{\"endorse\":7,\"veto\":1}", LAMP_OUTCOME_BLOCKED, 1 },
    { "gradients", "{\"abstain\":5}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
  };
  g_autoptr (LampVerdict) verdict = judge ("gradients", cases[0].tally, 0);

  assert_cases (cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (verdict->sentence, ==, "6 of 10 hands are on the supporting side.");
}

static void
a_fist_holds_it_up_and_few_fingers_ask_for_another_round (void)
{
  static const Case cases[] = {
    { "fist-to-five", "{\"5\":2,\"4\":2,\"3\":1}", LAMP_OUTCOME_ADOPTED, 0 },
    { "fist-to-five", "{\"5\":8,\"2\":1}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
    { "fist-to-five", "{\"5\":8,\"0\":1}", LAMP_OUTCOME_BLOCKED, 1 },
  };
  g_autoptr (LampVerdict) verdict = judge ("fist-to-five", cases[0].tally, 5);

  assert_cases (cases, G_N_ELEMENTS (cases));
  g_assert_cmpstr (verdict->sentence, ==, "Mean 4.2, from 3 to 5: nobody shows fewer than three.");
  g_assert_null (verdict->remark);
}

static void
a_vote_goes_by_those_who_vote (void)
{
  static const Case cases[] = {
    { "vote", "{\"for\":3,\"against\":2,\"abstain\":20}", LAMP_OUTCOME_ADOPTED, 0 },
    { "vote", "{\"for\":2,\"against\":2}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
    { "vote", "{\"for\":1,\"against\":2}", LAMP_OUTCOME_NOT_ADOPTED, 0 },
    { "vote", "{\"abstain\":7}", LAMP_OUTCOME_NOT_ADOPTED, 0 },
    { "vote", "{\"Monday\":4,\"Tuesday\":3}", LAMP_OUTCOME_ADOPTED, 0 },
    { "vote", "{\"Monday\":3,\"Tuesday\":2,\"Friday\":2}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
    { "vote", "{\"Friday\":1,\"Monday\":3,\"Tuesday\":3}", LAMP_OUTCOME_ANOTHER_ROUND, 0 },
  };
  g_autoptr (LampVerdict) tie = judge ("vote", cases[6].tally, 0);

  assert_cases (cases, G_N_ELEMENTS (cases));
  g_assert_true (g_str_has_prefix (tie->sentence, "A tie"));
}

static void
who_decides_after_advice_may_go_against_it_and_says_why (void)
{
  static const Case cases[] = {
    { "advice", "{\"go-ahead\":3}", LAMP_OUTCOME_ADOPTED, 0 },
    { "advice", "{\"go-ahead\":1,\"advise-against\":2}", LAMP_OUTCOME_ADOPTED, 0 },
    { "advice", "{}", LAMP_OUTCOME_UNCOUNTED, 0 },
  };
  g_autoptr (LampVerdict) verdict = judge ("advice", cases[1].tally, 0);

  assert_cases (cases, G_N_ELEMENTS (cases));
  g_assert_true (g_str_has_prefix (verdict->sentence, "2 of 3 people asked advise against it"));
}

static void
hands_are_held_against_who_is_present (void)
{
  g_autoptr (LampVerdict) many = judge ("vote", "{\"for\":14}", 12);
  g_autoptr (LampVerdict) few = judge ("vote", "{\"for\":9}", 12);
  g_autoptr (LampVerdict) unknown = judge ("vote", "{\"for\":9}", 0);

  g_assert_cmpstr (many->remark, ==, "14 hands, but only 12 people are marked as present.");
  g_assert_cmpstr (few->remark, ==, "3 of 12 people present have not been counted.");
  g_assert_null (unknown->remark);
}

static void
an_objection_needs_its_reason (void)
{
  g_autoptr (LampVerdict) verdict = judge ("consent", "{\"consent\":5,\"object\":2}", 0);
  g_autoptr (LampVerdict) none = judge ("consent", "{\"consent\":5}", 0);
  g_autofree char *message = NULL;
  g_autofree char *nothing = NULL;

  g_assert_false (lamp_decision_allows_reasons (verdict, NULL, NULL));
  g_assert_false (lamp_decision_allows_reasons (verdict, "  \n\n", NULL));
  g_assert_false (lamp_decision_allows_reasons (verdict, "It costs the break.\n \n", &message));
  g_assert_cmpstr (message, ==, "1 objection has no reason yet: write one line for each.");
  g_assert_true (lamp_decision_allows_reasons (verdict, "It costs the break.\nThe bus will not wait.", &nothing));
  g_assert_null (nothing);
  g_assert_true (lamp_decision_allows_reasons (none, NULL, NULL));
}

static void
a_mandate_needs_a_day_to_come (void)
{
  g_autofree char *message = NULL;

  g_assert_true (lamp_decision_allows_revisit (FALSE, NULL, "2026-11-22", NULL));
  g_assert_true (lamp_decision_allows_revisit (FALSE, "2026-01-01", "2026-11-22", NULL));
  g_assert_false (lamp_decision_allows_revisit (FALSE, "soon", "2026-11-22", NULL));
  g_assert_false (lamp_decision_allows_revisit (TRUE, NULL, "2026-11-22", &message));
  g_assert_cmpstr (message, ==, "What is mandated needs a day on which you look at it again.");
  g_assert_false (lamp_decision_allows_revisit (TRUE, "2026-11-22", "2026-11-22", NULL));
  g_assert_true (lamp_decision_allows_revisit (TRUE, "2026-11-23", "2026-11-22", NULL));
}

static void
the_methods_are_those_of_the_record_type (void)
{
  const LampRecordType *type = lamp_schema_find ("decisions");
  const LampField *field = &type->fields[lamp_record_type_find_field (type, "method")];
  guint n_methods;
  const LampDecisionMethod *methods = lamp_decision_methods_get_all (&n_methods);
  guint i;

  for (i = 0; field->choices[i].nick != NULL; i++)
    {
      g_assert_cmpuint (i, <, n_methods);
      g_assert_cmpstr (field->choices[i].nick, ==, methods[i].name);
      g_assert_cmpstr (lamp_decision_method_get_rule (&methods[i]), !=, "");
      for (guint o = 0; o < methods[i].n_options; o++)
        {
          const LampDecisionOption *option = &methods[i].options[o];

          g_assert_true (lamp_decision_method_find_option (&methods[i], option->name) == option);
          g_assert_cmpstr (lamp_decision_option_get_label (option), !=, "");
          g_assert_cmpstr (lamp_decision_option_get_meaning (option), !=, "");
          g_assert_true (g_str_has_suffix (lamp_decision_option_get_prompt (option), "?"));
        }
    }
  g_assert_cmpuint (i, ==, n_methods);
  g_assert_cmpuint (lamp_decision_method_find ("gradients")->n_options, ==, 8);
  g_assert_cmpuint (lamp_decision_method_find ("fist-to-five")->n_options, ==, 6);
}

static LampTally *
make_tally (const LampDecisionMethod *method)
{
  LampTally *tally = lamp_tally_new ();

  for (guint i = 0; i < method->n_options; i++)
    if (g_test_rand_bit ())
      lamp_tally_set (tally, method->options[i].name, (guint) g_test_rand_int_range (0, 9));
  if (method->own_options && g_test_rand_int_range (0, 4) == 0)
    lamp_tally_set (tally, "Monday & <b>", (guint) g_test_rand_int_range (0, 9));

  return tally;
}

/* One more hand for it never makes it worse, unless the options are the group's own. */
static void
assert_support_helps (const LampDecisionMethod *method,
                      LampTally                *tally,
                      const LampVerdict        *before)
{
  const char *best = method->options[0].name;
  g_autoptr (LampVerdict) after = NULL;

  if (lamp_tally_get (tally, "Monday & <b>") > 0)
    return;
  lamp_tally_set (tally, best, lamp_tally_get (tally, best) + 1);
  after = lamp_decision_judge (method, tally, 0);
  if (before->outcome == LAMP_OUTCOME_ADOPTED)
    g_assert_cmpint (after->outcome, ==, LAMP_OUTCOME_ADOPTED);
  g_assert_cmpuint (after->n_reasons, ==, before->n_reasons);
}

static void
whatever_is_counted_there_is_one_verdict_and_a_block_always_stands (void)
{
  guint n_methods;
  const LampDecisionMethod *methods = lamp_decision_methods_get_all (&n_methods);

  for (guint run = 0; run < 3000; run++)
    {
      const LampDecisionMethod *method = &methods[g_test_rand_int_range (0, (int) n_methods)];
      g_autoptr (LampTally) tally = make_tally (method);
      g_autoptr (LampVerdict) verdict = lamp_decision_judge (method, tally, 12);
      guint blocks = 0;

      for (guint i = 0; i < method->n_options; i++)
        if (method->options[i].stance == LAMP_STANCE_BLOCK)
          blocks += lamp_tally_get (tally, method->options[i].name);
      g_assert_cmpuint (verdict->n_reasons, ==, blocks);
      g_assert_true ((verdict->outcome == LAMP_OUTCOME_BLOCKED) == (blocks > 0));
      g_assert_true ((verdict->outcome == LAMP_OUTCOME_UNCOUNTED) == (lamp_tally_sum (tally) == 0));
      g_assert_null (strstr (verdict->sentence, "%"));
      assert_support_helps (method, tally, verdict);
    }
}

static void
a_tally_comes_back_as_it_was_written (void)
{
  for (guint run = 0; run < 500; run++)
    {
      g_autoptr (LampTally) tally = make_tally (lamp_decision_method_find ("vote"));
      g_autofree char *json = lamp_tally_to_json (tally);
      g_autoptr (LampTally) again = lamp_tally_parse (json);
      g_autofree char *json_again = lamp_tally_to_json (again);

      g_assert_cmpstr (json, ==, json_again);
      g_assert_cmpuint (lamp_tally_sum (tally), ==, lamp_tally_sum (again));
    }
}

static void
what_is_no_tally_counts_nobody (void)
{
  static const char * const texts[] = { NULL, "", "[]", "{", "7", "{\"for\":null}", "{\"for\":{}}", "{\"for\":-3}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LampTally) tally = lamp_tally_parse (texts[i]);

      g_assert_cmpuint (lamp_tally_sum (tally), ==, 0);
      g_assert_null (lamp_tally_to_json (tally));
    }
}

#define ADD(name) g_test_add_func ("/decision-rules/" #name, name)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (consent_holds_until_somebody_objects);
  ADD (consensus_wants_more_behind_it_than_aside_and_no_block);
  ADD (the_eight_steps_are_weighed_by_the_side_they_are_on);
  ADD (a_fist_holds_it_up_and_few_fingers_ask_for_another_round);
  ADD (a_vote_goes_by_those_who_vote);
  ADD (who_decides_after_advice_may_go_against_it_and_says_why);
  ADD (hands_are_held_against_who_is_present);
  ADD (an_objection_needs_its_reason);
  ADD (a_mandate_needs_a_day_to_come);
  ADD (the_methods_are_those_of_the_record_type);
  ADD (whatever_is_counted_there_is_one_verdict_and_a_block_always_stands);
  ADD (a_tally_comes_back_as_it_was_written);
  ADD (what_is_no_tally_counts_nobody);

  return g_test_run ();
}
