/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampProtocolDialog:
 *
 * All protocols, a school's own first: to put one on an agenda, to make one's own, to change it, and to bring them in
 * and out as files.
 *
 * Signals: "inserted" (items): a protocol was put on the agenda.
 */
#define LAMP_TYPE_PROTOCOL_DIALOG (lamp_protocol_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampProtocolDialog, lamp_protocol_dialog, LAMP, PROTOCOL_DIALOG, AdwDialog)

AdwDialog *lamp_protocol_dialog_new (LampSession *session,
                                     LampRecord  *meeting,
                                     GListModel  *items,
                                     guint        place);

G_END_DECLS
