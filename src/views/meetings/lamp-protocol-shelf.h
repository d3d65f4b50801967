/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "lamp-store.h"

G_BEGIN_DECLS

/**
 * LampProtocolFamily:
 *
 * A protocol with its variants: those of one title, in the order of their length.
 */
#define LAMP_TYPE_PROTOCOL_FAMILY (lamp_protocol_family_get_type ())
G_DECLARE_FINAL_TYPE (LampProtocolFamily, lamp_protocol_family, LAMP, PROTOCOL_FAMILY, GObject)

const char    *lamp_protocol_family_get_title      (LampProtocolFamily *self);
gboolean       lamp_protocol_family_is_own         (LampProtocolFamily *self);
LampSnapshot  *lamp_protocol_family_get_snapshot   (LampProtocolFamily *self);
guint          lamp_protocol_family_get_n_variants (LampProtocolFamily *self);
const LampRow *lamp_protocol_family_get_variant    (LampProtocolFamily *self,
                                                    guint               index);
char          *lamp_protocol_family_dup_summary    (LampProtocolFamily *self);
char          *lamp_protocol_family_dup_variant_name (LampProtocolFamily *self,
                                                    guint               index);
gboolean       lamp_protocol_family_matches        (LampProtocolFamily *self,
                                                    const char         *words);
guint          lamp_protocol_family_find           (LampProtocolFamily *self,
                                                    const char         *protocol);

/* All families: a school's own first, then those that come with the program. (transfer full) (nullable) */
GListStore    *lamp_protocol_shelf_new             (LampStore          *store,
                                                    LampSnapshot       *bundled);

G_END_DECLS
