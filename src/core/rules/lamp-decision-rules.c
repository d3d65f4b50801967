/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-decision-rules.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "lamp-date.h"

/* What hands say about a proposal. They are counted by a facilitator; what they mean is a rule of the method, and is
 * said with its reason (peers, “What none has” 10). */

typedef struct
{
  guint stances[LAMP_STANCE_BLOCK + 1];
  guint n_hands;        /* all of them */
  guint n_voting;       /* all but those on neither side */
} Sides;

static Sides
count_sides (const LampDecisionMethod *method,
             const LampTally          *tally)
{
  Sides sides = { 0 };

  for (guint i = 0; i < lamp_tally_get_size (tally); i++)
    {
      const char *name = lamp_tally_get_option (tally, i);
      const LampDecisionOption *option = lamp_decision_method_find_option (method, name);

      if (option != NULL)
        sides.stances[option->stance] += lamp_tally_get (tally, name);
    }
  for (guint stance = LAMP_STANCE_FOR; stance <= LAMP_STANCE_BLOCK; stance++)
    sides.n_hands += sides.stances[stance];
  if (method != NULL && method->own_options)
    sides.n_hands = lamp_tally_sum (tally);
  sides.n_voting = sides.n_hands - sides.stances[LAMP_STANCE_ASIDE];

  return sides;
}

static char *
say_supporters (const Sides *sides)
{
  // Translators: hands on the supporting side, of all that were raised
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u hand is on the supporting side",
                                       "%u of %u hands are on the supporting side", sides->n_hands),
                          sides->stances[LAMP_STANCE_FOR], sides->n_hands);
}

static LampOutcome
judge_advice (const Sides  *sides,
              char        **sentence)
{
  guint against = sides->stances[LAMP_STANCE_AGAINST];

  if (against == 0)
    *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person was asked, and nobody advises against it.",
                                              "%u people were asked, and nobody advises against it.", sides->n_hands),
                                 sides->n_hands);
  else
    *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                              "%u of %u person asked advises against it; whoever decides says why it "
                                              "is done all the same.",
                                              "%u of %u people asked advise against it; whoever decides says why it "
                                              "is done all the same.", sides->n_hands),
                                 against, sides->n_hands);

  return LAMP_OUTCOME_ADOPTED;
}

static LampOutcome
judge_consent (const Sides  *sides,
               char        **sentence)
{
  guint objections = sides->stances[LAMP_STANCE_BLOCK];

  if (objections > 0)
    {
      *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%u objection: change the proposal so that it is met, and ask again.",
                                                "%u objections: change the proposal so that they are met, and ask "
                                                "again.",
                                                objections),
                                   objections);
      return LAMP_OUTCOME_BLOCKED;
    }
  if (sides->stances[LAMP_STANCE_FOR] == 0)
    {
      *sentence = g_strdup (_("Nobody objects, but everybody stands aside: find out whose question this is."));
      return LAMP_OUTCOME_ANOTHER_ROUND;
    }
  *sentence = g_strdup (_("Nobody objects."));

  return LAMP_OUTCOME_ADOPTED;
}

static LampOutcome
judge_consensus (const Sides  *sides,
                 char        **sentence)
{
  guint blocks = sides->stances[LAMP_STANCE_BLOCK];
  guint aside = sides->stances[LAMP_STANCE_ASIDE];

  if (blocks > 0)
    {
      *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "%u person blocks it: hear the reason, and look for another proposal.",
                                                "%u people block it: hear the reasons, and look for another proposal.",
                                                blocks),
                                   blocks);
      return LAMP_OUTCOME_BLOCKED;
    }
  if (aside >= sides->stances[LAMP_STANCE_FOR])
    {
      *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "Nobody blocks it, but %u person stands aside: too few stand behind it.",
                                                "Nobody blocks it, but %u people stand aside: too few stand behind "
                                                "it.",
                                                aside),
                                   aside);
      return LAMP_OUTCOME_ANOTHER_ROUND;
    }
  *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person stands behind it, and nobody blocks it.",
                                            "%u people stand behind it, and nobody blocks it.",
                                            sides->stances[LAMP_STANCE_FOR]),
                               sides->stances[LAMP_STANCE_FOR]);

  return LAMP_OUTCOME_ADOPTED;
}

