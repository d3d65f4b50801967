/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A live list of records (private to core/store; the world sees a GListModel). */

#include "lamp-store.h"

G_BEGIN_DECLS

#define LAMP_TYPE_LIST (lamp_list_get_type ())
G_DECLARE_FINAL_TYPE (LampList, lamp_list, LAMP, LIST, GObject)

LampList *lamp_list_new         (LampStore            *store,
                                 const LampRecordType *type,
                                 const char           *field,
                                 const char           *id);
gboolean  lamp_list_is          (LampList             *self,
                                 const LampRecordType *type);
void      lamp_list_update      (LampList             *self,
                                 GHashTable           *changed);
void      lamp_list_reload      (LampList             *self);

G_END_DECLS
