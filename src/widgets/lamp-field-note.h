/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampFieldNote:
 *
 * What is said of a row, under it: why what was typed may not stand, or what would be good to have there. The row it
 * is about says the same to those who do not see it.
 */
#define LAMP_TYPE_FIELD_NOTE (lamp_field_note_get_type ())
G_DECLARE_FINAL_TYPE (LampFieldNote, lamp_field_note, LAMP, FIELD_NOTE, AdwPreferencesRow)

GtkWidget *lamp_field_note_new         (GtkWidget     *about);
void       lamp_field_note_set_problem (LampFieldNote *self,
                                        const char    *problem);
void       lamp_field_note_set_advice  (LampFieldNote *self,
                                        const char    *advice);

G_END_DECLS
