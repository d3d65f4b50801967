/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

LampSnapshot *lamp_meeting_snapshot_new (LampStore  *store,
                                         LampRecord *meeting);

G_END_DECLS