static LampOutcome
judge_gradients (const Sides  *sides,
                 char        **sentence)
{
  g_autofree char *supporters = say_supporters (sides);
  guint support = sides->stances[LAMP_STANCE_FOR];
  guint talk = sides->stances[LAMP_STANCE_TALK];

  if (sides->stances[LAMP_STANCE_BLOCK] > 0)
    {
      // Translators: %s is such as “5 of 8 hands are on the supporting side”
      *sentence = g_strdup_printf (_("%s, and there is a veto."), supporters);
      return LAMP_OUTCOME_BLOCKED;
    }
  if (2 * (guint64) support > sides->n_voting)
    {
      *sentence = g_strdup_printf (_("%s."), supporters);
      return LAMP_OUTCOME_ADOPTED;
    }
  if (2 * ((guint64) support + talk) > sides->n_voting || sides->n_voting == 0)
    {
      *sentence = g_strdup_printf (_("%s: talk about what is not understood, and ask again."), supporters);
      return LAMP_OUTCOME_ANOTHER_ROUND;
    }
  *sentence = g_strdup_printf (_("%s: that is not more than half."), supporters);

  return LAMP_OUTCOME_NOT_ADOPTED;
}

/* The mean and the span of the fingers shown: a small span is agreement, whatever the mean. */
static char *
describe_fingers (const LampTally *tally)
{
  guint64 sum = 0;
  guint hands = 0;
  int least = -1, most = 0;

  for (int fingers = 0; fingers <= 5; fingers++)
    {
      const char name[] = { (char) ('0' + fingers), '\0' };
      guint shown = lamp_tally_get (tally, name);

      if (shown == 0)
        continue;
      sum += (guint64) shown * (guint) fingers;
      hands += shown;
      most = fingers;
      if (least < 0)
        least = fingers;
    }
  if (hands == 0)
    return g_strdup ("");

  // Translators: fingers shown: the mean of all, and the fewest and the most
  return g_strdup_printf (_("Mean %.1f, from %d to %d"), (double) sum / hands, least, most);
}

static LampOutcome
judge_fingers (const Sides      *sides,
               const LampTally  *tally,
               char            **sentence)
{
  g_autofree char *fingers = describe_fingers (tally);
  g_autofree char *why = NULL;

  if (sides->stances[LAMP_STANCE_BLOCK] > 0)
    {
      why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u fist holds it up",
                                          "%u fists hold it up", sides->stances[LAMP_STANCE_BLOCK]),
                             sides->stances[LAMP_STANCE_BLOCK]);
      // Translators: what the fingers come to, and why that is no decision: Mean 3.2, from 0 to 5: 1 fist holds it up.
      *sentence = g_strdup_printf (_("%s: %s."), fingers, why);
      return LAMP_OUTCOME_BLOCKED;
    }
  if (sides->stances[LAMP_STANCE_TALK] > 0)
    {
      why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "ask the %u who shows fewer than three what would help",
                                          "ask the %u who show fewer than three what would help",
                                          sides->stances[LAMP_STANCE_TALK]),
                             sides->stances[LAMP_STANCE_TALK]);
      *sentence = g_strdup_printf (_("%s: %s."), fingers, why);
      return LAMP_OUTCOME_ANOTHER_ROUND;
    }
  // Translators: %s is such as “Mean 3.8, from 3 to 5”
  *sentence = g_strdup_printf (_("%s: nobody shows fewer than three."), fingers);

  return LAMP_OUTCOME_ADOPTED;
}

