/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampAgendaPlace:
 * @LAMP_AGENDA_WITHIN: it ends within the slot
 * @LAMP_AGENDA_ACROSS: it starts within the slot and ends after it
 * @LAMP_AGENDA_BEYOND: it starts at or after the slot's end
 *
 * Where an item stands against the end of the slot.
 */
typedef enum
{
  LAMP_AGENDA_WITHIN = 0,
  LAMP_AGENDA_ACROSS,
  LAMP_AGENDA_BEYOND,
} LampAgendaPlace;

/**
 * LampAgendaTime:
 * @starts_at: on the line of minutes of [func@time_to_minutes]
 * @ends_at: likewise
 * @place: against the end of the slot
 *
 * When an agenda item is due.
 */
typedef struct
{
  gint64 starts_at;
  gint64 ends_at;
  LampAgendaPlace place;
} LampAgendaTime;

/**
 * LampAgendaSum:
 * @slot: the minutes there are
 * @planned: the minutes of all items
 * @over: planned minutes past the slot; negative when minutes are left
 * @ends_at: when the last item ends, on the line of minutes
 * @first_past: the index of the first item that ends after the slot, or -1
 *
 * An agenda against its slot.
 */
typedef struct
{
  int slot;
  int planned;
  int over;
  gint64 ends_at;
  int first_past;
} LampAgendaSum;

/**
 * LampAgendaBlocks:
 * @LAMP_AGENDA_CONVERSATION: time to talk
 * @LAMP_AGENDA_WORK: time to work
 * @LAMP_AGENDA_REFLECTION: time to look back
 *
 * What a meeting of a learning community always makes room for (practice S52).
 */
typedef enum
{
  LAMP_AGENDA_CONVERSATION = 1 << 0,
  LAMP_AGENDA_WORK = 1 << 1,
  LAMP_AGENDA_REFLECTION = 1 << 2,
} LampAgendaBlocks;

/**
 * LampKindSum:
 * @kind: the word of the kind, as it was given
 * @minutes: the minutes of all items of that kind
 */
typedef struct
{
  const char *kind;
  int minutes;
} LampKindSum;

LampAgendaSum    lamp_agenda_lay_out      (gint64               starts_at,
                                           int                  slot,
                                           const int           *minutes,
                                           guint                n_items,
                                           LampAgendaTime      *times);
GArray          *lamp_agenda_sum_kinds    (const char * const  *kinds,
                                           const int           *minutes,
                                           guint                n_items);
LampAgendaBlocks lamp_agenda_find_missing (const char * const  *kinds,
                                           guint                n_items);
void             lamp_agenda_share_slot   (int                  slot,
                                           const int           *shares,
                                           guint                n_items,
                                           int                 *minutes);
guint           *lamp_order_move          (guint                n_items,
                                           guint                from,
                                           guint                to);

G_END_DECLS
