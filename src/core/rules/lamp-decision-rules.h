/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"
#include "lamp-tally.h"

G_BEGIN_DECLS

/**
 * LampStance:
 * @LAMP_STANCE_FOR: on the supporting side
 * @LAMP_STANCE_ASIDE: on neither side
 * @LAMP_STANCE_AGAINST: on the other side
 * @LAMP_STANCE_TALK: not ready to say: wants to go on talking
 * @LAMP_STANCE_BLOCK: stands in the way, and says why
 *
 * Which way a hand counts.
 */
typedef enum
{
  LAMP_STANCE_FOR = 1,
  LAMP_STANCE_ASIDE,
  LAMP_STANCE_AGAINST,
  LAMP_STANCE_TALK,
  LAMP_STANCE_BLOCK,
} LampStance;

/**
 * LampDecisionOption:
 * @name: the word in the file
 * @label: what it is called, marked with the context "stance"
 * @meaning: what a person says who chooses it, marked for translation
 * @prompt: what to ask them for their reason, marked for translation
 * @stance: which way it counts
 *
 * One of the ways to raise a hand.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *meaning;
  const char *prompt;
  LampStance stance;
} LampDecisionOption;

/**
 * LampDecisionMethod:
 * @name: the word in the file: the choice of the field `method` of decisions
 * @rule: when something is adopted by it, marked for translation
 * @options: the ways to raise a hand, from most for it to most against it
 * @n_options: how many
 * @own_options: whether the group may name others
 *
 * A way to decide (practice S57; peers C1, C2).
 */
typedef struct
{
  const char *name;
  const char *rule;
  const LampDecisionOption *options;
  guint n_options;
  gboolean own_options;
} LampDecisionMethod;

const LampDecisionMethod *lamp_decision_methods_get_all  (guint                    *n_methods);
const LampDecisionMethod *lamp_decision_method_find      (const char               *name);
const char               *lamp_decision_method_get_rule  (const LampDecisionMethod *self);
const LampDecisionOption *lamp_decision_method_find_option (const LampDecisionMethod *self,
                                                            const char               *option);
const char               *lamp_decision_option_get_label (const LampDecisionOption *self);
const char               *lamp_decision_option_get_meaning (const LampDecisionOption *self);
const char               *lamp_decision_option_get_prompt (const LampDecisionOption *self);
char                     *lamp_decision_dup_tally        (const LampDecisionMethod *method,
                                                          const LampTally          *tally);

/**
 * LampOutcome:
 * @LAMP_OUTCOME_UNCOUNTED: no hand has been counted
 * @LAMP_OUTCOME_ADOPTED: it is decided
 * @LAMP_OUTCOME_NOT_ADOPTED: the group does not want it
 * @LAMP_OUTCOME_BLOCKED: somebody stands in the way
 * @LAMP_OUTCOME_ANOTHER_ROUND: it is not ripe yet
 *
 * What the hands say.
 */
typedef enum
{
  LAMP_OUTCOME_UNCOUNTED = 0,
  LAMP_OUTCOME_ADOPTED,
  LAMP_OUTCOME_NOT_ADOPTED,
  LAMP_OUTCOME_BLOCKED,
  LAMP_OUTCOME_ANOTHER_ROUND,
} LampOutcome;

/**
 * LampVerdict:
 * @outcome: what the hands say
 * @sentence: the same with why, translated; plain text
 * @remark: (nullable): what does not fit the people who are there, translated; plain text
 * @n_reasons: how many reasons the hands ask for: one for each objection or block
 *
 * A tally, judged.
 */
typedef struct
{
  LampOutcome outcome;
  char *sentence;
  char *remark;
  guint n_reasons;
} LampVerdict;

LampVerdict *lamp_decision_judge          (const LampDecisionMethod *method,
                                           const LampTally          *tally,
                                           guint                     n_present);
void         lamp_verdict_free            (LampVerdict              *self);
const char  *lamp_outcome_get_label       (LampOutcome               outcome);

gboolean     lamp_decision_allows_reasons (const LampVerdict        *verdict,
                                           const char               *objections,
                                           char                    **message);
gboolean     lamp_decision_allows_revisit (gboolean                  mandated,
                                           const char               *revisit_on,
                                           const char               *today,
                                           char                    **message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampVerdict, lamp_verdict_free)

G_END_DECLS
