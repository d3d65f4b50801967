/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-cycle-plan.h"
#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCycleDraft:
 * @title: what it is called
 * @framework: how it is run
 * @community: the identifier of the community it belongs to
 * @span: its first and last day
 * @previous: (nullable): the identifier of the cycle it follows
 *
 * What a person says of a new cycle.
 */
typedef struct
{
  const char *title;
  const LampFramework *framework;
  const char *community;
  LampDaySpan span;
  const char *previous;
} LampCycleDraft;

/* Each of these is one step in Undo. */

LampRecord  *lamp_cycle_create     (LampSession          *session,
                                    const LampCycleDraft *draft);
LampRecord  *lamp_cycle_add_stage  (LampSession          *session,
                                    LampRecord           *cycle);
gboolean     lamp_stage_move       (LampSession          *session,
                                    LampRecord           *stage,
                                    LampSpanPart          part,
                                    int                   days,
                                    gboolean              others_follow,
                                    const char           *notice);
gboolean     lamp_stage_change_place (LampSession        *session,
                                    LampRecord           *stage,
                                    int                   by);

LampDaySpan  lamp_record_get_span  (LampRecord           *record);
GListModel  *lamp_cycle_get_stages (LampStore            *store,
                                    LampRecord           *cycle);
GListModel  *lamp_stage_get_siblings (LampStore          *store,
                                    LampRecord           *stage);

G_END_DECLS
