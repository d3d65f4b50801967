/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From what a transaction has changed to objects and lists (private to core/store). */

#include "lamp-connection.h"
#include "lamp-list.h"
#include "lamp-objects.h"

G_BEGIN_DECLS

typedef struct _LampRefresh LampRefresh;

LampRefresh *lamp_refresh_new         (void);
void         lamp_refresh_free        (LampRefresh     *self);
LampObjects *lamp_refresh_get_objects (LampRefresh     *self);
void         lamp_refresh_add_list    (LampRefresh     *self,
                                       LampList        *list);
void         lamp_refresh_remove_list (LampRefresh     *self,
                                       LampList        *list);
void         lamp_refresh_queue_step  (LampRefresh     *self,
                                       LampConnection  *connection,
                                       gint64           step);
void         lamp_refresh_queue_all   (LampRefresh     *self);
gboolean     lamp_refresh_run         (LampRefresh     *self,
                                       LampConnection  *connection);
void         lamp_refresh_close       (LampRefresh     *self);

G_END_DECLS
