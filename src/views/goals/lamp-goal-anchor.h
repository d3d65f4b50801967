/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-canvas.h"
#include "lamp-goal-outline.h"
#include "lamp-tree-layout.h"

G_BEGIN_DECLS

gboolean lamp_goal_anchor_sees   (LampCanvas           *canvas,
                                  const LampBox        *box);
int      lamp_goal_anchor_choose (LampCanvas           *canvas,
                                  const LampTreeLayout *before,
                                  GArray               *nodes,
                                  const int            *kept,
                                  const LampRow        *selected);

G_END_DECLS
