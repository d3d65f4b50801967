/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampProtocolEditor:
 *
 * A protocol of the school's own: its name and purpose, and its steps with their minutes, in the order in which they
 * are taken. What is typed is kept at once.
 */
#define LAMP_TYPE_PROTOCOL_EDITOR (lamp_protocol_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampProtocolEditor, lamp_protocol_editor, LAMP, PROTOCOL_EDITOR, AdwDialog)

AdwDialog *lamp_protocol_editor_new (LampSession *session,
                                     LampRecord  *protocol);

G_END_DECLS
