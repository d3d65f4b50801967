/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCarryKind:
 * @LAMP_CARRY_PROPOSED: what is due, from where things stand
 * @LAMP_CARRY_LEFT_OVER: what the last meeting has left over
 *
 * What is brought onto the agenda of a meeting.
 */
typedef enum
{
  LAMP_CARRY_PROPOSED = 1,
  LAMP_CARRY_LEFT_OVER,
} LampCarryKind;

/**
 * LampCarryDialog:
 *
 * Shows what could come onto the agenda of a meeting that exists, each item with its reason, and adds what is chosen
 * in one step.
 */
#define LAMP_TYPE_CARRY_DIALOG (lamp_carry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampCarryDialog, lamp_carry_dialog, LAMP, CARRY_DIALOG, AdwDialog)

AdwDialog *lamp_carry_dialog_new (LampSession   *session,
                                  LampRecord    *meeting,
                                  LampCarryKind  kind);

G_END_DECLS
