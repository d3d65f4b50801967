/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampSupport:
 * @LAMP_SUPPORT_FIRST: the primary alignment, of which a goal has one: it draws the tree and carries the roll-up
 * @LAMP_SUPPORT_ALSO: one that it also supports
 *
 * How a goal supports another.
 */
typedef enum
{
  LAMP_SUPPORT_FIRST = 0,
  LAMP_SUPPORT_ALSO,
} LampSupport;

int         lamp_goal_get_rank         (const LampRow *goal);
const char *lamp_goal_get_level_label  (const LampRow *goal);
gboolean    lamp_goal_is_private       (const LampRow *goal);
gboolean    lamp_goal_is_finished      (const LampRow *goal);
char       *lamp_goal_dup_public_title (LampSnapshot  *snapshot,
                                        const LampRow *goal);

gboolean    lamp_alignment_is_aligned  (LampSnapshot  *snapshot,
                                        const LampRow *goal);
gboolean    lamp_alignment_is_stalled  (LampSnapshot  *snapshot,
                                        const LampRow *goal);
gboolean    lamp_alignment_allows      (LampSnapshot  *snapshot,
                                        const char    *goal,
                                        const char    *parent,
                                        char         **reason);
gboolean    lamp_alignment_judge       (LampSnapshot  *snapshot,
                                        const char    *goal,
                                        const char    *above,
                                        LampSupport    support,
                                        char         **reason);
char       *lamp_alignment_dup_advice  (const LampRow *goal,
                                        const LampRow *above);
GPtrArray  *lamp_alignment_get_line    (LampSnapshot  *snapshot,
                                        const char    *goal);
GPtrArray  *lamp_goal_list_below       (LampSnapshot  *snapshot,
                                        const LampRow *goal);
char       *lamp_alignment_sentence    (LampSnapshot  *snapshot,
                                        const char    *goal);

G_END_DECLS
