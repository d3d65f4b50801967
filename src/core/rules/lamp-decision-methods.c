/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-decision-rules.h"

#include <glib/gi18n-lib.h>

/* Six ways to decide, in our own words. The order of the options is the order in which a facilitator asks for hands. */

static const LampDecisionOption advice_options[] = {
  { "go-ahead", NC_ ("stance", "Go ahead"), N_ ("I have been asked, and I would do it."),
    N_ ("What speaks for it?"), LAMP_STANCE_FOR },
  { "go-ahead-but", NC_ ("stance", "Go ahead, but"), N_ ("I would do it, and here is what to watch."),
    N_ ("What should be watched?"), LAMP_STANCE_FOR },
  { "advise-against", NC_ ("stance", "Better not"), N_ ("I advise against it; the choice is yours."),
    N_ ("What speaks against it?"), LAMP_STANCE_AGAINST },
};

static const LampDecisionOption consent_options[] = {
  { "consent", NC_ ("stance", "Consent"), N_ ("Good enough for now, and safe enough to try."),
    N_ ("What makes it good enough?"), LAMP_STANCE_FOR },
  { "concern", NC_ ("stance", "Consent, with a concern"), N_ ("I let it go ahead and want my concern written down."),
    N_ ("What should we keep an eye on?"), LAMP_STANCE_FOR },
  { "aside", NC_ ("stance", "Stand aside"), N_ ("I leave this one to the others."),
    N_ ("What keeps you out of it?"), LAMP_STANCE_ASIDE },
  { "object", NC_ ("stance", "Object"), N_ ("It would do harm, or take us away from our purpose."),
    N_ ("What harm would it do?"), LAMP_STANCE_BLOCK },
};

static const LampDecisionOption consensus_options[] = {
  { "agree", NC_ ("stance", "Agree"), N_ ("I stand behind it."), N_ ("What convinces you?"), LAMP_STANCE_FOR },
  { "reservations", NC_ ("stance", "Agree, with reservations"), N_ ("I stand behind it though I see its weak side."),
    N_ ("What is its weak side?"), LAMP_STANCE_FOR },
  { "stand-aside", NC_ ("stance", "Stand aside"), N_ ("I cannot stand behind it and will not hold it up."),
    N_ ("What keeps you from it?"), LAMP_STANCE_ASIDE },
  { "block", NC_ ("stance", "Block"), N_ ("We cannot do this and stay who we are."),
    N_ ("What would we give up?"), LAMP_STANCE_BLOCK },
};

/* Eight steps from wholehearted support to a veto. */
static const LampDecisionOption gradients_options[] = {
  { "endorse", NC_ ("stance", "1 · All for it"), N_ ("I really like it."), N_ ("What do you like most?"),
    LAMP_STANCE_FOR },
  { "small-point", NC_ ("stance", "2 · For it, but for one small thing"), N_ ("Not perfect, and good enough for me."),
    N_ ("What is the small thing?"), LAMP_STANCE_FOR },
  { "reservations", NC_ ("stance", "3 · For it, with reservations"), N_ ("I can live with it."),
    N_ ("What are your reservations?"), LAMP_STANCE_FOR },
  { "abstain", NC_ ("stance", "4 · No view"), N_ ("It does not touch me, or I do not know enough."),
    N_ ("What would you need to know?"), LAMP_STANCE_ASIDE },
  { "discuss", NC_ ("stance", "5 · Let us talk more"), N_ ("I do not understand it well enough yet."),
    N_ ("What should we talk about?"), LAMP_STANCE_TALK },
  { "go-along", NC_ ("stance", "6 · Do not like it, go along"), N_ ("Not my choice; I will help all the same."),
    N_ ("What would you like better?"), LAMP_STANCE_FOR },
  { "disagree", NC_ ("stance", "7 · Against it"), N_ ("I do not want to be part of it."),
    N_ ("What would have to change?"), LAMP_STANCE_AGAINST },
  { "veto", NC_ ("stance", "8 · Veto"), N_ ("I hold this up."), N_ ("What makes you hold it up?"), LAMP_STANCE_BLOCK },
};

static const LampDecisionOption fist_options[] = {
  { "5", NC_ ("stance", "Five fingers"), N_ ("I will lead it."), N_ ("What draws you to it?"), LAMP_STANCE_FOR },
  { "4", NC_ ("stance", "Four fingers"), N_ ("I will work for it."), N_ ("What makes it worth your work?"),
    LAMP_STANCE_FOR },
  { "3", NC_ ("stance", "Three fingers"), N_ ("I am fine with it."), N_ ("What would make it a four?"),
    LAMP_STANCE_FOR },
  { "2", NC_ ("stance", "Two fingers"), N_ ("I have small doubts that I want to talk over."),
    N_ ("What are your doubts?"), LAMP_STANCE_TALK },
  { "1", NC_ ("stance", "One finger"), N_ ("I have large doubts: something must change first."),
    N_ ("What must change?"), LAMP_STANCE_TALK },
  { "0", NC_ ("stance", "Fist"), N_ ("No: I hold it up."), N_ ("What makes you hold it up?"), LAMP_STANCE_BLOCK },
};

