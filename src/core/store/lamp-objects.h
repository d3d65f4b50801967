/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The identity map: one LampRecord for one record, as long as anybody holds it (private to core/store). */

#include "lamp-record.h"

G_BEGIN_DECLS

typedef struct _LampObjects LampObjects;

LampObjects *lamp_objects_new    (void);
void         lamp_objects_free   (LampObjects          *self);
LampRecord  *lamp_objects_get    (LampObjects          *self,
                                  const LampRecordType *type,
                                  const char           *id);
LampRecord  *lamp_objects_make   (LampObjects          *self,
                                  LampRow              *row);
void         lamp_objects_update (LampObjects          *self,
                                  const LampRecordType *type,
                                  const char           *id,
                                  const LampRow        *row);
GPtrArray   *lamp_objects_list   (LampObjects          *self,
                                  const LampRecordType *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampObjects, lamp_objects_free)

G_END_DECLS
