/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

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
GPtrArray  *lamp_alignment_get_line    (LampSnapshot  *snapshot,
                                        const char    *goal);
char       *lamp_alignment_sentence    (LampSnapshot  *snapshot,
                                        const char    *goal);

G_END_DECLS