static const LampDecisionOption vote_options[] = {
  { "for", NC_ ("stance", "For"), N_ ("I want it."), N_ ("What speaks for it?"), LAMP_STANCE_FOR },
  { "against", NC_ ("stance", "Against"), N_ ("I do not want it."), N_ ("What speaks against it?"),
    LAMP_STANCE_AGAINST },
  { "abstain", NC_ ("stance", "Abstain"), N_ ("I leave it to the others."), N_ ("What keeps you from choosing?"),
    LAMP_STANCE_ASIDE },
};

static const LampDecisionMethod methods[] = {
  { "advice", N_ ("One person decides, after asking those it touches and those who know."), advice_options,
    G_N_ELEMENTS (advice_options), FALSE },
  { "consent", N_ ("It goes ahead unless somebody objects, with a reason."), consent_options,
    G_N_ELEMENTS (consent_options), FALSE },
  { "consensus", N_ ("It goes ahead when nobody blocks it and more stand behind it than aside."), consensus_options,
    G_N_ELEMENTS (consensus_options), FALSE },
  { "gradients", N_ ("Each takes one of eight steps. It goes ahead with most on the supporting side and no veto."),
    gradients_options, G_N_ELEMENTS (gradients_options), FALSE },
  { "fist-to-five", N_ ("Each shows a fist to five fingers. It goes ahead when nobody shows fewer than three."),
    fist_options, G_N_ELEMENTS (fist_options), FALSE },
  { "vote", N_ ("More than half of those who vote decide; who abstains does not count."), vote_options,
    G_N_ELEMENTS (vote_options), TRUE },
};

/**
 * lamp_decision_methods_get_all:
 * @n_methods: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_methods): the ways to decide, in the order of the field's choices
 */
const LampDecisionMethod *
lamp_decision_methods_get_all (guint *n_methods)
{
  *n_methods = G_N_ELEMENTS (methods);

  return methods;
}

/**
 * lamp_decision_method_find:
 * @name: (nullable): the word in the file
 *
 * Returns: (transfer none) (nullable): the method
 */
const LampDecisionMethod *
lamp_decision_method_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    if (g_strcmp0 (methods[i].name, name) == 0)
      return &methods[i];

  return NULL;
}

/**
 * lamp_decision_method_get_rule:
 * @self: a method
 *
 * Returns: (transfer none): when something is adopted by it, one translated sentence
 */
const char *
lamp_decision_method_get_rule (const LampDecisionMethod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->rule);
}

/**
 * lamp_decision_method_find_option:
 * @self: (nullable): a method
 * @option: the word in the tally
 *
 * Returns: (transfer none) (nullable): the option; %NULL for one that the group named itself
 */
const LampDecisionOption *
lamp_decision_method_find_option (const LampDecisionMethod *self,
                                  const char               *option)
{
  for (guint i = 0; self != NULL && i < self->n_options; i++)
    if (g_strcmp0 (self->options[i].name, option) == 0)
      return &self->options[i];

  return NULL;
}

/**
 * lamp_decision_option_get_label:
 * @self: an option
 *
 * Returns: (transfer none): what it is called, translated
 */
const char *
lamp_decision_option_get_label (const LampDecisionOption *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "stance", self->label);
}

/**
 * lamp_decision_option_get_meaning:
 * @self: an option
 *
 * Returns: (transfer none): what a person says who chooses it, translated
 */
const char *
lamp_decision_option_get_meaning (const LampDecisionOption *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->meaning);
}

/**
 * lamp_decision_option_get_prompt:
 * @self: an option
 *
 * Returns: (transfer none): what to ask for as a reason, translated
 */
const char *
lamp_decision_option_get_prompt (const LampDecisionOption *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->prompt);
}

static void
add_count (GString                  *text,
           const LampDecisionOption *option,
           const char               *name,
           guint                     hands)
{
  if (hands == 0)
    return;
  if (text->len > 0)
    g_string_append (text, C_ ("tally", "; "));
  /* Translators: an option of a vote, how many were for it */
  g_string_append_printf (text, C_ ("tally", "%s: %d"), option != NULL ? lamp_decision_option_get_label (option) : name,
                          (int) hands);
}

/**
 * lamp_decision_dup_tally:
 * @method: (nullable): how it was decided
 * @tally: the hands
 *
 * Says how many hands there were for what, from most for it to most against it; then what the group named itself.
 *
 * Returns: (transfer full): such as "Consent: 6; Object: 1"; empty when nobody raised a hand
 */
char *
lamp_decision_dup_tally (const LampDecisionMethod *method,
                         const LampTally          *tally)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (tally != NULL, NULL);

  for (guint i = 0; method != NULL && i < method->n_options; i++)
    add_count (text, &method->options[i], NULL, lamp_tally_get (tally, method->options[i].name));
  for (guint i = 0; i < lamp_tally_get_size (tally); i++)
    {
      const char *name = lamp_tally_get_option (tally, i);

      if (lamp_decision_method_find_option (method, name) == NULL)
        add_count (text, NULL, name, lamp_tally_get (tally, name));
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}
