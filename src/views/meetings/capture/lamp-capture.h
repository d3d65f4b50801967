/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "lamp-session.h"

G_BEGIN_DECLS

/* Writing down what happens in a meeting, by one key each. Every one of these presents a dialog over @parent in which
 * Enter saves and Escape closes; what it saves is one step in Undo. A meeting that is closed takes nothing more: that
 * is told as a notice, and %NULL comes back. The dialog returned (transfer none) is there to watch it being closed. */

AdwDialog *lamp_capture_note       (GtkWidget   *parent,
                                    LampSession *session,
                                    LampRecord  *meeting,
                                    LampRecord  *item);
AdwDialog *lamp_capture_decision   (GtkWidget   *parent,
                                    LampSession *session,
                                    LampRecord  *meeting,
                                    LampRecord  *item);
AdwDialog *lamp_capture_commitment (GtkWidget   *parent,
                                    LampSession *session,
                                    LampRecord  *meeting,
                                    LampRecord  *item);
AdwDialog *lamp_capture_problem    (GtkWidget   *parent,
                                    LampSession *session,
                                    LampRecord  *meeting,
                                    LampRecord  *item);
AdwDialog *lamp_capture_question   (GtkWidget   *parent,
                                    LampSession *session,
                                    LampRecord  *meeting,
                                    LampRecord  *item);
AdwDialog *lamp_capture_edit       (GtkWidget   *parent,
                                    LampSession *session,
                                    LampRecord  *record);

G_END_DECLS
