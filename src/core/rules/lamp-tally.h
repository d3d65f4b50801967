/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LampTally:
 *
 * Hands counted for each option of a decision, in the order in which the options were first counted: what a decision
 * keeps in its `tally`.
 */
typedef struct _LampTally LampTally;

LampTally  *lamp_tally_new        (void);
LampTally  *lamp_tally_parse      (const char      *json);
void        lamp_tally_free       (LampTally       *self);
char       *lamp_tally_to_json    (const LampTally *self);

guint       lamp_tally_get_size   (const LampTally *self);
const char *lamp_tally_get_option (const LampTally *self,
                                   guint            index);
guint       lamp_tally_get        (const LampTally *self,
                                   const char      *option);
void        lamp_tally_set        (LampTally       *self,
                                   const char      *option,
                                   guint            hands);
guint       lamp_tally_sum        (const LampTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LampTally, lamp_tally_free)

G_END_DECLS
