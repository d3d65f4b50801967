/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lamp-follow-page.h"

G_BEGIN_DECLS

/**
 * LampFollowRow:
 *
 * One commitment or decision in a list of what is followed up: what it is, how it stands in a word with a symbol, and
 * the rest. It follows its record.
 */
#define LAMP_TYPE_FOLLOW_ROW (lamp_follow_row_get_type ())
G_DECLARE_FINAL_TYPE (LampFollowRow, lamp_follow_row, LAMP, FOLLOW_ROW, GtkBox)

GtkWidget *lamp_follow_row_new        (LampSession          *session,
                                       const LampFollowKind *kind);
void       lamp_follow_row_set_record (LampFollowRow        *self,
                                       LampRecord           *record);
LampRecord *lamp_follow_row_get_record (LampFollowRow       *self);

G_END_DECLS
