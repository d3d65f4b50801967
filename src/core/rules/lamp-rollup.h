/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampRollup:
 *
 * How far every goal of a file has come, worked out once, each by its own rule. A goal whose progress comes from its
 * own measurements stands where the latest of them lies between baseline and target, in whichever direction that is.
 * A goal whose progress comes from the goals that support it stands at their mean, each counting the same; what is
 * dropped, private or without a figure is left out, and the sentence says so.
 */
typedef struct _LampRollup LampRollup;

LampRollup    *lamp_rollup_new          (LampSnapshot *snapshot);
LampRollup    *lamp_rollup_ref          (LampRollup   *self);
void           lamp_rollup_unref        (LampRollup   *self);
gboolean       lamp_rollup_get_fraction (LampRollup   *self,
                                         const char   *goal,
                                         double       *fraction);
char          *lamp_rollup_dup_how      (LampRollup   *self,
                                         const char   *goal);
const LampRow *lamp_rollup_get_latest   (LampRollup   *self,
                                         const char   *goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRollup, lamp_rollup_unref)

G_END_DECLS
