/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-proposal-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "lamp-carry-over.h"

/* What asks for a place on an agenda, each with its reason. The order of find_* at the end is the order of urgency. */

#define N_NAMED 3 /* commitments that are named one by one */

static const LampSpan decision_span = { 8, 5, 12 };
static const LampSpan problem_span = { 10, 6, 20 };
static const LampSpan norms_span = { 6, 4, 10 };

/* Up to when meetings have been held. */
static const char *
get_held_until (const LampProposalOptions *options)
{
  return options->now != NULL && g_strcmp0 (options->now, options->starts_at) < 0 ? options->now : options->starts_at;
}

/* What was left from the meeting before. */
static void
find_carried (LampTopics *self)
{
  const LampRow *before = lamp_carry_over_find_previous (self->snapshot, self->options->community, self->options->series,
                                                         get_held_until (self->options));
  g_autoptr (GPtrArray) carried = NULL;

  if (before == NULL)
    return;
  carried = lamp_carry_over_find (self->snapshot, lamp_row_get_id (before));
  for (guint i = 0; i < carried->len; i++)
    g_ptr_array_add (self->rows, lamp_carried_to_item (carried->pdata[i], self->snapshot, NULL, 0));
}

static gboolean
is_about (LampTopics *self,
          const char *field,
          const char *id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (lamp_row_is (self->rows->pdata[i], field, id))
      return TRUE;

  return FALSE;
}

static void
name_commitment (LampTopics    *self,
                 const LampRow *commitment,
                 GString       *why)
{
  const LampRow *owner = lamp_snapshot_find (self->snapshot, "people", lamp_row_get_text (commitment, "owner"));
  g_autofree char *text = lamp_topic_dup_line (lamp_row_get_title (commitment));
  g_autofree char *due = lamp_topic_dup_day (commitment, "due");

  g_string_append_printf (why, "\n“%s”", text);
  if (owner != NULL)
    g_string_append_printf (why, ", %s", lamp_row_get_title (owner));
  if (*due != '\0')
    /* Translators: stands in a list of commitments: the day on which it is due */
    g_string_append_printf (why, _(", due %s"), due);
}

static char *
describe_commitments (LampTopics *self,
                      GPtrArray  *open,
                      guint       n_overdue)
{
  g_autoptr (GString) why = g_string_new (NULL);

  g_string_append_printf (why, g_dngettext (GETTEXT_PACKAGE, "%u commitment is open", "%u commitments are open", open->len),
                          open->len);
  if (n_overdue > 0)
    g_string_append_printf (why, g_dngettext (GETTEXT_PACKAGE, ", %u overdue", ", %u overdue", n_overdue), n_overdue);
  g_string_append_c (why, '.');
  for (guint i = 0; i < open->len && i < N_NAMED; i++)
    name_commitment (self, open->pdata[i], why);
  if (open->len > N_NAMED)
    g_string_append (why, "\n…");

  return g_string_free_and_steal (g_steal_pointer (&why));
}

static void
add_open (GPtrArray *commitments,
          gboolean   with_day,
          GPtrArray *open)
{
  for (guint i = 0; i < commitments->len; i++)
    if (!lamp_row_has (commitments->pdata[i], "done_on") && lamp_row_has (commitments->pdata[i], "due") == with_day)
      g_ptr_array_add (open, commitments->pdata[i]);
}

/* Commitments are made to each other, and looked at together (practice S26, S27). */
static void
find_commitments (LampTopics *self)
{
  g_autoptr (GPtrArray) all = lamp_snapshot_list_by (self->snapshot, "commitments", "community", self->options->community);
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  g_autofree char *why = NULL;
  guint n_overdue = 0;
  LampSpan span;

  add_open (all, TRUE, open); /* what is due first comes first */
  add_open (all, FALSE, open);
  if (open->len == 0)
    return;
  for (guint i = 0; i < open->len; i++)
    n_overdue += lamp_due_judge (lamp_row_get_text (open->pdata[i], "due"), self->day) == LAMP_DUE_OVER;
  span.minutes = 3 + (int) MIN (open->len, 9);
  span.least = span.minutes / 2;
  span.most = span.minutes * 2;
  why = describe_commitments (self, open, n_overdue);
  lamp_topics_take (self, lamp_topic_new ("review", _("What we promised each other"), span, why));
}

