/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the parts of the store know of each other (private to core/store). */

#include "lamp-connection.h"
#include "lamp-list.h"
#include "lamp-objects.h"
#include "lamp-store.h"

G_BEGIN_DECLS

LampConnection *lamp_store_get_connection (LampStore       *self);
gboolean        lamp_store_check_open     (LampStore       *self,
                                           GError         **error);
void            lamp_store_catch_up       (LampStore       *self);
void            lamp_store_queue_step     (LampStore       *self,
                                           gint64           step);
void            lamp_store_queue_all      (LampStore       *self);
void            lamp_store_refresh        (LampStore       *self);
void            lamp_store_forget_list    (LampStore       *self,
                                           LampList        *list);
LampSnapshot   *lamp_connection_snapshot  (LampConnection  *connection,
                                           GCancellable    *cancellable,
                                           GError         **error);

G_END_DECLS
