/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampStartAssistant:
 *
 * Starts a community in three short pages: its name and purpose, who stands inside and outside the walls, and how
 * often it meets. All of it is written as one step.
 */
#define LAMP_TYPE_START_ASSISTANT (lamp_start_assistant_get_type ())
G_DECLARE_FINAL_TYPE (LampStartAssistant, lamp_start_assistant, LAMP, START_ASSISTANT, AdwDialog)

AdwDialog *lamp_start_assistant_new (LampSession *session);

G_END_DECLS
