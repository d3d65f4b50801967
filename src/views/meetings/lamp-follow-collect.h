/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-follow-page.h"

G_BEGIN_DECLS

/**
 * LampFollowEntry:
 * @record: a record
 * @place: where it stands
 *
 * A record on its way into a list.
 */
typedef struct
{
  LampRecord *record;
  LampFollowPlace place;
} LampFollowEntry;

GArray  *lamp_follow_collect   (LampSession          *session,
                                const LampFollowKind *kind,
                                GListModel           *records,
                                guint                 grouping,
                                LampRecord * const   *wanted);
gboolean lamp_follow_has_words (const char           *text,
                                const char           *words);

G_END_DECLS
