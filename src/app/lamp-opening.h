/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-store.h"

G_BEGIN_DECLS

typedef struct _LampOpening LampOpening;

LampOpening *lamp_opening_begin (const char   *path,
                                 LampClock    *clock);
LampStore   *lamp_opening_take  (LampOpening  *self,
                                 const char   *path,
                                 GError      **error);
void         lamp_opening_free  (LampOpening  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampOpening, lamp_opening_free)

G_END_DECLS
