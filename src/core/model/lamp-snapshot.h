/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-row.h"

G_BEGIN_DECLS

#define LAMP_TYPE_SNAPSHOT (lamp_snapshot_get_type ())
G_DECLARE_FINAL_TYPE (LampSnapshot, lamp_snapshot, LAMP, SNAPSHOT, GObject)

LampSnapshot  *lamp_snapshot_new     (void);
void           lamp_snapshot_take    (LampSnapshot *self,
                                      LampRow      *row);
void           lamp_snapshot_sort    (LampSnapshot *self);
GPtrArray     *lamp_snapshot_get     (LampSnapshot *self,
                                      const char   *type);
const LampRow *lamp_snapshot_find    (LampSnapshot *self,
                                      const char   *type,
                                      const char   *id);
GPtrArray     *lamp_snapshot_find_by (LampSnapshot *self,
                                      const char   *type,
                                      const char   *field,
                                      const char   *id);
GPtrArray     *lamp_snapshot_list_by (LampSnapshot *self,
                                      const char   *type,
                                      const char   *field,
                                      const char   *id);

G_END_DECLS
