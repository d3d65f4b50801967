/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "lamp-snapshot.h"

G_BEGIN_DECLS

/**
 * LampProtocolChoice:
 *
 * All protocols there are to choose from: a school's own, then those that come with the program.
 */
typedef struct _LampProtocolChoice LampProtocolChoice;

LampProtocolChoice *lamp_protocol_choice_new         (LampSnapshot             *own);
void                lamp_protocol_choice_free        (LampProtocolChoice       *self);
GListModel         *lamp_protocol_choice_get_names   (LampProtocolChoice       *self);
guint               lamp_protocol_choice_get_n_items (LampProtocolChoice       *self);
const char         *lamp_protocol_choice_get_id      (LampProtocolChoice       *self,
                                                      guint                     index);
LampSnapshot       *lamp_protocol_choice_find        (LampProtocolChoice       *self,
                                                      const char               *id);

G_END_DECLS
