/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/**
 * LampCapturedList:
 *
 * What has been written down in a meeting: notes, decisions, commitments, problems and questions, by agenda item, the
 * newest first. Each can be opened to be changed and, but for notes, deleted.
 *
 * Properties: "meeting" (LampRecord of meetings, nullable), "n-captured" (guint, read-only, notified).
 */
#define LAMP_TYPE_CAPTURED_LIST (lamp_captured_list_get_type ())
G_DECLARE_FINAL_TYPE (LampCapturedList, lamp_captured_list, LAMP, CAPTURED_LIST, AdwBin)

GtkWidget  *lamp_captured_list_new         (LampSession      *session);
LampRecord *lamp_captured_list_get_meeting (LampCapturedList *self);
void        lamp_captured_list_set_meeting (LampCapturedList *self,
                                            LampRecord       *meeting);
guint       lamp_captured_list_get_n_captured (LampCapturedList *self);

G_END_DECLS
