/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCloseDialog:
 *
 * Looks back before a meeting is closed: who was here, how the norms were kept, what was decided and promised and by
 * whom, what moves to the next meeting, and whether the turns that were counted are kept. It does not close the meeting
 * itself.
 *
 * Signals: "close-meeting" (keep_voices): the person wants the meeting closed; the dialog closes by itself afterwards.
 */
#define LAMP_TYPE_CLOSE_DIALOG (lamp_close_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LampCloseDialog, lamp_close_dialog, LAMP, CLOSE_DIALOG, AdwDialog)

AdwDialog *lamp_close_dialog_new (LampSession *session,
                                  LampRecord  *meeting);
void       lamp_close_dialog_set_has_voices (LampCloseDialog *self,
                                             gboolean         has_voices);
void       lamp_close_dialog_set_discussed  (LampCloseDialog *self,
                                             const char * const *items);

G_END_DECLS