/* Where the group named options of its own, the one with the most hands, and whether another has as many. */
static const char *
find_leader (const LampTally *tally,
             guint           *n_others,
             gboolean        *tied)
{
  const char *leader = NULL;
  guint most = 0;

  *n_others = 0;
  *tied = FALSE;
  for (guint i = 0; i < lamp_tally_get_size (tally); i++)
    {
      const char *name = lamp_tally_get_option (tally, i);
      guint hands = lamp_tally_get (tally, name);

      if (hands == 0 || g_str_equal (name, "abstain"))
        continue;
      if (!g_str_equal (name, "for") && !g_str_equal (name, "against"))
        (*n_others)++;
      *tied = hands == most || (*tied && hands < most);
      if (hands > most)
        leader = name;
      most = MAX (most, hands);
    }

  return leader;
}

static LampOutcome
judge_options (const Sides      *sides,
               const LampTally  *tally,
               const char       *leader,
               gboolean          tied,
               char            **sentence)
{
  guint hands = lamp_tally_get (tally, leader);

  if (tied)
    {
      *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "A tie: “%s” is not alone with %u hand.",
                                                "A tie: “%s” is not alone with %u hands.", hands),
                                   leader, hands);
      return LAMP_OUTCOME_ANOTHER_ROUND;
    }
  if (2 * (guint64) hands > sides->n_voting)
    {
      *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "“%s” has %u of %u vote.", "“%s” has %u of %u votes.",
                                                sides->n_voting),
                                   leader, hands, sides->n_voting);
      return LAMP_OUTCOME_ADOPTED;
    }
  *sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "“%s” leads with %u of %u vote: choose between the first two.",
                                            "“%s” leads with %u of %u votes: choose between the first two.",
                                            sides->n_voting),
                               leader, hands, sides->n_voting);

  return LAMP_OUTCOME_ANOTHER_ROUND;
}

static LampOutcome
judge_vote (const Sides      *sides,
            const LampTally  *tally,
            char            **sentence)
{
  guint in_favour = sides->stances[LAMP_STANCE_FOR];
  guint against = sides->stances[LAMP_STANCE_AGAINST];
  guint n_others;
  gboolean tied;
  const char *leader = find_leader (tally, &n_others, &tied);

  if (leader == NULL)
    {
      *sentence = g_strdup (_("Everybody abstains: nobody decides."));
      return LAMP_OUTCOME_NOT_ADOPTED;
    }
  if (n_others > 0)
    return judge_options (sides, tally, leader, tied, sentence);
  // Translators: votes for and votes against
  *sentence = g_strdup_printf (in_favour == against ? _("%u for and %u against: a tie decides nothing.")
                                                    : _("%u for and %u against."), in_favour, against);
  if (in_favour == against)
    return LAMP_OUTCOME_ANOTHER_ROUND;

  return in_favour > against ? LAMP_OUTCOME_ADOPTED : LAMP_OUTCOME_NOT_ADOPTED;
}

static LampOutcome
judge (const LampDecisionMethod  *method,
       const Sides               *sides,
       const LampTally           *tally,
       char                     **sentence)
{
  if (g_str_equal (method->name, "advice"))
    return judge_advice (sides, sentence);
  if (g_str_equal (method->name, "consent"))
    return judge_consent (sides, sentence);
  if (g_str_equal (method->name, "consensus"))
    return judge_consensus (sides, sentence);
  if (g_str_equal (method->name, "gradients"))
    return judge_gradients (sides, sentence);
  if (g_str_equal (method->name, "fist-to-five"))
    return judge_fingers (sides, tally, sentence);

  return judge_vote (sides, tally, sentence);
}

/* Attendance may lag behind the room, so that this is told and never refused. */
static char *
compare_with_present (guint n_hands,
                      guint n_present)
{
  if (n_present == 0 || n_hands == 0 || n_hands == n_present)
    return NULL;
  if (n_hands > n_present)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u hands, but only %u person is marked as present.",
                                         "%u hands, but only %u people are marked as present.", n_present),
                            n_hands, n_present);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u of %u person present has not been counted.",
                                       "%u of %u people present have not been counted.", n_present),
                          n_present - n_hands, n_present);
}

