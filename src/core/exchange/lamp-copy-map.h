/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-clock.h"
#include "lamp-row.h"

G_BEGIN_DECLS

/**
 * LampCopyMap:
 *
 * Gives the records of a document new identifiers, and the references between them with it. A new identifier is a
 * keyed hash of the old one, so nothing but the set of the document's records is remembered. (Private to
 * core/exchange.)
 */
typedef struct _LampCopyMap LampCopyMap;

LampCopyMap *lamp_copy_map_new   (LampClock            *clock);
void         lamp_copy_map_free  (LampCopyMap          *self);
void         lamp_copy_map_see   (LampCopyMap          *self,
                                  const LampRow        *row);
char        *lamp_copy_map_dup   (LampCopyMap          *self,
                                  const LampRecordType *type,
                                  const char           *id);
void         lamp_copy_map_apply (LampCopyMap          *self,
                                  LampRow              *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampCopyMap, lamp_copy_map_free)

G_END_DECLS
