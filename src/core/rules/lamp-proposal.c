/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-proposal-private.h"

#include <glib/gi18n-lib.h>

/* An agenda from where things stand (peers, "What none of them has" 7). There is always a check-in, and a block each
 * for conversation, work and reflection (Dietz 2008; practice S52, S62): they begin as blocks without a topic, which
 * the first topic of their kind takes over. Topics come in the order of their urgency and stay as long as all can be
 * had in the slot. */

enum { CHECK_IN, CONVERSATION, WORK, REFLECTION, N_BLOCKS };

static const char * const block_kinds[N_BLOCKS] = { "check-in", "conversation", "work", "reflection" };

/* The order in which kinds stand on an agenda. */
static const char * const kinds[] = {
  "check-in", "review", "conversation", "break", "work", "decision", "logistics", "reflection", NULL,
};

typedef struct
{
  const LampProposalOptions *options;
  LampRow *blocks[N_BLOCKS]; /* those that no topic has taken over */
  GPtrArray *chosen;         /* topics with a place */
  GPtrArray *left_out;
} Draft;

/**
 * lamp_proposal_free:
 * @self: (nullable): a proposal
 *
 * Frees a proposal with its items.
 */
void
lamp_proposal_free (LampProposal *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->left_out);
  g_free (self);
}

static LampRow *
new_check_in (int slot)
{
  LampSpan span = { CLAMP (slot / 10, 1, 5), 1, 10 };

  return lamp_topic_new ("check-in", _("Check-in"), span, _("So that everybody has spoken once before the work begins."));
}

static LampRow *
new_conversation (int slot)
{
  LampSpan span = { MAX (1, slot / 4), MAX (1, slot / 10), MAX (1, slot / 2) };

  return lamp_topic_new ("conversation", _("What have we learned, and what have we done with it?"), span,
                         _("Nothing else asks for a conversation today, and every meeting has one."));
}

static LampRow *
new_reflection (int slot)
{
  LampSpan span = { CLAMP (slot / 9, 1, 10), 0, 0 };
  LampRow *row = lamp_topic_new ("reflection", _("What worked, and why?"), span,
                                 _("Looking back is part of the work: this time is not shortened."));

  lamp_row_unset (row, "minutes_min");
  lamp_row_unset (row, "minutes_max");
  lamp_row_set_integer (row, "protected", 1);
  lamp_row_set_text (row, "activity", "reflection");

  return row;
}

static void
draft_init (Draft                     *self,
            LampSnapshot              *snapshot,
            const LampProposalOptions *options)
{
  self->options = options;
  self->blocks[CHECK_IN] = new_check_in (options->minutes);
  self->blocks[CONVERSATION] = new_conversation (options->minutes);
  self->blocks[WORK] = lamp_topic_new_work (snapshot, options);
  self->blocks[REFLECTION] = new_reflection (options->minutes);
  self->chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
  self->left_out = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);
}

static int
find_block (Draft         *self,
            const LampRow *topic)
{
  for (int i = 0; i < N_BLOCKS; i++)
    if (self->blocks[i] != NULL && g_strcmp0 (lamp_row_get_text (topic, "kind"), block_kinds[i]) == 0)
      return i;

  return -1;
}

/* Whether @topic can have a place beside what is there, in the stead of @block if there is one. */
static gboolean
has_place_for (Draft   *self,
               LampRow *topic,
               int      block)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree int *minutes = NULL;

  for (int i = 0; i < N_BLOCKS; i++)
    if (self->blocks[i] != NULL && i != block)
      g_ptr_array_add (rows, self->blocks[i]);
  g_ptr_array_extend (rows, self->chosen, NULL, NULL);
  g_ptr_array_add (rows, topic);
  minutes = g_new (int, rows->len);

  return lamp_fit_rows (rows, self->options->minutes, LAMP_FIT_SHORTEN, minutes).fits;
}

static void
draft_add (Draft   *self,
           LampRow *topic) /* (transfer full) */
{
  int block = find_block (self, topic);

  if (!has_place_for (self, topic, block))
    {
      g_ptr_array_add (self->left_out, topic);
      return;
    }
  g_ptr_array_add (self->chosen, topic);
  if (block >= 0)
    g_clear_pointer (&self->blocks[block], lamp_row_free);
}

/* All rows of @kind, in the order in which they came, move to @items. */
static void
take_kind (GPtrArray  *from,
           const char *kind,
           GPtrArray  *items)
{
  for (guint i = 0; i < from->len;)
    if (g_strcmp0 (lamp_row_get_text (from->pdata[i], "kind"), kind) == 0)
      g_ptr_array_add (items, g_ptr_array_steal_index (from, i));
    else
      i++;
}

static GPtrArray *
draft_end (Draft *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) lamp_row_free);

  for (int i = 0; i < N_BLOCKS; i++)
    if (self->blocks[i] != NULL)
      g_ptr_array_add (self->chosen, self->blocks[i]);
  for (guint i = 0; kinds[i] != NULL; i++)
    take_kind (self->chosen, kinds[i], items);
  g_assert (self->chosen->len == 0);
  g_ptr_array_unref (self->chosen);

  return items;
}

static LampFitResult
fit_items (GPtrArray *items,
           int        slot)
{
  g_autofree int *minutes = g_new0 (int, items->len);
  LampFitResult result = lamp_fit_rows (items, slot, LAMP_FIT_BOTH_WAYS, minutes);

  for (guint i = 0; i < items->len; i++)
    lamp_row_set_integer (items->pdata[i], "minutes", minutes[i]);

  return result;
}

static void
place_items (GPtrArray  *items,
             const char *meeting)
{
  for (guint i = 0; i < items->len; i++)
    {
      lamp_row_set_text (items->pdata[i], "meeting", meeting);
      lamp_row_set_integer (items->pdata[i], "position", i);
    }
}

/**
 * lamp_proposal_new:
 * @snapshot: all that the file knows
 * @options: what the agenda is for
 *
 * Proposes an agenda: what is carried over from the meeting before, open commitments, the stage of a cycle that is
 * due, decisions and strategies to look at again, problems to look at again, missing evidence, norms that have not
 * been looked at. What finds no place in the slot is left out and listed. The same file and options always give the
 * same agenda.
 *
 * It fits every slot of four minutes or more.
 *
 * Returns: (transfer full): the proposal
 */
LampProposal *
lamp_proposal_new (LampSnapshot              *snapshot,
                   const LampProposalOptions *options)
{
  LampProposal *self = g_new0 (LampProposal, 1);
  g_autoptr (GPtrArray) topics = lamp_topics_find (snapshot, options);
  Draft draft = { NULL };

  draft_init (&draft, snapshot, options);
  while (topics->len > 0)
    draft_add (&draft, g_ptr_array_steal_index (topics, 0));
  self->left_out = draft.left_out;
  self->items = draft_end (&draft);
  self->fit = fit_items (self->items, options->minutes);
  place_items (self->items, options->meeting);
  place_items (self->left_out, options->meeting);

  return self;
}