static void
add_decision (LampTopics    *self,
              const LampRow *meeting,
              const LampRow *decision)
{
  g_autofree char *title = lamp_topic_dup_title (_("Look again: %s"), lamp_row_get_title (decision));
  g_autofree char *decided = lamp_topic_dup_day (meeting, "starts_at");
  g_autofree char *revisit = lamp_topic_dup_day (decision, "revisit_on");
  g_autofree char *why = g_strdup_printf (_("Decided on %s, to be looked at again by %s."), decided, revisit);

  lamp_topics_take (self, lamp_topic_new ("decision", title, decision_span, why));
}

static void
find_decisions (LampTopics *self)
{
  g_autoptr (GPtrArray) meetings = lamp_snapshot_list_by (self->snapshot, "meetings", "community",
                                                          self->options->community);

  for (guint i = 0; i < meetings->len; i++)
    {
      g_autoptr (GPtrArray) decisions = lamp_snapshot_list_by (self->snapshot, "decisions", "meeting",
                                                               lamp_row_get_id (meetings->pdata[i]));

      for (guint d = 0; d < decisions->len; d++)
        if (lamp_topic_is_by (decisions->pdata[d], "revisit_on", self->day))
          add_decision (self, meetings->pdata[i], decisions->pdata[d]);
    }
}

/* A mandated strategy wins little commitment unless it is looked at again (Dietz 2008; practice S32). */
static char *
describe_strategy (LampTopics    *self,
                   const LampRow *strategy)
{
  g_autofree char *day = lamp_topic_dup_day (strategy, "revisit_on");
  gboolean is_mandated = lamp_row_is (strategy, "origin", "mandated");

  if (lamp_topic_is_finished (strategy))
    return NULL;
  if (lamp_topic_is_by (strategy, "revisit_on", self->day) && is_mandated)
    return g_strdup_printf (_("It was decided for us, and is to be looked at again by %s."), day);
  if (lamp_topic_is_by (strategy, "revisit_on", self->day))
    return g_strdup_printf (_("To be looked at again by %s."), day);
  if (is_mandated && !lamp_row_has (strategy, "revisit_on"))
    return g_strdup (_("It was decided for us, and no day is set to look at it again."));

  return NULL;
}

static void
find_strategies (LampTopics *self)
{
  g_autoptr (GPtrArray) goals = lamp_snapshot_list_by (self->snapshot, "goals", "community", self->options->community);

  for (guint g = 0; g < goals->len; g++)
    {
      g_autoptr (GPtrArray) strategies = lamp_snapshot_list_by (self->snapshot, "strategies", "goal",
                                                                lamp_row_get_id (goals->pdata[g]));

      for (guint i = 0; i < strategies->len && !lamp_row_get_integer (goals->pdata[g], "private"); i++)
        {
          g_autofree char *why = describe_strategy (self, strategies->pdata[i]);
          g_autofree char *title = lamp_topic_dup_title (_("Look again: %s"), lamp_row_get_title (strategies->pdata[i]));
          LampRow *row = why != NULL ? lamp_topic_new ("review", title, decision_span, why) : NULL;

          if (row == NULL)
            continue;
          lamp_row_set_text (row, "goal", lamp_row_get_id (goals->pdata[g]));
          lamp_topics_take (self, row);
        }
    }
}

