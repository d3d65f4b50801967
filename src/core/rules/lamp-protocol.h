/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-snapshot.h"

G_BEGIN_DECLS

GPtrArray *lamp_protocol_get_steps   (LampSnapshot *snapshot,
                                      const char   *protocol);
int        lamp_protocol_get_minutes (LampSnapshot *snapshot,
                                      const char   *protocol);
GPtrArray *lamp_protocol_to_items    (LampSnapshot *snapshot,
                                      const char   *protocol,
                                      const char   *meeting,
                                      int           position);
GPtrArray *lamp_protocol_copy_steps  (LampSnapshot *snapshot,
                                      const char   *protocol);
GPtrArray *lamp_protocol_from_items  (GPtrArray    *items);

G_END_DECLS