/**
 * lamp_decision_judge:
 * @method: (nullable): how it is decided
 * @tally: the hands
 * @n_present: how many are present; 0 when that is not known
 *
 * Says what the hands mean. In a vote an option that is none of the method's is one that the group named itself;
 * elsewhere it is left out.
 *
 * Returns: (transfer full): the verdict
 */
LampVerdict *
lamp_decision_judge (const LampDecisionMethod *method,
                     const LampTally          *tally,
                     guint                     n_present)
{
  LampVerdict *self = g_new0 (LampVerdict, 1);
  Sides sides;

  g_return_val_if_fail (tally != NULL, self);

  sides = count_sides (method, tally);
  self->n_reasons = sides.stances[LAMP_STANCE_BLOCK];
  self->remark = compare_with_present (sides.n_hands, n_present);
  if (method == NULL || sides.n_hands == 0)
    self->sentence = g_strdup (_("No hands have been counted."));
  else
    self->outcome = judge (method, &sides, tally, &self->sentence);

  return self;
}

/**
 * lamp_verdict_free:
 * @self: (nullable): a verdict
 *
 * Frees it.
 */
void
lamp_verdict_free (LampVerdict *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self->remark);
  g_free (self);
}

/**
 * lamp_outcome_get_label:
 * @outcome: what the hands say
 *
 * Returns: (transfer none): a word for it, translated
 */
const char *
lamp_outcome_get_label (LampOutcome outcome)
{
  switch (outcome)
    {
    case LAMP_OUTCOME_ADOPTED:
      return C_ ("outcome", "Adopted");
    case LAMP_OUTCOME_NOT_ADOPTED:
      return C_ ("outcome", "Not adopted");
    case LAMP_OUTCOME_BLOCKED:
      return C_ ("outcome", "Blocked");
    case LAMP_OUTCOME_ANOTHER_ROUND:
      return C_ ("outcome", "Another round");
    case LAMP_OUTCOME_UNCOUNTED:
    default:
      return C_ ("outcome", "Not counted");
    }
}

static guint
count_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      n_lines++;

  return n_lines;
}

/**
 * lamp_decision_allows_reasons:
 * @verdict: what the hands say
 * @objections: (nullable): the reasons, one in a line
 * @message: (out) (optional): what is missing, translated
 *
 * An objection or a block needs its reason: without one nobody can meet it.
 *
 * Returns: whether each has one
 */
gboolean
lamp_decision_allows_reasons (const LampVerdict  *verdict,
                              const char         *objections,
                              char              **message)
{
  guint missing;

  g_return_val_if_fail (verdict != NULL, FALSE);

  missing = verdict->n_reasons - MIN (verdict->n_reasons, count_lines (objections));
  if (message != NULL)
    *message = missing == 0 ? NULL
                            : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                            "%u objection has no reason yet: write one line for each.",
                                                            "%u objections have no reason yet: write one line for each.",
                                                            missing),
                                               missing);

  return missing == 0;
}

/**
 * lamp_decision_allows_revisit:
 * @mandated: whether it carries out what was mandated rather than what the group wanted
 * @revisit_on: (nullable): when the group looks at it again
 * @today: today
 * @message: (out) (optional): what is wrong, translated
 *
 * What is mandated gains little commitment and is seldom looked at again, so that a day for it must be set (Dietz 2008;
 * practice S32).
 *
 * Returns: whether the day may stand
 */
gboolean
lamp_decision_allows_revisit (gboolean     mandated,
                              const char  *revisit_on,
                              const char  *today,
                              char       **message)
{
  gboolean has_day = revisit_on != NULL && *revisit_on != '\0';
  const char *wrong = NULL;

  if (has_day && !lamp_date_is_valid (revisit_on))
    wrong = _("This is not a date.");
  else if (mandated && !has_day)
    wrong = _("What is mandated needs a day on which you look at it again.");
  else if (mandated && today != NULL && strcmp (revisit_on, today) <= 0)
    wrong = _("Choose a day that is still to come.");
  if (message != NULL)
    *message = g_strdup (wrong);

  return wrong == NULL;
}
