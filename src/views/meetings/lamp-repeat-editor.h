/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LampRepeatEditor:
 *
 * How something repeats, in simple choices, with the sentence that they make above them. A rule that the choices cannot
 * say stays a text.
 *
 * Signals: "changed" (self): a person has chosen something else.
 */
#define LAMP_TYPE_REPEAT_EDITOR (lamp_repeat_editor_get_type ())
G_DECLARE_FINAL_TYPE (LampRepeatEditor, lamp_repeat_editor, LAMP, REPEAT_EDITOR, AdwPreferencesGroup)

void  lamp_repeat_editor_set       (LampRepeatEditor *self,
                                    const char       *rrule,
                                    const char       *starts_at);
void  lamp_repeat_editor_set_start (LampRepeatEditor *self,
                                    const char       *starts_at);
void  lamp_repeat_editor_set_error (LampRepeatEditor *self,
                                    const char       *sentence);
char *lamp_repeat_editor_dup_rrule (LampRepeatEditor *self);

G_END_DECLS
