/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-cycle-picture.h"

G_BEGIN_DECLS

char *lamp_cycle_node_dup_name (const LampCycleNode    *self,
                                LampSession            *session,
                                const LampCyclePicture *picture);

G_END_DECLS
