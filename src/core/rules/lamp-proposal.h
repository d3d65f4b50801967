/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-fit.h"
#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampProposalOptions:
 * @community: the identifier of the community that meets
 * @series: (nullable): the identifier of the series that the meeting belongs to
 * @meeting: (nullable): the identifier of the meeting that the items are for
 * @starts_at: when it is: a date or wall time
 * @minutes: the slot
 * @now: (nullable): the wall time now: nothing is carried over from a meeting that is still to come; when %NULL every
 *   meeting before @starts_at counts as held
 *
 * What a proposed agenda is for.
 */
typedef struct
{
  const char *community;
  const char *series;
  const char *meeting;
  const char *starts_at;
  int minutes;
  const char *now;
} LampProposalOptions;

/**
 * LampProposal:
 * @items: (element-type LampRow): agenda items without identifiers, in order, fitted into the slot
 * @left_out: (element-type LampRow): what deserves a place and found none, the most pressing first
 * @fit: how the items stand against the slot, in minutes
 *
 * An agenda proposed from where things stand. Each item's `why` says why it is there.
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *left_out;
  LampFitResult fit;
} LampProposal;

LampProposal *lamp_proposal_new  (LampSnapshot              *snapshot,
                                  const LampProposalOptions *options);
void          lamp_proposal_free (LampProposal              *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampProposal, lamp_proposal_free)

G_END_DECLS
