/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-schema.h"

G_BEGIN_DECLS

/**
 * LampIdSet:
 *
 * A set of records, known by a 64-bit hash of type and identifier: 16 bytes a record, however long the identifiers
 * are. Among ten million records the chance that any two are taken for one is one in 300,000. (Private to
 * core/exchange.)
 */
typedef struct _LampIdSet LampIdSet;

LampIdSet *lamp_id_set_new      (void);
void       lamp_id_set_free     (LampIdSet            *self);
void       lamp_id_set_add      (LampIdSet            *self,
                                 const LampRecordType *type,
                                 const char           *id);
gboolean   lamp_id_set_contains (LampIdSet            *self,
                                 const LampRecordType *type,
                                 const char           *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampIdSet, lamp_id_set_free)

G_END_DECLS
