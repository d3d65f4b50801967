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
 * dropped, private or without a figure is left out, and the sentence and the parts say so.
 */
typedef struct _LampRollup LampRollup;

/**
 * LampShare:
 * @LAMP_SHARE_COUNTED: it is one of those whose mean is taken
 * @LAMP_SHARE_UNKNOWN: it would be, and has no figure yet
 * @LAMP_SHARE_DROPPED: it is dropped, and left out
 * @LAMP_SHARE_PRIVATE: it is private, and left out
 *
 * What a goal has to do with the figure of the goal that it supports.
 */
typedef enum
{
  LAMP_SHARE_COUNTED = 1,
  LAMP_SHARE_UNKNOWN,
  LAMP_SHARE_DROPPED,
  LAMP_SHARE_PRIVATE,
} LampShare;

/**
 * LampRollupPart:
 * @goal: a goal that supports another
 * @share: what it has to do with its figure
 * @fraction: its own figure, 0 to 1, where it is counted
 *
 * One of the goals that a figure is made of.
 */
typedef struct
{
  const LampRow *goal;
  LampShare share;
  double fraction;
} LampRollupPart;

LampRollup    *lamp_rollup_new          (LampSnapshot *snapshot);
LampRollup    *lamp_rollup_ref          (LampRollup   *self);
void           lamp_rollup_unref        (LampRollup   *self);
gboolean       lamp_rollup_get_fraction (LampRollup   *self,
                                         const char   *goal,
                                         double       *fraction);
char          *lamp_rollup_dup_how      (LampRollup   *self,
                                         const char   *goal);
int            lamp_rollup_to_percent   (double        fraction);
GArray        *lamp_rollup_dup_parts    (LampRollup   *self,
                                         const char   *goal);
const LampRow *lamp_rollup_get_latest   (LampRollup   *self,
                                         const char   *goal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampRollup, lamp_rollup_unref)

G_END_DECLS