/* A wicked problem is never done, only looked at again (practice S55). */
static void
find_problems (LampTopics *self)
{
  g_autoptr (GPtrArray) problems = lamp_snapshot_list_by (self->snapshot, "problems", "community",
                                                          self->options->community);

  for (guint i = 0; i < problems->len; i++)
    {
      const LampRow *problem = problems->pdata[i];
      g_autofree char *day = lamp_topic_dup_day (problem, "next_look_on");
      g_autofree char *why = g_strdup_printf (lamp_row_is (problem, "kind", "wicked")
                                                ? _("A problem without an end; we said we would look at it again by %s.")
                                                : _("A problem that is not solved; we said we would look at it again by %s."),
                                              day);
      LampRow *row;

      if (!lamp_topic_is_by (problem, "next_look_on", self->day) || lamp_row_has (problem, "resolved_on")
          || is_about (self, "problem", lamp_row_get_id (problem)))
        continue;
      row = lamp_topic_new ("conversation", lamp_row_get_title (problem), problem_span, why);
      lamp_row_set_text (row, "problem", lamp_row_get_id (problem));
      lamp_topics_take (self, row);
    }
}

/* When the norms were last adopted or looked at; "" when never. */
static const char *
last_look (GPtrArray *norms)
{
  const char *last = "";

  for (guint i = 0; i < norms->len; i++)
    {
      const char *adopted = lamp_row_get_text (norms->pdata[i], "adopted_on");
      const char *reviewed = lamp_row_get_text (norms->pdata[i], "reviewed_on");

      last = g_strcmp0 (adopted, last) > 0 ? adopted : last;
      last = g_strcmp0 (reviewed, last) > 0 ? reviewed : last;
    }

  return last;
}

/* The closed meetings after that day and before this one. */
static guint
count_meetings_since (LampTopics *self,
                      const char *day)
{
  GPtrArray *meetings = lamp_snapshot_find_by (self->snapshot, "meetings", "community", self->options->community);
  guint count = 0;

  for (guint i = 0; i < meetings->len; i++)
    {
      const char *starts_at = lamp_row_get_text (meetings->pdata[i], "starts_at");

      count += lamp_row_is (meetings->pdata[i], "state", "closed") && g_strcmp0 (starts_at, self->options->starts_at) < 0
               && strncmp (starts_at, day, 10) > 0;
    }

  return count;
}

static void
find_norms (LampTopics *self)
{
  GPtrArray *norms = lamp_snapshot_find_by (self->snapshot, "norms", "community", self->options->community);
  g_autofree char *why = NULL;
  guint count;

  if (norms->len == 0)
    {
      lamp_topics_take (self, lamp_topic_new ("review", _("Agree on our norms"), norms_span,
                                                   _("No norms of working together have been written down yet.")));
      return;
    }
  count = count_meetings_since (self, last_look (norms));
  if (count < LAMP_PROPOSAL_NORMS_AFTER)
    return;
  why = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "We have met %u time since we last looked at our norms.",
                                      "We have met %u times since we last looked at our norms.", count),
                         count);
  lamp_topics_take (self, lamp_topic_new ("review", _("Are these still our norms?"), norms_span, why));
}

static void
topics_init (LampTopics                *self,
             LampSnapshot              *snapshot,
             const LampProposalOptions *options)
{
  self->snapshot = snapshot;
  self->options = options;
  self->day = g_strndup (options->starts_at, 10);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
}

static void
topics_clear (LampTopics *self)
{
  g_free (self->day);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LampTopics, topics_clear)

/**
 * lamp_topics_find:
 * @snapshot: all that the file knows
 * @options: what the agenda is for
 *
 * Finds what asks for a place on the agenda.
 *
 * Returns: (transfer full) (element-type LampRow): the topics, the most pressing first
 */
GPtrArray *
lamp_topics_find (LampSnapshot              *snapshot,
                  const LampProposalOptions *options)
{
  g_auto (LampTopics) self = { NULL };

  topics_init (&self, snapshot, options);
  find_carried (&self);
  find_commitments (&self);
  lamp_topics_find_stages (&self);
  find_decisions (&self);
  find_strategies (&self);
  find_problems (&self);
  lamp_topics_find_evidence (&self);
  find_norms (&self);

  return g_steal_pointer (&self.rows);
}
