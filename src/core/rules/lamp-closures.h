/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampClosures:
 *
 * The days on which a community has no school: its own closures and those of every community that it is part of.
 */
typedef struct _LampClosures LampClosures;

LampClosures  *lamp_closures_new                (LampSnapshot       *snapshot,
                                                 const char         *community);
void           lamp_closures_free               (LampClosures       *self);
const LampRow *lamp_closures_find               (const LampClosures *self,
                                                 const char         *day);
guint          lamp_closures_count_school_weeks (const LampClosures *self,
                                                 const char         *from,
                                                 const char         *to);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampClosures, lamp_closures_free)

G_END_DECLS
