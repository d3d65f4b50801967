/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-protocol-shelf.h"

G_BEGIN_DECLS

/**
 * LampProtocolDetail:
 *
 * A protocol: what it is for, where it comes from, its variants to choose from, and the steps of the one that is
 * chosen, with who speaks and who listens.
 *
 * Signals: "variant-changed": another variant is chosen.
 */
#define LAMP_TYPE_PROTOCOL_DETAIL (lamp_protocol_detail_get_type ())
G_DECLARE_FINAL_TYPE (LampProtocolDetail, lamp_protocol_detail, LAMP, PROTOCOL_DETAIL, AdwBin)

void           lamp_protocol_detail_set_family  (LampProtocolDetail *self,
                                                 LampProtocolFamily *family,
                                                 guint               variant);
const LampRow *lamp_protocol_detail_get_variant (LampProtocolDetail *self);

G_END_DECLS
