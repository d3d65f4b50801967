/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lamp-agenda.h"

static LampAgendaPlace
judge_place (const LampAgendaTime *time,
             gint64                slot_ends_at)
{
  if (time->ends_at <= slot_ends_at)
    return LAMP_AGENDA_WITHIN;

  return time->starts_at < slot_ends_at ? LAMP_AGENDA_ACROSS : LAMP_AGENDA_BEYOND;
}

/**
 * lamp_agenda_lay_out:
 * @starts_at: when the meeting starts, on the line of minutes of [func@time_to_minutes]
 * @slot: the minutes there are
 * @minutes: (array length=n_items): the minutes of each item, 0 or more
 * @n_items: how many
 * @times: (out caller-allocates) (array length=n_items): when each item is due
 *
 * Times an agenda: each item starts where the one before it ends.
 *
 * Returns: the sum against the slot
 */
LampAgendaSum
lamp_agenda_lay_out (gint64          starts_at,
                     int             slot,
                     const int      *minutes,
                     guint           n_items,
                     LampAgendaTime *times)
{
  LampAgendaSum sum = { .slot = slot, .ends_at = starts_at, .first_past = -1 };

  for (guint i = 0; i < n_items; i++)
    {
      times[i].starts_at = sum.ends_at;
      times[i].ends_at = sum.ends_at + MAX (minutes[i], 0);
      times[i].place = judge_place (&times[i], starts_at + slot);
      sum.ends_at = times[i].ends_at;
      if (times[i].place != LAMP_AGENDA_WITHIN && sum.first_past < 0)
        sum.first_past = (int) i;
    }
  sum.planned = (int) (sum.ends_at - starts_at);
  sum.over = sum.planned - slot;

  return sum;
}

static LampKindSum *
find_kind (GArray     *sums,
           const char *kind)
{
  for (guint i = 0; i < sums->len; i++)
    {
      LampKindSum *sum = &g_array_index (sums, LampKindSum, i);

      if (g_strcmp0 (sum->kind, kind) == 0)
        return sum;
    }

  return NULL;
}

/**
 * lamp_agenda_sum_kinds:
 * @kinds: (array length=n_items): the kind of each item
 * @minutes: (array length=n_items): the minutes of each item
 * @n_items: how many
 *
 * Adds up the minutes of each kind (practice S31: how much of a meeting is learning and how much logistics).
 *
 * Returns: (transfer full) (element-type LampKindSum): each kind that occurs, in the order of the agenda; its words
 *   are those of @kinds
 */
GArray *
lamp_agenda_sum_kinds (const char * const *kinds,
                       const int          *minutes,
                       guint               n_items)
{
  GArray *sums = g_array_new (FALSE, FALSE, sizeof (LampKindSum));

  for (guint i = 0; i < n_items; i++)
    {
      LampKindSum *sum = find_kind (sums, kinds[i]);
      LampKindSum first = { kinds[i], minutes[i] };

      if (sum != NULL)
        sum->minutes += minutes[i];
      else
        g_array_append_val (sums, first);
    }

  return sums;
}

/**
 * lamp_agenda_find_missing:
 * @kinds: (array length=n_items): the kind of each item
 * @n_items: how many
 *
 * Looks for the three blocks that relationships need: conversation, work and reflection (Dietz 2008; practice S52).
 * A decision or a review is work too, a check-in is a conversation.
 *
 * Returns: those that the agenda has no item for
 */
LampAgendaBlocks
lamp_agenda_find_missing (const char * const *kinds,
                          guint               n_items)
{
  static const struct { const char *kind; LampAgendaBlocks block; } blocks[] = {
    { "conversation", LAMP_AGENDA_CONVERSATION },
    { "check-in", LAMP_AGENDA_CONVERSATION },
    { "work", LAMP_AGENDA_WORK },
    { "decision", LAMP_AGENDA_WORK },
    { "review", LAMP_AGENDA_WORK },
    { "reflection", LAMP_AGENDA_REFLECTION },
  };
  guint missing = LAMP_AGENDA_CONVERSATION | LAMP_AGENDA_WORK | LAMP_AGENDA_REFLECTION;

  for (guint i = 0; i < n_items; i++)
    for (guint b = 0; b < G_N_ELEMENTS (blocks); b++)
      if (g_strcmp0 (kinds[i], blocks[b].kind) == 0)
        missing &= ~(guint) blocks[b].block;

  return (LampAgendaBlocks) missing;
}

/**
 * lamp_agenda_share_slot:
 * @slot: the minutes there are, 0 or more
 * @shares: (array length=n_items): how much each item should have, in relation to the others; 1 or more
 * @n_items: how many, at least one
 * @minutes: (out caller-allocates) (array length=n_items): whole minutes that add up to @slot
 *
 * Shares a slot among items. No item is more than a minute away from its exact share.
 */
void
lamp_agenda_share_slot (int        slot,
                        const int *shares,
                        guint      n_items,
                        int       *minutes)
{
  gint64 total = 0;
  gint64 before = 0;
  int given = 0;

  for (guint i = 0; i < n_items; i++)
    total += shares[i];
  g_return_if_fail (total > 0);

  for (guint i = 0; i < n_items; i++)
    {
      int until;

      before += shares[i];
      until = (int) ((2 * slot * before + total) / (2 * total));
      minutes[i] = until - given;
      given = until;
    }
}

/**
 * lamp_order_move:
 * @n_items: how many items there are
 * @from: the index of the one to move
 * @to: the index it has afterwards
 *
 * Says how items stand after one of them has been moved: those in between close up.
 *
 * Returns: (transfer full) (array length=n_items): for each new place, the index of the item that stands there
 */
guint *
lamp_order_move (guint n_items,
                 guint from,
                 guint to)
{
  guint *order;
  guint at = 0;

  g_return_val_if_fail (from < n_items && to < n_items, NULL);

  order = g_new (guint, n_items);
  for (guint place = 0; place < n_items; place++)
    {
      if (place == to)
        {
          order[place] = from;
          continue;
        }
      if (at == from)
        at++;
      order[place] = at++;
    }

  return order;
}
