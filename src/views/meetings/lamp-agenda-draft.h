/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-edit.h"
#include "lamp-proposal.h"

G_BEGIN_DECLS

/**
 * LampDraftItem:
 * @row: an agenda item without an identifier
 * @chosen: whether it comes onto the agenda
 * @has_room: whether the slot had room for it when the draft was made
 *
 * An item that may come onto an agenda.
 */
typedef struct
{
  LampRow *row;
  gboolean chosen;
  gboolean has_room;
} LampDraftItem;

/**
 * LampAgendaDraft:
 * @items: (element-type LampDraftItem): what may come onto the agenda, in order
 * @slot: the minutes of the meeting
 * @taken: the minutes of what is on the agenda already
 * @note: (nullable): what is to be said of it: how it was fitted, or why there is nothing; plain text
 *
 * Items for an agenda, before a person has said which of them they want.
 */
typedef struct
{
  GPtrArray *items;
  int slot;
  int taken;
  char *note;
} LampAgendaDraft;

LampAgendaDraft *lamp_agenda_draft_new          (int                         slot);
LampAgendaDraft *lamp_agenda_draft_new_proposed (LampSnapshot               *snapshot,
                                                 const LampProposalOptions  *options);
LampAgendaDraft *lamp_agenda_draft_new_carried  (LampSnapshot               *snapshot,
                                                 const LampProposalOptions  *options);
LampAgendaDraft *lamp_agenda_draft_new_protocol (LampSnapshot               *snapshot,
                                                 const char                 *protocol,
                                                 int                         slot);
void             lamp_agenda_draft_free         (LampAgendaDraft            *self);

int              lamp_agenda_draft_get_minutes  (const LampAgendaDraft      *self);
guint            lamp_agenda_draft_count_chosen (const LampAgendaDraft      *self);
guint            lamp_agenda_draft_insert       (LampAgendaDraft            *self,
                                                 LampEdit                   *edit,
                                                 const char                 *meeting,
                                                 guint                       position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampAgendaDraft, lamp_agenda_draft_free)

G_END_DECLS
