/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-decision-rules.h"

G_BEGIN_DECLS

/**
 * LampHands:
 *
 * Hands counted in the room for each option of a method, and in a sentence what they mean. A number typed on an option
 * is its count; the arrow keys count up and down.
 *
 * Properties: "method" (string, nullable: the word in the file), "tally" (string, nullable: JSON as a decision keeps
 * it), "present" (uint: how many are here; 0 when not known), "outcome" (int, read-only: a [enum@Outcome]). All
 * notified.
 */
#define LAMP_TYPE_HANDS (lamp_hands_get_type ())
G_DECLARE_FINAL_TYPE (LampHands, lamp_hands, LAMP, HANDS, AdwBin)

GtkWidget   *lamp_hands_new         (void);
const char  *lamp_hands_get_method  (LampHands  *self);
void         lamp_hands_set_method  (LampHands  *self,
                                     const char *method);
char        *lamp_hands_dup_tally   (LampHands  *self);
void         lamp_hands_set_tally   (LampHands  *self,
                                     const char *tally);
void         lamp_hands_set_present (LampHands  *self,
                                     guint       present);
LampVerdict *lamp_hands_judge       (LampHands  *self);

G_END_DECLS
