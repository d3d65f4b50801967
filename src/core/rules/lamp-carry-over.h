/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampCarryReasons:
 * @LAMP_CARRY_NOT_DISCUSSED: it was not discussed
 * @LAMP_CARRY_RECURRING: it comes back each time
 * @LAMP_CARRY_OPEN_COMMITMENT: a commitment that was made under it is still open
 *
 * Why an item moves to the next meeting.
 */
typedef enum
{
  LAMP_CARRY_NOT_DISCUSSED = 1 << 0,
  LAMP_CARRY_RECURRING = 1 << 1,
  LAMP_CARRY_OPEN_COMMITMENT = 1 << 2,
} LampCarryReasons;

/**
 * LampCarried:
 * @item: the agenda item; it belongs to the snapshot
 * @reasons: why it moves
 * @why: the same as a translated sentence; plain text
 *
 * An agenda item that moves to the next meeting.
 */
typedef struct
{
  const LampRow *item;
  LampCarryReasons reasons;
  char *why;
} LampCarried;

void           lamp_carried_free             (LampCarried       *self);
LampRow       *lamp_carried_to_item          (const LampCarried *self,
                                              LampSnapshot      *snapshot,
                                              const char        *meeting,
                                              int                position);

gboolean       lamp_carry_over_is_left       (const LampRow     *item);
GPtrArray     *lamp_carry_over_find          (LampSnapshot      *snapshot,
                                              const char        *meeting);
const LampRow *lamp_carry_over_find_previous (LampSnapshot      *snapshot,
                                              const char        *community,
                                              const char        *series,
                                              const char        *before);
const LampRow *lamp_carry_over_find_next     (LampSnapshot      *snapshot,
                                              const char        *meeting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampCarried, lamp_carried_free)

G_END_DECLS
