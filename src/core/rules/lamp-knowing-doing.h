/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampKnowingDoing:
 * @n_learned: events of professional learning that are over
 * @n_practice: those of them after which something is to change in practice
 * @n_applied: those of these that have been tried at work
 * @n_shown: those of these of which there is evidence
 * @median_days: the days from the event until it was tried, for one half of @n_applied at most; -1 where no days are known
 *
 * The gap between knowing and doing (practice S29): how far what was learned has come on its way into the classroom.
 */
typedef struct
{
  guint n_learned;
  guint n_practice;
  guint n_applied;
  guint n_shown;
  int median_days;
} LampKnowingDoing;

void  lamp_knowing_doing_count       (LampKnowingDoing       *self,
                                      LampSnapshot           *snapshot,
                                      const char             *today);
char *lamp_knowing_doing_dup_words   (const LampKnowingDoing *self);
char *lamp_knowing_doing_dup_formula (void);

G_END_DECLS
